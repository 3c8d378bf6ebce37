"""Who "both sides" are: the two that a report has fight, accuse and attack each other, whoever else it names.

"The two governments" are those named side by side just before, where two are. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sayso.reading.scene import Scene, Speaker, Told
from sayso.reading.source_phrases import SIDES
from sayso.types import Span
from sayso.values.actor_signs import names_in
from sayso.values.party_words import calm

AGAINST = re.compile(
    r"\b(?:accus|blam|attack|shell|fired?\b|firing|fight|fought|clash|battl|struck|strik|bomb|war\b|kill|against|captur|"
    r"seized|took\b|retook|recaptur|raid|ambush)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween (?:the |[a-z]+[’']?s? ){0,4}\Z")
AND = re.compile(r"(?:[’']s? ?[a-z]*)? and (?:the |its |[a-z]+ ){0,3}\Z")
STOP = re.compile(r"[.!?;][”\"’')]*\s|\n")
EACH = re.compile(r"each (?:(?:has|have|had|side) )?(?:accus|blam)\w+ the other\b", re.IGNORECASE)
ARMY = re.compile(r"\bthe (?:army|military)\b(?! of)")
"""Whose name is left out: that of the state at home."""
MEDIATED = re.compile(r"\b(?:broker|mediat|host|facilitat|sponsor)\w* by (?:the )?([^.;:\n]{2,80})")
"""Who stands between the two."""
STATES = re.compile(r"\b(?:countries|governments|nations|states|capitals|militaries|ministries)\b", re.IGNORECASE)
"""Who is not spoken of as a side in a war, but as a state that was named."""
LEAST = 3
"""Places at which two sides are against each other, at least."""
LOOK = 60  # characters before a name


def both_sides(scene: Scene, span: Span, phrase: str, cue: Span | None, earlier: Sequence[Told]) -> Speaker | None:
    """Those that the report sets against each other, else the two named most: "both sides", "neither signatory"."""
    if not (SIDES.match(phrase) or (phrase.lower() == "each" and EACH.match(scene.report.text, span.start))):
        return None
    home = scene.sides.table.home

    def party_of(name: str) -> str:
        if ARMY.fullmatch(name):
            return home.party if home else ""
        return (scene.sides.party_of(name) or ("", ""))[0]

    named = just_named(scene.report.text, span.start, party_of) if STATES.search(phrase) else []
    if named:
        return _speaker(scene, phrase, named, "are the two just named")
    fighting = opposed(scene.report.text, party_of)
    parties = fighting or scene.sides.opponents(_mediators(scene.report.text, party_of))
    if len(parties) != 2:
        return None
    return _speaker(
        scene, phrase, parties, "are the two against each other" if fighting else "are the two sides named most"
    )


def _speaker(scene: Scene, phrase: str, parties: Sequence[str], why: str) -> Speaker:
    return Speaker(
        "; ".join(scene.sides.rulers_of(party) for party in parties),
        "; ".join(parties),
        (f'speaker: "{phrase}" {why}', f"party: {' and '.join(parties)}"),
        "several",
    )


def just_named(text: str, at: int, party_of: Callable[[str], str]) -> list[str]:
    """The last two parties that a text names side by side in the two sentences before ``at``, but for mediators."""
    ends = [match.end() for match in STOP.finditer(text, 0, at)]
    near = text[ends[-3] if len(ends) > 2 else 0 : at]
    others = _mediators(text, party_of)
    for (begin, end), (start, after) in reversed([*pairwise(_named(near))]):
        parties = [party_of(near[begin:end]), party_of(near[start:after])]
        if AND.fullmatch(near[end:start]) and all(parties) and parties[0] != parties[1] and not others & {*parties}:
            return parties
    return []


def opposed(text: str, party_of: Callable[[str], str]) -> list[str]:
    """The two parties that a text most often sets against each other, in the order of their first names.

    Empty where no two are so more often than any others.
    """
    order: dict[str, int] = {}
    pairs: Counter[frozenset[str]] = Counter()
    for first, second in _against_each_other(text):
        one, other = party_of(first), party_of(second)
        for party in (one, other):
            order.setdefault(party, len(order))
        if one and other and one != other:
            pairs[frozenset((one, other))] += 1
    ranked = pairs.most_common(2)
    if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return []
    return sorted(ranked[0][0], key=order.__getitem__)


def _mediators(text: str, party_of: Callable[[str], str]) -> frozenset[str]:
    return frozenset(
        party
        for match in MEDIATED.finditer(text)
        for start, end in _named(match[1])
        if (party := party_of(match[1][start:end]))
    )


@lru_cache(maxsize=8)
def _against_each_other(text: str) -> tuple[tuple[str, str], ...]:
    """Neighbouring names of a sentence with words of war between them, or that something is between."""
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for (begin, end), (start, after) in pairwise(_named(text)):
        between = text[end:start]
        if len(between) > 2 * LOOK or STOP.search(between):
            continue
        two = AND.fullmatch(between) and BETWEEN.search(text, max(0, begin - LOOK), begin)
        if two or AGAINST.search(between):
            yield text[begin:end], text[start:after]


def _named(text: str) -> list[tuple[int, int]]:
    """The places of names and of armies without one, in order; of two that overlap the longer."""
    found = [(start, end) for _, start, end, _ in names_in(calm(text))] + [m.span() for m in ARMY.finditer(text)]
    out: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out
