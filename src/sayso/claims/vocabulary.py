"""The telling words of a passage, and how well they point at one matter rather than another.

Words are cut to their stems, spellings of one name count as one word, and a word weighs the more the fewer passages
hold it. This joins nothing by itself: it says which matter a passage without a typed claim takes up.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.claims.naming import Naming
from sayso.values.numbers import find_quantities

WORD = re.compile(r"[^\W_]+")
Key = tuple[str, ...]
BACKS = "backs"  # in the key of a matter of support: who arms, pays or shelters, not who hails
NAMED_SHIP = "named"  # in the key of a matter of equipment: one ship's loss, which ends with its name
SHORTEST = 3  # letters of a word that tells anything; numbers of two digits do
STEM = 6  # letters that are kept
ENDINGS = ("ingly", "edly", "ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "ly", "s", "e")
SMALL = frozenset(
    (
        "the and for that this these those with from into onto over under upon been being have has had was were are "
        "its their his her our your they them she who whom whose which what when where why how not nor but yet than "
        "then there here will would could should shall may might must can did does done said says say told tell tells "
        "saying spoke speak according reported report reports statement announced added wrote writes also only just "
        "still already about after before between during against because while until since some any all both each "
        "every other another more most many much less few one two out off own same such very too again once now today "
        "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december day days week weeks month months year years morning "
        "evening night hour hours spokesman spokeswoman spokesperson minister ministry government president agency "
        "asked called calls call made make makes given give gives gave put let come came went goes going get got per "
        "himself herself itself themselves isn don didn near around along across towards toward behind within without "
    ).split()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The beginning of a word without its ending: "encircled" and "encirclement" are one.

    >>> stem("Encircled"), stem("encirclement"), stem("killed")
    ('encirc', 'encirc', 'kill')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
            return plain[: -len(ending)][:STEM]
    return plain[:STEM]


def spelling_table(naming: Naming) -> dict[str, str]:
    """Stem of each spelling of a name with one word, an "al-" left out -> the stem of the name that it is joined to."""
    out: dict[str, str] = {}
    for known in naming.known:
        name = _long_words(known.name)
        for spelling in known.spellings if len(name) == 1 else ():
            words = _long_words(spelling)
            if len(words) == 1:
                out[stem(words[0])] = stem(name[0])
    return out


def _long_words(name: str) -> list[str]:
    return [word for word in WORD.findall(name) if len(word) >= SHORTEST]


def telling(words: str, spellings: Mapping[str, str]) -> frozenset[str]:
    """The stems of ``words`` without small words and lone digits, each name under one spelling."""
    found = (w for w in WORD.findall(words) if w.casefold() not in SMALL)
    stems = (stem(w) for w in found if len(w) >= SHORTEST or (w.isdigit() and len(w) > 1))
    return frozenset(spellings.get(s, s) for s in stems)


def is_placed(key: Key) -> bool:
    """Whether a matter is on a place, or a ship, which its key ends with."""
    if key[0] in ("casualties", "responsibility"):
        return key[2] == "at"
    if key[0] == "equipment":
        return key[2] == NAMED_SHIP
    return key[0] in ("control", "attack", "plan") and key[1] != "by"


def place_words(key: Key, spellings: Mapping[str, str]) -> frozenset[str]:
    """The telling words of the place of a matter; none for a matter on no place."""
    return telling(key[-1], spellings) if is_placed(key) else frozenset()


def names_place(passage: frozenset[str], place: frozenset[str]) -> bool | None:
    """Whether ``passage`` holds all ``place_words`` of a matter; None where it holds some, and for no place."""
    return place <= passage if place and (place <= passage or place.isdisjoint(passage)) else None


def names_places(passage: frozenset[str], places: Mapping[Key, frozenset[str]]) -> dict[Key, bool | None]:
    """``names_place`` of each matter, by ``place_words`` of each: half of its words are none for it where another place
    that has them, too, is named whole: "New Orlin" is not Old Orlin.
    """
    found = {key: names_place(passage, place) for key, place in places.items()}
    whole = [places[key] for key, named in found.items() if named]
    return {
        key: False if named is None and any(passage & places[key] < other for other in whole if places[key]) else named
        for key, named in found.items()
    }


class Vocabulary:
    """Which words stand in the passages of which matter; passages can be added as they find theirs."""

    def __init__(self, passages: Iterable[frozenset[str]]) -> None:
        """Weigh words by how many of all ``passages`` hold them."""
        self._held: Counter[str] = Counter()
        self._total = 0
        for passage in passages:
            self._held.update(passage)
            self._total += 1
        self._matters: dict[str, Counter[Key]] = defaultdict(Counter)

    def add(self, key: Key, passage: frozenset[str]) -> None:
        """The matter ``key`` holds ``passage``."""
        for word in passage:
            self._matters[word][key] += 1

    def weight(self, word: str) -> float:
        """0 for a word that every passage holds, 1 for one that a single passage holds."""
        if self._total < 2:
            return 1.0
        return max(0.0, math.log(self._total / max(1, self._held[word])) / math.log(self._total))

    def shared(self, passage: frozenset[str], kinds: tuple[str, ...] = ()) -> dict[Key, list[tuple[float, str]]]:
        """For each matter the words that it shares with ``passage``: weight times the matter's part in the word.

        Args:
            passage: stems.
            kinds: the kinds of matter that come into question, any where empty.
        """
        out: dict[Key, list[tuple[float, str]]] = defaultdict(list)
        for word in sorted(passage):
            held = {key: n for key, n in self._matters.get(word, {}).items() if not kinds or key[0] in kinds}
            for key, count in held.items():
                out[key].append((self.weight(word) * count / sum(held.values()), word))
        return out


@lru_cache(maxsize=4096)
def _is_number(word: str) -> bool:
    return next(iter(find_quantities(word)), None) is not None


def most_telling(passages: Sequence[str], count: int) -> list[str]:
    """The words that recur most in ``passages``, as they stand there, longer ones first among equals; no numbers."""
    found = (w for p in passages for w in {w.casefold(): w for w in WORD.findall(p)} if telling(w, {}))
    words = Counter(w for w in found if not _is_number(w))
    return [w for w, _ in sorted(words.items(), key=lambda x: (-x[1], -len(x[0]), x[0]))[:count]]
