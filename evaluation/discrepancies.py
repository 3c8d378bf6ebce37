"""The discrepancies of clusters against those of their gold: how many are found, and what else is listed.

One is found where two of the gold's passages, each in its report, stand in the passages of one that was listed.
``python -m evaluation.discrepancies REPORTS[:GOLD] ...``; with ``--each`` every one is named.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.clusters import asked, read_gold
from evaluation.score_ledger import fold, overlaps
from evaluation.stages import build
from sayso.types import Brief, Discrepancy

Row = Mapping[str, Any]


def is_found(wanted: Row, listed: Discrepancy, paths: Mapping[str, str], names: Mapping[str, str]) -> bool:
    """Whether ``listed`` holds two of the passages of ``wanted``, or the only one that it has."""
    passages = [
        (paths[report], fold(text)) for report, text in zip(_each(listed.reports, listed), listed.texts, strict=True)
    ]
    held = {
        evidence
        for report, evidence in zip(wanted["reports"], map(fold, wanted["evidence"]), strict=True)
        if any(names.get(str(report), fold(report)) in path and overlaps(evidence, text) for path, text in passages)
    }
    return len(held) >= min(2, len(set(wanted["evidence"])))


def _each(reports: Sequence[str], listed: Discrepancy) -> Sequence[str]:
    return reports if len(reports) == len(listed.texts) else [reports[0]] * len(listed.texts)


def compare(brief: Brief, gold: Path) -> tuple[list[Row], list[Row], list[Discrepancy]]:
    """The gold's discrepancies that were found and those that were not, and what was listed beside them."""
    ledger, stems = read_gold(gold)
    names = {report: fold(stem) for report, stem in stems.items()}
    paths = {report.id: fold(Path(report.path).name) for report in brief.reports}
    found: list[Row] = []
    missed: list[Row] = []
    used: set[int] = set()
    for wanted in ledger.get("discrepancies", []):
        hits = [n for n, d in enumerate(brief.discrepancies) if is_found(wanted, d, paths, names)]
        (found if hits else missed).append(wanted)
        used.update(hits)
    return found, missed, [d for n, d in enumerate(brief.discrepancies) if n not in used]


def main(arguments: Sequence[str]) -> int:
    """Print a line for each cluster, and with ``--each`` every discrepancy."""
    chosen = asked(__doc__, arguments, "--each")
    for folder, gold in chosen.clusters:
        brief, _, _ = build(folder, chosen.published)
        found, missed, beside = compare(brief, gold)
        print(f"{folder.name}: {len(found)} of {len(found) + len(missed)} found, {len(beside)} listed beside them")
        if chosen.each:
            print("\n".join(f"    missed: {row['what']}" for row in missed))
            print("\n".join(f"    beside: {row.kind}: {row.what}" for row in beside))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
