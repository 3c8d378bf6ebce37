"""What is new since a day, or since a report was added: reports, matters that they bear on, standings that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.types import Position, Report, Standing
from sayso.views.index import Index
from sayso.views.outline import Topic


@dataclass(frozen=True, slots=True)
class News:
    """A matter with what is new on it. ``before`` is how it stood; None for a matter that is new itself."""

    topic: Topic
    before: Standing | None
    is_new: bool
    changes: tuple[Standing, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """Everything new: the reports, and the matters by weight, those whose standing changed first."""

    since: str
    reports: tuple[Report, ...]
    matters: tuple[News, ...]


def newest(index: Index, since: str) -> Newest:
    """What is new since an ISO day (published on it or later) or since the report with this id or mark was added.

    Raises:
        NotFoundError: no report answers to ``since``.
    """
    new = _new_reports(index, since)
    reports = sorted((index.reports[each] for each in new), key=lambda each: each.published or "", reverse=True)
    found = {topic.matter.id: topic for each in new for topic in index.topics_of_report.get(each, ())}
    matters = [_news(topic, new) for topic in found.values()]
    matters.sort(key=lambda each: (not (each.is_new or each.changes), each.topic.number))
    return Newest(since, tuple(reports), tuple(matters))


def _new_reports(index: Index, since: str) -> set[str]:
    if is_day(since):
        return {id for id, report in index.reports.items() if report.published and report.published[:10] >= since}
    last = index.report(since).id
    return set(index.arrivals[index.arrivals.index(last) + 1 :])


def is_day(words: str) -> bool:
    """Whether words are an ISO day that there is.

    >>> is_day("2031-03-04"), is_day("R5"), is_day("2031-99-99")
    (True, False, False)
    """
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _news(topic: Topic, new: set[str]) -> News:
    positions = tuple(position for position in topic.matter.positions if position.report in new)
    old = [position for position in topic.matter.positions if position.report not in new]
    known = {position.date for position in old}
    days = {position.date for position in positions}
    fresh = {position.statement for position in positions if position.statement}
    changes = tuple(
        each
        for each in topic.matter.standings
        if each.date in days and (fresh & set(each.statements) or each.date not in known)
    )
    first = topic.matter.standings.index(changes[0]) if changes else len(topic.matter.standings)
    before = topic.matter.standings[first - 1] if first and old else None
    return News(topic, before, not old, changes if old else (), positions)
