from __future__ import annotations

from dataclasses import replace
from typing import Any

from evaluation.nested import line, stage

from sayso.types import Reading, Span, Statement

TEXT = "The agency said, citing the staff, that the bridge was held."


def statement(id: str, source: Span, cue: Span, within: str | None = None) -> Statement:
    return Statement(
        id, "r", (source,), (cue,), (Span(35, 59),), "indirect", "", "", "", "asserts", None, within=within
    )  # fmt: skip


def row(source: Span, cue: Span) -> dict[str, Any]:
    return {
        "source": [[source.start, source.end]],
        "cue": [[cue.start, cue.end]],
        "content": [[35, 59]],
    }


OUTER, INNER = (Span(0, 10), Span(11, 15)), (Span(24, 33), Span(17, 23))


def read(*statements: Statement) -> str:
    return stage(row(*INNER), row(*OUTER), Reading("r", "", statements, (), (), (), ()))


def test_how_far_a_chain_was_read() -> None:
    outer, inner = statement("o", *OUTER), statement("i", *INNER)
    assert read(outer, replace(inner, within="o")) == "right"
    assert read(outer, inner) == "not linked"
    assert read(outer) == "inner missed"
    assert read(inner) == "outer missed"
    assert read() == "both missed"
    assert read(statement("x", Span(0, 33), Span(11, 23))) == "as one"


def test_a_line_for_all() -> None:
    assert line("all", ["right", "as one"]).startswith("all: 2 pairs; right 1, not linked 0, as one 1")
