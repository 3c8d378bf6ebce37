"""Statements whose meaning was marked: in the small conflicts, in the project's own reports, in its clusters.

A meaning is the kinds of claim that a statement speaks of, its stance and the questions of its conflict that it
answers. What the markers of a text did not mark is None.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.align import Span, occurrences, read_annotated
from training.conflicts import FOLDER, aligned, is_held
from training.corpora import CLUSTERS_HELD_OUT

ROOT = Path(__file__).parents[1]
OWN, CLUSTERS = ROOT / "training" / "data", ROOT / "evaluation" / "clusters-own"
ALSO = {"condemnation": "support", "demand": "plan"}
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement of a report.

    Args:
        report: the name of the report, one of its own in all texts.
        text: the whole report.
        source: spans in characters, as are ``cue`` and ``content``.
        kinds: kinds of claim; condemnation counts as support, demand as plan. None where they were not marked.
        stance: towards its question, else by its wording; None where it was not marked.
        conflict: what the report is of.
        questions: those of its conflict that the statement answers.
        held_out: whether nothing may be learnt from it.
    """

    report: str
    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kinds: frozenset[str] | None
    stance: str | None
    conflict: str
    questions: frozenset[str]
    held_out: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its spans."""
        return (*self.source, *self.cue, *self.content)


def all_marked() -> Iterator[Marked]:
    """Every statement: of the small conflicts, the own reports, the clusters."""
    yield from from_conflicts(FOLDER)
    yield from from_own(OWN)
    for folder in sorted(CLUSTERS.iterdir()):
        if folder.is_dir():
            yield from from_cluster(folder)


def from_conflicts(folder: Path) -> Iterator[Marked]:
    """The statements of the small conflicts, with the kinds of the questions that they answer."""
    for path in sorted(folder.glob("*.json")):
        conflict = json.loads(path.read_text(encoding="utf8"))
        for number, text in enumerate(conflict["reports"]):
            for row in aligned(conflict, number):
                asked = (conflict["questions"][question]["kind"] for question, _, _ in row["on"])
                stance = row["on"][0][1] if row["on"] else row["stance"]
                questions = frozenset(question for question, _, _ in row["on"])
                kinds = _kinds((*row["kinds"], *asked))
                yield _marked(
                    f"{path.stem}/{number}", text, row, kinds, stance, path.stem, questions, is_held(path.stem)
                )


def from_own(folder: Path) -> Iterator[Marked]:
    """The statements of the project's own reports, with the kinds of the claims that stand in them.

    The last two reports of each series are held out.
    """
    reports = list(read_annotated(folder))
    series = [report["id"].split("-")[0] for report in reports]
    for number, report in enumerate(reports):
        path = folder / "claims" / f"{report['id']}.json"
        claims = json.loads(path.read_text(encoding="utf8"))["claims"] if path.exists() else None
        told = [(s, claim["kind"]) for claim in claims or () for s in occurrences(report["text"], claim["evidence"])]
        held_out = series[number] not in series[number + 2 :]
        for row in report["attributions"]:
            kinds = _kinds(k for span, k in told if 2 * shared(span, row["content"]) >= span[1] - span[0])
            known = kinds if claims else None
            identity = f"own/{report['id']}"
            yield _marked(
                identity, report["text"], row, known, row.get("stance"), series[number], frozenset(), held_out
            )


def from_cluster(folder: Path) -> Iterator[Marked]:
    """The statements of a cluster; those that hold a position of its ledger have the kinds of its matters.

    Copies are left out: a ledger has the positions of the first report alone.
    """
    ledger = json.loads((folder / "ledger.json").read_text(encoding="utf8"))
    matters, copies = ledger["matters"], {copy for _, *others in ledger["copies"] for copy in others}
    for report in (one for one in read_annotated(folder) if one["id"] not in copies):
        told = [
            (span, matter, position["stance"])
            for matter in matters
            for position in matter["positions"]
            if str(position["report"]) == report["id"]
            for span in occurrences(report["text"], position["evidence"])
        ]
        for row in report["attributions"]:
            spans = row["content"] or row["cue"] or row["source"]
            size = sum(end - start for start, end in spans)
            held = [(matter, stance) for span, matter, stance in told if 2 * shared(span, spans) >= size]
            kinds = _kinds(matter["kind"] for matter, _ in held) if held else None
            stance = held[0][1] if held else row.get("stance")
            questions = frozenset(matter["question"] for matter, _ in held)
            identity, held_out = f"{folder.name}/{report['id']}", folder.name in CLUSTERS_HELD_OUT
            yield _marked(identity, report["text"], row, kinds, stance, folder.name, questions, held_out)


def _kinds(names: Iterable[str]) -> frozenset[str]:
    return frozenset(ALSO.get(name, name) for name in names)


def _marked(report: str, text: str, row: Row, kinds: frozenset[str] | None, *rest: Any) -> Marked:
    source, cue, content = (tuple(tuple(span) for span in row[part]) for part in ("source", "cue", "content"))
    return Marked(report, text, source, cue, content, kinds, *rest)


def shared(span: Span, spans: Sequence[Span]) -> int:
    """Characters of ``span`` in any of ``spans``."""
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in spans)
