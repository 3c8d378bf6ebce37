"""When a report without a date was published, as far as the dated reports on the same matter allow.

It is no older than the latest day that it tells of as past. Where that does not place it, it is placed with the latest
dated report that it takes up, if all dated ones are of the same weeks and the weekdays that it names say so. It is not
guessed to be later than every dated one. The result is marked as inferred and says why; where nothing bounds it, it
stays unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.types import Interval, Reading, Report
from sayso.values.dates import infer_published, past_phrases, resolve
from sayso.values.named_days import NamedDay, named_days

WITHOUT_YEAR = re.compile(r"\(--(\d\d)-(\d\d)\)")
PERIOD = re.compile(r"\((\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)\)")
CLOSE = 31  # days within which reports and what they tell of belong together
SEASON = 300  # days over which related reports must stretch for a day without its year to fit several years
SHARED = 3  # names that two reports must share to be on the same matter


def date_reports(reports: Sequence[Report], readings: dict[str, Reading]) -> list[Report]:
    """``reports`` in order of publication, undated ones with an inferred day where the others allow one."""
    dated = [r for r in reports if r.published]
    out = [r if r.published else _placed(r, dated, readings) for r in reports]
    return sorted(out, key=lambda r: (r.published or "9999", r.id))


def _placed(report: Report, dated: Sequence[Report], readings: dict[str, Reading]) -> Report:
    names = _names(report, readings)
    related = [d for d in dated if len(names & _names(d, readings)) >= SHARED]
    days = [date.fromisoformat((r.published or "")[:10]) for r in related]
    named = max(named_days(report.text, _years(days)), key=lambda each: each.day, default=None)
    stated = report.published_because or ""
    if partial := WITHOUT_YEAR.search(stated):
        return _in_its_year(report, int(partial[1]), int(partial[2]), days, named)
    if period := PERIOD.search(stated):
        return replace(report, published=period[2], published_because=f"inferred: {stated}; taken as its last day")
    every = [date.fromisoformat((r.published or "")[:10]) for r in dated]
    start = _start(days, named, brief_episode=bool(every) and (max(every) - min(every)).days <= CLOSE)
    if start is None:
        return report
    floor, why = start
    interval = infer_published(past_phrases(report.text), [Interval(floor, floor, 1, "")], why)
    if interval is None or interval.first is None or (interval.last is None and not _names_it(named, interval.first)):
        return report
    if not why and interval.first > max(every):
        return report
    open_end = "" if interval.last else f"; it may be any day from {interval.first} on"
    because = f"inferred: {interval.because}{open_end}"
    return replace(report, published=interval.first.isoformat(), published_because=because)


def _start(days: Sequence[date], named: NamedDay | None, *, brief_episode: bool) -> tuple[date, str] | None:
    """The day on which a report may have come out at the earliest, and not much later, and what shows it.

    It is no older than the latest day that it tells of, and a day without its year is not long past; a day in full may
    be, unless related reports are of the same weeks. A report takes up those related to it where all dated reports are
    of the same few weeks (``brief_episode``); where they are not, nothing says which.
    """
    if named and (named.recent or any(abs((named.day - day).days) <= CLOSE for day in days)):
        return named.day, f"names {named.day} ({named.words})"
    after = [day for day in days if named is None or day >= named.day]
    if after and brief_episode:
        return max(after), ""
    return None


def _names_it(named: NamedDay | None, day: date) -> bool:
    return named is not None and named.day <= day <= named.day + timedelta(days=CLOSE)


def _years(days: Sequence[date]) -> list[int]:
    return list(range(min(days).year - 1, max(days).year + 2)) if days else []


def _in_its_year(report: Report, month: int, day: int, near: Sequence[date], named: NamedDay | None) -> Report:
    """A report that states its day without the year: that of a day that it names right before, else of related ones.

    Where these are of several years it stays open, but for a day close to one of them and to no other.
    """
    years = sorted({d.year + step for d in (*near, *((named.day,) if named else ())) for step in (-1, 0, 1)})
    days = [date(year, month, day) for year in years if _exists(year, month, day)]
    soon = [each for each in days if named and 0 <= (each - named.day).days <= CLOSE]
    if soon and named:
        found, why = soon[0], f"the year is that of {named.day}, which it names"
    elif near and days:
        nearest = _nearest(report.text, days, near)
        if nearest is None:
            return report
        found, why = nearest, "the year is that of the dated reports on the same matter"
    else:
        return report
    return replace(
        report, published=found.isoformat(), published_because=f"inferred: {report.published_because}; {why}"
    )


def _nearest(text: str, days: Sequence[date], near: Sequence[date]) -> date | None:
    """Of the same day in several years the one nearest to related reports; None where they leave it open."""

    def away(day: date) -> int:
        return min(abs((day - other).days) for other in near)

    if (max(near) - min(near)).days < SEASON:
        return min(days, key=away)
    told = _latest_told(text)
    ranked = sorted((each for each in days if told is None or each >= told), key=away) or sorted(days, key=away)
    clear = len(ranked) < 2 or away(ranked[1]) > 2 * away(ranked[0])
    return ranked[0] if away(ranked[0]) <= CLOSE and clear else None


def _latest_told(text: str) -> date | None:
    """The first day of the latest time with its year that a text tells of as past: it is not older than that."""
    told = (resolve(phrase.text, None) for phrase in past_phrases(text))
    return max((each.first for each in told if each and each.first), default=None)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _names(report: Report, readings: dict[str, Reading]) -> frozenset[str]:
    reading = readings.get(report.id)
    return frozenset(n.name.casefold() for n in reading.names) if reading else frozenset()
