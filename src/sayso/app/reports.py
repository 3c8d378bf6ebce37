"""The list of reports, a report with its statements marked, and two reports side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.app.answers import Answer, Asked
from sayso.app.lists import leaf_of
from sayso.types import Figure, Report, Span
from sayso.views.beside import AlignedFigures, align_figures, only_here
from sayso.views.index import Index, Said, known_outlet
from sayso.views.marked import Mark, Run, paragraphs
from sayso.views.outline import Clash
from sayso.views.versions import replaced_by

BESIDE = 12  # reports that are offered to be read beside one
_NOTHING: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A report that may be read beside another, and why."""

    report: Report
    why: str


@dataclass(frozen=True, slots=True)
class Column:
    """A report as it is printed: its paragraphs, its statements, the matters it bears on."""

    report: Report
    mark: str
    paragraphs: list[list[Run]]
    said: Sequence[Said]
    prefix: str


def reports_page(asked: Asked) -> Answer:
    """All reports, the newest first; narrowed by outlet, day and words of the title."""
    index = asked.index
    outlet, first, last, words = (asked.query.get(key, "") for key in ("outlet", "from", "to", "q"))
    wanted = words.casefold().split()
    found = [
        report
        for _, report in reversed(index.outline.reports)
        if (not outlet or known_outlet(report) == outlet)
        and (not first or (report.published or "")[:10] >= first)
        and (not last or (report.published or "9999")[:10] <= last)
        and all(word in f"{report.title or ''} {report.path}".casefold() for word in wanted)
    ]
    leaf, newest = leaf_of(found, asked.number("page")), replaced_by(index.brief)
    records = {
        "leaf": leaf,
        "statements": {report.id: len(index.said_in.get(report.id, ())) for report in leaf.lines},
        "matters": {report.id: len(index.topics_of_report.get(report.id, ())) for report in leaf.lines},
        "copies": {report.id: len(index.copies_of.get(report.id, (report.id,))) for report in leaf.lines},
        "replaced": {report.id: newest[report.id] for report in leaf.lines if report.id in newest},
        "outlets": index.outlets,
        "outlet": outlet,
        "first": first,
        "last": last,
        "q": words,
    }
    return Answer("reports.html", "Reports", records, {"marks": index.marks})


def report_page(asked: Asked) -> Answer:
    """One report with everything that was read from it; beside another one where ``with`` names it."""
    index = asked.index
    report = index.report(asked.part("id"))
    other = index.report(asked.query["with"]) if asked.query.get("with") else None
    here = _span(asked.query.get("at", ""), report)
    only, only_other = only_here(report.text, other.text) if other else (_NOTHING, _NOTHING)
    columns = [_column(index, report, here, only, "s")]
    if other:
        columns.append(_column(index, other, None, only_other, "u"))
    records = {
        "report": report,
        "text": report.text,
        "mark": index.marks[report.id],
        "said": index.said_in.get(report.id, []),
        "topics": index.topics_of_report.get(report.id, []),
        "figures": figures_of(index, report),
        "clashes": _clashes(index, report, other),
        "other": other,
        "aligned": _aligned(index, report, other) if other else [],
        "neighbours": neighbours_of(index, report),
        "replaced_by": replaced_by(index.brief).get(report.id),
    }
    title = report.title or report.path
    return Answer(
        "report.html", title, records, {"columns": columns, "at": asked.query.get("at", ""), "marks": index.marks}
    )


def figures_of(index: Index, report: Report) -> list[Figure]:
    """The figures in a report."""
    return index.figures_in.get(report.id, [])


def neighbours_of(index: Index, report: Report) -> list[Neighbour]:
    """Reports to be read beside one: versions, prints of the same dispatch, and those on the same matters."""
    found: dict[str, str] = {}
    for id in index.copies_of.get(report.id, ()):
        found[id] = "the same dispatch"
    shared = Counter(
        position.report
        for topic in index.topics_of_report.get(report.id, ())[:BESIDE]
        for position in topic.matter.positions
    )
    for id, _ in shared.most_common(BESIDE * 2):
        found.setdefault(id, "on the same matters")
    found.pop(report.id, None)
    known = [Neighbour(index.reports[id], why) for id, why in found.items() if id in index.reports]
    return known[:BESIDE]


def _aligned(index: Index, report: Report, other: Report) -> list[AlignedFigures]:
    return align_figures(figures_of(index, report), figures_of(index, other))


def _clashes(index: Index, report: Report, other: Report | None) -> list[Clash]:
    """Discrepancies within the report, or between the two that are read side by side; else all it has part in."""
    found = index.clashes_in.get(report.id, [])
    if other is None:
        return found
    return [clash for clash in found if other.id in clash.discrepancy.reports]


def _column(index: Index, report: Report, here: Span | None, only: Sequence[Span], prefix: str) -> Column:
    said = index.said_in.get(report.id, [])
    marks = index.marks_in(report.id) + [Mark(span, "only", title="not in the other report") for span in only]
    anchors = [(each.cover, f"{prefix}t{each.number}") for each in said]
    if here:
        marks.append(Mark(here, "here", title="the words that the link leads to"))
        anchors.append((here, "here"))
    return Column(report, index.marks[report.id], paragraphs(report, marks, anchors), said, prefix)


def _span(words: str, report: Report) -> Span | None:
    """The place that an address names, "57-101"; None where it names none in this report."""
    start, _, end = words.partition("-")
    if not (start.isascii() and end.isascii() and start.isdigit() and end.isdigit()) or len(words) > 24:
        return None
    span = Span(int(start), int(end))
    return span if span.start < span.end <= len(report.text) else None
