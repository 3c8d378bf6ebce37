"""From emissions to spans: Viterbi, runs, the pointer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayso.reading.decoding import (
    Decoding,
    Window,
    cue_shares,
    cut_at_lines,
    decode_attributions,
    likely,
    runs,
    viterbi,
    window_bounds,
)
from sayso.types import Attribution, Span

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FREE = np.zeros((7, 7), dtype=np.float32)
SETTINGS = Decoding(
    roles=ROLES,
    names=("O",),
    start=np.zeros(7, dtype=np.float32),
    trans=FREE,
    name_start=np.zeros(1, dtype=np.float32),
    name_trans=np.zeros((1, 1), dtype=np.float32),
    centre=8,
    context=4,
    pointer_dim=2,
    pointer_keep=0.5,
    pointer_floor=0.2,
    pointer_orphan=0.01,
    start_bias=0.0,
)


def test_windows_follow_each_other_without_gap() -> None:
    assert list(window_bounds(10, 4, 2)) == [(0, 0, 4, 6), (2, 4, 8, 10), (6, 8, 10, 10)]
    assert list(window_bounds(0, 4, 2)) == []


def test_viterbi_obeys_a_forbidden_transition() -> None:
    trans = np.zeros((2, 2), dtype=np.float32)
    trans[0, 1] = -1e4
    emissions = np.array([[1, 0], [0, 1]], dtype=np.float32)
    assert viterbi(emissions, np.zeros(2, dtype=np.float32), trans) in ([0, 0], [1, 1])
    assert viterbi(np.zeros((0, 2), dtype=np.float32), np.zeros(2, dtype=np.float32), trans) == []


def test_runs_need_a_beginning() -> None:
    assert runs(["O", "I-cue", "B-cue", "I-cue", "I-source", "B-source"]) == [("cue", 2, 4), ("source", 5, 6)]


def test_a_run_may_belong_to_two_cues() -> None:
    q = np.ones((6, 2), dtype=np.float32)
    k = np.array([[0, 0], [3, 3], [0, 0], [3, 3], [0, 0], [-9, -9]], dtype=np.float32)
    window = Window(0, 6, q, k)
    shares = cue_shares(4, 5, [1, 3, 5], [window], SETTINGS)
    assert likely(shares, SETTINGS) == [1, 3]
    assert shares[1] == shares[3] > 0.4
    assert likely(cue_shares(4, 5, [], [window], SETTINGS), SETTINGS) == []


def test_a_run_is_cut_where_a_line_ends() -> None:
    assert cut_at_lines(("content", 2, 7), [0, 0, 1, 0, 0, 1, 0]) == [(2, 5), (5, 7)]


def test_attributions_have_the_offsets_of_their_pieces() -> None:
    labels = ["B-source", "B-cue", "B-content", "I-content"]
    role = np.array([[5.0 if name == label else 0.0 for name in ROLES] for label in labels], dtype=np.float32)
    flat = np.zeros((4, 2), dtype=np.float32)
    offsets = [(0, 2), (3, 7), (8, 10), (11, 15)]
    [found] = decode_attributions(role, [Window(0, 4, flat, flat)], offsets, [0, 0, 0, 0], SETTINGS)
    assert found == Attribution((Span(0, 2),), (Span(3, 7),), (Span(8, 15),))


def test_spans_begin_more_readily_where_starts_are_favoured() -> None:
    doubtful = np.zeros((3, len(ROLES)), dtype=np.float32)
    doubtful[:, ROLES.index("O")] = 0.2
    doubtful[1, ROLES.index("B-cue")] = 0.1
    flat = np.zeros((3, 2), dtype=np.float32)

    def cues(start_bias: float) -> list[tuple[Span, ...]]:
        settings = replace(SETTINGS, start_bias=start_bias)
        found = decode_attributions(doubtful, [Window(0, 3, flat, flat)], [(0, 2), (3, 7), (8, 9)], [0, 0, 0], settings)
        return [each.cue for each in found]

    assert cues(0.0) == []
    assert cues(0.15) == [(Span(3, 7),)]
