"""Who "the rebels" are."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.values.local_rebels import find_rebels
from sayso.values.parties import learn_parties

GROUPS = {"Orlin Front": "Orlin Front", "ZL7": "ZL7", "Hill Guard": "Hill Guard"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Velmian rebels led by the Orlin Front took Tol. The rebels held it.", "Orlin Front"),
        ("Fighters of the ZL7 rebel movement stood there. The rebels rested.", "ZL7"),
        ("The Hill Guard, an insurgent army, fired at rebels.", "Hill Guard"),
        ("The rebel alliance ZL7 and the Orlin Front rebels met other rebels.", ""),
        ("The rebels met nobody.", ""),
    ],
)
def test_the_rebels_are_those_who_are_called_so(text: str, party: str) -> None:
    found = find_rebels([text], [text], GROUPS, {}, Counter())
    assert found.get("rebels", ("", ""))[0] == party


def test_the_one_movement_that_reports_know_are_the_rebels() -> None:
    text = "The Orlin Front took Tol. The insurgents rested."
    party, why = find_rebels([text], [text], GROUPS, {"Orlin Front": "Orlin Front"}, Counter())["insurgents"]
    assert (party, why) == ("Orlin Front", '"the insurgents": the reports know one movement, Orlin Front')


def test_a_movement_on_board_that_is_named_as_often_leaves_open_who_the_rebels_are() -> None:
    text = "The Orlin Front took Tol. Hill Guard men fled. The insurgents rested."
    learnt = {"Orlin Front": "Orlin Front"}
    assert find_rebels([text], [text], GROUPS, learnt, Counter({"Hill Guard": 1})) == {}
    assert "insurgents" in find_rebels([text], [text], GROUPS, learnt, Counter())


def test_reports_that_name_a_movement_on_board_too_know_more_than_one() -> None:
    text = (
        "The Orlin Hill Front (OHF) took Tol, and Boko Haram took Karn. OHF men left Boko Haram. The insurgents rested."
    )
    assert "insurgents" not in learn_parties([text]).learnt
    assert "insurgents" in learn_parties([text.replace("Boko Haram", "the flood")]).learnt


def test_a_road_is_no_movement() -> None:
    text = (
        "The rebels also claimed Tol, where the M5 motorway meets the M5 bridge road. The M5, rebels said, is cut. "
        "Troops of Velmia held the M5. The M5 was shelled."
    )
    assert learn_parties([text] * 3).party_of("M5") is None


def test_who_speaks_for_a_movement_is_no_part_of_its_name() -> None:
    text = (
        "Nurtol Askar of the Movement for the Upper Vales (MUV) denied it. MUV fighters left. "
        "The findings proved him right, said Nurtol Askar of the Movement for the Upper Vales."
    )
    found = learn_parties([text]).party_of("MUV")
    assert found is not None
    assert found.party == "Movement for the Upper Vales"


def test_one_front_in_two_orders_of_words_is_one() -> None:
    text = "The Riverbank Front took Tol. Riverbank Front rebels fired. The Front of the Riverbank denied it."
    table = learn_parties([text, "Fighters of the Front of the Riverbank fled. The Front of the Riverbank mourns."])
    parties = {guess.party for name in ("Riverbank Front", "Front of the Riverbank") if (guess := table.party_of(name))}
    assert len(parties) == 1


def test_attackers_may_be_anybodys_where_several_movements_are_known() -> None:
    text = "The Orlin Front took Tol. Orlin Front men sang. The Orlin Front won. Attackers and insurgents fled."
    learnt = {"Orlin Front": "Orlin Front"}
    assert {"insurgents", "attackers"} <= find_rebels([text], [text], GROUPS, learnt, Counter()).keys()
    found = find_rebels([text], [text], GROUPS, learnt, Counter({"Hill Guard": 1}))
    assert "insurgents" in found
    assert "attackers" not in found
