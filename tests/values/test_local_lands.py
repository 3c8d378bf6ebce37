"""The land in which all happens, and what owns a body and is no land."""

from __future__ import annotations

import pytest

from sayso.values.local_lands import told_inside
from sayso.values.parties import learn_parties

MUTINY = (
    "Sailors seize a port in Orlinmark\n\nSARKHAVEN, 3 March - Sailors held the naval port of Tolm on Monday, the "
    "third port of Orlinmark. The ministry denied it. The government sent ships.\n"
    "An aeroplane of Velgoria flew over. Velgoria has sent nothing, Velgoria's consulate said.\n"
    "The president told parliament in the Orlinmark capital that the fleet was loyal."
)


def test_the_land_in_which_it_happens_is_at_home_though_a_foreign_state_is_named_more() -> None:
    table = learn_parties([MUTINY])
    assert table.learnt["Orlinmark"].kind == "state"
    assert table.home is not None
    assert table.home.party == "Orlinmark"


def test_where_a_known_state_is_told_of_so_no_other_is_looked_for() -> None:
    told = MUTINY.replace("An aeroplane of Velgoria", "The army of Velgoria fought in Velgoria; a jet")
    assert "Orlinmark" not in learn_parties([told]).learnt


def test_a_town_on_the_map_of_a_state_that_is_named_is_no_land() -> None:
    text = "A Russian missile hit Poltava. In Poltava, Ukrainian gunners were silent, Poltava's governor said."
    assert "Poltava" not in learn_parties([text]).learnt


@pytest.mark.parametrize(
    "words", ["the second port of Orlin", "in northern Orlin", "Orlin's coast", "the Orlin capital", "people of Orlin"]
)
def test_what_happens_within(words: str) -> None:
    assert told_inside([f"It burned, {words} was told."], {"Orlin": "Orlin"}) == {"Orlin": 1}


@pytest.mark.parametrize("words", ["a jet of Orlin", "Orlin's consulate", "refugees from Orlin", "in Orlin's view"])
def test_what_is_only_of_a_land_does_not_happen_within(words: str) -> None:
    assert not told_inside([f"It burned, {words} was told."], {"Orlin": "Orlin"})


def test_whose_government_it_is_may_be_a_persons() -> None:
    text = (
        "The government of Elin Sark fled. Ms Sark was seen at the port, and Sark wept. President Elin Sark resigned. "
        "Her adviser said Sark had slept. Prime Minister Elin Sark, 61, told reporters that she was tired."
    )
    assert {"Elin", "Elin Sark"}.isdisjoint(learn_parties([text]).learnt)
