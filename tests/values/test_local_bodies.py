from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values.test_local_parties import party

from sayso.values.local_bodies import find_bodies

SIDES = {"Ostraya": "Ostraya", "Ostrayan": "Ostraya", "Halde": "Halde", "Haldish": "Halde", "Hill Army": "Hill Army"}


def bodies(*texts: str) -> dict[str, str]:
    return {name: party for name, (party, _) in find_bodies(texts, SIDES, (), {}).items()}


@pytest.mark.parametrize(
    ("text", "body", "party"),
    [
        ("Ostraya spoke. Halde's Third Mountain Brigade denied it.", "Third Mountain Brigade", "Halde"),
        ("Nothing was said for days by the Haldish Maritime Command.", "Maritime Command", "Halde"),
        ("Halde waited. The Coast Guard of Ostraya boarded a trawler.", "Coast Guard", "Ostraya"),
        ("Ostraya knew. The Sea Rifles, which obeys Halde, fired.", "Sea Rifles", "Halde"),
        ("The Hill Army moved. Its Fifth Division took a hill, Halde waited.", "Fifth Division", "Hill Army"),
    ],
)
def test_words_say_whose_a_body_is(text: str, body: str, party: str) -> None:
    assert bodies(text)[body] == party


@pytest.mark.parametrize(
    "text",
    [
        "Halde waited. The Border Monitoring Service counted shells.",
        "Ostraya spoke. Near Tor, the Valley Army took a post. Halde knew.",
        "Halde's Joint Relief Committee came.",
        "HALDE ARMS STATE POLICE, SAYS OSTRAYA AND EVERYBODY ELSE",
    ],
)
def test_observers_movements_and_headlines_have_no_owner(text: str) -> None:
    assert bodies(text) == {}


def test_two_sides_with_the_same_claim_leave_a_body_alone() -> None:
    assert bodies("Halde's Naval Service fired. Ostraya's Naval Service fired.") == {}


def test_the_table_of_parties_knows_them() -> None:
    text = (
        "Ostraya and Halde fight on. Haldish troops left. Halde's 53rd Division entered Kestrin. Ostrayan troops went "
        "home. The 53rd Division denied it."
    )
    assert party("an officer of the 53rd Division", text) == "Halde"


def test_without_sides_there_are_no_bodies() -> None:
    assert find_bodies(["The Border Service spoke."], {}, (), {}) == {}


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(party in SIDES.values() for party in bodies(text).values())


def test_what_every_state_has_is_only_of_the_sides_that_are_named_most() -> None:
    ruvo = ("Ostraya, Halde. Ostraya spoke, Halde spoke.", "The Ruvo Defence Ministry declined to comment.")
    sides = SIDES | {"Ruvo": "Ruvo"}
    assert "Defence Ministry" not in find_bodies(ruvo, sides, (), {})
    assert find_bodies((*ruvo, "Ruvo, Ruvo, Ruvo."), sides, (), {})["Defence Ministry"][0] == "Ruvo"
    assert "Third Brigade" in find_bodies((ruvo[0], "The Ruvo Third Brigade fired."), sides, (), {})
