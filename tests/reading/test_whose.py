"""The side whose people or things a number counts: tied to it, or left open rather than guessed."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.claims import read_claims
from sayso.reading.figures import read_figures


def owners(text: str, *, party: str = "", says: str = "", movement: str = "") -> list[str]:
    """Whose each number of ``text`` counts; ``says`` is what ``party`` says, ``movement`` is no state."""
    statements = [said(text, says, party=party, cue=" ")] if says else []
    made = replace(scene(text, *statements), is_movement=lambda name: name == movement)
    return [figure.of for figure in read_figures(made)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They killed 84 Vell mercenaries and 47 Ostria soldiers near the river.", ["Vell", "Ostria"]),
        ("The guns killed nine men of the Vell army.", ["Vell"]),
        ("In Orlin, near the border with Vell, gunmen killed 34 soldiers.", [""]),
        ("Tamm, where Vell has a harbour, was shelled and six people were killed.", [""]),
        ("Vell and Ostria blamed each other for the shells that killed 11 people.", [""]),
        ("Raids in Vell killed twenty terrorists.", [""]),
        ("At least 38 people have died on both sides, Vell says.", [""]),
        ("Vell and Ostria signed a truce after a week in which 101 people were killed.", [""]),
        ("They flew ten strikes against Vell and Vell fired 20 shells.", ["", "Vell"]),
        ("Twelve people died at the hands of Vell.", [""]),
        ("Nine raids by Vell were counted.", ["Vell"]),
        ("Clashes between Vell and Ostria killed 40 people.", [""]),
        ("Rebels killed 12 soldiers and Vell traders.", [""]),
        ("Vell has claimed responsibility for the bombs by which 60 people were killed.", [""]),
        ("Vell has killed 70 members of a clan.", [""]),
        ("Vell is sending 125 soldiers to train the army of Ostria.", ["Vell"]),
        ("Pro-Vell crowds wounded nine people.", [""]),
        ("Vell accuses Ostria of using gas; toll rises to 32", [""]),
    ],
)
def test_the_side_that_stands_at_the_number_or_none(text: str, wanted: list[str]) -> None:
    assert owners(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vell: 200 soldiers killed.", [""]),
        ("Vell counted 2,418 dead.", [""]),
        ("Vell said that two people were wounded.", [""]),
        ("Vell said that 14 fighters were killed.", ["Vell"]),
        ("Vell lost 12 people.", ["Vell"]),
        ("It had stormed the camp, and killed, by its own count, 107 soldiers; Vell said so.", [""]),
    ],
)
def test_a_movement_s_own_are_its_fighters(text: str, wanted: list[str]) -> None:
    assert owners(text, movement="Vell") == wanted


@pytest.mark.parametrize(
    ("text", "says", "wanted"),
    [
        ("A colonel said 450 enemy soldiers were killed.", "450 enemy soldiers were killed", "enemy"),
        ("A colonel said three of its own men had died.", "three of its own men had died", "Vell"),
        ("A colonel said nine of the front's own men died.", "nine of the front's own men died", "Vell"),
        ("On the enemy side, a colonel said, twenty soldiers fell.", "twenty soldiers fell", "enemy"),
    ],
)
def test_own_and_enemy_by_the_words_at_the_number(text: str, says: str, wanted: str) -> None:
    assert owners(text, party="Vell", says=says) == [wanted]


def test_what_is_told_for_both_sides_is_of_neither() -> None:
    text = "According to officials of Vell, 101 people were killed."
    assert owners(text, party="Vell; Ostria", says="101 people were killed") == [""]


def test_whose_they_are_goes_on_in_the_paragraph_alone() -> None:
    assert owners("Vell lost 12 men. The toll is 14.") == ["Vell", "Vell"]
    assert owners("Vell lost 12 men.\n\nAt the mill 14 people were killed.") == ["Vell", ""]
    assert owners("Vell lost 12 soldiers. Among the dead were two children.") == ["Vell", ""]


def test_long_words_are_read_in_no_time() -> None:
    text = "Vell said 12 " + "men and other long words that go on " * 600
    begun = time.monotonic()
    owners(text)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("text", "movement", "of"),
    [
        ("Vell lost 200 soldiers.", "Vell", "Vell"),
        ("Vell: 200 soldiers killed.", "Vell", ""),
        ("Vell has killed 70 members of a clan.", "", ""),
        ("Near the border with Vell 34 men were killed.", "", ""),
        ("Soldiers of Vell were killed.", "", "Vell"),
    ],
)
def test_a_claim_of_the_dead_leaves_open_whose_they_are(text: str, movement: str, of: str) -> None:
    made = replace(scene(text), is_movement=lambda name: name == movement)
    assert {claim.slot("of") for claim in read_claims(made) if claim.kind == "casualties"} == {of}
