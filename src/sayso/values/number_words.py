"""Numbers in digits and in words, as patterns and as values: "1,221", "3 000", "half a million", "twenty-one".

The patterns hold no named groups and no anchors, so that they can be put into larger ones.
"""

from __future__ import annotations

import re

from sayso.values.on_board import load_table
from sayso.values.openings import ALIKE

SPACES = " \u00a0\u2009\u202f\u2007"
GAP = rf"(?:[{SPACES}\t]{{1,3}}\n?|\n)"
HYPHEN = "[-\u2010\u2011]"
FEW = 4  # fewer alternatives than these are quickly tried one by one


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """A pattern for any of ``words``, the longest first, with any gap where they have a space."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{_branches(longest)})"


def _branches(words: list[str]) -> str:
    """Alternatives in their order, those that begin alike behind their first letter, so that fewer are tried.

    Words that differ in the case of that letter stay as they are: which of them comes first may matter.
    """
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word)
    if len(words) < FEW or "" in groups or len({first.casefold() for first in groups}) < len(groups):
        return "|".join(_literal(word) for word in words)
    return "|".join(
        _literal(group[0]) if len(group) == 1 else f"{_literal(first)}(?:{_branches([word[1:] for word in group])})"
        for first, group in groups.items()
    )


def _literal(word: str) -> str:
    return re.escape(word).replace(r"\ ", GAP)


def plain(words: str) -> str:
    """``words`` in small letters with single spaces, as the tables have them."""
    return " ".join(words.translate(ALIKE).lower().split())


_TABLE = load_table("numbers")
SPELLED: dict[str, int] = _TABLE["spelled"]
SCALE: dict[str, int] = _TABLE["scale"]

_JOIN = rf"(?:{GAP}|{HYPHEN})"
_ONES = any_of([word for word, value in SPELLED.items() if value < 10])
_TEENS = any_of([word for word, value in SPELLED.items() if 10 <= value < 20])
_TENS = any_of([word for word, value in SPELLED.items() if value >= 20])
_SMALL = rf"(?:{_TENS}(?:{_JOIN}{_ONES})?|{_TEENS}|{_ONES})"
_BIG = any_of([word for word, value in SCALE.items() if value > 1000])
_HUNDREDS = rf"(?:(?:{_SMALL}|an?){_JOIN}hundred\b(?:(?:{GAP}and)?{_JOIN}{_SMALL}\b)?|{_SMALL})"
_THOUSANDS = rf"(?:{_HUNDREDS}|an?){_JOIN}thousand\b(?:,?{GAP}(?:and{GAP})?{_HUNDREDS}\b)?"
_MILLIONS = rf"(?:{_HUNDREDS}|an?){_JOIN}{_BIG}\b(?:,?{GAP}(?:and{GAP})?(?:{_THOUSANDS}|{_HUNDREDS})\b)?"
_PART = rf"(?:half|a{GAP}quarter{GAP}of|three{GAP}quarters{GAP}of){GAP}an?|an?{GAP}half|{_SMALL}{GAP}and{GAP}a{GAP}half"
_HALVES = rf"(?:{_PART}){GAP}{any_of(list(SCALE))}"
_DOZEN = rf"(?:an?|{_SMALL}){GAP}dozen(?:{GAP}and{GAP}a{GAP}half)?"
_AND_HALF = rf"(?:an?|{_SMALL}){GAP}{any_of(list(SCALE))}{GAP}and{GAP}a{GAP}half|{_SMALL}{_JOIN}and{_JOIN}a{_JOIN}half"

SMALL_CARDINAL = rf"\b{_SMALL}\b"
"""A number in words below a hundred."""

CARDINAL = rf"\b(?:{_HALVES}|{_AND_HALF}|{_DOZEN}|{_MILLIONS}|{_THOUSANDS}|{_HUNDREDS})\b"
"""A number in words, from "one" to "ninety-nine million ...", "half a million" and "two dozen"."""

DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?"
    rf"|[1-9]\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:['’]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?)"
)
"""Digits with commas, points, thin or plain spaces or apostrophes between thousands, and with decimals."""


def read_cardinal(words: str) -> float | None:
    """The value of a number in words, None where ``words`` are none.

    >>> read_cardinal("two hundred and five"), read_cardinal("half a million"), read_cardinal("the town")
    (205.0, 500000.0, None)
    """
    tokens = re.findall(r"[^\W\d_]+", plain(words))
    if not any(token in SPELLED or token in SCALE for token in tokens):
        return None
    extra = 0.0
    if "quarter" in tokens or "quarters" in tokens:
        return (0.25 if "quarter" in tokens else 0.75) * SCALE[tokens[-1]] if tokens[-1] in SCALE else None
    if "half" in tokens:
        place = tokens.index("half")
        before = [token for token in tokens[:place] if token not in ("a", "an", "and")]
        after = [token for token in tokens[place + 1 :] if token not in ("a", "an")]
        scale = next((SCALE[token] for token in [*after, *reversed(before)] if token in SCALE), 1)
        extra, tokens = 0.5 * scale, before + after if before else []
    return _add_up(tokens, extra)


def _add_up(tokens: list[str], extra: float) -> float | None:
    total, current, seen = 0.0, 0.0, bool(extra)
    for token in tokens:
        if token in SPELLED:
            current, seen = current + SPELLED[token], True
        elif token in SCALE and SCALE[token] <= 100:
            current, seen = max(current, 1.0) * SCALE[token], True
        elif token in SCALE:
            total, current, seen = total + max(current, 1.0) * SCALE[token], 0.0, True
        elif token not in ("a", "an", "and"):
            return None
    return total + current + extra if seen else None


def read_digits(text: str, *, decimal: bool = False) -> float | None:
    """The value of a number in digits, None where ``text`` is none.

    A single group of three after a point ("1.221") is thousands, unless ``decimal`` is True (before "million", "km").

    >>> read_digits("1,221"), read_digits("3 000"), read_digits("2.375", decimal=True), read_digits("2,5")
    (1221.0, 3000.0, 2.375, 2.5)
    """
    if not re.fullmatch(DIGITS, text):
        return None
    number = re.sub(rf"[{SPACES}'’]", "", text)
    marks = re.findall(r"[.,]", number)
    if len(set(marks)) == 2:
        number = number.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1:
        number = number.replace(marks[0], "")
    elif marks and (
        number.startswith("0") or not re.fullmatch(r"\d{1,3}[.,]\d{3}", number) or (decimal and marks[0] == ".")
    ):
        number = number.replace(marks[0], ".")
    else:
        number = re.sub("[.,]", "", number)
    # int() and float() read other scripts' digits as well; a length that float() cannot hold is no number of a report
    return float(number) if len(number) <= 15 else None
