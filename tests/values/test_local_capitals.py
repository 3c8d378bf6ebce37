from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.values.local_capitals import candidates, is_hall

NOBODY: frozenset[str] = frozenset()


def may_be(*texts: str, taken: frozenset[str] = NOBODY, persons: frozenset[str] = NOBODY) -> set[str]:
    return set(candidates(texts, taken, persons))


@pytest.mark.parametrize(
    "text",
    [
        "ORLINE, 3 May. In Tor nobody slept. Tor refused to publish a figure.",
        "The junta in Tor spoke of losses. Lorries stood at Tor.",
        "An aide in Tor kept silent. Tor's negotiator left the table.",
        "The rebels say they take no orders from Tor. The junta in Tor laughed.",
        "They talked in the capital, Tor, for hours.",
        "07.40 Tor: nothing happened.\n08.10 Shots in Tor.",
    ],
)
def test_a_city_that_acts_or_houses_rulers_may_be_a_seat(text: str) -> None:
    assert may_be(text) == {"Tor"}


def test_a_seat_may_have_several_words_where_it_stands_as_a_place() -> None:
    text = "Soldiers stood in Porto Velho. Porto Velho denied it. Then Lida Marrow denied it."
    assert may_be(text) == {"Porto Velho"}


def test_a_palace_is_one_by_its_name() -> None:
    assert is_hall("Amber Palace")
    assert not is_hall("Amber Relief")
    assert may_be("The Amber Palace denied giving the order. The Amber Relief denied it.") == {"Amber Palace"}


@pytest.mark.parametrize(
    "text",
    [
        "The bakers in Kestrin sell bread. A shell fell on Kestrin.",
        "The Dentist denied it. The Dentist has refused. In the Dentist they trust.",
        "Marrow denied it. Marrow refused again.",
        "The embassy in Kestrin is closed.",
    ],
)
def test_a_town_a_nickname_and_a_person_are_none(text: str) -> None:
    assert may_be(text, persons=frozenset({"Marrow"})) == set()


def test_what_stands_for_something_already_is_left_alone() -> None:
    assert may_be("In Tor nobody slept. Tor denied it.", taken=frozenset({"Tor"})) == set()


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(name in text for name in may_be(text))
