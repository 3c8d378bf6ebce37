"""Who fights for a movement; movements that are named as a people is: "the Tolwan, who fled". Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.values.party_words import COMMON, NAME, START, bare

FIGHTERS = (
    r"(?:rebels|insurgents|guerrillas?|militants|bandits|terrorists|fighters|insurrectionists|outlaws|movement|gunmen|"
    r"jihadists?|partisans)"
)
"""Words for those who fight for a movement."""

WHO_FIGHT = re.compile(rf"^(?i:{FIGHTERS}) of (?:the )?(?=\S+ )")
"""What stands before the name of a movement whose fighters are spoken of."""


def without_fighters(name: str) -> str:
    """A name alone, without "The" and without those who fight for whoever bears it.

    >>> without_fighters("Fighters of the Orlin Hill Front")
    'Orlin Hill Front'
    """
    return WHO_FIGHT.sub("", bare(name.removeprefix("The ")))


_THESE = re.compile(
    rf"\b[Tt]he ({NAME})(?=[,.;:”’\"\n]| (?:who|say|said|have|are|were|had|deny|denied|claim|claimed|want)\b)"
)
_ARE_FIGHTERS = re.compile(
    rf"\b(?i:fighters|gunmen|militants|insurgents|guerrillas) of the ({NAME})\b(?! {NAME})|"
    rf"{START}({NAME}) (?:movement|rebels|insurgents|fighters|militants|insurgency|guerrillas)\b"
)
"""Fewer words than ``FIGHTERS``: bandits and terrorists one side calls whomever it likes."""


def movements_as_peoples(texts: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each movement that is called by one word as peoples are, with the words that show that it fights.

    Args:
        texts: calm texts (party_words).

    >>> list(movements_as_peoples(["The Tolwan, who fled, deny it.", "Fighters of the Tolwan. The Tolwan have it."]))
    [('Tolwan', '"Fighters of the Tolwan" and "the Tolwan"')]
    """
    these = Counter(bare(name) for text in texts for name in _THESE.findall(text))
    fights = {bare(m[1] or m[2]): m[0] for text in texts for m in _ARE_FIGHTERS.finditer(text)}
    for name in sorted((these.keys() & fights.keys()) - COMMON):
        if not name.isupper() and these[name] > 1:
            yield name, f'"{fights[name]}" and "the {name}"'
