"""The day from which a report counts "today" and "on Sunday": that of its dateline, in the dateline's own zone.

A dispatch written on Sunday evening in Bogotá comes out at half past midnight UTC on Monday, or in Monday's paper; its
"today" stays Sunday. The day of publication stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.reading.said import published_day
from sayso.types import Report
from sayso.values.dates import resolve_all
from sayso.values.places import PlaceContext, resolve_place
from sayso.values.zones import local_day

LATER = timedelta(days=3)  # after its dateline, that a dispatch still comes out
_DAY = re.compile(r"\d.*[^\W\d_]{3}|[^\W\d_]{3}.*\d|\d[./-]\d", re.DOTALL)  # no clock


@dataclass(frozen=True, slots=True)
class Filed:
    """The day on which a report was written; ``because`` is "" where it is simply the published one."""

    day: date | None
    because: str = ""


def filed_on(report: Report) -> Filed:
    """The day on which ``report`` was written: what its dateline says, else the day there when it was published."""
    published = published_day(report.published)
    if published is None:
        return Filed(None)
    stated = _stated(report, published)
    if stated and stated != published:
        return Filed(stated, f"the dateline says {stated}; published {report.published}")
    if stated:
        return Filed(published)
    return _local(report, published)


def _stated(report: Report, published: date) -> date | None:
    """The day that the dateline gives with its number, if the report came out on it or soon after."""
    if report.body is None:
        return None
    head = report.text[report.title_span.end if report.title_span else 0 : report.body.start]
    for phrase, days in resolve_all(head, published):
        if days.first and days.first == days.last and _DAY.search(phrase.text):
            return days.first if -timedelta(days=1) <= published - days.first <= LATER else None
    return None


def _local(report: Report, published: date) -> Filed:
    """The day at the dateline at the moment of publication, where that moment is known with its zone."""
    try:
        moment = datetime.fromisoformat(report.published or "")
    except ValueError:
        return Filed(published)
    if moment.tzinfo is None:
        return Filed(published)
    for name in report.dateline:  # of several, the first that can be placed
        town, _, beside = (name.title() if name.isupper() else name).partition(",")
        place = resolve_place(town.strip(), PlaceContext(beside=beside.strip()))
        found = local_day(moment, place) if place else None
        if found:
            return Filed(found.day, found.because if found.day != published else "")
    return Filed(published)
