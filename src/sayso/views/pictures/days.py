"""Days laid out from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from sayso.views.pictures.ink import tag, words_at
from sayso.views.wording import day_words

_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652)  # days between two ticks
_TICK = 76  # units that the words of a tick need


@dataclass(frozen=True, slots=True)
class Days:
    """A period laid out between two points: each day is a band, the last one included."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def of(cls, days: list[str], left: float, right: float) -> Self | None:
        """The period that holds these ISO days; None where there is none."""
        known = sorted(day for each in days if (day := day_of(each)))
        return cls(known[0], known[-1], left, right) if known else None

    @property
    def band(self) -> float:
        """Units of one day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins; days outside the period lie on its edge."""
        inside = min(max(day, self.first), self.last + timedelta(days=1))
        return self.left + (inside - self.first).days * self.band

    def ticks(self) -> list[date]:
        """Days to be named, as many as there is room for."""
        step = next((step for step in _STEPS if step * self.band >= _TICK), _STEPS[-1])
        count = (self.last - self.first).days // step + 1
        return [self.first + timedelta(days=step * number) for number in range(count)]

    def axis(self, top: float, bottom: float) -> str:
        """Lines at the ticks and their words above."""
        year = self.first.year != self.last.year
        out = []
        for day in self.ticks():
            x = self.x(day)
            words = day_words(day.isoformat(), year=year)
            out.append(tag("path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", class_="rule"))
            out.append(words_at(x + 3, top - 5, _short(words), "quiet small"))
        return "".join(out)


def day_of(iso: str) -> date | None:
    """The day of an ISO day, time or interval (its first day); None where it is none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _short(words: str) -> str:
    """A day with its month cut to three letters: "8 Nov 2020"."""
    day, month, *year = words.split(" ")
    return " ".join([day, month[:3], *year])
