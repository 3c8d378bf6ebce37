"""Which day it is where: the time zone of a place, and the local day and hour of a moment.

The zones of a country and where the largest town of each lies are those of the IANA database (``zone.tab``, public
domain; package tzdata). Of several zones of one country the nearest town's is taken; where they disagree on the day,
the reason says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from sayso.types import Place

_DEGREES = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?([+-])(\d\d\d)(\d\d)(?:\d\d)?")
_SAME_TIME = {"XK": "RS"}  # codes that the table lacks, and whose zones they keep
_WIDE = ("country", "continent", "area", "water")


@dataclass(frozen=True, slots=True)
class LocalDay:
    """A day at a place, the zone that makes it, and the reason."""

    day: date
    zone: str
    because: str


@cache
def _zones() -> dict[str, tuple[tuple[str, float, float], ...]]:
    """Code of a country -> its zones, each with latitude and longitude of its largest town."""
    found: dict[str, list[tuple[str, float, float]]] = {}
    for line in (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        match = _DEGREES.fullmatch(cells[1]) if not line.startswith("#") and len(cells) > 2 else None
        if match:
            found.setdefault(cells[0], []).append(
                (cells[2], _degrees(*match.group(1, 2, 3)), _degrees(*match.group(4, 5, 6)))
            )
    return {country: tuple(zones) for country, zones in found.items()}


def _degrees(sign: str, whole: str, minutes: str) -> float:
    return (-1 if sign == "-" else 1) * (int(whole) + int(minutes) / 60)


def zones_of(place: Place) -> list[str]:
    """The zones that a place may have, the nearest first; empty where its country is not known.

    >>> from sayso.types import Place
    >>> zones_of(Place("Denver", "Denver", 39.7, -105.0, "city", "US", "Colorado", 1, (), (), ""))[0]
    'America/Denver'
    """
    zones = _zones().get(_SAME_TIME.get(place.country, place.country), ())
    return [name for name, lat, lon in sorted(zones, key=lambda zone: (_far(place, zone[1], zone[2]), zone[0]))]


def _far(place: Place, lat: float, lon: float) -> float:
    a, b, c, d = map(radians, (place.lat, place.lon, lat, lon))
    return asin(sqrt(min(1.0, sin((a - c) / 2) ** 2 + cos(a) * cos(c) * sin((b - d) / 2) ** 2)))


def local_day(moment: datetime, place: Place) -> LocalDay | None:
    """The day that it is at ``place`` at ``moment``; None where its zone is not known.

    Args:
        moment: with its offset from UTC; one without is taken for no moment at all.
        place: where. Of a country over several zones whose days differ, nothing can be said.

    >>> from sayso.types import Place
    >>> bogota = Place("Bogota", "Bogotá", 4.6, -74.1, "capital", "CO", "", 1, (), (), "")
    >>> str(local_day(datetime(2026, 2, 2, 0, 30, tzinfo=UTC), bogota).day)
    '2026-02-01'
    """
    zones = zones_of(place)
    if moment.tzinfo is None or not zones:
        return None
    try:
        days = [moment.astimezone(ZoneInfo(zone)).date() for zone in zones]
    except (OverflowError, ValueError):
        return None  # the first and the last day of the calendar
    agreed = len(set(days)) == 1
    if not agreed and place.kind in _WIDE:
        return None
    guess = "" if agreed else f", the nearest of {len(zones)} zones of {place.country}; in others it is another day"
    stamp = moment.astimezone(UTC)
    return LocalDay(days[0], zones[0], f"{stamp:%Y-%m-%d %H:%M} UTC is {days[0]} in {place.name} ({zones[0]}{guess})")


_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.h]?(?P<minute>[0-5]\d))?\s*(?:(?P<half>[ap])\.?m\.?)?\s*\(?(?:GMT|UTC|Zulu)\b(?!\s*[+-]\s*\d)",
    re.IGNORECASE,
)


def read_utc(words: str, day: date) -> datetime | None:
    """The moment that ``words`` name by a clock of UTC on ``day``, None where they name none or two.

    >>> read_utc("at 2130 GMT on Sunday", date(2020, 11, 8)).isoformat()
    '2020-11-08T21:30:00+00:00'
    """
    found = list(_CLOCK.finditer(words))
    if len(found) != 1:
        return None
    hour, half = int(found[0]["hour"]), (found[0]["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return datetime(day.year, day.month, day.day, hour, int(found[0]["minute"] or 0), tzinfo=UTC)
