"""The reader that a user names: the model on board, a spaCy pipeline, or a language model at an address."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import ReaderError
from sayso.reading.llm_reader import LanguageModelReader
from sayso.reading.spacy_reader import SpacyReader
from sayso.reading.tagger import MODEL_FOLDER, Reader, load_tagger

BOARD = "board"


def load_reader(folder: str | None = None, named: str = BOARD, threads: int | None = None) -> Reader:
    """The reader ``named``: ``board``, ``spacy:PIPELINE`` or ``llm:MODEL@URL``.

    Args:
        folder: for ``board``, a folder with another model than the one on board.
        named: which reader.
        threads: for ``board``, how many threads it may use; all where None.

    Raises:
        ModelError: a file of the model is missing or damaged.
        ReaderError: no reader has that name, or it cannot be used.
    """
    kind, _, words = named.partition(":")
    if folder and kind != BOARD:
        raise ReaderError(f"{named}: a folder of another model goes with the reader board only")
    if kind == "spacy" and words:
        return SpacyReader.load(words)
    if kind == "llm":
        return LanguageModelReader.from_words(words)
    if named != BOARD:
        raise ReaderError(f"{named}: no such reader; it is board, spacy:PIPELINE or llm:MODEL@URL")
    return load_tagger(Path(folder) if folder else MODEL_FOLDER, threads)
