"""Where digits and words of number are no count: dates, names of weapons and units, telephone numbers, list marks."""

from __future__ import annotations

import re
from functools import cache

from sayso.values.date_words import MONTH
from sayso.values.dates import find_dates
from sayso.values.number_words import GAP, SMALL_CARDINAL, SPACES, any_of
from sayso.values.on_board import load_table

_TABLE = load_table("numbers")
_DASH = "[-‐‑–]"


def _both(words: list[str]) -> list[str]:
    return [case for word in words for case in (word, word.upper())]


@cache
def _with_digits() -> tuple[re.Pattern[str], ...]:
    """Those that match nothing in a text without a digit."""
    table = _TABLE["designator"]
    number = r"\d[\d.,:/]*\d|\d"
    return (
        # No. 214, article 5, kilometre 88; Sector 4, Hill 382
        re.compile(
            rf"(?<!\w){any_of(table['any'])}{GAP}?#?(?:{number})(?:{GAP}?(?:and|or|to|,|–|-){GAP}?\d+\b(?!{GAP}?[a-z]))?",
            re.I,
        ),
        re.compile(rf"\b{any_of(_both(table['named']))}{GAP}(?:{number})(?![\d,.]*\d)"),
        re.compile(rf"#\d+|\b\d{{1,2}}{GAP}{MONTH}"),
        # Operation Long Night 2; "Long Night 2"
        re.compile(rf"\b[Oo]peration(?:{GAP}[A-Z][\w’'-]*){{1,4}}{GAP}\d{{1,2}}\b(?![,.]?\d)"),
        re.compile(rf"[\"“‘'][A-Z][\w’'-]*(?:{GAP}[A-Z][\w’'-]*){{1,3}}{GAP}\d{{1,2}}(?=[\"”’'])"),
        # Su-25, K-29, T-72B, Covid-19, MH17, 9K720, 2S19, 4x4, 34th
        re.compile(rf"\b[^\W\d_]+{_DASH}\d+\w*"),
        re.compile(
            r"\b\w*[^\W\d_]\d[\w-]*|\b\d+(?!hundred|thousand|[mbtr]*illion|lakh|crore|km|mm|cm|kg|[kmtg]\b|bn|mn|mln|ft|ha\b|kph|kmh|mph|percent|tn\b)[^\W\d_]\w*"
        ),
        re.compile(r"\b(?!I\b|A\b)[A-Z] \d{2,3}\b"),
        # +994 12 345 67 89, 020-7946-0958, 555-1234; links and addresses
        re.compile(r"\+\d[\d ()/-]{6,}\d|\b\d{2,4}-\d{3,4}-\d{3,4}\b|\b\d{3}-\d{4}\b|\b\d{9,}\b"),
        # 12:05, 3-2 as a score is left alone; 24/7, 9/11; 40°23′
        re.compile(
            r"\b\d+[:/]\d+(?:[:/]\d+)*\b(?!\s+of\b)|(?<![\d.,])\d{1,4}(?:[.,]\d{1,9})?\s?[°º](?!\s?[CF]\b)\s?\d*['′]?\d*|(?<![\d.,])\d{1,3}\.\d{3,9};\s?-?\d{1,3}\.\d{3,9}"
        ),
        re.compile(rf"(?<![\d.,'’])(?<!\d[{SPACES}])\b0\d+(?![.,]?\d)"),
        # "1. The Ministry", "(2)", "[3]"
        re.compile(
            r"^[ \t•*–-]*\(?\d{1,2}[.)](?=\s)|(?<=[.;:] )\d{1,2}[.)](?= [A-Z])|\[\d+\]|\(\d{1,2}\)(?=\s+[A-Z])", re.M
        ),
    )


@cache
def _in_words() -> tuple[re.Pattern[str], ...]:
    table = _TABLE["designator"]
    return (
        re.compile(
            rf"\b{any_of(_both(table['named']))}{GAP}{SMALL_CARDINAL}(?!{GAP}\w+s\b)|\b(?:[Cc]hapter|[Aa]rticle|[Pp]hase|[Ll]evel|[Pp]age|[Ss]ection){GAP}{SMALL_CARDINAL}"
        ),
        re.compile(r"\bhttps?://\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+"),
        # no one, one another, at one time; number one, World War Two
        re.compile(
            r"\bno one\b|\bone (?:after )?another\b|\bone by one\b|\bone day\b|\bone[- ](?:sided|off|way)\b"
            r"|\b(?:at|for|by) (?:one|a) (?:time|moment)\b",
            re.I,
        ),
        re.compile(
            rf"\b(?:number|day|phase|part|world{GAP}war|group{GAP}of|big){GAP}{SMALL_CARDINAL}"
            rf"(?!{GAP}(?:hundred|thousand|million))",
            re.I,
        ),
    )


_CALL_SIGN = re.compile(
    rf"\b[A-Z]{{2,5}}{GAP}\d{{1,3}}\b(?![.,]?\d|{GAP}[a-z]+s\b|{GAP}(?:people|men|women|dead|killed|million|billion)|%)"
)
"""CTF 50, DDG 72: in text that is not all in capitals."""


def not_counts(text: str) -> list[tuple[int, int]]:
    """The slices of ``text`` in which no number is a count, in order of where they start."""
    taken = [(phrase.span.start, phrase.span.end) for phrase in find_dates(text)]
    patterns = (*_with_digits(), *_in_words()) if any(map(str.isdigit, text)) else _in_words()
    for pattern in patterns:
        taken += [match.span() for match in pattern.finditer(text)]
    taken += [
        match.span()
        for match in _CALL_SIGN.finditer(text)
        if re.search("[a-z]", text[max(0, match.start() - 30) : match.end() + 30])
    ]
    return sorted(taken)
