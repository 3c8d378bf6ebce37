"""The small conflicts of `training/actors` as texts to learn from: their statements and every name.

One conflict in twelve is held out (`HELD_OUT`); nothing is ever learnt from it. The signs by which
remarks find their matter are learnt from those of `LATER` (`choose_matters.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from training.align import Span, align, occurrences
from training.corpora import CLUSTERS_LATER, Name, Sample, attribution

FOLDER = Path(__file__).parent / "actors"
HELD_OUT = ("-06", "-18")  # how the names of those that are held out end
LATER = {"ca": 25, "cb": 21, "cc": 27, "cd": 23, "ce": 26, "cf": 23, "cg": 12, "ch": 15}  # the first of each series
LATER |= dict.fromkeys(("ci", "cj", "ck", "cl"), 1)
TYPES = {
    "state": "LOC", "region": "LOC", "seat": "LOC", "place": "LOC", "group": "ORG", "organ": "ORG", "body": "ORG",
    "person": "PER", "people": "NATIONALITY",
}  # fmt: skip
Row = Mapping[str, Any]


def is_held(name: str) -> bool:
    """Whether a conflict is held out, by the name of its file."""
    return name.endswith(HELD_OUT)


def is_later(name: str) -> bool:
    """Whether what leans on the network is learnt from a conflict, by its name; else the network is."""
    series, _, number = name.rpartition("-")
    return name in CLUSTERS_LATER or (not is_held(name) and series in LATER and int(number) >= LATER[series])


def is_small(name: str) -> bool:
    """Whether a conflict is one of these, by its name."""
    return (FOLDER / f"{name}.json").exists()


def aligned(conflict: Row, number: int) -> list[dict[str, Any]]:
    """The marked statements of one report of a conflict, spans in characters."""
    rows = [row for row in conflict.get("statements", ()) if row["report"] == number]
    split = [
        {**row, "content": pieces[0], "more": pieces[1:]}
        for row in rows
        for pieces in [[piece for piece in row["content"] if piece] or [""]]
    ]
    return align(conflict["reports"][number], split)


def conflict_samples(folder: Path = FOLDER, *, held_out: bool = False) -> Iterator[Sample]:
    """Each report with its statements and names; those that are held out are given alone, or left out."""
    for path in sorted(folder.glob("*.json")):
        if is_held(path.stem) != held_out:
            continue
        conflict = json.loads(path.read_text(encoding="utf8"))
        for number, text in enumerate(conflict["reports"]):
            rows = aligned(conflict, number)
            if rows:
                told = tuple(attribution(row) for row in rows)
                names, kinds = names_in(text, conflict["names"]), frozenset(TYPES.values())
                yield Sample(f"{path.stem}/{number}", text, attributions=told, names=names, kinds=kinds)


def names_in(text: str, names: Iterable[Row]) -> tuple[Name, ...]:
    """The places of all marked names with their types, the longest first where two overlap.

    A state that acts is a place, as in Universal NER.
    """
    types = {form: TYPES[name["kind"]] for name in names for form in name["forms"]}
    kept: list[Span] = []
    for span in sorted({s for form in types for s in occurrences(text, form)}, key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= start or end <= span[0] for start, end in kept):
            kept.append(span)
    return tuple((*span, types[text[slice(*span)]]) for span in sorted(kept))
