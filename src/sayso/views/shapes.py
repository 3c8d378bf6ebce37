"""Records -> the JSON that Sayso promises (docs/words.md names the keys): plain dicts and lists, nothing else.

Reports are named by the path or address that was added; spans are pairs of offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sayso.types import (
    Brief,
    Claim,
    Discrepancy,
    Estimate,
    Figure,
    KnownName,
    Likely,
    Matter,
    Name,
    Place,
    Position,
    Problem,
    Reading,
    Report,
    Span,
    Standing,
    Statement,
)
from sayso.views.dated import is_inferred
from sayso.views.holding import Note, notes_of
from sayso.views.versions import current_figures, replaced_by

Shape = dict[str, Any]


def span_shape(span: Span) -> list[int]:
    """A span as a pair of offsets."""
    return [span.start, span.end]


def extract_shape(report: Report, reading: Reading) -> Shape:
    """One line of ``extract --json``: a report and all that was read from it."""
    held: dict[str | None, list[Claim]] = {}
    for claim in reading.claims:
        held.setdefault(claim.statement, []).append(claim)
    return {
        "report": report_shape(report),
        "statements": [statement_shape(each, held.get(each.id, ())) for each in reading.statements],
        "names": [_name_shape(name) for name in reading.names],
        "figures": [_read_figure(figure) for figure in reading.figures],
        "problems": [_span_problem(problem) for problem in reading.problems],
    }


def report_shape(report: Report) -> Shape:
    """A report with its text."""
    return {
        "path": report.path,
        "id": report.id,
        "text": report.text,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "published": report.published,
        "dateline": list(report.dateline),
        "language": report.language,
    }


def statement_shape(statement: Statement, claims: Iterable[Claim]) -> Shape:
    """A statement with the claims in it."""
    return {
        "id": statement.id,
        "source": [span_shape(span) for span in statement.source],
        "cue": [span_shape(span) for span in statement.cue],
        "content": [span_shape(span) for span in statement.content],
        "quote": statement.quote,
        "speaker": statement.speaker,
        "party": statement.party,
        "channel": statement.channel,
        "stance": statement.stance,
        "said": statement.said,
        "within": statement.within,
        "claims": [_claim_shape(claim) for claim in claims],
    }


def problem_shape(problem: Problem) -> Shape:
    """A problem with the input that it stands for."""
    return {
        "message": problem.message,
        "path": problem.path,
        "span": span_shape(problem.span) if problem.span else None,
    }


def matters_shape(brief: Brief) -> list[Shape]:
    """``matters --json``: the matters, the heaviest first."""
    paths, notes = _paths(brief), notes_of(brief)
    ordered = sorted(brief.matters, key=lambda matter: -matter.weight)
    return [matter_shape(matter, paths, notes.get(matter.id, ())) for matter in ordered]


def matter_shape(matter: Matter, paths: Mapping[str, str], notes: Iterable[Note] | None = None) -> Shape:
    """One matter with its positions and standings, and what is noted beside it where ``notes`` are given.

    ``paths``: report id -> path as added.
    """
    shape: Shape = {
        "id": matter.id,
        "question": matter.question,
        "kind": matter.kind,
        "slots": dict(matter.slots),
        "positions": [position_shape(position, paths) for position in matter.positions],
        "standings": [_standing_shape(standing) for standing in matter.standings],
        "figures": [figure_shape(figure, paths) for figure in matter.figures],
        "estimates": [_estimate_shape(estimate) for estimate in matter.estimates],
        "outlets": matter.outlets,
        "origins": matter.origins,
    }
    return shape if notes is None else shape | {"notes": [asdict(note) for note in notes]}


def names_shape(names: Iterable[KnownName], places: Iterable[Place] = ()) -> list[Shape]:
    """``names --json``: each name over all reports with its spellings, and where it is if it is a place on the map."""
    where = {place.name: place for place in places}
    return [
        {
            "name": name.name,
            "type": name.type,
            "spellings": list(name.spellings),
            "party": name.party,
            "because": list(name.because),
            "place": place_shape(where[name.name]) if name.type == "LOC" and name.name in where else None,
        }
        for name in names
    ]


def place_shape(place: Place) -> Shape:
    """Where a place is; its alternatives have no alternatives."""
    return {
        "listed": place.listed,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind,
        "country": place.country,
        "region": place.region,
        "precision": place.precision,
        "also": list(place.also),
        "alternatives": [place_shape(other) for other in place.alternatives],
        "because": place.because,
    }


def figures_shape(brief: Brief, figures: Iterable[Figure] | None = None) -> list[Shape]:
    """``figures --json``: ``figures``, else all but those of replaced reports, each with its report and words."""
    paths, texts = _paths(brief), {report.id: report.text for report in brief.reports}
    return [
        {**figure_shape(each, paths), "text": texts.get(each.report, "")[each.span.start : each.span.end]}
        for each in (current_figures(brief) if figures is None else figures)
    ]


def figure_shape(figure: Figure, paths: Mapping[str, str]) -> Shape:
    """One figure with its report. ``paths``: report id -> path as added."""
    return {
        **_read_figure(figure),
        "best": figure.best,
        "wording": figure.wording,
        "note": figure.note,
        "counting": figure.counting,
        "report": paths.get(figure.report, figure.report),
        "statement": figure.statement,
    }


def discrepancies_shape(brief: Brief) -> list[Shape]:
    """``discrepancies --json``: the passages that cannot both be right."""
    paths = _paths(brief)
    return [_discrepancy_shape(each, paths) for each in brief.discrepancies]


def statements_shape(
    brief: Brief, statements: Sequence[Statement], claims: Mapping[str, Sequence[Claim]]
) -> list[Shape]:
    """``statements --json``: statements with their report and the words of their content."""
    paths, texts = _paths(brief), {report.id: report.text for report in brief.reports}
    return [
        {
            "report": paths.get(each.report, each.report),
            **statement_shape(each, claims.get(each.id, ())),
            "text": [texts.get(each.report, "")[span.start : span.end] for span in each.content],
            "because": list(each.because),
            "reader": each.reader,
        }
        for each in statements
    ]


def search_shape(brief: Brief, found: Sequence[tuple[str, Span]]) -> list[Shape]:
    """``search --json``: each place with its words."""
    paths, texts = _paths(brief), {report.id: report.text for report in brief.reports}
    return [
        {"report": paths.get(report, report), "span": span_shape(span), "text": texts[report][span.start : span.end]}
        for report, span in found
        if report in texts
    ]


def brief_shape(brief: Brief) -> Shape:
    """``brief --to json``: all that the printed brief shows."""
    paths, newest = _paths(brief), replaced_by(brief)
    return {
        "reports": [
            {
                **report_shape(each),
                "published_because": each.published_because,
                "inferred": is_inferred(each),
                "replaced_by": paths.get(newest.get(each.id, "")),
            }
            for each in brief.reports
        ],
        "matters": matters_shape(brief),
        "figures": figures_shape(brief),
        "discrepancies": discrepancies_shape(brief),
        "names": names_shape(brief.names, brief.places),
        "copies": [[paths.get(report, report) for report in group] for group in brief.copies],
        "background": [
            {"report": paths.get(report, report), "span": span_shape(span)} for report, span in brief.background
        ],
        "problems": [problem_shape(problem) for problem in brief.problems],
    }


def export_shape(brief: Brief, readings: Iterable[Reading]) -> Shape:
    """``export --to json``: the brief and, report by report, all that was read."""
    reports = {report.id: report for report in brief.reports}
    named = {statement.id: statement for statement in brief.statements}
    shape = brief_shape(brief)
    shape["readings"] = [
        {**extract_shape(reports[each.report], _renamed(each, named)), "claims": _own(each), "reader": each.reader}
        for each in readings
        if each.report in reports
    ]
    return shape


def _renamed(reading: Reading, named: Mapping[str, Statement]) -> Reading:
    statements = tuple(named.get(each.id, each) for each in reading.statements)
    return Reading(
        reading.report,
        reading.reader,
        statements,
        reading.claims,
        reading.names,
        reading.figures,
        reading.problems,
    )


def _own(reading: Reading) -> list[Shape]:
    """Claims that no statement holds: the report's own voice."""
    return [_claim_shape(claim) for claim in reading.claims if claim.statement is None]


def _paths(brief: Brief) -> dict[str, str]:
    return {report.id: report.path for report in brief.reports}


def _name_shape(name: Name) -> Shape:
    return {"name": name.name, "type": name.type, "spans": [span_shape(span) for span in name.spans]}


def _claim_shape(claim: Claim) -> Shape:
    return {"kind": claim.kind, "slots": dict(claim.slots), "polarity": claim.polarity, "when": claim.when}


def _read_figure(figure: Figure) -> Shape:
    return {
        "what": figure.what,
        "of": figure.of,
        "who": figure.who,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "new": figure.new,
        "since": figure.since,
        "as_of": figure.as_of,
        "by": figure.by,
        "span": span_shape(figure.span),
    }


def _span_problem(problem: Problem) -> Shape:
    return {"message": problem.message, "span": span_shape(problem.span) if problem.span else None}


def position_shape(position: Position, paths: Mapping[str, str]) -> Shape:
    """A position in the promised form; ``paths`` names the reports by id."""
    return {
        "party": position.party,
        "speaker": position.speaker,
        "stance": position.stance,
        "position": position.position,
        "date": position.date,
        "report": paths.get(position.report, position.report),
        "evidence": {"text": position.text, "span": span_shape(position.evidence)},
        "channel": position.channel,
        "statement": position.statement,
        "likely": likely_shape(position.likely),
    }


def likely_shape(likely: Likely | None) -> Shape | None:
    """How likely a position is read right, part by part, to two places."""
    return {part: round(share, 2) for part, share in asdict(likely).items()} if likely else None


def _estimate_shape(estimate: Estimate) -> Shape:
    return {
        "rule": estimate.rule,
        "what": estimate.what,
        "of": estimate.of,
        "who": estimate.who,
        "unit": estimate.unit,
        "new": estimate.new,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "because": estimate.because,
    }


def _standing_shape(standing: Standing) -> Shape:
    return {"date": standing.date, "standing": standing.standing, "because": standing.because}


def _discrepancy_shape(discrepancy: Discrepancy, paths: Mapping[str, str]) -> Shape:
    passages = zip(discrepancy.reports, discrepancy.evidence, discrepancy.texts, strict=False)
    return {
        "kind": discrepancy.kind,
        "what": discrepancy.what,
        "passages": [
            {"report": paths.get(report, report), "span": span_shape(span), "text": text}
            for report, span, text in passages
        ],
        "because": discrepancy.because,
    }
