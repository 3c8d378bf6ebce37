"""The model on board: text -> attributions and names, as exact offsets into the text as read.

The encoder sees windows with context on both sides. They run one at a time, because the 8-bit arithmetic takes its
scale from the whole batch: so a text reads the same whatever stands beside it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.reading.decoding import Decoding, Floats, Window, decode_attributions, decode_names, window_bounds
from sayso.types import Attribution, Span

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

MODEL_FOLDER = Path(__file__).with_name("model")
CLS, SEP = 101, 102
LOWER, CAPITALISED, CAPITALS, NO_WORD, DIGITS = range(1, 6)
Ints = NDArray[np.int64]


class Reader(Protocol):
    """Anything that finds attributions and names in a text: the model on board, or a reader of the user's own."""

    @property
    def version(self) -> str:
        """Name and digest, kept with every statement that it read."""
        ...

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """Attributions in the order of their cues; type (PER, ORG, LOC, MISC) and place of every name."""
        ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: vocabulary ids, offsets, case and line-break marks, each of one length."""

    ids: Ints
    offsets: list[tuple[int, int]]
    case: Ints
    newline: Ints


def case_of(surface: str) -> int:
    """The case mark of a piece as it stands in the text."""
    if surface.isdigit():
        return DIGITS
    if not any(c.isalpha() for c in surface):
        return NO_WORD
    if surface == surface.lower():
        return LOWER
    return CAPITALS if len(surface) > 1 and surface == surface.upper() else CAPITALISED


class Tagger:
    """The model on board, loaded once.

    Raises:
        ModelError: a file of the model is missing, or its digest is not the one that was recorded.
    """

    def __init__(self, folder: Path = MODEL_FOLDER, *, threads: int | None = None) -> None:
        self.folder = folder
        self.threads = threads
        try:
            self._info: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf8"))
            self._weights = (folder / "model.onnx").read_bytes()
            self._settings = Decoding.from_json(self._info)
        except (OSError, ValueError, KeyError) as problem:
            raise ModelError(f"{folder}: the model cannot be read ({problem}); install sayso again") from problem
        if hashlib.sha256(self._weights).hexdigest() != self._info["sha256"]:
            raise ModelError(
                f"{folder / 'model.onnx'}: damaged, its digest is not the recorded one; install sayso again"
            )

    @property
    def version(self) -> str:
        """Name and short digest of the model."""
        return f"{self._info['version']}@{self._info['sha256'][:12]}"

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = self.threads or 0
        try:
            return onnxruntime.InferenceSession(self._weights, options, providers=["CPUExecutionProvider"])
        except Exception as problem:  # the run time's own classes are not exported
            raise ModelError(f"{self.folder / 'model.onnx'}: cannot be loaded ({problem})") from problem

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """Attributions in the order of their cues; type (PER, ORG, LOC, MISC) and place of every name."""
        pieces = self._pieces(text)
        if not pieces.offsets:
            return [], []
        role, name, windows = self._run(pieces)
        attributions = decode_attributions(role, windows, pieces.offsets, pieces.newline.tolist(), self._settings)
        return attributions, decode_names(name, pieces.offsets, self._settings)

    def _pieces(self, text: str) -> Pieces:
        encoded = self._tokenizer.encode(text, add_special_tokens=False)
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

    def _run(self, pieces: Pieces) -> tuple[Floats, Floats, list[Window]]:
        roles, names, windows = [], [], []
        for low, start, end, high in window_bounds(len(pieces.offsets), self._settings.centre, self._settings.context):
            role, q, k, name = self._encode(pieces, low, high)
            roles.append(role[1 + start - low : 1 + end - low])
            names.append(name[1 + start - low : 1 + end - low])
            windows.append(Window(low, high, q[1:-1], k[1:-1]))
        return np.concatenate(roles), np.concatenate(names), windows

    def _encode(self, pieces: Pieces, low: int, high: int) -> list[Floats]:
        def row(values: Ints, first: int = 0, last: int = 0) -> Ints:
            return np.concatenate([[first], values[low:high], [last]])[None]

        feed = {
            "input_ids": row(pieces.ids, CLS, SEP),
            "attention_mask": np.ones((1, high - low + 2), dtype=np.int64),
            "case_ids": row(pieces.case),
            "newline_ids": row(pieces.newline),
        }
        return [output[0] for output in self._session.run(["role", "q", "k", "name"], feed)]


@lru_cache(maxsize=4)
def load_tagger(folder: Path = MODEL_FOLDER, threads: int | None = None) -> Tagger:
    """The model in ``folder``, loaded once a process."""
    return Tagger(folder, threads=threads)
