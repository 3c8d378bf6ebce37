"""The labelled date phrases and number phrases of ``cases``: how many come out as labelled.

Usage: python -m evaluation.phrases [--wrong]
A phrase counts as right with its words, first and last day; or with its words, low, high, unit, wording and change.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sayso.values.dates import resolve, resolve_all
from sayso.values.numbers import find_quantities

CASES = Path(__file__).parent / "cases"


def dates() -> list[tuple[str, bool]]:
    """Every labelled date, and whether it comes out."""
    cases = json.loads((CASES / "dates.json").read_text(encoding="utf-8"))
    out = []
    for row in cases["texts"]:
        found = {(p.text, i.first, i.last) for p, i in resolve_all(row["text"], _day(row["published"]))}
        out += [(d["phrase"], (d["phrase"], _day(d["first"]), _day(d["last"])) in found) for d in row["dates"]]
    for row in cases["phrases"]:
        got = resolve(row["phrase"], _day(row["published"]), tense=row["tense"], language=row["language"])
        wanted = (_day(row["first"]), _day(row["last"]))
        out.append((row["phrase"], ((got.first, got.last) if got else (None, None)) == wanted))
    return out


def numbers() -> list[tuple[str, bool]]:
    """Every labelled number, and whether it comes out."""
    out = []
    for row in json.loads((CASES / "numbers.json").read_text(encoding="utf-8"))["texts"]:
        text = row["text"]
        found = [
            (text[q.span.start : q.span.end], _round(q.low), _round(q.high), q.unit, q.wording, q.change)
            for q in find_quantities(text)
        ]
        out += [(n["words"], _wanted(n) in found) for n in row["quantities"]]
    return out


def _wanted(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["words"], _round(row["low"]), _round(row["high"]), row["unit"], row["wording"], row["change"]


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def main(arguments: list[str]) -> int:
    """Print a line for each table."""
    for name, judged in (("date phrases", dates()), ("number phrases", numbers())):
        right = sum(each for _, each in judged)
        print(f"{name}: {right} of {len(judged)} right")
        if "--wrong" in arguments:
            print("\n".join(f"  {words}" for words, each in judged if not each))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
