"""Judgements as lines for a terminal and as JSON: who decided what, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.types import Anchor, Brief, Judgement
from sayso.views.holding import matter_at
from sayso.views.terminal import Line, wrapped
from sayso.views.wording import quoted

_SHOWN = 90  # characters of a text that are shown


def log_lines(brief: Brief, judgements: Sequence[Judgement], *, width: int) -> list[Line]:
    """Every judgement in the order in which they were made, undone ones marked."""
    undone = {j.undoes: j for j in judgements if j.action == "undo"}
    lines = []
    for judgement in judgements:
        mark = f" (undone by {undone[judgement.id].who})" if judgement.id in undone else ""
        head = f"{judgement.id[:8]}  {judgement.made[:16].replace('T', ' ')}  {judgement.who}: "
        lines += wrapped(f"{judgement_words(brief, judgement)}{mark}", width, head, "          ")
    return lines or [Line("No judgements yet: `sayso judge --help` says how to make one.", "quiet")]


def judgement_words(brief: Brief, judgement: Judgement) -> str:
    """What a judgement says, in a line."""
    about = _with_matters(brief, judgement)
    named = [anchor_words(brief, anchor) for anchor in about]
    why = f" - {judgement.why}" if judgement.why else ""
    if judgement.action == "undo":
        return f"undoes {judgement.undoes[:8]}{why}"
    if judgement.action == "merge":
        return f"puts together {named[0]} and {named[1]}{why}"
    if judgement.action == "split":
        return f"sets apart {named[1]} from {named[0]}{why}"
    if judgement.action == "reject" and len(named) == 2:
        return f"leaves out {named[1]} from {named[0]}{why}"
    if judgement.action == "correct":
        return f"corrects {named[0]}: {judgement.field} is {judgement.value or 'nothing'}{why}"
    if judgement.action == "note":
        return f"notes on {named[0]}: {judgement.value}{why}"
    return f"{judgement.action}s {named[0]}{why}"


def _with_matters(brief: Brief, judgement: Judgement) -> list[Anchor]:
    """What a judgement is about, matters with the question and id that they have now where none was kept."""
    apart = judgement.action in ("split", "reject")  # then the second are words of the first
    return [
        replace(anchor, name=matter.question, id=matter.id)
        if not anchor.id and not (apart and at) and (matter := matter_at(brief.matters, anchor))
        else anchor
        for at, anchor in enumerate(judgement.about)
    ]


def anchor_words(brief: Brief, anchor: Anchor) -> str:
    """What an anchor names: the kind of record, its words or name, its place."""
    if anchor.kind == "name":
        return f"the name {anchor.name}"
    if anchor.kind == "matter" and anchor.id:
        return f"the matter “{anchor.name}” ({anchor.id[:8]})"
    report = next((r for r in brief.reports if r.id == anchor.report), None)
    if report is None:
        return f"a {anchor.kind} in a report that is not here"
    if anchor.span is None:
        return f"the report {report.path}"
    words = " ".join(report.text[anchor.span.start : anchor.span.end].split())
    short = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
    kind = "words" if anchor.kind == "matter" else anchor.kind
    return f"the {kind} {quoted(short)} [{report.path} {anchor.span.start}-{anchor.span.end}]"


def judgement_shape(judgement: Judgement) -> dict[str, Any]:
    """A judgement as JSON."""
    words = {k: getattr(judgement, k) for k in ("id", "made", "who", "action", "field", "value", "why", "undoes")}
    return words | {"about": [anchor_shape(anchor) for anchor in judgement.about]}


def anchor_shape(anchor: Anchor) -> dict[str, Any]:
    """An anchor as JSON, with only what it has."""
    words = {k: getattr(anchor, k) for k in ("kind", "report", "name", "label", "id")}
    spans = {k: [s.start, s.end] for k in ("span", "cue") if (s := getattr(anchor, k))}
    return {k: v for k, v in (words | spans).items() if v}
