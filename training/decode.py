"""From text to model input, and from model output to statements and names: the reference, in plain numpy.

The reader on board does the same; the two are compared. Nothing here needs torch.

Input. WordPiece ids of the whole report (``tokenizer.json``, no special tokens, no truncation), with one case id
and one newline id per piece. Windows of ``centre`` pieces follow each other without gap; each is read with
``context`` further pieces on either side, between [CLS] and [SEP] (case 0, newline 0).

Output. Role emissions of the centre pieces are joined to one row per piece and decoded by Viterbi over the whole
report. Each run of cue pieces starts a statement. Every source or content run is cut before pieces that a line break
precedes, and each part is scored against the pieces of its window (the window whose centre holds the middle of the
part): the mean over the part's pieces of q_i . k_j / sqrt(pointer_dim), then softmax over the pieces j of the window.
The part goes to the best cue start there and to each other with at least ``pointer_keep`` times the probability of
the best; to none if the best has less than ``pointer_floor``. Parts of one run that go to the same cue and touch are
joined again. A statement that is left with content and no source takes the likeliest source part of those that see its
cue with at least ``pointer_orphan``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.labels import NAMES, ROLES

Span = tuple[int, int]
Array = NDArray[Any]
Outputs = tuple[Array, Array, Array, Array]  # role, q, k, name: each [windows, length, *]
Forward = Callable[[Array, Array, Array, Array], Outputs]

CLS, SEP, PAD = 101, 102, 0
NO_CASE, LOWER, CAPITALISED, CAPITALS, NO_WORD, DIGITS = range(6)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text: ids, offsets into the text, case and newline ids."""

    ids: Array
    offsets: list[Span]
    case: Array
    newline: Array

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(slots=True)
class Statement:
    """One statement as spans of the text."""

    cue: Span
    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``model.json`` says about reading."""

    start: Array
    trans: Array
    name_start: Array
    name_trans: Array
    centre: int
    context: int
    pointer_dim: int
    pointer_keep: float
    pointer_floor: float
    pointer_orphan: float
    outside_bias: float

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Settings from a ``model.json``."""
        data = json.loads(path.read_text(encoding="utf8"))
        return cls(
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
            outside_bias=data["crf"]["outside_bias"],
        )


def case_of(surface: str) -> int:
    """The case id of a piece as it stands in the text."""
    if surface.isdigit():
        return DIGITS
    if not any(c.isalpha() for c in surface):
        return NO_WORD
    if surface == surface.lower():
        return LOWER
    if len(surface) > 1 and surface == surface.upper():
        return CAPITALS
    return CAPITALISED


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cut ``text`` into pieces."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoded = tokenizer.encode(text, add_special_tokens=False)
    newline, before = [], 0
    for start, end in encoded.offsets:
        newline.append(int("\n" in text[before:start]))
        before = end
    return Pieces(
        ids=np.array(encoded.ids, dtype=np.int64),
        offsets=[(start, end) for start, end in encoded.offsets],
        case=np.array([case_of(text[start:end]) for start, end in encoded.offsets], dtype=np.int64),
        newline=np.array(newline, dtype=np.int64),
    )


def windows(length: int, centre: int, context: int) -> Iterator[tuple[int, int, int, int]]:
    """``(low, start, end, high)``: the pieces of the centre ``start..end`` and of the whole window ``low..high``."""
    for start in range(0, length, centre):
        end = min(length, start + centre)
        yield max(0, start - context), start, end, min(length, end + context)


def batch_inputs(pieces: Pieces, bounds: list[tuple[int, int]]) -> tuple[Array, Array, Array, Array]:
    """ids, attention, case and newline of some windows ``low..high``, padded on the right."""
    width = max(high - low for low, high in bounds) + 2
    ids = np.full((len(bounds), width), PAD, dtype=np.int64)
    attention, case, newline = np.zeros_like(ids), np.zeros_like(ids), np.zeros_like(ids)
    for row, (low, high) in enumerate(bounds):
        size = high - low
        ids[row, 0], ids[row, 1 + size] = CLS, SEP
        ids[row, 1 : 1 + size] = pieces.ids[low:high]
        case[row, 1 : 1 + size] = pieces.case[low:high]
        newline[row, 1 : 1 + size] = pieces.newline[low:high]
        attention[row, : size + 2] = 1
    return ids, attention, case, newline


def viterbi(emissions: Array, start: Array, trans: Array) -> list[int]:
    """The best path of labels."""
    if not len(emissions):
        return []
    score = start + emissions[0]
    back = np.zeros(emissions.shape, dtype=np.int64)
    columns = np.arange(emissions.shape[1])
    for i in range(1, len(emissions)):
        paths = score[:, None] + trans
        back[i] = paths.argmax(0)
        score = paths[back[i], columns] + emissions[i]
    path = [int(score.argmax())]
    for i in range(len(emissions) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def runs(path: list[int], labels: list[str]) -> list[tuple[str, int, int]]:
    """``(kind, first piece, end piece)`` of each run: a B- label and the I- labels of its kind after it."""
    out: list[tuple[str, int, int]] = []
    for i, label in enumerate(labels[j] for j in path):
        if label.startswith("B-"):
            out.append((label[2:], i, i + 1))
        elif label.startswith("I-") and out and out[-1][2] == i and out[-1][0] == label[2:]:
            out[-1] = (out[-1][0], out[-1][1], i + 1)
    return out


@dataclass(frozen=True, slots=True)
class Reading:
    """The outputs for one report: role and name emissions per piece; q and k per window, with its bounds."""

    pieces: Pieces
    role: Array
    name: Array
    parts: list[tuple[int, int, Array, Array]]  # low, high, q, k of the window's pieces


def run_model(pieces: Pieces, forward: Forward, settings: Settings, batch: int = 8) -> Reading:
    """Run the model over every window of a report."""
    bounds = list(windows(len(pieces), settings.centre, settings.context))
    roles, names, parts = [], [], []
    for first in range(0, len(bounds), batch):
        group = bounds[first : first + batch]
        role, q, k, name = forward(*batch_inputs(pieces, [(low, high) for low, _, _, high in group]))
        for row, (low, start, end, high) in enumerate(group):
            inner = slice(1 + start - low, 1 + end - low)
            whole = slice(1, 1 + high - low)
            roles.append(role[row, inner])
            names.append(name[row, inner])
            parts.append((low, high, q[row, whole], k[row, whole]))
    if not bounds:
        return Reading(pieces, np.zeros((0, len(ROLES))), np.zeros((0, len(NAMES))), [])
    return Reading(pieces, np.concatenate(roles), np.concatenate(names), parts)


def cue_shares(part: tuple[int, int], starts: list[int], reading: Reading, settings: Settings) -> dict[int, float]:
    """The probability of each cue start in the window of a part of a source or content."""
    first, end = part
    low, high, q, k = reading.parts[(first + end - 1) // 2 // settings.centre]
    query = q[max(first, low) - low : min(end, high) - low].mean(0)
    scores = (k @ query) / np.sqrt(settings.pointer_dim)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    return {j: float(shares[j - low]) for j in starts if low <= j < high}


def likely(shares: dict[int, float], settings: Settings) -> list[int]:
    """The cue starts that a part belongs to; none where no share is high enough."""
    least = max(settings.pointer_floor, settings.pointer_keep * max(shares.values(), default=0.0))
    return [j for j, share in shares.items() if share >= least]


def at_lines(first: int, end: int, newline: Array) -> list[tuple[int, int]]:
    """A run cut before each piece that a line break precedes."""
    cuts = [first, *(i for i in range(first + 1, end) if newline[i]), end]
    return list(pairwise(cuts))


def statements(reading: Reading, settings: Settings) -> list[Statement]:
    """The statements of a report, in the order of their cues."""
    emissions = reading.role.astype(np.float32, copy=True)
    emissions[:, 0] += settings.outside_bias
    found = runs(viterbi(emissions, settings.start, settings.trans), ROLES)
    offsets = reading.pieces.offsets
    out = {i: Statement(cue=(offsets[i][0], offsets[j - 1][1])) for kind, i, j in found if kind == "cue"}
    sources: list[tuple[Span, dict[int, float]]] = []
    for kind, first, end in found:
        if kind == "cue":
            continue
        held: dict[int, list[tuple[int, int]]] = {}
        for i, j in at_lines(first, end, reading.pieces.newline):
            shares = cue_shares((i, j), list(out), reading, settings)
            if kind == "source":
                sources.append(((offsets[i][0], offsets[j - 1][1]), shares))
            for cue in likely(shares, settings):
                parts = held.setdefault(cue, [])
                begun = parts.pop()[0] if parts and parts[-1][1] == i else i
                parts.append((begun, j))
        for cue, parts in held.items():
            getattr(out[cue], kind).extend((offsets[i][0], offsets[j - 1][1]) for i, j in parts)
    for cue, statement in out.items():
        if statement.content and not statement.source:
            statement.source += likeliest_source(cue, sources, settings)
    return list(out.values())


def likeliest_source(cue: int, sources: list[tuple[Span, dict[int, float]]], settings: Settings) -> list[Span]:
    """The source part with the highest share for a cue, where that is high enough."""
    share, span = max(((shares.get(cue, 0.0), span) for span, shares in sources), default=(0.0, (0, 0)))
    return [span] if share > 0 and share >= settings.pointer_orphan else []


def names(reading: Reading, settings: Settings) -> list[tuple[int, int, str]]:
    """``(start, end, type)`` of each name."""
    path = viterbi(reading.name.astype(np.float32), settings.name_start, settings.name_trans)
    offsets = reading.pieces.offsets
    return [(offsets[i][0], offsets[j - 1][1], kind) for kind, i, j in runs(path, NAMES)]


def onnx_forward(path: Path, threads: int = 0) -> Forward:
    """The exported model as a function of its inputs."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def forward(ids: Array, attention: Array, case: Array, newline: Array) -> Outputs:
        feed = {"input_ids": ids, "attention_mask": attention, "case_ids": case, "newline_ids": newline}
        role, q, k, name = session.run(["role", "q", "k", "name"], feed)
        return role, q, k, name

    return forward
