"""Figures in vague words, with the user's values for them."""

from __future__ import annotations

from tests.claims.made import make_report

from sayso.claims.revaluing import revalue
from sayso.types import Figure, Report, Span
from sayso.values.numbers import find_quantities
from sayso.values.numbers_file import read_number_words

TEXT = "Dozens died, 140 were hurt, and more than two dozen fled."
REPORTS: dict[str, Report] = {"r1": make_report(TEXT)}


def figures() -> list[Figure]:
    return [
        Figure("r1", None, "killed", "", q.low, q.high, q.best, q.wording, "people", None, None, "", q.span)
        for q in find_quantities(TEXT)
    ]


def test_without_a_file_figures_stay() -> None:
    assert revalue(figures(), REPORTS, None) == figures()


def test_vague_words_take_the_values_of_the_file_and_exact_ones_stay() -> None:
    dozens, exact, two_dozen = revalue(figures(), REPORTS, read_number_words('use = "acled"'))
    assert (dozens.low, dozens.best, dozens.high) == (12, 12, 12)
    assert [exact, two_dozen] == figures()[1:]
    assert dozens.span == Span(0, 6)
