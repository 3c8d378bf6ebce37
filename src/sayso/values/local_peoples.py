"""Movements that are named as a people is: "the Tolwan, who fled", "fighters of the Tolwan". Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.values.party_words import COMMON, NAME, START, bare

_THESE = re.compile(
    rf"\b[Tt]he ({NAME})(?=[,.;:”’\"\n]| (?:who|send|say|said|have|are|were|had|deny|denied|claim|claimed|want)\b)"
)
_ARE_FIGHTERS = re.compile(
    rf"\b(?i:fighters|gunmen|militants|insurgents|guerrillas) of the ({NAME})\b(?! {NAME})|"
    rf"{START}({NAME}) (?:movement|rebels|insurgents|fighters|militants|insurgency|guerrillas)\b"
)


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
