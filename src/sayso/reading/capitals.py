"""Capitals as places: "in central Khartoum" is where something happens, "Khartoum says" is a government."""

from __future__ import annotations

import re

from sayso.reading.named import PART_OF_TOWN, Named
from sayso.values.party_tables import world

IN_TOWN = re.compile(
    r"(?:\bin (?:(?:down|mid|up)town|central|greater)\s+|"
    r"\b(?:parts of|(?:centre|center|heart|outskirts|streets|edge|suburbs|control|capture|fall|loss|siege) of|"
    r"entered|reached|captur\w+|seiz\w+|t[ao]kes?|took|taken|retook|retak\w+|recaptur\w+|besieg\w+|encircl\w+|"
    rf"holds?|held|controls?)\s+(?:the\s+)?(?:capital,?\s+)?{PART_OF_TOWN}"
    r"(?:(?:north|south|east|west)(?:ern)?\s+)?)$",
    re.IGNORECASE,
)
"""What stands before a town in which something happens, and not before a government."""
REACH = 60  # characters before a name that are looked at


def is_capital_here(text: str, name: Named) -> bool:
    """Whether a seat of government that stands in ``text`` is meant as the town: "the palace in downtown Khartoum"."""
    if name.kind not in ("home", "party"):
        return False
    known = world().get(name.words)
    if known is None or known.by != "seat" or not name.words[:1].isupper():
        return False
    return IN_TOWN.search(text, max(0, name.span.start - REACH), name.span.start) is not None
