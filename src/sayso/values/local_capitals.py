"""Which names in reports may be seats: cities and palaces that speak, are spoken to, or house those who govern.

A seat answers ("Hadramesh again rejected"), is charged ("told Malua", "war with Bamadou"), owns what governments own
("Dunmurray's man at the table"), or has them in it ("the junta in Tindouma"). A town may do one of these once; so each
sign weighs, and the name must be a place's: a dateline, "in Tolmigrad", a palace by its name. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.values.name_parts import is_post
from sayso.values.on_board import load_table
from sayso.values.openings import Wordings
from sayso.values.party_words import COMMON, NAME, START, bare, datelines, party_words

_LINK = r"(?:e|de|da|do|das|dos|del|la|las|los|al|el|di|du|des|of|of the|sur|ya)"
CITY = rf"{NAME}(?: (?:{_LINK} )?{NAME}){{0,2}}"
"""A name of one to three words that may be a city's or a palace's."""


@dataclass(slots=True)
class Candidate:
    """A name that may be a seat, what its signs weigh, whether it is a place, and the words that show it first."""

    name: str
    weight: int = 0
    place: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The compiled table of signs."""

    signs: tuple[tuple[int, re.Pattern[str] | Wordings], ...]
    bodies: re.Pattern[str]
    halls: re.Pattern[str]


@cache
def _words() -> _Words:
    """The table on board, ``tables/seat_words.toml``."""
    table = load_table("seat_words")
    parts = {key: table[key] for key in ("gives", "rulers", "owned", "opens")}
    parts |= {"city": f"(?P<c>{CITY})", "start": START, "says": party_words().says}
    full = (
        (one["weight"], re.sub(r"<(\w+)>", lambda m: parts.get(m[1], m[0]), one["pattern"])) for one in table["sign"]
    )
    signs = (
        (weight, Wordings.of(one, flags=re.NOFLAG) if one.startswith(r"\b") else re.compile(one))
        for weight, one in full
    )
    return _Words(tuple(signs), re.compile(table["bodies"]), re.compile(table["halls"]))


def is_hall(name: str) -> bool:
    """Whether a name is that of a house or street where a government sits: "the Amber Palace", "Downing Yard"."""
    return _words().halls.search(name) is not None


def candidates(
    texts: Sequence[str], taken: Mapping[str, object] | frozenset[str], persons: frozenset[str]
) -> dict[str, Candidate]:
    """Names that may be seats, with what shows it.

    Args:
        texts: calm texts (party_words).
        taken: names that stand for something already.
        persons: words that are parts of persons' names.
    """
    heads = frozenset(place for text in texts for place in datelines(text))
    where = _where(texts) | heads
    found: dict[str, Candidate] = {}
    for text in texts:
        for weight, pattern in _words().signs:
            for match in pattern.finditer(text):
                name = _cut(match["c"], where)
                if not name or name in taken or not _may_be(name, persons, where):
                    continue
                one = found.setdefault(name, Candidate(name, place=name in where))
                one.weight += weight
                one.because = one.because or f'"{" ".join(match.group().split()).strip(" .,;:”“–—-")}"'
    for name in heads:
        if name in found:
            found[name].weight += 1
    return {
        name: one
        for name, one in found.items()
        if one.weight >= (_PLACED if one.place or is_hall(name) else _UNPLACED) and not _has_article(name, texts)
    }


_PLACED, _UNPLACED = 2, 3
"""What the signs must weigh of a name that stands as a place, and of one that only acts."""


def _has_article(name: str, texts: Iterable[str]) -> bool:
    """Whether a name mostly follows "the", as no city's does: "the Tatmawun", "the Dentist"; houses aside."""
    if is_hall(name) and " " in name:
        return False
    found = [
        m[1] for text in texts if name in text for m in re.finditer(rf"(\b[Tt]he )?{START}{re.escape(name)}\b", text)
    ]
    return 2 * sum(map(bool, found)) > len(found)


def _where(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(match[1]) for text in texts for match in _spots().finditer(text))


@cache
def _spots() -> Wordings:
    return Wordings.of(
        rf"\b(?:[Ii]n|[Aa]t|outside|near|between|left|reached|capital(?: of)?|city of) (?:the )?({CITY})",
        flags=re.NOFLAG,
    )


def _cut(words: str, where: frozenset[str]) -> str:
    """The name in a run of capitals: without what belongs to somebody, the longest known place first."""
    parts = words.split(" ")
    for i, part in enumerate(parts):
        if re.search(r"['’ʼ]s?$", part) and i + 1 < len(parts):
            parts = parts[: i + 1]
            break
    name = bare(" ".join(parts))
    while name not in where and " " in name and not is_hall(name):
        shorter = name.rsplit(" ", 1)[0]
        if shorter.rsplit(" ", 1)[-1].islower() or shorter not in where:
            break
        name = shorter
    return name


def _may_be(name: str, persons: frozenset[str], where: frozenset[str]) -> bool:
    """Whether a name may be a seat's: no title, no person, and of several words only where it stands as a place."""
    words = name.split()
    hall = is_hall(name)
    if any(
        word in COMMON or is_post(word) for word in words if not (hall and word in ("State", "National", "Presidency"))
    ):
        return False
    if len(name) < 3 or _words().bodies.search(name) or name.isupper():
        return False
    if hall:
        return len(words) > 1
    if len(words) > 1:
        return name in where
    return name not in persons or name in where
