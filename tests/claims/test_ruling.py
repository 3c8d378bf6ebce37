"""States shown with the council that rules them."""

import pytest
from tests.claims.made import make_told

from sayso.claims.ruling import ruled
from sayso.types import Statement
from sayso.values.lettered_names import names_of
from sayso.values.parties import learn_parties

TEXT = "Ostrayan troops left. The army of Ostraya holds the town, said Ilan Reth of the ruling State Order Council."


def spoken(speaker: str, party: str) -> Statement:
    return make_told("asserts", party=party, speaker=speaker).statement


def test_a_state_is_shown_with_who_rules_it() -> None:
    said = [spoken("State Order Council", "Ostraya"), spoken("Press Team of the State Order Council", "Ostraya")]
    assert ruled(learn_parties([TEXT]), [TEXT], said) == {"Ostraya": "Ostraya (State Order Council)"}


@pytest.mark.parametrize(
    "words",
    [
        "the Council for Renewal, as the junta calls itself, denied it.",
        "the junta, officially the Council for Renewal, denied it.",
        "The Council for Renewal, which seized power in May, denied it.",
    ],
)
def test_words_say_that_a_council_rules(words: str) -> None:
    text = f"The army of Ostraya holds the town. {words} Ostrayan troops left."
    said = [spoken("Council for Renewal", "Ostraya")]
    assert ruled(learn_parties([text]), [text], said) == {"Ostraya": "Ostraya (Council for Renewal)"}


def test_a_council_whose_speakers_are_no_states_is_not_shown() -> None:
    assert ruled(learn_parties([TEXT]), [TEXT], [spoken("State Order Council", "")]) == {}
    assert ruled(learn_parties([TEXT]), [TEXT], [spoken("Ostrayan army", "Ostraya")]) == {}


def test_a_user_gives_either_name() -> None:
    assert names_of("Ostraya (State Order Council)")[1:] == ("Ostraya", "State Order Council")
