"""The model on board: text -> attributions, names, syntax, references, likeness; exact offsets into the text as read.

The encoder sees windows with context on both sides. They run one at a time, because the 8-bit arithmetic takes its
scale from the whole batch: so a text reads the same whatever stands beside it. One pass over a text serves all heads.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.reading.decoding import Decoding, Floats, Window, decode_attributions, decode_names, window_bounds
from sayso.reading.meanings import LAYERS, TABLES, Judge, Layer, Meanings, Pointer
from sayso.reading.reference import LEAST_REFERENCE, Reference, decode_references, mentions, reference_shares
from sayso.reading.sentences import sentences
from sayso.reading.side_weights import SideWeights
from sayso.reading.syntax import Labels, Scores, Sentence, tree
from sayso.reading.words import words
from sayso.types import Attribution, Span

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

MODEL_FOLDER = Path(__file__).with_name("model")
CLS, SEP = 101, 102
LOWER, CAPITALISED, CAPITALS, NO_WORD, DIGITS = range(1, 6)
Ints = NDArray[np.int64]
AHEAD = 2  # texts that are read ahead at most: the one at hand and the one that comes next
KINDS = ("PER", "ORG", "LOC", "MISC")  # the types that ``read`` gives
HEADS = {  # the outputs of the model that each head reads
    "statements": ("role", "q", "k"),
    "names": ("name",),
    "syntax": ("upos", "arc_query", "arc_key", "relation_word", "relation_head"),
    "reference": ("reference_query", "reference_key"),
    "likeness": ("likeness",),
    "meaning": ("meaning",),
}


class Reader(Protocol):
    """Anything that finds attributions and names in a text: the model on board, or a reader of the user's own."""

    @property
    def version(self) -> str:
        """Name and digest, kept with every statement that it read."""
        ...

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """Attributions in the order of their cues; type (PER, ORG, LOC, MISC) and place of every name."""
        ...


@runtime_checkable
class MeaningReader(Reader, Protocol):
    """A reader that also judges what statements mean; one without that head gives None."""

    def meanings(self, text: str) -> Meanings | None:
        """What the meaning of any statement of a text is worked out from."""
        ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: vocabulary ids, offsets, case and line-break marks, each of one length."""

    ids: Ints
    offsets: list[tuple[int, int]]
    case: Ints
    newline: Ints

    def __len__(self) -> int:
        return len(self.ids)


def case_of(surface: str) -> int:
    """The case mark of a piece as it stands in the text."""
    if surface.isdigit():
        return DIGITS
    if not any(c.isalpha() for c in surface):
        return NO_WORD
    if surface == surface.lower():
        return LOWER
    return CAPITALS if len(surface) > 1 and surface == surface.upper() else CAPITALISED


def pieces_of(tokenizer: Tokenizer, text: str) -> Pieces:
    """``text`` cut by a tokenizer that neither shortens nor pads."""
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


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window of a text: pieces ``low..high`` and, of each output, a row per piece."""

    low: int
    high: int
    out: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Pass:
    """A text as the encoder read it, window by window."""

    text: str
    pieces: Pieces
    bounds: list[tuple[int, int, int, int]]
    windows: list[Encoded]

    def joined(self, output: str) -> Floats:
        """One row per piece of the text, each from the window in whose middle it stands."""
        parts = [
            window.out[output][start - low : end - low]
            for (low, start, end, _), window in zip(self.bounds, self.windows, strict=True)
        ]
        return np.concatenate(parts)

    def around(self, first: int, end: int) -> Encoded | None:
        """The window that holds pieces ``first..end`` with the most context; None where none holds them all."""
        held = [w for w in self.windows if w.low <= first and end <= w.high]
        return max(held, key=lambda w: min(first - w.low, w.high - end), default=None)


class Tagger:
    """The model on board, loaded once.

    Args:
        folder: where its three files lie.
        threads: how many threads the encoder takes; all cores where None.
        heads: which heads are computed, of "statements", "names", "syntax", "reference", "likeness", "meaning"; all
            that the model has where None. A head that is not among them gives nothing.

    Raises:
        ModelError: a file of the model is missing, or its digest is not the one that was recorded.
    """

    def __init__(
        self, folder: Path = MODEL_FOLDER, *, threads: int | None = None, heads: Collection[str] | None = None
    ) -> None:
        self.folder = folder
        self.threads = threads
        try:
            self._info: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf8"))
            self._weights = (folder / "model.onnx").read_bytes()
            self._settings = Decoding.from_json(self._info)
            held = set(self._info["outputs"])
        except (OSError, ValueError, KeyError) as problem:
            raise ModelError(f"{folder}: the model cannot be read ({problem}); install sayso again") from problem
        if hashlib.sha256(self._weights).hexdigest() != self._info["sha256"]:
            raise ModelError(
                f"{folder / 'model.onnx'}: damaged, its digest is not the recorded one; install sayso again"
            )
        self.heads = frozenset(
            head for head, outputs in HEADS.items() if held >= set(outputs) and (heads is None or head in heads)
        )
        self._outputs = [output for head, outputs in HEADS.items() if head in self.heads for output in outputs]
        self._last: Pass | None = None
        self._coming: dict[str, Future[Pass]] = {}

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
        options.add_session_config_entry("session.force_spinning_stop", "1")  # threads that wait take no time
        try:
            return onnxruntime.InferenceSession(self._weights, options, providers=["CPUExecutionProvider"])
        except Exception as problem:  # the run time's own classes are not exported
            raise ModelError(f"{self.folder / 'model.onnx'}: cannot be loaded ({problem})") from problem

    @cached_property
    def _beside(self) -> ThreadPoolExecutor:
        """The thread that reads ahead; what both threads need is loaded before it begins."""
        _ = self._session, self._tokenizer
        return ThreadPoolExecutor(1, thread_name_prefix="sayso-ahead")

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _labels(self) -> Labels:
        found = self._info["syntax"]
        feed = self._feed(pieces_of(self._tokenizer, ""), 0, 0)
        weight, bias = self._session.run(["relation_weight", "relation_bias"], feed)
        return Labels(tuple(found["upos"]), tuple(found["relations"]), weight, bias)

    @cached_property
    def _judge(self) -> Judge:
        kinds, stances = (tuple(self._info["meaning"][each]) for each in ("kinds", "stances"))
        return Judge(kinds, stances, *map(self._layer, ("wide", "kind", "stance", "matter")))

    @cached_property
    def _pointer(self) -> Pointer | None:
        if "meaning_asks_weight" not in self._last_weights:
            return None
        tables = {name: self._last_weights[f"meaning_{name}_weight"] for name in TABLES}
        return Pointer({name: self._layer(name) for name in LAYERS}, tables)

    @cached_property
    def _sides(self) -> SideWeights | None:
        """What was learnt for this very model to tell sides by; None where nothing was."""
        path = self.folder / "sides.json"
        try:
            table = json.loads(path.read_text(encoding="utf8"))
            return SideWeights.from_json(table) if table["model"] == self._info["sha256"] else None
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError) as problem:
            raise ModelError(f"{path}: cannot be read ({problem}); install sayso again") from problem

    def _layer(self, name: str) -> Layer:
        weight = self._last_weights[f"meaning_{name}_weight"]
        bias = self._last_weights.get(f"meaning_{name}_bias")
        return Layer(weight, np.zeros(len(weight), dtype=np.float32) if bias is None else bias)

    @cached_property
    def _last_weights(self) -> dict[str, Floats]:
        """The weights of last layers, which the model gives out without computing anything."""
        names = [each.name for each in self._session.get_outputs() if each.name.startswith("meaning_")]
        found = self._session.run(names, self._feed(pieces_of(self._tokenizer, ""), 0, 0))
        return dict(zip(names, found, strict=True))

    def meanings(self, text: str) -> Meanings | None:
        """What the meaning of any statement of a text is worked out from; None without such a head."""
        read = self._read(text)
        if "meaning" not in self.heads or not read.windows:
            return None
        rows = read.joined("meaning").astype(np.float16)  # those of a block of reports are kept at once
        return Meanings(read.pieces.offsets, rows, self._judge, self._pointer, self._sides)

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """Attributions in the order of their cues; type (PER, ORG, LOC, MISC) and place of every name."""
        read = self._read(text)
        if not read.windows:
            return [], []
        attributions: list[Attribution] = []
        if "statements" in self.heads:
            windows = [Window(w.low, w.high, w.out["q"], w.out["k"]) for w in read.windows]
            newline = read.pieces.newline.tolist()
            attributions = decode_attributions(
                read.joined("role"), windows, read.pieces.offsets, newline, self._settings
            )
        return attributions, [(kind, span) for kind, span in self._names(read) if kind in KINDS]

    def names(self, text: str) -> list[tuple[str, Span]]:
        """Every name with its type; besides those of ``read``, NATIONALITY and WEAPON where the model knows them."""
        return self._names(self._read(text))

    def _names(self, read: Pass) -> list[tuple[str, Span]]:
        if "names" not in self.heads or not read.windows:
            return []
        return decode_names(read.joined("name"), read.pieces.offsets, self._settings)

    def syntax(self, text: str, language: str = "en") -> list[Sentence]:
        """The sentences of ``text`` as trees, in order; [] where the model has no such head."""
        return self.parse(text, [words(text, span) for span in sentences(text, language)])

    def parse(self, text: str, cut: Sequence[Sequence[Span]]) -> list[Sentence]:
        """Trees over sentences that are already cut into words; [] where the model has no such head."""
        if "syntax" not in self.heads:
            return []
        read = self._read(text)
        return [found for spans in cut for found in self._trees(read, spans)]

    def references(self, text: str) -> list[Reference]:
        """The names that pronouns and phrases such as "the spokesman" stand for; [] without such a head."""
        if not {"reference", "names"} <= self.heads:
            return []
        read = self._read(text)
        if not read.windows:
            return []
        names = self._names(read)
        windows = [Window(w.low, w.high, w.out["reference_query"], w.out["reference_key"]) for w in read.windows]
        return decode_references(text, names, windows, read.pieces.offsets, self._settings)

    def choose(self, text: str, word: Span, names: Sequence[Span]) -> int | None:
        """Which of ``names`` a word stands for, by its place among them; None where it is likelier none of them.

        All places where the text names somebody speak for him or her (``reference.mentions``).
        """
        read = self._read(text)
        piece = piece_of(read.pieces.offsets, word)
        if "reference" not in self.heads or piece is None:
            return None
        window = read.around(piece, piece + 1)
        if window is None:
            return None
        shares = reference_shares(piece, Window(window.low, window.high, *(window.out[o] for o in HEADS["reference"])))
        starts = [start for start, _ in read.pieces.offsets]
        sums = []
        for name in names:
            places = mentions(text, name, [other for other in names if other != name])
            bounds = [(bisect_left(starts, place.start), bisect_left(starts, place.end)) for place in places]
            held = (shares[max(first - window.low, 0) : max(end - window.low, 0)] for first, end in bounds)
            sums.append(float(sum(part.sum() for part in held)))
        best = int(np.argmax(sums)) if sums else 0
        return best if sums and sums[best] >= LEAST_REFERENCE else None

    def likeness(self, text: str, spans: Sequence[Span]) -> Floats:
        """A vector of length 1 for each span; the nearer two are, the more alike they are. No rows without the head."""
        if "likeness" not in self.heads or not spans:
            return np.zeros((0, 0), dtype=np.float32)
        read = self._read(text)
        rows = read.joined("likeness") if read.windows else np.zeros((0, 1), dtype=np.float32)
        starts = np.array([start for start, _ in read.pieces.offsets])
        out = []
        for span in spans:
            first, end = np.searchsorted(starts, [span.start, span.end])
            mean = rows[first:end].mean(axis=0) if end > first else np.zeros(rows.shape[1])
            out.append(mean / max(float(np.linalg.norm(mean)), 1e-9))
        return np.array(out, dtype=np.float32)

    def _trees(self, read: Pass, spans: Sequence[Span]) -> Iterator[Sentence]:
        """A sentence as a tree; in parts where it is longer than a window. Words without a piece are left out."""
        found = [(span, piece) for span in spans if (piece := piece_of(read.pieces.offsets, span)) is not None]
        longest = self._settings.centre + 2 * self._settings.context
        while found:
            first = found[0][1]
            part = [each for each in found if each[1] < first + longest]
            found = found[len(part) :]
            end = part[-1][1] + 1
            window = read.around(first, end) or self._window(read.pieces, first, end)
            at = [piece - window.low for _, piece in part]
            scores = Scores(*(window.out[output][at] for output in HEADS["syntax"]))
            yield tree([span for span, _ in part], scores, self._labels)

    def _read(self, text: str) -> Pass:
        """The encoder's pass over a text; the last one is kept, so that each head finds it done."""
        last = self._last
        if last and last.text == text:
            return last
        coming = self._coming.pop(text, None)
        self._last = read = coming.result() if coming else self._pass(text)
        return read

    def _pass(self, text: str) -> Pass:
        pieces = pieces_of(self._tokenizer, text)
        bounds = list(window_bounds(len(pieces.offsets), self._settings.centre, self._settings.context))
        return Pass(text, pieces, bounds, [self._window(pieces, low, high) for low, _, _, high in bounds])

    def read_ahead(self, text: str) -> None:
        """Begin with a text that will be asked for soon, beside what is done until then; what it gives is the same.

        The encoder works outside Python, so that rules and encoder take a processor each.
        """
        if text in self._coming or (self._last and self._last.text == text):
            return
        while len(self._coming) >= AHEAD:
            self._coming.pop(next(iter(self._coming))).cancel()
        self._coming[text] = self._beside.submit(self._pass, text)

    def encode(self, text: str) -> Pass:
        """A text as the encoder reads it, read anew; for measuring how fast that is."""
        self._last = self._pass(text)
        return self._last

    def _window(self, pieces: Pieces, low: int, high: int) -> Encoded:
        found = self._session.run(self._outputs, self._feed(pieces, low, high))
        return Encoded(low, high, {name: rows[0, 1:-1] for name, rows in zip(self._outputs, found, strict=True)})

    def _feed(self, pieces: Pieces, low: int, high: int) -> dict[str, Ints]:
        def row(values: Ints, first: int = 0, last: int = 0) -> Ints:
            return np.concatenate([[first], values[low:high], [last]])[None]

        return {
            "input_ids": row(pieces.ids, CLS, SEP),
            "attention_mask": np.ones((1, high - low + 2), dtype=np.int64),
            "case_ids": row(pieces.case),
            "newline_ids": row(pieces.newline),
        }


def piece_of(offsets: Sequence[tuple[int, int]], span: Span) -> int | None:
    """The first piece that begins in ``span``, else the one that it begins in; None where no piece touches it."""
    at = bisect_left(offsets, (span.start, 0))
    if at < len(offsets) and offsets[at][0] < span.end:
        return at
    return at - 1 if at and offsets[at - 1][1] > span.start else None


@lru_cache(maxsize=4)
def load_tagger(folder: Path = MODEL_FOLDER, threads: int | None = None) -> Tagger:
    """The model in ``folder``, loaded once a process."""
    return Tagger(folder, threads=threads)
