from __future__ import annotations

import pytest

from sayso.values.body_signs import bodies_in, chance_of_side, noun_of, signs_of_body
from sayso.values.parties import learn_parties

WAR = (
    "OSTGRAD, March 3 - Velgoria's Vanguard Corps said it had captured Orlin, the last town that the army held in the "
    "hills. The army denied it and accused the corps of looting.\n"
    'Colonel Jan Sark, spokesman for the Vanguard Corps, told reporters that "our fighters hold the bridge". '
    "Velgorian soldiers fled, the Corps said. The corps rejected a truce between the army and the Corps.\n"
    "Velgoria's defence ministry said that 40 fighters of the Vanguard Corps had died. Troops fought it. "
    "The paramilitary Vanguard Corps controls the west. Towns held by the corps burned. Its leader spoke of the corps."
)


@pytest.mark.parametrize("words", ["the Vanguard Corps", "Velgoria's Vanguard Corps", "a spokesman for the corps"])
def test_a_corps_that_fights_the_army_is_a_side(words: str) -> None:
    found = learn_parties([WAR]).party_of(words)
    assert found is not None
    assert (found.party, found.kind) == ("Vanguard Corps", "group")


def test_a_corps_that_is_sent_is_a_states() -> None:
    text = (
        "OSTGRAD, March 3 - Velgoria sent its Third Corps to Orlin. General Jan Sark of the Third Corps was promoted. "
        "Velgoria's Third Corps was ordered to the hills by the defence minister. Velgoria's army said so."
    )
    found = learn_parties([text]).party_of("the Third Corps")
    assert found is None or found.party == "Velgoria"


def test_bodies_stand_without_owners_and_openers() -> None:
    found = bodies_in(["When Orlin's Hill Corps fled, the Joint Command of Sark was silent. A People's Guard came."])
    assert set(found) == {"Hill Corps", "Joint Command of Sark", "People's Guard"}
    assert [noun_of(name) for name in found] == ["Corps", "Command", "Guard"]


def test_what_is_seen_of_a_body_by_its_noun_counts_where_no_other_bears_it() -> None:
    texts = ["The Hill Corps fled. The army fought the corps. The corps said it held Tolm."]
    alone, shared = (signs_of_body("Hill Corps", texts, alone=each) for each in (True, False))
    assert "the army acts on it" in alone
    assert "the army acts on it" not in shared
    assert chance_of_side(alone) > chance_of_side(shared)


def test_the_word_of_a_bodys_name_is_no_state() -> None:
    text = (
        "The Directorate of Rescue said it had taken the radio. The army fought the Directorate of Rescue. "
        "Jan Sark, spokesman for the Directorate of Rescue, rejected a truce. Fighters of it held the port. "
        "The rebel Directorate of Rescue captured the barracks, and its leader spoke. The army accused the Directorate."
    )
    learnt = learn_parties([text]).learnt
    assert not any(one.party == "Rescue" for one in learnt.values())
