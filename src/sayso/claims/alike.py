"""How alike statements are, by the vectors that the model gave them: two that answer one question are more alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from sayso.types import Statement

SEVERAL = 3  # the most alike of a group, of which the mean is taken
LATEST = 300  # of a larger group so many are compared
BLOCK = 512  # statements that are compared with all others at once


def directions(vectors: Sequence[bytes]) -> npt.NDArray[np.float32]:
    """Vectors as rows of length one: the product of two is their cosine."""
    rows = np.array([np.frombuffer(each, dtype=np.int8) for each in vectors] or np.zeros((0, 1)), dtype=np.float32)
    out: npt.NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return out


class Alike:
    """The vectors of some statements.

    Args:
        statements: those without a vector, which another reader read, are like none.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        known = {s.id: s.meaning.vector for s in statements if s.meaning}
        self._rows = {identity: row for row, identity in enumerate(known)}
        self._vectors = directions(list(known.values()))

    def to(self, statement: str, groups: Sequence[Sequence[str]]) -> list[tuple[float, float] | None]:
        """For each group of statements the cosine of the most alike and the mean of the three most alike, itself left
        out; None where there is nothing to compare. The latest stand last in a group.
        """
        row = self._rows.get(statement)
        if row is None:
            return [None] * len(groups)
        rows = [{self._rows[s] for s in group[-LATEST:] if s in self._rows} - {row} for group in groups]
        sizes = np.array([len(each) for each in rows], dtype=np.intp)
        members = np.fromiter(chain.from_iterable(rows), dtype=np.intp, count=int(sizes.sum()))
        cosines = (self._vectors @ self._vectors[row])[members]
        ranked = cosines[np.lexsort((cosines, np.repeat(np.arange(len(rows)), sizes)))]  # each group's, rising
        ordered = np.append(np.float32(0), ranked)  # the nought stands in where a group has fewer than are taken
        ends, counts = np.cumsum(sizes), np.minimum(sizes, SEVERAL)
        best = [ordered[np.where(place < counts, ends - place, 0)] for place in range(SEVERAL)]
        means = sum(reversed(best)) / np.maximum(counts, 1).astype(np.float32)
        found = zip(best[0].tolist(), means.tolist(), sizes.tolist(), strict=True)
        return [(round(highest, 6), round(mean, 6)) if size else None for highest, mean, size in found]

    def nearest(self, statements: Sequence[str], count: int) -> list[list[tuple[int, float]]]:
        """For each of ``statements`` the places in that list of the ``count`` others most like it, with the cosine."""
        at = [place for place, statement in enumerate(statements) if statement in self._rows]
        out: list[list[tuple[int, float]]] = [[] for _ in statements]
        vectors = self._vectors[[self._rows[statements[place]] for place in at]]
        for first in range(0, len(at), BLOCK):
            cosines = np.round(vectors[first : first + BLOCK] @ vectors.T, 6)
            for row, place in enumerate(at[first : first + BLOCK]):
                cosines[row, first + row] = -np.inf
                best = np.argsort(-cosines[row], kind="stable")[: min(count, len(at) - 1)]
                out[place] = [(at[other], float(cosines[row, other])) for other in best]
        return out
