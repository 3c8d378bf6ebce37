"""What each form of a date expression means, given the day that it is counted from.

One short function a form: a match of ``date_words.FORMS`` and the context in, the days out, None where the text names
no possible day or the day to count from is not known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sayso.types import Interval
from sayso.values.date_words import MONTHS, TABLE, WEEKDAYS
from sayso.values.number_words import plain, read_cardinal

_AHEAD = 30
"""Days that a date without a year may lie ahead of a report in the past tense: announced, not a year old."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a date expression is counted from: ``day``, and whether it speaks of what is to come."""

    day: date | None
    future: bool
    since: bool = False


Match = re.Match[str]
Result = Interval | None


def days(first: date | None, last: date | None, because: str, *, precision: int | None = None) -> Interval:
    """The interval ``first`` to ``last`` with UCDP's precision for its length."""
    if precision is None and first is not None and last is not None:
        length = abs((last - first).days) + 1
        precision = next((code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4)) if length <= most), 5)
    return Interval(first, last, precision or 5, because)


def shift(day: date, number: float) -> date:
    """``day`` moved by a number of days, held within the calendar."""
    ordinal = min(max(day.toordinal() + round(number), date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int, because: str) -> Result:
    """A whole month; ``month`` may run over the end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), because)


def _number(word: str | None) -> tuple[float, float]:
    """Low and high of a count: digits, words or a vague word."""
    if not word:
        return 1.0, 1.0
    word = plain(word)
    if word.isdecimal():
        return float(word), float(word)
    if word in TABLE["vague"]:
        low, high = TABLE["vague"][word]
        return float(low), float(high)
    if word == "one or two":
        return 1.0, 2.0
    value = 0.5 if word.startswith("half") else read_cardinal(word) or 1.0
    return value, value


def _how(word: str | None) -> str:
    word = plain(word or "")
    if not word or re.fullmatch(r"this|that|the|(?:this |that |the )?(?:same|current)", word):
        return "this" if word else ""
    return "next" if re.search(r"next|coming|following|kommend|nächst|prochain|próximo", word) else "last"


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _full_year(text: str) -> int:
    year = int(text)
    return year if year >= 100 else year + (1900 if year >= 70 else 2000)


def complete_year(month: int, day: int, context: Context) -> date | None:
    """The day ``day``.``month`` in the year that the context asks for."""
    if context.day is None:
        return None
    years = range(max(context.day.year - 4, 1), min(context.day.year + 5, 9999))  # four years either side: 29 February
    found = [each for year in years if (each := _valid(year, month, day))]
    if context.future:
        return next((each for each in found if each >= context.day), None)
    latest = context.day if context.since else shift(context.day, _AHEAD)
    return next((each for each in reversed(found) if each <= latest), None)


def _exact(match: Match, context: Context) -> Result:
    day = _valid(int(match["y"]), int(match["m"]), int(match["d"]))
    return days(day, day, "the date in full") if day else None


def _numeric(match: Match, context: Context) -> Result:
    a, b, year = int(match["a"]), int(match["b"]), _full_year(match["y"])
    day, rule = _valid(year, b, a), "day, month, year"
    if day is None:
        day, rule = _valid(year, a, b), "month, day, year: the other way round is no date"
    return days(day, day, rule) if day else None


def _year_of(text: str, context: Context) -> int | None:
    """A year in digits, or "last year" and the like."""
    if text[-1].isdigit():
        return _full_year(text)
    step = {"next": 1, "this": 0}.get(_how(text.rsplit(None, 1)[0]), -1)
    return context.day.year + step if context.day else None


def _day_of(match: Match, number: str, context: Context) -> date | None:
    month = _month_number(match["m"])
    if not match["y"]:
        return complete_year(month, int(number), context)
    year = _year_of(match["y"], context)
    return _valid(year, month, int(number)) if year else None


def _named_day(match: Match, context: Context) -> Result:
    day = _day_of(match, match["d"], context)
    return (
        days(day, day, "the date in full" if match["y"] else f"the year from the day of the report, {context.day}")
        if day
        else None
    )


def _named_days(match: Match, context: Context) -> Result:
    last = _day_of(match, match["e"], context)
    first = _valid(last.year, last.month, int(match["d"])) if last else None
    if first is None or last is None or first > last:
        return None
    return days(first, last, "the days from first to last")


def _month_year(match: Match, context: Context) -> Result:
    year = _year_of(match["y"], context)
    return _month(year, _month_number(match["m"]), "the month in full") if year else None


def _month_alone(match: Match, context: Context) -> Result:
    month, how, day = _month_number(match["m"]), _how(match["how"]), context.day
    if day is None:
        return None
    ahead = how == "next" or (context.future and how != "last")
    if ahead:
        year = day.year + (month < day.month or (how == "next" and month == day.month))
    else:
        year = day.year - (month > day.month or (how == "last" and month == day.month))
    return _month(year, month, f"the {'next' if ahead else 'latest'} such month, seen from {day}")


def _season(year: int, name: str, because: str, *, both: bool) -> Result:
    first, last = TABLE["season"][name]
    first = first - 12 if both and name == "winter" else first
    start, end = _month(year, first, ""), _month(year, last, "")
    return days(start.first, end.last, because + ", by northern seasons") if start and end else None


def _season_year(match: Match, context: Context) -> Result:
    return _season(
        int(match["y"]), plain(match["s"]), f"the {plain(match['s'])} that begins or ends in {match['y']}", both=True
    )


def _season_alone(match: Match, context: Context) -> Result:
    if context.day is None:
        return None
    how, name = _how(match["how"]), plain(match["s"])
    found = [each for year in range(-2, 3) if (each := _season(context.day.year + year, name, "", both=False))]
    ahead = how == "next" or (context.future and how != "last")
    if ahead:
        chosen = [
            each
            for each in found
            if each.last and each.first and each.last >= context.day and (how != "next" or each.first > context.day)
        ]
    else:
        chosen = [
            each
            for each in reversed(found)
            if each.first and each.last and each.first <= context.day and (how != "last" or each.last < context.day)
        ]
    return (
        days(
            chosen[0].first,
            chosen[0].last,
            f"the {'next' if ahead else 'latest'} {name} seen from {context.day}, by northern seasons",
        )
        if chosen
        else None
    )


def _relative(match: Match, context: Context) -> Result:
    if context.day is None:
        return None
    words = plain(match[0])
    first, last = (TABLE["relative"] | TABLE["spoken"])[words]
    return days(shift(context.day, first), shift(context.day, last), f'"{words}" counted from {context.day}')


def weekday(number: int, context: Context, how: str) -> date | None:
    """The nearest weekday ``number`` (Monday is 0) that fits: the day itself, unless ``how`` is "last" or "next"."""
    if context.day is None:
        return None
    if how == "next" or (context.future and how != "last"):
        ahead = (number - context.day.weekday()) % 7
        return shift(context.day, ahead or (7 if how == "next" else 0))
    back = (context.day.weekday() - number) % 7
    return shift(context.day, -(back or (7 if how == "last" else 0)))


def _weekday(match: Match, context: Context) -> Result:
    groups = match.groupdict()
    how = _how(groups.get("how") or groups.get("post"))
    found = weekday(WEEKDAYS[match["w"].lower()], context, how)
    if found is None:
        return None
    side = "on or after" if found >= (context.day or found) and (context.future or how == "next") else "on or before"
    return days(found, found, f"the nearest {match['w']} {side} {context.day}")


def _this_part(match: Match, context: Context) -> Result:
    return days(context.day, context.day, f"the day counted from, {context.day}") if context.day else None


def _weekend(match: Match, context: Context) -> Result:
    saturday = weekday(5, Context(context.day, context.future), _how(match["how"]))
    if saturday is None or context.day is None:
        return None
    begun = context.since and context.day.weekday() >= 5
    if begun or (context.day.weekday() == 6 and _how(match["how"]) == "last"):
        saturday = shift(saturday, -7)
    return days(saturday, shift(saturday, 1), f"the weekend nearest to {context.day}")


def _unit_days(word: str) -> float:
    return float(TABLE["unit"][plain(word)])


def _calendar_unit(day: date, unit: str, step: int) -> Result:
    """The week, month, year ... around ``day``, or ``step`` of them further on."""
    because = f"the {unit} {('around', 'after', 'before')[step]} {day}"
    if unit in ("week", "fortnight"):
        monday = shift(day, -day.weekday() + 7 * step)
        return days(monday, shift(monday, 6), because)
    if unit == "month":
        return _month(day.year, day.month + step, because)
    length = {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not length:
        moved = shift(day, step * _unit_days(unit))
        return days(min(moved, day) if _unit_days(unit) == 0 else moved, moved, because)
    year = day.year - day.year % length + step * length
    return days(date(year, 1, 1), date(year + length - 1, 12, 31), because) if 1 <= year <= 9990 else None


def _unit(match: Match, context: Context) -> Result:
    day, unit, how = context.day, plain(match["u"]), _how(match["how"])
    if day is None:
        return None
    rolling = re.search(r"past|coming|the\s+last", match["how"], re.IGNORECASE) is not None
    plural = plain(match[0]).endswith("s")
    if match["n"] is None and not plural and not (rolling and how != "this"):
        return _calendar_unit(day, unit, {"last": -1, "next": 1}.get(how, 0))
    high = _number(match["n"])[1] if match["n"] or not plural else float(TABLE["vague"][""][1])
    reach = max(_span_days(high, unit), 1)
    first, last = (day, shift(day, reach)) if how == "next" else (shift(day, -reach), day)
    return days(first, last, f"{'up to' if how == 'next' else 'back from'} {day}")


def _span_days(number: float, unit: str) -> float:
    """Days in ``number`` units; hours and minutes count as part of days."""
    if unit == "hour":
        return -(-number // 24)
    return number * _unit_days(unit)


def _unit_bare(match: Match, context: Context) -> Result:
    return _calendar_unit(context.day, plain(match["u"]), 0) if context.day else None


def _unit_phrase(match: Match, context: Context) -> Result:
    unit, step = TABLE["unit_phrase"][plain(match[0])]
    return _calendar_unit(context.day, unit, step) if context.day else None


def _ahead(match: Match, context: Context) -> Result:
    if context.day is None:
        return None
    number = _number(match["n"])[1] if match["n"] else float(TABLE["vague"][""][1])
    return days(
        context.day,
        shift(context.day, max(_span_days(number, plain(match["u"])), 1)),
        f"at most so long after {context.day}",
    )


def _in_time(match: Match, context: Context) -> Result:
    return _away(context, _number(match["n"]), plain(match["u"]), sign=1)


def _recent(match: Match, context: Context) -> Result:
    if context.day is None:
        return None
    reach = _span_days(float(TABLE["vague"][""][1]), plain(match["u"]))
    return days(shift(context.day, -reach), context.day, f"back from {context.day}; how far is an own choice")


def _away(context: Context, number: tuple[float, float], unit: str, *, sign: int, about: str = "") -> Result:
    """So many units before (``sign`` -1) or after the day counted from, as exact as the words are."""
    day, (low, high) = context.day, number
    if day is None:
        return None
    if about in ("over", "under"):
        edge = shift(day, sign * low * _unit_days(unit))
        if about == "over":
            return (
                days(None, edge, f"more than so long before {day}")
                if sign < 0
                else days(edge, None, f"more than so long after {day}")
            )
        return days(min(edge, day), max(edge, day), f"less than so long from {day}")
    if unit in ("hour", "minute"):
        other = shift(day, sign * max(_span_days(high, unit), 1 if unit == "hour" else 0))
        return days(min(day, other), max(day, other), f"hours from {day}")
    length = _unit_days(unit)
    slack = 0.0 if length == 1 else min(length / (2 if low % 1 == 0 else 4), 366.0)
    if about or (low == high and low >= 10 and low % 5 == 0 and length > 1) or length > 366:
        slack = max(slack, 0.1 * low * length, 1.0)
    ends = shift(day, sign * (low * length - slack)), shift(day, sign * (high * length + slack))
    return days(
        min(ends), max(ends), f"so long {'before' if sign < 0 else 'after'} {day}, give or take {round(slack)} days"
    )


def _about(word: str | None) -> str:
    word = plain(word or "")
    return "over" if word in TABLE["ago"]["over"] else "under" if word in TABLE["ago"]["under"] else word


def _ago(match: Match, context: Context) -> Result:
    low, high = (
        _number(match["n"])
        if match["n"] or not match["u"] or not re.search(r"s\s+ago$", match[0], re.I)
        else TABLE["vague"][""]
    )
    half = 0.5 if match["half"] else 0.0
    return _away(context, (low + half, high + half), plain(match["u"]), sign=-1, about=_about(match["q"]))


def _ago_foreign(match: Match, context: Context) -> Result:
    unit = next(
        (unit for unit, words in TABLE["ago"]["unit"].items() if plain(match["u"]) in map(str.lower, words)), "day"
    )
    return _away(context, _number(match["n"]), unit, sign=-1, about=_about(match["q"]))


def _shift(match: Match, context: Context) -> Result:
    later = plain(match["dir"]) in ("later", "after", "on", "afterwards")
    return _away(context, _number(match["n"]), plain(match["u"]), sign=1 if later else -1, about=_about(match["q"]))


def _years(match: Match, context: Context) -> Result:
    first = int(match["y"] or match["v"])
    last = int(match["z"]) if match["z"] else first - first % 100 + int(match["short"])
    return days(date(first, 1, 1), date(last, 12, 31), "the years from first to last") if first < last <= 9999 else None


def _decade(match: Match, context: Context) -> Result:
    year = int(match["y"])
    return days(date(year, 1, 1), date(year + 9, 12, 31), "the ten years")


def _year(match: Match, context: Context) -> Result:
    year = int(match["y"])
    return days(date(year, 1, 1), date(year, 12, 31), "the year")


def _nth(match: Match, context: Context) -> Result:
    day, number = context.day, int(match["d"])
    if day is None:
        return None
    months = range(13) if context.future else range(0, -13, -1)
    found = [
        _valid(day.year + (day.month - 1 + step) // 12, (day.month - 1 + step) % 12 + 1, number) for step in months
    ]
    fits = [each for each in found if each and (each >= day if context.future else each <= day)]
    return (
        days(fits[0], fits[0], f"the nearest such day {'after' if context.future else 'before'} {day}")
        if fits
        else None
    )


def _day_dot(match: Match, context: Context) -> Result:
    day = complete_year(int(match["b"]), int(match["a"]), context)
    return days(day, day, f"day and month; the year from {context.day}") if day else None


def _clock(match: Match, context: Context) -> Result:
    return days(context.day, context.day, f"a time of day, counted as of {context.day}") if context.day else None


def _part(match: Match, context: Context) -> Result:
    if context.day is None:
        return None
    first = shift(context.day, -1) if plain(match[0]).endswith(" night") else context.day
    return days(first, context.day, f"a part of the day, counted as of {context.day}")


_READ: dict[str, Callable[[Match, Context], Result]] = {
    "iso": _exact,
    "ymd": _exact,
    "numeric": _numeric,
    "dashed": _numeric,
    "days_month": _named_days,
    "month_days": _named_days,
    "short_year": _named_day,
    "day_month": _named_day,
    "month_day": _named_day,
    "month_year": _month_year,
    "season_year": _season_year,
    "season": _season_alone,
    "month": _month_alone,
    "relative": _relative,
    "spoken": _relative,
    "unit_phrase": _unit_phrase,
    "day_part": _weekday,
    "weekday": _weekday,
    "this_part": _this_part,
    "weekend": _weekend,
    "within": _ahead,
    "in_time": _in_time,
    "recent": _recent,
    "unit": _unit,
    "unit_bare": _unit_bare,
    "ago": _ago,
    "ago_foreign": _ago_foreign,
    "shift": _shift,
    "years": _years,
    "decade": _decade,
    "year": _year,
    "nth": _nth,
    "day_dot": _day_dot,
    "clock": _clock,
    "part": _part,
    "military": _clock,
}


def read_core(form: str, match: Match, context: Context) -> Interval | None:
    """The days that a core of the form ``form`` means, None where it names no possible day."""
    return _READ[form](match, context)
