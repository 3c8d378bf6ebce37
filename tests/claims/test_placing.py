from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.placing import placed_by_words, places_in
from sayso.claims.told import Told

PLACES = {name: name for name in ("Orlin", "Tamm", "Wad Ferrun", "Ostria", "Vellian", "Karmin")} | {"Tham": "Tamm"}
NAMING = Naming((), PLACES, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vellia")): 2, frozenset(("Ostria", "Upper-Karmin")): 1})


def placed(text: str, *, kind: str = "attack", slots: dict[str, str] | None = None) -> Told:
    told = make_told("asserts", slots or {"place": "Orlin"}, kind=kind, text=text)
    [one] = placed_by_words([told], {"r1": CONFLICT}, NAMING)
    return one


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("No bomb of ours fell on Wad Ferrun.", "Wad Ferrun"),
        ("The attack of Tham made nine dead.", "Tamm"),
        ("FOURTEEN BOATS DESTROYED OFF WAD FERRUN", "Wad Ferrun"),
        ("Do you still hold the town of Tamm?", "Tamm"),
        ("Bandits came from the hills and attacked the position of Tamm.", "Tamm"),
    ],
)
def test_a_claim_is_where_its_words_put_it(text: str, place: str) -> None:
    one = placed(text)
    assert (one.place, one.named) == (place, True)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry in Tamm blamed the mutineers.",
        "A rocket was launched from positions near Tamm.",
        "Shells fell on Tamm and on Wad Ferrun.",
        "Tamm buys satellite pictures of the strike.",
        "A strike in Ostria was reported.",
        "Drones hit the Vellian port.",
        "Karmin is ours!",
        "The conquest of Wad Ferrun was told in Tamm.",
        "Orlin was struck by guns in Tamm.",
    ],
)
def test_where_somebody_speaks_or_shoots_from_and_what_is_a_partys_is_no_place_of_it(text: str) -> None:
    one = placed(text)
    assert (one.place, one.named) == ("Orlin", False)


def test_a_place_that_has_fallen_is_one_but_a_person_who_fell_is_none() -> None:
    assert placed("Tamm has not fallen.", kind="control").place == "Tamm"
    assert placed("Tamm has not fallen.", kind="casualties").place == "Orlin"


def test_a_place_that_a_person_set_stays_and_demands_have_none() -> None:
    told = replace(make_told("asserts", kind="attack", text="Shells fell on Tamm."), placed=True)
    assert placed_by_words([told], {"r1": CONFLICT}, NAMING) == [told]
    assert placed("They must leave the town of Tamm.", kind="demand").place == "Orlin"


def test_the_places_that_words_name_are_those_after_a_word_for_where() -> None:
    assert places_in("Families fled from Wad Ferrun to the coast near Tham; Orlin is silent.", NAMING) == [
        "Wad Ferrun",
        "Tamm",
    ]
