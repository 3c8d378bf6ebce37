"""Whether who speaks on a matter tells of a deed of its own: by its words, or since it hit what is the other side's."""

from __future__ import annotations

import re

from sayso.claims.learnt_stances import DENIAL
from sayso.claims.losses import HOSTILE
from sayso.claims.matters import Draft
from sayso.claims.own_deeds import (
    ASTRAY,
    STRIKES,
    STRUCK,
    hits_in,
    is_bare_strike,
    is_own_deed,
    land_of,
    tells_of_harm,
)
from sayso.claims.told import Told
from sayso.types import Stance


def tells_its_deed(one: Told, draft: Draft, stance: Stance) -> bool:
    """Whether a party says that it struck itself; the name of another side is then that of its target."""
    if not one.party:
        return False
    by_words = is_own_deed(one.words, draft.kind, one.speaker, names_of_others(one, draft))
    return by_words or (stance != "confirms" and _tells_of_its_strike(one, draft))


def names_of_others(one: Told, draft: Draft) -> frozenset[str]:
    """The words of the names of all sides but that which speaks."""
    sides = draft.conflict.belligerents() - {one.party}
    return frozenset(w.casefold() for side in sides for w in re.findall(r"\w{4,}", side))


def _tells_of_its_strike(one: Told, draft: Draft) -> bool:
    """Whether the party is by its words who attacked, or a side at war that tells of a hit in the other's land."""
    if not one.own or ASTRAY.search(one.words) or DENIAL.search(one.words) or tells_of_harm(one.words):
        return False
    attacker = draft.conflict.meant(one.claim.slot("attacker"), one.party)
    if attacker:
        return attacker in one.party.split("; ") and STRUCK.search(one.words) is not None
    sides = draft.conflict.belligerents()
    there = one.claim.kind == "attack" and STRIKES.search(one.words) is not None
    there = there and hits_in(land_of(one.place), one.party, sides - {one.party})
    at_war = one.party in sides and not HOSTILE.search(one.words)
    return at_war and (there or is_bare_strike(one.words, one.speaker))
