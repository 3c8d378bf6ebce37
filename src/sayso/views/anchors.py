"""Records -> the anchors that a judgement names them by, and a user's words for a record -> its anchor."""

from __future__ import annotations

import re
from collections import Counter

from sayso.errors import NotFoundError
from sayso.types import Anchor, Brief, Claim, KnownName, Matter, Report, Span, Statement, cover
from sayso.views.lists import find_matter
from sayso.views.outline import outline

_PLACE = re.compile(r"(?P<report>.+?)[\s:]+(?P<start>\d+)-(?P<end>\d+)")


def statement_anchor(statement: Statement) -> Anchor:
    """The anchor of a statement: the words from first to last of its content, else of its cue or source."""
    span = cover(statement.content or statement.cue or statement.source)
    return Anchor("statement", statement.report, span, cover(statement.cue) if statement.cue else None)


def claim_anchor(claim: Claim) -> Anchor:
    """The anchor of a claim: its kind and the words that it was read from."""
    return Anchor("claim", claim.report, claim.evidence, label=claim.kind)


def name_anchor(name: KnownName) -> Anchor:
    """The anchor of a name: its fullest spelling."""
    return Anchor("name", name=name.name)


def matter_anchor(matter: Matter, brief: Brief) -> Anchor:
    """The anchor of a matter: words that it holds, those that no other matter of its kind holds where there are any."""
    rows = Counter((p.report, p.evidence, m.kind) for m in brief.matters for p in m.positions)
    best = min(matter.positions, key=lambda p: (rows[p.report, p.evidence, matter.kind], p.date, p.evidence))
    return Anchor("matter", best.report, best.evidence, label=matter.kind)


def find_report(brief: Brief, words: str) -> Report:
    """The report that a user means: by its mark in the brief (R2), its path, address, or the beginning of its id.

    Raises:
        NotFoundError: no report answers to that, or more than one does.
    """
    marks = dict(outline(brief).reports)
    if words.upper() in marks:
        return marks[words.upper()]
    found = [r for r in brief.reports if words in (r.path, r.address, r.id)] or [
        r for r in brief.reports if r.path.endswith(words) or r.id.startswith(words)
    ]
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        f"{words}: {'more than one report is' if found else 'no report is'} named so; use its full path"
    )


def find_place(brief: Brief, words: str) -> tuple[Report, Span]:
    """The place that a user means: "R2 57-101" as the brief prints it, or "path:57-101".

    Raises:
        NotFoundError: it names no place in a report.
    """
    place = _PLACE.fullmatch(words.strip("[] "))
    if not place:
        raise NotFoundError(f"{words}: name a place as the brief prints it, such as R2:57-101")
    return find_report(brief, place["report"]), Span(int(place["start"]), int(place["end"]))


def find_statement(brief: Brief, words: str) -> Statement:
    """The statement that a user means: the beginning of its id, or a place as the brief prints it.

    Raises:
        NotFoundError: there is no statement.
    """
    found = [s for s in brief.statements if len(words) >= 6 and s.id.startswith(words)]
    if len(found) == 1:
        return found[0]
    report, span = find_place(brief, words)
    ours = [s for s in brief.statements if s.report == report.id]
    best = max(ours, key=lambda s: _common(s, span), default=None)
    if best is None or _common(best, span) <= 0:
        raise NotFoundError(f"{words}: no statement stands there; `sayso statements` lists them")
    return best


def find_matter_anchor(brief: Brief, words: str) -> Anchor:
    """The anchor of the matter that a user means, as for ``find_matter``."""
    return matter_anchor(find_matter(brief, words), brief)


def _common(statement: Statement, span: Span) -> float:
    """How far a statement's words and ``span`` are the same."""
    whole = cover(statement.spans)
    both = min(whole.end, span.end) - max(whole.start, span.start)
    return both / (max(whole.end, span.end) - min(whole.start, span.start))
