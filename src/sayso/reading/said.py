"""On which day something was said: the date in the cue's own clause, else the day on which the report was filed.

A date inside the content tells of what happened, not of when it was said. Without a published day nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.types import Interval, Span
from sayso.values.dates import DatePhrase, resolve_all

FAR = 90
"""Characters between a cue and its date: beyond, the date belongs to another clause (swept 40-200 on the dev "
  "reports)."""
EARLIER = re.compile(r"\b(had|already|previously|earlier)\b", re.I)
BREAK = re.compile(r"[.!?;](?=\s)|\b(while|after|when|before|since|until|which|who|whose|where)\b")
STRETCH = re.compile(r"(since|until|till|by|from)\b", re.I)
FINITE = re.compile(r"\b(is|are|was|were|has|have|had|would|will)\b")
ANAPHOR = re.compile(
    r"(this|that|it|these|those|the (claim|claims|figure|report|reports|allegation|allegations|accusation))\b", re.I
)
JUST_AFTER = re.compile(r"[ ,]{0,2}(?:(?:already|only|still|late|early) )?")
LOOKING_BACK = re.compile(r"\bhad\b", re.I)
NOT_SIMPLE = re.compile(r"\b(had|has|have|is|are|says|tells|will|now)\b", re.I)
NAMES_A_DAY = re.compile(r"\b(?:declar|proclaim|designat|nam|mark|set)\w*$", re.I)
IS_NAMED = re.compile(
    r"\s(?:as |to be )?(?:(?:an?|the|national|official|public)\s)(?:[\w-]+\s){0,3}(?:day|holiday|deadline)\b"
)
MEANT_FOR = re.compile(r"\bfor\s+$", re.I)
AHEAD = re.compile(r"\b(?:will|would|shall|scheduled|slated|planned|due|set (?:to|for)|expected)\b[^.;]*$", re.I)

Dated = list[tuple[DatePhrase, Interval]]


def published_day(published: str | None) -> date | None:
    """The day of an ISO day or time, None where there is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def dates_in(text: str, filed: date | None) -> Dated:
    """The date phrases of a report written on ``filed`` that name one day, not one of weeks or years."""
    found = resolve_all(text, filed)
    return [(phrase, days) for phrase, days in found if days.first is not None and days.first == days.last]


@dataclass(frozen=True, slots=True)
class Clause:
    """Where a statement stands among the others: its cue, content and source, its sentence, the others' contents."""

    cue: Span
    content: tuple[Span, ...]
    sentence: Span
    others: tuple[Span, ...]
    source: tuple[Span, ...] = ()


def said_on(text: str, dated: Dated, published: date, clause: Clause) -> tuple[date, str] | None:
    """The day that the cue's own clause names, and the words that name it; None where it names none."""
    own = [each for each in dated if _belongs(text, each[0].span, clause)]
    past = [(phrase, days.first) for phrase, days in own if days.first is not None and days.first <= published]
    if not past:
        return None
    phrase, day = min(past, key=lambda each: _gap(each[0].span, clause.cue))
    return day, f'said: "{phrase.text}"'


def may_carry(cue: str, *, giving: bool) -> bool:
    """True where a day passes from one statement of a speaker to the next: both told in the simple past."""
    return not (LOOKING_BACK if giving else NOT_SIMPLE).search(cue)


def _gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _belongs(text: str, phrase: Span, clause: Clause) -> bool:
    """True for a date phrase in the clause of the cue: beside it, or right after a content that stops before it."""
    cue, words = clause.cue, text[phrase.start : phrase.end]
    if not clause.sentence.start <= phrase.start < max(clause.sentence.end, cue.end) or STRETCH.match(words):
        return False
    if any(piece.start < phrase.end and phrase.start < piece.end for piece in clause.others):
        return False
    if _is_told_of(text, phrase, clause):
        return False
    inside = [piece for piece in clause.content if piece.start < phrase.end and phrase.start < piece.end]
    if inside:
        return _ends_told_earlier(text, phrase, cue, inside[0])
    low, high = min(phrase.end, cue.end), max(phrase.start, cue.start)
    if any(low <= piece.start < high for piece in (*clause.content, *clause.others)):
        return any(
            cue.end <= piece.start and JUST_AFTER.fullmatch(text, piece.end, phrase.start) for piece in clause.content
        )
    return high - low <= FAR and not BREAK.search(text, low, high)


def _is_told_of(text: str, phrase: Span, clause: Clause) -> bool:
    """True for the day of what is told: `declared [Tuesday] a day of mourning`, `set talks for [Friday]`, `Two died
    where a bomb fell [on Tuesday], the mayor said`.
    """
    cue = clause.cue
    between = text[cue.end : phrase.start] if cue.end <= phrase.start else ""
    named = NAMES_A_DAY.search(text, cue.start, cue.end) and IS_NAMED.match(text, phrase.end)
    if (named and not between.strip()) or MEANT_FOR.search(text, clause.sentence.start, phrase.start):
        return True
    if AHEAD.search(between):
        return True
    ends = phrase.end < cue.start and any(piece.end <= phrase.start for piece in clause.content)
    return ends and any(phrase.end <= each.start < cue.start for each in clause.source)


def _ends_told_earlier(text: str, phrase: Span, cue: Span, piece: Span) -> bool:
    """`He had already reported [larger gains on Saturday]`: the date at the end of a noun is that of the telling."""
    if cue.end > piece.start or piece.end - phrase.end > 1:
        return False
    if " that " in text[cue.end - 1 : piece.start + 6] or FINITE.search(text, piece.start, phrase.start):
        return False
    early = EARLIER.search(text, max(0, cue.start - 20), phrase.start) is not None
    return early or ANAPHOR.match(text, piece.start, piece.end) is not None
