"""A party's name with its letters, or who rules it, behind it, and either alone: "Orlin Hill Front (OHF)". Pure."""

from __future__ import annotations

import re

_LETTERED = re.compile(r"(.+) \(([A-ZÀ-Þ][\w’' -]{1,50})\)")


def names_of(party: str) -> tuple[str, ...]:
    """What a party is called: by its name with its letters, by either alone.

    >>> names_of("Orlin Hill Front (OHF)"), names_of("Velgoria")
    (('Orlin Hill Front (OHF)', 'Orlin Hill Front', 'OHF'), ('Velgoria',))
    """
    both = _LETTERED.fullmatch(party)
    return (party, *both.groups()) if both else (party,)
