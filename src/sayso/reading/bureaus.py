"""Reports that are sent from a state of which they do not speak: a bureau abroad.

"The military" in a report from Bangkok on Myanmar is not that of Thailand. Only states of the world are known well
enough to tell; the state meant is then the one that the report names most. Pure.
"""

from __future__ import annotations

import re
from collections import Counter

from sayso.reading.party_table import Table
from sayso.reading.roster import Roster
from sayso.types import Report

SHARE = 4
"""A state is spoken of where it is named at least one time in so many as the state that is named most."""
OF_A_TOWN = 2
"""The same where it is not from a capital that the report is sent."""


def states_named(report: Report, roster: Roster, table: Table) -> Counter[str]:
    """How often a report names each state of the world, in reading order, but for the dateline's own words."""
    heads = [part.casefold() for place in report.dateline for part in {place, *place.split(", ")}]
    found: Counter[str] = Counter()
    for _, name in sorted((at, name) for name, at in (*roster.places, *roster.bodies)):
        if name.casefold() in heads:
            heads.remove(name.casefold())
            continue
        guess = table.party_of(name) or table.home_of(name)
        if guess and guess.kind == "state" and guess.source == "table" and guess.by != "enemy's name":
            found[guess.party] += 1
    sent = [guess.party for place in report.dateline if (guess := table.party_of(place)) and guess.source == "table"]
    for party in dict.fromkeys([*found, *sent]):
        people = table.people_of(party)
        found[party] += len(re.findall(rf"\b{re.escape(people)}", report.text)) if people else 0
    return found


def is_spoken_of(state: str, named: Counter[str], share: int = SHARE) -> bool:
    """False for the state of a bureau: the report names it hardly or not at all beside others."""
    return not named or named[state] * share >= max(named.values())
