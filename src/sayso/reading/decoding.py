"""From the encoder's output to spans: Viterbi under BIO constraints, and the pointer that links spans to cues. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.types import Attribution, Span

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
    outside_bias: float

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
            outside_bias=data["crf"]["outside_bias"],
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
    back = np.zeros(emissions.shape, dtype=np.int64)
    columns = np.arange(emissions.shape[1])
    for i in range(1, len(emissions)):
        paths = score[:, None] + trans
        back[i] = paths.argmax(axis=0)
        score = paths[back[i], columns] + emissions[i]
    path = [int(score.argmax())]
    for i in range(len(emissions) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
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


def cues_of(run: Run, starts: Sequence[int], windows: Sequence[Window], settings: Decoding) -> list[int]:
    """The cue starts that a source or content run belongs to; none where its window holds no cue."""
    _, first, end = run
    window = windows[(first + end - 1) // 2 // settings.centre]
    held = [j for j in starts if window.low <= j < window.high]
    if not held:
        return []
    query = window.q[max(first, window.low) - window.low : min(end, window.high) - window.low]
    keys = window.k[[j - window.low for j in held]]
    scores = (query @ keys.T).mean(axis=0) / np.sqrt(settings.pointer_dim)
    ratio = np.exp(scores - scores.max())
    return [j for j, share in zip(held, ratio, strict=True) if share >= settings.pointer_keep]


def decode_attributions(
    role: Floats, windows: Sequence[Window], offsets: Sequence[tuple[int, int]], settings: Decoding
) -> list[Attribution]:
    """Attributions in the order of their cues. ``role`` is [pieces, labels]; ``offsets`` one pair a piece."""
    emissions = role.astype(np.float32, copy=True)
    emissions[:, 0] += settings.outside_bias
    path = viterbi(emissions, settings.start, settings.trans)
    found = runs([settings.roles[i] for i in path])

    def span(run: Run) -> Span:
        return Span(offsets[run[1]][0], offsets[run[2] - 1][1])

    cues = {run[1]: run for run in found if run[0] == "cue"}
    parts: dict[int, dict[str, list[Span]]] = {start: {"source": [], "content": []} for start in cues}
    for run in found:
        if run[0] != "cue":
            for start in cues_of(run, list(cues), windows, settings):
                parts[start][run[0]].append(span(run))
    return [
        Attribution(tuple(parts[start]["source"]), (span(cues[start]),), tuple(parts[start]["content"]))
        for start in cues
    ]


def decode_names(name: Floats, offsets: Sequence[tuple[int, int]], settings: Decoding) -> list[tuple[str, Span]]:
    """Type and place of every name. ``name`` is [pieces, labels]."""
    path = viterbi(name.astype(np.float32), settings.name_start, settings.name_trans)
    found = runs([settings.names[i] for i in path])
    return [(kind, Span(offsets[first][0], offsets[end - 1][1])) for kind, first, end in found]
