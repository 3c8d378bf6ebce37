"""When a report without a date was published, as far as the dated reports on the same matter allow.

It is placed after the latest dated report that it takes up, and the weekdays that it names narrow that down. The
result is marked as inferred and says why; where nothing bounds it, it stays unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.types import Interval, Reading, Report
from sayso.values.dates import infer_published, past_phrases

WITHOUT_YEAR = re.compile(r"\(--(\d\d)-(\d\d)\)")
SHARED = 3  # names that two reports must share to be on the same matter


def date_reports(reports: Sequence[Report], readings: dict[str, Reading]) -> list[Report]:
    """``reports`` in order of publication, undated ones with an inferred day where the others allow one."""
    dated = [r for r in reports if r.published]
    out = [r if r.published else _placed(r, dated, readings) for r in reports]
    return sorted(out, key=lambda r: (r.published or "9999", r.id))


def _placed(report: Report, dated: Sequence[Report], readings: dict[str, Reading]) -> Report:
    names = _names(report, readings)
    related = [d for d in dated if len(names & _names(d, readings)) >= SHARED]
    if not related:
        return report
    days = [date.fromisoformat((r.published or "")[:10]) for r in related]
    partial = WITHOUT_YEAR.search(report.published_because or "")
    if partial:
        day = _nearest(int(partial[1]), int(partial[2]), days)
        because = f"inferred: {report.published_because}; the year is that of the dated reports on the same matter"
        return replace(report, published=day.isoformat(), published_because=because) if day else report
    interval = infer_published(past_phrases(report.text), [Interval(d, d, 1, "published") for d in days])
    if interval is None or interval.first is None:
        return report
    exact = interval.last == interval.first
    last = interval.last or interval.first + timedelta(days=1)
    because = f"inferred: {interval.because}" + (
        "" if exact else f"; it may be any day from {interval.first} to {last}"
    )
    return replace(report, published=interval.first.isoformat(), published_because=because)


def _nearest(month: int, day: int, near: Sequence[date]) -> date | None:
    """The day of a date without a year that lies closest to the dates in ``near``; None for no such day."""
    years = sorted({d.year + step for d in near for step in (-1, 0, 1)})
    days = [date(y, month, day) for y in years if _exists(y, month, day)]
    return min(days, key=lambda d: min(abs(d - n) for n in near), default=None)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _names(report: Report, readings: dict[str, Reading]) -> frozenset[str]:
    reading = readings.get(report.id)
    return frozenset(n.name.casefold() for n in reading.names) if reading else frozenset()
