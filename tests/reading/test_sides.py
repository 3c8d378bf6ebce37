"""Whom a source speaks for, where its words alone do not say."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

BANGKOK = "Rebels in Myanmar took a town near China. The military gave no number. Myanmar and China met."


@pytest.mark.parametrize(
    ("text", "dateline", "source", "party"),
    [
        (BANGKOK, "Bangkok", "The military", "Myanmar"),
        ("The military fired, Thailand says. Thai guns answered Cambodia.", "Bangkok", "The military", "Thailand"),
        (
            "Russia struck, Russian jets flew, Russia denied it, and Russia left. Britain watched. The army spoke.",
            "London",
            "The army",
            "Russia",
        ),
        ("Rwanda denied it to Congo. The army of Congo fell back. The army mourned.", "Goma", "The army", ""),
    ],
)
def test_a_bureau_abroad_is_no_home(text: str, dateline: str, source: str, party: str) -> None:
    party = party or "Democratic Republic of the Congo"
    assert speaker_of(scene_of(text, dateline=dateline), source).party == party


@pytest.mark.parametrize(
    ("text", "source", "party"),
    [
        ("In Kyiv the ministry spoke. Dmitry Peskov denied it.", "Dmitry Peskov", "Russia"),
        ("In Moscow they laughed. Zelensky's office denied it.", "Zelensky's office", "Ukraine"),
        ("In Moscow they laughed. Antonio Guterres was silent.", "Antonio Guterres", ""),
        ("Kenyan minister Dmitry Peskov denied it.", "Kenyan minister Dmitry Peskov", "Kenya"),
    ],
)
def test_who_holds_an_office_is_known_unless_the_words_beside_the_name_say_otherwise(
    text: str, source: str, party: str
) -> None:
    name = next((each for each in ("Dmitry Peskov", "Antonio Guterres") if each in source), "Zelensky")
    assert speaker_of(scene_of(text, [("PER", name)], dateline="Moscow"), source).party == party


def test_what_takes_no_side_is_not_at_home_where_it_speaks() -> None:
    text = "Russia struck. NATO Secretary General Jens Aalto condemned it. The United States agreed."
    scene = scene_of(text, [("PER", "Jens Aalto")], dateline="Washington")
    assert speaker_of(scene, "NATO Secretary General Jens Aalto").party == ""


def test_a_group_of_forces_is_no_armed_group() -> None:
    text = "Hamas fired. Rafah was struck, Israel said. A spokesman for the Southern group of forces denied it."
    assert speaker_of(scene_of(text, dateline="Jerusalem"), "the Southern group of forces").party != "Hamas"


def test_an_agency_keeps_its_name() -> None:
    speaker = speaker_of(scene_of("Bombs fell on Syria. SANA reported two dead."), "SANA")
    assert (speaker.name, speaker.party) == ("SANA", "Syria")
    assert 'party: "SANA" is an agency of Syria' in speaker.because


def test_officials_of_one_branch_are_no_whole_government() -> None:
    speaker = speaker_of(scene_of("Gaza health officials counted nine dead. Israel fired."), "Gaza health officials")
    assert (speaker.name, speaker.party) == ("Gaza health officials", "Hamas")


def test_the_group_of_a_people_is_the_one_named_before() -> None:
    text = "Hezbollah fired at Israel. Five died, the Lebanese group said."
    assert speaker_of(scene_of(text, [("ORG", "Hezbollah")]), "the Lebanese group").party == "Hezbollah"
