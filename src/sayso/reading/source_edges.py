"""Where a source begins and ends: before its verb of saying, within the sentence of its cue, without what stands beside
it; and what is no source at all. Rules of ``repairs.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.page import Page
from sayso.reading.sentences import sentence_at
from sayso.types import Attribution, Span

SPEAKS = re.compile(
    r"(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}))"
    r"(?: (?:has|had|have|also|then|later))* (?:said|says|told|replied|replies|answered|added|stated|declared|claimed|"
    r"insisted|warned|argued|wrote|admitted|conceded|acknowledged|denied|responded|countered|retorted)\b"
)


def leave_verb(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`[he replied that the army]`: who speaks ends before the verb of saying."""
    return replace(attribution, source=tuple(_before_verb(page, piece) for piece in attribution.source))


def _before_verb(page: Page, piece: Span) -> Span:
    match = SPEAKS.match(page.words(piece))
    return Span(piece.start, piece.start + match.end("who")) if match else piece


def keep_near_source(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """Of a source in pieces, those in the sentence of the cue, where one is there."""
    own = sentence_at(page.sentences, attribution.cue[0].start) if attribution.cue else None
    if own is None or len(attribution.source) < 2:
        return attribution
    near = tuple(piece for piece in attribution.source if own.start <= piece.start < own.end)
    return replace(attribution, source=near) if near else attribution


BESIDE = re.compile(
    r",? (?:in|during|after|following|at|on|over|before) (?:an?|the|his|her|their|its|separate|joint) [^.;\n,]{0,60}?"
    r"\b(?:with|to|from|by)\s(?:the\s)?"
)
"""Before whom a source only talks with: "Anka, in a telephone call with [Reth], said"."""


def leave_beside(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`[Anka, in a telephone call with Reth], said`: whom the source talks with says nothing here."""
    kept: list[Span] = []
    for piece in attribution.source:
        if kept and BESIDE.fullmatch(page.text, kept[-1].end, piece.start):
            continue
        inside = BESIDE.search(page.text, piece.start, piece.end)
        aside = inside is not None and inside[0].startswith(",") and inside.start() > piece.start
        kept.append(Span(piece.start, inside.start()) if inside and aside else piece)
    return replace(attribution, source=tuple(kept))


GENITIVE = re.compile(r"(?:[\w’'-]+ ){0,4}[\w-]+(?:[’']s|s[’'])")
SOME = re.compile(r"(?:most|half|all|both|many|few|a few|several|more|the rest)", re.IGNORECASE)
COUNT = r"(?:figures?|numbers?|tolls?|counts?|totals?|tally|estimates?)"
THE_COUNT = re.compile(rf"(?:the|this|that|these|its|their) (?:\w+ ){{0,2}}?{COUNT}", re.IGNORECASE)
COUNT_OF = re.compile(rf"(?P<who>.{{3,}}?)[’']s? (?:\w+ ){{0,2}}{COUNT}", re.DOTALL)
STATES = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:censorship|secrecy|fighting|violence|uncertainty|chaos|confusion|darkness|weather|distance|"
    r"restrictions|blackouts?|shelling|fear)",
    re.IGNORECASE,
)
"""What keeps others from saying something and says nothing."""
IS = re.compile(r"(?:is|are|was|were|has been|have been|had been|stood|stands)\b", re.IGNORECASE)
AWAY = 3  # words that may stand between a genitive and the noun of saying that it goes with
WHOSE = re.compile(r"whose\s+", re.IGNORECASE)


def drop_no_source(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Most are reported to be back`, `Reporters' questions went unanswered`: who says it is not named there. Of `the
    ministry's last figure was 627` it is the ministry, of `whose owner said` the owner.
    """
    if len(attribution.source) != 1 or not attribution.cue:
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    words, is_so = page.words(source), IS.match(page.words(cue))
    away = len(page.text[source.end : cue.start].split()) > AWAY
    if STATES.fullmatch(words) or (away and GENITIVE.fullmatch(words)):
        return None
    if is_so and (SOME.fullmatch(words) or THE_COUNT.fullmatch(words)):
        return None
    of, whose = COUNT_OF.fullmatch(words), WHOSE.match(words)
    if is_so and of:
        return replace(attribution, source=(Span(source.start, source.start + of.end("who")),))
    return replace(attribution, source=(Span(source.start + whose.end(), source.end),)) if whose else attribution


PARTICIPLE = re.compile(
    r"(?:(?:also|while|thereby) )?(?:saying|claiming|adding|alleging|insisting|arguing|warning|stating|declaring|"
    r"vowing)\b",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"(?P<who>(?:(?:The|An?) )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3})"
    r" (?!(?:and|or|of|in|on|at|for|with|to|from|by|as|who|whose)\b)[a-z]+ "
)


def find_opening(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Ostria launched the raid, saying it had no choice`: the subject that opens the sentence says so."""
    cue = attribution.cue[0] if attribution.cue else None
    if attribution.source or not attribution.content or cue is None or not PARTICIPLE.match(page.words(cue)):
        return attribution
    sentence = sentence_at(page.sentences, cue.start)
    if sentence is None or not page.text[: cue.start].rstrip().endswith(","):
        return attribution
    start = max([sentence.start, *(s for s in page.starts if s <= cue.start)])
    match = OPENING.match(page.text, start, cue.start)
    return replace(attribution, source=(Span(*match.span("who")),)) if match else attribution
