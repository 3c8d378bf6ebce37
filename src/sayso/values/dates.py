"""Date expressions: found in a text, and resolved against the day on which the report was published.

Reports say "on Sunday", "that evening", "some 30 years ago"; each is kept as the days that it may mean, with the
reason. A weekday is the published day itself if that is such a day, else the latest one before it (of what has
happened) or the next one after it (of what is to come). Nothing here raises on any text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from sayso.types import Interval, Span
from sayso.values.date_forms import Context, days, read_core, shift
from sayso.values.date_guards import Place, is_date
from sayso.values.date_tense import SENTENCE, Tense, read_tense
from sayso.values.date_words import core_starts, forms_at, lead_pattern, read_edge, read_lead, tail_pattern
from sayso.values.openings import opening_at, small

_WINDOW = 60
"""Characters before a core in which its lead is looked for: the longest lead in the table has 45."""

_CONNECTOR = re.compile(r"\s*(?:[-–—]|\b(?:to|and|until|till|through|bis|und|au|et|al|y)\b)\s*", re.IGNORECASE)
_OPENERS = ("from", "between")
_SPOKEN = ("spoken", "shift")
_TIMES = ("clock", "part", "military")
_TIMELESS = (
    *_TIMES,
    "within",
    "in_time",
    "recent",
    "unit",
    "unit_bare",
    "ago",
    "ago_foreign",
    "shift",
    "years",
    "decade",
    "year",
)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date expression in a text: where it stands, and its words."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase taken apart: its core's form and match, what its lead and its tail say."""

    start: int
    end: int
    form: str
    core: re.Match[str]
    time: str
    op: str
    edge: str
    owner: bool
    until: _Phrase | None = None


def find_dates(text: str, span: Span | None = None) -> list[DatePhrase]:
    """Every date expression in ``text``, or in its slice ``span``, in reading order and none within another.

    Spans count in ``text``; prepositions, parts of the day and clock times belong to the phrase, a bare "of" does not.

    >>> [phrase.text for phrase in find_dates("He said on Sunday morning that since September 27 it may be over.")]
    ['on Sunday morning', 'since September 27']
    """
    return [
        DatePhrase(Span(each.start, each.end), text[each.start : each.end])
        for each in (_take_apart(text, span, strict=True) if span else _all_phrases(text))
    ]


@lru_cache(maxsize=512)  # counts, claims and figures ask for the dates of the same sentence
def _all_phrases(text: str) -> tuple[_Phrase, ...]:
    return tuple(_take_apart(text, Span(0, len(text)), strict=True))


def _take_apart(text: str, span: Span, *, strict: bool) -> list[_Phrase]:
    found: list[_Phrase] = []
    span = Span(min(max(span.start, 0), len(text)), min(max(span.end, 0), len(text)))
    position = span.start
    for place in core_starts().finditer(small(text), span.start, span.end):
        start = place.start()
        phrase = _phrase_at(text, start, found, span, strict=strict) if start >= position else None
        if phrase is None:
            continue
        while found and found[-1].start >= phrase.start:
            found.pop()
        found.append(phrase)
        position = max(phrase.end, start + 1)
    return _join(text, found)


def _phrase_at(text: str, start: int, found: list[_Phrase], span: Span, *, strict: bool) -> _Phrase | None:
    """The phrase around the core that begins at ``start``; an earlier bare time of day may become part of its lead."""
    forms = forms_at(opening_at(text, start))
    cores = [(form, core) for form, pattern in forms if (core := pattern.match(text, start, span.end))]
    if not cores:
        return None
    floor, ceiling = max(span.start, start - _WINDOW), span.end
    if found:
        absorbs = found[-1].form in _TIMES or found[-1].core[0].lower() == "overnight"
        floor = max(floor, found[-1].start if absorbs else found[-1].end)
    lead = lead_pattern().search(text, floor, start)
    time, op, edge = (lead["time"] or "", lead["op"] or "", lead["edge"] or "") if lead else ("", "", "")
    for form, core in cores:
        tail = tail_pattern().match(text, core.end(), ceiling)
        owner, end = bool(tail and tail["owner"]), tail.end() if tail else core.end()
        timed = form not in _TIMELESS
        first = start if owner or lead is None else lead.start() + (0 if timed else len(time))
        if not strict or is_date(form, core, Place(text, first, end, op, edge)):
            return _Phrase(first, end, form, core, time if timed else "", op, edge, owner)
    return None


def _join(text: str, found: list[_Phrase]) -> list[_Phrase]:
    """Two phrases that are the ends of one stretch ("from Monday to Wednesday") made one."""
    joined: list[_Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        if before and before.until is None and _is_stretch(text, before, phrase):
            joined[-1] = replace(before, end=phrase.end, until=phrase)
        else:
            joined.append(phrase)
    return joined


def _is_stretch(text: str, first: _Phrase, second: _Phrase) -> bool:
    gap = text[first.end : second.start]
    opened = read_lead(first.op) in _OPENERS or first.time.lower().startswith("from") or "from" in first.time.lower()
    if read_lead(second.op) == "until" and not gap.strip():
        return opened
    dash = gap.strip() in ("-", "–", "—", "to") and first.form == second.form
    return bool(_CONNECTOR.fullmatch(gap)) and (opened or dash) and not second.op


def resolve(phrase: str, anchor: date | None, *, tense: Tense = "past", language: str | None = None) -> Interval | None:
    """The days that ``phrase`` may mean in a report published on ``anchor``, None where it names none.

    Args:
        phrase: A date expression as ``find_dates`` gives it.
        anchor: The published day, or the day spoken of for "the previous day"; None if it is not known, and then only
            full dates and years can be resolved.
        tense: "future" where the text speaks of what is to come; "perfect" where "by" and "until" look back.
        language: A language code; then what the rules here do not know is left to dateparser in that language.

    >>> interval = resolve("since September 27", date(2020, 11, 8))
    >>> str(interval.first), interval.last
    ('2020-09-27', None)
    """
    if isinstance(anchor, datetime):
        anchor = anchor.date()
    bare = phrase.strip(' \t\n.,;:()"“”')
    for clean in (phrase.strip(), bare):
        found = _take_apart(clean, Span(0, len(clean)), strict=False)
        if len(found) == 1 and found[0].start == 0 and found[0].end == len(clean):
            return _days_of(found[0], anchor, tense)
    return _parse_foreign(bare, anchor, tense, language) if language and bare else None


def _days_of(phrase: _Phrase, anchor: date | None, tense: Tense) -> Interval | None:
    if phrase.until:
        return _stretch(phrase, phrase.until, anchor, tense)
    op = "" if phrase.owner else _op_of(phrase)
    future = op != "since" and (tense == "future" or (op in ("by", "until") and tense != "perfect"))
    found = read_core(phrase.form, phrase.core, Context(anchor, future, since=op == "since"))
    if found is None:
        return None
    named = f'"{phrase.core[0]}": {found.because}'
    edged = _over_night(_cut(replace(found, because=named), phrase.edge, op), phrase.time)
    if phrase.form in _TIMES and op not in ("since", "until"):
        return edged  # "before midnight" is still that day
    return _bound(edged, op, anchor, future=future)


def _op_of(phrase: _Phrase) -> str:
    op = read_lead(phrase.op)
    first = (phrase.time.split() or [""])[0].lower()
    return first if not op and first in ("since", "until", "till", "from", "by") and phrase.form != "clock" else op


def _stretch(phrase: _Phrase, until: _Phrase, anchor: date | None, tense: Tense) -> Interval | None:
    second = _days_of(replace(until, op="", owner=False), anchor, tense)
    if second is None or second.last is None:
        return None
    first = _days_of(replace(phrase, op="", until=None, time=""), second.last, "past")
    if first is None or first.first is None or first.first > second.last:
        return None
    return days(first.first, second.last, f"{first.because}; up to {second.because}")


_PARTS = {"early": (0, 3), "middle": (1, 3), "late": (2, 3), "first_half": (0, 2), "second_half": (1, 2)}


def _cut(interval: Interval, words: str, op: str) -> Interval:
    """The part of an interval that ``words`` keep: a third, or a half; one day in "by the end of"."""
    edge, first, last = read_edge(words), interval.first, interval.last
    if not edge or first is None or last is None or first == last:
        return interval
    because = f'{interval.because}; of it "{words.strip().lower()}"'
    if op not in ("", "on") and edge in ("early", "late") and words.lower().startswith("the"):
        end = last if edge == "late" else first
        return days(end, end, because)
    length = (last - first).days + 1
    part, parts = _PARTS[edge]
    if length < parts:
        return interval
    return days(shift(first, length * part // parts), shift(first, length * (part + 1) // parts - 1), because)


def _over_night(interval: Interval, time: str) -> Interval:
    """A night before, after or around a day takes the other day in."""
    words = time.lower().split()
    if not words or interval.first is None or interval.last is None or not {"night", "overnight", "eve"} & set(words):
        return interval
    if "eve" in words:
        return days(shift(interval.first, -1), shift(interval.last, -1), f"{interval.because}; the day before it")
    if interval.first != interval.last:
        return interval  # "the night of 4 to 5 April"
    back = -1 if words[-1] in ("to", "into") or "overnight" in words else 0
    on = 1 if words[-1] in ("of", "from") or (words == ["overnight"] or words[-1] == "on") else 0
    return days(
        shift(interval.first, back),
        shift(interval.last, on),
        f"{interval.because}; the night takes in the day beside it",
    )


def _bound(interval: Interval, op: str, anchor: date | None, *, future: bool) -> Interval:
    """What a preposition makes of the days after it."""
    first, last, precision = interval.first, interval.last, interval.precision
    if op in ("since", "after") or (op == "from" and future):
        return Interval(first, None, precision, f'{interval.because}; "{op}": open end')
    if op in ("until", "till"):
        return Interval(None, last, precision, f'{interval.because}; "until": open beginning')
    if op == "before" and first is not None and first > date.min:
        return Interval(None, shift(first, -1), precision, f'{interval.because}; "before": open beginning')
    if op == "by":
        start = anchor if future and anchor and last and anchor <= last else None
        return days(start, last, f'{interval.because}; "by": any day up to it', precision=None if start else precision)
    return interval


def _parse_foreign(phrase: str, anchor: date | None, tense: Tense, language: str) -> Interval | None:
    """What dateparser makes of a phrase in one language: heavy, so it is imported only here."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {"PREFER_DATES_FROM": "future" if tense == "future" else "past", "DATE_ORDER": "DMY"}
    if anchor:
        settings["RELATIVE_BASE"] = datetime(anchor.year, anchor.month, anchor.day, 12)
    else:
        settings["REQUIRE_PARTS"] = ["year", "month"]
    try:
        found = DateDataParser(languages=[language], settings=settings).get_date_data(phrase)
    except (ValueError, TypeError, OverflowError, AttributeError, IndexError, KeyError):
        return None  # dateparser is written for dates and raises on other text
    if found.date_obj is None:
        return None
    day, because = found.date_obj.date(), f'"{phrase}": read by dateparser as {language}'
    if found.period == "year":
        return days(date(day.year, 1, 1), date(day.year, 12, 31), because)
    if found.period == "month":
        return days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), because)
    return days(day, day, because)


def resolve_all(text: str, anchor: date | None) -> list[tuple[DatePhrase, Interval]]:
    """Every date expression in ``text`` that can be resolved, with its days, in the tense that its words have.

    "That evening", "the same day" and "two days later" count from the day last spoken of, a bare time of day from the
    day named in its sentence; both else from ``anchor``. Which of them says when a statement was made is the caller's
    question.

    >>> found = resolve_all("On Sunday he announced it. The rebels denied it that evening.", date(2020, 11, 9))
    >>> [str(interval.first) for _, interval in found]
    ['2020-11-08', '2020-11-08']
    """
    resolved: list[tuple[DatePhrase, Interval]] = []
    spoken, spoken_at = anchor, 0
    for each in _all_phrases(text):
        phrase = DatePhrase(Span(each.start, each.end), text[each.start : each.end])
        relative = _counts_from_spoken(each) or (
            each.form in _TIMES and not SENTENCE.search(text[spoken_at : each.start])
        )
        event = _since_event(text, each)
        tense = "past" if event else read_tense(text, phrase.span)
        interval = _days_of(each, spoken if relative else anchor, tense)
        if interval is None:
            continue
        if event and interval.first and interval.last:
            because = f'{interval.because}; "{event}": open end'
            interval = Interval(interval.first, None, interval.precision, because)
        resolved.append((phrase, interval))
        if interval.precision <= 2 and interval.first and each.form not in _TIMES:
            spoken, spoken_at = interval.first, each.end
    return resolved


_SINCE = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\bsince(?!\s+then\b)(?:\s+(?!since\b)[^\W\d_][\w’'-]*){1,9}?"
    r"(?:\s+(?:early|late))?(?:\s+(?:on|in|of|at))?\s*\Z",
    re.IGNORECASE,
)
_EVER = 120
"""Characters before a date in which the "since" of what began on it is looked for."""


def _since_event(text: str, phrase: _Phrase) -> str:
    """What began on the date, where the words count from it: "since the beginning of the offensive on 27 September"."""
    if phrase.owner and read_lead(phrase.op) == "since":
        return "since"  # "since Monday's attack"
    if phrase.until or _op_of(phrase) not in ("", "on", "in"):
        return ""
    core = phrase.core.start()
    begun = _SINCE.search(text, max(0, core - _EVER), core)
    return " ".join(begun[0].split()) if begun else ""


def _counts_from_spoken(phrase: _Phrase) -> bool:
    if phrase.form in _SPOKEN:
        return True
    groups = phrase.core.groupdict()
    how = (groups.get("how") or "").lower()
    return any(word in how for word in ("previous", "preceding", "following", "that", "same"))


def infer_published(phrases: Sequence[DatePhrase | str], others: Sequence[Interval], why: str = "") -> Interval | None:
    """When a report without a date may have been published, None where nothing dated is known.

    A report that takes up what others report is placed on or after the latest of them. Dispatches name the day itself
    and the days just before by weekday; so of the week from there on, the day is taken that has all the weekdays named
    close behind it.

    Args:
        phrases: The date expressions in the report that speak of the past (``past_phrases``).
        others: The published days of the dated reports on the same matter that it takes up.
        why: What shows that it comes after the latest of them; that it takes up a report of that day where empty.

    >>> sunday = Interval(date(2020, 11, 8), date(2020, 11, 8), 1, "")
    >>> str(infer_published(["on Sunday", "on Monday"], [sunday]).first)
    '2020-11-09'
    """
    latest = max((day for each in others if (day := each.last or each.first)), default=None)
    if latest is None:
        return None
    words = [phrase if isinstance(phrase, str) else phrase.text for phrase in phrases]
    floor = max([latest, *(day for phrase in words if (day := _dated_after(phrase, latest)))])
    named = sorted({day.weekday() for phrase in words if (day := _named_weekday(phrase, floor))})
    because = (why or f"takes up a report of {latest}") + (f", names {floor}" if floor > latest else "")
    if not named:
        return Interval(floor, None, 5, f"{because}; no weekday in it says how much later")
    week = [shift(floor, step) for step in range(7)]
    chosen = min(
        week, key=lambda day: (sum((day.weekday() - each) % 7 for each in named) + (day - floor).days / 2, day)
    )
    names = ", ".join(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[each] for each in named
    )
    return Interval(
        chosen, chosen, 2, f"{because} and names {names}: of the days from then on {chosen} has them closest behind it"
    )


def _named_weekday(phrase: str, day: date) -> date | None:
    found = _take_apart(phrase, Span(0, len(phrase)), strict=False)
    if (
        len(found) != 1
        or found[0].form != "weekday"
        or found[0].until
        or read_lead(found[0].op) in ("by", "until", "before")
    ):
        return None
    interval = _days_of(replace(found[0], op="", time=""), day, "past")
    return interval.first if interval else None


_DAY_OF_MONTH = ("day_month", "month_day", "numeric", "iso", "day_dot")


def is_day_of_month(phrase: str) -> bool:
    """Whether a date expression names a day by number and month, with or without the year.

    >>> is_day_of_month("on Saturday 24 August"), is_day_of_month("on Saturday")
    (True, False)
    """
    found = _take_apart(phrase, Span(0, len(phrase)), strict=False)
    return len(found) == 1 and found[0].form in _DAY_OF_MONTH


def _dated_after(phrase: str, day: date) -> date | None:
    """A day named by number and month that lies within a month after ``day``."""
    found = _take_apart(phrase, Span(0, len(phrase)), strict=False)
    if len(found) != 1 or found[0].form not in _DAY_OF_MONTH:
        return None
    interval = _days_of(replace(found[0], op=""), day, "future")
    return interval.first if interval and interval.first and 0 < (interval.first - day).days <= 31 else None


def past_phrases(text: str) -> list[DatePhrase]:
    """The date expressions in ``text`` that speak of what has happened, for ``infer_published``."""
    return [phrase for phrase in find_dates(text) if read_tense(text, phrase.span) != "future"]
