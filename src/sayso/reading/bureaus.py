"""Reports that are sent from a state of which they do not speak: a bureau abroad.

"The military" in a report from Bangkok on Myanmar is not that of Thailand. Only states of the world are known well
enough to tell; the state meant is then the one that the report names first. Pure.
"""

from __future__ import annotations

import re

from sayso.reading.party_table import Table
from sayso.reading.roster import Roster
from sayso.types import Report


def states_named(report: Report, roster: Roster, table: Table) -> tuple[str, ...]:
    """The states of the world behind the names of a report, in reading order, but for the dateline's own words."""
    heads = [place.casefold() for place in report.dateline]
    found = []
    for _, name in sorted((at, name) for name, at in (*roster.places, *roster.bodies)):
        if name.casefold() in heads:
            heads.remove(name.casefold())
            continue
        guess = table.party_of(name)
        if guess and guess.kind == "state" and guess.source == "table":
            found.append(guess.party)
    return tuple(dict.fromkeys(found))


def is_spoken_of(state: str, named: tuple[str, ...], report: Report, table: Table) -> bool:
    """False for the state of a bureau: the report names other states, ``named``, but neither it nor its people."""
    people = re.escape(table.people_of(state) or state)
    return not named or state in named or re.search(rf"\b(?:{people}|{re.escape(state)})", report.text) is not None
