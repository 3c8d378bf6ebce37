"""From the encoder's output to spans: Viterbi under BIO constraints, and the pointer that links spans to cues. Pure.

Each run of cue pieces starts a statement. Every source or content run is cut before pieces that a line break precedes,
and each part is scored against the pieces of its window (the window whose centre holds the middle of the part): the
mean over the part's pieces of q_i . k_j / sqrt(pointer_dim), then softmax over the pieces j of the window. The part
goes to the best cue start there and to each other with at least ``pointer_keep`` times the probability of the best; to
none if the best has less than ``pointer_floor``. Parts of one run that go to the same cue and touch are joined again. A
statement that is left with content and no source takes the likeliest source part of those that see its cue with at
least ``pointer_orphan``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.types import Attribution, Span
from sayso.values.shares import shares_of

Floats = NDArray[np.float32]
Run = tuple[str, int, int]  # kind, first piece, one past the last piece


@dataclass(frozen=True, slots=True)
class Decoding:
    """The settings of decoding, from ``model.json``: labels, CRF weights, window sizes, pointer."""

    roles: tuple[str, ...]
    names: tuple[str, ...]
    start: Floats
    trans: Floats
    name_start: Floats
    name_trans: Floats
    centre: int
    context: int
    pointer_dim: int
    pointer_keep: float
    pointer_floor: float
    pointer_orphan: float
    start_bias: float

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Decoding:
        """The settings in a parsed ``model.json``; ``KeyError`` where one is missing."""
        return cls(
            roles=tuple(data["roles"]),
            names=tuple(data["names"]["labels"]),
            start=np.array(data["crf"]["start"], dtype=np.float32),
            trans=np.array(data["crf"]["trans"], dtype=np.float32),
            name_start=np.array(data["names"]["start"], dtype=np.float32),
            name_trans=np.array(data["names"]["trans"], dtype=np.float32),
            centre=data["window"]["centre"],
            context=data["window"]["context"],
            pointer_dim=data["pointer"]["dim"],
            pointer_keep=data["pointer"]["keep"],
            pointer_floor=data["pointer"]["floor"],
            pointer_orphan=data["pointer"]["orphan"],
            start_bias=data["crf"]["start_bias"],
        )


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``low..high`` as the encoder saw them together; ``q`` and ``k`` are [high - low, pointer_dim]."""

    low: int
    high: int
    q: Floats
    k: Floats


def window_bounds(length: int, centre: int, context: int) -> Iterator[tuple[int, int, int, int]]:
    """``(low, start, end, high)``: the centre ``start..end`` and the whole window ``low..high``, in pieces."""
    for start in range(0, length, centre):
        end = min(length, start + centre)
        yield max(0, start - context), start, end, min(length, end + context)


def viterbi(emissions: Floats, start: Floats, trans: Floats) -> list[int]:
    """The best label sequence for ``emissions`` [pieces, labels] under a linear-chain CRF."""
    if not len(emissions):
        return []
    score = start + emissions[0]
    steps = np.empty((len(emissions), *trans.shape), dtype=np.result_type(emissions, start, trans))
    into, most = np.ascontiguousarray(trans.T), np.maximum.reduce
    for step, emission in zip(steps[1:], emissions[1:], strict=True):
        np.add(score, into, step)
        score = most(step, 1) + emission
    back = steps[1:].argmax(axis=2).tolist()
    path = [int(score.argmax())]
    for choices in reversed(back):
        path.append(choices[path[-1]])
    return path[::-1]


def runs(labels: Sequence[str]) -> list[Run]:
    """BIO labels as runs: a B- label and the I- labels of its kind after it."""
    out: list[Run] = []
    for i, label in enumerate(labels):
        if label.startswith("B-"):
            out.append((label[2:], i, i + 1))
        elif label.startswith("I-") and out and out[-1][0] == label[2:] and out[-1][2] == i:
            out[-1] = (out[-1][0], out[-1][1], i + 1)
    return out


Shares = dict[int, float]  # cue start -> probability


def cue_shares(first: int, end: int, starts: Sequence[int], windows: Sequence[Window], settings: Decoding) -> Shares:
    """How likely pieces ``first..end`` belong to each cue start that their window holds."""
    window = windows[(first + end - 1) // 2 // settings.centre]
    query = window.q[max(first, window.low) - window.low : min(end, window.high) - window.low].mean(axis=0)
    scores = (window.k @ query) / np.sqrt(settings.pointer_dim)
    each = shares_of(scores).tolist()
    return {j: each[j - window.low] for j in starts if window.low <= j < window.high}


def likely(shares: Shares, settings: Decoding) -> list[int]:
    """The cue starts that a part belongs to; none where no probability is high enough."""
    least = max(settings.pointer_floor, settings.pointer_keep * max(shares.values(), default=0.0))
    return [j for j, share in shares.items() if share >= least]


def cut_at_lines(run: Run, newline: Sequence[int]) -> list[tuple[int, int]]:
    """A run in parts, cut before each piece that a line break precedes."""
    _, first, end = run
    return list(pairwise([first, *(i for i in range(first + 1, end) if newline[i]), end]))


def decode_attributions(
    role: Floats,
    windows: Sequence[Window],
    offsets: Sequence[tuple[int, int]],
    newline: Sequence[int],
    settings: Decoding,
) -> list[Attribution]:
    """Attributions in the order of their cues.

    Args:
        role: emissions, [pieces, labels].
        windows: what the encoder saw together, in order.
        offsets: start and end of each piece in the text.
        newline: 1 for each piece that a line break precedes.
        settings: the settings of decoding.
    """
    emissions = role.astype(np.float32, copy=True)
    emissions[:, [label.startswith("B-") for label in settings.roles]] += settings.start_bias
    path = viterbi(emissions, settings.start, settings.trans)
    found = runs([settings.roles[i] for i in path])
    cues = {first: Span(offsets[first][0], offsets[end - 1][1]) for kind, first, end in found if kind == "cue"}
    held: dict[tuple[str, int], list[tuple[int, int]]] = {}
    sources: list[tuple[Span, Shares]] = []
    for run in found:
        for first, end in cut_at_lines(run, newline) if run[0] != "cue" else ():
            shares = cue_shares(first, end, list(cues), windows, settings)
            if run[0] == "source":
                sources.append((Span(offsets[first][0], offsets[end - 1][1]), shares))
            for cue in likely(shares, settings):
                parts = held.setdefault((run[0], cue), [])
                begun = parts.pop()[0] if parts and parts[-1][1] == first else first
                parts.append((begun, end))

    def spans(kind: str, cue: int) -> tuple[Span, ...]:
        return tuple(Span(offsets[first][0], offsets[end - 1][1]) for first, end in held.get((kind, cue), ()))

    out = []
    for cue, span in cues.items():
        source, content = spans("source", cue), spans("content", cue)
        if content and not source:
            source = likeliest_source(cue, sources, settings)
        out.append(Attribution(source, (span,), content))
    return out


def likeliest_source(cue: int, sources: Sequence[tuple[Span, Shares]], settings: Decoding) -> tuple[Span, ...]:
    """The source part with the highest probability for a cue, where that is high enough."""
    best = max(sources, key=lambda each: each[1].get(cue, 0.0), default=None)
    share = best[1].get(cue, 0.0) if best else 0.0
    return (best[0],) if best and share > 0 and share >= settings.pointer_orphan else ()


def decode_names(name: Floats, offsets: Sequence[tuple[int, int]], settings: Decoding) -> list[tuple[str, Span]]:
    """Type and place of every name. ``name`` is [pieces, labels]."""
    path = viterbi(name.astype(np.float32), settings.name_start, settings.name_trans)
    found = runs([settings.names[i] for i in path])
    return [(kind, Span(offsets[first][0], offsets[end - 1][1])) for kind, first, end in found]
