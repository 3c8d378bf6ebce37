"""Any record of a page -> JSON, for the twin of the page: spans as pairs, days as ISO, a report without its text.

What has a promised shape (matters, statements, figures, discrepancies) has the same shape here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sayso.types import Discrepancy, Figure, KnownName, Matter, Problem, Report, Span
from sayso.views.index import Said
from sayso.views.outline import Clash, Count, Place, Tally, Topic
from sayso.views.shapes import figure_shape, matter_shape, names_shape, problem_shape, span_shape, statement_shape

Shape = dict[str, Any]


def record_shape(value: Any, paths: Mapping[str, str]) -> Any:
    """A record, or a list or table of records, as JSON. ``paths``: report id -> path as added."""
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Mapping):
        return {str(key): record_shape(each, paths) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [record_shape(each, paths) for each in value]
    special = _special(value, paths)
    if special is not None:
        return special
    if is_dataclass(value):
        return {field.name: record_shape(getattr(value, field.name), paths) for field in fields(value)}
    return str(value)


def report_head_shape(report: Report) -> Shape:
    """A report without its text."""
    names = ("id", "path", "title", "outlet", "agency", "published", "published_because", "address", "language")
    return {name: getattr(report, name) for name in names} | {"dateline": list(report.dateline)}


def _special(value: Any, paths: Mapping[str, str]) -> Any:
    if isinstance(value, Span):
        return span_shape(value)
    if isinstance(value, Report):
        return report_head_shape(value)
    if isinstance(value, Place):
        return _place_shape(value)
    if isinstance(value, Matter):
        return matter_shape(value, paths)
    if isinstance(value, Topic):
        return _topic_shape(value, paths)
    if isinstance(value, Said):
        return _said_shape(value)
    if isinstance(value, Figure):
        return figure_shape(value, paths)
    if isinstance(value, Count):
        return {"figure": figure_shape(value.figure, paths), "places": record_shape(value.places, paths)}
    if isinstance(value, Tally):
        return {"what": value.what, "of": value.of, "counts": record_shape(value.counts, paths)}
    if isinstance(value, Problem):
        return problem_shape(value)
    if isinstance(value, KnownName):
        return names_shape([value])[0]
    if isinstance(value, Clash):
        return _discrepancy_shape(value.discrepancy, paths)
    return None


def _topic_shape(topic: Topic, paths: Mapping[str, str]) -> Shape:
    """A matter in a list: what stands in its line."""
    now = topic.now
    return {
        "number": topic.number,
        "id": topic.matter.id,
        "question": topic.matter.question,
        "kind": topic.matter.kind,
        "standing": now.standing if now else None,
        "since": now.date if now else None,
        "because": now.because if now else None,
        "outlets": topic.matter.outlets,
        "origins": topic.matter.origins,
    }


def _said_shape(said: Said) -> Shape:
    return {
        **statement_shape(said.statement, said.claims),
        "report": said.report.path,
        "report_id": said.report.id,
        "number": said.number,
        "day": said.day,
        "text": said.words,
        "because": list(said.statement.because),
        "matters": [topic.matter.id for topic in said.topics],
    }


def _place_shape(place: Place) -> Shape:
    report = place.report
    return {
        "report": report.path if report else place.mark,
        "report_id": report.id if report else None,
        "span": span_shape(place.span),
        "text": report.text[place.span.start : place.span.end] if report else None,
    }


def _discrepancy_shape(discrepancy: Discrepancy, paths: Mapping[str, str]) -> Shape:
    passages = zip(discrepancy.reports, discrepancy.evidence, discrepancy.texts, strict=False)
    return {
        "kind": discrepancy.kind,
        "what": discrepancy.what,
        "because": discrepancy.because,
        "passages": [
            {"report": paths.get(report, report), "span": span_shape(span), "text": text}
            for report, span, text in passages
        ],
    }
