from __future__ import annotations

import pytest
from tests.values.test_local_parties import party

from sayso.values.local_sittings import Sitting, choose_seats, learnt_weights, sittings
from sayso.values.local_states import read_signs

SIDES = {"Ostraya": "Ostraya", "Ostrayan": "Ostraya", "Halde": "Halde", "Haldish": "Halde", "Ruvo": "Ruvo"}
WEIGHTS = {"none": 1.0, "speaks": 2.0, "sits": 3.0}


def seats(*texts: str) -> dict[str, str]:
    found = choose_seats(sittings(texts, SIDES, {}, SIDES, read_signs(texts), frozenset(), {}))
    return {city: side for city, (side, _, _) in found.items()}


def sitting(name: str, *, hall: bool = False, **sides: dict[str, float]) -> Sitting:
    return Sitting((name,), hall, sides, {"none": 1.0}, f'"{name} denied"')


def test_the_body_that_sits_there_says_whose_it_is() -> None:
    text = "The Haldish government in Tor voted. Ostraya waited, Ostraya knew. Tor refused to comment."
    assert seats(text) == {"Tor": "Halde"}


def test_a_body_known_by_its_own_name_says_whose_seat_a_city_is() -> None:
    text = (
        "The Haldish Frontier Service lost a drone. In Tor the Frontier Service denied it. In Tor the Frontier Service "
        "laughed. Ostraya complained. Nobody slept in Tor. Tor denied it."
    )
    assert seats(text)["Tor"] == "Halde"


def test_who_has_neighbours_writes_from_elsewhere() -> None:
    text = "Tor, May 2, 2021 - The cabinet blamed neighbouring Halde. Ostraya waited in Tor."
    signs = sittings([text, "Tor denied it."], SIDES, {}, SIDES, read_signs([text]), frozenset(), {})
    assert [one.sides["Halde"]["there, neighbour"] for one in signs if "Tor" in one.names] == [1]


def test_who_is_charged_answers() -> None:
    text = "Ostraya lives. Ostraya accused Halde of theft. Tor denied it. Nobody slept in Tor."
    assert seats(text)["Tor"] == "Halde"


def test_an_embassy_is_no_seat_of_its_owner() -> None:
    text = "The Embassy of Halde in Tor closed. The Ostrayan government in Tor did not comment. Tor denied it."
    assert seats(text)["Tor"] == "Ostraya"


def test_the_charge_of_a_seat_is_not_against_itself() -> None:
    text = "Nobody slept in Tor. Tor blamed Halde for it. Tor refused Halde any talks. Halde, Ostraya: silence."
    assert seats(text).get("Tor") != "Halde"


def test_those_who_hold_a_post_sit_in_the_seat() -> None:
    text = "Ruvo, Ruvo. The Haldish minister Ordan left. In Tor, the minister Ordan spoke. Tor refused talks. Ostraya."
    assert seats(text)["Tor"] == "Halde"


def test_a_town_that_is_fought_over_is_no_seat_of_the_side_that_is_left() -> None:
    text = "Halde denied it. Then Tor denied it. Tor refused to comment. Nobody slept in Tor. Rebels seized Tor."
    for words, fought in ((text, 1.0), (text.replace("seized", "spared"), 0.0)):
        [tor] = sittings([words], SIDES, {}, SIDES, read_signs([words]), frozenset(), {})
        assert tor.none["none, fought over"] == fought
    assert learnt_weights()["none, fought over"] > 1


def test_a_city_that_nobody_rules_from_is_no_seat() -> None:
    assert seats("Halde waited. Ostraya waited. It rained in Tor, and Ruvo slept.") == {}


def test_each_side_has_one_city_and_any_palaces() -> None:
    tor = sitting("Tor", Halde={"sits": 2})
    mirva = sitting("Mirva", Halde={"sits": 1}, Ostraya={"speaks": 1})
    palace = sitting("Amber Palace", hall=True, Halde={"sits": 1})
    found = choose_seats([mirva, palace, tor], WEIGHTS)
    assert {name: side for name, (side, _, _) in found.items()} == {
        "Tor": "Halde",
        "Mirva": "Ostraya",
        "Amber Palace": "Halde",
    }


def test_signs_must_outweigh_that_it_is_nobodys() -> None:
    assert choose_seats([sitting("Tor", Halde={"speaks": 0.4})], WEIGHTS) == {}


def test_what_is_close_is_not_sure() -> None:
    assert choose_seats([sitting("Tor", Halde={"speaks": 1})], WEIGHTS)["Tor"][2]
    assert not choose_seats([sitting("Tor", Halde={"speaks": 0.6})], WEIGHTS)["Tor"][2]


@pytest.mark.parametrize("sign", ["capital", "called its capital", "body in", "alike", "its agency"])
def test_what_words_say_speaks_for_a_side(sign: str) -> None:
    assert learnt_weights()[sign] > 0


def test_without_sides_there_are_no_seats() -> None:
    assert sittings(["Tor denied it."], {}, {}, {}, read_signs(["Tor denied it."]), frozenset(), {}) == []


def test_the_table_of_parties_knows_them() -> None:
    text = (
        "Shells fell on Wednesday. Ostrayan troops hold the bridge, Ostraya says. The Haldish army denied it. Halde "
        "lost nine men. The Ostrayan cabinet in Velin met at night. Velin has refused any talks."
    )
    assert party("Velin", text) == "Ostraya"


def test_those_who_are_heard_from_a_city_say_whose_it_is() -> None:
    tor = sitting("Tor", Halde={"sits": 1.0}, Ostraya={"speaks": 1.0})
    mar = sitting("Mar", Halde={"speaks": 1.0}, Ostraya={"sits": 1.0})
    sides = {city: side for city, (side, _, _) in choose_seats([tor, mar], WEIGHTS).items()}
    assert sides == {"Tor": "Halde", "Mar": "Ostraya"}
    heard = {"tor": {"Halde": -9.0, "Ostraya": -1.0}, "mar": {"Halde": -1.0, "Ostraya": -9.0}}
    told = {city: side for city, (side, _, _) in choose_seats([tor, mar], WEIGHTS, heard).items()}
    assert told == {"Tor": "Ostraya", "Mar": "Halde"}


def test_what_is_heard_outweighs_no_strong_sign() -> None:
    tor = sitting("Tor", Halde={"sits": 3.0}, Ostraya={"speaks": 0.6})
    assert choose_seats([tor], WEIGHTS, {"tor": {"Halde": -900.0, "Ostraya": -1.0}})["Tor"][0] == "Halde"
