"""Matters and positions as people decided: put together, set apart, named anew, left out, a stance set."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.claims.judged import ENOUGH, overlap, reason_of
from sayso.claims.matters import Draft
from sayso.claims.positions import Weighed
from sayso.claims.told import Told
from sayso.types import Anchor, Judgement


def judge_positions(
    weighed: Sequence[Weighed],
    stances: Mapping[str, Judgement],
    seen: Collection[str] = (),
    known: Collection[str] = (),
) -> list[Weighed]:
    """The positions of a matter as people decided.

    Args:
        weighed: the positions as they were read.
        stances: statement id -> the judgement that sets its stance on the question.
        seen: statements that a person accepted or corrected; how likely these are read right is no longer asked.
        known: speakers whose party a person set.
    """
    out = []
    for one in weighed:
        position = one.position
        if position.statement in seen:
            position = replace(position, likely=None)
        elif position.likely and position.speaker in known:
            position = replace(position, likely=replace(position.likely, party=1.0))
        judgement = stances.get(position.statement or "")
        if judgement:
            changes: dict[str, Any] = {"stance": judgement.value, "because": reason_of(judgement)}
            position = replace(position, **changes)
        out.append(replace(one, position=position))
    return out


def judge_drafts(drafts: Sequence[Draft], judgements: Sequence[Judgement]) -> list[Draft]:
    """The matters put together, set apart, named anew or left out as people decided."""
    out = list(drafts)
    for judgement in judgements:
        anchors = [anchor for anchor in judgement.about if anchor.kind == "matter"]
        first = _draft_of(out, anchors[0]) if anchors else None
        if first is None:
            continue
        rest = [d for d in out if d is not first]
        if judgement.action == "reject":
            out = [*_without(first, anchors[1]), *rest] if len(anchors) == 2 else rest
        elif judgement.action == "correct" and judgement.field == "question":
            out = [replace(first, question=judgement.value, because=_and(first, judgement)), *rest]
        elif judgement.action == "merge" and len(anchors) == 2:
            other = _draft_of(rest, anchors[1])
            if other:
                out = [_merged(first, other, judgement), *(d for d in rest if d is not other)]
        elif judgement.action == "split":
            out = [*_parted(first, anchors[-1], judgement), *rest]
    return out


def _draft_of(drafts: Sequence[Draft], anchor: Anchor) -> Draft | None:
    """The matter that tells most of the anchor's words, told under the anchor's kind of matter if there is a choice."""
    scored = [
        (overlap(told.evidence, anchor.span), draft.kind == anchor.label, -n, draft)
        for n, draft in enumerate(drafts)
        for told in draft.told
        if told.report.id == anchor.report
    ]
    best = max(scored, key=lambda row: row[:3], default=None)
    return best[3] if best and best[0] >= ENOUGH else None


def _merged(first: Draft, other: Draft, judgement: Judgement) -> Draft:
    told = sorted({id(t): t for t in (*first.told, *other.told)}.values(), key=lambda t: (t.date, t.evidence))
    slots = {**dict(other.slots), **dict(first.slots)}
    return replace(first, told=tuple(told), slots=tuple(slots.items()), because=_and(first, judgement))


def _without(draft: Draft, anchor: Anchor) -> list[Draft]:
    """The matter without the anchor's words; nothing where nothing else is told of it."""
    left = [t for t in draft.told if not _tells(t, anchor)]
    return [replace(draft, told=tuple(left))] if left else []


def _tells(told: Told, anchor: Anchor) -> bool:
    return told.report.id == anchor.report and overlap(told.evidence, anchor.span) >= ENOUGH


def _parted(draft: Draft, anchor: Anchor, judgement: Judgement) -> list[Draft]:
    """The matter without the anchor's words, and those as a matter of their own."""
    out = [t for t in draft.told if _tells(t, anchor)]
    left = [t for t in draft.told if t not in out]
    if not out or not left:
        return [draft]
    identity = hashlib.sha256(f"{draft.id} without {judgement.id}".encode()).hexdigest()[:12]
    apart = replace(
        draft,
        id=identity,
        question=judgement.value or draft.question,
        told=tuple(out),
        because=f"set apart from: {draft.question}; {reason_of(judgement)}",
    )
    return [replace(draft, told=tuple(left)), apart]


def _and(draft: Draft, judgement: Judgement) -> str:
    return f"{draft.because}; {reason_of(judgement)}"
