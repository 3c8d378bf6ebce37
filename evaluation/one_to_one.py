"""The ledger beside the gold where each matter told may answer one gold matter only.

The scorer (score_ledger.py) takes the best matter told for each gold matter, so that one wide question can answer
many. Here pairs are taken by how many positions they share, the most first. Printed: gold matters that have one, of
the matters told; gold positions found; lines told that are one of them.
``python -m evaluation.one_to_one REPORTS[:GOLD] ...``
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.clusters import asked, read_cluster, read_gold
from evaluation.score_ledger import find_positions, fold, may_be

Row = Mapping[str, Any]


def pair(wanted: Sequence[Row], told: Sequence[Row], names: Mapping[str, str]) -> list[tuple[int, int, int]]:
    """Number of a gold matter, of the matter told that answers it, and of the positions that they share."""
    shared = [
        (len(find_positions(gold, matter, names)), i, j)
        for i, gold in enumerate(wanted)
        for j, matter in enumerate(told)
        if may_be(gold, matter)
    ]
    out: list[tuple[int, int, int]] = []
    for count, i, j in sorted(shared, key=lambda one: (-one[0], one[1:])):
        if count and all(i != a and j != b for a, b, _ in out):
            out.append((i, j, count))
    return out


def main(arguments: Sequence[str]) -> int:
    """Print a line for each cluster; 0 always."""
    chosen = asked(__doc__, arguments)
    for folder, gold in chosen.clusters:
        ledger, stems = read_gold(gold)
        _, told = read_cluster(folder, chosen.published)
        wanted = ledger["matters"]
        pairs = pair(wanted, told, {report: fold(stem) for report, stem in stems.items()})
        positions, lines = (sum(len(one["positions"]) for one in matters) for matters in (wanted, told))
        found = sum(count for *_, count in pairs)
        print(
            f"{folder.name:<28}matters {len(pairs)} of {len(wanted)}, {len(told)} told; "
            f"positions {found} of {positions} ({found / positions:.2f}), lines {lines} ({found / max(lines, 1):.2f})",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
