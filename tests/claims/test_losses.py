from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.losses import begun, loss_key, toll_keys
from sayso.claims.naming import Naming
from sayso.claims.places_meant import Places
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key

NAMING = Naming((), {}, {}, {}, {})
OF_OSTRIA = ("casualties", "killed", "of", "Ostria")
TWO = Conflict("r1", (), {frozenset(("Ostria", "Velgoria")): 4})


def key(text: str, slots: Mapping[str, str], *, party: str = "", main: str = "") -> Key | None:
    one = make_told("asserts", slots, kind="casualties", party=party, text=text)
    named = bool(slots["place"]) and slots["place"] in text
    return loss_key(one, TWO, NAMING, slots["place"], main or slots["place"], firm=named)


@pytest.mark.parametrize(
    "text",
    [
        "Four Velgorian civilians were killed.",
        "Four civilians were killed in Velgoria.",
        "Four Velgorian women died in the shelling.",
    ],
)
def test_the_dead_of_a_people_are_its_sides_where_no_place_is_named(text: str) -> None:
    assert key(text, {"place": "Orlin", "who": "civilians"}) == ("casualties", "killed", "of", "Velgoria")


def test_the_dead_of_a_people_at_a_place_are_the_places() -> None:
    found = key("Four Velgorian civilians were killed at Orlin.", {"place": "Orlin", "who": "civilians"})
    assert found == ("casualties", "killed", "at", "Orlin")


def test_a_side_that_counts_its_own_civilians_counts_them_as_its_own() -> None:
    own = key("It lost 21 civilians, it said.", {"place": "Orlin", "who": "civilians"}, party="Ostria")
    elsewhere = key("It said 30 civilians died.", {"place": "Tamm", "who": "civilians"}, party="Ostria", main="Orlin")
    nowhere = key("It said 30 civilians died.", {"place": "", "who": "civilians"}, party="Ostria", main="Orlin")
    assert own == elsewhere == nowhere == ("casualties", "killed", "of", "Ostria")


def test_who_tells_of_the_dead_of_the_place_that_the_report_is_about_tells_of_that_place() -> None:
    found = key("It said 30 civilians died.", {"place": "Orlin", "who": "civilians"}, party="Ostria")
    assert found == ("casualties", "killed", "at", "Orlin")


def test_the_enemys_soldiers_are_its_losses_wherever_they_fell() -> None:
    slots = {"place": "Orlin", "who": "soldiers", "of": "enemy"}
    for text in ("Nine soldiers fell.", "Nine soldiers fell at Orlin."):
        assert key(text, slots, party="Ostria") == ("casualties", "killed", "of", "Velgoria")


def test_the_soldiers_whom_the_words_call_a_sides_are_that_sides_losses() -> None:
    pairs = {frozenset((side, "Velgoria")): often for side, often in (("Ostria", 4), ("Marn", 1), ("Hill Front", 1))}
    three = Conflict("r1", (), pairs)
    slots = {"place": "Orlin", "who": "soldiers", "of": "enemy"}
    for words, of in (
        ("nine soldiers", "Velgoria"),
        ("nine Hill Front fighters", "Hill Front"),
        ("nine Velgorian soldiers", "Velgoria"),
        ("nine Ostrian soldiers", "Ostria"),
        ("nine", "Velgoria"),
    ):
        one = make_told("asserts", slots, kind="casualties", party="Marn", text=f"It had killed {words} at Orlin.")
        found = loss_key(one, three, NAMING, "Orlin", "Orlin", firm=True)
        assert found == ("casualties", "killed", "of", of)


def test_a_count_of_the_whole_war_is_no_towns_even_where_it_is_the_only_one() -> None:
    one = running("3,200 people have been killed since March 4.", "", "r1")
    assert loss_key(one, TWO, NAMING, "", "Orlin", firm=False) == ("casualties", "toll", TWO.id)


def test_the_place_that_was_told_of_last_goes_before_the_one_that_the_report_is_about() -> None:
    found = key("It said that people had died.", {"place": "Tamm", "who": "people"}, party="Ostria", main="Orlin")
    assert found == ("casualties", "killed", "at", "Tamm")


def running(text: str, place: str, name: str) -> Told:
    one = make_told("asserts", {"place": place, "outcome": "killed"}, kind="casualties", text=text, day="2021-09-01")
    report = replace(one.report, id=name, published="2021-09-01")
    return replace(one, report=report, claim=replace(one.claim, id=f"c-{name}", when="2021-03-04/"))


def test_a_running_toll_is_that_of_the_one_land_which_has_one() -> None:
    rows = [
        running("3,200 people have been killed in Velgoria since March 4.", "Velgoria", "r1"),
        running("2,100 people have been killed since March 4.", "", "r2"),
        running("150 people have been killed in Orlin since March 4.", "Orlin", "r3"),
    ]
    conflicts = {one.report.id: TWO for one in rows}
    keys = toll_keys(rows, Places(rows, conflicts, NAMING), conflicts)
    assert keys == dict.fromkeys(("c-r1", "c-r2"), ("casualties", "toll", "at", "Velgoria"))
    assert begun(rows) == "2021-03-04"


def test_the_toll_of_no_land_is_the_conflicts() -> None:
    rows = [running(f"{n},100 people have been killed since March 4.", "", f"r{n}") for n in (1, 2)]
    conflicts = {one.report.id: TWO for one in rows}
    keys = toll_keys(rows, Places(rows, conflicts, NAMING), conflicts)
    assert set(keys.values()) == {("casualties", "toll", TWO.id)}


def test_the_crew_of_a_merchant_ship_is_no_sides_own() -> None:
    slots = {"place": "Orlin", "who": "sailors", "of": "Ostria"}
    assert key("Two innocent sailors died.", slots, party="Ostria") == ("casualties", "killed", "at", "Orlin")
    assert key("Its crew and two sailors died on the tanker.", slots, party="Ostria") == OF_OSTRIA
    assert key("Two sailors of the navy died when the vessel sank.", slots, party="Ostria") == OF_OSTRIA


def test_whom_a_side_holds_though_they_are_nobodys_are_not_its_losses() -> None:
    slots = {"place": "", "outcome": "captured", "of": "Ostria"}
    assert key("It holds the crew of the tanker.", slots, party="Ostria") is None
    captured = ("casualties", "captured", "of", "Velgoria")
    assert key("It took nine prisoners.", slots | {"of": ""}, party="Ostria") == captured


def test_the_dead_of_a_whole_land_are_not_those_of_the_place_that_the_report_is_about() -> None:
    one = make_told(
        "asserts", {"place": "Sarn", "who": "people"}, kind="casualties", text="Ninety people died in Sarn."
    )
    assert loss_key(one, TWO, NAMING, "", "Orlin", firm=True, land="Sarn") == ("casualties", "killed", "at", "Sarn")
    assert loss_key(one, TWO, NAMING, "", "Orlin", firm=True, land="Ostria") == OF_OSTRIA


def test_a_land_is_meant_by_there_too() -> None:
    slots = {"place": "Velgoria"}
    for text, land in (("Ninety people were killed there.", "Velgoria"), ("There were ninety dead.", "")):
        one = make_told("asserts", slots, kind="casualties", text=text)
        told = replace(one, place="Velgoria")
        assert Places([told], {"r1": TWO}, NAMING).land(told) == land
