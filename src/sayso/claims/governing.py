"""Who governs a state, shown behind its name: "Orlin (State Defence Council)".

What such a council or movement says, the state says. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.values.parties import PartyTable

_RULING = re.compile(
    r"\bruling ((?:[A-ZÀ-Þ][\w’'-]+ ){1,4}(?:Council|Committee|Command|Directorate|Junta|Authority))(?!\w)"
)
_NAME = r"[A-ZÀ-Þ][\w-]+"
_GOVERNS = re.compile(
    rf"\b({_NAME}(?: {_NAME})?)['’]s (?:ruling )?({_NAME}(?: (?:[a-z]{{2,3}} )?{_NAME}){{0,4}}?)(?:-led|-run)? "
    r"(?:government|authorities|administration|rulers)\b"
)
_FIGHTS = r" (?:rebels?|insurgents?|guerrillas?|militias?|militants)\b"


def governing(table: PartyTable, texts: Sequence[str]) -> dict[str, str]:
    """State -> its name with who governs it: the council that reports call ruling, or a movement, "Orlin's Front
    government"; none that is a side of its own, whose rebels anybody writes of, or where a user names the state.

    Args:
        table: what the reports teach of parties.
        texts: the reports.
    """
    found = {**_councils(table, texts), **_movements(table, texts)}
    return {state: f"{state} ({who})" for state, who in found.items() if state not in table.given.parties.values()}


def _councils(table: PartyTable, texts: Sequence[str]) -> dict[str, str]:
    count = Counter(name for text in texts for name in _RULING.findall(text) if name not in table.learnt)
    state = table.home.party if table.home else ""
    council = max(sorted(count), key=count.__getitem__, default="")
    return {state: council} if state and council and state not in council else {}


def _movements(table: PartyTable, texts: Sequence[str]) -> dict[str, str]:
    out = {}
    for owner, name in sorted({pair for text in texts for pair in _GOVERNS.findall(text)}):
        state, movement = table.party_of(owner), table.party_of(name)
        fights = re.compile(re.escape(name) + _FIGHTS)
        if (
            state
            and movement
            and (state.kind, movement.kind) == ("state", "group")
            and not any(map(fights.search, texts))
        ):
            out[state.party] = movement.party
    return out
