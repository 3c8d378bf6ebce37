"""Where in a report the places of matters are named, and what reports call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import WORD, Key, is_placed, stem
from sayso.values.party_tables import world

NOUN = (
    "town|city|village|dam|bridge|market|bazaar|school|hospital|clinic|airport|airfield|port|harbour|pass|heights|hill|"
    "station|camp|base|crossing|district|quarter|valley|factory|plant|monastery|checkpoint|barracks|fortress|island|"
    "junction|mine|refinery|reservoir|tunnel|square|road|border post|outpost|prison|church|mosque|wells?"
)


BEFORE = 30  # characters before a name in which a word stands of what is done to a government, or of what it is
_SEAT = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")
_DONE_TO = re.compile(
    r"\b(?:accus\w+|blam(?:es?|ed|ing)|told|tells?|urg(?:es?|ed|ing)|warn(?:s|ed|ing)?|condemn\w*|charg(?:es?|ed|ing)|"
    r"denounc\w+|press(?:es|ed|ing)|called on|calls on|with|by|between|support(?:s|ed|ing)?|back(?:s|ed|ing)) $",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r" (?:(?:also|then|later|itself|alone) )?(?:has|had|would|will|did|does|wants?|sa(?:ys|id)|accus\w+|blam(?:es|ed)|"
    r"den(?:ies|ied)|claim(?:s|ed)|call(?:s|ed)|insist(?:s|ed)|reject(?:s|ed)|condemn(?:s|ed)|vow(?:s|ed)|warn(?:s|ed)|"
    r"confirm(?:s|ed)|deci\w+|order(?:s|ed)|sent|sends|launch(?:es|ed)|carried out|conducted|repeat\w+|described|"
    r"declined|refus\w+)\b(?! been)"
)


def governments_meant(words: str) -> list[int]:
    """Where ``words`` name a seat of government that does something, or is spoken to, and is no town.

    >>> governments_meant("They accused Paris of it. Paris has denied it. Shells fell on Paris.")
    [13, 26]
    """
    seats = (m for m in _SEAT.finditer(words) if (known := world().get(m[0])) and known.by == "seat")
    return [
        m.start()
        for m in seats
        if _ACTS.match(words, m.end()) or _DONE_TO.search(words, max(0, m.start() - BEFORE), m.start())
    ]


def governments_in(words: str, spellings: Mapping[str, str]) -> frozenset[str]:
    """The stems of the seats of government that ``words`` name as governments alone."""
    meant = {*governments_meant(words)}
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for match in WORD.finditer(words) if meant else ():
        found[match.start() in meant].add(spellings.get(stem(match[0]), stem(match[0])))
    return frozenset(found[True] - found[False])


class PlacesNamed:
    """The words of one report by their stems, each with the places at which it stands; governments are left out."""

    def __init__(self, text: str, spellings: Mapping[str, str]) -> None:
        """Read ``text``; ``spellings`` give a name that has several one stem (``spelling_table``)."""
        self._at: dict[str, list[int]] = defaultdict(list)
        governments = set(governments_meant(text))
        for match in WORD.finditer(text):
            word = stem(match[0])
            if match.start() not in governments:
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
        texts = {each.report.text for each in claims}
        for spelling in naming.spellings(place) if place else ():
            out[conflict, place].update(noun for text in texts for noun in _nouns_beside(spelling, text))
    return {where: frozenset(nouns) for where, nouns in out.items()}


def _nouns_beside(name: str, text: str) -> Iterator[str]:
    """The nouns right before and behind a name: "the dam of Orlin", "Orlin dam"."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I):
        before, after = text[max(0, found.start() - BEFORE) : found.start()], text[found.end() : found.end() + BEFORE]
        yield from (noun[1].casefold() for noun in (_NOUN_OF.search(before), _NOUN.match(after)) if noun)


_NOUN_OF, _NOUN = re.compile(rf"\b({NOUN}) (?:of )?$", re.I), re.compile(rf" ({NOUN})\b", re.I)
