"""A report's text cut into runs, each with the statements and evidence that cover it, so that a page can mark them.

Overlapping spans cannot nest in HTML; cut at every boundary they need not. Joined, the runs are the text, unaltered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.types import Report, Span, Stance, Statement
from sayso.views.outline import Outline, Topic
from sayso.views.wording import STANCE_HEADINGS, who_words

KINDS = ("evidence", "content", "source", "cue", "background", "here", "only")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked, and why: ``kind`` is evidence, content, source, cue, background, here or only.

    ``here`` is what a link leads to, ``only`` what a report beside it does not have. ``statement`` is a number within
    the report.
    """

    span: Span
    kind: str
    stance: str = ""
    title: str = ""
    matter: int = 0
    statement: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that the same marks cover. ``anchors``: places that start here; ``matters``: those that end here.

    ``statements`` are the numbers of the statements that cover it, ``ending`` of those whose content ends here.
    """

    text: str
    classes: tuple[str, ...]
    title: str
    anchors: tuple[str, ...]
    matters: tuple[int, ...]
    statements: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


def marks_of(page: Outline) -> dict[str, list[Mark]]:
    """Report id -> its marks: evidence of positions, statements, background."""
    found: dict[str, list[Mark]] = {report.id: [] for _, report in page.reports}
    for topic in page.topics:
        for report, mark in _evidence(topic):
            found.setdefault(report, []).append(mark)
    for statement in page.brief.statements:
        found.setdefault(statement.report, []).extend(_statement_marks(statement))
    for report, span in page.brief.background:
        found.setdefault(report, []).append(Mark(span, "background", title="background, told again"))
    return found


def marks_in(
    report: str, topics: Iterable[Topic], statements: Iterable[tuple[int, Statement]], background: Iterable[Span]
) -> list[Mark]:
    """The marks of one report: evidence for these matters, its numbered statements, its background."""
    found = [mark for topic in topics for id, mark in _evidence(topic) if id == report]
    for number, statement in statements:
        found += [replace(mark, statement=number) for mark in _statement_marks(statement)]
    return [*found, *(Mark(span, "background", title="background, told again") for span in background)]


def paragraphs(report: Report, marks: Sequence[Mark], anchors: Iterable[tuple[Span, str]]) -> list[list[Run]]:
    """The report's text as paragraphs of runs; ``anchors`` are spans to be found by name (at their start)."""
    named: dict[int, list[str]] = {}
    for span, name in anchors:
        named.setdefault(span.start, []).append(name)
    cuts = _cuts(report.text, marks, named)
    runs = (_run(report.text, start, end, covering, named) for start, end, covering in _covered(cuts, marks))
    out: list[list[Run]] = [[]]
    for run in runs:
        if not run.text.strip() and "\n" in run.text and not run.anchors:
            out.append([])
        else:
            out[-1].append(run)
    return [paragraph for paragraph in out if paragraph]


def _evidence(topic: Topic) -> list[tuple[str, Mark]]:
    return [
        (place.report.id, Mark(place.span, "evidence", saying.stance, _title(saying.stance, saying.who), topic.number))
        for group in topic.groups
        for saying in group.sayings
        for place in saying.places
        if place.report
    ]


def _statement_marks(statement: Statement) -> list[Mark]:
    title = _title(statement.stance, who_words(statement.party, statement.speaker))
    contents = [Mark(span, "content", statement.stance, title) for span in statement.content]
    sources = [Mark(span, "source", title="source") for span in statement.source]
    return [*contents, *sources, *(Mark(span, "cue", title="cue") for span in statement.cue)]


def _title(stance: Stance, who: str) -> str:
    return f"{STANCE_HEADINGS[stance].lower()}: {who}"


def _cuts(text: str, marks: Sequence[Mark], named: dict[int, list[str]]) -> list[int]:
    cuts = {0, len(text)} | {edge for mark in marks for edge in (mark.span.start, mark.span.end)} | set(named)
    for start, end in _line_breaks(text):
        cuts |= {start, end}
    return sorted(cut for cut in cuts if 0 <= cut <= len(text))


def _line_breaks(text: str) -> list[tuple[int, int]]:
    out, at = [], text.find("\n")
    while at >= 0:
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        out.append((at, end))
        at = text.find("\n", end)
    return out


def _covered(cuts: Sequence[int], marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Each run between two cuts with the marks that cover it, in one pass from left to right."""
    waiting = sorted(marks, key=lambda mark: mark.span.start, reverse=True)
    covering: list[Mark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].span.start <= start:
            covering.append(waiting.pop())
        covering = [mark for mark in covering if mark.span.end >= end]
        yield start, end, covering


def _run(text: str, start: int, end: int, covering: Sequence[Mark], named: dict[int, list[str]]) -> Run:
    evidence = [mark for mark in covering if mark.kind == "evidence"]
    contents = [mark for mark in covering if mark.kind == "content"]
    decisive = min(evidence or contents, key=lambda mark: mark.span.end - mark.span.start, default=None)
    classes = [kind for kind in KINDS if any(mark.kind == kind for mark in covering)]
    if decisive:
        classes.append(decisive.stance)
    title = decisive.title if decisive else next((mark.title for mark in covering), "")
    if len({mark.statement for mark in contents if mark.statement}) > 1:
        classes.append("nested")
    return Run(
        text[start:end],
        tuple(classes),
        title,
        tuple(named.get(start, ())),
        tuple(sorted({mark.matter for mark in evidence if mark.span.end == end})),
        tuple(sorted({mark.statement for mark in covering if mark.statement})),
        tuple(sorted({mark.statement for mark in contents if mark.statement and mark.span.end == end})),
    )
