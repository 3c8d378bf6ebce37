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
    return is_seat(name) and IN_TOWN.search(text, max(0, name.span.start - REACH), name.span.start) is not None


def is_seat(name: Named) -> bool:
    """Whether a name is that of a seat of government, by the world's table."""
    known = world().get(name.words) if name.kind in ("home", "party") else None
    return known is not None and known.by == "seat" and name.words[:1].isupper()
