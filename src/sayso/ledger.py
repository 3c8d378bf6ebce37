"""The ledger: the one object that a program holds. It calls the rooms in order and knows nothing of how they work.

reports -> reading -> store on the way in; store -> claims -> views on the way out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from sayso.claims import assemble
from sayso.claims.changes import find_changes, published_since
from sayso.claims.combine import combine
from sayso.claims.judged import counting
from sayso.errors import NotFoundError, NotReadError, SidesError
from sayso.exporting import Exports
from sayso.extraction import (
    STDIN,
    UNREAD,
    Added,
    OnProgress,
    Paths,
    extract,
    inputs,
    paths_of,
    states_no_day,
    unread_problem,
)
from sayso.judging import Judging
from sayso.reading.heard_seats import taught_by
from sayso.reading.reader import RememberingReader, read_report, reader_of
from sayso.reading.readers import load_reader
from sayso.reading.tagger import Reader
from sayso.reports import Given, writable
from sayso.store import Store, open_store
from sayso.types import Brief, Changes, Claim, Judgement, Matter, Problem, Reading, Report, Span, Statement
from sayso.values.gazetteers import Gazetteer, import_dump
from sayso.values.name_keys import name_keys
from sayso.values.numbers_file import NumberWords, read_number_words
from sayso.values.sides_file import GivenSides, read_sides
from sayso.views.anchors import find_report
from sayso.views.asked import forms_of, holds
from sayso.views.lists import find_head
from sayso.views.outline import outline
from sayso.views.titles import days_beside

__all__ = ["Added", "Given", "Ledger", "OnProgress", "Reader", "extract", "ledger_path", "load_reader"]

NUMBERS, PLACES = "numbers.toml", "places.zip"  # the user's values of vague words, and places of the user's own
SIDES = "sides.toml"  # what the user says of the sides, beside the ledger
AT_A_TIME = 50  # reports that are read before what was read is kept with what they teach
UNHEEDED = (
    "the file of sides has changed since these reports were read: names and sides follow it, "
    "what was said is read anew with it when anything is added"
)
TEACHING = 400  # reports of a block, the newest, that teach each other who speaks for whom


@lru_cache
def _made_by() -> str:
    """What works briefs out: the version, and when the files of the rooms that do it were last changed."""
    folder = Path(__file__).parent
    files = sorted(path for room in ("claims", "values") for path in (folder / room).rglob("*") if path.is_file())
    return _digest(*(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files))


def ledger_path(named: str | None = None) -> str:
    """The ledger that a user means: the one named, else SAYSO_LEDGER, else sayso.db here."""
    return named or os.environ.get("SAYSO_LEDGER") or "sayso.db"


class Ledger(Judging, Exports):
    """Reports and what was read from them, kept in one file; the brief is worked out anew whenever it is asked for.

    Use ``Ledger.open``, as a context manager.
    """

    def __init__(
        self,
        store: Store,
        given: GivenSides | None = None,
        words: NumberWords | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self._store = store
        self._given = given or GivenSides()
        self._words, self._gazetteer = words or NumberWords(), gazetteer

    @classmethod
    def open(cls, path: str | Path, create: bool = True, sides: str | Path | None = None) -> Self:
        """Open the ledger at ``path``.

        Args:
            path: the file.
            create: make it where it does not exist.
            sides: a file of sides (``sayso.values.sides_file``); where None, sides.toml beside the ledger if there.
                numbers.toml and places.zip beside it are heeded too.

        Raises:
            LedgerError: it does not exist, is no ledger, or is from a newer version.
            SidesError: the file of sides cannot be read.
            NumbersError: numbers.toml cannot be read.
            GazetteerError: places.zip is no gazetteer.
        """
        given, numbers, places = _given_sides(path, sides), Path(path).with_name(NUMBERS), Path(path).with_name(PLACES)
        words = read_number_words(numbers.read_text(encoding="utf-8"), str(numbers)) if numbers.is_file() else None
        gazetteer = Gazetteer(places.read_bytes()) if places.is_file() else None
        return cls(open_store(path, create=create), given, words, gazetteer)

    @property
    def path(self) -> str:
        """The ledger's file."""
        return self._store.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Everything added is in it already."""
        self._store.close()

    def _version(self) -> str:
        from sayso import __version__

        return __version__

    def add(
        self,
        paths: Paths,
        given: Given | None = None,
        on_progress: OnProgress | None = None,
        reader: Reader | None = None,
    ) -> Added:
        """Read reports and keep them, one after the other: what was added before an interruption stays.

        A report that is known and was read by this reader is not read again; a newer reader reads it anew and its
        older reading is set aside. What cannot be read becomes a problem, and the rest goes on.

        Args:
            paths: files, folders, ``-`` for standard input; one, or any number.
            given: what you say of all these reports (published, outlet, agency).
            on_progress: called before each report with its name, how many are done and how many there are.
            reader: a reader of your own; the model on board where None.

        Raises:
            LedgerError: the ledger cannot be written.
            ModelError: the model on board is missing or damaged.
            ReaderError: another reader cannot be used.
        """
        reader = reader or load_reader()
        new: set[str] = set()
        known = 0
        problems: list[Problem] = []
        replaced, undated = list[str](), list[str]()
        named = paths_of(paths)
        for path, each in inputs(named, given):
            if isinstance(each, Problem):
                problems.append(each)
                self._keep_problem(path, each)
            elif self._store.add_report(each):
                new.add(each.id)
                undated += [each.path] if states_no_day(each) else []
                replaced += self._replaced(each)
            else:
                known += 1
        self._mend(named, problems)
        renewed, unread = self._read_all(reader, new, on_progress)
        renewed += self._heed_sides(reader, new)
        numbers = dict(self._numbers()) if replaced else {}
        marks = [f"R{numbers[id]}" for id in replaced]
        return Added(len(new), known, renewed, (*problems, *unread), tuple(marks), tuple(undated))

    def _replaced(self, report: Report) -> list[str]:
        """The report to which a new one is a newer text; both belong to one block, whatever they name."""
        older = self._store.earlier(report)
        if older is None:
            return []
        self._store.tie([older, report.id])
        return [older]

    def _read_all(
        self, reader: Reader, new: set[str], on_progress: OnProgress | None
    ) -> tuple[int, tuple[Problem, ...]]:
        """Read every report that this reader has not, some at a time, and those that these teach to read otherwise.

        A report for which the reader gives nothing stays unread, with a problem, until the next time.

        Returns:
            How many were read that are not among the ``new`` ones, and the problems.
        """
        unread, renewed = self._store.unread(reader.version), 0
        problems: dict[Problem, None] = {}
        for start in range(0, len(unread), AT_A_TIME):
            spans = RememberingReader(reader)
            linked: list[str] = []
            try:
                for done, id in enumerate(unread[start : start + AT_A_TIME], start):
                    report = self._report(id)
                    if on_progress:
                        on_progress(report.path, done, len(unread))
                    try:
                        tagged = spans.read(report.text)[1]
                    except NotReadError as why:
                        problems[self._keep_unread(report, why)] = None
                        continue
                    self._store.link(id, name_keys(report.text[span.start : span.end] for _, span in tagged))
                    linked.append(id)
            finally:  # an interruption, too, keeps what was read until then
                blocks = {self._store.block_of(id) or id for id in linked}
                renewed += sum(self._read_block(block, spans, new, problems) for block in sorted(blocks))
        return renewed, tuple(problems)

    def _keep_unread(self, report: Report, why: NotReadError) -> Problem:
        problem = unread_problem(report, why)
        self._store.add_problem(problem)
        return problem

    def _read_block(self, block: str, reader: Reader, new: set[str], problems: dict[Problem, None]) -> int:
        """Read the newest reports of a block with what they teach of parties and names; how many were not new."""
        reports = self._store.reports(block)[-TEACHING:]
        table, kinds, voices = taught_by(reports, reader, self._given, self._store.voices(block))
        if voices:
            self._store.keep_voices(voices)
        failed = [each for each in self._store.problems() if each.message.startswith(UNREAD)]
        renewed = 0
        for report in reports:
            if self._store.is_read(report.id, reader_of(report, reader, table, kinds)):
                continue
            try:
                self._store.add_reading(read_report(report, reader, table, kinds))
            except NotReadError as why:
                problems[self._keep_unread(report, why)] = None
                continue
            renewed += report.id not in new
            for problem in failed:
                if problem.path == report.path:
                    self._store.mend(problem)
        return renewed

    def _heed_sides(self, reader: Reader, new: set[str]) -> int:
        """Read anew what a changed file of sides teaches to read otherwise; how many reports that were."""
        sides, renewed = _digest(self._given.text), 0
        if not self._is_heeded():
            self._link_all()
            renewed = sum(self._read_block(block, reader, new, {}) for block in sorted(self._store.signs()))
        if self._store.heeded() != sides:
            self._store.heed(sides)
        return renewed

    def _is_heeded(self) -> bool:
        """Whether all reports were read with the sides that the user gives now, as far as it is known."""
        heeded = self._store.heeded()
        return heeded == _digest(self._given.text) or (heeded is None and not self._given.text)

    def _link_all(self) -> None:
        """Put reports that are in no block into one: those that an older version read, and those not read yet."""
        for id in self._store.unlinked():
            names = [name.name for reading in self._store.readings(report=id) for name in reading.names]
            self._store.link(id, name_keys(names))

    def _report(self, id: str) -> Report:
        report = self._store.report(id)
        if report is None:
            raise NotFoundError(f"{id}: no report has that id")
        return report

    def brief(self) -> Brief:
        """Everything that the views show: matters with their standings, figures, discrepancies, names, problems."""
        judgements = self._store.judgements()
        parts = [self._part(block, digest, judgements) for block, digest in self._digests(judgements).items()]
        unheeded = [Problem(UNHEEDED, self.path)] if parts and not self._is_heeded() else []
        made = combine(parts, [*self._store.problems(), *unheeded], counting(judgements))
        return replace(made, numbers=self._numbers())

    def matter(self, words: str) -> tuple[Brief, Matter]:
        """The matter that a user means, and the brief of the reports that it may have to do with.

        Args:
            words: its number in the brief, the beginning of its id, or words of its question.

        Raises:
            NotFoundError: no matter answers to that, or more than one does.
        """
        judgements = self._store.judgements()
        digests, kept = self._digests(judgements), self._store.digests()
        for block, digest in digests.items():
            if kept.get(block) != digest:
                self._part(block, digest, judgements)
        heads = self._store.heads()
        number = self._number([(id, question) for _, id, question, _ in heads], words)
        block, id, _, _ = heads[number]
        part = self._part(block, digests[block], judgements)
        matters = {head[1]: n for n, head in enumerate(heads, 1)}
        numbers = (*((each.id, matters[each.id]) for each in part.matters), *self._numbers())
        found = next(each for each in part.matters if each.id == id)
        return replace(part, judgements=tuple(counting(judgements)), numbers=numbers), found

    def _number(self, heads: Sequence[tuple[str, str]], words: str) -> int:
        """The place in ``heads`` of the matter that a user means, as for ``find_head``, also by an id that it had."""
        try:
            return find_head(heads, words)
        except NotFoundError:
            every = self.brief().matters
            found = self.led_to(every, words)
            if found is None:
                return find_head(heads, words, days_beside(every))
            return [id for id, _ in heads].index(found.id)

    def _numbers(self) -> tuple[tuple[str, int], ...]:
        """Every report with its number: they are counted as they were added, so that a number stays."""
        return tuple((id, number) for number, id in enumerate(self._store.arrivals(), 1))

    def _digests(self, judgements: Sequence[Judgement]) -> dict[str, str]:
        """Block -> a digest of all that its brief is worked out from."""
        self._link_all()
        own = self._given.text + self._words.text + (self._gazetteer.sign if self._gazetteer else "")
        return {
            block: _digest(_made_by(), own, sign, *(j.id for j in judgements if _concerns(j, sign)))
            for block, sign in self._store.signs().items()
        }

    def _part(self, block: str, digest: str, judgements: Sequence[Judgement]) -> Brief:
        """The brief of a block: kept from before where nothing has changed, else worked out and kept."""
        written = self._store.part(block, digest)
        if written is not None:
            return msgspec.json.decode(written, type=Brief)
        made = self._assemble(self._store.reports(block), self._store.readings(block=block), judgements)
        made = replace(made, judgements=())
        self._store.keep_part(block, digest, made, msgspec.json.encode(made))
        return made

    def _assemble(
        self, reports: Sequence[Report], readings: Sequence[Reading], judgements: Sequence[Judgement]
    ) -> Brief:
        return assemble(reports, readings, (), judgements, self._gazetteer, self._given, self._words)

    def import_places(self, path: str | Path) -> int:
        """Keep the places of a GeoNames dump beside the ledger, in place of those imported before; how many.

        Raises:
            GazetteerError: the file is no dump.
        """
        places = Path(self.path).with_name(PLACES)
        count = import_dump(Path(path), places)
        self._gazetteer = Gazetteer(places.read_bytes())
        return count

    def changes(self, since: str) -> Changes:
        """What changed since a day, or since a report was added: matters, standings, figures, corrected reports.

        Args:
            since: an ISO day: what was published on it or later is new, by the days that the brief shows; else a
                report as ``find_report`` takes it: what was added after it is new. A report without any date counts
                as old on every day.

        Raises:
            NotFoundError: it is no day, and no report answers to it.
        """
        judgements, day = self._store.judgements(), _day(since)
        digests = self._digests(judgements)
        parts = {block: self._part(block, digest, judgements) for block, digest in digests.items()}
        if day:
            new = published_since([each for part in parts.values() for each in part.reports], day)
        else:
            ids = [each.id for each in self._store.reports()]
            new = set(ids[ids.index(_since(self.brief(), since)) + 1 :])
        now = {block: part for block, part in parts.items() if any(each.id in new for each in part.reports)}
        before = [
            self._assemble(
                [each for each in part.reports if each.id not in new],
                [each for each in self._store.readings(block=block) if each.report not in new],
                judgements,
            )
            for block, part in now.items()
        ]
        made = [each for each in judgements if day and each.made[:10] >= day]
        return find_changes(combine(before), combine(list(now.values())), since, made)

    def readings(self) -> Sequence[Reading]:
        """The reading of each report that counts."""
        return self._store.readings()

    def claims(self, report: str | None = None) -> dict[str, tuple[Claim, ...]]:
        """Statement id -> the claims in it; of one ``report`` only, where its id is given."""
        held: dict[str, tuple[Claim, ...]] = {}
        for reading in self._store.readings(report=report):
            for claim in reading.claims:
                if claim.statement is not None:
                    held[claim.statement] = (*held.get(claim.statement, ()), claim)
        return held

    def statements(
        self,
        party: str | None = None,
        speaker: str | None = None,
        stance: str | None = None,
        report: str | None = None,
        brief: Brief | None = None,
    ) -> list[Statement]:
        """Statements whose party and speaker hold these words, of this stance, from one report or those so named.

        A party and a speaker go by any spelling that the ledger joins. ``report`` is a mark (R2), else what a path
        holds. Give ``brief`` where there is one at hand already.
        """
        brief = brief or self.brief()
        marks = dict(outline(brief).reports) if report else {}
        marked = marks.get((report or "").upper())
        meant = [marked] if marked else [each for each in brief.reports if _holds(each.path, report)]
        reports = {each.id for each in meant}
        parties, speakers = (None if words is None else forms_of(brief.names, words) for words in (party, speaker))
        return [
            each
            for each in brief.statements
            if (parties is None or holds(each.party, parties))
            and (speakers is None or holds(each.speaker, speakers))
            and (stance is None or each.stance == stance)
            and each.report in reports
        ]

    def search(self, text: str, limit: int = 100) -> list[tuple[str, Span]]:
        """Where the reports hold these words: report id and span, in at most ``limit`` paragraphs."""
        return self._store.search(text, limit)

    def state(self) -> str:
        """A short word for all that is in the ledger: another one where anything was added."""
        return self._store.state()

    def arrivals(self) -> list[str]:
        """The ids of the reports in the order in which they were added."""
        return self._store.arrivals()

    def _keep_problem(self, path: str, problem: Problem) -> None:
        """Keep a problem with an input; a path that is not there is a slip of the pen and none of the ledger's."""
        if path == STDIN or Path(path).exists():
            self._store.add_problem(problem)

    def _mend(self, paths: Sequence[str], problems: Sequence[Problem]) -> None:
        """What was wrong with these inputs before, and is no longer, is over."""
        given = [writable(path) for path in paths if path != STDIN]
        for problem in self._store.problems():
            named = problem.path or ""
            ours = any(named == path or named.startswith((f"{path}:", f"{path.rstrip('/')}/")) for path in given)
            if ours and problem not in problems:
                self._store.mend(problem)


def _given_sides(ledger: str | Path, named: str | Path | None) -> GivenSides:
    """The sides that the user gives: in the file ``named``, else in sides.toml beside the ledger, else none."""
    path = Path(named) if named else Path(ledger).with_name(SIDES)
    if named is None and not path.is_file():
        return GivenSides()
    try:
        return read_sides(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise SidesError(str(path), f"cannot be read: {error}") from error


def _digest(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _concerns(judgement: Judgement, sign: str) -> bool:
    """Whether a judgement may change the brief of the block that ``sign`` says is made of what."""
    return any(anchor.kind == "name" or (anchor.report and anchor.report in sign) for anchor in judgement.about)


def _since(brief: Brief, words: str) -> str:
    """The id of the report that a user names as the last one known."""
    try:
        return find_report(brief, words).id
    except NotFoundError as error:
        raise NotFoundError(f"{error}; or a day as YYYY-MM-DD, such as 2020-11-08") from error


def _day(words: str) -> str:
    """An ISO day, "" where the words are none."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return ""


def _holds(words: str, wanted: str | None) -> bool:
    return wanted is None or wanted.casefold() in words.casefold()
