"""Reading the corpora: every text that is trained or measured on, in one form.

The corpora lie outside the project. Nothing of them is kept here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.align import read_annotated
from training.parses import Sentence, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement marked by hand."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A word or phrase and what it refers to, marked by hand; nothing that is earlier or later where it is new."""

    start: int
    end: int
    targets: tuple[Span, ...]


CLUSTERS_HELD_OUT = ("ban-sumlet", "itavera", "mersalqa", "tollavere")  # of our own; no network learns from them
CLUSTERS_LATER = (  # treated as the small conflicts of training.conflicts.LATER
    "ashdar-khel", "baraka-district", "batu-gerhana", "bhaluwar", "gondarou", "hovtashen", "lambayao", "loi-namhkao",
    "mong-sethau", "orvanya", "ostravar", "pelagonesos", "raudpere", "sallqamayu", "senoukoura", "sinjaya-thoun",
    "tupecare", "turgesh-yol", "vaelen", "velebrica", "yapurima", "zaouiet-meran", "zumaylan",
)  # fmt: skip
Name = tuple[int, int, str]
PLAIN = frozenset({"PER", "ORG", "LOC", "MISC"})  # what the published corpora mark


@dataclass(frozen=True, slots=True)
class Sample:
    """One text with what is marked in it; ``None`` where a layer was not marked at all."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    names: tuple[Name, ...] | None = None
    masked: tuple[Span, ...] = field(default=())  # nothing is learnt about roles here
    kinds: frozenset[str] = PLAIN  # the kinds of names that were marked
    sentences: tuple[Sentence, ...] | None = None
    links: tuple[Link, ...] | None = None


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def spans(pairs: list[list[int]] | None) -> tuple[Span, ...]:
    """Pairs as spans, empty ones dropped."""
    return tuple((start, end) for start, end in pairs or [] if end > start)


def attribution(row: dict[str, Any]) -> Attribution:
    """One attribution of a row."""
    return Attribution(spans(row.get("source")), spans(row.get("cue")), spans(row.get("content")))


def statement_samples(path: Path) -> list[Sample]:
    """PolNeAR, the seeds or a cluster."""
    return [
        Sample(
            id=row["id"],
            text=row["text"],
            attributions=tuple(attribution(a) for a in row["attributions"]),
            masked=spans(row.get("discard")) + spans(row.get("discuss")),
        )
        for row in rows(path)
    ]


def own_samples(folder: Path) -> list[Sample]:
    """The project's own annotated reports."""
    return [
        Sample(id=row["id"], text=row["text"], attributions=tuple(attribution(a) for a in row["attributions"]))
        for row in read_annotated(folder)
    ]


def may_ship(licence: str) -> bool:
    """Whether a model trained on a row of this licence may be shipped: it is stated, and commerce is allowed."""
    return "NC" not in licence and "see document" not in licence


def name_samples(path: Path) -> list[Sample]:
    """Texts with names; whole mentions (another way of marking) and closed licences are left out."""
    return [
        Sample(id=row["id"], text=row["text"], names=tuple((s, e, kind) for s, e, kind in row["entities"]))
        for row in rows(path)
        if row.get("scheme", "name") != "whole mention" and may_ship(row["licence"])
    ]


QUOTES = "\"“”„«»'‘’"


def wide_content(text: str, span: Span) -> Span:
    """A content span by PolNeAR's rule: quotation marks and a leading "that" inside, closing full stop outside."""
    start, end = span
    while start and text[start - 1] in QUOTES:
        start -= 1
    if text[max(0, start - 5) : start].lower() == "that ":
        start -= 5
    if text[end : end + 1] in (".", ",", "!", "?") and text[end + 1 : end + 2] in tuple(QUOTES):
        return start, end + 2
    if text[end : end + 1] in tuple(QUOTES):
        return start, end + 1
    if text[end - 1] in ".,":
        return start, end - 1
    return start, end


def negative_samples(path: Path) -> list[Sample]:
    """GUM's attributions with negative polarity; all else in their texts is masked."""
    out = []
    for row in rows(path):
        found = [a for a in row["attributions"] if a["polarity"] == "negative" and a["cue"] and a["source"]]
        if not found or not may_ship(row["licence"]):
            continue
        attributions, masked, before = [], [], 0
        for a in sorted(found, key=lambda a: a["source"][0]):
            cue = max(spans(a["cue"]), key=lambda s: s[1] - s[0])
            attributions.append(Attribution(spans(a["source"]), (cue,), spans(a["content"])))
            ends = [*spans(a["source"]), cue, *spans(a["content"])]
            masked.append((before, max(before, min(ends)[0])))
            before = max(before, max(end for _, end in ends))
        masked.append((before, len(row["text"])))
        out.append(Sample(row["id"], row["text"], tuple(attributions), None, tuple(s for s in masked if s[1] > s[0])))
    return out
