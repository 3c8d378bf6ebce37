"""Which matters a statement is not on, since it names another of the kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.claims.keys import names_place
from sayso.claims.signs import Shown
from sayso.claims.told import Told
from sayso.claims.vocabulary import NAMED_SHIP, Key, is_placed
from sayso.values.mapped_places import lands_of


def rules_out(one: Told, key: Key, other: Key) -> bool:
    """Whether a statement that names the matter ``key`` is not on ``other``: who gives the number of a town's dead
    counts no army's; who speaks of one town by its name speaks of no other, who of one side's jets or dead not of
    the other's.
    """
    counted = key[0] == "casualties" and key[1] == other[1] and re.search(r"\d", one.words)
    owned = key[0] in ("equipment", "casualties") and key[0] == other[0] and key[2] == other[2] in ("of", NAMED_SHIP)
    return key[0] == other[0] and (key[0] == "control" or owned or bool(counted))


def is_abroad(rows: Sequence[Told], key: Key, lands: Collection[str]) -> bool:
    """Whether a matter is on an attack in another land, by the map, than where a statement's own claims (``rows``) name
    their place. ``lands`` are the codes of the countries that the reports name.
    """
    if key[0] != "attack" or not is_placed(key):
        return False
    named = [one.place for one in rows if one.own and one.claim.kind and names_place(one)]
    if not named:
        return False
    there, here = lands_of(key[-1]) & {*lands}, [lands_of(place) & {*lands} for place in named]
    return bool(there) and all(land and not land & there for land in here)


def without_elsewhere(keys: Sequence[Key], shown: Shown) -> list[Key]:
    """The matters but those on places that a statement does not name, where it names that of another of the kind."""
    named = {key[0] for key in keys if shown.get(key, {}).get("own_place")}
    return [key for key in keys if not (key[0] in named and shown.get(key, {}).get("own_place of another"))]
