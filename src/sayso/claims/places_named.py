"""Where in a report the places of matters are named, and what reports call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import WORD, Key, is_placed, stem

NOUN = (
    "town|city|village|dam|bridge|market|bazaar|school|hospital|clinic|airport|airfield|port|harbour|pass|heights|hill|"
    "station|camp|base|crossing|district|quarter|valley|factory|plant|monastery|checkpoint|barracks|fortress|island|"
    "junction|mine|refinery|reservoir|tunnel|square|road|border post|outpost|prison|church|mosque|wells?"
)


class PlacesNamed:
    """The words of one report by their stems, each with the places at which it stands."""

    def __init__(self, text: str, spellings: Mapping[str, str]) -> None:
        """Read ``text``; ``spellings`` give a name that has several one stem (``spelling_table``)."""
        self._at: dict[str, list[int]] = defaultdict(list)
        for match in WORD.finditer(text):
            word = stem(match[0])
            self._at[spellings.get(word, word)].append(match.start())

    def names_any(self, place: frozenset[str]) -> bool:
        """Whether the report has any word of a place (``place_words``)."""
        return any(word in self._at for word in place)

    def last(self, places: Mapping[Key, frozenset[str]], start: int, end: int) -> str:
        """Of the places of matters the one that is named last between two characters; "" for none."""
        found = ((self._named_at(words, start, end), key[-1]) for key, words in places.items() if words)
        return max(((at, place) for at, place in found if at >= 0), default=(0, ""))[1]

    def _named_at(self, words: frozenset[str], start: int, end: int) -> int:
        """Where the last word of a place stands between two characters; -1 unless all of its words do."""
        last = [self._before(word, end) for word in words]
        return max(last) if min(last) >= start else -1

    def _before(self, word: str, end: int) -> int:
        at = self._at.get(word, [])
        found = bisect_left(at, end)
        return at[found - 1] if found else -1


def place_nouns(
    anchors: Mapping[tuple[str, Key], Sequence[Told]], naming: Naming
) -> dict[tuple[str, str], frozenset[str]]:
    """Conflict and place of a matter -> what its reports call the place: dam, town, bridge.

    Args:
        anchors: conflict and matter -> the claims that made it.
        naming: how names are resolved.
    """
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (conflict, key), claims in anchors.items():
        place = key[-1] if is_placed(key) or key[0] == "casualties" else ""
        for spelling in naming.spellings(place) if place else ():
            name = re.escape(spelling)
            near = re.compile(rf"\b(?:({NOUN}) (?:of )?{name}|{name} ({NOUN}))\b", re.I)
            for report in {each.report.id: each.report for each in claims}.values():
                out[conflict, place] |= {(m[1] or m[2]).casefold() for m in near.finditer(report.text)}
    return {where: frozenset(nouns) for where, nouns in out.items()}
