"""Which matter holds given words, and what people noted beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sayso.types import Anchor, Brief, Matter, Span


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote beside a matter: the words, who wrote them, when (an ISO time in UTC) and why."""

    text: str
    who: str
    made: str
    why: str = ""


def notes_of(brief: Brief) -> dict[str, tuple[Note, ...]]:
    """Id of a matter -> the notes beside it that count, in the order in which they were made."""
    found: dict[str, tuple[Note, ...]] = {}
    ids = {matter.id: matter for matter in brief.matters}
    for judgement in brief.judgements:
        if judgement.action != "note":
            continue
        anchor = judgement.about[0]
        matter = matter_at(brief.matters, anchor) or ids.get(anchor.id)
        if matter:
            note = Note(judgement.value, judgement.who, judgement.made, judgement.why)
            found[matter.id] = (*found.get(matter.id, ()), note)
    return found


def matter_at(matters: Iterable[Matter], anchor: Anchor) -> Matter | None:
    """The matter that an anchor names: the one that holds its words, of its kind if there is a choice."""
    if anchor.kind != "matter" or anchor.span is None:
        return None
    found = [
        (in_common(p.evidence, anchor.span), matter.kind == anchor.label, matter.id == anchor.id, matter.weight, matter)
        for matter in matters
        for p in matter.positions
        if p.report == anchor.report and lies_on(anchor.span, p.evidence)
    ]
    return max(found, key=lambda each: each[:4])[4] if found else None


def successor(matters: Iterable[Matter], held: Collection[tuple[str, Span]]) -> Matter | None:
    """The matter that holds most of the words (report and span) that another one held; None where none holds any."""
    spans: dict[str, list[Span]] = {}
    for report, span in held:
        spans.setdefault(report, []).append(span)
    counted = [
        (sum(any(lies_on(p.evidence, span) for span in spans.get(p.report, ())) for p in m.positions), m.weight, m)
        for m in matters
    ]
    best = max(counted, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] else None


def lies_on(span: Span, words: Span) -> bool:
    """Whether half of the shorter of two spans is in both.

    >>> lies_on(Span(10, 20), Span(15, 90)), lies_on(Span(10, 20), Span(19, 90))
    (True, False)
    """
    both = overlap(span, words)
    return both > 0 and both * 2 >= min(span.end - span.start, words.end - words.start)


def overlap(one: Span, other: Span) -> int:
    """How many characters are in both; none or fewer where they do not meet."""
    return min(one.end, other.end) - max(one.start, other.start)


def in_common(one: Span, other: Span) -> float:
    """How far two spans are the same, at most 1."""
    return overlap(one, other) / max(1, max(one.end, other.end) - min(one.start, other.start))
