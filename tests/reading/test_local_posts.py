"""Whose mayors, governors and rescue services are: those of the land of their town."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of, speaker_of

STRIKE = (
    "A Russian missile hit a block in Poltava. It was a Russian Iskander, and Russian jets came back, "
    "while Ukrainian gunners were silent. {} spoke of six dead. Russia denied it."
)


@pytest.mark.parametrize(
    "source",
    [
        "Mayor Olena Hryn",
        "The State Emergency Service",
        "The regional prosecutor's office",
        "A spokesman for the rescue service",
        "Poltava's governor",
    ],
)
def test_who_governs_or_rescues_in_a_town_is_of_its_land_and_not_of_the_one_named_most(source: str) -> None:
    names = [("LOC", "Poltava"), ("LOC", "Russia"), *([("PER", "Olena Hryn")] if "Olena" in source else [])]
    assert speaker_of(scene_of(STRIKE.format(source), names), source).party == "Ukraine"


def test_whom_somebody_else_put_there_is_not_of_the_land() -> None:
    source = "The Russian-installed governor"
    names = [("LOC", "Poltava"), ("LOC", "Russia")]
    assert speaker_of(scene_of(STRIKE.format(source), names), source).party != "Ukraine"


def test_a_town_of_a_land_that_is_not_told_of_changes_nothing() -> None:
    text = "Rwanda shelled Lyon, Rwanda said, and Rwandan troops left. The mayor counted four dead."
    assert speaker_of(scene_of(text, [("LOC", "Lyon"), ("LOC", "Rwanda")]), "The mayor").party == "Rwanda"


def test_the_land_of_the_only_towns_in_the_sentence_is_that_of_who_speaks() -> None:
    text = "Ukraine waited. Russia and Russian towns mourned. In Bryansk a depot burnt, the governor said."
    scene = scene_of(text, [("LOC", "Ukraine"), ("LOC", "Russia"), ("LOC", "Bryansk")], dateline="Kyiv")
    assert speaker_of(scene, "the governor").party == "Russia"


def test_where_a_movement_rules_the_rescuers_are_of_it() -> None:
    text = "Israel struck Rafah. Israeli jets hit Khan Younis. Civil defence spokesman Sami Odeh counted three dead."
    scene = scene_of(text, [("LOC", "Rafah"), ("LOC", "Khan Younis"), ("LOC", "Israel"), ("PER", "Sami Odeh")])
    assert speaker_of(scene, "Civil defence spokesman Sami Odeh").party == "Hamas"


def test_civil_society_is_of_no_side() -> None:
    text = "Congo sent troops to Uvira. Congolese troops fled. The head of the local civil society spoke of looting."
    scene = scene_of(text, [("LOC", "Congo"), ("LOC", "Uvira")])
    assert speaker_of(scene, "The head of the local civil society").party == ""


def test_a_land_that_no_table_knows_has_its_towns_on_no_map() -> None:
    text = (
        "Velgorian forces took Split. The Velgorian government, Velgoria's army and the Velgorian president said so. "
        "Croatia watched, and Croatian envoys left. The mayor wept."
    )
    scene = scene_of(text, [("LOC", "Split"), ("LOC", "Velgoria"), ("LOC", "Croatia")])
    assert speaker_of(scene, "The mayor").party != "Croatia"


NEXT_DOOR = (
    "Rwanda watched from afar, and Rwandan troops stayed. Congo and Congolese envoys said nothing.\n\n"
    "A spokesman for M23 said that its men had Masisi. {} did not confirm the loss."
)


@pytest.mark.parametrize(
    ("source", "party"), [("The army", "Democratic Republic of the Congo"), ("The Rwandan army", "Rwanda")]
)
def test_the_army_after_a_movement_has_spoken_is_that_of_the_land_fought_for(source: str, party: str) -> None:
    text = NEXT_DOOR.format(source)
    scene = scene_of(text, [("LOC", "Rwanda"), ("LOC", "Congo"), ("LOC", "Masisi"), ("ORG", "M23")], dateline="Kigali")
    scene.sides.spoke, scene.sides.spoke_at = "M23", text.index("A spokesman")
    assert speaker_of(scene, source).party == party


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("In Pokrovsk, in eastern Ukraine, the head of the city's military administration spoke.", "Ukraine"),
        ("In Pokrovsk the head of the city's military administration spoke.", "Ukraine"),  # Engels was called so
        ("In Pokrovsk, a town in southern Russia, the head of the city's military administration spoke.", "Russia"),
    ],
)
def test_what_is_called_so_now_goes_before_what_was_and_what_the_report_says_before_the_map(
    told: str, party: str
) -> None:
    text = f"Russia, Russian guns and Ukraine were at war. {told} Ukrainian shells fell. Russia denied it."
    scene = scene_of(text, [("LOC", "Ukraine"), ("LOC", "Russia"), ("LOC", "Pokrovsk")])
    assert speaker_of(scene, "the head of the city's military administration").party == party


def test_the_police_are_of_the_town_named_last_in_their_paragraph() -> None:
    text = "Russia emptied Bryansk, a man told Ukraine. Police stopped him there; the police denied it. Russia did not."
    scene = scene_of(text, [("LOC", "Bryansk"), ("LOC", "Russia"), ("LOC", "Ukraine")], dateline="Kyiv")
    assert speaker_of(scene, "the police").party == "Russia"


def test_who_sits_in_a_parliament_for_a_town_is_of_its_land() -> None:
    source = "a member of parliament for Bryansk"
    text = f"Russia waited for Ukraine, said {source}. Ukrainian guns answered Russia."
    scene = scene_of(text, [("LOC", "Bryansk"), ("LOC", "Russia"), ("LOC", "Ukraine")], dateline="Kyiv")
    assert speaker_of(scene, source).party == "Russia"
