"""Which city or palace is whose seat: of the sides whose signs it bears the one that they weigh most for, or none.

How much each sign weighs (``tables/seat_signs.toml``) was learnt from small invented conflicts by choosing one side, or
none, for each city (``training/choose_seats.py``). Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from sayso.values.local_capitals import Candidate, candidates, is_hall
from sayso.values.local_chairs import Sides, weigh
from sayso.values.local_seats import hear, named_bodies, office_holders, spellings
from sayso.values.local_states import Signs, is_mostly_person
from sayso.values.local_voices import voices
from sayso.values.on_board import load_table
from sayso.values.party_words import START

_MANY = 1.5
"""A sign that stands more than once weighs half as much again: reports repeat each other."""

_WRITTEN = "is where reports on it are written"
_REASONS = {
    "called its capital": "is called its capital",
    "capital": "is called its capital",
    "its": "is called its own",
    "body in": "houses its bodies",
    "in, before, body": "houses its bodies",
    "person in": "houses those who hold its posts",
    "charged before, answers": "answers for it",
    "answers the charge": "answers for it",
    "its agency": "is where its agency writes",
    "speaks there": "houses those who speak for it",
    "alike": "is named like it",
    "there, first body": _WRITTEN,
    "there, rank 0": _WRITTEN,
}


Heard = Mapping[str, Mapping[str, float]]
"""City or palace in small letters -> side -> the logarithms of how likely those heard from there speak for it, added
up."""


@dataclass(frozen=True, slots=True, eq=False)
class Sitting:
    """A city or a palace in all its spellings, the signs of each side whose seat it may be, and that it is nobody's."""

    names: tuple[str, ...]
    hall: bool
    sides: Mapping[str, Mapping[str, float]]
    none: Mapping[str, float]
    because: str


def sittings(
    texts: Sequence[str],
    owner_of: Mapping[str, str],
    known: Mapping[str, str],
    taken: Collection[str],
    signs: Signs,
    near: frozenset[str],
    media: Mapping[str, str],
) -> list[Sitting]:
    """Every city and palace that may be a seat, each once.

    Args:
        texts: calm texts (party_words).
        owner_of: names and adjectives of states and regions that the texts teach -> the party.
        known: names that the tables on board hold -> the party.
        taken: names that stand for something already.
        signs: what the texts show of each name.
        near: the states that reports call a neighbour or an ally.
        media: news agencies and newspapers of states -> the state.
    """
    if not owner_of:
        return []
    abroad = {name: party for name, party in known.items() if signs.count[name] and " " not in name}
    persons = frozenset(name for name in signs.persons if is_mostly_person(name, signs))
    heard = hear(texts, {**owner_of, **abroad}, frozenset(known), persons, near, media)
    closed = frozenset((*taken, *known))
    found = {name: Candidate(name, 1, True, heard.because.get(name, "")) for name in heard.spelt if name not in closed}
    found |= candidates(texts, closed, frozenset(name for name, n in signs.persons.items() if n))
    found = {name: one for name, one in found.items() if signs.datelines[name] or not is_mostly_person(name, signs)}
    sides_named = Sides.of(owner_of, office_holders(texts, owner_of), named_bodies(texts, owner_of))
    weighed, spoken = weigh(texts, found, sides_named), voices(texts, found, sides_named)
    spelt = spellings({heard.spelt.get(name, name) for name in found})
    spelt = {name: spelt[heard.spelt.get(name, name)] for name in found}
    same: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(found):
        same[spelt[name]].append(name)
    acting = {spelt[city] for city in heard.because if city in spelt}
    out = []
    for one, names in same.items():
        count: defaultdict[str, Counter[str]] = defaultdict(Counter)
        said = [each[name] for each in (weighed, spoken) for name in names]
        said += [heard.signs[name] for name in names if name in heard.signs]
        for parties in said:
            for party, shown in parties.items():
                count[party].update(shown)
        sides = {party: {sign: min(n, _MANY) for sign, n in count[party].items()} for party in sorted(count)}
        out.append(_sitting(texts, names, found, sides, acts=one in acting))
    return out


def _sitting(
    texts: Sequence[str],
    names: Sequence[str],
    found: Mapping[str, Candidate],
    sides: Mapping[str, Mapping[str, float]],
    *,
    acts: bool,
) -> Sitting:
    shown, hall = sum(found[name].weight for name in names), any(is_hall(name) for name in names)
    none = {
        "none": 1.0,
        "none, shown": min(shown, _SHOWN) / _SHOWN,
        "none, hardly shown": float(shown <= _HARDLY),
        "none, a place": float(any(found[name].place for name in names)),
        "none, fought over": float(any(_is_a_prize(name, texts) for name in names)),
        "none, a house": float(hall),
        "none, acts": float(acts),
        "none, one side": float(len(sides) < 2),
    }
    return Sitting(tuple(names), hall, sides, none, max((found[name].because for name in names), key=len))


_SHOWN, _HARDLY = 10, 3
"""What the signs that a name is a seat weigh at most, and what they weigh where they are few (``Candidate.weight``)."""


def choose_seats(
    every: Sequence[Sitting], weights: Mapping[str, float] | None = None, heard: Heard | None = None
) -> dict[str, tuple[str, str, bool]]:
    """City or palace -> the side whose seat it is, why, and whether that is sure; one city a side, and any palaces.

    Args:
        every: the cities and palaces.
        weights: of their signs; those on board by default.
        heard: what those who speak from there say of whose it is.
    """
    weights = weights or learnt_weights()
    more = {
        (one, party): score
        for one in every
        for party, signs in one.sides.items()
        if (score := _score(signs, weights) - _score(one.none, weights) + _told(one, party, heard or {})) > 0
    }
    out: dict[str, tuple[str, str, bool]] = {}
    for one, party in _matched(more).items():
        said = next((text for sign, text in _REASONS.items() if one.sides[party].get(sign, 0) > 0), "")
        why = said or f"stands for the side that is left, {party}"
        out |= {name: (party, f"{one.because}; {name} {why}", more[one, party] >= _SURE) for name in one.names}
    return out


def _told(one: Sitting, party: str, heard: Heard) -> float:
    """What the voices that are heard from a city add to the signs for a side: by how much they speak rather for it
    than for the others.
    """
    voices: defaultdict[str, float] = defaultdict(float)
    for name in one.names:
        for side, value in heard.get(name.casefold(), {}).items():
            voices[side] += value
    if not voices:
        return 0.0
    least = min(voices.values())
    chances = {side: voices.get(side, least) for side in one.sides}
    apart = chances[party] - sum(chances.values()) / len(chances)
    return _VOICE * max(-_LOUDEST, min(_LOUDEST, apart))


_VOICE, _LOUDEST = 0.4, 7.5
"""What a difference of the logarithms weighs beside the signs, and the largest that counts."""


def _matched(more: Mapping[tuple[Sitting, str], float]) -> dict[Sitting, str]:
    """The side of each city, from how much more than nothing it weighs for it: the most first, one city a side; then
    any two cities change sides where both together weigh more so.
    """
    ranked = sorted(more, key=lambda each: (-more[each], each[0].names, each[1]))
    halls, sides = dict[Sitting, str](), dict[str, Sitting]()
    for one, party in ranked:
        if one.hall:
            halls.setdefault(one, party)
        elif party not in sides and one not in sides.values():
            sides[party] = one
    cities = sorted({one for one, _ in more if not one.hall}, key=lambda one: one.names)
    side_of: dict[Sitting, str] = dict.fromkeys(cities, "") | {one: party for party, one in sides.items()}
    for first, second in [*combinations(cities, 2)] * 2:
        now, other = (side_of[first], side_of[second]), (side_of[second], side_of[first])
        if _worth(more, (first, second), other) > _worth(more, (first, second), now):
            side_of[first], side_of[second] = other
    return halls | {one: party for one, party in side_of.items() if (one, party) in more}


def _worth(more: Mapping[tuple[Sitting, str], float], cities: Sequence[Sitting], parties: Sequence[str]) -> float:
    return sum(more.get(each, 0.0) for each in zip(cities, parties, strict=True))


_SURE = 0.5
"""By how much the signs for a side must outweigh those that a city is nobody's seat for it to be sure."""


@cache
def learnt_weights() -> Mapping[str, float]:
    """What each sign weighs, ``tables/seat_signs.toml``."""
    return load_table("seat_signs")


def _is_a_prize(name: str, texts: Sequence[str]) -> bool:
    """Whether a place is called a town, or told to be taken, lost or fought over: no seat unless words say so."""
    taken = (
        r"seized|captur\w+|(?:re)?tak(?:en?|ing)|(?:re)?took|storm\w*|enter\w*|shell\w*|bomb\w*|liberat\w*|lost|besieg\w*|"
        r"encircl\w*|(?:loss|fall|capture|battle|control) (?:of|for|over)|town|village|district|port"
    )
    place = re.escape(name)
    prize = re.compile(
        rf"\b(?:{taken}) (?:of )?{place}\b|"
        rf"{START}{place}, (?:the|a|an) (?:[\w-]+ ){{0,3}}(?:town|village|port|district)\b"
    )
    return any(prize.search(text) for text in texts if name in text)


def _score(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(sign, 0.0) * n for sign, n in signs.items())
