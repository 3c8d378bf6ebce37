"""What a number counts: the noun after it as the text has it, or a measure under one name ("km", "%", "years old")."""

from __future__ import annotations

import re
from functools import cache

from sayso.values.number_words import GAP, HYPHEN, any_of, plain
from sayso.values.on_board import load_table

_TABLE = load_table("numbers")
_REACH = 90
"""Characters after a number in which its noun is looked for."""

_COUNTED = _TABLE["counted"]
_PLAIN = {word.lower() for word in _COUNTED["plain"]}
_SOFT = set(_COUNTED["soft"])
_NEVER = set(_COUNTED["never"])
_STOP = {*_COUNTED["stop"], *_TABLE["spelled"]} - {"one"}
_SKIP = set(_COUNTED["skip"])
_ADJECTIVES = set(_TABLE["one"]["adjectives"])
_NOUNS = set(_TABLE["one"]["nouns"])
_MEASURES = {word.lower(): name for name, words in _TABLE["measure"].items() for word in words}
_ADJECTIVE = re.compile(r"(?:al|ive|ous|ic|ful|less|ed|ish|able|ible|year-old)$")
_PEOPLE = re.compile(r"(?:men|women|folk)$")


@cache
def _measure_pattern() -> re.Pattern[str]:
    words = any_of([word for word in _MEASURES if word not in ("$", "€", "£", "%")])
    return re.compile(rf"(?:{GAP}|{HYPHEN})?(?:{words})(?![\w²]|{HYPHEN}(?!old))|{GAP}?%", re.IGNORECASE)


def read_measure(text: str, end: int) -> str:
    """The measure that stands right after ``end``, under its one name; "" for none.

    >>> read_measure("2.3 kilometres inside", 3)
    'km'
    """
    match = _measure_pattern().match(text, end)
    if match is None:
        return ""
    glued = match[0][0] not in " -\n\t"
    name = _MEASURES.get(plain(match[0].strip("-‐‑")), "")
    return "" if match[0].strip() in ("t", "m", "ha") and glued and not text[end - 1].isdigit() else name


def is_plural(word: str) -> bool:
    """Whether ``word`` looks like a noun in the plural."""
    lower = word.lower().removesuffix("'").removesuffix("’")
    if lower in _PLAIN or _PEOPLE.search(lower):
        return True
    return (
        len(lower) > 3
        and lower.endswith("s")
        and lower not in _NEVER
        and not re.search(r"(?:ss|ous|us|is|['’]s)$", lower)
    )


def find_unit(text: str, end: int, *, single: bool = False, stop: int | None = None) -> str:
    """The noun counted by the number that ends at ``end``: a plural in small letters as it stands, else "".

    Words between (other, more, of the, an adjective, a nationality) are passed over; a verb, a preposition or a mark
    ends the search, ``stop`` at the latest. ``single`` is for "one": the first noun will do.

    >>> find_unit("23 other villages under control", 2), find_unit("dozens of Armenian soldiers", 6)
    ('villages', 'soldiers')
    """
    measure = read_measure(text, end)
    if measure:
        return measure
    joined = _HYPHENED.match(text, end)
    if joined:
        word = joined[1].lower()
        return find_unit(text, joined.end()) if word in ("strong", "odd", "plus", "fold") else word
    passed = _PASSED.match(text, end)
    words = _phrase(text, passed.end() if passed else end, stop)
    shouted = all(word.isupper() for word in words)
    soft = ""
    for position, word in enumerate(words):
        lower = word.lower().rstrip("'’")
        follower = words[position + 1] if position + 1 < len(words) else ""
        if single and lower in _MODIFIERS and follower:
            continue
        if is_plural(word):
            noun = follower.lower() if lower in _MODIFIERS or word[-1] in "'’" else ""
            return noun if noun and is_plural(noun) and noun not in _SOFT else lower
        if lower in _SOFT:
            soft = soft or lower
        elif single and (word[0].islower() or shouted) and _is_noun(lower):
            return lower
    nouns = [word.lower() for word in words if not re.search(r"(?:ly|ed|ing)$", word)] if single else []
    return soft or (nouns[-1] if nouns else "")


_HYPHENED = re.compile(rf"{HYPHEN}([^\W\d_]+)")
_PASSED = re.compile(
    rf"\+|{GAP}or{GAP}(?:so|more|less|fewer)\b|{GAP}of{GAP}(?:them|whom|these|which)\b(?={GAP})", re.IGNORECASE
)
_MODIFIERS = ("police", "militia", "crew", "staff", "infantry", "artillery")


def _is_noun(word: str) -> bool:
    return word in _NOUNS or not (_ADJECTIVE.search(word) or word in _ADJECTIVES)


def _phrase(text: str, end: int, stop: int | None) -> list[str]:
    """The words after ``end`` up to the end of the noun phrase, at most six."""
    words: list[str] = []
    first = True
    for match in re.finditer(
        r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’]*(?:[-‐‑][\w'’]+)*|[^\s\w]", text[end : min(end + _REACH, stop or len(text))]
    ):
        word = match[0]
        if not word[0].isalpha():
            if word in "“\"'‘«„-‐‑”’" and len(words) <= 1:
                continue
            break
        lower = word.lower()
        if lower in _STOP or (lower == "of" and not first) or len(words) == 6:
            break
        first = first and lower in ("more", "other", "others", "further", "additional")
        if lower not in _SKIP:
            words.append(word)
    return words


_NUMBER_OF = re.compile(r"\b(?:numbers?|toll|count|total|figures?|tally) of (?=[^.;!?\n]{0,80}$)", re.IGNORECASE)
_AHEAD = re.compile(r"[\s,]*(?:the )?(?:number|toll|total|count) of ", re.IGNORECASE)
_FATE = re.compile(
    r"\s+(?:were|was|are|is|have been|had been|has been|lay|remain|remained)\s+(?:\w+ly\s+)?(\w+)", re.IGNORECASE
)
_AT = re.compile(
    r"\b(?:(?:the|their|its|his|her|own) (\w+)|(losses|casualties|dead|deaths|killed|wounded)) (?:at|to|as)\s+$"
)


def find_unit_around(text: str, start: int, end: int) -> str:
    """The noun counted where it does not follow: "the number of towns captured rose to 31", "the dead at one"."""
    ahead = _AHEAD.match(text, end)
    if ahead:
        return find_unit(text, ahead.end())
    fate = _FATE.match(text, end)
    if fate and fate[1].lower() in _SOFT:
        return fate[1].lower()
    at = _AT.search(text[max(0, start - 30) : start])
    counted = (at[1] or at[2]).lower() if at else ""
    if counted in _SOFT or (counted and is_plural(counted)):
        return counted
    window = max(0, start - 120)
    before = list(_NUMBER_OF.finditer(text, window, start))
    return find_unit(text, before[-1].end(), stop=start) if before else ""
