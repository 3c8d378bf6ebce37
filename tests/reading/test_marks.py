"""The marks of the model by place."""

from __future__ import annotations

import pytest

from sayso.reading.marks import Marks
from sayso.types import Span

LONG, SHORT, LATE = ("ORG", Span(0, 40)), ("LOC", Span(10, 15)), ("PER", Span(50, 55))


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (Span(12, 20), [LONG, SHORT]),
        (Span(15, 20), [LONG]),  # the one before ends where it begins
        (Span(40, 50), []),
        (Span(54, 90), [LATE]),
    ],
)
def test_marks_that_share_a_character_are_found_whichever_is_longest(span: Span, found: list[tuple[str, Span]]) -> None:
    assert list(Marks.of([LATE, SHORT, LONG]).on(span)) == found


def test_no_marks_at_all() -> None:
    assert not list(Marks.of([]).on(Span(0, 5)))
