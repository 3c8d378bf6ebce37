"""Learn by which signs statements take which stance on a question.

`python -m training.stances` reads the small conflicts of `training/actors`, in which every statement is marked with the
stances that it takes on which questions, and the clusters of `evaluation/clusters-own` that are not left out, as the
model on board reads them. Statements are told, joined and read by rules as in a ledger; those that are not joined are
added to the matter that most of their question are in. It is learnt from two conflicts in three and judged by the
third, statements as they are marked: how many stances are right by the rules and with what was learnt. It writes
`src/sayso/claims/tables/learnt_stances.json`: a logistic regression each stance with an L1 penalty, which keeps few
weights. `--check` writes nothing. Needs scikit-learn (`pip install -e '.[training]'`).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from evaluation.clusters import read_gold, report_paths
from evaluation.score_ledger import KINDS, STANCES, find_matter, fold, goes_with

from sayso.claims.assemble import find_ground
from sayso.claims.learnt_stances import Asked, Read, asked, seen, settled
from sayso.claims.matters import Draft, gather
from sayso.claims.positions import by_rules
from sayso.claims.told import Told
from sayso.extraction import inputs
from sayso.ledger import load_reader
from sayso.reading.reader import read_report
from sayso.reading.tagger import Reader
from sayso.reports import Given
from sayso.types import Attribution, Report, Span
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import learn_parties
from training.conflicts import FOLDER, Row, aligned, is_held, names_in
from training.corpora import CLUSTERS_HELD_OUT
from training.marked import CLUSTERS, ROOT
from training.regressions import learn_tables

TABLE = ROOT / "src/sayso/claims/tables/learnt_stances.json"
LEFT_OUT = (*CLUSTERS_HELD_OUT, "ngolkerrai", "lokavao", "chashmaruy", "salawane")  # clusters by which it was decided
FIRST = date(2026, 1, 1)  # on which the first report of each conflict is said to have come out
AS_KIND = {"responsibility": "attack", "fighting": "control"}  # kinds of question that no matter has
NAMES = ("LOC", "ORG", "PER")
CLUSTER = 2.0  # what a position of a cluster weighs beside one of a small conflict
APART = 3  # every so many conflicts, one is kept to judge by
LEAST = 0.03  # smaller weights are left out
Found = tuple[list[Attribution], list[tuple[str, Span]]]


@dataclass(frozen=True, slots=True)
class Case:
    """What is told on a question: its signs, its stance by the rules, those that are right, its conflict."""

    one: Told
    about: Asked
    signs: Mapping[str, float]
    read: Read
    right: tuple[str, ...]
    conflict: str
    weight: float = 1.0


class MarkedReader:
    """A reader that gives what is marked."""

    version = "marked"

    def __init__(self, found: Mapping[str, Found]) -> None:
        self._found = found

    def read(self, text: str) -> Found:
        """The marked statements and names of ``text``."""
        return self._found[text]


def from_conflict(conflict: Row, name: str) -> Iterator[Case]:
    """The statements of a small conflict, a case for each question that they speak to."""
    rows = [aligned(conflict, number) for number in range(len(conflict["reports"]))]
    found = {text: _found(conflict, number, rows[number]) for number, text in enumerate(conflict["reports"])}
    reports = [
        Report(id=f"{name}-{n}", text=text, path=f"{n}", published=(FIRST + timedelta(days=n)).isoformat())
        for n, text in enumerate(conflict["reports"])
    ]
    told, drafts = gathered(reports, MarkedReader(found))
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    known = {(t.report.id, t.statement.cue, t.statement.content): t.statement.id for t in told}
    for report, marked in zip(reports, rows, strict=True):
        for row in marked:
            statement = known.get((report.id, _spans(row["cue"]), _spans(row["content"])))
            for question, stance, _ in row["on"] if statement else ():
                wanted[question][statement or ""].append(stance)
    for question, right in wanted.items():
        yield from _cases(_about(conflict["questions"][question], right, told, drafts), right, name)


def _found(conflict: Row, number: int, rows: Sequence[Row]) -> Found:
    told = [Attribution(_spans(r["source"]), _spans(r["cue"]), _spans(r["content"])) for r in rows]
    names = names_in(conflict["reports"][number], conflict["names"])
    return told, [(kind if kind in NAMES else "MISC", Span(start, end)) for start, end, kind in names]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def gathered(reports: Sequence[Report], reader: Reader) -> tuple[list[Told], list[Draft]]:
    """All that is told by some reports, and its matters."""
    texts = [report.text for report in reports]
    table, kinds = learn_parties(texts), learn_kinds(texts)
    ground = find_ground(reports, [read_report(report, reader, table, kinds) for report in reports])
    return ground.told, gather(ground.told, ground.conflicts, ground.naming, ground.voice)


def _about(question: Row, wanted: Collection[str], told: Sequence[Told], drafts: Sequence[Draft]) -> Draft | None:
    """The matter that holds most of the statements on a question, with those that it lacks."""
    kind: str = question["kind"]
    inside = {d.id: {t.statement.id for t in d.told} & set(wanted) for d in drafts if goes_with(kind, d.kind, KINDS)}
    best = max((d for d in drafts if inside.get(d.id)), key=lambda d: len(inside[d.id]), default=None)
    missing = set(wanted) - (inside[best.id] if best else set())
    by_statement: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_statement[one.statement.id].append(one)
    more = [t for each in sorted(missing) for t in _of_kind(by_statement[each], kind)]
    if not drafts:
        return None
    empty = replace(drafts[0], kind=AS_KIND.get(kind, kind), question=question["question"], slots=(), told=())
    best = best or empty
    return replace(best, told=tuple(sorted((*best.told, *more), key=lambda t: (t.date, t.report.id, t.evidence))))


def _of_kind(told: Sequence[Told], kind: str) -> list[Told]:
    """Of what one statement tells that of a kind; else that which has no kind; else the first, as if taken up."""
    fitting = [t for t in told if goes_with(kind, t.claim.kind, KINDS)] or [t for t in told if not t.claim.kind]
    return fitting or [replace(t, own=False) for t in told[:1]]


def _cases(draft: Draft | None, right: Mapping[str, Sequence[str]], conflict: str) -> Iterator[Case]:
    """A case for each statement on a question, of the first claim that it tells on it."""
    done: set[str] = set()
    for one, about, signs, read in _rows(draft) if draft else ():
        if one.statement.id in right and one.statement.id not in done:
            done.add(one.statement.id)
            yield Case(one, about, signs, read, tuple(right[one.statement.id]), conflict)


def _rows(draft: Draft) -> Iterator[tuple[Told, Asked, dict[str, float], Read]]:
    """All that is told on a matter as what is learnt sees it."""
    rows, about = by_rules(draft), asked(draft)
    for (one, read), signs in zip(rows, seen(about, rows), strict=True):
        yield one, about, signs, read


def from_cluster(folder: Path, reader: Reader) -> Iterator[Case]:
    """The positions of a cluster's ledger that are found by what ``reader`` reads, as the scorer pairs them."""
    reports = [each for path in report_paths(folder) for each in _inputs(path)]
    _, drafts = gathered(reports, reader)
    rows = [row for draft in drafts for row in _rows(draft)]
    starts = np.cumsum([0, *(len(draft.told) for draft in drafts)]).tolist()
    paths = {report.id: report.path for report in reports}
    matters = [
        {
            "kind": draft.kind,
            "question": draft.question,
            "slots": dict(draft.slots),
            "positions": [
                {"report": paths[one.report.id], "evidence": one.words, "row": start + n}
                for n, one in enumerate(draft.told)
            ],
        }
        for draft, start in zip(drafts, starts, strict=False)
    ]
    gold, stems = read_gold(folder)
    names = {report: fold(stem) for report, stem in stems.items()}
    for wanted in gold["matters"]:
        for position, read in find_matter(wanted, matters, names)[1]:
            yield Case(*rows[read["row"]], (position["stance"],), folder.name, CLUSTER)


def _inputs(path: Path) -> list[Report]:
    """The reports of a file, dated as the file beside it says."""
    side = path.with_suffix(".json")
    day = json.loads(side.read_text(encoding="utf8")).get("date") if side.exists() else None
    return [report for _, report in inputs([str(path)], Given(published=day or None)) if isinstance(report, Report)]


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Stance -> sign -> weight."""
    right = {stance: [each.right[0] == stance for each in cases] for stance in {each.right[0] for each in cases}}
    signs, conflicts, counts = zip(*((each.signs, each.conflict, each.weight) for each in cases), strict=True)
    return learn_tables(signs, conflicts, right, LEAST, counts)


def judge(cases: Sequence[Case], table: Mapping[str, Mapping[str, float]]) -> str:
    """How many stances are right by the rules alone, and with what was learnt."""
    rules = sum(_is_right(each.read[0], each) for each in cases)
    both = sum(_is_right(settled(each.one, each.about, each.read, each.signs, table)[0], each) for each in cases)
    whole = max(1, len(cases))
    return f"{len(cases)} positions: {rules / whole:.3f} by the rules, {both / whole:.3f} with what was learnt"


def _is_right(stance: str, case: Case) -> bool:
    return any(goes_with(stance, right, STANCES) for right in case.right)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many stances are right where nothing was learnt from; write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    paths = [path for path in sorted(FOLDER.glob("*.json")) if not is_held(path.stem)]
    cases = [c for path in paths for c in from_conflict(json.loads(path.read_text(encoding="utf8")), path.stem)]
    reader = load_reader()
    folders = [f for f in sorted(CLUSTERS.iterdir()) if f.is_dir() and f.name not in LEFT_OUT]
    cases += [case for folder in folders for case in from_cluster(folder, reader)]
    kept = {path.stem for path in paths[::APART]}
    weights = learn([case for case in cases if case.conflict not in kept])
    print(judge([case for case in cases if case.conflict in kept], weights))
    print(f"{sum(map(len, weights.values()))} weights")
    if not given.check:
        text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
        TABLE.write_text(text + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
