"""A whole ledger as a folder of JSON lines, one record a line, and back: plain, and lines that did not change stay.

``reports.jsonl`` holds the reports; ``readings.jsonl`` every reading, a head line and then a line for each record in
it; ``problems.jsonl`` problems and whether they are over; ``judgements.jsonl`` what people decided; ``links.jsonl``
which reports are worked on together. ``sayso.json`` says what the folder is. Records are written field by field as
``sayso.types`` has them, in the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sayso.errors import LedgerError
from sayso.types import Claim, Figure, Judgement, Name, Problem, Reading, Report, Statement

FORM, VERSION = "sayso ledger", 1
HEAD, REPORTS, READINGS = "sayso.json", "reports.jsonl", "readings.jsonl"
PROBLEMS, JUDGEMENTS, LINKS = "problems.jsonl", "judgements.jsonl", "links.jsonl"
PARTS: dict[str, tuple[str, type[Any]]] = {
    "statement": ("statements", Statement),
    "claim": ("claims", Claim),
    "name": ("names", Name),
    "figure": ("figures", Figure),
    "problem": ("problems", Problem),
}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Head:
    """What the folder is: the form and its version, what wrote it, and how many lines each file in it has."""

    form: str
    version: int
    made_by: str = ""
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opened:
    """The head line of a reading: of which report, by which reader. The records in it follow, a line each."""

    report: str
    reader: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A problem with an input, and whether it is over."""

    problem: Problem
    over: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """The block that a report is in, and the names by which it came there."""

    report: str
    block: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a ledger keeps, in the order in which it came."""

    reports: Iterable[Report] = ()
    readings: Iterable[Reading] = ()
    problems: Iterable[Noted] = ()
    judgements: Iterable[Judgement] = ()
    links: Iterable[Linked] = ()


@dataclass(slots=True)
class _Gathered:
    """A reading of which not every line has been read yet."""

    head: Opened
    parts: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name, _ in PARTS.values()})

    def reading(self) -> Reading:
        parts = {name: tuple(made) for name, made in self.parts.items()}
        return Reading(report=self.head.report, reader=self.head.reader, **parts)


def write_folder(kept: Kept, folder: Path, made_by: str) -> None:
    """Write all that a ledger keeps into ``folder``; an earlier export that lies there is replaced.

    Raises:
        LedgerError: When there is something else in the folder.
    """
    if folder.exists() and not folder.is_dir():
        raise LedgerError(f"{folder}: this is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / HEAD).is_file():
        raise LedgerError(f"{folder}: this folder holds something else; name a new one")
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, Iterable[Any]] = {
        REPORTS: kept.reports,
        READINGS: (line for reading in kept.readings for line in _lines(reading)),
        PROBLEMS: kept.problems,
        JUDGEMENTS: kept.judgements,
        LINKS: kept.links,
    }
    lines = {name: _write(folder / name, records) for name, records in files.items()}
    _write(folder / HEAD, [Head(FORM, VERSION, made_by, lines)])


def read_folder(folder: Path) -> Kept:
    """All that ``write_folder`` wrote; lines are read when they are asked for.

    Raises:
        LedgerError: When it is no such folder, or of a newer version; while reading, when a line is damaged.
    """
    if not (folder / HEAD).is_file():
        raise LedgerError(f"{folder}: no exported ledger is here (there is no {HEAD} in it); name the folder of one")
    head = next(_read(folder / HEAD, Head, None), Head("", 0))
    if head.form != FORM:
        raise LedgerError(f"{folder}: no exported ledger is here ({HEAD} is of something else)")
    if head.version > VERSION:
        raise LedgerError(f"{folder}: written by a newer version ({head.made_by}); bring Sayso up to date")
    return Kept(
        _read(folder / REPORTS, Report, head),
        _readings(folder / READINGS, head),
        _read(folder / PROBLEMS, Noted, head),
        _read(folder / JUDGEMENTS, Judgement, head),
        _read(folder / LINKS, Linked, head),
    )


def _lines(reading: Reading) -> Iterator[dict[str, Any]]:
    yield {"reading": Opened(reading.report, reading.reader)}
    for kind, (name, _) in PARTS.items():
        for record in getattr(reading, name):
            yield {kind: record}


def _write(path: Path, records: Iterable[Any]) -> int:
    """Write beside ``path`` and then put in its place, so that no file is ever half there; how many lines it has."""
    encode, beside, lines = msgspec.json.encode, path.with_name(path.name + ".new"), 0
    with beside.open("wb") as out:
        for record in records:
            out.write(encode(record) + b"\n")
            lines += 1
    beside.replace(path)
    return lines


def _readings(path: Path, head: Head) -> Iterator[Reading]:
    """Readings from their lines: a head, then what is in it, up to the next head."""
    gathered: _Gathered | None = None
    for number, line in enumerate(_read(path, dict[str, msgspec.Raw], head), start=1):
        for kind, record in line.items():
            if kind == "reading":
                if gathered:
                    yield gathered.reading()
                gathered = _Gathered(_decode(record, Opened, path, number))
            elif gathered is None or kind not in PARTS:
                raise LedgerError(f"{path}:{number}: a {kind} does not belong here; export the ledger again")
            else:
                name, made = PARTS[kind]
                gathered.parts[name].append(_decode(record, made, path, number))
    if gathered:
        yield gathered.reading()


def _read(path: Path, made: type[_T], head: Head | None) -> Iterator[_T]:
    """The records in a file; fewer or more lines than the head says is a damaged file, and none is taken from it."""
    number = 0
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                yield _decode(line, made, path, number)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}); export the ledger again") from error
    expected = head.lines.get(path.name, number) if head else number
    if number != expected:
        raise LedgerError(f"{path}: has {number} lines and should have {expected}; export the ledger again")


def _decode(words: bytes | msgspec.Raw, made: type[_T], path: Path, number: int) -> _T:
    try:
        return msgspec.json.decode(words, type=made)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path}:{number}: this line is damaged ({error}); export the ledger again") from error
