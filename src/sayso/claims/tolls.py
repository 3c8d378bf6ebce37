"""The running toll of a whole war: all who have died since it began, as it is told from day to day.

A toll that always stays the same is background ("some 12,000 have died since 1994"); one that moves is news, and is
asked about apart from the dead of single strikes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from sayso.types import Claim, Report
from sayso.values.numbers import find_quantities
from sayso.values.passages import sentence_around

FIGHTS = re.compile(
    r"soldier|servicem|troops|conscript|officer|airm[ae]n|sailor|pilot|crew|sapper|martyr|comrade|sentr|fighter|"
    r"\bm[ae]n\b|rebel|militant|terrorist|guard|gunm|insurgent|bandit|combatant|attacker|defender|prisoner|captive|"
    r"hostage|detainee|marine|gendarme|police|ranger|paratroop|volunteer|guerrilla|partisan|operator",
    re.I,
)  # whose dead are a side's; those of anybody else are a place's
LONGEST = timedelta(days=3 * 365)  # a toll that counts for longer is one of history
SHORTEST = timedelta(days=7)  # one that counts for less is of a strike or a battle
LEAST = 20  # dead of a war, where a war is meant
OUTCOMES = ("killed", "injured")
_WAR = (
    r"(?:war|conflict|fighting|hostilities|aggression|offensive|escalation|invasion|bombardment|campaign|siege|battle)"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_RUNNING = re.compile(
    rf"\bsince (?:the )?(?:\w+ ){{0,2}}(?:start|beginning|outbreak|{_WAR})\b|"
    rf"\bsince (?:the )?(?:early |mid-?|late )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}|"
    r"\b(?:over|in|during) the (?:last|past) (?:\w+ ){0,3}(?:years?|months|weeks)\b|"
    rf"\b(?:weeks|months|years?) of (?:\w+ )?{_WAR}\b|"
    rf"\b(?:the|this) (?:\w+ )?{_WAR} has (?:so far |already )?(?:killed|cost|claimed|left)\b|"
    r"\b(?:overall|cumulative) (?:death )?toll\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bsince (?:[\w.,]+ ){0,3}((?:1[89]|20)\d\d)\b")


def moving_tolls(claims: Iterable[tuple[Report, Claim]]) -> frozenset[str]:
    """The ids of the claims of a running toll, where two reports at least give different numbers.

    Args:
        claims: claims of one conflict with their reports.
    """
    tolls = [(report.id, claim.id, number) for report, claim in claims if (number := _toll(report, claim))]
    moves = len({number for *_, number in tolls}) > 1 and len({report for report, *_ in tolls}) > 1
    return frozenset(claim for _, claim, _ in tolls if moves)


def counts_a_war(report: Report, claim: Claim) -> bool:
    """Whether a claim counts all that a war has cost, whatever others count."""
    return _toll(report, claim) is not None


def _toll(report: Report, claim: Claim) -> float | None:
    """The highest number of a claim of all that a war has cost, None for any other claim."""
    if claim.kind != "casualties" or claim.slot("outcome") not in OUTCOMES or _fights(claim):
        return None
    sentence, words = (
        sentence_around(report.text, claim.evidence),
        report.text[claim.evidence.start : claim.evidence.end],
    )
    told = sentence[: sentence.find(words) + len(words)] if words in sentence else words
    if not _RUNNING.search(told) or _is_of_other_days(report, claim, told):
        return None
    return max((q.low for q in find_quantities(words) if q.low and q.low >= LEAST), default=None)


def _fights(claim: Claim) -> bool:
    """Whether a count is of those who fight; whoever counts martyrs may count anybody."""
    who = claim.slot("who")
    return who != "martyrs" and FIGHTS.search(who) is not None


def _is_of_other_days(report: Report, claim: Claim, words: str) -> bool:
    """Whether a toll counts from a day or a year long before the report, or from the last days before it."""
    published = date.fromisoformat(report.published[:10]) if report.published else None
    begins = (claim.when or "").split("/")[0]
    named = _YEAR.search(words)
    days = [date.fromisoformat(begins)] if begins else []
    years = [date(int(named[1]), 12, 31)] if named else []
    if published is None:
        return False
    return any(published - day > LONGEST for day in (*days, *years)) or any(published - day < SHORTEST for day in days)
