"""Whether a statement speaks of the one person of whom a matter asks what has become."""

from __future__ import annotations

import re
from collections.abc import Collection

from sayso.claims.told import Told, window
from sayso.claims.vocabulary import Key

POINTS = re.compile(
    r"\b(?:he|him|his|she|her|this|that|it|them|(?:the|their|its) (?:\w+ ){0,2}?(?:commander|leader|general|chief|"
    r"adviser|advisor|minister|president|colonel|captain|pilot|officer|head|emir|mayor|governor|scientist|engineer|"
    r"journalist|official|deputy|man|woman|death|killing|report|claim))\b",
    re.IGNORECASE,
)
"""By what a statement points to the person of whom the one before it told."""
ANSWERS = ("withholds", "unverified", "denies", "confirms", "concedes")


def is_fate(key: Key) -> bool:
    """Whether a matter asks what has become of one person."""
    return key[:2] == ("casualties", "fate")


def means_person(one: Told, key: Key, before: Collection[Key]) -> bool:
    """Whether a statement names the person of a matter; or tells of no other, and points to the person or answers
    right after a statement on that matter (``before``).
    """
    words, person = window(one), key[-1]
    last = person.split()[-1] if len(person.split()[-1]) > 2 else person
    if re.search(rf"\b{re.escape(last)}\b", words, re.IGNORECASE):
        return True
    if one.claim.slot("person") or key not in before:
        return False
    return one.statement.stance in ANSWERS or POINTS.search(words) is not None
