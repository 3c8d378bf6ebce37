"""When words that look like a date are one: "in May" and not "it may", "in 1994" and not "2000 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.values.date_words import SURE_MONTH, TABLE
from sayso.values.number_words import GAP, any_of, plain
from sayso.values.on_board import load_table

_NUMBERS = load_table("numbers")
_NOT = TABLE["not"]
_CASES = [case for word in _NOT["before"] for case in (word, word.upper(), word.capitalize())]
_BEFORE = re.compile(rf"\b{any_of(_CASES)}\s+\Z")
_AFTER = re.compile(rf"\s+{any_of([case for word in _NOT['after'] for case in (word, word.upper())])}\b")
_FOLLOWS = re.compile(rf"\s*(?:[.,;:!?()\[\]\"”’…–—-]|$|\n|{any_of(_NOT['follows'])}\b)", re.IGNORECASE)
_MEASURES = [word for words in _NUMBERS["measure"].values() for word in words]
_PEOPLE = any_of([*_NUMBERS["counted"]["plain"], *_NUMBERS["counted"]["soft"], *_MEASURES])
_COUNTED = re.compile(rf"\s+(?:{_PEOPLE}\b|\w+(?:men|women|ians|ers)\b)", re.IGNORECASE)
_PLURAL = re.compile(r"\s+[a-z]+s\b")
_OBJECT = re.compile(r"\s+(?:the|a|an|that|his|her|its|their|it|he|she|they)\b", re.IGNORECASE)
_FOREIGN = ("hier", "ayer", "hoy", "heute", "gestern")
_TOTAL = re.compile(rf"\b{any_of(_NOT['counted'])}\s+of\s+\Z", re.IGNORECASE)
_NO_HOUR = ("over", "during", "throughout", "in")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a core stands: the text, the ends of the whole phrase, its preposition and its edge."""

    text: str
    start: int
    end: int
    op: str
    edge: str


def is_date(form: str, core: re.Match[str], place: Place) -> bool:
    """Whether the core of the form ``form`` is a date where it stands."""
    guard = _GUARDS.get(form)
    return guard is None or guard(core, place)


def _followed(place: Place) -> bool:
    return _FOLLOWS.match(place.text, place.end) is not None


def _before(place: Place, reach: int) -> str:
    return place.text[max(0, place.start - reach) : place.start]


def _is_weekday(core: re.Match[str], place: Place) -> bool:
    return not _BEFORE.search(_before(place, 12)) and not _AFTER.match(place.text, place.end)


def _is_named_day(core: re.Match[str], place: Place) -> bool:
    return not _AFTER.match(place.text, place.end)


def _is_month(core: re.Match[str], place: Place) -> bool:
    """A month: "in May", "last March", "September" and no "it may", "May 30 soldiers", "the October Revolution"."""
    if _AFTER.match(place.text, place.end):
        return False
    if core["how"] or place.edge or re.fullmatch(SURE_MONTH, core["m"]):
        return True
    return bool(place.op) and not re.match(rf"{GAP}(?:\d|[A-Z])", place.text[place.end : place.end + 4])


def _is_season(core: re.Match[str], place: Place) -> bool:
    words = plain(core[0])
    bare = words.startswith("the ") and "same" not in words and "past" not in words
    if words.endswith("fall") and (bare or place.text.startswith(" of", place.end)):
        return False  # the fall of a city
    return not bare or bool(place.op or place.edge)


def _is_weekend(core: re.Match[str], place: Place) -> bool:
    return bool(place.op or core["how"])


def _is_edged(core: re.Match[str], place: Place) -> bool:
    return bool(place.edge)


def _is_part(core: re.Match[str], place: Place) -> bool:
    return bool(place.op) and (not plain(core[0]).startswith("the ") or _followed(place))


def _is_hour(core: re.Match[str], place: Place) -> bool:
    """Four digits as a time: "at 0400", or at the beginning of a live report's line."""
    if place.start == 0 or place.text[place.start - 1] == "\n":
        return re.match(r"\s*(?:[-–—:|]\s|[A-Z“\"])", place.text[place.end : place.end + 3]) is not None
    return bool(place.op) and not place.edge and plain(place.op) not in _NO_HOUR and _followed(place)


def _is_nth(core: re.Match[str], place: Place) -> bool:
    """A day: "on the 17th it withdrew" and no "on the 17th floor"."""
    opened = (place.op and not place.edge and plain(place.op) not in _NO_HOUR) or _before(place, 3) == "of "
    return bool(opened) and _followed(place)


def _is_day_dot(core: re.Match[str], place: Place) -> bool:
    return plain(place.op) in _NOT["german"] and 1 <= int(core["b"]) <= 12


def _is_numeric(core: re.Match[str], place: Place) -> bool:
    a, b = int(core["a"]), int(core["b"])
    possible = (1 <= a <= 31 and 1 <= b <= 12) or (1 <= b <= 31 and 1 <= a <= 12)
    return possible and (len(core["y"]) == 4 or len(core["a"]) == len(core["b"]) == 2)


def _is_unit(core: re.Match[str], place: Place) -> bool:
    """A unit of time: "last week" and no "this quarter", "your last day", "the last week of the war"."""
    words = plain(core[0])
    near = re.match(r"(?:this|that|the same|same|the current|current)\b", words)
    if near and (core["n"] or re.search(r"(?:quarter|minute|hour|century)s?$", words)):
        return False
    before = _before(place, 8).lower().split()
    if core["n"] and words.startswith("last") and before and before[-1] in _NOT["auxiliary"]:
        return False  # the verb "to last"
    last_day = not place.op and words in ("last day", "the last day")
    return not last_day and not re.match(r"\s+of\b", place.text[place.end : place.end + 5])


def _is_spoken(core: re.Match[str], place: Place) -> bool:
    if not plain(core[0]).endswith(("before", "after")):
        return True
    return _followed(place) and not _OBJECT.match(place.text, place.end)


def _is_relative(core: re.Match[str], place: Place) -> bool:
    return core[0].islower() or (plain(core[0]) not in _FOREIGN and not _BEFORE.search(_before(place, 12)))


def _is_years(core: re.Match[str], place: Place) -> bool:
    first = int(core["y"]) if core["y"] else int(core["v"]) % 100
    rises = int(core["z"] or core["short"]) > first
    return rises and not _COUNTED.match(place.text, place.end)


def _is_year(core: re.Match[str], place: Place) -> bool:
    """A year: "in 1994", "the 1991 armistice", "the truce of 1995" and no "2000 soldiers", "a total of 2003"."""
    words, year, text, end = plain(core[0]), int(core["y"]), place.text, place.end
    if place.edge or words.startswith("the year"):
        return True
    plural = _PLURAL.match(text, end) is not None
    counted = _COUNTED.match(text, end) is not None or (year % 50 == 0 and plural)
    op = plain(place.op)
    if op:
        surely = op in _NOT["surely_year"] and year % 50 != 0
        return op not in _NOT["no_year"] and (surely or not counted)
    before = _before(place, 20)
    if words.startswith("the") or re.search(r"(?:['’]s|\b(?:his|her|its|their|our|a))\s+\Z", before):
        return not counted and re.match(r"\s+[\w-]+", text[end : end + 12]) is not None
    return re.search(r"\bof\s+\Z", before) is not None and not _TOTAL.search(before) and not counted and not plural


_GUARDS: dict[str, Callable[[re.Match[str], Place], bool]] = {
    "weekday": _is_weekday,
    "day_month": _is_named_day,
    "month_day": _is_named_day,
    "month": _is_month,
    "season": _is_season,
    "weekend": _is_weekend,
    "unit_bare": _is_edged,
    "part": _is_part,
    "military": _is_hour,
    "nth": _is_nth,
    "day_dot": _is_day_dot,
    "numeric": _is_numeric,
    "unit": _is_unit,
    "spoken": _is_spoken,
    "relative": _is_relative,
    "years": _is_years,
    "year": _is_year,
}
