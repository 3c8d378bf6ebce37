"""What the model makes of a statement beside its spans: of which kinds of claim it speaks, with which stance, and a
vector of what it is about. Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.side_weights import SideWeights
from sayso.types import Meaning, Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
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

    def rows(self, x: Floats) -> Floats:
        """The same of each row of ``x``."""
        out: Floats = x @ self.weight.T + self.bias
        return out


@dataclass(frozen=True, slots=True)
class Judge:
    """The last layers of the head: from the means over a statement's pieces to what it means."""

    kinds: tuple[str, ...]
    stances: tuple[str, ...]
    wide: Layer
    kind: Layer
    stance: Layer
    matter: Layer

    def __call__(self, asker: Floats, whole: Floats) -> Meaning:
        """The meaning of a statement by the mean rows of its speaker's and of all its pieces."""
        inner = gelu(self.wide(gelu(np.concatenate([asker, whole]))))
        kinds, stances = 1 / (1 + np.exp(-self.kind(inner))), np.exp(log_shares(self.stance(inner)))
        vector = self.matter(inner)
        scale = LARGEST / max(float(np.abs(vector).max()), 1e-9)
        return Meaning(
            _named(self.kinds, kinds),
            np.round(vector * scale).astype(np.int8).tobytes(),
            _named(self.stances, stances),
        )


def _named(names: Sequence[str], shares: NDArray[np.floating[Any]]) -> tuple[tuple[str, float], ...]:
    return tuple(zip(names, (round(float(share), DECIMALS) for share in shares), strict=True))


LAYERS = ("asks", "answers", "nothing", "near_from", "near_to", "near_between", "near")
TABLES = ("away", "alike", "near_away", "near_alike")


@dataclass(frozen=True, slots=True)
class Pointer:
    """The last layers of the head: from mean rows to where each points.

    Args:
        layers: those of ``LAYERS``.
        tables: those of ``TABLES``, with a row for each bucket of the distance or each likeness of the words.
    """

    layers: Mapping[str, Layer]
    tables: Mapping[str, Floats]

    def ready(self, names: Floats) -> Floats:
        """What ``points`` needs of the mean rows of the names, whoever points."""
        return self.layers["answers"].rows(gelu(names))

    def points(
        self, one: Floats, names: Floats, ready: Floats, apart: Floats, alike: Ints, near: Ints, between: Floats
    ) -> Floats:
        """Scores [names + 1] of pointing to each name, the last of pointing nowhere.

        Args:
            one: mean row of the one that points.
            names: mean rows of the names.
            ready: what ``ready`` makes of them.
            apart: pieces from each name to the one; below 0 where the name comes later.
            alike: how alike its words and those of each name are.
            near: which names are near.
            between: mean row of the pieces between the one and each of these; zeros where there are none.
        """
        layers, tables = self.layers, self.tables
        inner, far = gelu(one), len(tables["away"]) // 2
        away = np.minimum(np.log2(np.abs(apart) + 1).astype(int), far - 1) + far * (apart < 0)
        scores = ready @ layers["asks"](inner)
        scores = scores + tables["away"][away, 0] + tables["alike"][alike, 0]
        hidden = layers["near_from"](one) + layers["near_to"].rows(names[near]) + layers["near_between"].rows(between)
        hidden = hidden + tables["near_away"][away[near]] + tables["near_alike"][alike[near]]
        scores[near] += layers["near"].rows(gelu(hidden))[:, 0]
        return np.concatenate([scores, layers["nothing"](inner)])


@dataclass(frozen=True, slots=True)
class Meanings:
    """A text as the head read it.

    Args:
        offsets: where each piece stands.
        rows: [pieces, numbers], one row per piece; half precision will do.
        judge: the last layers.
        pointer: those of the pointer to names of one party; None where the model has none.
        sides: what tells the side that a statement speaks for; None where nobody learnt it for the model.
    """

    offsets: Sequence[tuple[int, int]]
    rows: NDArray[np.floating[Any]]
    judge: Judge
    pointer: Pointer | None = None
    sides: SideWeights | None = None

    def of(self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> Meaning | None:
        """What a statement means; None where no piece of the text belongs to it."""
        means = self.means(source, cue, content)
        return self.judge(*means) if means else None

    def means(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> tuple[Floats, Floats] | None:
        """The mean rows of a statement's speaker and of all its pieces; None where no piece belongs to them."""
        asker, whole = self.pieces(source or cue), self.pieces([*source, *cue, *content])
        if not asker or not whole:
            return None
        return self.rows[asker].mean(0, dtype=np.float32), self.rows[whole].mean(0, dtype=np.float32)

    def pieces(self, spans: Iterable[Span]) -> list[int]:
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


def log_shares(scores: Floats) -> Floats:
    """The logarithm of the softmax of each row."""
    lower = scores - scores.max(-1, keepdims=True)
    out: Floats = lower - np.log(np.exp(lower).sum(-1, keepdims=True))
    return out
