from __future__ import annotations

import numpy as np
import pytest

from sayso.reading.meanings import Judge, Layer, Meanings, gelu
from sayso.types import Span

OFFSETS = [(0, 5), (6, 8), (8, 12)]


def layer(*weight: list[float]) -> Layer:
    rows = np.array(weight, dtype=np.float32)
    return Layer(rows, np.zeros(len(rows), dtype=np.float32))


JUDGE = Judge(
    ("control", "truce"),
    ("asserts", "denies"),
    layer([1, 0], [0, 1]),
    layer([9, 0], [0, 9]),
    layer([2, 0], [0, 2]),
    layer([1, 0], [0, 1], [-1, -1]),
)
ROWS = np.array([[5.0], [1.0], [3.0]], dtype=np.float32)


def test_a_statement_means_what_its_pieces_mean() -> None:
    found = Meanings(OFFSETS, ROWS, JUDGE).of([Span(0, 5)], [], [Span(7, 12)])
    assert found is not None
    assert dict(found.kinds) == {"control": 1.0, "truce": 1.0}
    assert dict(found.stances) == {"asserts": 0.982, "denies": 0.018}  # 2 * 5 against 2 * 3
    vector = np.frombuffer(found.vector, dtype=np.int8)
    assert (vector[2], vector.min()) == (-127, -127)
    assert vector[0] / vector[1] == pytest.approx(5 / 3, abs=0.05)  # the speaker's piece, the mean of all


def test_without_a_speaker_the_cue_is_asked() -> None:
    meanings = Meanings(OFFSETS, ROWS, JUDGE)
    assert meanings.of([], [Span(6, 8)], [Span(8, 12)]) == meanings.of([Span(6, 8)], [], [Span(8, 12)])


def test_what_holds_no_piece_means_nothing() -> None:
    assert Meanings(OFFSETS, ROWS, JUDGE).of([], [], [Span(20, 22)]) is None
    assert Meanings(OFFSETS, ROWS, JUDGE).of([], [], []) is None


def test_the_activation_is_near_the_exact_one() -> None:
    assert gelu(np.array([-10.0, 0.0, 1.0], dtype=np.float32)) == pytest.approx([0.0, 0.0, 0.8413], abs=1e-3)
