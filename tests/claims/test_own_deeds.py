from __future__ import annotations

import time

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.own_deeds import is_own_deed, owns_the_dead
from sayso.claims.positions import held_of, relational
from sayso.types import Stance

OTHERS = frozenset({"velgoria"})


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        ("Ostria's army said it had struck some 40 Velgoria positions.", "Ostria's army", True),
        ("The army said on Monday that its jets had bombed a camp.", "Ostria's army", True),
        ("We fired at the depot.", "a colonel", True),
        ("The Naval Forces recalled that they had struck a ship.", "Naval Forces", True),
        ("They attacked our men in Orlin.", "a colonel", False),
        ("The army said it had been struck by rockets.", "Ostria's army", False),
        ("Its positions were attacked at dawn.", "Ostria's army", False),
        ("The army said Velgoria broke the calm and that it launched rockets.", "Ostria's army", False),
        ("The general repeated that his men had fired at no hospital.", "a general", False),
        ("The ministry denied that its guns had fired on the market.", "Ostria's ministry", False),
        ("The army said it had launched an inquiry.", "Ostria's army", False),
    ],
)
def test_who_says_that_it_struck_calls_the_deed_its_own(text: str, speaker: str, wanted: bool) -> None:
    assert is_own_deed(text, "attack", speaker, OTHERS) is wanted


def test_what_was_brought_down_is_ones_own_deed_where_a_thing_was_lost() -> None:
    words = "The army said it had shot down a drone."
    kinds = ("equipment", "attack", "responsibility")
    assert [is_own_deed(words, kind, "the army", OTHERS) for kind in kinds] == [True, False, False]


@pytest.mark.parametrize("own", [True, False])
def test_the_name_of_the_target_is_no_blame(own: bool) -> None:
    text = "Ostria's army said it had struck 40 targets of Velgoria."
    one = make_told("asserts", {}, kind="attack", party="Ostria", speaker="Ostria's army", text=text, own=own)
    draft = make_draft(one, kind="attack", opposed=("Ostria", "Velgoria"))
    assert relational(one, held_of(draft), draft)[0] == "asserts"


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("At least six were killed.", "the Velgorian Health Ministry", "asserts"),
        ("Upper Orlin: 17 martyrs and 15 wounded.", "Ministry of Public Health", "asserts"),
        ("Some 90 people were killed.", "the government", "asserts"),
        ("Four of its soldiers were killed.", "the army", "concedes"),
        ("Three soldiers died.", "the army's medical service", "concedes"),
        ("It put the losses at nine dead.", "the defence ministry", "concedes"),
    ],
)
def test_to_count_the_people_of_a_land_concedes_nothing(text: str, speaker: str, stance: Stance) -> None:
    told = make_told("asserts", {"of": "Velgoria"}, party="Velgoria", kind="casualties", text=text, speaker=speaker)
    draft = make_draft(told, kind="casualties", of="Velgoria")
    assert relational(told, held_of(draft), draft)[0] == stance
    assert owns_the_dead(text, speaker) is (stance == "concedes")


def test_long_words_are_read_at_once() -> None:
    for words in ("its own army " * 1600, "it had " * 3000, "said it " * 2500, "had hit " * 2500):
        start = time.perf_counter()
        is_own_deed(words, "attack", "the armies", OTHERS)
        assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("before", "owned"),
    [("The army lost dozens of its soldiers", True), ("Shells fell on two villages", False), ("", False)],
)
def test_a_number_that_goes_on_about_lost_soldiers_owns_them(before: str, owned: bool) -> None:
    words = "The number of people killed rose to 90, the government said"
    assert owns_the_dead(words, "the government", before) is owned
