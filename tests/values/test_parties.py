from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.values.parties import learn_parties
from sayso.values.party_tables import world
from sayso.values.sides_file import GivenSides

WORLD = learn_parties([])
VELGORIA = learn_parties(
    [
        "OSTGRAD, March 3 (Meridian) - Velgorian troops have taken Orlin, Velgoria's defence ministry said.\n\n"
        "Chad said nothing. The Velgorian president is in Ostgrad, the capital of Velgoria."
    ]
)


@pytest.mark.parametrize(
    ("phrase", "party", "kind", "by"),
    [
        ("the Nigerian army", "Nigeria", "state", "demonym"),
        ("Abuja", "Nigeria", "state", "seat"),
        ("Ethiopian troops", "Ethiopia", "state", "demonym"),
        ("the Brazilian foreign minister", "Brazil", "state", "demonym"),
        ("a spokesman for Chile", "Chile", "state", "name"),
        ("the White House", "United States", "state", "seat"),
        ("Pentagon", "United States", "state", "seat"),
        ("Canberra", "Australia", "state", "seat"),
        ("Wellington", "New Zealand", "state", "seat"),
        ("Hanoi", "Vietnam", "state", "seat"),
        ("the Azerbaijani Defense Ministry", "Azerbaijan", "state", "demonym"),
        ("French President Emmanuel Macron", "France", "state", "demonym"),
        ("Downing Street", "United Kingdom", "state", "seat"),
        ("the Kremlin", "Russia", "state", "seat"),
        ("Hezbollah", "Hezbollah", "group", "name"),
        ("the M23 rebels", "M23", "group", "name"),
        ("RSF", "Rapid Support Forces", "group", "name"),
        ("Armenian Prime Minister Nikol Pashinyan", "Armenia", "state", "demonym"),
        ("Baku", "Azerbaijan", "state", "seat"),
        ("separatist authorities in Donetsk", "Donetsk People's Republic", "region", "separatists"),
        ("the army of Sudan", "Sudan", "state", "name"),
        ("Turkish President Recep Tayyip Erdogan", "Turkey", "state", "demonym"),
        ("a White House spokesman", "United States", "state", "seat"),
        ("the Quai d'Orsay", "France", "state", "seat"),
        ("information from Elysee circles", "France", "state", "seat"),
        ("Yemen's Houthi rebels", "Houthis", "group", "name"),
        ("the Palestinian militant group Hamas", "Hamas", "group", "name"),
        ("the Chechen separatists", "Chechnya", "region", "demonym"),
        ("Aserbaidschan", "Azerbaijan", "state", "name"),
        ("the U.S. military", "United States", "state", "demonym"),
        ("Islamic State of Iraq and the Levant", "Islamic State", "group", "name"),
        ("the Tigray People's Liberation Front", "TPLF", "group", "name"),
    ],
)
def test_states_of_every_continent_and_groups(phrase: str, party: str, kind: str, by: str) -> None:
    guess = WORLD.party_of(phrase)
    assert guess is not None
    assert (guess.party, guess.kind, guess.by) == (party, kind, by)


@pytest.mark.parametrize(
    "phrase",
    [
        "UN Secretary-General",
        "the UN mission in Congo",
        "the OSCE",
        "the African Union",
        "the ICRC",
        "the Red Cross",
        "Human Rights Watch",
        "Amnesty International",
        "the United Nations",
    ],
)
def test_a_body_takes_no_side(phrase: str) -> None:
    guess = WORLD.party_of(phrase)
    assert guess is not None
    assert (guess.party, guess.kind) == ("", "body")


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "a farmer near the mill",
        "Jordan Hill, a trader",
        "Velgorian troops",
        "malice",
        "Israel Katz",
        "Michael Jordan",
        "Liban Warsagale",
        "pro-Russian fighters",
        "the Lahkan National Resistance Front",
        "Syrian rebels",
        "the Sable Group, a company based in France",
        "people who fled the Syrian town",
        "experts on North Korea",
        "WHO IS SHE AND WHO IS HE",
    ],
)
def test_unknown_stays_unknown(phrase: str) -> None:
    assert WORLD.party_of(phrase) is None


def test_several_parties_are_joined_and_a_destination_is_not_the_speaker() -> None:
    both, poland = WORLD.party_of("Kyiv and Moscow"), WORLD.party_of("a trip to Berlin by the Polish premier")
    assert both is not None
    assert poland is not None
    assert both.party == "Ukraine; Russia"
    assert poland.party == "Poland"


def test_the_reason_names_the_words() -> None:
    seat, named = WORLD.party_of("Abuja"), WORLD.party_of("the Taliban")
    assert seat is not None
    assert named is not None
    assert seat.because == '"Abuja" is a seat of Nigeria'
    assert named.because == '"Taliban" is named'


def test_what_reports_teach_stands_beside_the_world() -> None:
    taught, world = VELGORIA.party_of("the Velgorian army"), VELGORIA.party_of("Hanoi")
    assert taught is not None
    assert world is not None
    assert (taught.party, world.party) == ("Velgoria", "Vietnam")
    assert '"Velgorian"' in taught.because
    assert "Chad" not in VELGORIA.learnt


def test_every_state_is_found_by_its_name_and_adjectives() -> None:
    wrong = []
    for words, entry in world().items():
        guess = WORLD.party_of(f"the {words} government")
        if entry.kind != "body" and (guess is None or guess.party != entry.party):
            wrong.append(words)
    assert not wrong
    assert sum(entry.kind == "state" and words == entry.party for words, entry in world().items()) > 195
    assert len({entry.party for entry in world().values() if entry.kind == "group"}) > 500


@given(st.text(max_size=80))
def test_no_phrase_is_an_error(phrase: str) -> None:
    guess = VELGORIA.party_of(phrase)
    assert guess is None or guess.because


@settings(deadline=None)
@given(st.lists(st.text(max_size=200), max_size=3))
def test_no_text_is_an_error(texts: list[str]) -> None:
    assert all(one.party and one.because for one in learn_parties(texts).learnt.values())


def test_a_states_own_council_is_not_the_worlds() -> None:
    table = learn_parties([])
    assert table.party_of("the State Security Council") is None
    world = table.party_of("the UN Security Council")
    assert world is not None
    assert world.kind == "body"


def test_long_names_of_the_world_are_not_taken_apart() -> None:
    text = (
        "The government of the Democratic Republic of Congo denied it. The Arakan Army (AA) said so; the AA fired. "
        "The government of the Democratic Republic of Congo left."
    )
    table = learn_parties([text])
    wanted = {"the Democratic Republic of Congo": "Democratic Republic of the Congo", "the AA": "Arakan Army"}
    for phrase, party in wanted.items():
        found = table.party_of(phrase)
        assert found
        assert found.party == party
    assert "Democratic" not in table.learnt


def test_who_has_a_post_is_no_movement() -> None:
    text = "General Omar Orlin, aide to army chief Abdel al-Tamm, said so. The army of Abdel al-Tamm fired."
    assert "Abdel al-Tamm" not in {one.party for one in learn_parties([text]).learnt.values()}


def test_what_the_map_knows_is_no_seat_of_another() -> None:
    text = "Ukraine said Mariupol has held. Border guards on Snake Island refused. Mariupol said no. Russia left."
    learnt = learn_parties([text]).learnt
    assert {"Mariupol", "Snake", "Snake Island"}.isdisjoint(name for name, one in learnt.items() if one.by != "map")


@pytest.mark.parametrize("phrase", ["Pentagon Press Secretary", "the Kremlin press service"])
def test_a_seat_stands_before_a_post(phrase: str) -> None:
    assert WORLD.party_of(phrase) is not None


def test_the_places_of_a_party_are_no_side_of_their_own() -> None:
    text = "GAZA, 3 May 2024 (Meridian) - Gaza's health ministry counted 9. Palestinian doctors left. Israel fired."
    found = learn_parties([text]).party_of("Gaza's health ministry")
    assert found is not None
    assert found.party == "Hamas"


def test_a_body_of_the_world_is_no_state_that_has_a_president() -> None:
    table = learn_parties(["The President of United Nations talks left. The government of United Nations staff met."])
    assert {"United", "United Nations"}.isdisjoint(table.learnt)


def test_what_the_user_says_of_a_place_wins_over_who_governs_it() -> None:
    given = GivenSides({"Gaza": "Palestine"}, {"Palestine": "state"})
    found = learn_parties([], given).party_of("the Gaza health ministry")
    assert found is not None
    assert found.party == "Palestine"


def test_what_a_report_abbreviates_goes_before_who_is_called_so_elsewhere() -> None:
    text = "The Orsk Liberation Front (OLF) holds the mill. Rebels of the OLF fired, the army of Velmark said."
    assert getattr(learn_parties([text]).party_of("the OLF leader"), "party", "") == "Orsk Liberation Front"
    assert getattr(learn_parties([]).party_of("the OLF leader"), "party", "") == "Oromo Liberation Front"


def test_rebels_in_a_state_are_not_its_own() -> None:
    assert learn_parties([]).party_of("Rebels in northern Syria") is None
    guess = learn_parties([]).party_of("Officials in northern Syria")
    assert guess is not None
    assert guess.party == "Syria"


def test_who_speaks_for_the_rebels_is_no_movement() -> None:
    text = "Fighters of the Hill Front took Orlin, said Dorin Sark, a spokesman for the rebels. The Hill Front waits."
    table = learn_parties([text, text])
    assert "Dorin Sark" not in table.learnt
    assert getattr(table.party_of("a spokesman for the rebels"), "party", "") == "Hill Front"


def test_who_only_spoke_of_rebels_is_none_of_them() -> None:
    table = learn_parties(["Rebels of the Hill Front took Orlin. The Hill Front said so. Orlin is in rebel hands."])
    assert table.party_of("who had said that no man was in rebel hands") is None
    assert table.party_of("who leads the rebels") is not None


def test_a_militia_of_one_word_is_no_state() -> None:
    text = "Koumbari forces came. The army of Wandor fired. He pointed to the Koumbari, a pro-government militia."
    found = learn_parties([text]).party_of("the Koumbari leadership")
    assert found is not None
    assert (found.party, found.kind) == ("Koumbari", "group")


def test_the_government_of_the_republic_is_no_state_of_that_name() -> None:
    text = "The Government of the Republic said so. Issued by the Government of the Republic, the republic's voice."
    assert "Government of the Republic" not in learn_parties([text, text]).learnt


def test_a_report_is_written_at_the_seat_of_those_whom_it_quotes_first() -> None:
    text = (
        "HILM, March 4 (Wire) - Zemgoran troops crossed the river before dawn, the Velnavian General Staff said. Hilm "
        "denied the loss of the town. Zemgora waits. Velnavia waits."
    )
    assert learn_parties([text]).learnt["Hilm"].party == "Velnavia"


@pytest.mark.parametrize("phrase", ["the Central American Parliament", "Latin American bishops"])
def test_a_continent_is_not_the_united_states(phrase: str) -> None:
    assert learn_parties([]).party_of(phrase) is None


def test_bodies_of_the_united_states_by_their_short_names() -> None:
    guesses = [learn_parties([]).party_of(phrase) for phrase in ("a DoD spokesman", "the Defense Department")]
    assert [guess.party for guess in guesses if guess] == ["United States"] * 2


def test_a_service_arm_speaks_for_its_state() -> None:
    arms = [entry for name, entry in world().items() if name.endswith(("Guards Corps", "Rangers", "Rosgvardia"))]
    assert len(arms) > 5
    assert {entry.kind for entry in arms} == {"state"}
