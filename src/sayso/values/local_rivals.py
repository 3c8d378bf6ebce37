"""Rival governments of one land, each known by the city where it sits: "the government in Orlin", "loyal to Belmar".

Only where reports say that governments of one land are rivals, and two cities show by their bodies that they are these.
Each is a party of its own, under its city's name. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.values.learnt import LIKELY, Learnt
from sayso.values.local_seats import spellings
from sayso.values.local_states import Signs, is_mostly_person
from sayso.values.name_parts import is_post
from sayso.values.party_words import COMMON, NAMES, START, bare, datelines

_RIVALS = re.compile(
    r"\b(?:rival|parallel|competing) (?:[\w-]+ )?"
    r"(?:governments?|administrations?|cabinets?|parliaments?|authorities)\b|"
    r"\bwith two (?:rival )?(?:governments|administrations|cabinets|parliaments)\b",
    re.IGNORECASE,
)
_RULES = (
    r"(?:government|administration|cabinet|parliament|(?:foreign|defen[cs]e|interior|health|oil|information|justice|"
    r"finance|prime) (?:ministry|minister)|premier|authorities|leadership|junta)"
)
_BOTH = re.compile(
    rf"\b(?i:governments|administrations|cabinets|parliaments|authorities) (?:in|of|at) ({NAMES})"
    rf" and (?:in |of )?({NAMES})"
)
_HOUSED = re.compile(
    rf"\b(?i:{_RULES}),? (?:in|based in|seated in|(?:that|which) (?:sits|is based|is seated) in) (?P<c>{NAMES})"
)
_OWNED = re.compile(rf"{START}(?:The )?(?P<c>{NAMES})(?:['’]s|-based)? (?i:{_RULES})\b")
_BACKED = re.compile(rf"\b(?:loyal|allied|answerable) (?:to|with) (?P<c>{NAMES})|\bfights? for (?P<d>{NAMES})")
_WHERE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|near|outside) ({NAMES})")
_PAIRED, _SHOWN, _HEADED = 3, 2, 1
ENOUGH = 4
"""What must speak for a city to be the seat of one of two rival governments."""


def rivals(texts: Sequence[str], out: Mapping[str, Learnt], signs: Signs) -> dict[str, Learnt]:
    """The cities of rival governments of one land, each a party of its own.

    Args:
        texts: calm texts (party_words).
        out: what they teach; a city may have been taken for a state or for a seat.
        signs: what they show of each name.
    """
    peopled = {one.party for one in out.values() if one.by == "demonym"}
    taken = {
        name
        for name, one in out.items()
        if one.by not in ("seat", LIKELY) and (one.kind != "state" or name != one.party or one.party in peopled)
    }
    taken |= {name for name in signs.persons if is_mostly_person(name, signs)}
    return {name: Learnt(city, "state", "name", why) for name, (city, why) in find_rivals(texts, taken).items()}


def find_rivals(texts: Sequence[str], taken: Collection[str]) -> Mapping[str, tuple[str, str]]:
    """Every spelling of the two cities -> the city and the words that show it; empty where none are rivals.

    Args:
        texts: calm texts (party_words).
        taken: names of states, movements and persons.
    """
    said = next((m.group() for text in texts if (m := _RIVALS.search(text))), "")
    if not said:
        return {}
    weight: Counter[str] = Counter()
    rules: set[str] = set()
    for text in texts:
        heads = datelines(text)
        weight.update(dict.fromkeys(heads, _HEADED))
        for match in _BOTH.finditer(text):
            for city in map(bare, match.groups()):
                weight[city] += _PAIRED
                rules.add(city)
        for match in (*_HOUSED.finditer(text), *_OWNED.finditer(text)):
            weight[bare(match["c"])] += _SHOWN
            rules.add(bare(match["c"]))
        for match in _BACKED.finditer(text):
            weight[bare(match["c"] or match["d"])] += _SHOWN
    places = {bare(name) for text in texts for name in _WHERE.findall(text)} | {c for t in texts for c in datelines(t)}
    may = [name for name in weight if name not in taken and name in places and not _is_other(name)]
    spelt = spellings([*may, *(name for name in places if name not in taken and not _is_other(name))])
    total: Counter[str] = Counter()
    for name in may:
        total[spelt[name]] += weight[name]
    ruling = {spelt[name] for name in rules if name in spelt}
    best = [city for city, n in total.most_common() if n >= ENOUGH and city in ruling][:2]
    if len(best) < 2:
        return {}
    named = {city: max((n for n in may if spelt[n] == city), key=weight.__getitem__) for city in best}
    return {name: (named[one], f'"{said}": one sits in {name}') for name, one in sorted(spelt.items()) if one in named}


def _is_other(name: str) -> bool:
    """Whether words with capitals are no city's name: a post, a common word, letters alone."""
    words = name.split()
    return any(word in COMMON or is_post(word) for word in words) or name.isupper() or len(name) < 3
