"""For which side a speaker speaks: the likeliest by learnt weights (side_weights.py), or that of the rules. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from sayso.reading.meanings import Meanings
from sayso.reading.side_signs import Telling, options_of
from sayso.reading.side_weights import SideWeights
from sayso.types import Statement
from sayso.values.likely_sides import chosen, pooled
from sayso.values.parties import BY_MODEL, is_named

DECIMALS, LEAST = 3, 0.005
"""Of a chance that are kept; below the second it is left out."""

Chances = Mapping[str, float]


def with_chosen_sides(telling: Telling, meanings: Meanings, weights: SideWeights) -> list[Statement]:
    """The statements of a report with how likely each side is theirs, and with the side that this tells.

    Whoever is named is asked for once: by all that he or she says. What the user says stays, and so do several sides
    that speak together.
    """
    own = dict(_chances(telling, meanings, weights))
    asked: dict[str, list[Chances]] = {}
    for one in telling.statements:
        if is_named(one) and one.id in own:
            asked.setdefault(one.speaker, []).append(own[one.id])
    means = {speaker: pooled(each) for speaker, each in asked.items()}
    return [
        _told(one, own[one.id], means.get(one.speaker, own[one.id]), telling) if one.id in own else one
        for one in telling.statements
    ]


def _chances(telling: Telling, meanings: Meanings, weights: SideWeights) -> Iterator[tuple[str, Chances]]:
    """Statement -> how likely each side is its speaker's."""
    home = telling.table.home.party if telling.table.home else ""
    options = options_of(telling)
    for one in telling.statements:
        rows = meanings.means(one.source, one.cue, one.content)
        if rows and one.meaning and one.id in options:
            yield one.id, weights.chances(options[one.id], home, np.concatenate(rows))


def _told(statement: Statement, own: Chances, all_: Chances, telling: Telling) -> Statement:
    kept = tuple((side, round(chance, DECIMALS)) for side, chance in own.items() if chance >= LEAST)
    told = replace(statement, meaning=statement.meaning and replace(statement.meaning, sides=kept))
    party = chosen(all_, statement.party)
    if party == statement.party or (telling.is_group.get(party) and _is_of_a_state(statement, telling)):
        return told
    rather = f", not {statement.party} as the rules have it" if statement.party else ""
    why = f"{BY_MODEL}, {party or 'no side'} is likeliest ({all_[party]:.2f}){rather}"
    because = (line for line in statement.because if not line.startswith("party:"))
    return replace(told, speaker=_of_people(statement, party, telling), party=party, because=(*because, why))


_OF_STATES = re.compile(r"\b(?:junta|general staff|prime minister|embassy|consulate|air force|navy)\b", re.IGNORECASE)
"""What a state has and a movement has not."""


def _is_of_a_state(statement: Statement, telling: Telling) -> bool:
    """Whether the rules know the state of a speaker that only a state can have: "the junta"."""
    words = " ".join(telling.report.text[span.start : span.end] for span in statement.source)
    ruled = statement.party and not telling.is_group.get(statement.party)
    return bool(ruled) and _OF_STATES.search(words) is not None


def _of_people(statement: Statement, party: str, telling: Telling) -> str:
    """The speaker without the people of the side that the rules had put before the words of the report: "Ostrian army"
    is "Vellan army" where it is Vell's.
    """
    people, text = telling.table.people_of(statement.party), telling.report.text
    words = statement.speaker.removeprefix(f"{people} ")
    spelt = any(
        people in text[span.start : span.end]
        for one in telling.statements
        if one.speaker == statement.speaker
        for span in one.source
    )
    if not people or words == statement.speaker or spelt:
        return statement.speaker
    return f"{telling.table.people_of(party)} {words}".strip()
