"""Where sentences stand: sentencex for the boundaries, then the merges that wire text needs. Offsets are exact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.types import Span

CLOSING = "”“\"'’»"
LINE = re.compile(r"[^\r\n]+")
ENDED = re.compile(r"[.!?…][”’\"»]?\s|\n")  # between two passages: they stand in two sentences


def sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of ``text`` in order, without the white space around them. A line break always ends one."""
    return [span for line in LINE.finditer(text) for span in _line_sentences(text, line.span(), language)]


def _line_sentences(text: str, line: tuple[int, int], language: str) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries

    start, end = line
    open_at: int | None = None
    for boundary in get_sentence_boundaries(language, text[start:end]):
        low, high = start + boundary["start_index"], start + boundary["end_index"]
        open_at = low if open_at is None else open_at
        if high < end and _goes_on(text, high):
            continue
        yield from _trimmed(text, open_at, high)
        open_at = None
    if open_at is not None:
        yield from _trimmed(text, open_at, end)


def _goes_on(text: str, at: int) -> bool:
    """True where the sentence is not over at ``at``: `... ours! ”Aliyev said`, or a small letter follows."""
    rest = text[at : at + 2]
    glued = text[at - 1] in CLOSING and rest[:1].isalpha() and not text[at - 1].isspace()
    return (
        glued or rest[:1].islower() or (rest[:1] in CLOSING and rest[1:2].isalpha() and text[at - 1].isspace() is False)
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    span = trim(text, Span(start, end))
    if span.start < span.end:
        yield span


def trim(text: str, span: Span, marks: str = "") -> Span:
    """``span`` without the white space, and the ``marks``, at its edges; empty where it holds nothing else."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end)


def sentence_at(spans: list[Span], offset: int) -> Span | None:
    """The sentence that holds ``offset``, None between sentences."""
    return next((s for s in spans if s.start <= offset < s.end), None)
