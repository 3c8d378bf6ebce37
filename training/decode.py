"""From text to model input, and from model output to statements and names, as the reader on board makes them.

Input. WordPiece ids of the whole report (``tokenizer.json``, no special tokens, no truncation), with one case id
and one newline id per piece. Windows of ``centre`` pieces follow each other without gap; each is read with
``context`` further pieces on either side, between [CLS] and [SEP] (case 0, newline 0).

Output. Role emissions of the centre pieces are joined to one row per piece; ``sayso.reading.decoding`` makes statements
and names of them. Nothing here needs torch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.reading.decoding import Decoding, Window, decode_attributions, decode_names, window_bounds
from sayso.reading.tagger import CLS, SEP, Pieces, pieces_of
from training.corpora import Attribution, Name
from training.labels import NAMES, ROLES

Array = NDArray[Any]
Outputs = tuple[Array, Array, Array, Array]  # role, q, k, name: each [windows, length, *]
Forward = Callable[[Array, Array, Array, Array], Outputs]

PAD = 0


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cut ``text`` into pieces."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return pieces_of(tokenizer, text)


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


@dataclass(frozen=True, slots=True)
class Reading:
    """The outputs for one report: role and name emissions per piece, and what the encoder saw together."""

    pieces: Pieces
    role: Array
    name: Array
    windows: list[Window]


def run_model(pieces: Pieces, forward: Forward, settings: Decoding, batch: int = 8) -> Reading:
    """Run the model over every window of a report."""
    bounds = list(window_bounds(len(pieces), settings.centre, settings.context))
    roles, names, windows = [np.zeros((0, len(ROLES)))], [np.zeros((0, len(NAMES)))], []
    for first in range(0, len(bounds), batch):
        group = bounds[first : first + batch]
        role, q, k, name = forward(*batch_inputs(pieces, [(low, high) for low, _, _, high in group]))
        for row, (low, start, end, high) in enumerate(group):
            inner = slice(1 + start - low, 1 + end - low)
            whole = slice(1, 1 + high - low)
            roles.append(role[row, inner])
            names.append(name[row, inner])
            windows.append(Window(low, high, q[row, whole], k[row, whole]))
    return Reading(pieces, np.concatenate(roles), np.concatenate(names), windows)


def statements(reading: Reading, settings: Decoding) -> list[Attribution]:
    """The statements of a report, in the order of their cues."""
    pieces = reading.pieces
    found = decode_attributions(reading.role, reading.windows, pieces.offsets, pieces.newline.tolist(), settings)
    return [
        Attribution(*(tuple((s.start, s.end) for s in spans) for spans in (each.source, each.cue, each.content)))
        for each in found
    ]


def names(reading: Reading, settings: Decoding) -> list[Name]:
    """``(start, end, type)`` of each name."""
    found = decode_names(reading.name, reading.pieces.offsets, settings)
    return [(span.start, span.end, kind) for kind, span in found]


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
