from __future__ import annotations

from dataclasses import replace

from tests.views.exports.made import CLAIMS, FIGURES

from sayso.types import Span
from sayso.values.figure_notes import BESIDE, PART
from sayso.views.exports.counts import Range, count_named, deaths_of, range_of

CLAIM = CLAIMS[1]


def test_no_figure_is_no_number_and_not_nought() -> None:
    assert range_of([]) == Range()
    assert deaths_of([], ("A", "B")).all == Range()


def test_the_latest_figure_is_best_and_an_open_one_leaves_high_open() -> None:
    first, later = replace(FIGURES[0], low=5, best=5, high=5, as_of="2031-03-01"), FIGURES[3]
    assert range_of([first, later]) == Range(5, 14, 14)
    assert range_of([first, later, FIGURES[0]]) == Range(5, 14, None)
    at_most = replace(first, low=None, best=None, high=9)
    assert range_of([at_most]) == Range(None, 9, 9)


def test_groups_with_nobody_in_common_make_the_whole_and_a_figure_for_all_stands_alone() -> None:
    soldiers = replace(CLAIM, slots=(("who", "soldiers"), ("of", "B")))
    people = replace(CLAIM, slots=(("who", "people"),))
    civilians, army = FIGURES[3], replace(FIGURES[3], low=3, best=3, high=4)
    apart = deaths_of([(civilians, CLAIM), (army, soldiers)], ("A", "B"))
    assert (apart.all, apart.civilians, apart.b, apart.a) == (Range(17, 17, 18), 14, 3, None)
    whole = deaths_of([(civilians, people), (army, soldiers)], ("A", "B"))
    assert (whole.all, whole.unknown, whole.b) == (Range(14, 14, 14), 14, None)


def test_a_number_too_small_to_hold_another_does_not_stand_for_it() -> None:
    """Of the wounded some died: six more, of whom nothing else is said, are not all of fourteen civilians."""
    people = replace(CLAIM, slots=(("who", "people"),))
    more = replace(FIGURES[3], low=6, best=6, high=6)
    assert deaths_of([(FIGURES[3], CLAIM), (more, people)], ("A", "B")).all == Range(14, 14, 14)


def test_children_are_counted_where_the_claim_says_children() -> None:
    children = replace(CLAIM, slots=(("who", "children"),))
    assert count_named([(FIGURES[3], children), (FIGURES[0], CLAIM)], "killed", ("children",)) == Range(14, 14, 14)


def test_those_counted_beside_each_other_are_one_toll_and_a_part_is_none() -> None:
    students = replace(FIGURES[3], low=11, best=11, high=11, who="students", span=Span(10, 12))
    teachers = replace(students, low=2, best=2, high=2, who="teachers", span=Span(20, 23), note=BESIDE)
    both = deaths_of([(students, CLAIM), (teachers, CLAIM)], ("A", "B"))
    assert both.all == Range(13, 13, 13)
    some = replace(teachers, note=PART)
    assert deaths_of([(students, CLAIM), (some, CLAIM)], ("A", "B")).all == Range(11, 11, 11)


def test_best_is_never_below_low_or_above_high() -> None:
    more = replace(FIGURES[3], low=451, best=450, high=None)
    fewer = replace(FIGURES[3], low=None, best=80, high=79)
    assert range_of([more]) == Range(451, 451, None)
    assert range_of([fewer]) == Range(None, 79, 79)
