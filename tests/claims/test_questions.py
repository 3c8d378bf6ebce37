from __future__ import annotations

import pytest

from sayso.claims.conflicts import Conflict
from sayso.claims.questions import question

CONFLICT = Conflict("r1", ("Orlin", "Vell"), {})


@pytest.mark.parametrize(
    ("key", "place", "party", "asked"),
    [
        (("plan", "by", "Vell", "r1"), "", "Vell", "What are the plans of Vell (Orlin, Vell)?"),
        (("plan", "by", "x", "r1"), "", "Hill Front", "What are the plans of the Hill Front (Orlin, Vell)?"),
        (
            ("casualties", "dead", "of", "x"),
            "",
            "Hill Defence Forces",
            "How many dead and wounded did the Hill Defence Forces lose?",
        ),
        (("plan", "Orlin"), "Orlin", "", "What is planned for Orlin?"),
        (
            ("equipment", "aircraft", "lost", "r1"),
            "",
            "",
            "Aircraft: was one lost, how and by whose hand (Orlin, Vell)?",
        ),
        (("equipment", "drone", "lost", "r1"), "", "", "Drone: was one lost, how and by whose hand (Orlin, Vell)?"),
        (("displacement", "r1"), "", "", "Who has left their home (Orlin, Vell)?"),
        (("figure", "buses", "Orlin", "r1"), "", "Orlin", "How many buses (Orlin)?"),
    ],
)
def test_the_question_of_a_key(key: tuple[str, ...], place: str, party: str, asked: str) -> None:
    assert question(key, place, party, CONFLICT) == asked


def test_one_prisoner_is_not_counted() -> None:
    key = ("casualties", "captured", "of", "Vell")
    assert question(key, "", "Vell", CONFLICT, called="pilot") == "Was a pilot of Vell taken prisoner?"
    assert question(key, "", "Vell", CONFLICT, called="officer") == "Was an officer of Vell taken prisoner?"
    assert question(key, "", "Vell", CONFLICT) == "How many prisoners did Vell lose?"


def test_the_toll_of_a_war_is_asked_for_a_land_or_in_all_and_from_a_day() -> None:
    pooled, placed = ("casualties", "toll", "r1"), ("casualties", "toll", "at", "Vell")
    assert question(pooled, "", "", CONFLICT) == "How many have been killed in all (Orlin, Vell)?"
    since = question(placed, "Vell", "", CONFLICT, since="2021-03-04")
    assert since == "How many have been killed in Vell since 2021-03-04?"


def test_an_attack_on_a_land_is_one_of_a_day() -> None:
    asked = question(("attack", "land", "Vell"), "Vell", "", CONFLICT, since="2021-03-04")
    assert asked == "Who attacked Vell on 2021-03-04, and how?"
