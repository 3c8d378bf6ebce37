"""Who tells of a strike of its own, and what neither accuses nor denies by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.own_deeds import hits_in, is_bare_strike, land_of
from sayso.claims.positions import held_of, relational
from sayso.types import Stance

SIDES = ("Ostria", "Vell")


def stance_of(text: str, party: str, *, stance: Stance = "asserts", attacker: str = "") -> Stance:
    slots = {"attacker": attacker} if attacker else {}
    one = make_told(stance, slots, kind="attack", party=party, speaker="the army", text=text)
    draft = make_draft(one, kind="attack", opposed=SIDES)
    return relational(one, held_of(draft), draft)[0]


@pytest.mark.parametrize(
    ("text", "attacker", "wanted"),
    [
        ("Two rockets struck a depot at Orlin.", "Ostria", "asserts"),
        ("Two rockets struck a depot at Orlin.", "Vell", "accuses"),
        ("An army spokesman said that jets had also bombed Orlin.", "", "asserts"),
        ("An army spokesman said that jets had also bombed a school in Orlin.", "", "accuses"),
        ("An army spokesman said that enemy jets had bombed Orlin.", "", "accuses"),
        ("He could neither confirm nor deny that Orlin was struck.", "", "withholds"),
    ],
)
def test_who_tells_of_its_own_strike_accuses_nobody(text: str, attacker: str, wanted: Stance) -> None:
    stances: tuple[Stance, ...] = ("asserts", "accuses")
    for stance in stances:
        assert stance_of(text, "Ostria", attacker=attacker, stance=stance) == wanted


@pytest.mark.parametrize("text", ["The army said it had come under attack.", "That Ostria struck first is a lie."])
def test_who_suffers_or_denies_an_attack_claims_none(text: str) -> None:
    assert stance_of(text, "Ostria", attacker="Ostria", stance="accuses") == "accuses"


def test_an_outsider_that_says_it_fired_asserts_it() -> None:
    one = make_told("asserts", {}, kind="attack", party="Tamm", speaker="Tamm's fighters", text="They say they fired.")
    draft = make_draft(one, kind="attack", opposed=SIDES)
    assert relational(one, held_of(draft), draft)[0] == "asserts"


def test_a_hit_in_the_land_of_the_other_side_is_ones_own() -> None:
    france = land_of("Lyon")
    assert hits_in(france, "Spain", {"France"})
    assert not hits_in(france, "France", {"Spain"})
    assert not hits_in(france, "Spain", {"Italy"})
    assert hits_in(france, "Spain", {"the Lyon Front"})
    assert not hits_in("", "Spain", {"France"})
    one = make_told("asserts", {}, kind="attack", party="Spain", speaker="the army", text="The base was struck.")
    for place, wanted in (("Lyon", "asserts"), ("Toledo", "accuses")):
        told = replace(one, place=place)
        draft = make_draft(told, kind="attack", opposed=("Spain", "France"))
        assert relational(told, held_of(draft), draft)[0] == wanted


def test_jets_of_nobody_are_an_armys_own() -> None:
    assert is_bare_strike("the general staff said warplanes had hit a depot", "the general staff")
    assert not is_bare_strike("residents said warplanes had hit a depot", "residents")
    assert not is_bare_strike("the army said warplanes had killed two women", "the army")


def test_who_is_accused_denies_nothing_by_telling_of_destruction() -> None:
    charge = make_told("accuses", {"attacker": "Vell"}, kind="attack", party="Ostria")
    draft = make_draft(charge, kind="attack", opposed=SIDES)
    for text, wanted in (("The sites were destroyed.", "asserts"), ("No sites were destroyed.", "denies")):
        one = make_told("asserts", kind="attack", party="Vell", own=False, text=text)
        assert relational(one, held_of(draft), draft)[0] == wanted
