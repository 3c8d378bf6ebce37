"""Of which land a mayor, a governor, a rescue service is: that of the town they are of, not the one named most.

A report of a foreign strike on a town names the attacker again and again and the land of the town hardly at all. Who
governs, guards or rescues there is of the land in which a gazetteer has the town, if the report is about that land, or
of the party that rules the region.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from sayso.reading.bureaus import is_spoken_of
from sayso.reading.party_table import Table
from sayso.types import Span
from sayso.values.gazetteers import Found, Row, gazetteer_on_board
from sayso.values.mapped_places import countries_named
from sayso.values.party_tables import governed, separatists, world, world_states
from sayso.values.party_words import NAME
from sayso.values.passages import sentence_around
from sayso.values.sounds import plain_letters

_AREA = r"(?:district|regional|provincial|county|city|municipal|town|village|oblast|rayon|raion|local)"
_BODY = (
    r"(?:(?:state |military |civil )?administration|council|government|authorit\w+|officials?|office|head|chief|"
    r"leaders?|police|prosecut\w+|governor|administrator|hall)"
)
LOCAL = re.compile(
    rf"\b(?:(?:vice-|deputy )?mayors?|(?:head|chief) of (?:the )?[\w-]+ {_AREA}|"
    rf"(?<!bank )governors?|prefects?|burgomasters?|{_AREA} {_BODY}|"
    r"(?:military|civil) administration|prosecutor[’']s office|prosecutors|police|"
    r"(?:members? of (?:the )?parliament|lawmakers?|MPs?) (?:for|from)|operational (?:staff|headquarters)|"
    r"(?:emergency|rescue|fire|ambulance) (?:and \w+ )?(?:services?|department|brigade|workers)|rescuers|firefighters|"
    r"civil (?:defen[cs]e|protection))\b",
    re.IGNORECASE,
)
"""Who holds a post of a place, or works for it."""
_STAFF = re.compile(
    r"(?:the )?(?:local |regional |city )?(?:police|rescuers|firefighters|prosecutors|officials|authorities|governor|"
    r"mayor|(?:operational )?(?:staff|headquarters))",
    re.IGNORECASE,
)
"""Those of a place who stand without its name."""
_PUT_THERE = re.compile(
    r"\b(?:rebel|separatist|occupation|de facto|self-(?:styled|proclaimed)|federal|national|"
    r"[\w-]+-(?:installed|appointed|backed|held|run|led))\b",
    re.IGNORECASE,
)
"""Before those whom somebody else has put there, or who are of no place."""
_LARGER = 10  # times as many people as a namesake in a land that is told of, from which it is the place that is meant
_QUARTER = r"(?:central|(?:(?:far |the )?(?:north|south|east|west)[a-z-]*)(?: of)?)"
_SHARE = 8  # so many times as often as the land of a town may whoever strikes it be named
_WORD = re.compile(rf"{NAME}(?: {NAME})?")

Places = Sequence[tuple[str, Span]]


def is_local(phrase: str) -> bool:
    """Whether a phrase is a post or a service of a place.

    >>> is_local("Mayor Anna Kern"), is_local("the Russian-installed governor"), is_local("the defence ministry")
    (True, False, False)
    """
    return LOCAL.search(phrase) is not None and _PUT_THERE.search(phrase) is None


def by_own_town(phrase: str, text: str, span: Span, places: Places, table: Table) -> tuple[str, str] | None:
    """The party of a local post by the town in its words, else by the only land in which the towns of its sentence lie.

    The second is why. None where no town is known, or the report is not about the land.
    """
    if not is_local(phrase) or not home_is_on_board(table):
        return None
    for word in _WORD.findall(phrase):
        name = re.sub(r"['’]s?$", "", word)
        party = land_of(name, text, table)
        if party:
            return party, f'"{name}" is of {party} on the map'
    sentence = sentence_around(text, span)
    begin = text.find(sentence, max(0, span.start - len(sentence)))
    near = [name for name, at in places if begin <= at.start < begin + len(sentence)]
    return _one_land(near, text, table, alone=True) or _last_before(phrase, text, span, places, table)


def _last_before(phrase: str, text: str, span: Span, places: Places, table: Table) -> tuple[str, str] | None:
    """The land of the town named last before "the police" in their paragraph."""
    if not _STAFF.fullmatch(phrase):
        return None
    begin = text.rfind("\n", 0, span.start) + 1
    before = sorted((at.start, name) for name, at in places if begin <= at.start < span.start)
    lands = ((name, land_of(name, text, table)) for _, name in reversed(before))
    return next(((party, f'"{name}" is of {party} on the map') for name, party in lands if party), None)


def by_towns_told_of(phrase: str, text: str, places: Places, table: Table) -> tuple[str, str] | None:
    """The party of a local post by the land in which most of the towns of its report lie."""
    if not is_local(phrase) or not home_is_on_board(table):
        return None
    return _one_land([name for name, _ in places], text, table, alone=False)


_TAKEN = re.compile(
    r"\b(?:(?:re)?captur|(?:re)?tak(?:e|en|ing)|(?:re)?took|seiz|enter|overr[au]n|conquer|liberat|control)\w*\b",
    re.IGNORECASE,
)
"""How a movement tells of a town that it has: the army that lost it is that of the land, on the map or not."""
_BARE = re.compile(
    r"(?:the )?(?:army|military|government|authorities|ministry|troops|soldiers|(?:army|government|military) "
    r"(?:forces|troops|soldiers|command|spokes\w+|officers?|officials?))",
    re.IGNORECASE,
)


def by_place_fought_for(
    phrase: str, text: str, span: Span, places: Places, table: Table, spoke: tuple[str, int]
) -> tuple[str, str] | None:
    """The party of "the army" right after a movement has spoken of a town: that in whose land the town lies.

    "The rebels said that they had Orlin. The army did not confirm the loss." in a report from the capital next door.

    Args:
        phrase: without a name.
        text: of the report.
        span: of the phrase.
        places: named in the report.
        table: the parties.
        spoke: which party spoke last, and where.
    """
    guess = table.party_of(spoke[0]) if spoke[0] else None
    begin = text.rfind("\n", 0, span.start) + 1
    if (
        not _BARE.fullmatch(phrase)
        or guess is None
        or guess.kind != "group"
        or spoke[1] < begin
        or not home_is_on_board(table)
    ):
        return None
    near = [name for name, at in places if begin <= at.start < span.end]
    found = _one_land(near, text, table, alone=True)
    if found is None and _TAKEN.search(text, begin, span.start):
        found = _one_land([name for name, _ in places], text, table, alone=False)
    return found if found and found[0] != spoke[0] and found[0] in _countries().values() else None


def home_is_on_board(table: Table) -> bool:
    """Whether the party at home is one that the tables know, or nobody is: else its towns are on no map."""
    return table.home is None or table.home.party in _parties()


def _one_land(names: Sequence[str], text: str, table: Table, *, alone: bool) -> tuple[str, str] | None:
    found: dict[str, Counter[str]] = {}
    for name in names:
        party = land_of(name, text, table)
        if party:
            found.setdefault(party, Counter())[name] += 1
    ranked = sorted(found, key=lambda each: -found[each].total())
    if not ranked or (len(ranked) > 1 and (alone or found[ranked[0]].total() == found[ranked[1]].total())):
        return None
    town = found[ranked[0]].most_common(1)[0][0]
    return ranked[0], f'"{town}" is of {ranked[0]} on the map'


def land_of(name: str, text: str, table: Table) -> str:
    """The party of the land in which a town or region lies, "" for what is unknown, no town, or a state's own seat."""
    bare = re.sub(r"['’]s?$", "", name)
    if bare in world_states() or ((told := table.party_of(bare)) is not None and told.by not in ("place", "map")):
        return ""
    if land := _told_to_lie_in(bare, text):
        return land
    found = _found(bare)
    largest = max((each.row.people for each in found), default=0)
    lands = _lands_told_of(text)
    own = [each for each in found if each.row.country in lands or _ruled(each.row)]
    best = max(own, key=lambda each: each.row.people * (_LARGER if each.main else 1), default=None)
    if best is None or best.row.people * _LARGER < largest:
        return ""
    return _ruled(best.row) or lands[best.row.country]


def _told_to_lie_in(name: str, text: str) -> str:
    """The state in which a text itself says that a town lies: "Orlin, in eastern Velgoria"."""
    names = _state_names().pattern
    said = re.search(rf"\b{re.escape(name)}, (?:(?:a|the) [a-z]+ )?in (?:the )?(?:{_QUARTER} )?(?P<land>{names})", text)
    return world_states()[said["land"]] if said else ""


@lru_cache(maxsize=4096)
def _found(name: str) -> tuple[Found, ...]:
    kinds = ("city", "capital", "district", "region", "site")
    return tuple(found for found in gazetteer_on_board().find(name) if found.row.kind in kinds)


def _ruled(row: Row) -> str:
    """Who rules the region of a place, where it is not its state: "Khan Younis" in Gaza."""
    region = row.name if row.kind == "region" else gazetteer_on_board().region(row.region)
    return next((separatists()[plain_letters(place)] for place in governed() if place == region), "")


@lru_cache(maxsize=64)
def _lands_told_of(text: str) -> Mapping[str, str]:
    """The codes of the countries that a report tells of, and not only in passing -> the states."""
    named = Counter(world_states()[name] for name in _state_names().findall(text))
    return {land: state for land, state in _countries().items() if named[state] and is_spoken_of(state, named, _SHARE)}


@cache
def _state_names() -> re.Pattern[str]:
    names = sorted(world_states(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _countries() -> Mapping[str, str]:
    return countries_named(world_states(), world_states())


@cache
def _parties() -> frozenset[str]:
    return frozenset(entry.party for entry in world().values())
