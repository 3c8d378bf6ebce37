"""Who "both sides" are."""

from __future__ import annotations

from time import perf_counter

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

from sayso.reading.opposed import opposed

WAR = "Syria accused Israel. Israel shelled Syria. The war between Israel and Syria goes on."
NAMED = "Paris, France, French envoys, Russia, Moscow and Russian envoys are named most."


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{WAR} {NAMED} Both sides denied it.", ["Syria", "Israel"]),
        ("Syria accused Israel. Russia met France. Both sides denied it.", []),  # once is too little
        (f"{WAR} Russia attacked France. France struck Russia. Russia captured French Orlin.", []),  # two wars alike
    ],
)
def test_both_sides_are_the_two_that_are_most_often_against_each_other(text: str, parties: list[str]) -> None:
    known = {name: name for name in ("Syria", "Israel", "Russia", "France")} | {"French Orlin": "France"}
    assert opposed(text, lambda name: known.get(name, "")) == parties


def test_who_only_stands_between_them_is_no_side() -> None:
    names = [("LOC", name) for name in ("Russia", "Syria", "Israel", "Moscow")]
    text = "A truce brokered by Russia is broken. Moscow, Russian envoys, Syria and Israel met. Both sides deny it."
    assert set(speaker_of(scene_of(text, names), "Both sides").party.split("; ")) == {"Syria", "Israel"}


def test_the_two_governments_are_those_named_side_by_side_just_before() -> None:
    names = [("LOC", name) for name in ("Syria", "Israel", "France", "Germany")]
    text = f"{WAR} France and Germany struck a depot. It burnt. The two governments said so."
    assert speaker_of(scene_of(text, names), "The two governments").party == "France; Germany"
    text = text.replace("It burnt.", "It burnt. The fire spread. Nobody was hurt.")
    assert set(speaker_of(scene_of(text, names), "The two governments").party.split("; ")) == {"Syria", "Israel"}
    text = f"{WAR} France and Germany struck a depot. Both sides said so."
    assert set(speaker_of(scene_of(text, names), "Both sides").party.split("; ")) == {"Syria", "Israel"}


def test_each_that_accuses_the_other_is_both() -> None:
    names = [("LOC", "Syria"), ("LOC", "Israel")]
    scene = scene_of("Syria and Israel fought, each accusing the other of beginning it.", names)
    assert set(speaker_of(scene, "each").party.split("; ")) == {"Syria", "Israel"}
    scene = scene_of("Syria and Israel fought. Three men, each speaking of thirst, got out.", names)
    assert speaker_of(scene, "each").party == ""


def test_a_long_text_takes_no_time() -> None:
    began = perf_counter()
    opposed("Syria accused Israel of it and between the " * 500, lambda name: name)
    opposed("brokered by " * 1_700, lambda name: name)
    assert perf_counter() - began < 2


@pytest.mark.parametrize("source", ["The Syrian side", "The ruling party", "The other side"])
def test_one_side_is_not_both(source: str) -> None:
    names = [("LOC", "Syria"), ("LOC", "Israel")]
    scene = scene_of(f"Syria and Israel fought. {source} said so.", names)
    assert ";" not in speaker_of(scene, source).party
    assert speaker_of(scene, source).party == "Syria" or "Syrian" not in source


@pytest.mark.parametrize("source", ["Neither tally", "Both claims", "Neither death toll", "Neither of the accounts"])
def test_what_both_sides_say_does_not_speak(source: str) -> None:
    names = [("LOC", "Syria"), ("LOC", "Israel")]
    assert speaker_of(scene_of(f"Syria and Israel fought. {source} said so.", names), source).kind == "none"
