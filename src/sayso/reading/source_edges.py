"""Where a source ends: before its verb of saying, and within the sentence of its cue. Rules of ``repairs.py``."""

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
