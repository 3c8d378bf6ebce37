"""Which ship a claim tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_report, make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.matters import gather
from sayso.claims.naming import Naming
from sayso.claims.ships import at_ships, register
from sayso.claims.told import Told
from sayso.types import Span

NAMING = Naming((), {"Tamm": "Tamm"}, {}, {"Vell": "Vell", "Ostria": "Ostria"}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The cargo ship Amber Lark was hit. A tanker, the Sela Monday, burnt.", {"Amber Lark", "Sela"}),
        ("The Corva, a Tamm-flagged bulk carrier, sank. HMS Falder fired.", {"Corva", "Falder"}),
        ("They hit the Ostria-owned, Tamm-flagged Brave Heron.", {"Brave Heron"}),
        ("AMBER LARK (Tamm flag, grain) was hit.\n9 May. CORVA STAR. A drone fell.", {"Amber Lark", "Corva Star"}),
        ("AMBER LARK (Tamm flag) was hit. The crew of the Amber Lark left.", {"Amber Lark"}),
        ("The tanker Lúzia Star and the tanker Luzia Star", {"Luzia Star"}),
        ("A ship on Monday, a Vellian ship Friday, the ship Captain Dorn, the ship's owner Sark", set()),
        ("Sark, a ship owner, saw it. Colonel Dorn spoke.", set()),
    ],
)
def test_the_names_that_reports_give_to_ships(text: str, names: set[str]) -> None:
    assert set(register([text], NAMING).names.values()) == names


TEXT = (
    "A cargo ship was hit off Tamm.\n\nThe Corva, a bulk carrier, was struck by two missiles. The vessel was burning. "
    "There were no injuries.\n\nThe tanker Brave Heron was hit by a drone. The attack was claimed by Vell. The frigate "
    "Falder shot down a drone. The raids on the hills went on.\n\nThe crew of the Corva were safe. The tanker "
    "Ulmarin was hit."
)
THIRD = "The tanker Ulmarin was hit"


def told(words: str, kind: str = "attack", text: str = TEXT, **slots: str) -> Told:
    one = make_told("asserts", slots, kind=kind, text=text, speaker=words)
    start = text.index(words)
    span = Span(start, start + len(words))
    claim = replace(one.claim, id=words + kind, evidence=span)
    return replace(one, claim=claim, evidence=span, report=make_report(text), place=slots.get("place", ""))


def ships(*rows: Told) -> list[str]:
    return [one.ship for one in at_ships(rows, {"r1": CONFLICT}, NAMING)]


def test_the_vessel_is_the_one_named_last_and_one_not_named_yet_the_next() -> None:
    found = ships(
        told("A cargo ship was hit off Tamm", place="Tamm"),
        told("The Corva, a bulk carrier, was struck by two missiles"),
        told("The vessel was burning", "equipment", object="ship"),
        told("There were no injuries", "casualties", outcome="injured"),
        told("The tanker Brave Heron was hit by a drone"),
        told("The attack was claimed by Vell", "responsibility"),
        told("The frigate Falder shot down a drone"),
        told("The raids on the hills went on"),
        told("The crew of the Corva were safe", "casualties", outcome="injured", who="crew"),
        told(THIRD),
    )
    assert found == ["Corva", "Corva", "Corva", "Corva", "Brave Heron", "Brave Heron", "", "", "Corva", "Ulmarin"]


def test_each_ship_is_a_question_of_its_own_where_a_conflict_tells_of_several() -> None:
    rows = [
        told("The Corva, a bulk carrier, was struck by two missiles"),
        told("The vessel was burning", "equipment", object="ship", change="lost"),
        told("There were no injuries", "casualties", outcome="injured"),
        told("The tanker Brave Heron was hit by a drone"),
        told(THIRD),
    ]
    found = {draft.question for draft in gather(rows, {"r1": CONFLICT}, NAMING)}
    assert found == {
        "Was the Corva attacked or lost, how and by whose hand?",
        "How many were killed or hurt on the Corva?",
        "Was the Brave Heron attacked or lost, how and by whose hand?",
        "Was the Ulmarin attacked or lost, how and by whose hand?",
    }


def test_two_ships_are_no_questions_of_their_own() -> None:
    rows = ("The Corva, a bulk carrier, was struck by two missiles", "The tanker Brave Heron was hit by a drone")
    assert ships(*map(told, rows)) == ["", ""]


def test_one_ship_alone_is_no_question_of_its_own() -> None:
    text = "The frigate Falder burnt. The frigate sank."
    rows = [told(words, "equipment", text, object="ship") for words in ("The frigate Falder burnt", "The frigate sank")]
    assert ships(*rows) == ["", ""]


def test_a_ship_with_the_name_of_a_town_is_meant_where_the_words_say_so() -> None:
    rows = ("The frigate Tamm was hit", "Shells fell on Tamm", "The tanker Corva was hit", THIRD)
    text = ". ".join(rows) + "."
    assert ships(*(told(words, text=text) for words in rows)) == ["Tamm", "", "Corva", "Ulmarin"]
