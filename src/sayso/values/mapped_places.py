"""Where the names of reports lie by the gazetteer on board: in a country that they name too, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.values.gazetteers import gazetteer_on_board
from sayso.values.party_words import NAME, bare

_WIDE = ("area", "water", "continent")


def on_the_map(words: Iterable[str], world: Mapping[str, str]) -> frozenset[str]:
    """Those names that a gazetteer knows for a sea or a part of the world, or for a place in a country that is named
    too: "Shushi" beside "Azerbaijan".

    >>> sorted(on_the_map(["Azerbaijan", "Shusha", "Shushi", "Velgoria", "Gulf of Aden"], {"Azerbaijan": "Azerbaijan"}))
    ['Gulf of Aden', 'Shusha', 'Shushi']
    """
    words = list(words)
    lands = countries_named(words, world)
    rest = (word for word in words if word not in world)
    return frozenset(word for word in rest if any(land in lands or kind in _WIDE for land, kind, _ in _lands(word)))


def is_wide(name: str) -> bool:
    """True for a name that first of all is that of a sea or of a part of the world.

    >>> is_wide("Red Sea"), is_wide("Middle East"), is_wide("Mosul")
    (True, True, False)
    """
    return any(main and kind in _WIDE for _, kind, main in _lands(name))


def is_part_of_the_world(name: str) -> bool:
    """True for a continent and a land that lies in several states.

    >>> is_part_of_the_world("Europe"), is_part_of_the_world("Middle East"), is_part_of_the_world("Crimea")
    (True, True, False)
    """
    return any(main and not land and kind in ("area", "continent") for land, kind, main in _lands(name))


def countries_named(words: Iterable[str], world: Mapping[str, str]) -> dict[str, str]:
    """The codes of the countries whose names, adjectives or seats are among ``words`` -> the states.

    Args:
        words: names.
        world: the names, adjectives and seats of states -> the state.
    """
    states = dict.fromkeys(world[word] for word in words if word in world)
    return {land: state for state in states for land, kind, _ in _lands(state) if kind == "country"}


_TOWN = rf"(?:the (?:[\w-]+ )?(?:town|city|village|port) of )?((?:[a-z]{{2}}-)?{NAME}(?: {NAME})?)"
MAYOR_OF = re.compile(rf"\b(?:[Mm]ayor|[Gg]overnor|[Pp]refect|[Pp]olice chief|[Ss]heriff) of {_TOWN}")
"""Of which town somebody is mayor; its name is the first group."""
_AT = re.compile(rf"\b(?:in|at|near|inside|outside|around|into) {_TOWN}")


def towns_in(texts: Sequence[str]) -> set[str]:
    """Names of one or two words at which something is, or of which somebody is mayor."""
    return {bare(match[1]) for text in texts for at in (_AT, MAYOR_OF) for match in at.finditer(text)}


@lru_cache(maxsize=4096)
def land_of(town: str) -> str:
    """The country of the most populous place of that name, "" for none."""
    rows = [row for row, main in gazetteer_on_board().find(town) if main and row.kind != "country"]
    return max(rows, key=lambda row: row.people).country if rows else ""


def lands_of(name: str) -> frozenset[str]:
    """The codes of the countries in which places of that name lie.

    >>> "az" in {code.casefold() for code in lands_of("Shusha")}, lands_of("Velgoria")
    (True, frozenset())
    """
    return frozenset(land for land, kind, _ in _lands(name) if land and kind not in _WIDE)


@lru_cache(maxsize=20_000)
def _lands(name: str) -> tuple[tuple[str, str, bool], ...]:
    """The country and kind of each place of that name, and whether it is its main name."""
    return tuple((row.country, row.kind, main) for row, main in gazetteer_on_board().find(name))
