"""The table of standings alone: the positions of a gold ledger weighed as they are, its standings wanted.

What reading and joining lose is left out, so that what is wrong is a rule of ``claims/standing.py``.
``python -m evaluation.standings LEDGER.json ...`` prints what is wrong, then how many of all are right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.claims.positions import INSPECTS, MEASURES, Weighed
from sayso.claims.standing import standings
from sayso.claims.taking_back import takes_back
from sayso.types import Position, Span
from sayso.values.numbers import find_quantities

Row = Mapping[str, Any]
TAKES_SIDES = ("accuses", "denies", "concedes")  # stances by which the parties of a conflict are known


def weigh_gold(row: Row, kind: str) -> Weighed:
    """One position of a gold ledger on a matter of this kind as ``claims`` would weigh it."""
    speaker, evidence = row.get("speaker") or "", row["evidence"]
    position = Position(
        row["party"], speaker, "", row["stance"], "", row["date"], str(row["report"]), "s", Span(0, 1), evidence, ""
    )
    taken_back = row["stance"] == "concedes" and takes_back(f"{evidence} {row.get('position', '')}", kind)
    inspects = bool(INSPECTS.search(f"{speaker} {evidence}"))
    counted = [q for q in find_quantities(evidence) if not MEASURES.search(q.unit)]
    number = None
    if counted:
        number = (counted[0].low or 0.0, counted[0].high if counted[0].high is not None else float("inf"))
    established = row["stance"] == "confirms" and not row["party"] and bool(speaker) and inspects
    return Weighed(position, taken_back, established, number)


def belligerents(matters: Iterable[Row]) -> frozenset[str]:
    """The parties that accuse, deny or concede anywhere in a gold ledger."""
    rows = [row for matter in matters for row in matter["positions"] if row["stance"] in TAKES_SIDES]
    return frozenset(party for row in rows for party in row["party"].split("; ") if party)


def judge(ledger: Row) -> tuple[int, list[str]]:
    """How many standings a gold ledger has, and those that come out otherwise, a line each."""
    sides, total, wrong = belligerents(ledger["matters"]), 0, []
    for matter in ledger["matters"]:
        weighed = [weigh_gold(row, matter["kind"]) for row in matter["positions"]]
        found = standings(matter["kind"], sorted(weighed, key=lambda w: w.position.date), sides)
        for wanted in matter.get("standing") or matter.get("standing_by_date") or ():
            words = [each.standing for each in found if each.date <= wanted["date"]]
            total += 1
            if not words or words[-1] != wanted["standing"]:
                read = words[-1] if words else "none"
                wrong.append(f"{matter['question']} {wanted['date']}: {wanted['standing']}, read as {read}")
    return total, wrong


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong in each ledger, then the count over all."""
    counts = 0, 0
    for name in arguments:
        total, wrong = judge(json.loads(Path(name).read_text(encoding="utf8")))
        counts = counts[0] + total - len(wrong), counts[1] + total
        print("\n".join(f"{name}: {line}" for line in wrong))
    print(f"{counts[0]} of {counts[1]} right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
