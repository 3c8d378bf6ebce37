"""Days that a text itself names as past, in full or with a weekday that tells the year: what bounds its own day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.values.date_words import WEEKDAYS
from sayso.values.dates import is_day_of_month, past_phrases, resolve

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a text names, its words, and whether they leave out the year and so speak of a day not long past."""

    day: date
    words: str
    recent: bool


def named_days(text: str, years: Iterable[int] = ()) -> list[NamedDay]:
    """The single days that ``text`` tells of as past; of the ``years`` the one in which the weekday fits.

    >>> [str(each.day) for each in named_days("It fell on Saturday 24 August, he said.", range(2020, 2026))]
    ['2024-08-24']
    """
    years, found = list(years), []
    for phrase in past_phrases(text):
        if not is_day_of_month(phrase.text):
            continue
        stated = _single(phrase.text, None)
        if stated:
            found.append(NamedDay(stated, phrase.text, recent=False))
            continue
        weekday = next((WEEKDAYS[word] for word in WORD.findall(phrase.text.lower()) if word in WEEKDAYS), None)
        days = (_single(phrase.text, date(year, 12, 31)) for year in years if weekday is not None)
        fitting = {day for day in days if day and day.weekday() == weekday}
        if len(fitting) == 1:
            found.append(NamedDay(fitting.pop(), phrase.text, recent=True))
    return found


def _single(words: str, anchor: date | None) -> date | None:
    """The one day that words mean; None for more than one, or an open stretch."""
    interval = resolve(words, anchor)
    return interval.first if interval and interval.first == interval.last else None
