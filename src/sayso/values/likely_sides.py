"""Which side is the likeliest, by the chances of each in several places, against what the rules say. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log

LEAST = 0.01
"""How likely a side is at least in each place, so that one place alone rules out nothing."""

MORE = 1.3
"""How many times as likely as the side of the rules another must be to take its place."""

RATHER = 0.4
"""How likely a side must be to take the place of that of the rules."""

ALONE = 0.3
"""How likely a side must be where the rules know none."""


def pooled(chances: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """How likely each side is by its chances in all places: their geometric means, made to add up to 1.

    >>> {side: round(chance, 2) for side, chance in pooled([{"A": 0.9, "": 0.1}, {"A": 0.4, "": 0.6}]).items()}
    {'': 0.29, 'A': 0.71}
    """
    sides = sorted({side for each in chances for side in each})
    means = [exp(sum(log(max(each.get(side, 0.0), LEAST)) for each in chances) / len(chances)) for side in sides]
    return {side: mean / sum(means) for side, mean in zip(sides, means, strict=True)}


def chosen(chances: Mapping[str, float], ruled: str) -> str:
    """The likeliest side, "" for none, unless that of the rules is nearly as likely.

    >>> chosen({"A": 0.5, "B": 0.4}, "B"), chosen({"A": 0.6, "B": 0.3}, "B"), chosen({"": 0.9, "B": 0.1}, "B")
    ('B', 'A', '')
    >>> chosen({"A": 0.29, "B": 0.2, "": 0.1}, ""), chosen({"A": 0.5, "": 0.3}, ""), chosen({"A": 0.39, "C": 0.2}, "B")
    ('', 'A', 'B')
    """
    best = max(sorted(chances), key=chances.__getitem__, default=ruled)
    if best == ruled or (best and chances[best] < (RATHER if ruled else ALONE)):
        return ruled
    return best if chances[best] >= MORE * max(chances.get(ruled, 0.0), LEAST) else ruled
