"""A copy of a dispatch adds what the dispatch does not tell, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report, make_told

from sayso.claims.copied import Row, figures_added, without_copied
from sayso.types import Figure, Span

DISPATCH = "Ostria said its troops had taken the town of Orlin. Velgoria denied it."
COPY = {"r2": "r1", "r3": "r1"}


def row(report: str, words: str, party: str, text: str = "") -> Row:
    one = make_told("asserts", party=party, text=words)
    told = replace(one, report=make_report(f"{words} {text}", name=report), evidence=Span(0, len(words)))
    return told, ("asserts", "by the wording")


FIRST = row("r1", "Ostria said its troops had taken the town", "Ostria", DISPATCH)


def test_what_the_dispatch_says_is_told_once() -> None:
    again = row("r2", "Its troops had taken the town, Ostria said", "Ostria")
    assert without_copied([FIRST, again], COPY) == [FIRST]
    assert without_copied([again, FIRST], COPY) == [FIRST]


def test_a_party_that_the_dispatch_does_not_have_is_kept_with_words_of_its_own() -> None:
    own = row("r2", "Villagers fled across the river, counted the monitors", "Monitors")
    reworded = row("r2", "troops had taken the town", "Velgoria")
    assert without_copied([FIRST, own, reworded], COPY) == [FIRST, own]


def test_a_question_of_which_the_dispatch_tells_nothing_is_told_by_its_first_copy() -> None:
    kesh, again = (row(name, "Ostria said its troops had taken the town of Kesh", "Ostria") for name in ("r2", "r3"))
    assert without_copied([kesh, again], COPY) == [kesh]


def test_reports_of_different_origin_all_count() -> None:
    other = row("r4", "Ostria said its troops had taken the town", "Ostria")
    assert without_copied([FIRST, other], COPY) == [FIRST, other]


def number(report: str, count: int) -> Figure:
    return Figure(report, None, "killed", "", None, None, count, str(count), "person", None, None, "", Span(0, 1))


def test_a_number_is_new_in_a_copy_where_its_dispatch_does_not_give_it() -> None:
    origins = {"r1": "r1", "r2": "r1", "r3": "r1", "r4": "r4"}
    told = [number("r2", 12), number("r1", 12), number("r2", 7), number("r3", 7), number("r4", 7), number("r1", 12)]
    assert [(one.report, one.best) for one in figures_added(told, origins)] == [
        ("r1", 12),
        ("r2", 7),
        ("r4", 7),
        ("r1", 12),
    ]
