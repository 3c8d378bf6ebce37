"""Whose a body without a nation is, by what its own report says of it."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

from sayso.reading.speakers import resolve_source
from sayso.types import Span

REBELS = (
    "The spokesman for the Armed Forces, Brigadier General Yahya Saree, announced a strike. Yemen was silent. {} said "
    "that Yemen had no part in it."
)


@pytest.mark.parametrize("source", ["The Armed Forces", "The naval forces of the Armed Forces", "The spokesman"])
def test_a_body_has_the_party_of_who_is_known_to_speak_for_it(source: str) -> None:
    scene = scene_of(REBELS.format(source), [("PER", "Yahya Saree"), ("LOC", "Yemen")], dateline="Sanaa")
    assert speaker_of(scene, source).party == "Houthis"


def test_a_spokesman_of_nobody_known_says_nothing_of_the_army() -> None:
    text = "The spokesman for the Armed Forces, Brigadier General Adil Osk, announced it. The Armed Forces deny it."
    scene = scene_of(text, [("PER", "Adil Osk")], dateline="Sanaa")
    assert speaker_of(scene, "The Armed Forces").party == "Yemen"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Iranian state television confirmed it, Israel said. State television showed a wall.", "Iran"),
        ("Israel waited. Iran's general staff denied it, State television reported.", "Iran"),
        ("Israeli state television and Iranian state television differ. State television went on.", "Israel"),
    ],
)
def test_state_television_is_of_the_state_named_with_it(text: str, party: str) -> None:
    scene = scene_of(text, [("LOC", "Israel")], dateline="Jerusalem")
    assert speaker_of(scene, "State television").party == party


@pytest.mark.parametrize(("does", "party"), [("said that it had fired", "Israel"), ("denied it", "Iran")])
def test_the_military_is_of_who_spoke_just_before(does: str, party: str) -> None:
    text = "Iran, Iranian towns and Iranian roads burn. "
    text += f"Israel's minister spoke.\n\nIsrael struck. The military {does}."
    scene = scene_of(text, [("LOC", "Iran"), ("LOC", "Israel")])
    scene.sides.spoke, scene.sides.spoke_at = "Israel", text.index("Israel struck")
    at = text.index(does)
    span, cue = Span(text.index("The military"), at - 1), Span(at, at + len(does))
    assert resolve_source(scene, (span,), cue, ()).party == party


@pytest.mark.parametrize(
    ("outlet", "told", "party"),
    [
        ("Poltava Herald", "In our own region shells fall.", "Ukraine"),
        ("Evening Herald", "In our region shells fall, in Poltava too.", "Ukraine"),
        ("Poltava Herald", "In the region shells fall.", "Russia"),
        ("Poltava Herald", '"In our region shells fall," he said.', "Russia"),
    ],
)
def test_a_local_paper_that_says_our_is_at_home(outlet: str, told: str, party: str) -> None:
    text = f"Russia and Russian guns fight. Russian towns burn. Russia denies it to Ukraine.\n\nThe army spoke. {told}"
    names = [("LOC", "Russia"), ("LOC", "Ukraine"), *([("LOC", "Poltava")] if "Poltava" in told else [])]
    assert speaker_of(scene_of(text, names, outlet=outlet), "The army").party == party


def test_a_state_is_told_by_no_spokesman_of_its_enemy() -> None:
    text = "Russia was hit, army spokesman Dmytro Lykhovii said in Ukraine. The army denied it."
    scene = scene_of(text, [("PER", "Dmytro Lykhovii"), ("LOC", "Russia")], dateline="Moscow")
    assert speaker_of(scene, "The army").party == "Russia"
