"""Rival governments of one land."""

from sayso.values.parties import learn_parties

SPLIT = (
    "BELMAR/TORVA, May 3, 2021 - Velgoria's rival governments fought for a bridge. The defence ministry in Belmar said "
    "that it held. The army loyal to Torva denied it, and the Torva government sent guns. Velgorian papers wept. "
    "The foreign minister in Torva, Ana Reth, told reporters so. The Belmar government was silent in Belmar."
)


def party(words: str, text: str) -> str:
    found = learn_parties([text]).party_of(words)
    return found.party if found else ""


def test_each_city_is_a_party_of_its_own() -> None:
    assert party("the defence ministry in Belmar", SPLIT) == "Belmar"
    assert party("the Torva government", SPLIT) == "Torva"


def test_seats_of_two_states_are_no_rivals() -> None:
    text = SPLIT.replace("Velgoria's rival governments", "The two governments")
    assert party("the defence ministry in Belmar", text) != "Belmar"


def test_a_word_that_is_no_place_is_no_seat() -> None:
    text = SPLIT.replace("Belmar", "Provisional").replace("BELMAR", "ORLIN").replace("in Provisional", "there")
    assert party("the Provisional government", text) != "Provisional"
