"""What is told of incidents: a claim with the position that tells it, and what reports tell in their own voice.

A report's own voice makes no position; what it plainly tells of a place on a day makes a row all the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.types import Brief, Claim, Matter, Position, Reading, Report, Span
from sayso.values.dates import resolve_all

VOICED = ("attack", "responsibility", "casualties", "control")
"""Kinds of claim of which a report's own voice makes a row."""
_FULL = 6  # words of a sentence; what has fewer and no full stop is a heading
_NEW_TOLL = re.compile(r"\b(?:toll|raised|rose|risen|rises|rising|climb\w*)\b", re.IGNORECASE)
"""Where a day may be that on which a number was given: "the toll rose to 51 on Monday"."""
_INFERRED = re.compile(r"inferred: (?!.*it may be any day)")
_ENDS = (". ", "? ", "! ", ".\n", "\n\n")
NEWS = timedelta(days=62)
"""How long before a report something may have happened of which it tells as news."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as one position tells it, with the matter that both belong to.

    ``words`` are those of the claim, ``stance`` is what they do by the wording alone.
    """

    matter: Matter
    position: Position
    claim: Claim
    words: str = ""
    stance: str = ""


def conflicts_of(brief: Brief) -> dict[str, str]:
    """Report -> the conflict that most of what it says belongs to."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for matter in brief.matters:
        conflict = dict(matter.slots).get("conflict", "")
        for position in matter.positions:
            counted[position.report][conflict] += 1
    return {report: votes.most_common(1)[0][0] for report, votes in counted.items()}


def dated(claims: Mapping[str, list[Claim]], reports: Iterable[Report]) -> dict[str, list[Claim]]:
    """``claims`` with the days that their words name, where the day of their report was only inferred later.

    "On Friday" could not be read without one.
    """
    days = {
        report.id: (date.fromisoformat(report.published[:10]), report.text)
        for report in reports
        if report.published and _INFERRED.match(report.published_because or "")
    }
    return {key: [_dated(c, *days[c.report]) if c.report in days else c for c in each] for key, each in claims.items()}


def _dated(claim: Claim, written: date, text: str) -> Claim:
    """A claim with the first day or stretch of days that its words name; one that has a day keeps it."""
    words = text[claim.evidence.start : claim.evidence.end]
    if claim.when or claim.kind not in (*VOICED, "fighting") or _NEW_TOLL.search(words):
        return claim
    found = resolve_all(words, written)
    known = [(each.first, each.last) for _, each in found if each.first and each.last]
    if not known:
        return claim
    first, last = known[0]
    return replace(claim, when=first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")


def names_place(claim: Claim, text: str) -> bool:
    """Whether the sentence of a claim itself names the place that it is put at, or its paragraph opens with that."""
    name = r"\s+".join(map(re.escape, claim.slot("place").split()))
    start = max(text.rfind(mark, 0, claim.evidence.start) for mark in _ENDS)
    ends = [end for mark in _ENDS if (end := text.find(mark, claim.evidence.end - 1)) >= 0]
    sentence = text[start + 1 : min(ends, default=len(text))]
    head = text[text.rfind("\n", 0, claim.evidence.start) + 1 : claim.evidence.start]
    return bool(name) and bool(re.search(rf"\b{name}\b", sentence) or re.match(rf"\W*{name}\b", head, re.IGNORECASE))


def told_by_reports(
    brief: Brief, readings: Iterable[Reading], claims: Mapping[str, list[Claim]], spelt: Mapping[str, str]
) -> Iterator[Told]:
    """What reports tell in their own voice: that it happened, where, and on which day, news when they were written.

    Args:
        brief: the brief of the ledger.
        readings: one reading a report, as judgements leave them.
        claims: their claims by id, with days.
        spelt: spelling -> the name of the ledger.
    """
    reports = {report.id: report for report in brief.reports}
    for reading in readings:
        report = reports.get(reading.report)
        spoken = [span for each in reading.statements for span in (*each.source, *each.cue, *each.content)]
        for claim in (each for made in reading.claims for each in claims.get(made.id, ()) if report):
            if report and claim.statement is None and _is_news(claim, report) and not _overlaps(claim.evidence, spoken):
                place = claim.slot("place")
                if names_place(claim, report.text) and not _is_heading(claim, report):
                    yield _voiced(claim, report, spelt.get(place, place))


def _overlaps(span: Span, spoken: Iterable[Span]) -> bool:
    """Whether somebody is said to say some of it."""
    return any(each.start < span.end and span.start < each.end for each in spoken)


def _is_heading(claim: Claim, report: Report) -> bool:
    """Whether it only stands in a headline or over a section: a few words without a full stop."""
    title, words = report.title_span, report.text[claim.evidence.start : claim.evidence.end].rstrip()
    return (title is not None and claim.evidence.start < title.end) or (
        words[-1:] not in ".!?" and len(words.split()) < _FULL
    )


def _is_news(claim: Claim, report: Report) -> bool:
    """Whether a claim tells of something that happened on one day not long before its report."""
    first, _, last = (claim.when or "").partition("/")
    if (
        claim.kind not in VOICED
        or only_blames(claim)
        or claim.polarity != "+"
        or claim.modality != "actual"
        or not first
        or last
    ):
        return False
    if claim.kind == "control" and claim.slot("change") not in ("gained", "lost"):
        return False
    published = (report.published or "")[:10]
    return not published or timedelta(0) <= date.fromisoformat(published) - date.fromisoformat(first) <= NEWS


def only_blames(claim: Claim) -> bool:
    """Whether a claim says who did it, and not what was done."""
    return claim.kind == "responsibility" and not claim.slot("deed")


def _voiced(claim: Claim, report: Report, place: str) -> Told:
    words = report.text[claim.evidence.start : claim.evidence.end]
    position = Position(
        party="",
        speaker="",
        channel="",
        stance="asserts",
        position=words,
        date=report.published or "",
        report=report.id,
        statement=None,
        evidence=claim.evidence,
        text=words,
        because="the report tells it in its own voice",
    )
    matter = Matter("", "", claim.kind, (("place", place),), (position,), (), (), 0, 0, 0.0, "")
    return Told(matter, position, claim, words)
