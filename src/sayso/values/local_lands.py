"""The land in which things happen, where no rule has made it a state: "the second port of Ranomena", "in Fjellmark".

A war inside a land is told without the land's army or people: its bodies are "the army" and "the ministry" throughout,
and its name stands where a place would, while the neighbours are named as states. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.values.actors import Actors
from sayso.values.party_words import START, any_of

LIKELY_LAND = 0.45
"""How likely a name must be a state's, by what is said beside it, to be the land in which all happens."""

ONCE = 0.6
"""The same for a name that stands once."""

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
    """How often things are told of within a land: "the port of X", "in northern X", "the X capital".

    Args:
        texts: calm texts (party_words).
        owner_of: names of lands -> the land.
    """
    name = any_of(owner_of) or "(?!)"
    before = re.compile(rf"\b(?:{_PART_OF}|{_INSIDE})({name})\b(?!['’]s? )")
    behind = re.compile(rf"{START}({name}){_BEHIND}")
    return Counter(owner_of[m[1]] for text in texts for way in (before, behind) for m in way.finditer(text))


def land_at_war(texts: Sequence[str], actors: Actors, states: Mapping[str, str], barred: Collection[str]) -> str:
    """The land in which all happens, "" where a state that is known is told of so, or none is.

    Args:
        texts: calm texts (party_words).
        actors: what each name of the reports is.
        states: the names of the states that are known -> the state.
        barred: names that are no land: taken, towns, common words.
    """
    if told_inside(texts, states):
        return ""
    may = {
        name: name
        for name in actors.chances
        if " " not in name
        and name not in barred
        and actors.chance(name, ("state",)) >= (LIKELY_LAND if actors.names.seen[name].count > 1 else ONCE)
        and actors.kind(name) == "state"
    }
    told = told_inside(texts, may)
    return max(told, key=lambda name: (told[name], actors.chance(name, ("state",)), name), default="")
