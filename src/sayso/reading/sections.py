"""Where a report begins to speak of something else: a time line of a live page, a bullet, a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.types import Span
from sayso.values.party_words import MONTH

_TIME = re.compile(r"[ \t]*\(?(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_BULLET = re.compile(r"[ \t]*(?:[•▪■●*]|[-–—])[ \t]")
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})? {MONTH}|{MONTH} \d{{1,2}}(?: ?[-–] ?\d{{1,2}})?)\b"
_PLACE_AND_DAY = re.compile(rf"[ \t]*(?:[•*-] )?(?=[^\n:]*\b{_DAY})(?=[^\n:]*, )[^\n:.;]{{6,70}}:(?=\s)")
"""What an entry of a list begins with: "Orlin, 3 May:", "12 June, the Tarn bridge:"."""
_HEADING = re.compile(r"[ \t]*[A-ZÀ-Þ\d][^\n]{2,50}(?<![.!?,;:\"”’)\]])[ \t]*(?=\n\s*\S)")
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
LONG = 8  # words: a line of more is no heading


class Section(NamedTuple):
    """Where a section begins, and what stands at its head: empty but for "Orlin, 3 May:"."""

    start: int
    head: Span


def sections(text: str, body: int) -> Iterator[Section]:
    """The sections of a text whose running text begins at ``body``, in reading order; none in a plain report."""
    for line in _LINE.finditer(text, body):
        placed = _PLACE_AND_DAY.match(text, line.start(), line.end() + 1)
        if placed:
            yield Section(line.start(), Span(placed.start(), placed.end()))
        elif _opens(text, line):
            yield Section(line.start(), Span(line.start(), line.start()))


def _opens(text: str, line: re.Match[str]) -> bool:
    if _TIME.match(line[0]) or _BULLET.match(line[0]):
        return True
    alone = text[: line.start()].endswith("\n\n") or line.start() == 0
    return alone and len(line[0].split()) <= LONG and _HEADING.match(text, line.start()) is not None
