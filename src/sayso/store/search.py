"""Full-text search over the reports: words with or without accents, phrases in quotation marks, beginnings with ``*``.

The index holds paragraphs; what comes back are the shortest passages that hold all the words, as offsets into a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, text

from sayso.types import Report, Span

_BLANK = re.compile(r"\s*\n[^\S\n]*\n\s*")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # no characters: they stand in no text
_MOST_WINDOWS = 500  # of one paragraph
_INSERT = text("INSERT INTO passages (report, start, text) VALUES (:report, :start, :text)")
_MATCHING = text(
    "SELECT rowid, report, start, text FROM passages WHERE passages MATCH :query ORDER BY rank, rowid LIMIT :limit"
)
_MARKED = text(
    "SELECT rowid, highlight(passages, 2, :open, :close) FROM passages WHERE passages MATCH :query AND rowid = :row"
)
_HOLDING = text("SELECT report, start, text FROM passages WHERE instr(text, :words) LIMIT :limit")


def index_report(connection: Connection, report: Report) -> None:
    """Add a report's paragraphs to the index."""
    rows = [{"report": report.id, "start": span.start, "text": words} for span, words in _paragraphs(report.text)]
    if rows:
        connection.execute(_INSERT, rows)


def find_passages(connection: Connection, words: str, limit: int) -> Iterator[tuple[str, Span]]:
    """Report ids and spans of the passages that hold all the words, the closest match first."""
    terms = parse_terms(words)
    if not terms:
        return
    found = connection.execute(_MATCHING, {"query": " AND ".join(terms), "limit": limit}).all()
    for row, report, start, passage in found:
        marks = [_marks(connection, term, row, passage) for term in terms]
        for span in shortest(marks):
            yield report, Span(start + span.start, start + span.end)
    if not found:  # scripts without spaces between words are one long word to the index
        for report, start, passage in connection.execute(_HOLDING, {"words": words.strip(), "limit": limit}):
            place = start + passage.index(words.strip())
            yield report, Span(place, place + len(words.strip()))


def parse_terms(words: str) -> list[str]:
    """What a user types as terms of the index's own language, in which every sign but a letter or digit has a meaning.

    >>> parse_terms('shusha* "cease-fire talks" -')
    ['"shusha"*', '"cease-fire talks"']
    """
    terms = []
    for phrase, word in _TERM.findall(words):
        term = (phrase or word).replace('"', " ")
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term.strip().rstrip("*")}"' + ("*" if word.endswith("*") else ""))
    return terms


def shortest(marks: Iterable[list[Span]]) -> list[Span]:
    """The shortest passages, none over another, that hold one of each list of spans; left to right.

    >>> shortest([[Span(0, 2), Span(20, 22)], [Span(10, 12), Span(19, 20)]])
    [Span(start=0, end=12), Span(start=19, end=22)]
    """
    kept: list[Span] = []
    for window in sorted(_windows(list(marks)), key=lambda span: (span.end - span.start, span))[:_MOST_WINDOWS]:
        if all(window.end <= other.start or other.end <= window.start for other in kept):
            kept.append(window)
    return sorted(kept)


def _windows(kinds: list[list[Span]]) -> Iterator[Span]:
    """For each span, the passage that it ends with the latest of every other kind before it."""
    last: dict[int, Span] = {}
    for span, kind in sorted((span, kind) for kind, spans in enumerate(kinds) for span in spans):
        last[kind] = span
        if len(last) == len(kinds):
            yield Span(min(each.start for each in last.values()), max(each.end for each in last.values()))


def _paragraphs(words: str) -> Iterator[tuple[Span, str]]:
    start = 0
    for blank in _BLANK.finditer(words):
        if blank.start() > start:
            yield Span(start, blank.start()), words[start : blank.start()]
        start = blank.end()
    if words[start:].strip():
        yield Span(start, len(words)), words[start:]


def _marks(connection: Connection, term: str, row: int, passage: str) -> list[Span]:
    """Where one term stands in a passage; the whole passage if the index's marks do not fit the text."""
    given = {"open": _OPEN, "close": _CLOSE, "query": term, "row": row}
    marked = "".join(found[1] for found in connection.execute(_MARKED, given))
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != passage:
        return [Span(0, len(passage))]
    spans, place = [], 0
    for piece in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", marked):
        length = len(piece) - 2 if piece.startswith(_OPEN) else len(piece)
        if piece.startswith(_OPEN):
            spans.append(Span(place, place + length))
        place += length
    return spans or [Span(0, len(passage))]
