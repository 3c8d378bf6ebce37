"""What a denial is of: somebody's accusation, or the clause between it and what the speaker says instead.

Rules of ``repairs.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.page import Page
from sayso.reading.sentences import ENDED
from sayso.types import Attribution, Span

CLAIM_NOUN = re.compile(
    r"(?:accusation|allegation|charge|claim|report|suggestion|notion|idea|tale|story|version|rumour|rumor)s?", re.I
)
TO_NOUN = re.compile(r"\W*(?:the|an?|any|all|this|that|these|those|such)?\W*", re.I)


def take_ownerless(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`Vell rejects the [accusation that it fired]`: an accusation of nobody is what the verb before it is about."""
    if _is_ownerless(page, attribution):
        return None if any(_leads_to(page, each, attribution) for each in others) else attribution
    taken = next((each for each in others if _is_ownerless(page, each) and _leads_to(page, attribution, each)), None)
    if taken is None:
        return attribution
    return replace(attribution, content=(Span(taken.cue[0].start, max(part.end for part in taken.content)),))


def _is_ownerless(page: Page, attribution: Attribution) -> bool:
    """Whether somebody's claim is told of without a word on whose it is."""
    cue = attribution.cue
    return not attribution.source and len(cue) == 1 and CLAIM_NOUN.fullmatch(page.words(cue[0])) is not None


def _leads_to(page: Page, verb: Attribution, noun: Attribution) -> bool:
    """Whether a statement without content ends right before one of nobody."""
    if verb.content or not verb.source or not verb.cue or not noun.content or verb.cue[-1].end > noun.cue[0].start:
        return False
    return TO_NOUN.fullmatch(page.text, verb.cue[-1].end, noun.cue[0].start) is not None


DENY = r"(?:den(?:y|ies|ied)|reject|dismiss|disput|refut|contest|contradict)"
DENIES, DENYING = re.compile(rf"\b{DENY}", re.I), re.compile(rf"{DENY}ing\W*", re.I)
PASSIVE = re.compile(
    r"(?:was|were|is|are|has been|have been) (?:\w+ly )?"
    r"(?:dismissed|rejected|denied|disputed|ridiculed|contested|refuted)",
    re.I,
)
BY_WHOM = re.compile(r" (?:in|by) (?P<who>(?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3})(?=[.,;]| as\b)")


def find_passive_denier(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`A truce of Vell's president was dismissed [in Ostria] as theatre`: who dismisses is named behind the verb."""
    if len(attribution.cue) != 1 or not PASSIVE.fullmatch(page.words(attribution.cue[0])):
        return attribution
    cue = attribution.cue[0]
    match = BY_WHOM.match(page.text, cue.end)
    if match is None or any(part.start >= cue.end for part in attribution.source):
        return attribution
    content = sorted({*attribution.source, *(p for p in attribution.content if p.end <= cue.start)})
    kept = tuple(part for part in content if not ENDED.search(page.text, part.end, cue.start))
    return replace(attribution, source=(Span(*match.span("who")),), content=kept or attribution.content)


def find_denier(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`The army said X, rejecting [a Front statement that Y]`: who stands behind "rejecting" is not who rejects."""
    if len(attribution.cue) != 1 or not attribution.source or not DENYING.fullmatch(page.words(attribution.cue[0])):
        return attribution
    cue = attribution.cue[0]
    if attribution.source[0].start < cue.end:
        return attribution
    before = [o for o in others if o.source and o.cue and max(o.cue[-1].end, o.source[-1].end) <= cue.start]
    near = max(before, key=lambda o: o.cue[-1], default=None)
    if near is None or ENDED.search(page.text, near.cue[-1].end, cue.start):
        return attribution
    end = max(part.end for part in (*attribution.source, *attribution.content))
    return replace(attribution, source=near.source, content=(Span(cue.end, end),))


def leave_denied(page: Page, attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    """`It denied [losing a jet], saying [it had landed]`: what stands before a cue belongs to the cue before that
    alone, where both have it and the later one has words of its own.
    """
    if len(attribution.content) < 2 or not attribution.cue:
        return attribution
    at = attribution.cue[0].start
    denials = [each for each in others if each.cue and DENIES.search(page.words(each.cue[-1]))]
    kept = tuple(p for p in attribution.content if p.end > at or not any(_has_before(each, p) for each in denials))
    behind = any(part.start >= at for part in kept)
    return replace(attribution, content=kept) if behind else attribution


def _has_before(other: Attribution, piece: Span) -> bool:
    """Whether another statement has just this piece, right behind its own cue."""
    return other.content == (piece,) and 0 <= piece.start - other.cue[-1].end <= 2
