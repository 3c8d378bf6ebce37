"""Scores as shares of one whole. Pure."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Kind = TypeVar("_Kind", np.float32, np.float64)


def shares_of(scores: NDArray[_Kind]) -> NDArray[_Kind]:
    """The softmax of a row of scores: how likely each is, where one of them holds.

    >>> [float(share) for share in shares_of(np.array([1.0, 1.0, -np.inf]))]
    [0.5, 0.5, 0.0]
    """
    raised: NDArray[_Kind] = np.exp(scores - scores.max())
    out: NDArray[_Kind] = raised / raised.sum()
    return out
