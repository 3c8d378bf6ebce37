"""A ledger on disk: opened, added to, read back. Every addition is one transaction; what is there is never changed.

SQLAlchemy's own errors end here: what a user can put right is said as a ``LedgerError`` that names the file.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, NullPool, Select, Table, create_engine, event, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError
from sayso.store import blocks, rows, tables
from sayso.store.folders import Kept, Noted
from sayso.store.migrating import APPLICATION, NEWEST, migrate, revision_of
from sayso.store.older import earlier_text, held_words
from sayso.store.search import find_passages, index_report
from sayso.types import Brief, Judgement, Problem, Reading, Report, Span
from sayso.values.local_sittings import Heard

PATIENCE = 30  # seconds to wait for another program that is writing
_HEADER = b"SQLite format 3\0"
_REASONS = (
    ("readonly", "cannot be written; check its permissions and the disk's, or name another with --ledger"),
    ("unable to open", "cannot be opened; check the folder and its permissions, or name another with --ledger"),
    ("locked", "another program is writing to it; try again when that is done"),
    ("full", "the disk is full; make room and try again, nothing added before is lost"),
    ("disk i/o", "the disk cannot be read or written; check it, and keep a copy of the ledger"),
    ("malformed", "damaged; put a copy in its place"),
    ("not a database", "damaged, or no ledger; put a copy in its place, or name another with --ledger"),
)


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """Open the ledger at ``path``; a ledger of an older version is brought up to date.

    Args:
        path: The ledger's file.
        create: Whether to make it where there is none.

    Raises:
        LedgerError: When there is none and none is to be made, when it is no ledger, or cannot be opened.
        NewerLedgerError: When a newer version of Sayso made it.
    """
    _check(Path(path), create=create)
    store = Store(str(path))
    try:
        store.prepare()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """Reports, readings and problems in one file. Open it with ``open_store``."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._engine = _engine(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; everything added is in it already."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Make the tables or bring them up to date; a ledger that is up to date is not written to."""
        with self._reading() as connection:
            current = revision_of(connection)
        if current != NEWEST:
            with self._writing() as connection:
                migrate(connection, self.path)

    def add_report(self, report: Report) -> bool:
        """Keep a report and make it searchable; False when it is there already."""
        with self._writing() as connection:
            return _add_report(connection, report)

    def add_reading(self, reading: Reading) -> bool:
        """Keep what one reader made of a report that is kept; False when that reader's reading is there and counts.

        One that was set aside for another of the same reader is kept once more, under the reader's name with a number.
        """
        with self._writing() as connection:
            given = _readers(connection, reading.report)
            if reading.reader in given and reading.reader != _LATER.sub("", given[-1]):
                reading = replace(reading, reader=f"{reading.reader}~{len(given) + 1}")
            return _add_reading(connection, reading)

    def add_problem(self, problem: Problem) -> bool:
        """Keep a problem with an input; False when it is there already. One that was over and is back is new."""
        with self._writing() as connection:
            return _add_problem(connection, problem)

    def mend(self, problem: Problem) -> None:
        """Note that a problem is over: its input can be read now, or is gone."""
        with self._writing() as connection:
            _mend(connection, problem)

    def kept(self) -> Kept:
        """All that is kept, also readings that were set aside and problems that are over, as it came."""
        with self._reading() as connection:
            mended = _mended(connection)
            found = connection.execute(select(tables.problems).order_by(tables.problems.c.number)).mappings().all()
            links = blocks.links_of(connection)
        known = [(row["id"], rows.problem_of(row)) for row in found]
        now = {rows.problem_id(problem, mended[rows.problem_id(problem)]) for _, problem in known}
        noted = [Noted(problem, over=id not in now) for id, problem in known]
        return Kept(self.reports(), self._every_reading(), noted, self.judgements(), links)

    def fill(self, kept: Kept) -> tuple[int, int]:
        """Add all that another ledger kept, in one transaction: all of it, or nothing where something is wrong.

        A report that is read here already keeps its readings, and those of the other ledger are left out; so it is
        with a problem that is known here.

        Returns:
            How many reports were new, and how many judgements.

        Raises:
            LedgerError: When a reading is of a report that is not there.
        """
        with self._writing() as connection:
            read = set(connection.execute(select(tables.readings.c.report)).scalars())
            added = sum([_add_report(connection, report) for report in kept.reports])
            here = set(connection.execute(select(tables.reports.c.id)).scalars())
            for reading in kept.readings:
                if reading.report not in here:
                    raise LedgerError(f"{self.path}: nothing imported, a reading is of no report ({reading.report})")
                if reading.report not in read:
                    _add_reading(connection, reading)
            problems = set(connection.execute(select(tables.problems.c.id)).scalars())
            for noted in kept.problems:
                new = rows.problem_id(noted.problem) not in problems
                if new and _add_problem(connection, noted.problem) and noted.over:
                    _mend(connection, noted.problem)
            blocks.link_again(connection, kept.links)
            judgements = [rows.judgement_row(judgement) for judgement in kept.judgements]
            return added, sum(_add(connection, tables.judgements, row) is not None for row in judgements)

    def _every_reading(self) -> Iterator[Reading]:
        """Every reading in the order in which they came, one at a time: not all need to be held at once."""
        readings, statements, claims = tables.readings, tables.statements, tables.claims
        with self._reading() as connection:
            for row in connection.execute(select(readings).order_by(readings.c.number)).mappings():
                said, claimed = (
                    connection.execute(select(t).where(t.c.reading == row["number"]).order_by(t.c.number)).mappings()
                    for t in (statements, claims)
                )
                yield rows.reading_of(row, map(rows.statement_of, said), map(rows.claim_of, claimed))

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep what a person decided; False when the same is there already."""
        with self._writing() as connection:
            return _add(connection, tables.judgements, rows.judgement_row(judgement)) is not None

    def judgements(self) -> list[Judgement]:
        """Every judgement, undone ones and their undoing too, in the order in which they were made."""
        table = tables.judgements
        return [rows.judgement_of(row) for row in self._all(select(table).order_by(table.c.number))]

    def reports(self, block: str | None = None) -> list[Report]:
        """All reports, or those of a block, in the order in which they were added."""
        query = select(tables.reports).order_by(tables.reports.c.number)
        if block is not None:
            query = query.join(tables.blocks, tables.blocks.c.report == tables.reports.c.id)
            query = query.where(tables.blocks.c.block == block)
        return [rows.report_of(row) for row in self._all(query)]

    def arrivals(self) -> list[str]:
        """The ids of all reports, in the order in which they were added."""
        return [row["id"] for row in self._all(select(tables.reports.c.id).order_by(tables.reports.c.number))]

    def earlier(self, report: Report) -> str | None:
        """The report of the same address and outlet that was added last before this one."""
        with self._reading() as connection:
            return earlier_text(connection, report)

    def state(self) -> str:
        """A digest of how far each table has come: as nothing in them is changed, another digest means more in them.

        Tables of what was worked out do not count.
        """
        kept = (tables.reports, tables.readings, tables.problems, tables.mended, tables.judgements)
        with self._reading() as connection:
            last = [(table.name, connection.scalar(select(func.max(table.c.number)))) for table in kept]
        return hashlib.sha256(repr(last).encode()).hexdigest()[:16]

    def report(self, id: str) -> Report | None:
        """The report with that id."""
        found = self._all(select(tables.reports).where(tables.reports.c.id == id))
        return rows.report_of(found[0]) if found else None

    def is_read(self, report: str, reader: str) -> bool:
        """Whether that reader's reading of the report is kept, and not set aside for another of the same reader."""
        with self._reading() as connection:
            given = _readers(connection, report)
        if reader not in given:
            return False
        last = _LATER.sub("", given[-1])
        return last == reader or last.partition("+")[0] != reader.partition("+")[0]

    def heeded(self) -> str | None:
        """The sign of the user's sides with which all reports were last read, None where none was noted."""
        found = self._all(select(tables.heeded.c.sides).order_by(tables.heeded.c.number.desc()).limit(1))
        return found[0]["sides"] if found else None

    def heed(self, sides: str) -> None:
        """Note that all reports are read with the user's sides of that sign."""
        with self._writing() as connection:
            connection.execute(tables.heeded.insert(), {"sides": sides})

    def voices(self, block: str) -> dict[str, tuple[str, Heard]]:
        """Report of a block -> what was worked out of it of those who are heard from cities, with the sign kept."""
        table, inside = tables.voices, tables.blocks
        found = self._all(select(table).join(inside, inside.c.report == table.c.report).where(inside.c.block == block))
        return {row["report"]: (row["sign"], row["cities"]) for row in found}

    def keep_voices(self, voices: Mapping[str, tuple[str, Heard]]) -> None:
        """Keep what was worked out of some reports, in place of what was kept of them."""
        kept = [{"report": report, "sign": sign, "cities": cities} for report, (sign, cities) in voices.items()]
        with self._writing() as connection:
            connection.execute(tables.voices.delete().where(tables.voices.c.report.in_(voices)))
            connection.execute(tables.voices.insert(), kept)

    def readings(self, reader: str | None = None, block: str | None = None, report: str | None = None) -> list[Reading]:
        """One reading of each report that was read, in the order of the reports: the latest, or that of ``reader``.

        Args:
            reader: only its readings.
            block: only of the reports in it.
            report: only of this report.
        """
        table, reports = tables.readings, tables.reports
        kept = select(func.max(table.c.number)).group_by(table.c.report)
        if reader is not None:
            kept = kept.where(table.c.reader == reader)
        if report is not None:
            kept = kept.where(table.c.report == report)
        if block is not None:
            kept = kept.where(table.c.report.in_(select(tables.blocks.c.report).where(tables.blocks.c.block == block)))
        ordered = select(table).join(reports).where(table.c.number.in_(kept)).order_by(reports.c.number)
        with self._reading() as connection:
            found = connection.execute(ordered).mappings().all()
            statements = {
                number: [rows.statement_of(row) for row in made]
                for number, made in _made(connection, tables.statements, kept)
            }
            claims = {
                number: [rows.claim_of(row) for row in made] for number, made in _made(connection, tables.claims, kept)
            }
        return [rows.reading_of(row, statements.get(row["number"], ()), claims.get(row["number"], ())) for row in found]

    def link(self, report: str, keys: Iterable[str]) -> str:
        """Put a report into the block of the reports that share names (``keys``) with it; the block's id."""
        with self._writing() as connection:
            return blocks.link(connection, report, keys)

    def tie(self, reports: Sequence[str]) -> None:
        """Make one block of the blocks of these reports."""
        with self._writing() as connection:
            blocks.tie(connection, reports)

    def unlinked(self) -> list[str]:
        """Reports that are in no block yet."""
        with self._reading() as connection:
            return blocks.unlinked(connection)

    def unread(self, reader: str) -> list[str]:
        """Reports that the reader of this version has not read, in the order in which they were added."""
        reports, table = tables.reports, tables.readings
        own = select(table.c.report).where(
            (table.c.reader == reader) | table.c.reader.startswith(f"{reader}+", autoescape=True)
        )
        query = select(reports.c.id).where(reports.c.id.not_in(own)).order_by(reports.c.number)
        return [row["id"] for row in self._all(query)]

    def block_of(self, report: str) -> str | None:
        """The block that a report is in."""
        found = self._all(select(tables.blocks.c.block).where(tables.blocks.c.report == report))
        return found[0]["block"] if found else None

    def signs(self) -> dict[str, str]:
        """Block -> what it is made of: its reports and the reading of each that counts."""
        with self._reading() as connection:
            return blocks.signs(connection)

    def part(self, block: str, digest: str) -> bytes | None:
        """What was worked out of a block whose digest was this, None where there is none."""
        table = tables.parts
        found = self._all(select(table.c.brief).where(table.c.block == block, table.c.digest == digest))
        return found[0]["brief"] if found else None

    def digests(self) -> dict[str, str]:
        """Block -> the digest of what was worked out of it last."""
        with self._reading() as connection:
            rows_of = connection.execute(select(tables.parts.c.block, tables.parts.c.digest))
            return {row.block: row.digest for row in rows_of}

    def keep_part(self, block: str, digest: str, brief: Brief, written: bytes) -> None:
        """Keep what was worked out of a block; a ledger that cannot be written to goes without."""
        try:
            with self._writing() as connection:
                blocks.keep_part(connection, block, digest, brief, written)
        except LedgerError:
            return

    def heads(self) -> list[tuple[str, str, str, float]]:
        """Block, id, question and weight of every matter, the weightiest first."""
        table = tables.heads
        query = select(table.c.block, table.c.id, table.c.question, table.c.weight)
        with self._reading() as connection:
            found = connection.execute(query.order_by(table.c.weight.desc(), table.c.question))
            return [(block, id, question, weight) for block, id, question, weight in found]

    def held(self, words: str) -> dict[str, list[tuple[str, Span]]]:
        """Id that begins so -> the words (report and span) that the matter of that id ever held."""
        with self._reading() as connection:
            return held_words(connection, words)

    def problems(self) -> list[Problem]:
        """The problems with inputs that are not over, in the order in which they came."""
        with self._reading() as connection:
            mended = _mended(connection)
            found = connection.execute(select(tables.problems).order_by(tables.problems.c.number)).mappings().all()
        known = ((row["id"], rows.problem_of(row)) for row in found)
        return [each for id, each in known if id == rows.problem_id(each, mended[rows.problem_id(each)])]

    def search(self, words: str, limit: int = 100) -> list[tuple[str, Span]]:
        """Where the reports hold all these words, closest match first: report id and the shortest span with them all.

        Args:
            words: Words, ``"phrases"`` and ``beginnings*``; accents and case make no difference.
            limit: How many paragraphs to look at.
        """
        with self._reading() as connection:
            return list(find_passages(connection, words, limit))

    def _all(self, query: Select[Any]) -> list[Mapping[Any, Any]]:
        with self._reading() as connection:
            return list(connection.execute(query).mappings())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _speaking(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write from its start, so that two writers wait and do not collide."""
        with _speaking(self.path), self._engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            yield connection


def _check(path: Path, *, create: bool) -> None:
    """Refuse what is no ledger before anything is opened for writing."""
    try:
        if path.is_dir():
            raise LedgerError(f"{path}: this is a folder; name a file in it, such as {path / 'sayso.db'}")
        if not path.exists():
            _check_absent(path, create=create)
        elif not path.is_file():
            raise LedgerError(f"{path}: this is no file; name another with --ledger")
        else:
            with path.open("rb") as stream:
                _check_header(path, stream.read(100), create=create)
    except PermissionError as error:
        raise LedgerError(
            f"{path}: you may not open this; change its permissions, or name another with --ledger"
        ) from error
    except (OSError, ValueError) as error:
        raise LedgerError(f"{path}: cannot be opened ({error}); name another with --ledger") from error


def _check_absent(path: Path, *, create: bool) -> None:
    if not create:
        raise LedgerError(f"{path}: there is no ledger here; make one with: sayso --ledger {path} add REPORT")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}; make it first, or name another ledger")


def _check_header(path: Path, header: bytes, *, create: bool) -> None:
    if not header and not create:
        raise LedgerError(f"{path}: this is an empty file and no ledger; add reports to it first, or name another")
    if header and not header.startswith(_HEADER):
        raise LedgerError(f"{path}: this is no ledger; name another with --ledger")
    if header and int.from_bytes(header[68:72], "big") != APPLICATION:
        raise LedgerError(f"{path}: this is a database of another program and no ledger; name another with --ledger")


def _engine(path: str) -> Engine:
    """SQLite with transactions that begin where we say, also for changes to tables."""
    engine = create_engine(
        URL.create("sqlite", database=str(Path(path).absolute())),
        poolclass=NullPool,
        connect_args={"timeout": PATIENCE},
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


@contextmanager
def _speaking(path: str) -> Iterator[None]:
    """Say the database's errors in words that tell what to do."""
    try:
        yield
    except DBAPIError as error:
        cause = str(error.orig)
        reason = next((words for sign, words in _REASONS if sign in cause.lower()), f"cannot be used ({cause})")
        raise LedgerError(f"{path}: {reason}") from error


def _add(connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
    """The number of the new row; None when one with the same key is there."""
    added = connection.execute(insert(table).values(row).on_conflict_do_nothing().returning(table.c.number))
    return added.scalar()


def _add_report(connection: Connection, report: Report) -> bool:
    new = _add(connection, tables.reports, rows.report_row(report)) is not None
    if new:
        index_report(connection, report)
    return new


def _add_reading(connection: Connection, reading: Reading) -> bool:
    number = _add(connection, tables.readings, rows.reading_row(reading))
    if number is None:
        return False
    for table, made in (
        (tables.statements, [rows.statement_row(statement) for statement in reading.statements]),
        (tables.claims, [rows.claim_row(claim) for claim in reading.claims]),
    ):
        if made:
            connection.execute(table.insert(), [{**row, "reading": number} for row in made])
    return True


_LATER = re.compile(r"~\d+$")  # of the name of a reader whose reading was set aside in between


def _readers(connection: Connection, report: str) -> list[str]:
    """Who read a report, the latest last."""
    table = tables.readings
    query = select(table.c.reader).where(table.c.report == report).order_by(table.c.number)
    return list(connection.execute(query).scalars())


def _add_problem(connection: Connection, problem: Problem) -> bool:
    mended = _mended(connection)[rows.problem_id(problem)]
    row = {"id": rows.problem_id(problem, mended), **rows.problem_json(problem)}
    return _add(connection, tables.problems, row) is not None


def _mend(connection: Connection, problem: Problem) -> None:
    connection.execute(tables.mended.insert(), {"problem": rows.problem_id(problem)})


def _mended(connection: Connection) -> Counter[str]:
    """How often each problem, by its first id, was over."""
    return Counter(connection.execute(select(tables.mended.c.problem)).scalars())


def _made(connection: Connection, table: Table, kept: Select[Any]) -> Iterable[tuple[int, list[Mapping[Any, Any]]]]:
    """The rows of ``table`` that belong to the readings ``kept``, by reading."""
    query = select(table).where(table.c.reading.in_(kept)).order_by(table.c.reading, table.c.number)
    found = connection.execute(query).mappings()
    return ((number, list(made)) for number, made in groupby(found, key=lambda row: row["reading"]))
