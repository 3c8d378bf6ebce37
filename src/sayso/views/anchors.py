"""Records -> the anchors that a judgement names them by, and a user's words for a record -> its anchor."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Sequence

from sayso.errors import NotFoundError
from sayso.types import Anchor, Brief, Claim, KnownName, Matter, Report, Span, Statement, cover
from sayso.views.holding import in_common, lies_on, overlap
from sayso.views.outline import outline
from sayso.views.wording import quoted

_PLACE = re.compile(r"(?P<report>.+?)[\s:]+(?P<start>\d+)-(?P<end>\d+)")
_NAMED = 6  # places that a message names
_FIRST = 60  # characters of the words at a place that a message shows


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
    return Anchor("matter", best.report, best.evidence, name=matter.question, label=matter.kind, id=matter.id)


def find_name(brief: Brief, words: str, *, within: str = "", speakers: bool = False) -> str:
    """The spelling of a name that a user means, as the ledger has it.

    Args:
        brief: all of it.
        words: the spelling; capitals make no difference where one is so spelt.
        within: a spelling of the name that it must be another spelling of.
        speakers: whether whoever speaks in a statement is a name, too.

    Raises:
        NotFoundError: the ledger has no such name, or it is none of the other's spellings.
    """
    held = [known.spellings for known in brief.names if not within or within in known.spellings]
    spellings = [each for group in held for each in group]
    spellings += [s.speaker for s in brief.statements if s.speaker] if speakers else []
    found = words if words in spellings else next((s for s in spellings if s.casefold() == words.casefold()), "")
    if found and found != within:
        return found
    if within:
        others = ", ".join(each for each in spellings if each != within) or "none"
        raise NotFoundError(f"{words}: no other spelling of {within}; they are {others}")
    raise NotFoundError(f"{words}: no name is spelt so; `sayso names` lists them all")


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

    A place is the words of a line of the brief or of a statement; else it lies on one statement, with half of the
    shorter of the two in both.

    Raises:
        NotFoundError: no statement lies there, or more than one does; the message names them with their places.
    """
    found = [s for s in brief.statements if len(words) >= 6 and s.id.startswith(words)]
    if len(found) == 1:
        return found[0]
    report, span = find_place(brief, words)
    ours = [s for s in brief.statements if s.report == report.id]
    printed = {p.statement for m in brief.matters for p in m.positions if (p.report, p.evidence) == (report.id, span)}
    exact = [s for s in ours if s.id in printed or span in (*s.content, *s.cue, cover(s.content), cover(s.spans))]
    found = exact or [s for s in ours if lies_on(span, cover(s.spans))]
    if not found:
        raise NotFoundError(f"{words}: no statement stands there; {_nearest(brief, report, ours, span)}")
    if not exact and len(apart := _apart([cover(s.spans) for s in found])) > 1:
        raise NotFoundError(_several(brief, report, words, "statements", apart))
    return max(found, key=lambda s: in_common(cover(s.spans), span))


def find_words(brief: Brief, matter: Matter, words: str) -> Anchor:
    """The words of a matter at the place that a user means, as their anchor.

    Raises:
        NotFoundError: the matter has no words there, or some at several places.
    """
    report, span = find_place(brief, words)
    ours = sorted({p.evidence for p in matter.positions if p.report == report.id})
    found = [each for each in ours if each == span] or [each for each in ours if lies_on(span, each)]
    if not found:
        places = ", ".join(place_words(brief, report, each) for each in ours[:_NAMED])
        has = f"of that report it has {places}" if places else "it has none of that report"
        raise NotFoundError(f"{words}: no words of “{matter.question}” stand there; {has}")
    if len(apart := _apart(found)) > 1:
        raise NotFoundError(_several(brief, report, words, "lines", apart))
    return Anchor("matter", report.id, max(found, key=lambda each: in_common(each, span)), label=matter.kind)


def place_words(brief: Brief, report: Report, span: Span) -> str:
    """A place with its first words: R2:57-101 “the bridge is ...”."""
    mark = next((mark for mark, each in outline(brief).reports if each.id == report.id), report.path)
    words = textwrap.shorten(report.text[span.start : span.end], _FIRST, placeholder=" …")
    return f"{mark}:{span.start}-{span.end} {quoted(words)}"


def _several(brief: Brief, report: Report, words: str, what: str, spans: Sequence[Span]) -> str:
    named = ", ".join(place_words(brief, report, each) for each in spans[:_NAMED])
    return f"{words}: {len(spans)} {what} stand there, name one: {named}{', ...' if len(spans) > _NAMED else ''}"


def _nearest(brief: Brief, report: Report, statements: Sequence[Statement], span: Span) -> str:
    """Where the statement stands that is nearest to a place, in words."""
    spans = [cover(s.spans) for s in statements]
    near = min(spans, key=lambda each: max(each.start - span.end, span.start - each.end), default=None)
    return f"the nearest is {place_words(brief, report, near)}" if near else "that report has none"


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The outermost of some spans, in reading order: none lies for the better part in another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start - each.end):
        if not any(overlap(span, other) * 2 >= span.end - span.start for other in kept):
            kept.append(span)
    return sorted(kept)
