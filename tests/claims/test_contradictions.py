from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_draft, make_weighed

from sayso.claims.contradictions import find_contradictions
from sayso.claims.naming import Naming
from sayso.claims.positions import Weighed
from sayso.types import Discrepancy, Quantity, Span, Stance

NAMING = Naming((), {}, {}, {}, {})


def counts(
    party: str,
    number: float,
    day: str = "2021-03-02",
    stance: Stance = "asserts",
    *,
    new: bool | None = None,
    unit: str = "",
) -> Weighed:
    counted = Quantity(Span(0, 1), number, number, number, "exact", new, unit, "")
    weighed = make_weighed(stance, party, day, number=(number, number))
    return replace(weighed, counted=counted)


def find(kind: str, *weighed: Weighed) -> list[Discrepancy]:
    return find_contradictions(make_draft(kind=kind), weighed, NAMING)


def test_two_counts_of_one_thing_exclude_each_other() -> None:
    [found] = find("casualties", counts("Ostria", 140), counts("Vell", 60))
    assert (found.kind, found.what) == ("number", "? Ostria: 140; Vell: 60")
    assert find("casualties", counts("Ostria", 60), counts("Vell", 60)) == []


def test_the_last_number_of_each_counts() -> None:
    assert find("casualties", counts("Ostria", 60), counts("Vell", 40), counts("Vell", 60, "2021-03-03")) == []


def test_a_toll_may_rise_from_day_to_day_but_not_fall_below_one_before() -> None:
    assert find("casualties", counts("Ostria", 11), counts("Vell", 31, "2021-03-06")) == []
    assert len(find("casualties", counts("Ostria", 31), counts("Vell", 11, "2021-03-06"))) == 1


def test_a_side_that_counts_fewer_than_before() -> None:
    [found] = find("casualties", counts("Vell", 61), counts("Vell", 53, "2021-03-04"))
    assert "fewer" in found.because
    assert find("casualties", counts("Vell", 53), counts("Vell", 61, "2021-03-04")) == []


def test_what_is_new_or_of_another_kind_or_far_apart_is_none() -> None:
    assert find("casualties", counts("Ostria", 140), counts("Vell", 12, new=True)) == []
    assert find("figure", counts("Ostria", 40, unit="buses"), counts("Vell", 9, unit="tanks")) == []
    assert find("displacement", counts("Ostria", 400_000), counts("Vell", 60)) == []


def test_one_party_on_both_sides_of_a_question() -> None:
    denied = replace(
        make_weighed("denies", "Vell"), position=replace(make_weighed("denies", "Vell").position, evidence=Span(5, 9))
    )
    [found] = find("control", denied, make_weighed("concedes", "Vell"), make_weighed("asserts", "Ostria"))
    assert found.kind == "did or did not"
    assert "Vell" in found.because


def test_who_denies_one_day_and_concedes_on_another_has_changed_its_word() -> None:
    assert find("control", make_weighed("denies", "Vell"), make_weighed("concedes", "Vell", "2021-03-04")) == []


def test_two_parties_that_contradict_each_other_are_no_more_than_a_dispute() -> None:
    assert find("control", make_weighed("asserts", "Ostria"), make_weighed("denies", "Vell")) == []


def test_who_accuses_another_and_denies_it_of_itself_says_one_thing() -> None:
    assert find("attack", make_weighed("accuses", "Vell"), make_weighed("denies", "Vell")) == []


def test_a_denial_of_what_was_established() -> None:
    found = replace(make_weighed("confirms", "", speaker="Inspectorate"), established=True)
    [one] = find("equipment", found, make_weighed("denies", "Vell"))
    assert "Inspectorate found it so" in one.because
