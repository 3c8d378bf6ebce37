"""Records to rows and back, one pair of functions a record. What goes in comes out equal."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.types import Anchor, Claim, Figure, Judgement, Meaning, Name, Problem, Reading, Report, Span, Statement

Row = Mapping[Any, Any]


def report_row(report: Report) -> dict[str, Any]:
    """A row of ``reports``."""
    fields = {name: getattr(report, name) for name in _REPORT}
    title, body = _span(report.title_span), _span(report.body)
    return fields | {"dateline": list(report.dateline), "title_span": title, "body": body}


def report_of(row: Row) -> Report:
    """The report that a row holds."""
    fields = {name: row[name] for name in _REPORT}
    title, body = _maybe_span(row["title_span"]), _maybe_span(row["body"])
    return Report(**fields, dateline=tuple(row["dateline"]), title_span=title, body=body)


def statement_row(statement: Statement) -> dict[str, Any]:
    """A row of ``statements``, but for its reading."""
    fields = {name: getattr(statement, name) for name in _STATEMENT}
    spans = {part: _spans(getattr(statement, part)) for part in _PARTS}
    told = {"about": list(statement.about), "because": list(statement.because)}
    return fields | spans | told | {"meaning": statement.meaning and _meaning_row(statement.meaning)}


def statement_of(row: Row) -> Statement:
    """The statement that a row holds."""
    fields: dict[str, Any] = {name: row[name] for name in _STATEMENT} | {part: _spans_of(row[part]) for part in _PARTS}
    meaning = row["meaning"] and _meaning_of(row["meaning"])
    return Statement(**fields, about=tuple(row["about"]), because=tuple(row["because"]), meaning=meaning)


_SHARES = ("kinds", "stances", "ties", "sides")


def _meaning_row(meaning: Meaning) -> dict[str, Any]:
    vector = base64.b64encode(meaning.vector).decode()
    return {"vector": vector} | {name: dict(getattr(meaning, name)) for name in _SHARES}


def _meaning_of(row: Row) -> Meaning:
    shares = {name: tuple(row.get(name, {}).items()) for name in _SHARES}
    return Meaning(vector=base64.b64decode(row["vector"]), **shares)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A row of ``claims``, but for its reading."""
    fields = {name: getattr(claim, name) for name in _CLAIM}
    return fields | {"slots": [list(slot) for slot in claim.slots], "evidence": _span(claim.evidence)}


def claim_of(row: Row) -> Claim:
    """The claim that a row holds."""
    fields = {name: row[name] for name in _CLAIM}
    slots = tuple((name, words) for name, words in row["slots"])
    return Claim(**fields, slots=slots, evidence=Span(*row["evidence"]))


def reading_row(reading: Reading) -> dict[str, Any]:
    """A row of ``readings``: names, figures and problems whole, statements and claims in tables of their own."""
    return {
        "report": reading.report,
        "reader": reading.reader,
        "names": [[name.name, name.type, _spans(name.spans)] for name in reading.names],
        "figures": [_figure_json(figure) for figure in reading.figures],
        "problems": [problem_json(problem) for problem in reading.problems],
    }


def reading_of(row: Row, statements: Iterable[Statement], claims: Iterable[Claim]) -> Reading:
    """The reading that a row and the rows that belong to it hold."""
    return Reading(
        report=row["report"],
        reader=row["reader"],
        statements=tuple(statements),
        claims=tuple(claims),
        names=tuple(Name(name, kind, _spans_of(spans)) for name, kind, spans in row["names"]),
        figures=tuple(_figure_of(fields) for fields in row["figures"]),
        problems=tuple(problem_of(fields) for fields in row["problems"]),
    )


def problem_json(problem: Problem) -> dict[str, Any]:
    """A problem within a reading, or as a row of ``problems`` but for its id."""
    return {"message": problem.message, "path": problem.path, "span": _span(problem.span)}


def problem_of(row: Row) -> Problem:
    """The problem that a row holds."""
    return Problem(row["message"], row["path"], _maybe_span(row["span"]))


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """A row of ``judgements``."""
    return {name: getattr(judgement, name) for name in _JUDGEMENT} | {
        "about": [_anchor_json(a) for a in judgement.about]
    }


def judgement_of(row: Row) -> Judgement:
    """The judgement that a row holds."""
    return Judgement(**{name: row[name] for name in _JUDGEMENT}, about=tuple(_anchor_of(a) for a in row["about"]))


def problem_id(problem: Problem, mended: int = 0) -> str:
    """A hash of everything that the problem says and how often it was over: the same problem is kept once."""
    said = (problem.message, problem.path, _span(problem.span), *([mended] if mended else []))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


_REPORT = ("id", "text", "path", "title", "outlet", "agency", "published", "published_because", "address", "language")
_PARTS = ("source", "cue", "content")
_STATEMENT = ("id", "report", "quote", "speaker", "party", "channel", "stance", "said", "within", "reader")
_CLAIM = ("id", "report", "statement", "kind", "polarity", "modality", "when")
_FIGURE = (
    *("report", "statement", "what", "of", "low", "high", "best", "wording", "unit", "new", "as_of", "by", "note"),
)
_LATER = {"who": "", "since": None}  # of a figure; readings from before they were read lack them


_JUDGEMENT = ("id", "made", "who", "action", "field", "value", "why", "undoes")


def _anchor_json(anchor: Anchor) -> dict[str, Any]:
    words = {name: getattr(anchor, name) for name in ("kind", "report", "name", "label", "id")}
    return words | {"span": _span(anchor.span), "cue": _span(anchor.cue)}


def _anchor_of(fields: Row) -> Anchor:
    words = {name: fields[name] for name in ("kind", "report", "name", "label")}
    words["id"] = fields.get("id", "")  # judgements from before it was kept lack it
    return Anchor(**words, span=_maybe_span(fields["span"]), cue=_maybe_span(fields["cue"]))


def _figure_json(figure: Figure) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in (*_FIGURE, *_LATER)} | {"span": _span(figure.span)}


def _figure_of(fields: Row) -> Figure:
    later = {name: fields.get(name, missing) for name, missing in _LATER.items()}
    return Figure(**{name: fields[name] for name in _FIGURE}, **later, span=Span(*fields["span"]))


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _maybe_span(ends: Sequence[int] | None) -> Span | None:
    return Span(*ends) if ends else None


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans_of(ends: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in ends)
