"""Who speaks and for which party, with the source given: the marked spans go in place of the model's.

`python -m evaluation.parties CONFLICT ...`: a conflict is a folder of annotated reports (`NAME.txt` with
`NAME.json`), or `FOLDER:PREFIX[,PREFIX...]` for those of a folder whose names begin so; `FOLDER:GOLD` where the gold
lies elsewhere. Each line gives the share of statements with the right speaker and party where every report is read
alone, and where the parties are learnt from all reports of the conflict, as in a ledger. `--missed` prints what went
wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.align import align

from evaluation.score_ledger import fold, same_party
from sayso.claims.naming import resolve_names
from sayso.reading.meanings import Meanings
from sayso.reading.reader import RememberingReader, meanings_of, read_report
from sayso.reading.tagger import Reader, load_tagger
from sayso.reports import Given, read_path
from sayso.types import Attribution, NameType, Problem, Reading, Report, Span, Statement
from sayso.values.name_kinds import NameKinds, learn_kinds
from sayso.values.names import SAME, compare_names
from sayso.values.parties import PartyTable, learn_parties

TYPES: tuple[NameType, ...] = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Case:
    """One statement as marked: its spans, who speaks, for which party."""

    spans: Attribution
    words: str
    speaker: str
    party: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its marked statements."""

    report: Report
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A reader that gives the marked attributions of known texts, and the names that another reader finds."""

    attributions: Mapping[str, tuple[Attribution, ...]]
    names: Reader
    version: str = "marked by hand"

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        """As the protocol says."""
        return list(self.attributions[text]), self.names.read(text)[1]

    def meanings(self, text: str) -> Meanings | None:
        """What the other reader makes of the marked statements."""
        return meanings_of(self.names, text)


def read_annotated(named: str) -> list[Annotated]:
    """The annotated reports that an argument of the command names."""
    folder, _, rest = named.partition(":")
    gold = Path(rest) if rest and Path(rest).is_dir() else Path(folder)
    prefixes = tuple(rest.split(",")) if rest and not Path(rest).is_dir() else ("",)
    paths = (p for p in sorted(Path(folder).iterdir()) if p.suffix in (".txt", ".html", ".jsonl"))
    chosen = (p for p in paths if p.name.startswith(prefixes) and (gold / f"{p.stem}.json").exists())
    return [each for path in chosen for each in _annotated(path, gold / f"{path.stem}.json")]


def _annotated(path: Path, gold: Path) -> Iterator[Annotated]:
    marked: dict[str, Any] = json.loads(gold.read_text(encoding="utf8"))
    for report in read_path(str(path), Given(published=marked.get("date") or None)):
        if not isinstance(report, Problem):
            rows = align(report.text, marked["statements"])
            yield Annotated(
                report, tuple(_case(row, plain) for row, plain in zip(rows, marked["statements"], strict=True))
            )


def _case(row: Mapping[str, Any], plain: Mapping[str, Any]) -> Case:
    source, cue, content = (tuple(Span(*span) for span in sorted(row[role])) for role in ("source", "cue", "content"))
    return Case(Attribution(source, cue, content), plain["source"], plain["speaker"], plain["party"])


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read of one case."""

    case: Case
    report: str
    speaker: str
    party: str
    because: tuple[str, ...]

    @property
    def party_right(self) -> bool:
        """Whether the party is the marked one; a speaker of that name stands in for none, as in the scorer."""
        said = self.party or (self.speaker if self.case.party else "")
        return same_party(self.case.party, said)

    @property
    def speaker_right(self) -> bool:
        """Whether the speaker is the marked one, by comparison of names."""
        return same_speaker(self.case.speaker, self.speaker)


def same_speaker(gold: str, said: str) -> bool:
    """Whether two speakers ("A; B" for several) are one: alike as names, or one holds the other."""
    wanted, found = ([each.strip() for each in names.split(";") if each.strip()] for names in (gold, said))
    if len(wanted) != len(found):
        return False
    return all(any(_one_speaker(a, b) for b in found) for a in wanted)


def _one_speaker(gold: str, said: str) -> bool:
    a, b = (fold(name).removeprefix("the ").removeprefix("a ") for name in (gold, said))
    if a == b or (min(len(a), len(b)) > 3 and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")):
        return True
    return any(compare_names(gold, said, kind).score >= SAME for kind in TYPES)


def answer(reports: Sequence[Annotated], reader: Reader, *, alone: bool) -> list[Answer]:
    """Read ``reports`` with the marked spans and name speakers and parties over all of them, or each by itself."""
    if alone:
        return [one for each in reports for one in answer([each], reader, alone=False)]
    texts = [each.report.text for each in reports]
    return list(read_marked(reports, reader, learn_parties(texts), learn_kinds(texts)))


def read_marked(reports: Sequence[Annotated], reader: Reader, table: PartyTable, kinds: NameKinds) -> Iterator[Answer]:
    """What is made of the marked spans of ``reports``, the names found by ``reader``."""
    marked = Marked({each.report.text: tuple(c.spans for c in each.cases) for each in reports}, reader)
    readings = [read_report(each.report, marked, table, kinds) for each in reports]
    yield from _answers(reports, readings, table)


def _answers(reports: Sequence[Annotated], readings: Sequence[Reading], table: PartyTable) -> Iterator[Answer]:
    naming = resolve_names([each.report for each in reports], readings, table)
    for each, reading in zip(reports, readings, strict=True):
        for case in each.cases:
            if not case.spans.source:
                continue
            found = nearest(case.spans, reading.statements)
            if found is None:
                yield Answer(case, each.report.path, "", "", ("no statement",))
            else:
                yield Answer(
                    case, each.report.path, naming.speaker(found.speaker), naming.party_for(found), found.because
                )


def nearest(spans: Attribution, statements: Iterable[Statement]) -> Statement | None:
    """The statement made of the marked spans: the same source, and the same cue or content."""

    def shared(one: Statement) -> int:
        return sum(
            bool(set(mine) & set(theirs))
            for mine, theirs in ((spans.source, one.source), (spans.cue, one.cue), (spans.content, one.content))
        )

    best = max(statements, key=shared, default=None)
    return best if best is not None and shared(best) else None


def line(name: str, answers: Sequence[Answer]) -> str:
    """The shares of one conflict."""
    count = len(answers) or 1
    named = [each for each in answers if each.case.party]
    return (
        f"{name:<26}{len(answers):>6}{sum(a.speaker_right for a in answers) / count:>9.3f}"
        f"{sum(a.party_right for a in answers) / count:>8.3f}"
        f"{sum(a.party_right for a in named) / (len(named) or 1):>8.3f}"
    )


def misses(answers: Iterable[Answer], *, speakers: bool) -> Iterator[str]:
    """One line for each kind of mistake, the most frequent first."""
    wrong: Counter[str] = Counter()
    for each in answers:
        stem, case = Path(each.report).stem, each.case
        if not each.party_right:
            why = next((w for w in each.because if w.startswith("party:")), "no reason")
            wrong[f'party: {stem} "{case.words}" is [{case.party}], read [{each.party}] ({each.speaker}); {why}'] += 1
        if speakers and not each.speaker_right:
            wrong[f'speaker: {stem} "{case.words}" is [{case.speaker}], read [{each.speaker}]'] += 1
    yield from (f"    {count}x {text}" for text, count in wrong.items())


def main(arguments: Sequence[str]) -> int:
    """Print the table; 0 always: the floors are kept by the tests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conflicts", nargs="+", metavar="FOLDER[:PREFIX,...|:GOLD]")
    parser.add_argument("--missed", choices=("parties", "all"))
    chosen = parser.parse_args(arguments)
    reader = RememberingReader(load_tagger())
    totals: dict[bool, list[Answer]] = {True: [], False: []}
    print(f"{'':<26}{'cases':>6}{'speaker':>9}{'party':>8}{'named':>8}")
    for conflict in chosen.conflicts:
        reports = read_annotated(conflict)
        for alone in (True, False):
            found = answer(reports, reader, alone=alone)
            totals[alone] += found
            print(line(f"{_short(conflict)} {'alone' if alone else 'all'}", found), flush=True)
        if chosen.missed:
            print("\n".join(misses(found, speakers=chosen.missed == "all")))
    for alone, found in totals.items():
        print(line(f"total {'alone' if alone else 'all'}", found))
    return 0


def _short(conflict: str) -> str:
    folder, _, rest = conflict.partition(":")
    return rest.split(",")[0] if rest and not Path(rest).is_dir() else Path(folder).name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
