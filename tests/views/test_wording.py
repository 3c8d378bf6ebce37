from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.briefs import COUNTS

from sayso.types import Problem
from sayso.views.wording import (
    amount_words,
    channel_words,
    day_words,
    listed,
    number_words,
    period_words,
    problem_words,
    quoted,
    range_words,
    who_words,
)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020-11-08", "8 November 2020"),
        ("2020-11-08T18:30:00+01:00", "8 November 2020"),
        ("2020-09-27/", "since 27 September 2020"),
        ("/2020-11-08", "until 8 November 2020"),
        ("2020-11-01/2020-11-08", "1 to 8 November 2020"),
        ("2020", "2020"),
        ("", "no date"),
        (None, "no date"),
    ],
)
def test_a_day_in_words(iso: str | None, words: str) -> None:
    assert day_words(iso) == words


def test_a_period_names_each_part_once() -> None:
    assert period_words("2020-11-08", "2020-12-01") == "8 November to 1 December 2020"
    assert period_words("2020-12-31", "2021-01-02") == "31 December 2020 to 2 January 2021"


@pytest.mark.parametrize(
    ("wording", "low", "high", "best", "unit", "new", "words"),
    [
        ("exact", 1221, 1221, 1221, "people", False, "1,221"),
        ("at least", 140, None, 140, "people", False, "at least 140"),
        ("more than", 200, None, 200, "towns", None, "more than 200 towns"),
        ("at most", None, 30, 30, "people", False, "at most 30"),
        ("about", 9, 11, 10, "km", None, "about 10 km"),
        ("range", 44, 60, 52, "people", False, "44 to 60"),
        ("vague", 24, None, None, "people", True, "24 or more (new)"),
        ("vague", 24, 99, 36, "people", False, "24 to 99"),
        ("exact", 1.5, 1.5, 1.5, "km", None, "1.5 km"),
    ],
)
def test_an_amount_as_its_wording_allows(
    wording: str, low: float | None, high: float | None, best: float | None, unit: str, new: bool | None, words: str
) -> None:
    figure = replace(COUNTS[0], wording=wording, low=low, high=high, best=best, unit=unit, new=new)
    assert amount_words(figure) == words


def test_a_range_says_which_end_is_open() -> None:
    assert range_words(replace(COUNTS[0], low=None, high=30)) == "up to 30"
    assert range_words(replace(COUNTS[0], low=None, high=None)) == "–"
    assert range_words(replace(COUNTS[0], low=5, high=7)) == "5 to 7"
    assert number_words(None) == "–"


def test_words_that_bring_their_quotation_marks_get_no_others() -> None:
    assert quoted("„Schluss!“") == "„Schluss!“"
    assert quoted("he said “no” twice") == "‘he said “no” twice’"


def test_who_speaks_for_several_parties() -> None:
    assert who_words("Armenia; Nagorno-Karabakh", "their leaders") == "Armenia; Nagorno-Karabakh (their leaders)"
    assert who_words("", "Elysee circles") == "Elysee circles"


def test_a_problem_names_its_input_once() -> None:
    assert problem_words(Problem("a.txt: is empty", path="a.txt")) == "a.txt: is empty"
    assert problem_words(Problem("is empty", path="a.txt")) == "a.txt: is empty"
    assert problem_words(Problem("nothing")) == "nothing"


def test_a_list_in_a_sentence() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]


def test_services_are_printed_by_their_own_names() -> None:
    assert [channel_words("facebook"), channel_words("press statement"), channel_words("")] == [
        "Facebook",
        "press statement",
        "",
    ]
