from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SidesError
from sayso.values.parties import learn_parties
from sayso.values.sides_file import GivenSides, read_sides

FILE = """
[[side]]
name = "Velgoria"
names = ["Welgoria", "Ostgrad", "the Ninth Brigade"]
speakers = ["Darko Milen"]
against = ["Slat"]
with = ["Ruzhenia"]

[[side]]
name = "Slatovina"
names = ["Slat"]
kind = "region"

[[side]]
name = "River Mission"
kind = "body"
"""


def test_a_file_says_what_stands_for_a_side_and_whom_it_opposes() -> None:
    sides = read_sides(FILE)
    assert sides.parties["Welgoria"] == sides.parties["Velgoria"] == "Velgoria"
    assert sides.speakers == {"Darko Milen": "Velgoria"}
    assert sides.against == {frozenset(("Velgoria", "Slatovina"))}
    assert sides.together == {frozenset(("Velgoria", "Ruzhenia"))}
    assert sides.kinds["Slatovina"] == "region"


@pytest.mark.parametrize(
    ("phrase", "party"),
    [("the Ninth Brigade", "Velgoria"), ("Ostgrad", "Velgoria"), ("officials in Slat", "Slatovina"), ("Chad", "Chad")],
)
def test_the_user_wins_over_text_and_table(phrase: str, party: str) -> None:
    text = "Tarmakian troops took Orlin. The Tarmakian army of Tarmakia said so in Ostgrad, the capital of Tarmakia."
    guess = learn_parties([text], read_sides(FILE)).party_of(phrase)
    assert guess is not None
    assert guess.party == party
    assert guess.source == ("table" if party == "Chad" else "user")


def test_a_body_that_the_user_names_takes_no_side() -> None:
    guess = learn_parties([], read_sides(FILE)).party_of("the River Mission")
    assert guess is not None
    assert (guess.party, guess.kind) == ("", "body")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("side = 1", "only tables"),
        ("[[sides]]\nname = 'A'", "only tables"),
        ("[[side]]\nnames = ['A']", "needs a name"),
        ("[[side]]\nname = 'A'\ncolour = 'red'", "colour is not known"),
        ("[[side]]\nname = 'A'\nkind = 'club'", "kind is one of"),
        ("[[side]]\nname = 'A'\nnames = 'B'", "names is a list"),
        ("[[side]]\nname = 'A'\nnames = ['C']\n[[side]]\nname = 'B'\nnames = ['C']", "C stands for more than one"),
        ("[[side]]\nname = 'A'\n[[side]]\nname = 'A'", "A stands for more than one"),
        ("[[side]]\nname = 'A'\nagainst = ['B']\nwith = ['B']", "both with and against"),
        ("name = ", "no TOML"),
    ],
)
def test_a_mistake_is_named(text: str, message: str) -> None:
    with pytest.raises(SidesError, match=message):
        read_sides(text)


@given(st.text())
def test_any_text_is_sides_or_an_error_of_ours(text: str) -> None:
    with suppress(SidesError):
        assert isinstance(read_sides(text), GivenSides)
