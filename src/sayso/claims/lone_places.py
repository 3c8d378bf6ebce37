"""Towns that are on the map alone: a village whose name only some far country has, of which no report says a word.

Small places of a war are often in no gazetteer, and a namesake over the sea is. Of such a place nothing is known.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.types import Place
from sayso.values.gazetteers import Gazetteer, gazetteer_on_board
from sayso.values.places import distance

BESIDE = 150.0  # km from another town of the reports within which a town over the border may lie
KNOWN = 100_000  # people of a town that the world knows without its country
OTHERS = 3  # other towns on the map from which it shows where the reports are at home
SMALL = ("city", "district", "site")


def without_lone(places: Sequence[Place], gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """``places`` but for small ones in a country that nothing else of the reports lies in, far from all others.

    Args:
        places: the places of a ledger.
        gazetteer: the user's own, asked before the one on board.
    """
    towns = [place for place in places if place.kind in (*SMALL, "capital")]
    return tuple(place for place in places if not _is_lone(place, places, towns, gazetteer))


def _is_lone(place: Place, places: Sequence[Place], towns: Sequence[Place], gazetteer: Gazetteer | None) -> bool:
    others = [each for each in towns if (each.lat, each.lon) != (place.lat, place.lon)]
    if place.kind not in SMALL or not place.country or len(others) < OTHERS:
        return False
    if any(each.country == place.country and (each.lat, each.lon) != (place.lat, place.lon) for each in places):
        return False
    near = min(distance((place.lat, place.lon), (each.lat, each.lon)) for each in others)
    return near > BESIDE and _people(place, gazetteer) < KNOWN


def _people(place: Place, gazetteer: Gazetteer | None) -> int:
    """How many people live there."""
    asked = [each for each in (gazetteer, gazetteer_on_board()) if each]
    rows = [found.row for each in asked for found in each.find(place.listed)]
    return max((row.people for row in rows if (row.lat, row.lon) == (place.lat, place.lon)), default=0)
