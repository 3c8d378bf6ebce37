"""One number as it stands: digits, words, vague words, shares, "none", "twice"; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.values.number_bounds import REACH, before_pattern
from sayso.values.number_units import find_unit, is_plural, read_measure
from sayso.values.number_words import (
    CARDINAL,
    DIGITS,
    GAP,
    HYPHEN,
    SCALE,
    SMALL_CARDINAL,
    any_of,
    plain,
    read_cardinal,
    read_digits,
)
from sayso.values.on_board import load_table
from sayso.values.openings import Wordings

_TABLE = load_table("numbers")
_SUFFIX: dict[str, int] = _TABLE["suffix"]
_ONE: dict[str, list[str]] = _TABLE["one"]
_SHARE: dict[str, list[str]] = _TABLE["share"]
_IGNORE = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Number:
    """A number before its bound, its unit and its neighbours are read; ``scale`` as in "50 to 60 thousand"."""

    start: int
    end: int
    low: float | None
    high: float | None
    best: float | None
    wording: str = "exact"
    note: str = ""
    unit: str = ""
    change: bool | None = None
    scale: float = 1.0


def _exact(start: int, end: int, value: float, note: str = "", *, unit: str = "", scale: float = 1.0) -> Number:
    return Number(start, end, value, value, value, note=note, unit=unit, scale=scale)


def _share_form() -> str:
    fractions = any_of(list(_TABLE["fraction"]))
    of = rf"(?={GAP}of\b(?!{GAP}a{GAP}(?:{any_of(list(SCALE))})\b))"
    whole = rf"(?:{SMALL_CARDINAL}|\d{{1,3}})"
    among = rf"(?:three|four|five|ten|twenty|an?{GAP}hundred|3|4|5|10|20|100)"
    return (
        rf"(?P<ratio>(?:(?P<of>{whole}){GAP}out{GAP}of|(?:one|1){GAP}in)(?:{GAP}every)?{GAP}(?P<among>{among}))\b"
        rf"|(?P<part>(?P<parts>{SMALL_CARDINAL})[\s-](?P<whole>{fractions})\b|an?{GAP}(?P<single>{fractions}){of}"
        rf"|half(?={GAP}(?:of|the|its|their|his|our)\b)|(?P<over>\d)/(?P<under>\d){of})"
    )


def _vague_form() -> str:
    scales = any_of(list(SCALE))
    plural = (
        rf"(?:(?:tens|dozens|scores|hundreds){GAP}of{GAP}(?:thousands|millions|billions)"
        rf"|dozens|scores|hundreds|thousands|millions|billions|lakhs|tens(?={GAP}of\b))"
    )
    few = (
        rf"(?:several|a{GAP}few|a{GAP}couple{GAP}of|a{GAP}couple(?={GAP}(?:dozen|hundred|thousand|more\b))"
        rf"|a{GAP}handful{GAP}of|a{GAP}score{GAP}of)"
    )
    return rf"(?P<vague>(?:{few}(?:{GAP}{scales}(?:s(?={GAP}of\b))?)?|{plural}))\b"


@cache
def number_pattern() -> Wordings:
    """Finds the next thing that may be a number; the group that matched says of which kind it is."""
    zero = any_of(_TABLE["zero"]["counted"])
    none = rf"no(?={GAP}(?:{zero})\b)|none\b(?!{GAP}(?:other|the{GAP}less))|not{GAP}(?:a{GAP}single|one)\b|zero\b"
    return Wordings.of(
        rf"(?<![\w.,:/#№$€£-])(?:{_share_form()}|{_vague_form()}"
        rf"|(?P<zero>{none})"
        rf"|(?P<times>twice|thrice)\b(?!{GAP}(?:as|the|that|a|his|their)\b)"
        rf"|(?P<words>{CARDINAL}))"
        rf"|(?<![\w/:#№])(?<![^\W\d_][-‐‑–])(?<!\d[.,])(?P<money>[$€£]{GAP}?)?(?P<digits>{DIGITS})"
        rf"(?:(?P<suffix>{any_of(list(_SUFFIX))})\b|(?:{GAP}|{HYPHEN})?(?P<scale>{any_of(list(SCALE))})s?\b)?"
    )


def read_number(text: str, match: re.Match[str], values: Mapping[str, Any]) -> Number | None:
    """The number that ``number_pattern`` found, None where it is none; ``values`` is a set of ``tables/vague.toml``."""
    start, end = match.span()
    if match["digits"]:
        return _read_digits(text, match)
    if match["ratio"] or match["part"]:
        return _read_share(text, match)
    if match["vague"]:
        return _read_vague(text, match, values)
    if match["times"]:
        return _exact(start, end, 2.0 if plain(match["times"]) == "twice" else 3.0, unit="times")
    if match["zero"]:
        return _exact(start, end, 0.0, "none at all")
    value = read_cardinal(match["words"]) if is_number_word(text, start, end) else None
    scale = next((float(SCALE[word]) for word in reversed(plain(match["words"]).split()) if word in SCALE), 1.0)
    return None if value is None else _exact(start, end, value, scale=scale)


def _read_digits(text: str, match: re.Match[str]) -> Number | None:
    digits, start, end, scale = match["digits"], match.start("digits"), match.end("digits"), 1.0
    if match["scale"]:
        scale, end = float(SCALE[plain(match["scale"])]), match.end()
    elif match["suffix"] and _is_scale(text, match):
        scale, end = float(_SUFFIX[plain(match["suffix"])]), match.end()
    measure = read_measure(text, end)
    if not measure and text[end : end + 1].isalpha():
        return None
    value = read_digits(digits, decimal=scale > 1 or measure not in ("", "years old"))
    if value is None or (scale == 1 and not measure and not match["money"] and _is_year(text, start, end)):
        return None
    unit = {"$": "dollars", "€": "euros", "£": "pounds"}.get((match["money"] or " ")[0], "")
    pointed = value >= 1000 and re.fullmatch(r"\d{1,3}\.\d{3}", digits)
    note = "the point stands between thousands" if pointed else ""
    return _exact(start, end, round(value * scale, 2) if scale > 1 else value, note, unit=unit, scale=scale)


def _is_scale(text: str, match: re.Match[str]) -> bool:
    """Whether a letter written onto the digits is a scale: "2.5m people" and "$3m", not "200m away"."""
    if plain(match["suffix"]) != "m" or match["money"]:
        return True
    return "." in match["digits"] and find_unit(text, match.end()) != ""


_PEOPLE = re.compile(r"(?:ers|ors|ians|men|women|ists|ants|ees|ents)$")


def _is_year(text: str, start: int, end: int) -> bool:
    """1900 to 2099 without a comma: a year, unless it is bounded or stands before people, measures and the like."""
    digits = text[start:end]
    if not re.fullmatch(r"(?:19|20)\d\d", digits) or before_pattern().search(text[max(0, start - REACH) : start]):
        return False
    unit = find_unit(text, end) if re.match(rf"{GAP}\w", text[end : end + 4]) else ""
    if int(digits) % 100 == 0 and unit:
        return False
    return not (_PEOPLE.search(unit) or unit in _TABLE["not_year"]["counted"] or unit in _TABLE["counted"]["plain"])


def is_number_word(text: str, start: int, end: int) -> bool:
    """Whether the words ``start..end`` count: not "one" the pronoun, and no name ("Three Crosses")."""
    word, before = text[start:end], text[max(0, start - 25) : start]
    after = re.match(r"[\s“\"'‘]*([\w'’-]*)", text[end : end + 30])
    follower = after[1] if after else ""
    inside = before.strip() and not re.search(r"[.!?:\n“\"(–—-]\s*\Z", before)
    if inside and word.istitle() and follower.istitle() and " " not in word and not is_plural(follower):
        return find_unit(text, end) != "" and follower not in text[end : end + 31].rstrip(".,;").split()[-1:]
    return word.lower() != "one" or _is_one(text, start, end, follower)


def _is_one(text: str, start: int, end: int, follower: str) -> bool:
    lower = follower.lower()
    last = re.search(r"([\w'’]+)\s*\Z|(,)\s*\Z", text[max(0, start - 25) : start])
    before = (last[1] or last[2]).lower() if last else ""
    if before in _ONE["never_after"]:
        return False
    if lower == "of":
        words = re.findall(r"[\w'’]+", text[end : end + 45])[1:4]
        known = bool(words) and (words[0].lower() in _ONE["of"] or words[0][0].isupper())
        return known and not any(each in _ONE["never_of"] or re.fullmatch(r"\w{3,}est", each) for each in words[:3])
    if not lower or not lower[0].isalpha():
        return before in _ONE["alone_after"] or before == ","
    if lower in _ONE["never_before"] or (is_plural(follower) and lower not in _TABLE["counted"]["plain"]):
        return False  # "one observes the situation"
    return find_unit(text, end, single=True) != "" or lower in ("more", "other")


def _read_share(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    fractions = _TABLE["fraction"]
    if match["ratio"]:
        part, whole = _whole(match["of"] or "one"), _whole(match["among"])
    elif match["parts"]:
        if plain(match["whole"]) in ("quarters", "quarter", "third") and not re.match(r"\s+of\b", text[end : end + 5]):
            return None
        part, whole = _whole(match["parts"]), float(fractions[plain(match["whole"])])
    elif match["over"]:
        part, whole = float(match["over"]), float(match["under"])
    else:
        part, whole = 1.0, float(fractions[plain(match["single"] or "half")])
        before = re.search(r"(\w+)\s+\Z", text[max(0, start - 12) : start])
        if before and before[1].lower() in _SHARE["place"]:
            return None
    if not 0 < part <= whole:
        return None
    return _exact(start, end, part / whole, f"{part:g} of {whole:g} parts", unit="share")


def _whole(word: str) -> float:
    return float(word) if word.isdecimal() else read_cardinal(word) or 0.0


def _read_vague(text: str, match: re.Match[str], values: Mapping[str, Any]) -> Number | None:
    start, end, words = match.start(), match.end(), plain(match["vague"])
    if words == "scores" and not _counts_scores(text, start, end):
        return None
    base, _, last = words.rpartition(" ")
    scale = float(SCALE.get(last.removesuffix("s"), 1)) if words not in values else 1.0
    entry = values.get((base if scale > 1 else words).removesuffix(" of"))
    if entry is None:
        return None
    low, high, best = (None if entry.get(key) is None else entry[key] * scale for key in ("low", "high", "best"))
    return Number(start, end, low, high, best, "vague", f'the table\'s value for "{words}"')


def _counts_scores(text: str, start: int, end: int) -> bool:
    """Whether "scores" is a number, and no result of a game and no verb."""
    if re.search(r"(?:ed|ing|hurt)\s\Z", text[max(0, start - 6) : start]):
        return True
    after = re.match(r"\s+(\w+)", text[end : end + 12])
    return after is not None and after[1].lower() in _SHARE["scores"]
