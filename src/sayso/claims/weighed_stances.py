"""Which stance a line takes in the end: what the rules, the words and the model say of it, weighed once more.

The weights are learnt from ledgers as the program reads them, where speakers, matters and the stances of the rules are
sometimes wrong, so each of these counts for what it is worth there (``training/weigh_stances.py``). Pure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import get_args

import numpy as np

from sayso.types import Stance
from sayso.values.on_board import load_weights
from sayso.values.shares import shares_of

STANCES: tuple[Stance, ...] = get_args(Stance)
Shares = Mapping[str, float]  # stance -> how likely it is; they add up to one

TIMES = 2.0  # as likely as the stance so far must another be to take its place
LEAST, EVEN = 0.003, 0.05  # smaller shares count as the first; the second counts nothing
WITH = 0.5  # what the share of the model counts once more with the kind of matter and with who speaks
SHOWN = 3  # signs told as the reason


def signs_of(facts: Mapping[str, float], words: Shares, model: Shares) -> dict[str, float]:
    """What is weighed: the facts, and what the words and the model make of each stance.

    Args:
        facts: what is known of a statement on a matter, ``kind=`` and ``who=`` among it.
        words: the shares of the stances by the words.
        model: those by the model.
    """
    beside = [fact for fact in facts if fact.startswith(("kind=", "who=")) and " " not in fact]
    out = dict(facts)
    for stance in STANCES:
        share = _odds(model.get(stance, 0.0))
        out |= {f"words {stance}": _odds(words.get(stance, 0.0)), f"model {stance}": share}
        out |= {f"model {stance} {fact}": WITH * share for fact in beside}
    return out


def _odds(share: float) -> float:
    return math.log(max(LEAST, share) / EVEN)


def weights() -> Mapping[str, Mapping[str, float]]:
    """Stance -> sign -> its weight."""
    return load_weights("weighed_stances", room="claims")


def shares(signs: Mapping[str, float], table: Mapping[str, Mapping[str, float]]) -> dict[Stance, float]:
    """How likely each stance is.

    >>> shares({"read=asserts": 1.0}, {"asserts": {"read=asserts": 2.0}})["asserts"] > 0.4
    True
    """
    sums = [sum(n * table.get(s, {}).get(sign, 0.0) for sign, n in signs.items()) for s in STANCES]
    return dict(zip(STANCES, map(float, shares_of(np.array(sums))), strict=True))


def weighed(
    so_far: Stance, signs: Mapping[str, float], table: Mapping[str, Mapping[str, float]]
) -> tuple[Stance, str] | None:
    """The likeliest stance and the signs for it; None where the one so far is nearly as likely.

    Who is read to assert or to deny does not concede by what is weighed: one concession settles a matter.
    """
    odds = shares(signs, table)
    best = max(STANCES, key=odds.__getitem__)
    settles = best == "concedes" and so_far in ("asserts", "denies")
    if best == so_far or settles or odds[best] < TIMES * odds[so_far]:
        return None
    held = table.get(best, {})
    strongest = sorted((s for s, n in signs.items() if n > 0), key=lambda s: (-signs[s] * held.get(s, 0.0), s))
    return best, f"{', '.join(strongest[:SHOWN])}; {odds[best]:.2f} likely, {so_far} {odds[so_far]:.2f}"
