"""What the model makes of a statement beside its spans: of which kinds of claim it speaks, and a vector of what it is
about. Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.types import Meaning, Span

Floats = NDArray[np.float32]
DECIMALS = 3  # of a share that are kept
LARGEST = 127  # what the largest number of a vector becomes


@dataclass(frozen=True, slots=True)
class Layer:
    """One linear layer: ``weight`` is [out, in]."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """``weight @ x + bias``."""
        out: Floats = self.weight @ x + self.bias
        return out


@dataclass(frozen=True, slots=True)
class Judge:
    """The last layers of the head: from the means over a statement's pieces to what it means."""

    kinds: tuple[str, ...]
    wide: Layer
    kind: Layer
    matter: Layer

    def __call__(self, asker: Floats, whole: Floats) -> Meaning:
        """The meaning of a statement by the mean rows of its speaker's and of all its pieces."""
        inner = gelu(self.wide(gelu(np.concatenate([asker, whole]))))
        kinds = 1 / (1 + np.exp(-self.kind(inner)))
        vector = self.matter(inner)
        scale = LARGEST / max(float(np.abs(vector).max()), 1e-9)
        return Meaning(
            tuple(zip(self.kinds, (round(float(share), DECIMALS) for share in kinds), strict=True)),
            np.round(vector * scale).astype(np.int8).tobytes(),
        )


@dataclass(frozen=True, slots=True)
class Meanings:
    """A text as the head read it.

    Args:
        offsets: where each piece stands.
        rows: [pieces, numbers], one row per piece; half precision will do.
        judge: the last layers.
    """

    offsets: Sequence[tuple[int, int]]
    rows: NDArray[np.floating[Any]]
    judge: Judge

    def of(self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> Meaning | None:
        """What a statement means; None where no piece of the text belongs to it."""
        asker, whole = self._pieces(source or cue), self._pieces([*source, *cue, *content])
        if not asker or not whole:
            return None
        return self.judge(*(self.rows[pieces].mean(0, dtype=np.float32) for pieces in (asker, whole)))

    def _pieces(self, spans: Iterable[Span]) -> list[int]:
        """The pieces that touch any of the spans, in order."""
        found: set[int] = set()
        for span in spans:
            first = bisect_left(self.offsets, (span.start, 0))
            if first and self.offsets[first - 1][1] > span.start:
                first -= 1
            while first < len(self.offsets) and self.offsets[first][0] < span.end:
                found.add(first)
                first += 1
        return sorted(found)


def gelu(x: Floats) -> Floats:
    """The activation of the head, by its usual approximation."""
    out: Floats = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
    return out
