from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sayso.values.learnt import Learnt
from sayso.values.parties import learn_parties

TEXT = """OSTGRAD, March 3 (Meridian) - Velgorian troops have taken Orlin, Velgoria's defence ministry said.

The Velgorian president spoke in Ostgrad. Ostgrad said that the war goes on.
The army of Tarmakia has not confirmed it; Tarmakian officials in Luzhin were silent. Luzhin rejected the claim.

The authorities in Slatovina, the breakaway region, called for talks.
Harakat al-Jurf, the movement that runs the valley, said it fights on. Harakat al-Jurf denied a truce.
The rebels were silent.
"""


def learn(*texts: str) -> Mapping[str, Learnt]:
    return learn_parties(texts).learnt


@pytest.mark.parametrize(
    ("words", "party", "kind", "by"),
    [
        ("Velgoria", "Velgoria", "state", "name"),
        ("Velgorian", "Velgoria", "state", "demonym"),
        ("Tarmakian", "Tarmakia", "state", "demonym"),
        ("Ostgrad", "Velgoria", "state", "seat"),
        ("Luzhin", "Tarmakia", "state", "seat"),
        ("Slatovina", "Slatovina", "region", "name"),
        ("Harakat al-Jurf", "Harakat al-Jurf", "group", "name"),
        ("rebels", "Harakat al-Jurf", "group", "description"),
    ],
)
def test_what_a_report_teaches(words: str, party: str, kind: str, by: str) -> None:
    learnt = learn(TEXT)[words]
    assert (learnt.party, learnt.kind, learnt.by) == (party, kind, by)
    assert learnt.because


def test_a_place_that_only_changes_hands_is_no_party() -> None:
    assert "Orlin" not in learn(TEXT)


def test_names_on_board_are_not_learnt_anew() -> None:
    assert not {"Chile", "Chilean"} & set(learn("Chilean troops have crossed. Chile said so. " + TEXT))


def test_two_movements_leave_the_rebels_open() -> None:
    other = "The Ossuran Liberation Front attacked a depot. The Ossuran Liberation Front said so itself."
    learnt = learn(TEXT, other)
    assert learnt["Ossuran Liberation Front"].kind == "group"
    assert "rebels" not in learnt


def test_one_report_teaches_what_another_needs() -> None:
    first, second = "Velgorian forces crossed the river.", "Velgoria has lost men, a nurse said."
    assert "Velgoria" not in learn(second)
    assert learn(first, second)["Velgoria"].kind == "state"


@pytest.mark.parametrize("dateline", ["OSTGRAD, March 3 (Meridian) - ", "Ostgrad / Orlin (Meridian) – ", ""])
def test_a_capital_is_known_by_its_dateline_or_by_name(dateline: str) -> None:
    text = dateline + "Velgorian troops have crossed the river. Ostgrad said that the war goes on."
    assert ("Ostgrad" in learn(text, "The Velgorian premier left Ostgrad, the capital of Velgoria.")) is True
    assert "Orlin" not in learn(text)


def party(phrase: str, *texts: str) -> str:
    guess = learn_parties(texts).party_of(phrase)
    return guess.party if guess else ""


def test_capitals_in_the_text_or_in_the_phrase_make_no_other_name() -> None:
    assert party("VELGORIAN ARMY", TEXT) == "Velgoria"
    assert party("Velgorian army", TEXT.upper()) == "Velgoria"


def test_spellings_of_one_state_are_one_party() -> None:
    english = "Velgorian forces took the town, Velgoria said. Velgoria denied it. The Ruzhenian army left Ruzhenia."
    german = "Welgoria lost it, the Welgorian leadership admitted. The Rushenian Defense Ministry was silent."
    for phrase in ("Welgoria", "the Welgorian leadership", "Velgoria"):
        assert party(phrase, english, german) == "Velgoria"
    assert party("the Rushenian Defense Ministry", english, german) == "Ruzhenia"
    assert party("the Velgorjan side", english) == "Velgoria"


def test_a_capital_is_told_by_the_words_and_by_who_speaks_there() -> None:
    text = (
        "SAKHVARI, May 19 (Corvane) - Gvardzeti's air defences brought down the Tershani jet, its general said.\n\n"
        "Sarymengir spoke of boasting. The Defence Ministry of Tershan in Sarymengir gave no details. "
        "Sakhvari agreed to talks; Tershan would study them. The Gvardzian army is ready."
    )
    assert party("Sakhvari", text) == "Gvardzeti"
    assert party("Sarymengir", text) == "Tershan"
    assert party("the Gvardzian General Staff", text) == "Gvardzeti"
    assert party("Ostrovar", "The Velgorian capital, Ostrovar, is calm. Velgoria's army has left it.") == "Velgoria"


def test_a_movement_has_short_forms_and_initials() -> None:
    text = (
        "The Hadarsha People's Salvation Front denied it. The Front's Hodan Saredo spoke of a tale. "
        "The HPSF holds the town. The Hadarsha People's Salvation Front took up arms in 2011. Kebrania's army left."
    )
    front = "Hadarsha People's Salvation Front"
    for phrase in (
        "the Front's Hodan Saredo",
        "the HPSF",
        "the Salvation Front",
        "the Hadarsha People’s Salvation Front",
    ):
        assert party(phrase, text) == front
    assert party("Kebrania's army and the Hadarsha People's Salvation Front", text) == f"Kebrania; {front}"


def test_an_army_with_an_ordinal_or_a_peoples_name_is_no_movement() -> None:
    text = (
        "The Ninth Brigade left. Velgorian Border Guards stayed. The Ninth Brigade lost men. Velgoria's army said so."
    )
    assert not any(one.kind == "group" for one in learn(text).values())


def test_persons_are_no_states() -> None:
    text = "President Davlan Ortumidze spoke. Ortumidze's army will stay, said Colonel Rezo Khumash. Ortumidze denied."
    assert not learn(text)


def test_state_media_speak_for_their_state() -> None:
    text = "The state agency Velgor-Press reported gains. Velgorian troops are there. Velgoria denied losses."
    assert party("Velgor-Press", text) == "Velgoria"


def test_what_a_text_says_wins_over_the_world() -> None:
    text = (
        "The Lahkan National Resistance Front (LNRF) denied it. The Lahkan National Resistance Front is in the hills."
    )
    assert party("the Lahkan National Resistance Front", text) == "Lahkan National Resistance Front"
    assert party("the LNRF", text) == "Lahkan National Resistance Front"


def test_bodies_that_a_side_owns_stand_for_it() -> None:
    text = (
        "Tuyamby's State Council, which has run the breakaway region of Tuyamby since 2009, rejected it. "
        "The People's Assembly of Tuyamby met. Velgorian troops have left, Velgoria said."
    )
    for phrase in ("the State Council", "a member of the Council", "the People's Assembly"):
        assert party(phrase, text) == "Tuyamby"


def test_who_is_accused_answers_for_its_state() -> None:
    text = (
        "KIVAL, 27 January 2025 (Afri) - Ubanzan troops left. Kival accused Nyangara of sending men. "
        "Rusav denied it. The ministry in Rusav was silent. Nyangaran soldiers were seen. Ubanza lost men."
    )
    assert party("Rusav", text) == "Nyangara"


def test_fighters_give_a_movement_its_name() -> None:
    text = "The insurgents of Gerakan Ombak attacked. The bandits of Gerakan Ombak lie. The rebels were silent."
    assert party("Gerakan Ombak", text) == party("the rebels", text) == "Gerakan Ombak"


def test_a_state_without_a_name_is_called_after_its_people() -> None:
    assert party("the Lipovian police", "Lipovian police said so. The Lipovian army was there.") == "Lipovia"


def test_a_body_named_in_full_with_its_acronym_is_a_movement() -> None:
    table = learn_parties(
        ["The Suvo Defence Army (SDA) entered Tol. The SDA said so. The Phalan Army (PA) of Phala fled. Phalan troops."]
    )
    guess = table.party_of("the SDA's spokesman")
    assert guess is not None
    assert (guess.party, guess.kind) == ("Suvo Defence Army", "group")
    other = table.party_of("the Phalan Army")
    assert other is None or other.party != "Phalan Army"


def test_two_bodies_of_one_owner_make_a_state() -> None:
    text = "Kinaba's envoy came. Kinaba's police waited. The envoy of Kinaba left."
    assert party("Kinaba's envoy", text) == "Kinaba"


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("Rebels of the TKPL took the mill. TKPL rebels were seen.", "the TKPL's spokesman", "TKPL"),
        (
            "The Herders' Army of the Uplands (EPA) fell back. The rebel movement and EPA fighters fled.",
            "EPA",
            "Herders'",
        ),
        (
            "Ombak Ladde, which has ringed Tol since May, spoke. Ombak Ladde grew out of a quarrel.",
            "Ombak Ladde",
            "Ombak",
        ),
        ("Seven Hills Alliance (SHA) guns fired. The alliance denied it. The SHA fled.", "the alliance", "Seven Hills"),
        ("Seven Hills Alliance (SHA) guns fired. The so-called Seven Hills lie.", "the Seven Hills", "Seven Hills"),
        (
            "Banner-e Noor, a splinter of the Emirate, struck. Banner-e Noor said so.",
            "Banner-e Noor fighters",
            "Banner-e Noor",
        ),
        (
            "The soldiers of the Joint Valley Command came. The Joint Valley Command fired.",
            "the command",
            "Joint Valley",
        ),
        (
            "Gunmen shot at the northern Zarkani town of Murad. The governor of Murad spoke.",
            "the Zarkani police",
            "Zarka",
        ),
        ("TOL, Zarkan, May 3 (Meridian) - Police spoke.", "the Zarkan police", "Zarkan"),
        ("The drones came from the north of the Sorman. The Sorman denied it.", "the Sorman", "Sorman"),
    ],
)
def test_who_a_body_is_by_what_is_said_of_it(text: str, phrase: str, wanted: str) -> None:
    assert party(phrase, text).startswith(wanted)


def test_who_only_watches_is_no_side() -> None:
    text = "The Inland Compact, which oversees the armistice, counted. The Inland Compact has 40 men there."
    table = learn_parties([text])
    guess = table.party_of("the Inland Compact")
    assert guess is None or not guess.party


def test_the_possessor_of_an_army_is_no_state_where_it_is_a_movement() -> None:
    learnt = learn("The Herders' Army of the Uplands (HAU) fought on, the rebel movement said. The HAU denied it.")
    assert "Uplands" not in learnt
    assert "Herders" not in learnt


def test_a_neighbour_is_not_at_home() -> None:
    table = learn_parties(
        [
            "Ruva's army fled. It accused neighbouring Kavun of sending Kavunian troops. Kavunian soldiers and "
            "Kavunian tanks."
        ]
    )
    assert table.home is None or table.home.party == "Ruva"


def test_a_dateline_puts_a_town_in_a_state() -> None:
    table = learn_parties(["TOL, Zarkan, May 3 (Meridian) - Zarkani police spoke."])
    guess = table.home_of("TOL")
    assert guess is not None
    assert guess.party == "Zarkan"
    assert table.party_of("Tol") is None


def test_who_speaks_for_a_movement_is_no_part_of_its_name() -> None:
    texts = [
        "Idir Tamal for the Resistance Front (RF) spoke. The Resistance Front fired; rebels of the RF left.",
        "Idir Tamal for the Resistance Front spoke again, and the Front left.",
    ]
    assert {one.party for one in learn_parties(texts).learnt.values()} == {"Resistance Front"}


def test_the_one_body_that_is_called_a_corps_is_the_corps() -> None:
    text = (
        "Ostraya's army fired. Ostrayan troops left. Ostraya's Fifth Corps spoke; Ostraya's Fifth Corps denied it. "
        "The Corps left."
    )
    assert learn_parties([text]).learnt["the Corps"].party == "Ostraya"
    assert "the Corps" not in learn_parties([f"{text} The Mercy Corps came."]).learnt


def test_what_the_map_a_title_or_a_state_names_is_no_side() -> None:
    text = """BAKU, 9 March (Meridian) - Azerbaijan says it holds Shusha. Shushi has not fallen, Armenia says.
Shushi forces and the people of Schuscha are cut off, Secretary of State Marlow Dunn said. In Schuscha fighting goes on.
The Government of Armenia, the Secretary of State and the Government of Armenia met over the Gulf of Aden.
"""
    assert not {one.party for one in learn(text).values()} & {
        "Shush", "Shusha", "Shushi", "Schuscha", "Secretary of State", "Government of Armenia", "Gulf of Aden"
    }  # fmt: skip


def test_what_a_region_is_to_leave_is_a_state_at_home() -> None:
    text = (
        "The Hill Front has fought for independence from Tarovia since 1998. The army has not answered the Hill Front."
    )
    found = learn_parties([text])
    assert found.learnt["Tarovia"].kind == "state"
    assert found.home is not None
    assert found.home.party == "Tarovia"


HEADS = """SARBUL/NAVTAK, 5 June (Meridian) - Zarnisari border troops brought down an Erketani drone, its army said.

In Sarbul the Frontier Service would have none of it. The army of Zarnisar counted three dead, Zarnisari radio said.
Experts hold a plate of the Erketani Frontier Service. What Sarbul says of an empty sky, Navtak laughs at.
Zarnisar has closed the border. Erketan has not.
"""


def test_a_body_that_is_called_a_sides_speaks_for_its_seat_and_the_other_city_is_the_others() -> None:
    found = learn(HEADS)
    assert (found["Sarbul"].party, found["Navtak"].party) == ("Erketan", "Zarnisar")


def test_who_is_called_by_a_title_sits_nowhere() -> None:
    text = """Velgorian troops, the army of Velgoria and the ministry of Tarmakia met. Tarmakian envoys left.
It was, in Caraballar's telling, a missile, Colonel Idilio Caraballar said. Caraballar would not speak of losses.
Colonel Idilio Caraballar denied it. Caraballar says that nobody was hurt.
"""
    assert "Caraballar" not in learn(text)


def test_the_contested_town_of_the_samples_is_no_side() -> None:
    folder = Path(__file__).parents[2] / "samples" / "shusha"
    learnt = learn(*(path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))))
    found = {name: one for name, one in learnt.items() if one.by != "map"}  # where it lies is no side
    assert not {"Shusha", "Shushi", "Schuscha", "Schuschi", "Middle East"} & found.keys()
    assert not {"Shush", "Shusha", "Schuscha"} & {one.party for one in found.values()}


def test_a_land_of_two_words_is_one() -> None:
    learnt = learn("Saba Larga's army fired. Saba Larga's navy sailed. The government of Saba Larga fell.")
    assert {one.party for one in learnt.values()} == {"Saba Larga"}
    assert {"Saba", "Saba Larga"} <= set(learnt)


@pytest.mark.parametrize("name", ["Highland People's Army", "Alliance for the River", "Front of the Free Wells"])
def test_a_movement_by_its_letters_goes_by_its_name(name: str) -> None:
    letters = "".join(word[0] for word in name.replace("the ", "").replace("of ", "").split()).upper()
    learnt = learn(f"{letters} fighters took the bridge, the {name} said. The {letters} rebels left.")
    assert (learnt[letters].party, learnt[name].party) == (name, name)


def test_a_headline_in_capitals_names_no_movement() -> None:
    assert "FOREIGN" not in learn("FOREIGN FIGHTERS have left. FOREIGN rebels stay.")


def test_two_names_of_the_same_letters_are_one_movement() -> None:
    learnt = learn(
        "The Herders' Army of Orlin (EPO) fired. EPO fighters and EPO rebels left. The Herders' Army of Orlin said so.",
        "The Ejército Pastoril de Orlin (EPO) fired.",
    )
    names = ("EPO", "Herders' Army of Orlin", "Ejército Pastoril de Orlin")
    assert {learnt[name].party for name in names} == {"Herders' Army of Orlin"}


def test_a_movement_has_bodies_of_its_own() -> None:
    learnt = learn(
        "The Ossuran Liberation Front attacked a depot. The Ossuran Liberation Front said so itself.",
        "The Military Council of the Ossuran Liberation Front attacked a camp. The Military Council of the Ossuran "
        "Liberation Front claimed it.",
    )
    assert {one.party for one in learnt.values() if one.kind == "group"} == {"Ossuran Liberation Front"}
    assert "Military Council of the Ossuran Liberation Front" in learnt


@pytest.mark.parametrize("words", ["a rebel spokesman, said", "an insurgent commander who stayed, said"])
def test_one_of_the_rebels_is_no_movement(words: str) -> None:
    text = f"Dorin Sark, {words} so. Dorin Sark, a rebel officer, left. Two rebels spoke."
    assert learn_parties([text]).party_of("Dorin Sark") is None
    group = "Orlin Shield, a rebel group, said so. Orlin Shield, a rebel group, left."
    assert party("Orlin Shield", group) == "Orlin Shield"


def test_the_company_is_the_one_that_is_called_so() -> None:
    text = (
        "Orlin Column, a Velgorian security company, left. Gunmen of the Orlin Column fired. The Orlin Column, a "
        "militia, denied it."
    )
    assert party("the company", text) == "Orlin Column"
    assert learn_parties(["A security company left."]).party_of("the company") is None


def test_a_people_is_of_the_land_that_begins_as_it() -> None:
    text = "Caldemark spoke. Caldemark denied it. The Caldish foreign ministry and the Caldish army left."
    assert party("the Caldish foreign ministry", text) == "Caldemark"


def test_who_fights_for_a_movement_is_no_part_of_its_name() -> None:
    text = "Fighters of the Eastern Hill Front (FCE) took Orlin. The FCE is there, its rebels said. FCE rebels cheer."
    assert "FCE" in learn(text)
    assert not any("Fighters" in name for name in learn(text))


def test_a_long_name_before_letters_of_another_language_is_whole() -> None:
    for name in ("Movement for Hills and Herds in East Orm", "Popular Front of Hills and Herds"):
        text = f"The {name} (MCBO) took Tamm. MCBO fighters are there, the MCBO says."
        assert party("the MCBO", text) == name
        assert {one.party for one in learn(text).values()} == {name}


def test_a_government_that_a_movement_calls_itself_is_named_in_full() -> None:
    text = "The Free Union Government (FUG) took Tamm. Bandits of the so-called FUG fled. FUG fighters cheer."
    assert party("the FUG", text) == party("the Free Union Government", text) == "Free Union Government"


def test_a_movement_may_be_named_as_a_people() -> None:
    text = (
        "The Tolwan, who fled, deny it. Fighters of the Tolwan took Orlin. The Tolwan have it, a Tolwan spokesman said."
    )
    found = learn_parties([text]).party_of("the Tolwan spokesman")
    assert found is not None
    assert (found.party, found.kind) == ("Tolwan", "group")


def test_a_town_that_a_dateline_places_is_the_seat_of_no_other_state() -> None:
    text = (
        "{}, June 3 (Wire) - Velgoria waits. Velgorian officials spoke. In Tamm fell rain, an official in Tamm said. "
        "Tamm denied it."
    )
    assert party("Tamm", text.format("TAMM")) == "Velgoria"
    assert party("Tamm", text.format("TAMM, Ostria")) != "Velgoria"


def test_a_coalition_of_movements_and_a_movement_by_its_leader() -> None:
    text = (
        "The Joint Command of Orlin, a coalition of four rebel movements, took Tolm. The Joint Command said so. "
        "Jan Sark, a leader of the Ak Sal movement, denied it. Ak Sal held the tower."
    )
    table = learn_parties([text])
    found = [table.party_of(words) for words in ("the Joint Command's spokesman", "a spokesman for Ak Sal")]
    assert [one and one.party for one in found] == ["Joint Command of Orlin", "Ak Sal"]


def test_a_ministry_is_of_the_state_that_is_named_behind_it() -> None:
    text = (
        f"{TEXT}\nThe Ministry of Defence of Velgoria said it. Its Ministry of Defence waited. Velgoria's Ministry of "
        "Defence wept. The Ministry of Defence of Tarmakia left."
    )
    found = learn_parties([text]).party_of("The Ministry of Defence of Tarmakia")
    assert found is not None
    assert found.party == "Tarmakia"
