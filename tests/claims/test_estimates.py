from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.estimates import estimates, mark_counters, rule_of
from sayso.claims.naming import Naming
from sayso.types import Counting, Estimate, Figure, Report, Rule, Span
from sayso.values.figure_notes import PART, TAKEN_BACK, denied_by
from sayso.values.numbers_file import read_number_words

TEXT = "dozens of dead"


def count(
    low: float, day: str, by: str, counting: Counting, high: float | None = -1, new: bool | None = None
) -> Figure:
    high = low if high == -1 else high
    return Figure(
        "r", None, "killed", "Orlan", low, high, low, "exact", "people", new, day, by, Span(0, 6), counting=counting
    )


def by_rule(*figures: Figure, new: bool = False) -> dict[Rule, tuple[float | None, float | None, float | None]]:
    reports = {"r": Report("r", TEXT, "r.txt", published="2021-03-05")}
    made = estimates(figures, reports, {})
    return {each.rule: (each.low, each.best, each.high) for each in made if each.new is new}


def test_of_each_counter_the_latest_stands() -> None:
    found = by_rule(count(20, "2021-03-05", "Orlan", "own"), count(34, "2021-03-06", "Orlan", "own"))
    assert found == {"sayso": (34, 34, 34), "ucdp": (34, 34, 34), "acled": (None, 34, None)}


def test_what_a_party_counts_of_its_enemy_is_the_high_end_and_no_best() -> None:
    found = by_rule(count(34, "2021-03-05", "Orlan", "own"), count(140, "2021-03-06", "Vesk", "enemy"))
    assert found == {"sayso": (34, 34, 140), "ucdp": (34, 34, 140), "acled": (None, 34, None)}


def test_a_count_that_is_taken_back_or_a_part_of_one_is_none_of_its_own() -> None:
    rows = (
        count(13, "2021-03-05", "Orlan", "own"),
        replace(count(23, "2021-03-05", "Orlan", "own"), note=TAKEN_BACK),
        replace(count(4, "2021-03-05", "the clinic", "outsider"), note=PART),
    )
    assert by_rule(*rows)["sayso"] == (13, 13, 13)
    assert by_rule(rows[1])["sayso"] == (23, 23, 23), "it stands where there is no other"


def test_a_denied_number_is_no_count_of_who_denies_it() -> None:
    told = make_told("denies", party="Orlan").statement
    denied = replace(count(90, "2021-03-05", "", ""), statement=told.id, note=denied_by("a colonel"))
    [marked] = mark_counters([denied], {told.id: told}, Naming((), {}, {}, {}, {}), ())
    assert marked.counting == ""
    assert by_rule(denied, count(13, "2021-03-05", "Orlan", "own"))["sayso"] == (13, 13, 90)


def test_it_is_the_best_where_nobody_else_counts() -> None:
    assert by_rule(count(140, "2021-03-06", "Vesk", "enemy"))["sayso"] == (140, 140, 140)


@pytest.mark.parametrize(("rule", "best"), [("sayso", 61), ("ucdp", 47), ("acled", 47)])
def test_the_rules_differ_where_an_outsider_counted_before(rule: Rule, best: float) -> None:
    rows = (count(47, "2021-03-05", "the Register", "outsider"), count(61, "2021-03-06", "Orlan", "own"))
    assert by_rule(*rows)[rule][1] == best


def test_the_dead_of_an_old_war_are_none_of_this_day() -> None:
    rows = (
        count(60, "2021-03-05", "Orlan", "own"),
        count(72, "2021-03-05", "the Register", "outsider"),
        count(17_000, "2021-03-06", "estimates", "outsider"),
    )
    assert by_rule(*rows)["ucdp"] == (60, 72, 72)


def test_an_open_end_stays_open_and_new_numbers_stand_apart() -> None:
    rows = (count(34, "2021-03-05", "Orlan", "own", None), count(5, "2021-03-06", "Orlan", "own", new=True))
    assert by_rule(*rows)["sayso"] == (34, 34, None), "34 and the 5 that are new are not added up"
    assert by_rule(*rows, new=True)["sayso"] == (5, 5, 5)


def test_vague_words_have_the_values_of_the_rule() -> None:
    vague = replace(count(24, "2021-03-05", "Orlan", "own", None), wording="vague")
    found = by_rule(vague)
    assert found["sayso"] == (24, 24, None)
    assert (found["ucdp"], found["acled"][1]) == ((24, 24, 24), 12)


def test_the_rule_goes_with_the_set_of_words_in_use() -> None:
    assert rule_of(None) == "sayso"
    assert rule_of(read_number_words('use = "ucdp"')) == "ucdp"


def test_each_thing_counted_has_every_rule_and_says_why() -> None:
    made = estimates([count(3, "2021-03-05", "Orlan", "own")], {}, {})
    assert [each.rule for each in made] == ["sayso", "ucdp", "acled"]
    assert all(isinstance(each, Estimate) and each.because for each in made)


def test_the_enemy_of_who_counts_is_the_one_party_that_stands_against_it() -> None:
    told = make_told("asserts", party="Vell").statement
    figure = replace(count(300, "2021-03-05", "Vell", ""), of="enemy", statement=told.id)
    naming = Naming((), {}, {}, {}, {})
    for opposed, of in (([("Vell", "Orlan")], "Orlan"), ([("Vell", "Orlan"), ("Vell", "Marn")], ""), ([], "")):
        [marked] = mark_counters([figure], {told.id: told}, naming, [frozenset(pair) for pair in opposed])
        assert (marked.of, marked.counting) == (of, "enemy")
