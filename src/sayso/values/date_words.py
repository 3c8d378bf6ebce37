"""The forms of date expressions, as patterns built from ``tables/dates.toml``.

An expression is a lead ("since", "before dawn on", "early in"), a core (one of ``FORMS``) and a tail ("morning",
"at 0600 hours"). Cores are found first; lead and tail are then read on either side.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from sayso.values.number_words import GAP, SMALL_CARDINAL, any_of, plain
from sayso.values.on_board import load_table
from sayso.values.openings import begins, openings, starts_of

TABLE: dict[str, Any] = load_table("dates")
_LANGUAGES = ("en", "de", "fr", "es")
_NEVER_LOWER = set(TABLE["alone"]["never_lower"])
_DOUBTFUL = set(TABLE["alone"]["doubtful"])


def _cases(word: str, *, capital: bool, loose: bool) -> list[str]:
    """The ways to write a month or a weekday; ``loose`` where a number beside it removes doubt."""
    lower = [word.lower()] if not capital or (loose and word.lower() not in _NEVER_LOWER) else []
    return [*lower, word.upper(), *([word.capitalize()] if capital or loose else [])]


def _names(kind: str, *, loose: bool = False, full: bool = False, only: set[str] | None = None) -> str:
    """A pattern for months or weekdays: full forms, and unless ``full`` short ones, with or without a point."""
    long: list[str] = []
    short: list[str] = []
    for language in _LANGUAGES:
        capital = TABLE[language]["capital"]
        for entry in TABLE[language][kind]:
            for word in entry.split():
                if only is None or word in only:
                    is_short = len(word) <= 5 and word != entry.split()[0]
                    (short if is_short else long).extend(_cases(word, capital=capital, loose=loose))
    points = rf"|{any_of(short)}(?!\w)\.?" if short and not full else ""
    return rf"(?-i:{any_of(long)}(?!\w){points})"


def _numbers(kind: str) -> dict[str, int]:
    return {
        word.lower(): number
        for language in reversed(_LANGUAGES)
        for number, entry in enumerate(TABLE[language][kind], start=1)
        for word in entry.split()
    }


MONTHS = _numbers("months")
WEEKDAYS = {word: number - 1 for word, number in _numbers("weekdays").items()}

_SURE = {w for lang in ("en", "de") for e in TABLE[lang]["months"] for w in e.split()} - _DOUBTFUL
SURE_MONTH = _names("months", only=_SURE)
MONTH = _names("months", loose=True)
_MONTH_ALONE = _names("months")
_WEEKDAY = _names("weekdays", full=True)
_WEEKDAY_ANY = _names("weekdays", loose=True)
_GERMAN_DAYS = any_of([word for entry in TABLE["de"]["weekdays"] for word in entry.split()])
_GERMAN_PARTS = "(?:abend|morgen|nacht|mittag|vormittag|nachmittag|früh)"
_SUFFIX = "(?:st|nd|rd|th)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORD = r"(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21[0-4]\d)(?!\d|[.,]\d)"
_YEAR_OR = rf"(?:{_YEAR}|(?:last|this|next|the{GAP}(?:same|previous|following)){GAP}year)"
_OF = rf"(?:{GAP}(?:of|de|del|du))?{GAP}"
_TO = rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|and|or|through|until|till|bis|und|au|et|al|y){GAP})"
_UNITS = any_of(list(TABLE["unit"]))
_VAGUE = any_of([word for word in TABLE["vague"] if word])
_COUNT = rf"(?:\d{{1,3}}|{SMALL_CARDINAL}|{_VAGUE}|half{GAP}an?|an?|one{GAP}or{GAP}two)"
_ABOUT = any_of([*TABLE["ago"]["about"], *TABLE["ago"]["over"], *TABLE["ago"]["under"]])
_FOREIGN_UNITS = any_of([word for words in TABLE["ago"]["unit"].values() for word in words])
_SEASONS = any_of(list(TABLE["season"]))
_END = r"(?=\s*(?:[.,;:!?)\"”’…]|$|\n))"
_PARTS = any_of(TABLE["daypart"]["day"])
_ZONE = rf"(?:{GAP}?(?:hours|hrs|h|GMT|UTC|CET|CEST|EET|EST|EDT|MSK|Uhr|local{GAP}time|Moscow{GAP}time|o['’]clock))"
_HALF = r"[ap]\.?m\b\.?"
_OCLOCK = rf"(?:\d{{1,2}}|{SMALL_CARDINAL}){GAP}o['’]clock"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?:{GAP}?{_HALF})?{_ZONE}?"
    rf"|(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?:{GAP}?{_HALF}|{GAP}Uhr)|(?:[01]\d|2[0-4])[.]?[0-5]\d{_ZONE}|{_OCLOCK})"
    rf"(?:{GAP}(?:in{GAP}the{GAP}(?:early{GAP})?(?:morning|afternoon|evening)|at{GAP}night|local{GAP}time))?"
)
_ALONE = any_of(TABLE["daypart"]["alone"])
_PREVIOUS = (
    rf"(?:(?:the{GAP})?last|(?:this|the){GAP}past|(?:the{GAP})?(?:previous|preceding|past)|letzten|vergangenen|vorigen)"
)
_NEXT = rf"(?:next|(?:this|the){GAP}(?:coming|next|following)|coming|nächsten|kommenden)"
_THAT = rf"(?:this(?:{GAP}same)?|that(?:{GAP}same)?|(?:the{GAP})?(?:same|current))"

FORMS: dict[str, str] = {
    "iso": r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ]\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?",
    "ymd": r"(?P<y>(?:19|20)\d{2})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})",
    "numeric": r"(?P<a>\d{1,2})[./](?P<b>\d{1,2})[./](?P<y>(?:19|20)\d{2}|\d{2})",
    "dashed": r"(?P<a>\d{1,2})-(?P<b>\d{1,2})-(?P<y>(?:19|20)\d{2})",
    "days_month": (
        rf"(?:the{GAP})?(?P<d>{_DAY}){_ORD}{_TO}(?P<e>{_DAY}){_ORD}{_OF}(?P<m>{MONTH})(?:,?{_OF}(?P<y>{_YEAR_OR}))?"
    ),
    "short_year": rf"(?P<d>{_DAY}){GAP}(?P<m>{MONTH}){GAP}['’]?(?P<y>\d\d)(?=\s*(?:[(,\]–—-]|$))",
    "day_month": (
        rf"(?:{_WEEKDAY_ANY},?{GAP}(?:the{GAP}|der{GAP}|den{GAP}|le{GAP})?)?(?:the{GAP}|dem{GAP}|den{GAP}|le{GAP}|el{GAP})?"
        rf"(?P<d>{_DAY}){_ORD}{_OF}(?P<m>{MONTH})(?:,?{_OF}(?P<y>{_YEAR_OR}))?"
    ),
    "month_days": (
        rf"(?P<m>{MONTH}){GAP}(?P<d>{_DAY}){_SUFFIX}{_TO}(?P<e>{_DAY}){_SUFFIX}(?:,?{_OF}(?P<y>{_YEAR_OR}))?"
    ),
    "month_day": (
        rf"(?:{_WEEKDAY_ANY},?{GAP})?(?P<m>{MONTH}){GAP}(?:the{GAP})?(?P<d>{_DAY}){_SUFFIX}(?!,\d{{3}}|\.\d|\d)"
        rf"(?:,?{_OF}(?P<y>{_YEAR_OR}))?"
    ),
    "month_year": rf"(?P<m>{MONTH}),?{_OF}(?P<y>{_YEAR_OR})",
    "season_year": rf"(?:the{GAP})?(?P<s>{_SEASONS}),?(?:{GAP}of)?{GAP}(?P<y>{_YEAR})",
    "season": rf"(?P<how>{_PREVIOUS}|{_NEXT}|{_THAT}|the){GAP}(?P<s>{_SEASONS})",
    "month": rf"(?:(?P<how>{_PREVIOUS}|{_NEXT}|this|that){GAP})?(?P<m>{_MONTH_ALONE})",
    "relative": any_of(list(TABLE["relative"])),
    "spoken": any_of(list(TABLE["spoken"])),
    "unit_phrase": any_of(list(TABLE["unit_phrase"])),
    "day_part": rf"(?P<w>(?-i:{_GERMAN_DAYS}))(?:{_GERMAN_PARTS})",
    "weekday": (
        rf"(?:(?P<how>{_PREVIOUS}|{_NEXT}|this|that){GAP})?(?P<w>{_WEEKDAY})"
        rf"(?:{GAP}(?P<post>last|dernier|passé|prochain|pasado|próximo|next))?"
    ),
    "this_part": rf"this{GAP}(?P<part>{_PARTS})",
    "weekend": rf"(?:(?P<how>{_PREVIOUS}|{_NEXT}|{_THAT}|the){GAP})?weekend",
    "within": rf"within{GAP}(?:the{GAP}(?:next|coming){GAP})?(?:(?P<n>{_COUNT}){GAP})?(?P<u>{_UNITS})s?(?!{GAP}of\b)",
    "in_time": rf"in{GAP}(?P<n>{_COUNT}){GAP}(?P<u>{_UNITS})s?['’]s?{GAP}time",
    "recent": rf"(?:the{GAP})?recent{GAP}(?P<u>{_UNITS})s",
    "unit": rf"(?P<how>{_PREVIOUS}|{_NEXT}|{_THAT}){GAP}(?:(?P<n>{_COUNT}){GAP})?(?P<u>{_UNITS})s?",
    "unit_bare": r"the (?P<u>week|month|year|decade|century)",
    "ago": (
        rf"(?:(?P<q>{_ABOUT}){GAP})?(?:(?P<n>{_COUNT}){GAP})?"
        rf"(?P<u>{_UNITS})s?(?P<half>{GAP}and{GAP}a{GAP}half)?{GAP}ago"
    ),
    "ago_foreign": (
        rf"{any_of(TABLE['ago']['before'])}{GAP}(?:(?P<q>{_ABOUT}){GAP})?(?P<n>\d{{1,3}}){GAP}(?P<u>{_FOREIGN_UNITS})"
    ),
    "shift": (
        rf"(?:(?P<q>{_ABOUT}){GAP})?(?P<n>{_COUNT}){GAP}(?P<u>{_UNITS})s?{GAP}"
        rf"(?P<dir>earlier|later|previously|beforehand|afterwards|(?:before|after|on){_END})"
    ),
    "years": rf"(?P<y>{_YEAR}){_TO}(?P<z>{_YEAR})|(?P<v>(?:19|20)\d\d)[-–/](?P<short>\d\d)(?![\d-])",
    "decade": r"(?:the )?(?P<y>(?:1[5-9]|20)\d0)['’]?s",
    "year": rf"(?:the{GAP}(?:year{GAP})?)?(?P<y>{_YEAR})",
    "nth": rf"the{GAP}(?P<d>{_DAY})(?:st|nd|rd|th)",
    "day_dot": rf"(?P<a>{_DAY})\.(?P<b>\d{{1,2}})\.",
    "clock": CLOCK,
    "part": (
        rf"{_ALONE}|the{GAP}(?:early{GAP})?(?:night|morning|evening|afternoon)"
        rf"|the{GAP}(?:small|early|early{GAP}morning|morning){GAP}hours"
    ),
    "military": r"(?:[01]\d|2[0-4])\.?[0-5]\d|\d\.[0-5]\d",
}

_WORDS: dict[str, str] = {word: op for op, words in TABLE["lead"].items() for word in words}
_LEADS = any_of(list(_WORDS))
_EDGES: dict[str, str] = {word.rstrip("-"): edge for edge, words in TABLE["edge"].items() for word in words}
_EDGE = any_of([word for words in TABLE["edge"].values() for word in words])
_TIME_PREP = any_of(TABLE["daypart"]["before"])
_HOURS = rf"(?:(?:early{GAP})?morning|early|small){GAP}hours"
_TIME = rf"(?:{CLOCK}|overnight|(?:the{GAP})?(?:{_PARTS}|{_ALONE}|{_HOURS}|eve)|[0-2]\d\.?[0-5]\d(?={GAP}o[nf]\b))"
_TIME_LEAD = rf"(?:(?:{_TIME_PREP}{GAP}){{0,2}}(?:{_TIME}),?{GAP}(?:(?:on|of|to|into|from){GAP}(?:the{GAP})?)?)"
_LATER = rf"(?:(?:earlier|later){GAP})"


_IGNORE = re.IGNORECASE
_EDGE_OF_WORD = r"(?!\w|(?-i:-[a-z]))"


@cache
def lead_pattern() -> re.Pattern[str]:
    """Matches the lead at the end of what stands before a core."""
    return re.compile(
        rf"(?<![\w-])(?P<time>{_TIME_LEAD})?(?P<later>{_LATER})?(?:(?P<op>{_LEADS}){GAP}(?:about{GAP}|around{GAP})?)?"
        rf"(?:(?:the{GAP})?(?P<edge>{_EDGE})(?:{GAP}|(?<=-)))?\Z",
        _IGNORE,
    )


@cache
def tail_pattern() -> re.Pattern[str]:
    """Matches the tail right after a core; it may be empty."""
    return re.compile(
        rf"(?P<part>{GAP}(?:in{GAP}the{GAP})?(?:{_PARTS}))?(?P<owner>['’]s\b)?"
        rf"(?P<time>,?{GAP}(?:at{GAP}|around{GAP}|um{GAP}|à{GAP}|by{GAP})?(?:{CLOCK})|{GAP}at{GAP}(?:{_ALONE}|\d{{4}}))?(?!\w)",
        _IGNORE,
    )


@cache
def core_starts() -> re.Pattern[str]:
    """Finds in a text in small letters where a core of whatever form may begin."""
    return starts_of(frozenset().union(*_openings().values()), before=r"(?<!\w)(?<![\d][.,:/-])")


@lru_cache(maxsize=1024)
def forms_at(begun: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of a core that may begin so (``opening_at``), in order, each with its named groups."""
    return tuple((form, form_pattern(form)) for form, found in _openings().items() if begins(begun, found))


@cache
def _openings() -> dict[str, frozenset[str]]:
    return {form: openings(pattern) for form, pattern in FORMS.items()}


@cache
def form_pattern(name: str) -> re.Pattern[str]:
    """One form of a core, with its named groups."""
    return re.compile(rf"(?:{FORMS[name]}){_EDGE_OF_WORD}", _IGNORE)


def read_lead(word: str) -> str:
    """What a preposition does with the days after it: on, since, until, by, before, after, from; "" for none."""
    return _WORDS.get(plain(word), "")


def read_edge(word: str) -> str:
    """The part of a stretch of days that ``word`` keeps: early, middle, late; "" for none."""
    return _EDGES.get(plain(word).rstrip("-"), "")
