"""Quantities: numbers in a text as low, best and high, with what they count and whether they are new or a total.

"More than 200 towns", "dozens of soldiers", "between 50 and 60", "no casualties", "another 23": the words keep their
bounds. Dates, clock times, ordinals and names such as Su-25, Sector 4 or No. 214 are no quantities; ages are, with the
unit "years old". Nothing here raises on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Literal

from sayso.types import Quantity, Span
from sayso.values.number_bounds import read_bound
from sayso.values.number_forms import Number, number_pattern, read_number
from sayso.values.number_guards import not_counts
from sayso.values.number_units import find_unit, find_unit_around
from sayso.values.number_words import GAP, any_of
from sayso.values.on_board import load_table

WordSet = Literal["sayso", "ucdp", "acled"]
_TABLE = load_table("numbers")
_CHANGES: dict[str, list[str]] = _TABLE["change"]
_IGNORE = re.IGNORECASE


def find_quantities(text: str, *, words: WordSet | Mapping[str, Any] = "sayso") -> list[Quantity]:
    """Every quantity in ``text``, in reading order.

    Args:
        text: Running text; spans count in it. A span holds the number and what bounds it ("more than 200").
        words: The set of values for words such as "dozens": "sayso", "ucdp" or "acled" (``tables/vague.toml``), or
            a user's own (``numbers_file``).

    Returns:
        Quantities with ``low`` and ``high`` as the wording allows; the unit is the noun as it stands, in small letters,
        or a measure ("km", "%", "share"), "" where none stands near. In "rose from 44 to 1,221" both numbers are
        returned, the first with a note that it may be the increase.

    >>> [(q.low, q.high, q.unit) for q in find_quantities("More than 200 towns and dozens of villages fell.")]
    [(201.0, None, 'towns'), (24.0, None, 'villages')]
    """
    return list(_found(text, words) if isinstance(words, str) else _read(text, words))


@lru_cache(maxsize=512)  # claims and figures ask for the numbers of the same sentence
def _found(text: str, words: WordSet) -> tuple[Quantity, ...]:
    sets = load_table("vague")
    return _read(text, sets.get(words) or sets["sayso"])


def _read(text: str, values: Mapping[str, Any]) -> tuple[Quantity, ...]:
    return tuple(_finish(text, number) for number in _join(text, _scan(text, values)))


def _scan(text: str, values: Mapping[str, Any]) -> Iterator[Number]:
    blocked, following = not_counts(text), 0
    position, reach = 0, 0  # reach: the furthest end of the slices that began before the number
    while match := number_pattern().search(text, position):
        while following < len(blocked) and blocked[following][0] < match.end():
            reach = max(reach, blocked[following][1])
            following += 1
        number = read_number(text, match, values) if reach <= match.start() else None
        if number:
            yield number
        position = max(number.end if number else 0, reach, match.start() + 1)


def _join(text: str, numbers: Iterator[Number]) -> list[Number]:
    """Ranges made one, and the two numbers of "from A to B" marked."""
    joined: list[Number] = []
    for number in numbers:
        pair = _pair(text, joined[-1], number) if joined and joined[-1].wording == number.wording == "exact" else None
        joined[len(joined) - bool(pair) :] = pair or [number]
    return joined


_RISE = re.compile(rf"\b{any_of(_CHANGES['rise'])}\b[^.;!?\n]*\Z", _IGNORE)
_SOME = any_of(
    [*_TABLE["before"]["about"], "at least", "more than", "over", "just", "only", "now", "the", "a total of"]
)
_OPENER = re.compile(rf"\b(from|between|by)\s+(?:{_SOME}\s+)?\Z", _IGNORE)
_TO = re.compile(rf"(?:\s+[^\W\d_][\w'’-]*){{0,3}}?\s+to\s+(?:{_SOME}\s+)*", _IGNORE)
_PLAIN_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|or)\s+", _IGNORE)


def _pair(text: str, first: Number, second: Number) -> list[Number] | None:
    """What two numbers in a row are together: a range, a change from one to the other, or nothing (None)."""
    gap, before = text[first.end : second.start], text[max(0, first.start - 90) : first.start]
    if len(gap) > 60:
        return None
    opened = _OPENER.search(before)
    opener = opened[1].lower() if opened else ""
    falls = (first.best or 0) > (second.best or 0)
    if opener in ("from", "by") and _TO.fullmatch(gap) and (falls or _RISE.search(before)):
        return _change(first, second, opener)
    plain = _PLAIN_TO.fullmatch(gap) or (opener == "between" and re.fullmatch(r"\s+and\s+", gap, _IGNORE))
    if not plain or opener == "by" or first.unit or second.unit:
        return None
    start = first.start - len(opened[0]) if opened and opener == "between" else first.start
    return _range(start, first, second)


def _change(first: Number, second: Number, opener: str) -> list[Number]:
    if opener == "by":
        marked = replace(first, change=True, note="the change by which the number moved")
    else:
        marked = replace(first, note="from A to B: A is the earlier number; mistranslated, it may be the increase")
    return [marked, replace(second, change=False, note="the number after the change")]


def _range(start: int, first: Number, second: Number) -> list[Number] | None:
    low, high = first.low, second.high
    if low is None or high is None:
        return None
    if second.scale >= 1000 and first.scale == 1 and low < 1000 and low < high / second.scale:
        low *= second.scale  # "50 to 60 thousand"
    return [Number(start, second.end, low, high, None, "range", "from the lower to the higher")] if low < high else None


_TIME = ("hours", "days", "weeks", "months", "years", "years old")
_SAID = {True: "an increment by its wording", False: "a total by its wording", None: ""}


def _finish(text: str, number: Number) -> Quantity:
    """The quantity with its bounds, its unit and what it says of change."""
    start, bound = read_bound(text, number.start, number.end)
    unit = "years old" if _is_age(text, number) else number.unit
    if not unit:
        single = number.best in (0, 1) and not text.startswith(" of", number.end)
        unit = find_unit(text, number.end, single=single) or find_unit_around(text, start, number.end)
    low, high, wording = _bounded(number, bound, counts=unit not in _TABLE["measure"] and unit != "share")
    change = _read_change(text, start, number) if number.change is None else number.change
    if unit in _TIME and number.change is None and change is False:
        change = None  # "12 months since the city fell"
    told = [wording, number.note, f"counts {unit}" if unit else "", _SAID[change]]
    because = f'"{" ".join(text[start : number.end].split())}": ' + "; ".join(part for part in told if part)
    return Quantity(Span(start, number.end), low, high, number.best, wording, change, unit, because)


def _bounded(number: Number, bound: str, *, counts: bool) -> tuple[float | None, float | None, str]:
    """Low, high and wording under a bound; "more than 200" counted things are at least 201."""
    low, high = number.low, number.high
    step = 1.0 if counts and low is not None and low == high and low % 1 == 0 else 0.0
    if number.wording == "range" or bound == "exact":
        return low, high, number.wording
    if bound == "about":
        return low, high, "about" if number.wording == "exact" else number.wording
    if bound in ("more than", "at least"):
        return (low + step if bound == "more than" and low is not None else low), None, bound
    top = high if high is not None else number.best
    return None, (top - step if bound == "fewer than" and top is not None else top), "at most"


_AGED = re.compile(
    r"\b(?:aged?|ages|the age of|ages of|turned)\s+(?:about\s+|between\s+)?"
    r"(?:\d{1,2}(?:,\s+|\s+(?:and|to|or)\s+)){0,3}\Z",
    _IGNORE,
)
_CALLED = re.compile(r"[A-Z][\w'’.-]+,\s\Z")
_PERSON = re.compile(r",\s(?:an?|who|whose|was|from|said|told|had|has)\b")
_NAMED = re.compile(r"[A-Z][\w'’.-]+\s+[A-Z][\w'’.-]+,\s\Z")


def _is_age(text: str, number: Number) -> bool:
    """Whether it is an age: "aged 34", or "Ivan Petrov, 34," after a name."""
    if number.low is None or not 0 < number.low <= 120 or number.unit:
        return False
    before = text[max(0, number.start - 40) : number.start]
    if _AGED.search(before):
        return True
    if not text[number.start].isdigit() or text[number.end : number.end + 1] not in (",", ".", ")"):
        return False
    return bool(_NAMED.search(before) or (_CALLED.search(before) and _PERSON.match(text, number.end)))


@cache
def _change_patterns() -> tuple[re.Pattern[str], ...]:
    words = {key: any_of(entry) for key, entry in _CHANGES.items()}
    some = rf"(?:{_SOME}{GAP})?"
    bound = rf"(?:{any_of([word for entry in _TABLE['before'].values() for word in entry])}{GAP})?"
    return (
        re.compile(rf"\b{words['new_before']}{GAP}{some}\Z", _IGNORE),
        re.compile(rf"{GAP}{words['new_after']}\b(?!{GAP}than\b)", _IGNORE),
        re.compile(rf"[^.,;!?\n]{{0,60}}?\b{words['new_clause']}\b", _IGNORE),
        re.compile(rf"\b(?:{words['total_before']}{GAP}{bound}|{words['total_clause']}[^.;!?\d]{{0,40}})\Z", _IGNORE),
        re.compile(rf"[^.;!?\d\n]{{0,60}}?\b{words['total_after']}\b", _IGNORE),
    )


def _read_change(text: str, start: int, number: Number) -> bool | None:
    """True for an increment ("another 23", "23 more"), False for a total ("in all", "so far"), else None."""
    new_before, new_after, new_clause, total_before, total_after = _change_patterns()
    before = text[max(0, start - 45) : number.start]
    if new_before.search(before) or new_after.match(text, number.end):
        return True
    if total_before.search(before) or total_after.match(text, number.end):
        return False
    if re.search(r"\bby\s+\Z", before) and _RISE.search(text[max(0, start - 90) : start]):
        return True
    return True if new_clause.match(text, number.end) else None
