"""The day that a dateline or a page states, as ISO, found with its place in the text.

A day without a year stays partial (``--02-05``), a day that may be read two ways (3/4/2024 in English) stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sayso.reports.languages import LANGUAGES

_YEAR = r"(?:1[89]|20)\d\d"
_SHORT = r"['’]?\d\d(?![\d:.])"
_WORD = r"(?P<month>[^\W\d_]{3,}\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ª|º|°|\.)?"
_FORMS = (
    rf"(?P<year>{_YEAR})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    rf"(?P<year>{_YEAR})年\s?(?P<number>\d{{1,2}})月\s?(?P<day>\d{{1,2}})日",
    rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?(?P<year>{_YEAR}|\d\d(?![\d:]))",
    rf"(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-](?P<year>{_YEAR}|\d\d(?!\d))",
    rf"(?P<year>{_YEAR})\.?\s+{_WORD}\s+(?P<day>\d{{1,2}})(?![\d:])",
    rf"{_DAY}[\s-]*(?:de\s+|of\s+)?{_WORD}(?:[,\s-]*(?:(?:del?|of)\s+)?(?P<year>{_YEAR}|(?<=[\s-]){_SHORT}))?",
    rf"{_WORD}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d)(?:,?\s+(?P<year>{_YEAR}))?",
)
_PATTERNS = tuple(re.compile(rf"(?<![\w/]){form}", re.IGNORECASE) for form in _FORMS)
_LOCALES = {"de": ("de", "de_AT"), "ar": ("ar", "ar_SY", "ar_MA"), "sr": ("sr", "sr_Latn")}  # with names of their own
_PARTIAL = re.compile(r"--(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as stated: ``iso`` is YYYY-MM-DD, --MM-DD without a year, None when two readings are left."""

    start: int
    end: int
    words: str
    iso: str | None

    @property
    def full(self) -> str | None:
        """The ISO day when the year is stated too."""
        return self.iso if self.iso and not self.iso.startswith("--") else None


def find_day(text: str, language: str | None = None) -> Day | None:
    """The first day stated in ``text``; month names in any language, that of the text first.

    >>> find_day("BAKU, Nov. 8, 2020").iso
    '2020-11-08'
    >>> find_day("Goma, le 27 janvier").iso
    '--01-27'
    >>> find_day("3/4/2024", "en").iso is None
    True
    """
    found = [day for pattern in _PATTERNS for match in pattern.finditer(text) if (day := _read(match, language))]
    return min(found, key=lambda day: (day.start, -day.end), default=None)


def complete_day(because: str | None, near: str) -> str | None:
    """The ISO day that a partial one (``--02-05`` in ``because``) means for a report made close to the day ``near``.

    Use this only where the outcome is marked as inferred. None when ``because`` holds no partial day.

    >>> complete_day("the dateline says Dec 30 without a year (--12-30)", "2021-01-02")
    '2020-12-30'
    """
    match = _PARTIAL.search(because or "")
    if match is None:
        return None
    anchor = date.fromisoformat(near[:10])
    days = [_iso(str(year), int(match[1]), int(match[2])) for year in range(anchor.year - 1, anchor.year + 2)]
    return min((day for day in days if day), key=lambda day: abs(date.fromisoformat(day) - anchor), default=None)


def iso_or_none(stamp: str) -> str | None:
    """An ISO day or time as it stands, None when it is neither.

    >>> iso_or_none("2020-11-08T10:00:00Z")
    '2020-11-08T10:00:00Z'
    >>> iso_or_none("8 November") is None
    True
    """
    stamp = stamp.strip()
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp if re.match(r"\d{4}-\d\d-\d\d", stamp) else None


def is_weekday(word: str) -> bool:
    """Whether ``word`` is a day of the week, whole or shortened, in any of the languages."""
    return word.casefold().strip(".,") in _weekdays()


def _read(match: re.Match[str], language: str | None) -> Day | None:
    parts = match.groupdict()
    day = Day(match.start(), match.end(), match[0].strip(), None)
    if "first" in parts:
        return _two_numbers(day, parts, language)
    month = int(parts["number"]) if "number" in parts else _month(parts["month"], language)
    iso = _iso(parts["year"], month, int(parts["day"])) if month else None
    return Day(day.start, day.end, day.words, iso) if iso else None


def _two_numbers(day: Day, parts: Mapping[str, str], language: str | None) -> Day | None:
    """Day and month by number with strokes: in English either may come first, elsewhere the day does."""
    first, second = int(parts["first"]), int(parts["second"])
    day_first, month_first = _iso(parts["year"], second, first), _iso(parts["year"], first, second)
    if language not in (None, "en"):
        month_first = None
    stated = {iso for iso in (day_first, month_first) if iso}
    return Day(day.start, day.end, day.words, stated.pop() if len(stated) == 1 else None) if stated else None


def _iso(year: str | None, month: int, day: int) -> str | None:
    """The day as ISO, None when the calendar has no such day. Two digits of a year as POSIX reads them: 69 is 1969."""
    try:
        if year is None:
            return f"-{date(2000, month, day):-%m-%d}"
        number = int(year.lstrip("'’"))
        number += (2000 if number < 69 else 1900) if number < 100 else 0
        return date(number, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str, language: str | None) -> int | None:
    """A month by name, whole or cut short, in English or the text's own language; else, whole, in any, provided that
    all agree (Czech and Croatian do not on "listopad").
    """
    name = word.casefold().strip(".")
    for known in ("en", language):
        months = _months(known) if known else {}
        cut = {number for month, number in months.items() if month.startswith(name)}
        if name in months or len(cut) == 1:
            return months.get(name) or cut.pop()
    if is_weekday(name):  # "Sat 30 Nov": a month only where nobody writes English
        return None
    numbers = {months[name] for known in LANGUAGES if name in (months := _months(known))}
    return numbers.pop() if len(numbers) == 1 else None


@cache
def _months(language: str) -> dict[str, int]:
    names = _calendar(language, "months")
    return {name: int(number) for name, number in names.items()}


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name for language in LANGUAGES for name in _calendar(language, "days") if len(name) > 1)


def _calendar(language: str, what: str) -> dict[str, Any]:
    """CLDR's names of months or days in one language, folded, each with its number; none for a language it lacks."""
    names: dict[str, Any] = {}
    for place in _LOCALES.get(language, (language,)):
        names = {name.casefold().strip("."): number for name, number in _names(place, what)} | names
    return names


def _names(locale: str, what: str) -> list[tuple[str, Any]]:
    from babel import Locale, UnknownLocaleError

    try:
        table = getattr(Locale.parse(locale), what)
    except UnknownLocaleError:
        return []
    widths = [table[form].get(width, {}) for form in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    named = [(name, number) for names in widths for number, name in names.items()]
    return [(name, number) for name, number in named if not any(letter.isdigit() for letter in name)]
