"""Who governs a state, shown behind its name: "Orlin (State Defence Council)".

What such a council or movement says, the state says. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.values.parties import PartyTable
from sayso.values.party_tables import world_groups

_RULING = re.compile(
    r"\bruling ((?:[A-ZÀ-Þ][\w’'-]+ ){1,4}(?:Council|Committee|Command|Directorate|Junta|Authority))(?!\w)"
)
_STATE = r"\b((?:[A-ZÀ-Þ][\w-]+ )?[A-ZÀ-Þ][\w-]+)['’]s (?:ruling )?"
_GOVERNS = r"(?:-led|-run)? (?:government|authorities|administration|rulers)\b"
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
    learnt = {one.party for one in table.learnt.values() if one.kind == "group"}
    for movement in sorted(learnt | set(world_groups().values())):
        named = [text for text in texts if movement in text]
        governs = re.compile(_STATE + re.escape(movement) + _GOVERNS)
        owners = [owner for text in named for owner in governs.findall(text)]
        if not owners or any(re.search(rf"\b{re.escape(movement)}{_FIGHTS}", text) for text in named):
            continue
        guess = table.party_of(owners[0])
        if guess and guess.kind == "state":
            out[guess.party] = movement
    return out
