"""Movements that go by a name and by letters, shown with both: "Orlin Hill Front (OHF)".

Everything before this step knows a party by its name alone; here, last of all, the letters are put behind it, or who
governs a state (governing.py). ``plain`` takes them off again, so that a user may give either. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.types import Brief, Figure, KnownName, Matter, Statement
from sayso.values.learnt import BODIES
from sayso.values.lettered_names import names_of
from sayso.values.parties import PartyTable
from sayso.values.party_tables import world_groups

_LETTERS = re.compile(r"(?<![\w-])[A-ZÀ-Þ][A-ZÀ-Þ0-9]{1,7}(?:-[A-Z0-9]{1,4})?(?![\w-])")
_NAMES = frozenset(("name", "acronym", "other name"))


def lettered(table: PartyTable, texts: Sequence[str]) -> dict[str, str]:
    """Movement -> its name with its letters, for those that the reports call by letters and that have a name.

    Args:
        table: what the reports teach of parties.
        texts: the reports.
    """
    learnt = table.learnt.items()
    parties = world_groups() | {n: one.party for n, one in learnt if one.kind in BODIES and one.by in _NAMES}
    count = Counter(word for text in texts for word in _LETTERS.findall(text))
    letters, names = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for name, party in parties.items():
        if count[name]:
            letters[party].append(name)
        elif " " in name and party in count and any(name in text for text in texts):
            names[party].append(name)
    out = {}
    for party, found in letters.items():
        best = max(sorted(found), key=count.__getitem__)
        if not is_letters(party):
            out[party] = f"{party} ({best})"
        elif names[party]:
            full = max(sorted(names[party]), key=lambda name: sum(text.count(name) for text in texts))
            out[party] = f"{full} ({party})"
    return {party: full for party, full in out.items() if party not in table.given.parties.values()}


def is_letters(name: str) -> bool:
    """Whether a name is letters alone: "OHF"."""
    return _LETTERS.fullmatch(name) is not None


def plain(shown: Mapping[str, str]) -> dict[str, str]:
    """What a user may call a movement that has both -> the party: its name with its letters, and either alone.

    >>> plain({"Orlin Hill Front": "Orlin Hill Front (OHF)"})["OHF"]
    'Orlin Hill Front'
    """
    return {form: party for party, full in shown.items() for form in names_of(full)}


def with_letters(brief: Brief, shown: Mapping[str, str]) -> Brief:
    """The brief with the names of ``lettered`` wherever a party is named."""

    def party(words: str) -> str:
        return "; ".join(shown.get(each, each) for each in words.split("; "))

    def said(one: Statement) -> Statement:
        return replace(one, party=party(one.party))

    def name(one: KnownName) -> KnownName:
        return replace(one, party=party(one.party))

    def figure(one: Figure) -> Figure:
        return replace(one, of=party(one.of))

    def matter(one: Matter) -> Matter:
        return replace(
            one,
            slots=tuple((key, party(value)) for key, value in one.slots),
            positions=tuple(replace(each, party=party(each.party)) for each in one.positions),
            figures=tuple(map(figure, one.figures)),
            estimates=tuple(replace(each, of=party(each.of)) for each in one.estimates),
        )

    if not shown:
        return brief
    return replace(
        brief,
        statements=tuple(map(said, brief.statements)),
        matters=tuple(map(matter, brief.matters)),
        figures=tuple(map(figure, brief.figures)),
        names=tuple(map(name, brief.names)),
        sides=tuple(replace(one, parties=(party(one.parties[0]), party(one.parties[1]))) for one in brief.sides),
    )
