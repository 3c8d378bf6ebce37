"""What reports teach of one name, and what all of them say of a party. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BODIES = frozenset(("group", "alliance"))
"""The kinds of a party that is no state and no region."""

LIKELY = "likely seat"
"""A seat by what is left or where reports are written: enough for a city that speaks, too little for
whose a report from there is."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What reports taught about a name: the party it stands for, of which kind, by what, and the words that say so.

    ``kind`` is state, region or group; ``by`` name, demonym, seat, acronym, short name, other name, people,
    agency or, of a town that no text gives to anybody, the map.
    """

    party: str
    kind: str
    by: str
    because: str


def kind_of(out: Mapping[str, Learnt], party: str) -> str:
    """The kind of a party by its names in ``out``, state where it has none."""
    return next((one.kind for one in out.values() if one.party == party), "state")
