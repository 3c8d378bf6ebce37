"""The day that a report counts from: its dateline's, in the dateline's own zone."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.claim_scene import Scene
from sayso.reading.claims import make_claim
from sayso.reading.filing import filed_on
from sayso.reading.said import dates_in
from sayso.types import Report, Span


def report(head: str, published: str | None, *places: str, rest: str = "The front held on Sunday.") -> Report:
    return Report(
        "r", head + rest, "r.txt", published=published, dateline=places, body=Span(len(head), len(head + rest))
    )


def test_published_at_half_past_midnight_utc_and_written_the_evening_before() -> None:
    filed = filed_on(report("BOGOTA (Kestrel) - ", "2026-02-02T00:30:00Z", "BOGOTA"))
    assert filed.day == date(2026, 2, 1)
    assert "America/Bogota" in filed.because


def test_on_sunday_is_the_same_day_whether_published_on_monday_or_not() -> None:
    late = report("BOGOTA (Kestrel) - ", "2026-02-02T00:30:00Z", "BOGOTA", rest="It held today. It fell on Monday.")
    found = [str(days.first) for _, days in dates_in(late.text, filed_on(late).day)]
    assert found == ["2026-02-01", "2026-01-26"]  # by the day of publication it would be 2 February for both


@pytest.mark.parametrize(
    ("head", "published", "day"),
    [
        ("BAKU, Nov 8, 2020 (Kestrel) - ", "2020-11-09", date(2020, 11, 8)),
        ("BAKU, Nov 8 (Kestrel) - ", "2020-11-09", date(2020, 11, 8)),
        ("BAKU, Nov 8 (Kestrel) - ", "2020-11-08", date(2020, 11, 8)),
        ("TOKYO, Nov 9 (Kestrel) - ", "2020-11-08T20:00:00Z", date(2020, 11, 9)),
        ("BAKU, Nov 8 (Kestrel) - ", "2020-12-20", date(2020, 12, 20)),  # a reprint: its words are not looked into
        ("BAKU (Kestrel) - ", "2020-11-08T21:30:00Z", date(2020, 11, 9)),
        ("BAKU (Kestrel) - ", "2020-11-08T21:30:00", date(2020, 11, 8)),  # no zone given: nothing to go by
        ("NOWHEREVILLE (Kestrel) - ", "2020-11-08T23:30:00Z", date(2020, 11, 8)),
        ("", "2020-11-08", date(2020, 11, 8)),
    ],
)
def test_day_of_filing(head: str, published: str, day: date) -> None:
    filed = filed_on(report(head, published, head.partition(" ")[0].strip(",")))
    assert filed.day == day
    assert bool(filed.because) == (str(day) != published[:10])


def test_without_a_date_there_is_none() -> None:
    assert filed_on(report("BAKU, Nov 8 (Kestrel) - ", None, "BAKU")).day is None


def test_an_event_with_an_hour_of_utc_has_the_day_of_its_place() -> None:
    text = "Shells hit Baku on Sunday at 2130 GMT."
    scene = Scene(Report("r", text, "r.txt"), date(2020, 11, 9), [Span(0, len(text))], [], [], lambda words: "")
    days = [
        make_claim(scene, "attack", Span(0, len(text)), None, {"place": name}, "+", "actual").when
        for name in ("Baku", "London", "Nowhereville")
    ]
    assert days == ["2020-11-09", "2020-11-08", "2020-11-08"]
