"""When a report without a date was published, as far as the dated reports on the same matter allow.

It is placed after the latest dated report that it takes up, and the weekdays that it names narrow that down. The
result is marked as inferred and says why; where nothing bounds it, it stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.types import Interval, Reading, Report
from sayso.values.dates import infer_published, past_phrases

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
    interval = infer_published(past_phrases(report.text), [Interval(d, d, 1, "published") for d in days])
    if interval is None or interval.first is None:
        return report
    exact = interval.last == interval.first
    last = interval.last or interval.first + timedelta(days=1)
    because = f"inferred: {interval.because}" + ("" if exact else f"; it may be any day from {interval.first} to {last}")
    return replace(report, published=interval.first.isoformat(), published_because=because)


def _names(report: Report, readings: dict[str, Reading]) -> frozenset[str]:
    reading = readings.get(report.id)
    return frozenset(n.name.casefold() for n in reading.names) if reading else frozenset()
