from __future__ import annotations

from sayso.values.actors import KINDS, Weights, read_actors
from sayso.values.local_actors import find_sides
from sayso.values.parties import learn_parties

ALL_STATES = Weights.of({"": [3.0 * (kind == "state") for kind in KINDS]})
ALL_GROUPS = Weights.of({"": [6.0 * (kind == "group") for kind in KINDS]})
PEOPLES = Weights.of(
    {
        "": [8.0 * (kind == "state") for kind in KINDS],
        "n=troops": [16.0 * (kind == "people") for kind in KINDS],
    }
)

SURE = {"Phala": ("Phala", "state"), "Hill Army": ("Hill Army", "group")}


def _found(
    texts: list[str], weights: Weights, taken: dict[str, tuple[str, str]] | None = None, towns: set[str] | None = None
) -> dict[str, tuple[str, str, str]]:
    actors = read_actors(texts, weights)
    return {
        one.name: (one.party, one.kind, one.by)
        for one in find_sides(texts, actors, taken or {}, frozenset(["Norland"]), towns or set())
    }


def test_names_of_one_party_come_together() -> None:
    texts = [
        "The Free Hill Army (FHA) met the FHA and the Free Hill Army. Then the Hill Army left, and the Hill Army won."
    ]
    assert _found(texts, ALL_GROUPS) == {
        "Free Hill Army": ("Free Hill Army", "group", "name"),
        "Hill Army": ("Free Hill Army", "group", "name"),
        "FHA": ("Free Hill Army", "group", "name"),
    }


def test_a_name_in_brackets_is_that_before_it() -> None:
    texts = ["The Ejército Comunero (ECA) came."]
    found = _found(texts, ALL_GROUPS, {"ECA": ("Commoners’ Army", "group")})
    assert found["Ejército Comunero"] == ("Commoners’ Army", "group", "name")


def test_what_any_state_has_is_no_party() -> None:
    texts = ["The Joint Command met the Joint Command. The Phalan Army met the Phalan Army."]
    assert _found(texts, ALL_GROUPS, {"Phalan": ("Phala", "state")}) == {}


def test_towns_known_names_and_what_stands_once_are_no_party() -> None:
    texts = ["They saw Kestrin and Norland, then Kestrin and Norland and Velm."]
    assert _found(texts, ALL_GROUPS, towns={"Kestrin"}) == {}


def test_what_treaties_make_needs_troops() -> None:
    texts = ["Then the Lakes Compact met. He thanked the Lakes Compact."]
    assert _found(texts, ALL_GROUPS) == {}
    armed = [*texts, "They saw troops of the Lakes Compact."]
    assert "Lakes Compact" in _found(armed, ALL_GROUPS)


def test_a_people_is_joined_to_its_land_by_form_or_beginning() -> None:
    texts = ["He left Anbaran and Velguria, then Anbaran and Velguria, where Anbar troops met Velgurian troops."]
    found = _found(texts, PEOPLES)
    assert found["Velgurian"] == ("Velguria", "state", "demonym")
    assert found["Anbar"] == ("Anbaran", "state", "demonym")


def test_names_that_may_be_anything_are_left_alone() -> None:
    assert _found(["Then Velm met Velm."], ALL_STATES, SURE) == {}


def test_whose_a_staff_is_keeps_its_own_name() -> None:
    texts = ["The Hill Watch spoke. They left the Hill Watch."]
    found = _found(
        texts, ALL_GROUPS, {"Joint Staff of the Upper Hill Watch": ("Joint Staff of the Upper Hill Watch", "group")}
    )
    assert found["Hill Watch"][0] == "Hill Watch"


def test_the_republic_and_the_accord_are_nobody() -> None:
    texts = ["They left the Republic and the Accord. He swore on the Republic, then on the Accord."]
    assert _found(texts, ALL_GROUPS) == {}


def test_a_newspaper_is_no_side() -> None:
    texts = ["The Harbour Journal, which cites Velm, said so. Velm and the Harbour Journal agreed."]
    assert _found(texts, ALL_GROUPS).keys() == {"Velm"}


def test_a_plain_word_is_no_name() -> None:
    texts = ["They met Host and Velm. They saw Host and Velm."]
    assert _found(texts, ALL_GROUPS).keys() == {"Host", "Velm"}
    assert _found([*texts, "He was our host."], ALL_GROUPS).keys() == {"Velm"}


def test_a_committee_may_be_a_side() -> None:
    texts = ["They met the Committee of Harbour Crews. He left the Committee of Harbour Crews."]
    assert "Committee of Harbour Crews" in _found(texts, ALL_GROUPS)


def test_where_few_sides_are_sure_a_likely_one_is_taken() -> None:
    texts = ["They saw Kestrin, and Kestrin saw them."]
    assert _found(texts, ALL_STATES) == {"Kestrin": ("Kestrin", "state", "name")}
    assert _found(texts, ALL_STATES, SURE) == {}
    assert _found(["Norland spoke. They saw Kestrin, and Kestrin saw them."], ALL_STATES) == {}


def test_a_name_is_a_side_by_all_its_spellings() -> None:
    weights = Weights.of(
        {"": [3.0 * (kind == "state") for kind in KINDS], "p=airfield": [9.0 * (kind == "place") for kind in KINDS]}
    )
    state = "Locavau says so. Locavau denies it."
    assert "Locavau" in _found([state], weights)
    place = "The airfield Lokavao fell. The airfield Lokavao is lost. The airfield Lokavao burns."
    assert not _found([state, place], weights)


def test_a_land_beside_whose_name_a_peoples_begins_alike_may_be_less_likely() -> None:
    weights = Weights.of(
        {
            "": [2.6 * (kind == "state") for kind in KINDS],
            "n=troops": [9.0 * (kind == "people") for kind in KINDS],
        }
    )
    taken = {"Marn": ("Marn", "state"), "Tol": ("Tol", "state")}
    lone = "Brennmark says so. Brennmark denies it."
    assert "Brennmark" not in _found([lone], weights, taken)
    assert "Brennmark" in _found([lone, "Brennish troops came. Brennish troops left."], weights, taken)


def test_the_office_before_a_person_is_no_side() -> None:
    assert not _found(["The secretary of State Jan Orlin left. The secretary of State Jan Orlin spoke."], ALL_STATES)
    assert "State Peace Council" in _found(["The State Peace Council left. The State Peace Council spoke."], ALL_GROUPS)


def test_no_land_is_made_up_from_a_people_alone() -> None:
    assert not _found(["Bassovian troops came. Bassovian troops left."], PEOPLES)


def test_what_a_minister_is_in_charge_of_is_no_side() -> None:
    texts = ["The Minister for the Far Shore Jan Orlin spoke. The Minister for the Far Shore Jan Orlin left."]
    assert _found(texts, ALL_GROUPS) == {}


def test_a_name_in_square_brackets_is_that_before_it() -> None:
    texts = ["The Ejército Comunero [ECA] came. The ECA left, and the Ejército Comunero won."]
    assert {party for party, _, _ in _found(texts, ALL_GROUPS).values()} == {"Ejército Comunero"}


def test_a_state_by_its_name_in_full_is_the_same_state() -> None:
    text = (
        "The Kingdom of Ostraya said it held Orlin. Ostraya's army fired; Ostrayan troops left. Troops of the Kingdom "
        "of Ostraya came. The Kingdom of Ostraya denied it."
    )
    learnt = learn_parties([text]).learnt
    assert {one.party for name, one in learnt.items() if "Ostraya" in name} == {"Ostraya"}
