"""Statements settle together which matters they are on: what is said alike answers one question.

By its signs (``signs.py``) each statement leans to some matters. What it leans to is weighed once more with what those
statements lean to that are most like it, whether or not their own words name a matter.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.alike import Alike
from sayso.claims.told import Share
from sayso.claims.vocabulary import Key

NEAREST = 10  # statements most like one, which it heeds
STEEP = 14.0  # how fast what a statement counts falls with its distance: one at a cosine of .9 counts a quarter
FAR = 0.01  # what counts beside all of them, so that those which are all unlike it count nothing
LEAST = 0.05  # added to what those alike lean to, so that they rule nothing out
ENOUGH = 0.2  # the share from which a statement is on a matter,
BESIDE = 0.5  # where it is this part of the likeliest's
KEPT = 3  # statements found to be on a matter that it keeps whatever their share, so that none goes empty
NONE: Key = ()
Shares = dict[Key, float]


@dataclass(frozen=True, slots=True)
class Leaning:
    """How much speaks for each matter that a statement may be on, and for none (``NONE``); on which it was found."""

    statement: str
    totals: Mapping[Key, float]
    found: Collection[Key]


def settle(leanings: Sequence[Leaning], shares: Sequence[Shares]) -> list[list[Key]]:
    """The matters of each statement, the likeliest first.

    Args:
        leanings: of all statements of one conflict.
        shares: what ``weigh_together`` gives of them.
    """
    held: defaultdict[Key, list[tuple[float, int]]] = defaultdict(list)
    for place, (leaning, share) in enumerate(zip(leanings, shares, strict=True)):
        for key in leaning.found:
            held[key].append((-share.get(key, 0.0), place))
    kept: defaultdict[int, set[Key]] = defaultdict(set)
    for key, rows in held.items():
        for _, place in sorted(rows)[:KEPT]:
            kept[place].add(key)
    return [
        sorted(_likely(of) | kept[place], key=lambda key: (-of.get(key, 0.0), key)) for place, of in enumerate(shares)
    ]


def _likely(shares: Shares) -> set[Key]:
    """The matters of which a statement has share enough."""
    matters = {key: share for key, share in shares.items() if key != NONE}
    least = max(ENOUGH, BESIDE * max(matters.values(), default=0.0))
    return {key for key, share in matters.items() if share > least}


def weigh_together(leanings: Sequence[Leaning], alike: Alike) -> list[Shares]:
    """For each statement the share of every matter, and of none; they add up to one.

    Args:
        leanings: of all statements of one conflict.
        alike: how like each other they are; what is like nothing has the shares of its own signs.
    """
    alone = [_shares(leaning.totals) for leaning in leanings]
    nearest = alike.nearest([leaning.statement for leaning in leanings], NEAREST)
    return [
        _shares(_with_others(leaning.totals, near, alone)) if near else own
        for leaning, near, own in zip(leanings, nearest, alone, strict=True)
    ]


def share_of(shares: Shares, key: Key) -> Share:
    """What speaks for the matter ``key``, beside the likeliest other one and none."""
    others = [share for other, share in shares.items() if other not in (NONE, key)]
    return Share(shares.get(key, 0.0), max(others, default=0.0), shares.get(NONE, 0.0))


def _with_others(
    totals: Mapping[Key, float], near: Sequence[tuple[int, float]], shares: Sequence[Shares]
) -> dict[Key, float]:
    counts = [math.exp(STEEP * (cosine - 1)) for _, cosine in near]
    said: defaultdict[Key, float] = defaultdict(float)
    for (other, _), count in zip(near, counts, strict=True):
        for key, share in shares[other].items():
            said[key] += share * count / (sum(counts) + FAR)
    return {key: total + math.log(said[key] + LEAST) for key, total in totals.items()}


def _shares(totals: Mapping[Key, float]) -> Shares:
    most = max(totals.values())
    odds = {key: math.exp(total - most) for key, total in totals.items()}
    whole = sum(odds.values())
    return {key: each / whole for key, each in odds.items()}
