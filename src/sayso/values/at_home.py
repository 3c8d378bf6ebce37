"""Who is at home in all reports: whom learnt signs make sure, else the state that they are mostly about. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.values.home_signs import likely_home, signs_of_home
from sayso.values.learnt import BODIES, LIKELY, Learnt
from sayso.values.local_home import Home, find_home, states_at_war
from sayso.values.local_states import Signs, is_only_abroad
from sayso.values.party_words import datelines

_OWN, _OF_BODIES = frozenset(("name", "demonym", "seat")), frozenset(("name", "acronym"))


def at_home(
    quiet: Sequence[str], out: Mapping[str, Learnt], world: Mapping[str, str], signs: Signs, near: frozenset[str]
) -> Home | None:
    """The party at home, None where nobody is.

    Args:
        quiet: calm texts (party_words).
        out: what they teach.
        world: names, adjectives and seats of the states that the tables hold -> the state.
        signs: what the texts show of each name.
        near: states that they call a neighbour or an ally and that do not fight.
    """
    party = likely_home(homes(quiet, out, world, signs, near))
    if party:
        return Home(party, f"{party} is likeliest, by how these reports name it", near)
    home = most_told_of(quiet, out, world, signs, near)
    return replace(home, near=near) if home else None


def homes(
    quiet: Sequence[str], out: Mapping[str, Learnt], world: Mapping[str, str], signs: Signs, near: frozenset[str]
) -> dict[str, Mapping[str, float]]:
    """Each party that may be at home with its signs; arguments as of ``at_home``."""
    owner_of = {name: party for name, party in world.items() if signs.count[name]}
    kinds = dict.fromkeys(owner_of.values(), "world")
    for name, one in sorted(out.items(), key=lambda each: each[1].kind not in BODIES):
        if one.by in (_OF_BODIES if one.kind in BODIES else _OWN | {LIKELY}):
            owner_of[name], kinds[one.party] = one.party, "group" if one.kind in BODIES else one.kind
    return signs_of_home(quiet, owner_of, kinds, near)


def most_told_of(
    quiet: Sequence[str], out: Mapping[str, Learnt], world: Mapping[str, str], signs: Signs, aside: frozenset[str]
) -> Home | None:
    """The state that the reports are mostly about; one that they call a neighbour or an ally is not.

    Arguments as of ``at_home``; ``aside`` is ``near``.
    """
    names = {name: one.party for name, one in out.items() if one.kind == "state"}
    near = aside | {names.get(name, name) for name in signs.neighbours if name not in world}
    spelt: dict[str, list[str]] = {}
    for name, party in names.items():
        if out[name].by == "name":
            spelt.setdefault(party, []).append(name)
    near |= {party for party, own in spelt.items() if is_only_abroad(own, signs)}
    local = {name: one.party for name, one in out.items() if one.kind == "state" and one.by in _OWN}
    once = bool(local)  # a state of the world that is named once is not at home where others are
    abroad = {name: party for name, party in world.items() if signs.count[name] > once}
    near -= states_at_war(quiet, local).keys()
    owner_of = {name: party for name, party in (abroad | local).items() if party not in near}
    home = find_home(quiet, owner_of, [place for text in quiet for place in datelines(text)])
    left = {owner_of[name]: why for name, why in signs.left.items() if name in owner_of}
    if home is None and len(left) == 1:
        [(party, why)] = left.items()
        home = Home(party, f'a region is to leave {party}: "{why}"')
    return home
