"""Two reports side by side: the sentences that only one of them has, and their figures on one line where they match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.types import Figure, Span

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?![\s\"”’»)\]])[^.!?…\n]*)*[.!?…]*[\"”’»)\]]*")
_SIGNS = re.compile(r"\W+")
_LEAST = 12  # letters of a sentence that is worth a mark


@dataclass(frozen=True, slots=True)
class AlignedFigures:
    """What is counted, of whom, which people, and what either report says; ``same`` where both say the same numbers."""

    what: str
    of: str
    who: str
    left: tuple[Figure, ...]
    right: tuple[Figure, ...]
    same: bool


def only_here(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of each text that the other one does not have, quotation marks and spaces aside.

    >>> only_here("It rained. Nobody came to look.", "It rained.")
    ((Span(start=11, end=31),), ())
    """
    ours, theirs = _sentences(left), _sentences(right)
    known, known_there = {words for _, words in ours}, {words for _, words in theirs}
    return (
        tuple(span for span, words in ours if words not in known_there),
        tuple(span for span, words in theirs if words not in known),
    )


def align_figures(left: Sequence[Figure], right: Sequence[Figure]) -> list[AlignedFigures]:
    """Figures of two reports by what they count and of whom; those that both have come first, differing ones on top."""
    keys = dict.fromkeys((figure.what, figure.of, figure.who) for figure in (*left, *right))
    rows = []
    for key in keys:
        ours, theirs = (tuple(f for f in each if (f.what, f.of, f.who) == key) for each in (left, right))
        rows.append(AlignedFigures(*key, ours, theirs, _values(ours) == _values(theirs)))
    return sorted(rows, key=lambda row: (not (row.left and row.right), row.same))


def _sentences(text: str) -> list[tuple[Span, str]]:
    found = []
    for match in _SENTENCE.finditer(text):
        words = _SIGNS.sub(" ", match[0]).strip().casefold()
        if len(words) >= _LEAST:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append((Span(start, match.end()), words))
    return found


def _values(figures: Sequence[Figure]) -> set[tuple[float | None, float | None]]:
    return {(figure.low, figure.high) for figure in figures}
