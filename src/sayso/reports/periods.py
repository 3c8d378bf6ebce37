"""What stretch of days a head says that its report covers: "Monthly summary, July 2025", "week of 12 to 18 May 2025".

Such a line states no day of publication; it says that the report is no older than the last of these days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.reports.days import find_day

_LONGEST_LINE = 160
_YEAR = r"(?:19|20)\d\d"
_MONTH = re.compile(rf"(?:^|[,;:|(–—-]\s*|\bfor\s+)(?P<month>[^\W\d_]{{3,}})\.?,?\s+(?P<year>{_YEAR})[\s.)]*$")
_TO = r"\s*(?:-|–|—|to|through|until|and)\s*"
_RANGE = re.compile(rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>[^\W\d_]{{3,}})\.?)?{_TO}(?=\d)")
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>[^\W\d_]{{3,}})\.?\s+(?P<first>\d{{1,2}}){_TO}(?P<last>\d{{1,2}}),?\s+(?P<year>{_YEAR})\b"
)
_WEEK = re.compile(
    r"\bweek (?:(?P<end>ending|ended|to|up to)|of|from|beginning|starting)(?: on)?:?\s+(?:[^\W\d_]+day,?\s+)?",
    re.IGNORECASE,
)
_PERIODICAL = re.compile(
    r"\b(?:monthly|month|weekly|quarterly|fortnightly|daily|summary|report|review|bulletin|digest|overview|update|"
    r"issue|edition|number|brief(?:ing)?|volume|vol|figures|incidents|casualt(?:y|ies)|toll|tally|newsletter|situation|"
    r"statistics|monitor\w*|chronicle|period)\b",
    re.IGNORECASE,
)
"""What a line calls a report that covers a stretch of days."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days as a head states it."""

    words: str
    first: date
    last: date


def find_period(line: str, language: str | None = None) -> Period | None:
    """The stretch of days that a line of a head says its report covers, None where it states none: days that are the
    whole line, or stand beside what such a report is called.

    >>> period = find_period("Monthly summary, July 2025")
    >>> str(period.first), str(period.last)
    ('2025-07-01', '2025-07-31')
    >>> find_period("The war in July 2025") is None
    True
    """
    line = line.strip()
    if len(line) > _LONGEST_LINE:
        return None
    named = _PERIODICAL.search(line) is not None
    days = None if _week(line, language) else _days(line, language)
    if days and (named or days.words == line.strip(".,;:()[] ")):
        return days
    return _week(line, language) or (_month(line, language) if named else None)


def _week(line: str, language: str | None) -> Period | None:
    """The week of a line that names it so, by its first day, its last day or both."""
    week = _WEEK.search(line)
    if week is None:
        return None
    stretch = _days(line[week.end() :], language)
    if stretch:
        return stretch
    day = find_day(line[week.end() :], language)
    if day is None or day.start or day.full is None:
        return None
    one, six = date.fromisoformat(day.full), timedelta(days=6)
    words = line[week.start() : week.end() + day.end]
    return Period(words, one - six, one) if week["end"] else Period(words, one, one + six)


def _days(line: str, language: str | None) -> Period | None:
    """A stretch from day to day: "12 to 18 May 2025", "28 April - 4 May 2025", "May 12-18, 2025"."""
    named = _MONTH_FIRST.search(line)
    if named:
        first, last = (_full(f"{named[key]} {named['month']} {named['year']}", language) for key in ("first", "last"))
        return _period(named[0], first, last)
    for match in _RANGE.finditer(line):
        day = find_day(line[match.end() :], language)
        if day is None or day.start or day.full is None:
            continue
        last = date.fromisoformat(day.full)
        month = match["month"] or re.sub(r"[\d\s.]", "", day.words[: -len(day.full[:4])])
        first = _full(f"{match['first']} {month} {last.year}", language)
        found = _period(line[match.start() : match.end() + day.end], first, last)
        if found:
            return found
    return None


def _month(line: str, language: str | None) -> Period | None:
    """A month with which a line ends: "Casualties, July 2025"."""
    named = _MONTH.search(line)
    first = _full(f"1 {named['month']} {named['year']}", language) if named else None
    if named is None or first is None:
        return None
    return Period(f"{named['month']} {named['year']}", first, first.replace(day=monthrange(first.year, first.month)[1]))


def _full(words: str, language: str | None) -> date | None:
    day = find_day(words, language)
    return date.fromisoformat(day.full) if day and day.full and not day.start and day.end == len(words) else None


def _period(words: str, first: date | None, last: date | None) -> Period | None:
    return Period(words.strip(), first, last) if first and last and first < last else None
