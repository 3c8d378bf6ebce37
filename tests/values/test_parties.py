from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.values.parties import learn_parties

WORLD = learn_parties([])
VELGORIA = learn_parties(
    [
        "OSTGRAD, March 3 (Meridian) - Velgorian troops have taken Orlin, Velgoria's defence ministry said.\n\n"
        "Chad said nothing. The Velgorian president is in Ostgrad, the capital of Velgoria."
    ]
)


@pytest.mark.parametrize(
    ("phrase", "party", "kind", "by"),
    [
        ("the Nigerian army", "Nigeria", "state", "demonym"),
        ("Abuja", "Nigeria", "state", "seat"),
        ("Ethiopian troops", "Ethiopia", "state", "demonym"),
        ("the Brazilian foreign minister", "Brazil", "state", "demonym"),
        ("a spokesman for Chile", "Chile", "state", "name"),
        ("the White House", "United States", "state", "seat"),
        ("Pentagon", "United States", "state", "seat"),
        ("Canberra", "Australia", "state", "seat"),
        ("Wellington", "New Zealand", "state", "seat"),
        ("Hanoi", "Vietnam", "state", "seat"),
        ("the Azerbaijani Defense Ministry", "Azerbaijan", "state", "demonym"),
        ("French President Emmanuel Macron", "France", "state", "demonym"),
        ("Downing Street", "United Kingdom", "state", "seat"),
        ("the Kremlin", "Russia", "state", "seat"),
        ("Hezbollah", "Hezbollah", "group", "name"),
        ("the M23 rebels", "M23", "group", "name"),
        ("RSF", "Rapid Support Forces", "group", "name"),
    ],
)
def test_states_of_every_continent_and_groups(phrase: str, party: str, kind: str, by: str) -> None:
    guess = WORLD.party_of(phrase)
    assert guess is not None
    assert (guess.party, guess.kind, guess.by) == (party, kind, by)


@pytest.mark.parametrize(
    "phrase",
    ["UN Secretary-General", "the Red Cross", "Human Rights Watch", "Amnesty International", "the United Nations"],
)
def test_a_body_takes_no_side(phrase: str) -> None:
    guess = WORLD.party_of(phrase)
    assert guess is not None
    assert (guess.party, guess.kind) == ("", "body")


@pytest.mark.parametrize(
    "phrase", ["", "a farmer near the mill", "Jordan Hill, a trader", "Velgorian troops", "malice"]
)
def test_unknown_stays_unknown(phrase: str) -> None:
    assert WORLD.party_of(phrase) is None


def test_several_parties_are_joined_and_a_destination_is_not_the_speaker() -> None:
    both, poland = WORLD.party_of("Kyiv and Moscow"), WORLD.party_of("a trip to Berlin by the Polish premier")
    assert both is not None
    assert poland is not None
    assert both.party == "Ukraine; Russia"
    assert poland.party == "Poland"


def test_the_reason_names_the_words() -> None:
    seat, named = WORLD.party_of("Abuja"), WORLD.party_of("the Taliban")
    assert seat is not None
    assert named is not None
    assert seat.because == '"Abuja" is a seat of Nigeria'
    assert named.because == '"Taliban" is named'


def test_what_reports_teach_stands_beside_the_world() -> None:
    taught, world = VELGORIA.party_of("the Velgorian army"), VELGORIA.party_of("Hanoi")
    assert taught is not None
    assert world is not None
    assert (taught.party, world.party) == ("Velgoria", "Vietnam")
    assert '"Velgorian"' in taught.because
    assert "Chad" not in VELGORIA.learnt


@given(st.text(max_size=80))
def test_no_phrase_is_an_error(phrase: str) -> None:
    guess = VELGORIA.party_of(phrase)
    assert guess is None or guess.because


@given(st.lists(st.text(max_size=200), max_size=3))
def test_no_text_is_an_error(texts: list[str]) -> None:
    assert all(one.party and one.because for one in learn_parties(texts).learnt.values())
