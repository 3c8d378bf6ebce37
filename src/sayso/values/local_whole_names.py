"""Lands of two words: "Saba Larga" where a rule has read "Saba", "Kandokh Emirate" where "Emirate". Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.values.actor_signs import BODY_NOUNS
from sayso.values.name_parts import is_post
from sayso.values.party_words import COMMON, NAMED, TWO_NAMES, bare

MOSTLY = 2 / 3
"""In what share of its places a word must be followed by one and the same word to be the first half of a name."""

TWICE = 2  # so often it must stand

REALMS = frozenset(
    """Emirate Kingdom Duchy Sultanate Federation Union Confederation Principality Empire Khanate Tsardom Realm
    Commonwealth Concord Despotate Islands Uplands Caliphate""".split()
)
"""What lands are called, which is no name by itself: the word before it is."""


def whole_names(lands: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """Lands of one word that are half of a name -> the name.

    Args:
        lands: names of states and regions.
        texts: calm texts (party_words).

    >>> whole_names(["Saba", "Orlin"], ["Saba Larga and Orlin met. Saba Larga's army left. Orlin Hill."])
    {'Saba': 'Saba Larga'}
    >>> whole_names(["Emirate"], ["The Kandokh Emirate fired first, the Emirate said."])
    {'Emirate': 'Kandokh Emirate'}
    """
    halves = {name for name in lands if " " not in name}
    after, before, count = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[str]()
    for text in texts:
        count.update(word for word in map(bare, NAMED.findall(text)) if word in halves)
        for match in TWO_NAMES.finditer(text):
            first, second = match[1], bare(match[2])
            if first in halves and _may_be(second):
                after[first, second] += 1
            if second in halves & REALMS and _may_be(first):
                before[second, first] += 1
    out: dict[str, str] = {}
    for name in sorted(halves):
        if name in REALMS:
            found = [first for (second, first), _ in before.items() if second == name]
            out |= {name: f"{found[0]} {name}"} if len(found) == 1 else {}
            continue
        second, times = max(((b, n) for (a, b), n in after.items() if a == name), key=lambda o: o[1], default=("", 0))
        if times >= TWICE and times >= MOSTLY * count[name]:
            out[name] = f"{name} {second}"
    return out


def _may_be(word: str) -> bool:
    return word not in COMMON and word.lower() not in BODY_NOUNS and not is_post(word)
