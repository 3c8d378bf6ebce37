"""Whom a source speaks for, where its words alone do not say."""

from __future__ import annotations

import re

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


def test_a_body_that_names_its_state_is_not_named_after_it_again() -> None:
    scene = scene_of("The army of Russia fired. The Defence Ministry of Russia denied it. Kenya watched.")
    assert speaker_of(scene, "The Defence Ministry of Russia").name == "Defence Ministry of Russia"


def test_former_rebels_are_no_rebels() -> None:
    scene = scene_of("The rebel Hill Front took Orlin. The rebels were glad. A coalition of former rebels was not.")
    assert speaker_of(scene, "The rebels").party == "Hill Front"
    assert speaker_of(scene, "A coalition of former rebels").party == ""


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


@pytest.mark.parametrize(
    ("text", "dateline", "source", "party"),
    [
        (
            "Syria's army fell back, Syrian troops left, Syria said. Turkey met it. The General Command denied it.",
            "Izmir",
            "The General Command",
            "Syria",
        ),
        (
            "Syrian soldiers fled to Iraq, said Turki Orlin, mayor of the border town of al-Qaim. Syria was silent.",
            "Beirut",
            "Turki Orlin, mayor of the border town of al-Qaim",
            "Iraq",
        ),
        (
            "Ukraine burnt. Russian jets came in from Russia. The occupation army admitted it.",
            "Kyiv",
            "The occupation army",
            "Russia",
        ),
        (
            "Israeli troops killed two, Gaza's doctors said. The army said that they had thrown stones.",
            "Gaza Jerusalem",
            "The army",
            "Israel",
        ),
        (
            "Syria's army fell back, Syrian troops left, Syria said. Turkey met it. The occupation army denied it.",
            "Orlin",
            "The occupation army",
            "",
        ),
        ("Jets struck Myanmar, and Myanmar burnt. The military denied it.", "Thailand", "The military", "Myanmar"),
        (
            "Turkey was not behind it, Turkey said; a deputy minister said so in Bahrain.",
            "",
            "a deputy minister",
            "Turkey",
        ),
    ],
)
def test_whose_army_is_meant_by_where_things_happen(text: str, dateline: str, source: str, party: str) -> None:
    lands = [
        ("LOC", name) for name in ("Israel", "Myanmar", "Turkey", "Russia", "Ukraine") if re.search(rf"{name}\b", text)
    ]
    names = [("PER", "Turki Orlin")] if "Turki Orlin" in text else lands
    assert speaker_of(scene_of(text, names, dateline=dateline), source).party == party


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("the French newspaper Orbis", ""),
        ("the US company Orbis", ""),
        ("French state television", "France"),
        ("sources in touch with French intelligence", ""),
        ("its head of mission in France", ""),
    ],
)
def test_the_press_and_firms_of_a_land_are_no_side(source: str, party: str) -> None:
    assert speaker_of(scene_of(f"Troops left, {source} said."), source).party == party


def test_who_leads_a_movement_and_a_land_speaks_for_the_movement() -> None:
    text = "Debre Orlin, president of Tigray and chairman of the TPLF, spoke. Tigray was calm. Orlin left."
    assert speaker_of(scene_of(text, [("PER", "Debre Orlin")]), "Orlin").party == "TPLF"


def test_the_group_of_observers_is_no_armed_group() -> None:
    text = "Hamas fired. The Basin Observer Group counted nine shots. It was dawn, the Group's head said."
    names = [("ORG", "Basin Observer Group")]
    assert speaker_of(scene_of(text, names, dateline="Gaza"), "the Group's head").party == ""


def test_what_is_said_to_somebody_is_no_post_of_his() -> None:
    text = "Host: Mr Orlin, you said that Ostrayan troops had left.\nOrlin: Russia never left."
    assert speaker_of(scene_of(text, [("PER", "Orlin")]), "Mr Orlin").party == ""


def test_the_authorities_there_are_those_of_the_region_spoken_of() -> None:
    text = "Armenia fell silent. In Nagorno-Karabakh it rained. All is lost, the authorities there said. Armenia knew."
    speaker = speaker_of(scene_of(text, [("LOC", "Nagorno-Karabakh")], dateline="Yerevan"), "the authorities there")
    assert speaker.party == "Nagorno-Karabakh"


def test_its_spokesman_is_of_the_ruling_council_that_opens_the_sentence() -> None:
    text = "Armenia waits, Baku said. The ruling State Order Council accepted it, its spokesman, Brigadier Orlin, said."
    scene = scene_of(text, [("PER", "Orlin")], dateline="Kyiv")
    assert speaker_of(scene, "its spokesman, Brigadier Orlin").party == "Ukraine"


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("its spokesman in Paris", "TPLF"),
        ("a man who speaks for the rebels in Paris", "TPLF"),
        ("the mayor in Paris", "France"),
    ],
)
def test_who_speaks_for_a_movement_abroad_is_of_the_movement(source: str, party: str) -> None:
    text = f"TPLF rebels took Orlin. The TPLF has it, {source} said. France is silent."
    assert speaker_of(scene_of(text), source).party == party


@pytest.mark.parametrize("source", ["the Islamists' spokesman in the town", "an ethnic army in the north"])
def test_who_fights_a_state_is_not_of_it(source: str) -> None:
    text = f"Russia waits. Russian guns fired. All is well, {source} said."
    assert speaker_of(scene_of(text, dateline="Moscow"), source).party == ""
    assert speaker_of(scene_of(text.replace(source, "the spokesman"), dateline="Moscow"), "the spokesman").party


def test_a_mission_that_keeps_the_peace_is_of_no_side() -> None:
    text = "Russia waits. All is well, the {} mission in Moscow said."
    for kind, party in (("stabilisation", ""), ("trade", "Russia")):
        assert speaker_of(scene_of(text.format(kind)), f"the {kind} mission in Moscow").party == party


def test_the_governor_of_a_named_region_is_of_the_state_at_home() -> None:
    text = "Russia waits. Russia won. Ukraine denied it. All is well, the governor of the {} said."
    for region, party in (("Adrouk region", "Russia"), ("region", "Ukraine")):
        scene = scene_of(text.format(region), [("LOC", "Russia"), ("LOC", "Ukraine")], dateline="Moscow")
        assert speaker_of(scene, f"the governor of the {region}").party == party


def test_an_official_in_another_country_is_of_no_side() -> None:
    text = "Russia waits. All is well, {} said."
    source = "a security official in a neighbouring country"
    assert speaker_of(scene_of(text.format(source), dateline="Moscow"), source).party == ""
    assert speaker_of(scene_of(text.format("a security official"), dateline="Moscow"), "a security official").party


@pytest.mark.parametrize(
    "source",
    [
        "Opponents of President Putin",
        "Critics of Moscow",
        "A Russian milblogger",
        "Russian sources",
        "A Russian political analyst",
        "Russian residents",
    ],
)
def test_who_only_shares_a_people_s_name_or_stands_against_it_speaks_for_no_state(source: str) -> None:
    text = f"Russia struck Ukraine. Ukraine struck back. {source} said that the bridge had fallen."
    scene = scene_of(text, [("LOC", "Russia"), ("LOC", "Ukraine")], dateline="Vienna")
    assert speaker_of(scene, source).party == ""


def test_de_facto_authorities_are_not_the_government_but_those_who_hold_the_place() -> None:
    text = "Congo lost Goma to M23. Congolese troops left. The de facto authorities reopened the port."
    scene = scene_of(text, [("LOC", "Congo"), ("LOC", "Goma"), ("ORG", "M23")])
    assert speaker_of(scene, "The de facto authorities").party == "M23"


def test_a_family_name_that_is_a_people_s_name_is_the_person_of_that_name() -> None:
    text = "The rights chief, Volker Turk, was in Ankara. Turkey listened. Turk said that it was grave."
    scene = scene_of(text, [("PER", "Volker Turk"), ("LOC", "Turkey")])
    assert speaker_of(scene, "Turk").name == "Volker Turk"


@pytest.mark.parametrize(
    "words", ["an expert on Kenya at the Orlin Centre", "a former adviser on Kenya", "a scholar of Kenyan history"]
)
def test_who_knows_about_a_state_speaks_for_none(words: str) -> None:
    text = f"Kenya left, Kenyan troops said. Ilmo Tamm, {words}, denied it."
    scene = scene_of(text, [("PER", "Ilmo Tamm"), ("LOC", "Kenya")])
    assert speaker_of(scene, f"Ilmo Tamm, {words}").party == ""


def test_the_rank_before_a_name_ends_no_sentence() -> None:
    text = "The Kenyan army officer Lt. Ilmo Orlin left. Orlin spoke."
    scene = scene_of(text, [("PER", "Ilmo Orlin")])
    assert speaker_of(scene, "Orlin").party == "Kenya"


@pytest.mark.parametrize(
    "words", ["officials of both countries", "Both defence ministers", "military officers from the two sides"]
)
def test_who_is_of_both_countries_is_of_no_one_side(words: str) -> None:
    text = f"Kenya met Chad. Chad and Kenya fell silent. {words} denied it."
    scene = scene_of(text, [("LOC", "Kenya"), ("LOC", "Chad")], dateline="Nairobi")
    assert set(speaker_of(scene, words).party.split("; ")) == {"Kenya", "Chad"}


def test_the_ministers_are_not_of_both_sides() -> None:
    text = "Kenya met Chad. Chad and Kenya fell silent. The ministers denied it."
    scene = scene_of(text, [("LOC", "Kenya"), ("LOC", "Chad")], dateline="Nairobi")
    assert speaker_of(scene, "The ministers").party != "Kenya; Chad"


@pytest.mark.parametrize(
    ("source", "name", "party"),
    [
        ("Israeli media", "Israeli media", ""),
        ("Syrian Doctors' Syndicate", "Syrian Doctors' Syndicate", ""),
        ("Syrian state media", "Syrian government", "Syria"),
        ("Israeli officials", "Israeli government", "Israel"),
    ],
)
def test_a_people_s_name_makes_a_government_only_of_what_is_the_state_s(source: str, name: str, party: str) -> None:
    speaker = speaker_of(scene_of(f"Israel fired at Syria. {source} reported two dead."), source)
    assert (speaker.name, speaker.party) == (name, party)


def test_who_heads_a_body_at_home_is_of_its_side() -> None:
    text = "Shells fall, says Mara Venn, who heads the administration. Russia was silent."
    assert speaker_of(scene_of(text, [("PER", "Mara Venn")], dateline="Kyiv"), "Mara Venn").party == "Ukraine"


@pytest.mark.parametrize("source", ["A European diplomat", "A senior Western official"])
def test_diplomats_of_half_the_world_are_not_at_home(source: str) -> None:
    assert speaker_of(scene_of(f"{source} denied it. Russia was silent.", dateline="Kyiv"), source).party == ""
