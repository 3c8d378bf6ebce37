from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.signs import Matter, Passage, Row, choose, signs, signs_of_all, weigh, weights
from sayso.claims.spoken_kinds import spoken_kinds
from sayso.claims.vocabulary import Key

SHIP = Matter(("equipment", "ship", "lost", "c"), 4, 0.0, False, False, False, None, None, None, None, 4)
DRONE = replace(SHIP, key=("equipment", "drone", "lost", "c"))
DEAD = replace(SHIP, key=("casualties", "killed", "at", "Tamm"))
HELD = replace(SHIP, key=("casualties", "captured", "of", "Vell"))
TOWN = replace(SHIP, key=("control", "Orlin"))
NOTHING = Passage("s", "", "", 3, "Vell", stance="asserts", claimed=(), spoken={}, read={}, before=())


def said(words: str, *before: Row) -> Passage:
    return replace(NOTHING, words=words, content=words, spoken=spoken_kinds(words, ""), before=before)


def chosen_of(passage: Passage, matters: Sequence[Matter]) -> tuple[Key, str] | None:
    return choose(passage, matters, weigh(passage, signs_of_all(passage, matters)))


def test_the_thing_that_is_spoken_of_decides_between_matters_of_one_kind() -> None:
    chosen = chosen_of(said("The vessel had been at sea for two days"), [DRONE, SHIP, TOWN])
    assert chosen is not None
    assert chosen[0] == SHIP.key


def test_prisoners_are_no_dead() -> None:
    row = Row(3, "Ostria", "Ostria", (DEAD.key, HELD.key))
    chosen = chosen_of(said("It puts those who surrendered, now in its hands as prisoners, at 560", row), [DEAD, HELD])
    assert chosen is not None
    assert chosen[0] == HELD.key


def test_a_remark_goes_with_what_was_spoken_of_just_before_in_its_paragraph() -> None:
    town, dead = Row(3, "Ostria", "Ostria", (TOWN.key,)), Row(1, "Ostria", "Ostria", (DEAD.key,))
    chosen = chosen_of(said("That is a dream of men without sleep", town, dead), [DEAD, TOWN])
    assert chosen is not None
    assert chosen[0] == TOWN.key
    assert "this paragraph" in chosen[1]


def test_who_speaks_of_the_figure_speaks_of_what_is_counted() -> None:
    town = Row(3, "Ostria", "Ostria", (TOWN.key,))
    passage = said("Vell has not confirmed this figure", town)
    chosen = chosen_of(passage, [TOWN, replace(DEAD, taken_up=True)])
    assert chosen is not None
    assert chosen[0] == DEAD.key
    assert chosen_of(replace(passage, words="Vell has not confirmed this"), [TOWN]) is not None


def test_who_names_a_place_speaks_of_it_rather_than_of_the_place_spoken_of_before() -> None:
    before = Row(3, "Ostria", "Ostria", (TOWN.key,))
    port = replace(TOWN, key=("control", "Port Senn"))
    passage = replace(said("There is no soldier of ours in Port Senn", before), read={"control": 0.9})
    named = chosen_of(passage, [replace(TOWN, own_place=False), replace(port, own_place=True)])
    assert named is not None
    assert named[0] == port.key
    assert "its place is named" in named[1]
    chosen = chosen_of(passage, [TOWN, port])
    assert chosen is not None
    assert chosen[0] == TOWN.key


def test_who_names_no_place_speaks_rather_of_the_one_named_last_before() -> None:
    passage = replace(said("The city is ours"), read={"control": 0.9})
    port = replace(TOWN, key=("control", "Port Senn"))
    for place_before, key in ((True, port.key), (False, TOWN.key)):
        one, other = replace(TOWN, place_before=not place_before), replace(port, place_before=place_before)
        chosen = chosen_of(passage, [one, other])
        assert chosen is not None
        assert chosen[0] == key
        assert "named just before" in chosen[1]


def test_of_many_places_the_one_named_last_counts_the_more() -> None:
    passage = said("The city is ours")
    found = [signs(passage, replace(TOWN, place_earlier=False, places=places), 4) for places in (2, 4, 30)]
    assert [each["place_earlier of another"] for each in found] == [1.0, 1.0, 1.0]
    few, some, many = (each.get("place_earlier of another, many", 0.0) for each in found)
    assert few < some == 0.0 < many
    assert signs(passage, replace(TOWN, place_earlier=True), 4)["place_earlier"] == 1.0
    assert not any("place" in sign for sign in signs(passage, TOWN, 4))


def test_what_the_model_reads_weighs_for_a_matter() -> None:
    passage = replace(said("Grain"), read={"support": 0.9, "control": 0.02})
    found = signs(passage, replace(TOWN, key=("support", "Vell"), alike=(0.8, 0.6)), 4)
    assert (found["alike"], found["several_alike"], found["likeliest_kind"]) == (0.8, 0.6, 1.0)
    assert found["kind_read"] > 0 > signs(passage, TOWN, 4)["kind_read"]
    assert signs(passage, TOWN, 4)["like_none"] == 1.0
    assert not {"alike", "kind_read", "like_none"} & signs(said("Grain"), TOWN, 4).keys()


def test_where_nothing_speaks_for_a_matter_none_is_chosen() -> None:
    assert chosen_of(said("The tea was cold"), [DEAD, TOWN]) is None
    assert chosen_of(said("The tea was cold"), []) is None


def test_signs_are_named_and_those_that_are_nought_are_left_out() -> None:
    found = signs(said("It was not so", Row(3, "Ostria", "Ostria", (TOWN.key,))), TOWN, 4)
    assert found["points_back"] == found["just_before"] == found["other_side"] == 1.0
    assert all(found.values())


def test_what_counts_and_names_no_number_is_less_likely() -> None:
    assert "no_number" in signs(said("He laughed"), DEAD, 4)
    assert "no_number" not in signs(said("He counted nine"), DEAD, 4)


def test_every_weight_is_a_sign() -> None:
    rows = (Row(3, "", "Ostria", (TOWN.key, DEAD.key, SHIP.key, HELD.key)),)
    passage = replace(
        said("These accounts of the ship, two dead and its prisoners", *rows), stance="unverified", claimed=("talks",)
    )
    everything = replace(TOWN, rarest=1.0, taken_up=True, place_noun=True, party_named=True)
    found = {
        name
        for matter in (everything, DEAD, SHIP, DRONE, HELD)
        for words in (passage, replace(passage, words="It buried none in the town", content="It buried none"))
        for name in signs(words, matter, 4)
    }
    assert {name for name in weights("signs_of_words") if not name.startswith("kind ")} - {"none"} <= found
