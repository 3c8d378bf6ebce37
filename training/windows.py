"""Marked texts -> training windows: piece ids with the targets of every head."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.reading.tagger import CAPITALISED, CAPITALS, Pieces
from training.corpora import Sample, Span
from training.decode import Array, batch_inputs, read_pieces
from training.labels import KINDS, NAMES, RELATIONS, ROLES, UPOS

UNMARKED = -100  # a label that nothing is learnt from
LEAST_GAIN = 60  # pieces that one window more must add


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence in pieces: for each word its piece, tag, head (a place in the sentence) and relation."""

    low: int  # first piece
    high: int  # one past the last
    piece: list[int]
    upos: list[int]
    head: list[int]
    relation: list[int]
    key: str  # its text: what its likeness is looked up by


@dataclass(frozen=True, slots=True)
class Targets:
    """What is to be learnt about one text's pieces."""

    allowed: Array  # [pieces, roles]: the roles that a piece may have; all where nothing is known
    cues: list[tuple[int, ...]]  # for each piece the first pieces of the cues that it belongs to
    names: Array  # [pieces, labels]: the name labels that a piece may have
    trees: list[Tree]
    links: list[tuple[int, tuple[int, ...]]]  # a piece, and the pieces of what it refers to


@dataclass(frozen=True, slots=True)
class Window:
    """A slice of one text."""

    pieces: Pieces
    targets: Targets
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the trees of some windows, one row per sentence."""

    row: Tensor  # [sentences]: the window of each
    at: Tensor  # [sentences, words]: piece of each word in its window; 0 where there is none
    upos: Tensor  # UNMARKED where there is no word
    head: Tensor
    relation: Tensor
    low: Tensor  # [sentences]: first piece in the window
    high: Tensor
    keys: list[str]

    def to(self, device: str) -> Words:
        """The same on another device."""
        held = (self.row, self.at, self.upos, self.head, self.relation, self.low, self.high)
        return Words(*(tensor.to(device) for tensor in held), keys=self.keys)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows as tensors."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    allowed: Tensor  # [windows, length, roles] bool
    known: Tensor  # [windows, length] bool: where not every role is allowed
    pointers: Tensor  # [windows, length, length]: shares of the right cue starts; rows sum to 1 or 0
    names: Tensor  # [windows, length, labels] bool
    named: Tensor  # [windows, length] bool: where not every name label is allowed
    words: Words | None
    links: tuple[Tensor, Tensor, Tensor]  # window and piece of what refers; [links, length] bool: what is right

    def to(self, device: str) -> Batch:
        """The same on another device."""
        if device == "cpu":
            return self
        return Batch(
            tuple(tensor.to(device) for tensor in self.inputs),  # type: ignore[arg-type]
            *(tensor.to(device) for tensor in (self.allowed, self.known, self.pointers, self.names, self.named)),
            words=self.words and self.words.to(device),
            links=tuple(tensor.to(device) for tensor in self.links),  # type: ignore[arg-type]
        )


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


def name_labels(sample: Sample, find: PieceFinder, pieces: Pieces) -> Array:
    """The name labels that each piece may have; kinds that the text's markers did not mark are left open.

    They are left open for words with a capital alone, or small letters and signs would be learnt as such names.
    """
    allowed = np.ones((len(pieces), len(NAMES)), dtype=bool)
    if sample.names is None:
        return allowed
    allowed[:] = [label == "O" for label in NAMES]
    capital = np.isin(pieces.case, (CAPITALISED, CAPITALS))
    allowed[capital] = [label == "O" or label[2:] in set(KINDS) - sample.kinds for label in NAMES]
    for start, end, kind in sample.names:
        for n, i in enumerate(find((start, end))):
            allowed[i] = False
            allowed[i, NAMES.index(("I-" if n else "B-") + kind)] = True
    return allowed


def word_pieces(find: PieceFinder, pieces: Pieces, span: Span) -> list[int]:
    """The pieces that begin in a word, else the one that it begins in."""
    found = find(span)
    return [i for i in found if pieces.offsets[i][0] >= span[0]] or found


def trees_of(sample: Sample, find: PieceFinder, pieces: Pieces) -> Iterator[Tree]:
    """Every sentence whose words all have pieces."""
    for sentence in sample.sentences or ():
        found = [word_pieces(find, pieces, (w.start, w.end)) for w in sentence]
        if not all(found):
            continue
        yield Tree(
            low=found[0][0],
            high=found[-1][-1] + 1,
            piece=[each[0] for each in found],
            upos=[UPOS.index(w.upos) for w in sentence],
            head=[w.head for w in sentence],
            relation=[RELATIONS.index(w.label) for w in sentence],
            key=" ".join(sample.text[sentence[0].start : sentence[-1].end].split()),
        )


def links_of(sample: Sample, find: PieceFinder) -> list[tuple[int, tuple[int, ...]]]:
    """What refers, by its first piece, and the pieces of what it refers to."""
    out = []
    for link in sample.links or ():
        pieces = find((link.start, link.end))
        if pieces:
            out.append((pieces[0], tuple(sorted({i for span in link.targets for i in find(span)}))))
    return out


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
    names = name_labels(sample, find, pieces)
    return Targets(allowed, cues, names, list(trees_of(sample, find, pieces)), links_of(sample, find))


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


def collate_words(group: list[Window]) -> Words | None:
    """The trees that lie wholly in their windows."""
    held = [
        (row, 1 - window.low, tree)
        for row, window in enumerate(group)
        for tree in window.targets.trees
        if window.low <= tree.low and tree.high <= window.high
    ]
    if not held:
        return None
    shape = (len(held), max(len(tree.piece) for _, _, tree in held))
    at = np.zeros(shape, dtype=np.int64)
    upos, head, relation = (np.full(shape, UNMARKED, dtype=np.int64) for _ in range(3))
    for i, (_, shift, tree) in enumerate(held):
        size = len(tree.piece)
        at[i, :size] = np.array(tree.piece) + shift
        upos[i, :size], head[i, :size], relation[i, :size] = tree.upos, tree.head, tree.relation
    return Words(
        row=torch.tensor([row for row, _, _ in held]),
        at=torch.from_numpy(at),
        upos=torch.from_numpy(upos),
        head=torch.from_numpy(head),
        relation=torch.from_numpy(relation),
        low=torch.tensor([tree.low + shift for _, shift, tree in held]),
        high=torch.tensor([tree.high + shift for _, shift, tree in held]),
        keys=[tree.key for _, _, tree in held],
    )


def collate_links(group: list[Window], width: int) -> tuple[Tensor, Tensor, Tensor]:
    """What refers to something in its window; what is new points at [CLS]."""
    rows, pieces, right = [], [], []
    for row, window in enumerate(group):
        for piece, targets in window.targets.links:
            inside = [j for j in targets if window.low <= j < window.high]
            if not window.low <= piece < window.high or (targets and not inside):
                continue
            mask = np.zeros(width, dtype=bool)
            mask[[j + 1 - window.low for j in inside] or [0]] = True
            rows.append(row)
            pieces.append(piece + 1 - window.low)
            right.append(mask)
    marks = torch.from_numpy(np.array(right, dtype=bool).reshape(len(right), width))
    return torch.tensor(rows, dtype=torch.long), torch.tensor(pieces, dtype=torch.long), marks


def collate(group: list[Window], margin: int) -> Batch:
    """Windows as one batch. Roles within ``margin`` of a cut edge lack context and are left free."""
    bounds = [(w.low, w.high) for w in group]
    inputs = [batch_inputs(w.pieces, [bound]) for w, bound in zip(group, bounds, strict=True)]
    width = max(x[0].shape[1] for x in inputs)
    arrays = [np.zeros((len(group), width), dtype=np.int64) for _ in range(4)]
    allowed = np.ones((len(group), width, len(ROLES)), dtype=bool)
    names = np.ones((len(group), width, len(NAMES)), dtype=bool)
    pointers = np.zeros((len(group), width, width), dtype=np.float32)
    for row, window in enumerate(group):
        for array, values in zip(arrays, inputs[row], strict=True):
            array[row, : values.shape[1]] = values[0]
        first = window.low + (margin if window.low else 0)
        last = window.high - (margin if window.high < len(window.pieces) else 0)
        shift = 1 - window.low
        allowed[row, first + shift : last + shift] = window.targets.allowed[first:last]
        names[row, first + shift : last + shift] = window.targets.names[first:last]
        for i in range(window.low, window.high):
            inside = [j for j in window.targets.cues[i] if window.low <= j < window.high]
            for j in inside:
                pointers[row, i + shift, j + shift] = 1 / len(inside)
    free, named = torch.from_numpy(allowed), torch.from_numpy(names)
    return Batch(
        inputs=tuple(torch.from_numpy(a) for a in arrays),  # type: ignore[arg-type]
        allowed=free,
        known=~free.all(-1),
        pointers=torch.from_numpy(pointers),
        names=named,
        named=~named.all(-1),
        words=collate_words(group),
        links=collate_links(group, width),
    )
