"""The land in which things happen, where no rule has made it a state: "the second port of Ranomena", "in Fjellmark".

A war inside a land is told without the land's army or people: its bodies are "the army" and "the ministry" throughout,
and its name stands where a place would, while the neighbours are named as states. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.values.actors import KINDS, SIDES, Actors
from sayso.values.learnt import BODIES, Learnt
from sayso.values.local_states import Signs
from sayso.values.party_words import START, any_of

LIKELY = 0.45
"""How likely a name must be a state's, by what is said beside it, to be the land in which all happens."""

LIKELY_ONCE = 0.6
"""The same for a name that stands once."""

UNLIKELY, OTHERWISE = 0.2, 0.6
"""How unlikely a side, and how likely something else, a name must be to be no state though it owns a body."""

OWNERS = tuple(kind for kind in KINDS if kind not in (*SIDES, "people"))
"""What owns an army or a government and is no state."""

_PART_OF = (
    r"(?i:port|town|city|village|province|district|region|capital|north|south|east|west|coast|interior|people|parliament|"
    r"president|government|army|tribunal|ministry|department|border|rest|part|parts|half|whole|most) of (?:the )?"
)
_INSIDE = r"[Ii]n (?:(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)? )?"
_BEHIND = (
    r"(?:['’]s)?,? (?:capital|government|army|navy|president|province|forces|troops|coast|border|soil|parliament|"
    r"territory)\b"
)


def told_inside(texts: Sequence[str], owner_of: Mapping[str, str]) -> Counter[str]:
    """How often things are told of within a land: "the port of X", "in northern X", "the X capital", "X's army".

    Args:
        texts: calm texts (party_words).
        owner_of: names of lands -> the land.
    """
    name = any_of(owner_of) or "(?!)"
    before = re.compile(rf"\b(?:{_PART_OF}|{_INSIDE})({name})\b(?!['’]s? )")
    behind = re.compile(rf"{START}({name}){_BEHIND}")
    return Counter(owner_of[m[1]] for text in texts for way in (before, behind) for m in way.finditer(text))


def land_at_war(
    texts: Sequence[str],
    actors: Actors,
    taken: Mapping[str, Learnt],
    known: Collection[str],
    world: Mapping[str, str],
    signs: Signs,
) -> dict[str, Learnt]:
    """The land in which all happens; none where a state that is known is told of so.

    Args:
        texts: calm texts (party_words).
        actors: what each name of the reports is.
        taken: what the reports have taught so far.
        known: names that the tables on board hold.
        world: those of them that are names, adjectives and seats of states -> the state.
        signs: what the texts show of each name.
    """
    states = {name: one.party for name, one in taken.items() if one.kind not in BODIES}
    states |= {name: party for name, party in world.items() if signs.count[name]}
    if told_inside(texts, states):
        return {}
    barred = {*taken, *known, *signs.datelines, *signs.common}
    may = {name: name for name in actors.chances if " " not in name and name not in barred and _is_land(name, actors)}
    told = told_inside(texts, may)
    name = max(told, key=lambda name: (told[name], actors.chance(name, ("state",)), name), default="")
    return {name: Learnt(name, "state", "name", f'"{name}" is where it happens')} if name else {}


def _is_land(name: str, actors: Actors) -> bool:
    """Whether a name is likelier a state's than anything else."""
    enough = LIKELY if actors.names.seen[name].count > 1 else LIKELY_ONCE
    return actors.kind(name) == "state" and actors.chance(name, ("state",)) >= enough


def without_owners(found: Mapping[str, Learnt], actors: Actors) -> dict[str, Learnt]:
    """The same entries without what owns a body but is spoken of as no state: "the Shipowners' army", "the government
    of Elin Prydderch".
    """
    return {name: one for name, one in found.items() if not _only_owns(one, actors)}


def _only_owns(one: Learnt, actors: Actors) -> bool:
    owns = one.because.endswith(f'" of {one.party.split()[0]}')
    other = OWNERS if owns else ("person",) if " " in one.party else ()
    return actors.chance(one.party, SIDES) < UNLIKELY and actors.chance(one.party, other) > OTHERWISE
