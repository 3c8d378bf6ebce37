"""Whose "the army" and "the ministry" are where no name stands beside them: the state that reports are mostly about.

A report from Bamora writes "the army" and means that of the country, which it may name once or not at all. The state
that owns most of the bodies in all reports, whose seat they are written from, is at home in them. Where two states are
much alike in that, nobody is. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.values.openings import found_at
from sayso.values.party_words import REBEL, START, any_of, organ_places, party_words

CLEAR = 1.8
"""How much more than the second the state at home must weigh."""

ABROAD = 2
"""How many times as clearly a state must from whose seat none of the reports is written, though others are dated."""

_OWNS, _NAMED, _WRITTEN_FROM = 3, 1, 4


_WAR_IN = re.compile(
    rf"\b(?:(?i:(?:{REBEL})s)|insurgency|rebellion|uprising|revolt|coup|civil war|"
    r"(?:took|seized|has held|hold|holds|held) power) in (?:the )?(?:\w+ern |(?:north|south|east|west) of )?"
)
"""What goes on in the state whose war it is: "rebels in northern ...", "the military took power in ..."."""
_AT_WAR = re.compile(
    rf"(?:['’]s)? (?:(?:{REBEL})s|insurgency|rebellion|junta|civil war|coup|military government)\b", re.IGNORECASE
)
"""The same behind its name: "Ostraya's junta"."""


@dataclass(frozen=True, slots=True)
class Home:
    """The party at home in all reports, and why; ``near`` are neighbours and allies of it that do not fight."""

    party: str
    because: str
    near: frozenset[str] = frozenset()


def find_home(texts: Sequence[str], owner_of: Mapping[str, str], datelines: Sequence[str]) -> Home | None:
    """The state at home in ``texts``, None where two are much alike or there is none.

    Args:
        texts: calm texts (party_words).
        owner_of: names, adjectives and seats of states -> the state; no regions, no groups.
        datelines: the places at the head of all reports.
    """
    if not owner_of:
        return None
    weights = _weights(texts, owner_of)
    for place in datelines:
        if place in owner_of:
            weights[owner_of[place]] += _WRITTEN_FROM
    ranked = weights.most_common(2)
    written = {owner_of[place] for place in datelines if place in owner_of}
    clear = CLEAR * (ABROAD if datelines and ranked and ranked[0][0] not in written else 1)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < clear * ranked[1][1]):
        return None
    return Home(ranked[0][0], f"these reports are mostly about {ranked[0][0]}")


def states_at_war(texts: Iterable[str], owner_of: Mapping[str, str]) -> Counter[str]:
    """How often ``texts`` say of a state that rebels, a coup or a revolt are in it; arguments as of ``find_home``."""
    owned = re.compile(rf"{START}(?:{any_of(owner_of) or '(?!)'})\b")
    before = (owned.match(text, war.end()) for text in texts for war in _WAR_IN.finditer(text))
    behind = (name for text in texts for name in owned.finditer(text) if _AT_WAR.match(text, name.end()))
    return Counter(owner_of[match[0]] for match in (*before, *behind) if match)


def _weights(texts: Sequence[str], owner_of: Mapping[str, str]) -> Counter[str]:
    side = any_of(owner_of)
    first = "".join(sorted({re.escape(word[0]) for word in owner_of}))
    named, owned = re.compile(rf"{START}(?=[{first}])({side})(?:['’]s)?(?![\w])"), re.compile(rf"({side})\b")
    organ_after, organ_of = _organs()
    weights = Counter({party: n * _OWNS for party, n in states_at_war(texts, owner_of).items()})
    for text in texts:
        reach = 0
        while match := named.search(text, reach):
            organ = organ_after.match(text, match.end())
            weights[owner_of[match[1]]] += _OWNS if organ else _NAMED
            reach = organ.end() if organ else match.end()
        for found in found_at(organ_of, text, organ_places(text), len(text)):
            if match := owned.match(text, found.end()):
                weights[owner_of[match[1]]] += _OWNS
    return weights


@lru_cache(maxsize=1)
def _organs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An organ of state after its owner, and one before it; apart from the owners, which each ledger has of its own."""
    organ = party_words().organ
    return re.compile(rf"\s+(?:[\w-]+ ){{0,2}}?{organ}"), re.compile(rf"\b{organ} (?:of|for|in) (?:the )?")
