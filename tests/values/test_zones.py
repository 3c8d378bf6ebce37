"""The day at a place: zones by country and nearness, and what cannot be known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types import Place
from sayso.values.zones import local_day, read_utc, zones_of


def place(name: str, country: str, lat: float, lon: float, kind: str = "city") -> Place:
    return Place(name, name, lat, lon, kind, country, "", 1, (), (), "")


BOGOTA = place("Bogota", "CO", 4.6, -74.1)
BAKU = place("Baku", "AZ", 40.4, 49.9)
LATE = datetime(2026, 2, 2, 0, 30, tzinfo=UTC)


def test_half_past_midnight_utc_is_still_the_day_before_west_of_it() -> None:
    found = local_day(LATE, BOGOTA)
    assert found is not None
    assert found.day == date(2026, 2, 1)
    assert found.because == "2026-02-02 00:30 UTC is 2026-02-01 in Bogota (America/Bogota)"


def test_late_evening_utc_is_the_next_day_east_of_it() -> None:
    found = local_day(datetime(2020, 11, 8, 21, 30, tzinfo=UTC), BAKU)
    assert found is not None
    assert found.day == date(2020, 11, 9)


def test_of_several_zones_the_nearest_and_a_reason_where_they_disagree() -> None:
    four = datetime(2026, 2, 2, 6, 30, tzinfo=UTC)
    denver, new_york = place("Denver", "US", 39.7, -105.0), place("New York", "US", 40.7, -74.0)
    assert [zones_of(each)[0] for each in (denver, new_york)] == ["America/Denver", "America/New_York"]
    days = [found.day.day if (found := local_day(four, each)) else None for each in (denver, new_york)]
    assert days == [1, 2]
    found = local_day(four, denver)
    assert found is not None
    assert "nearest of" in found.because


def test_a_country_over_several_zones_has_no_day_where_they_disagree() -> None:
    states = place("United States", "US", 39.8, -98.6, "country")
    assert local_day(datetime(2026, 2, 2, 6, 30, tzinfo=UTC), states) is None
    assert local_day(datetime(2026, 2, 2, 18, tzinfo=UTC), states) is not None


def test_no_zone_no_day() -> None:
    assert local_day(LATE, place("Nowhere", "", 0, 0)) is None
    assert local_day(LATE.replace(tzinfo=None), BOGOTA) is None
    assert local_day(LATE, place("Pristina", "XK", 42.7, 21.2)) is not None


@given(
    st.datetimes(timezones=st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))),
    st.sampled_from(["US", "RU", "AZ", "XK", "KI", "", "ZZ"]),
    st.floats(-90, 90),
    st.floats(-180, 180),
)
def test_never_raises_and_stays_within_a_day(moment: datetime, country: str, lat: float, lon: float) -> None:
    found = local_day(moment, place("X", country, lat, lon))
    assert found is None or abs((found.day - moment.date()).days) <= 2


@pytest.mark.parametrize(
    ("words", "hour"),
    [("at 2130 GMT on Sunday", 21), ("on Sunday at 9:30 p.m. UTC", 21), ("at 00:30 GMT", 0), ("12 a.m. GMT", 0)],
)
def test_an_hour_of_utc(words: str, hour: int) -> None:
    found = read_utc(words, date(2020, 11, 8))
    assert found is not None
    assert found.hour == hour


@pytest.mark.parametrize(
    "words", ["at 21:30 on Sunday", "2130 GMT to 2300 GMT", "9 p.m. local time", "21:30 UTC+4", ""]
)
def test_no_hour_of_utc(words: str) -> None:
    assert read_utc(words, date(2020, 11, 8)) is None


@given(st.text(max_size=40))
def test_any_words_can_be_asked_for_an_hour(words: str) -> None:
    found = read_utc(words + " 21 GMT", date(2020, 11, 8))
    assert found is None or found.date() == date(2020, 11, 8)
