"""What the words around a name, over all reports, make of it: a place, a person or a body.

A name that no list knows is typed by the company that it keeps: "the town of X", "in X", "X district" make a place; a
post or title in front, an age or "who" behind a person; "the X", or brackets at the head of a report, a body. Each
sign has a weight; a kind is given only where its signs clearly outweigh the others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.types import NameType
from sayso.values.demonyms import demonym_forms
from sayso.values.name_parts import ARTICLED
from sayso.values.names import SAME, compare_names
from sayso.values.on_board import load_table
from sayso.values.openings import Wordings, found_at
from sayso.values.party_tables import world
from sayso.values.party_words import MONTH

Weights = dict[NameType, float]
CLEAR = 1.0  # by how much the signs of one kind must outweigh those of the next
UPPER = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
PARTICLE = r"(?:al|el|ed|et|bin|ibn|ben|bint|de|da|do|dos|del|della|von|van|der|den|du|la|le|y|e|abu|ould|wa|of the|of)"
WORD = rf"(?:[A-Za-z]{{1,3}}[-’'])?{UPPER}[\w’'-]*\w"
NAME = rf"{WORD}(?:(?: {PARTICLE}){{0,2}} {WORD}){{0,4}}"
NAME_START = re.compile(rf"\b(?=(?:[A-Za-z]{{1,3}}[-’'])?{UPPER})")
COMMON = re.compile(r"(?<![\w’'-])[a-zß-ÿ][a-zß-ÿ]{3,}(?![\w’'-])")
SPEECH = re.compile(r"[’']s?$")
DATELINE = re.compile(
    rf"^(?P<places>{NAME}(?: ?/ ?{NAME})*)(?:, ?| \()[^\n]{{0,60}}?\d{{4}}?[^\n(]{{0,25}}"
    r"(?:\((?P<outlet>[^()\n]{2,60})\))?",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A wording beside a name: what it makes of the name, what it weighs, and whether it begins with the name."""

    kind: NameType
    weight: float
    words: Wordings
    named_first: bool


@dataclass(frozen=True, slots=True)
class NameKinds:
    """Folded name -> how much each kind has for it, over all reports; the names whose kind is beyond doubt; every word
    that stands in small letters somewhere, and is no name where a line is all in capitals.
    """

    weights: Mapping[str, Mapping[NameType, float]]
    sure: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()

    def kind_of(self, name: str) -> NameType | None:
        """The kind that the reports clearly give ``name``, None where they do not."""
        found = self.weights.get(fold(name)) or self._by_sound(name)
        if not found:
            return None
        (best, most), *rest = sorted(found.items(), key=lambda each: -each[1])
        return best if most - (rest[0][1] if rest else 0.0) >= CLEAR else None

    def _by_sound(self, name: str) -> Mapping[NameType, float] | None:
        """The weights of a place or person that ``name`` is another spelling of."""
        for other in self.sure:
            kind = self.kind_of(other)
            if kind is not None and _alike(name, other, kind):
                return self.weights[fold(other)]
        return None


@lru_cache(maxsize=4096)  # the same names come again and again
def fold(name: str) -> str:
    """A name without case, article, quotation marks and a possessive ending, its blanks evened."""
    bare = re.sub(r"\s+", " ", SPEECH.sub("", name.strip(" \t\n,.;:“”\"'’«»"))).casefold()
    return bare.removeprefix("the ")


@lru_cache(maxsize=1)
def _signs() -> tuple[Sign, ...]:
    data = load_table("name_signs")
    nouns = data["nouns"]

    def filled(pattern: str) -> str:
        for name, words in nouns.items():
            pattern = pattern.replace(f"<{name}>", f"(?:{'|'.join(words.split())})")
        return pattern.replace("<NAME>", rf"(?P<name>(?-i:{NAME}))")

    return tuple(
        Sign(row["kind"], row["weight"], Wordings.of(filled(row["pattern"])), row["pattern"].startswith(r"\b<NAME>"))
        for row in data["sign"]
    )


def learn_kinds(texts: Sequence[str]) -> NameKinds:
    """Every name that a sign stands beside in ``texts``, with what its signs weigh. Pure.

    A spelling that only few signs stand beside shares those of the names that it sounds like.
    """
    weights: dict[str, Weights] = defaultdict(dict)
    spelt: dict[str, str] = {}
    for text in texts:
        seen: Counter[tuple[str, NameType, int]] = Counter()
        heads = [place.start() for place in NAME_START.finditer(text)]
        for number, sign in enumerate(_signs()):
            words = sign.words
            for match in found_at(words.full, text, heads, len(text)) if sign.named_first else words.finditer(text):
                _count(match["name"], sign.kind, sign.weight, number, seen, weights, spelt)
        for match in DATELINE.finditer(text):
            for place in match["places"].split("/"):
                _count(place, "LOC", 2.0, -1, seen, weights, spelt)
            for outlet in re.split(r"[,;/]", match["outlet"] or ""):
                _count(outlet, "ORG", 3.0, -2, seen, weights, spelt)
    shared = _without_peoples(_shared(weights, spelt))
    common = frozenset(word for text in texts for word in COMMON.findall(text))
    shared |= _family_names(shared, texts, common)
    return NameKinds(shared, tuple(spelt[key] for key, found in weights.items() if _sure(found)), common)


def _without_peoples(weights: Mapping[str, Mapping[NameType, float]]) -> dict[str, Mapping[NameType, float]]:
    """The weights, where the adjective of a place that is named too ("Ostrian" beside "Ostria") is none itself."""
    places = {
        key: found["LOC"]
        for key, found in weights.items()
        if " " not in key and max(found, key=lambda kind: found[kind]) == "LOC"
    }
    peoples = {form.casefold() for place in places for form in demonym_forms(place)}
    doubtful = {key for key, weight in places.items() if key in peoples and weight < 3 * CLEAR}
    return {key: {"MISC": 2 * CLEAR} if key in doubtful else found for key, found in weights.items()}


FULL = (2, 4)  # words of a person's name from the given name to the family name
NAMED_IN_FULL = 1.5  # what shows that a full name is a person's: a post, an age; "he" somewhere behind it does not
LONE_PLACE = re.compile(
    rf"\b(?:in|at|near|around|inside|outside|into|towards?|throughout|from) (?P<name>{WORD})"
    rf"(?!\w|(?: {PARTICLE})* {UPPER})"
)


def _family_names(
    weights: Mapping[str, Mapping[NameType, float]], texts: Sequence[str], common: Collection[str]
) -> dict[str, Mapping[NameType, float]]:
    """The weights of family names that stand alone: a person's, where a report has him or her in full and no report
    has the word where only places stand.
    """
    placed = {fold(match["name"]) for text in texts for match in LONE_PLACE.finditer(text)}
    nouns = load_table("name_signs")["nouns"]
    others = {*nouns["BODY"].split(), *nouns["POST"].split()}
    out: dict[str, Mapping[NameType, float]] = {}
    for key, found in weights.items():
        words = key.split(" ")
        person = found.get("PER", 0.0) - max((found[kind] for kind in found if kind != "PER"), default=0.0)
        if not FULL[0] <= len(words) <= FULL[1] or person < NAMED_IN_FULL or "of" in words:
            continue
        if any(word in others or word.removesuffix("s") in others or SPEECH.search(word) for word in words):
            continue
        for lone in {words[-1], ARTICLED.sub("", words[-1])}:
            of_place = weights.get(lone, {}).get("LOC", 0.0)
            known = world().get(lone.title()) or re.fullmatch(MONTH, lone.title())
            if len(lone) > 3 and lone not in placed and lone not in common and of_place <= CLEAR and not known:
                spoken = weights.get(lone, {}).get("PER", 0.0)
                out[lone] = {"PER": 2 * CLEAR + spoken}
    return out


def _count(
    name: str,
    kind: NameType,
    weight: float,
    sign: int,
    seen: Counter[tuple[str, NameType, int]],
    weights: dict[str, Weights],
    spelt: dict[str, str],
) -> None:
    """Add one sign; the same sign of one report counts less each time."""
    key = fold(name)
    if len(key) < 2:
        return
    seen[key, kind, sign] += 1
    weights[key][kind] = weights[key].get(kind, 0.0) + weight / seen[key, kind, sign]
    spelt.setdefault(key, name)


def _shared(weights: Mapping[str, Weights], spelt: Mapping[str, str]) -> dict[str, Mapping[NameType, float]]:
    """The weights, each spelling with those of the names of one word more or other letters that sound like it."""
    sure = {key: _sure(found) for key, found in weights.items()}
    out: dict[str, Mapping[NameType, float]] = {}
    for key, found in weights.items():
        total = dict(found)
        if sure[key] is None:
            for other, kind in sure.items():
                if kind and other != key and _alike(spelt[key], spelt[other], kind):
                    total = {k: total.get(k, 0.0) + weights[other].get(k, 0.0) for k in {*total, *weights[other]}}
        out[key] = total
    return out


def _sure(found: Weights) -> NameType | None:
    ordered = sorted(found.items(), key=lambda each: -each[1])
    return ordered[0][0] if ordered[0][1] - (ordered[1][1] if len(ordered) > 1 else 0.0) >= 2 * CLEAR else None


def _alike(a: str, b: str, kind: NameType) -> bool:
    if len(a.split()) != len(b.split()) or kind == "ORG":
        return False
    return compare_names(a, b, kind).score >= SAME
