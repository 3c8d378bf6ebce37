"""What bounds a number: "more than", "at least", "up to", "about" before it, "or more", "at most" after it."""

from __future__ import annotations

import re
from functools import cache

from sayso.values.number_words import GAP, SMALL_CARDINAL, any_of, plain
from sayso.values.on_board import load_table

_TABLE = load_table("numbers")
_IGNORE = re.IGNORECASE
REACH = 45
"""Characters before a number in which its bound is looked for; the longest in the table has 22."""

_SIGNS = {"~": "about", "≈": "about", ">": "more than", "≥": "at least", "<": "fewer than", "≤": "at most"}
_BEFORE = {word: bound for bound, words in _TABLE["before"].items() for word in words}
_AFTER = {word: bound for bound, words in _TABLE["after"].items() for word in words}


@cache
def before_pattern() -> re.Pattern[str]:
    """Matches one bound at the end of what stands before a number."""
    words = any_of([word for word in _BEFORE if word[0].isalpha()])
    between = any_of(["another", "a further", "an additional", "additional", "the", "a total of", "its", "their", "US"])
    return re.compile(
        rf"(?:(?<![\w-])(?P<bound>{words}){GAP}|(?P<sign>[~≈>≥<≤]){GAP}?)(?:{between}{GAP})?(?:[$€£]{GAP}?)?\Z",
        _IGNORE,
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    mark = r"[\s“”\"',(–—-]"
    other = rf"(?:than\b|\d|an?\b|some\b|{SMALL_CARDINAL})"  # then it bounds the next number
    return re.compile(
        rf"(?P<sign>\+|[-‐‑](?:odd|plus)\b)"
        rf"|{mark}*(?:[^\W\d_][\w'’-]*{mark}+){{0,2}}?(?P<bound>{any_of(list(_AFTER))})(?!\w|{GAP}{other})",
        _IGNORE,
    )


def read_bound(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the wording of the number at ``start..end`` begins, and how it is bounded.

    >>> read_bound("lost not fewer than 140 men", 20, 23)
    (5, 'at least')
    """
    bounds: list[str] = []
    for _ in range(2):
        match = before_pattern().search(text[max(0, start - REACH) : start])
        if match is None:
            break
        begin = start - len(match[0])
        if match["bound"] and _is_place(text, begin, plain(match["bound"])):
            break
        bounds.append(_BEFORE[plain(match["bound"])] if match["bound"] else _SIGNS[match["sign"]])
        start = begin
    after = _after_pattern().match(text, end, end + 60)
    if after:
        sign = "about" if "odd" in (after["sign"] or "").lower() else "at least"
        bounds.append(_AFTER[plain(after["bound"])] if after["bound"] else sign)
    firm = [bound for bound in bounds if bound not in ("about", "exact")]
    return start, firm[0] if firm else "about" if "about" in bounds else "exact"


def _is_place(text: str, start: int, bound: str) -> bool:
    """Whether "over", "under" or the like says where, and not how many."""
    last = re.search(r"([\w'’]+)\W*\Z", text[max(0, start - 25) : start])
    before = plain(last[1]) if last else ""
    if bound in ("under", "below"):
        return bool(before) and before not in _TABLE["amount"]["after"]
    return before in _TABLE["place"].get(bound, ())
