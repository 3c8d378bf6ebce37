"""Numbers of killed and wounded per report of MUC-4, against the templates' human targets.

Usage: python -m evaluation.muc_numbers CORPUS.jsonl [--wrong N] [--limit N]
Gold: the numbers of the human targets whose effect is DEATH or INJURY, added up over a report's templates; of a range
the lower end; PLURAL, a number that nobody gives, asks for two or more. Found: of the figures that the figure rules
read (no model: reports in capitals, without statements and names) the greatest of each harm, since totals contain what
they total; without a figure one, where a word of that harm stands. Reports about several attacks need a sum instead:
that is the greatest error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sayso.reading.claim_scene import Scene
from sayso.reading.figures import read_figures
from sayso.reading.sentences import sentences
from sayso.types import Report

TOLD = {"killed": r"\b(?:killed|murder|assassinat|slain|died|death of)", "injured": r"\b(?:wounded|injured)\b"}
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}


def asked(description: str, arguments: Sequence[str] | None) -> tuple[list[dict[str, Any]], int]:
    """The reports that a command line asks for, and how many of those read wrongly are to be shown."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args(arguments)
    lines = options.corpus.read_text(encoding="utf-8").splitlines()[: options.limit]
    return [json.loads(line) for line in lines], options.wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the exact shares, and what goes wrong."""
    rows, wrong = asked(__doc__ or "", arguments)
    for harm in EFFECTS:
        judged = [(row["id"], wanted(row, harm), count(row["text"])[harm]) for row in rows]
        print(summary(harm, judged))
        for id, gold, found in [each for each in judged if kind(each[1], each[2]) != "right"][:wrong]:
            print(f"  {id}: gold {gold}, found {found}", file=sys.stderr)
    return 0


def wanted(row: dict[str, Any], harm: str) -> tuple[int, bool]:
    """How many the templates of a report say were harmed so, and whether some of them are PLURAL."""
    each = [n for template in row["templates"] for n in _of_template(template["slots"], EFFECTS[harm])]
    return sum(n or 2 for n in each), None in each


def _of_template(slots: dict[str, Any], effect: str) -> list[int | None]:
    """The number of each target with that effect, None for PLURAL; a target that is not counted is one person."""
    numbers = {s: _number(f["value"]) for f in slots.get("HUM TGT: NUMBER", []) for s in f["strings"]}
    harmed = [f["strings"] for f in slots.get("HUM TGT: EFFECT OF INCIDENT", []) if f["value"] == effect]
    return [next((numbers[s] for s in strings if s in numbers), 1) for strings in harmed]


def _number(value: str | None) -> int | None:
    found = re.search(r"\d+", value or "")
    return int(found[0]) if found else None


def count(text: str) -> dict[str, int]:
    """The toll of each harm in a report by the rules for figures: its greatest number, one where only a word tells."""
    report = Report(id="", text=text, path="")
    scene = Scene(report, None, sentences(text), (), (), lambda phrase: "")
    found = {harm: [f.best or f.low or 0 for f in read_figures(scene) if f.what == harm] for harm in EFFECTS}
    told = {harm: bool(re.search(TOLD[harm], text, re.IGNORECASE)) for harm in EFFECTS}
    return {harm: int(max(found[harm], default=told[harm])) for harm in EFFECTS}


def summary(harm: str, judged: Sequence[tuple[str, tuple[int, bool], int]]) -> str:
    """Exact share over all reports and over those whose gold is not nought, and the sorts of error."""
    kinds = Counter(kind(gold, found) for _, gold, found in judged)
    some = [kind(gold, found) for _, gold, found in judged if gold[0]]
    exact = kinds.pop("right", 0)
    rest = ", ".join(f"{name} {times}" for name, times in kinds.most_common())
    share = some.count("right") / max(len(some), 1)
    return (
        f"{harm}: exact {exact}/{len(judged)} = {exact / len(judged):.3f}; of {len(some)} with any {share:.3f}; {rest}"
    )


def kind(gold: tuple[int, bool], found: int) -> str:
    """What a count is against the gold."""
    number, plural = gold
    if number == found or (plural and found >= number):
        return "right"
    if not found:
        return "nothing found"
    if not number:
        return "in no template"
    return "too few" if found < number else "too many"


if __name__ == "__main__":
    sys.exit(main())
