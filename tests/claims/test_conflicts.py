from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report, make_told

from sayso.claims.conflicts import Conflict, find_conflicts, find_opposed
from sayso.claims.naming import Naming
from sayso.types import Name, Reading, Report, Span
from sayso.values.sides_file import read_sides

SAME = ("Orlin", "Tamm", "Luzhin")
NAMING = Naming((), {place: place for place in (*SAME, "Marn", "Ulm")}, {}, {}, {})


def reading(report: str, *places: str) -> Reading:
    names = tuple(Name(place, "LOC", (Span(0, 1),)) for place in places)
    return Reading(report, "reader", (), (), names, (), ())


def found(reports: list[Report], *places: tuple[str, ...]) -> dict[str, Conflict]:
    readings = {r.id: reading(r.id, *names) for r, names in zip(reports, places, strict=True)}
    return find_conflicts(reports, readings, [], NAMING)


def test_reports_that_share_three_names_are_about_one_conflict() -> None:
    reports = [make_report("", name=name) for name in ("a", "b", "c")]
    conflicts = found(reports, SAME, SAME, ("Marn", "Ulm", "Orlin"))
    assert conflicts["a"] == conflicts["b"]
    assert conflicts["c"].id != conflicts["a"].id
    assert set(conflicts["a"].names) == set(SAME)


def test_long_after_it_is_another_conflict() -> None:
    reports = [make_report("", name="a"), make_report("", name="b", published="2022-03-02")]
    conflicts = found(reports, SAME, SAME)
    assert conflicts["a"].id != conflicts["b"].id


def test_who_opposes_whom_is_read_from_accusations_and_denials() -> None:
    accuses = make_told("accuses", {"attacker": "Vell"}, party="Ostria", kind="attack")
    taken_up = make_told("denies", party="Vell", own=False)
    denies = replace(taken_up, claim=accuses.claim)
    conflict = find_conflicts([accuses.report], {}, [accuses, denies], NAMING)["r1"]
    assert conflict.opposed == {frozenset(("Ostria", "Vell")): 2}
    assert conflict.belligerents() == {"Ostria", "Vell"}
    assert (conflict.opponent("Vell"), conflict.opponent("Marn")) == ("Ostria", "")


def test_a_party_alone_is_opposed_to_nobody() -> None:
    alone = make_told("accuses", {"attacker": "Ostria"}, party="Ostria", kind="attack")
    assert find_conflicts([alone.report], {}, [alone], NAMING)["r1"].belligerents() == frozenset()


def test_who_opposes_whom_says_why_and_who_says_so() -> None:
    accuses = make_told("accuses", {"attacker": "Vell"}, party="Ostria", kind="attack")
    given = read_sides("[[side]]\nname = 'Marn'\nagainst = ['Vell']")
    user, text = find_opposed([accuses], NAMING, given)
    assert (user.parties, user.source, user.because) == (("Marn", "Vell"), "user", ("the user: Marn against Vell",))
    assert (text.parties, text.source, text.statements) == (("Ostria", "Vell"), "text", (accuses.statement.id,))
    assert text.because == ("the text: Ostria accuses Vell",)


def test_the_user_says_that_two_sides_are_with_each_other() -> None:
    accuses = make_told("accuses", {"attacker": "Vell"}, party="Ostria", kind="attack")
    given = read_sides("[[side]]\nname = 'Ostria'\nwith = ['Vell']")
    assert find_opposed([accuses], NAMING, given) == []
    assert find_conflicts([accuses.report], {}, [accuses], NAMING, given)["r1"].belligerents() == frozenset()


def test_a_conflict_is_called_after_the_two_that_clash_most_else_after_what_is_named_most() -> None:
    pairs = {frozenset(("Vell", "Orlin")): 3, frozenset(("Vell", "Marn")): 2, frozenset(("Marn", "Ulm")): 1}
    assert Conflict("r1", ("Vell", "Tamm", "Orlin"), pairs).title == "Vell, Orlin"
    assert Conflict("r1", ("Tamm", "Marn", "Ulm"), {frozenset(("Marn", "Ulm")): 1}).title == "Tamm, Marn"


def test_two_who_often_claim_one_place_stand_against_each_other_and_who_owns_up_at_once() -> None:
    held = make_told("asserts", {"place": "Orlin", "change": "held"}, party="Vell")
    taken = make_told("asserts", {"place": "Orlin", "change": "gained"}, party="Ostria")
    lost = make_told("concedes", {"place": "Orlin", "change": "lost"}, party="Vell", speaker="another")
    assert find_opposed([held, taken], NAMING) == []
    (both,) = find_opposed([held, held, taken, taken], NAMING)
    assert (both.parties, both.weight) == (("Ostria", "Vell"), 4)
    (both,) = find_opposed([held, taken, lost], NAMING)
    assert (both.parties, both.weight) == (("Ostria", "Vell"), 25)
    elsewhere = replace(held, party="Ulm", place="Tamm")
    assert find_opposed([held, held, elsewhere, elsewhere], NAMING) == []


def test_who_is_charged_with_backing_a_side_opposes_but_is_no_belligerent_for_that() -> None:
    fights = make_told("accuses", {"attacker": "Vell"}, party="Ostria", kind="attack")
    backs = make_told("accuses", {"from": "Ulm"}, party="Ostria", kind="support")
    assert {each.parties for each in find_opposed([fights, backs], NAMING)} == {("Ostria", "Vell"), ("Ostria", "Ulm")}
    told = [fights, fights, backs, backs, backs]
    conflict = find_conflicts([fights.report], {}, told, NAMING)["r1"]
    assert conflict.belligerents() == {"Ostria", "Vell"}
    assert set(conflict.sides) == {"Ostria", "Vell"}
    assert conflict.opposed[frozenset(("Ostria", "Ulm"))] == 3


def test_two_who_stand_against_a_third_more_than_against_each_other_are_allied() -> None:
    pairs = {frozenset(("Ostria", "Vell")): 3, frozenset(("Marn", "Vell")): 2, frozenset(("Ostria", "Marn")): 1}
    conflict = Conflict("r1", (), pairs)
    assert conflict.are_allied("Ostria", "Marn")
    assert not conflict.are_allied("Ostria", "Vell")
    assert not conflict.are_allied("Ostria", "Ostria")
    assert not Conflict("r1", (), {frozenset(("Vell",)): 4, **pairs}).are_allied("Vell", "Vell")


def test_of_two_that_oppose_a_side_about_as_often_the_one_most_told_of_is_its_opponent() -> None:
    against = {frozenset(("Velgoria", "Marn")): 3, frozenset(("Velgoria", "Ostria")): 2}
    names = ("Ostria", "Velgoria", "Marn")
    assert Conflict("r1", names, against).opponent("Velgoria") == "Ostria"
    assert Conflict("r1", names, {**against, frozenset(("Velgoria", "Marn")): 5}).opponent("Velgoria") == "Marn"
