"""Reading without a ledger: paths in, each report with its reading out, nothing kept. The ledger builds on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sayso.errors import NotReadError
from sayso.reading.reader import read_report
from sayso.reading.readers import load_reader
from sayso.reading.tagger import Reader, Tagger
from sayso.reports import Given, read_path
from sayso.types import Problem, Reading, Report

OnProgress = Callable[[str, int, int], None]  # the input at hand, reports done, reports in all or 0 for unknown
Each = TypeVar("Each")
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]  # one path, or any number
STDIN = "-"
NAMED = 5  # reports without a date that are named one by one
MANY = (".jsonl", ".ndjson", ".json")  # one such file holds any number of reports
UNREAD = "the reader gave nothing"  # how the problem of a report begins that its reader could not read


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: reports new to the ledger, known already, of these read anew, and what could not be read.

    ``replaced`` holds the marks of reports to which a new one is a newer text at the same address, ``undated`` the
    names of new reports that state no day.
    """

    added: int
    known: int
    renewed: int
    problems: tuple[Problem, ...]
    replaced: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    def words(self) -> str:
        """What came of it, in a sentence.

        >>> Added(2, 1, 0, ()).words()
        '2 reports added, 1 known already.'
        >>> Added(1, 0, 0, (), ("R2",)).words()
        '1 report added, in place of the earlier text of R2.'
        """
        parts = [f"{self.added} report{'' if self.added == 1 else 's'} added"]
        parts += [f"{self.known} known already"] if self.known else []
        parts += [f"{self.renewed} read anew"] if self.renewed else []
        parts += [f"in place of the earlier text of {', '.join(self.replaced)}"] if self.replaced else []
        return ", ".join(parts) + "."

    def without_date(self) -> str:
        """Which new reports state no day, in a sentence; empty where all do.

        >>> Added(2, 0, 0, (), (), ("a.txt",)).without_date()
        'No date of its own: a.txt. Give it with --published, or with `sayso judge report`.'
        """
        if not self.undated:
            return ""
        more = len(self.undated) - NAMED
        names = ", ".join(self.undated[:NAMED]) + (f" and {more} more" if more > 0 else "")
        own = "its" if len(self.undated) == 1 else "their"
        return f"No date of {own} own: {names}. Give it with --published, or with `sayso judge report`."


def states_no_day(report: Report) -> bool:
    """Whether a report states no day, not even one without its year."""
    return not report.published and "without a year" not in (report.published_because or "")


def extract(
    paths: Paths,
    given: Given | None = None,
    reader: Reader | None = None,
    on_progress: OnProgress | None = None,
) -> Iterator[tuple[Report, Reading] | Problem]:
    """Read reports without a ledger, one after the other; arguments as for ``Ledger.add``.

    The model on board begins with the next report while the rules read the one at hand.
    """
    reader = reader or load_reader()
    named, done = paths_of(paths), 0
    total = _count(named)
    for (path, each), following in with_next(inputs(named, given)):
        if on_progress:
            on_progress(each.path or path, done, total)
        if isinstance(reader, Tagger):
            for coming in (each, following[1] if following else None):
                if isinstance(coming, Report):
                    reader.read_ahead(coming.text)
        yield each if isinstance(each, Problem) else read_or_tell(each, reader)
        done += isinstance(each, Report)


def with_next(each: Iterable[Each]) -> Iterator[tuple[Each, Each | None]]:
    """Each of them with the one that follows, None after the last.

    >>> list(with_next("abc"))
    [('a', 'b'), ('b', 'c'), ('c', None)]
    """
    rest = iter(each)
    for at_hand in rest:
        for following in rest:
            yield at_hand, following
            at_hand = following
        yield at_hand, None


def read_or_tell(report: Report, reader: Reader) -> tuple[Report, Reading] | Problem:
    """A report with its reading, or the problem where the reader gives nothing for it."""
    try:
        return report, read_report(report, reader)
    except NotReadError as why:
        return unread_problem(report, why)


def unread_problem(report: Report, why: NotReadError) -> Problem:
    """What a user is told of a report for which its reader gave nothing."""
    return Problem(f"{UNREAD}: {why}", report.path)


def paths_of(paths: Paths) -> list[str]:
    """One path or any number as a list.

    >>> paths_of("reports"), paths_of([Path("a.txt"), "-"])
    (['reports'], ['a.txt', '-'])
    """
    if isinstance(paths, str | os.PathLike):
        return [os.fspath(paths)]
    return [os.fspath(each) for each in paths]


def inputs(paths: Sequence[str], given: Given | None) -> Iterator[tuple[str, Report | Problem]]:
    """Everything that ``paths`` hold, each with the path that it came from."""
    for path in paths:
        for each in read_path(path, given or Given()):
            yield path, each


def _count(paths: Sequence[str]) -> int:
    """How many reports there are, 0 where that shows only on reading."""
    one_each = all(path != STDIN and not path.endswith(MANY) and not Path(path).is_dir() for path in paths)
    return len(paths) if one_each else 0
