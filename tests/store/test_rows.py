from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from tests.store import made

from sayso.store import rows
from sayso.types import Claim, Problem, Reading, Report, Span, Statement


def through_json(row: dict[str, Any]) -> dict[str, Any]:
    """The row with everything in it as the database gives it back."""
    back: dict[str, Any] = json.loads(json.dumps(row))
    return back


@given(made.reports)
def test_reports_come_back_equal(report: Report) -> None:
    assert rows.report_of(through_json(rows.report_row(report))) == report


@given(made.statements)
def test_statements_come_back_equal(statement: Statement) -> None:
    assert rows.statement_of(through_json(rows.statement_row(statement))) == statement


@given(made.claims)
def test_claims_come_back_equal(claim: Claim) -> None:
    assert rows.claim_of(through_json(rows.claim_row(claim))) == claim


@given(made.readings)
def test_readings_come_back_equal(reading: Reading) -> None:
    row = through_json(rows.reading_row(reading))
    assert rows.reading_of(row, reading.statements, reading.claims) == reading


@given(made.problems)
def test_problems_come_back_equal(problem: Problem) -> None:
    assert rows.problem_of(through_json(rows.problem_json(problem))) == problem


def test_every_field_is_kept() -> None:
    """A field added to a record must be added to its rows."""
    assert {*rows.report_row(made.report())} == {*Report.__dataclass_fields__}
    statement = made.reading(made.report()).statements[0]
    assert {*rows.statement_row(statement)} == {*Statement.__dataclass_fields__}


def test_the_same_problem_has_the_same_id() -> None:
    problem = Problem("empty", "a.txt")
    assert rows.problem_id(problem) == rows.problem_id(Problem("empty", "a.txt"))
    assert rows.problem_id(problem) != rows.problem_id(Problem("empty", "a.txt", Span(0, 0)))
