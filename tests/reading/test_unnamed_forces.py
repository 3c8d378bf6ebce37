"""Forces without a name: whose they are, and what is none."""

from __future__ import annotations

import pytest

from sayso.reading.named import Named
from sayso.reading.unnamed_forces import rebels_in, unnamed_forces
from sayso.types import Span, Statement


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def by(text: str, source: str, party: str, number: int = 1) -> Statement:
    return Statement(
        f"s{number}", "r1", (at(text, source),), (), (), "indirect", source, party, "", "asserts", "2021-03-01"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army shelled Orlin.", "The army"),
        ("They accused the military of shelling Orlin.", "the military"),
        ("Junta troops burned down a mill.", "Junta troops"),
        ("An army boat shelled the pier.", "An army boat"),
        ("Jets of the air force struck.", "the air force"),
        ("Residents fled when government forces attacked.", "government forces"),
        ("Residents said soldiers opened fire.", "soldiers"),
    ],
)
def test_a_force_without_a_name_is_found_with_the_side_that_it_is(text: str, words: str) -> None:
    [found] = unnamed_forces(text, [], [], lambda phrase, span: "Velgoria")
    assert (found.words, found.party) == (words, "Velgoria")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed the army base.",
        "The army convoy hit a mine.",
        "The army of Ostria attacked.",
        "The military spokesman spoke.",
        "The army's positions were hit.",
        "The Ostrian army attacked.",
        "Six soldiers opened fire.",
    ],
)
def test_what_belongs_to_a_force_or_has_a_name_is_none(text: str) -> None:
    assert unnamed_forces(text, [], [], lambda phrase, span: "Velgoria") == []


def test_a_name_right_before_says_whose_it_is() -> None:
    text = "Vell government troops attacked."
    assert unnamed_forces(text, [], [Named(Span(0, 4), "Vell", "party", "Vell")], lambda phrase, span: "Ostria") == []


def test_whoever_speaks_as_the_army_is_the_army() -> None:
    text = "The military bombed Orlin. An army spokesman, Ivo Tarn, denied it."
    spoken = by(text, "An army spokesman", "Velgoria")
    found = unnamed_forces(text, [spoken], [], lambda phrase, span: "Ostria")
    assert [each.party for each in found if each.words == "The military"] == ["Velgoria"]


def test_a_force_whose_side_nobody_knows_stays_open() -> None:
    assert unnamed_forces("The army shelled Orlin.", [], [], lambda phrase, span: "") == []


def test_rebels_are_the_movement_that_the_reports_mean() -> None:
    text = "The rebels shelled Orlin; a rebel's mother wept."
    found = rebels_in(text, Span(0, len(text)), lambda words: "Vell Front" if words == "the rebels" else "")
    assert [(each.words, each.party) for each in found] == [("rebels", "Vell Front")]
