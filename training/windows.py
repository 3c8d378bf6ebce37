"""Marked texts -> training windows: piece ids with role, pointer and name targets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpora import Sample, Span
from training.decode import NAMES, ROLES, Array, Pieces, batch_inputs, read_pieces

UNMARKED = -100  # a name label that nothing is learnt from
LEAST_GAIN = 60  # pieces that one window more must add


@dataclass(frozen=True, slots=True)
class Targets:
    """What is to be learnt about one text's pieces."""

    allowed: Array  # [pieces, roles]: the roles that a piece may have; all where nothing is known
    cues: list[tuple[int, ...]]  # for each piece the first pieces of the cues that it belongs to
    names: Array  # a label or UNMARKED


@dataclass(frozen=True, slots=True)
class Window:
    """A slice of one text."""

    pieces: Pieces
    targets: Targets
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows as tensors."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    allowed: Tensor  # [windows, length, roles] bool
    known: Tensor  # [windows, length] bool: where not every role is allowed
    pointers: Tensor  # [windows, length, length]: shares of the right cue starts; rows sum to 1 or 0
    names: Tensor  # [windows, length]


class PieceFinder:
    """The pieces of a span, found through a table of characters."""

    def __init__(self, pieces: Pieces, length: int) -> None:
        self.at = np.full(length + 1, -1, dtype=np.int64)
        for i, (start, end) in enumerate(pieces.offsets):
            self.at[start:end] = i

    def __call__(self, span: Span) -> list[int]:
        return sorted({int(i) for i in self.at[span[0] : span[1]] if i >= 0})


def role_labels(sample: Sample, find: PieceFinder, count: int) -> list[str]:
    """One label per piece. Where spans overlap, cue goes before source before content, and inner before outer."""
    labels = ["O"] * count
    for role in ("content", "source", "cue"):
        spans = {span for a in sample.attributions or () for span in getattr(a, role)}
        for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
            for n, i in enumerate(find(span)):
                labels[i] = ("I-" if n else "B-") + role
    for i, label in enumerate(labels):
        if label.startswith("I-") and (i == 0 or labels[i - 1][2:] != label[2:]):
            labels[i] = "B-" + label[2:]
    return labels


def cue_targets(sample: Sample, find: PieceFinder, labels: list[str]) -> list[tuple[int, ...]]:
    """For each source and content piece the first pieces of its cues."""
    cues: list[set[int]] = [set() for _ in labels]
    for a in sample.attributions or ():
        starts = [i for span in a.cue for i in find(span)[:1] if labels[i] == "B-cue"]
        for role in ("source", "content"):
            for i in (i for span in getattr(a, role) for i in find(span)):
                if labels[i].endswith(role):
                    cues[i].update(starts)
    return [tuple(sorted(c)) for c in cues]


def name_labels(sample: Sample, find: PieceFinder, count: int) -> Array:
    """One name label per piece; ``UNMARKED`` where names were not marked."""
    if sample.names is None:
        return np.full(count, UNMARKED, dtype=np.int64)
    labels = np.zeros(count, dtype=np.int64)
    for start, end, kind in sample.names:
        for n, i in enumerate(find((start, end))):
            labels[i] = NAMES.index(("I-" if n else "B-") + kind)
    return labels


def targets_of(sample: Sample, pieces: Pieces) -> Targets:
    """Everything that a text teaches."""
    count = len(pieces)
    find = PieceFinder(pieces, len(sample.text))
    allowed = np.ones((count, len(ROLES)), dtype=bool)
    cues: list[tuple[int, ...]] = [()] * count
    if sample.attributions is not None:
        labels = role_labels(sample, find, count)
        allowed[:] = False
        allowed[np.arange(count), [ROLES.index(label) for label in labels]] = True
        for span in sample.masked:
            allowed[find(span)] = True
        cues = cue_targets(sample, find, labels)
    return Targets(allowed, cues, name_labels(sample, find, count))


def cut(sample: Sample, tokenizer: Tokenizer, size: int, chance: random.Random) -> Iterator[Window]:
    """Windows of ``size`` pieces over a text, at starts moved by chance."""
    pieces = read_pieces(tokenizer, sample.text)
    targets = targets_of(sample, pieces)
    count = len(pieces)
    if count <= size:
        if count:
            yield Window(pieces, targets, 0, count)
        return
    number = 1 + max(1, -(-(count - size - LEAST_GAIN) // size))
    step = (count - size) / (number - 1)
    for n in range(number):
        moved = round(n * step + chance.uniform(-0.25, 0.25) * size)
        low = min(max(0, moved), count - size)
        yield Window(pieces, targets, low, low + size)


def collate(group: list[Window], margin: int) -> Batch:
    """Windows as one batch. Roles within ``margin`` of a cut edge lack context and are left free."""
    bounds = [(w.low, w.high) for w in group]
    inputs = [batch_inputs(w.pieces, [bound]) for w, bound in zip(group, bounds, strict=True)]
    width = max(x[0].shape[1] for x in inputs)
    arrays = [np.zeros((len(group), width), dtype=np.int64) for _ in range(4)]
    allowed = np.ones((len(group), width, len(ROLES)), dtype=bool)
    pointers = np.zeros((len(group), width, width), dtype=np.float32)
    names = np.full((len(group), width), UNMARKED, dtype=np.int64)
    for row, window in enumerate(group):
        for array, values in zip(arrays, inputs[row], strict=True):
            array[row, : values.shape[1]] = values[0]
        first = window.low + (margin if window.low else 0)
        last = window.high - (margin if window.high < len(window.pieces) else 0)
        shift = 1 - window.low
        allowed[row, first + shift : last + shift] = window.targets.allowed[first:last]
        names[row, window.low + shift : window.high + shift] = window.targets.names[window.low : window.high]
        for i in range(window.low, window.high):
            inside = [j for j in window.targets.cues[i] if window.low <= j < window.high]
            for j in inside:
                pointers[row, i + shift, j + shift] = 1 / len(inside)
    free = torch.from_numpy(allowed)
    return Batch(
        inputs=tuple(torch.from_numpy(a) for a in arrays),  # type: ignore[arg-type]
        allowed=free,
        known=~free.all(-1),
        pointers=torch.from_numpy(pointers),
        names=torch.from_numpy(names),
    )
