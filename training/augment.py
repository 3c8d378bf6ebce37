"""Texts made harder, as wires and web pages make them: quotation marks changed or lost, case lost, titles dropped.

Every change is a list of edits; spans are carried through them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from training.corpora import Attribution, Sample, Span

Edit = tuple[int, int, str]  # start, end, what stands there afterwards
MARKS = '"“”„«»'
OPENING = re.compile(r"(?:^|(?<=[\s(\[:–—-]))[" + MARKS + "]")
ANY_MARK = re.compile("[" + MARKS + "]")
STYLES = [
    ('"', '"'),
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("''", "''"),
    ("'", "'"),
    ("``", "''"),
    ("« ", " »"),
    ("“ ", " ”"),
]


@dataclass(frozen=True, slots=True)
class Chances:
    """How often each change is made to a text."""

    marks: float
    lower: float
    capitals: float
    no_title: float
    joined: float = 0.0  # sentences that stand on lines of their own, run together


def edited(sample: Sample, edits: list[Edit]) -> Sample:
    """The sample after some edits that do not overlap; spans that vanish are dropped."""
    parts: list[str] = []
    moved: list[int] = []
    before = length = 0
    for start, end, new in [*sorted(edits), (len(sample.text), len(sample.text), "")]:
        kept = sample.text[before:start]
        parts += [kept, new]
        moved += range(length, length + len(kept))
        length += len(kept)
        moved += [length] * (end - start)
        length += len(new)
        before = end
    moved.append(length)

    def carry(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        carried = ((moved[start], moved[end]) for start, end in spans)
        return tuple((start, end) for start, end in carried if end > start)

    text = "".join(parts)
    attributions = sample.attributions and tuple(
        Attribution(carry(a.source), carry(a.cue), carry(a.content)) for a in sample.attributions
    )
    names = sample.names and tuple(
        (moved[start], moved[end], kind) for start, end, kind in sample.names if moved[end] > moved[start]
    )
    return replace(sample, text=text, attributions=attributions, names=names, masked=carry(sample.masked))


def other_marks(sample: Sample, chance: random.Random) -> Sample:
    """Other quotation marks, or none, or some of them lost."""
    opening = {m.start() for m in OPENING.finditer(sample.text)}
    places = [m.start() for m in ANY_MARK.finditer(sample.text)]
    way = chance.choice(["style", "style", "none", "some"])
    if way == "style":
        left, right = chance.choice(STYLES)
        return edited(sample, [(i, i + 1, left if i in opening else right) for i in places])
    lost = places if way == "none" else [i for i in places if chance.random() < 0.4]
    return edited(sample, [(i, i + 1, "") for i in lost])


def without_title(sample: Sample) -> Sample:
    """The text after its first blank line."""
    title = re.match(r"[^\n]+\n\n+", sample.text)
    return edited(sample, [(0, title.end(), "")]) if title and title.end() < len(sample.text) else sample


def joined(text: str, chance: random.Random) -> str:
    """Lines run together into paragraphs; the text keeps its length."""
    return "".join(" " if c == "\n" and chance.random() < 0.8 else c for c in text)


def augmented(sample: Sample, chances: Chances, chance: random.Random) -> Sample:
    """The sample with changes drawn by chance."""
    if chance.random() < chances.joined:
        sample = replace(sample, text=joined(sample.text, chance))
    if chance.random() < chances.no_title:
        sample = without_title(sample)
    if chance.random() < chances.marks:
        sample = other_marks(sample, chance)
    drawn = chance.random()
    if drawn < chances.lower:
        sample = replace(sample, text="".join(c.lower() if len(c.lower()) == 1 else c for c in sample.text))
    elif drawn < chances.lower + chances.capitals:
        sample = replace(sample, text="".join(c.upper() if len(c.upper()) == 1 else c for c in sample.text))
    return sample
