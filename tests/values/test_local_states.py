from __future__ import annotations

from sayso.values.local_states import read_signs, states


def parties(text: str) -> set[str]:
    return {name for name, _, _ in states(read_signs([text]), frozenset())}


def test_a_city_in_which_rulers_sit_is_no_state_for_what_it_owns() -> None:
    owned = "Tor's ministry spoke. Tor's embassy in Halm kept silent, and Tor's navy waited."
    assert "Tor" in parties(owned)
    assert "Tor" not in parties(f"The junta in Tor met. {owned}")


def test_royal_is_no_state() -> None:
    assert "Royal" not in parties("The Royal Army fired. The Royal Navy left. A Royal officer fell.")


def test_a_word_that_stands_in_small_letters_too_is_no_state() -> None:
    owned = "War's ministry spoke. War's embassy in Halm kept silent, and War's navy waited."
    assert "War" in parties(owned)
    assert "War" not in parties(f"{owned} They lost the war.")


def test_a_border_is_no_people() -> None:
    text = "Ostrayan troops left. They crossed the {} border troops hold."
    assert "Ostraya" in parties(text.format("Velgorian"))
    assert {"Velgoria", "Ostraya"} == parties(text.format("Velgorian") + " Ostrayan jets flew.")
    assert not any("-" in name for name in parties(text.format("Velgorian-Ostrayan")))


def test_an_outlet_and_its_city_are_no_town_and_its_state() -> None:
    assert "Narimel" not in parties("Mountain Post, Narimel (MP) - Shells fell.\nThe Mountain Post saw it.")
    assert "Dendara" in parties("Bir Anag, Dendara (MP) - Shells fell.\nNobody in Bir Anag slept.")


def test_what_is_no_name_owns_nothing() -> None:
    owned = "The army of the Assembly fired. The embassy of the Assembly closed. The government of the Assembly fell."
    assert "Assembly" not in parties(owned)
    assert "Ossela" in parties(owned.replace("the Assembly", "Ossela"))


def test_a_movement_that_goes_by_letters_is_no_state_for_its_president() -> None:
    owned = "The president of {0} spoke. {0} waits, and the ministry of {0} knows it. {0} left."
    assert "Orm" in parties(owned.format("Orm"))
    assert "ORM" not in parties(owned.format("ORM"))


def test_who_gave_himself_a_rank_is_no_land_that_broke_away() -> None:
    text = "Orm, a self-styled {}, spoke."
    assert "Orm" in read_signs([text.format("republic")]).separate
    assert "Orm" not in read_signs([text.format("general")]).separate


def test_a_land_of_which_mediators_speak_is_no_mediator() -> None:
    assert "Orm" in read_signs(["In Orm's mediation he trusts."]).allies
    assert "Orm" not in read_signs(["A truce was made in Orm, mediators said."]).allies


def test_a_land_in_which_there_is_a_war_is_a_state() -> None:
    assert "Barqal" in parties("Fighters took a dam in northern Barqal. The war in Barqal has killed thousands.")
    assert "Barqal" not in parties("Fighters took the town of Barqal. The war in Barqal has killed thousands.")
    assert "Barqal" in parties("Khorvan has denied sending combat troops to Barqal.")


def test_an_ally_of_the_government_is_an_ally() -> None:
    assert read_signs(["Fighters from Khorvan, an ally of the government, took part."]).allies == {"Khorvan"}


def test_who_is_called_by_a_post_is_a_person() -> None:
    signs = read_signs(["Haqyar, the emirate's chief spokesman, agreed. In Dorvask, the minister, Ilan Torv, did not."])
    assert signs.persons["Haqyar"]
    assert not signs.persons["Dorvask"]


def test_who_told_soldiers_something_is_no_people() -> None:
    assert "Orlian" not in read_signs(["On Monday Orlian told soldiers to wait."]).adjectives
    assert "Orlian" in read_signs(["On Monday Orlian border soldiers waited."]).adjectives


def test_the_members_of_a_union_are_no_state() -> None:
    assert "Orlin" in parties("The envoy of the Union of Orlin spoke.")
    for members in ("Orlin States", "Miners", "Soldiers' Mothers"):
        assert not parties(f"The envoy of the Union of {members} spoke.")


def test_regions_that_leave() -> None:
    for words in (
        "The breakaway Orlin region shut its roads.",
        "Shells fell in the breakaway region of Upper Orlin.",
        "Breakaway Orlin said that it would vote.",
        "The secession of Orlin angered them.",
        "Orlin votes on leaving the federation.",
        "Orlin, which declared itself independent, was shelled.",
        "Voters in the Orlin district went to the polls to break away.",
    ):
        [name] = read_signs([words]).separate
        assert name.endswith("Orlin")
    assert not read_signs(["The breakaway Upper region fell. A rebel leader fled."]).separate


def test_a_capital_is_no_state_though_an_army_is_called_after_it() -> None:
    text = (
        "Kota Sarai, the Lusenian capital, denied it. Kota Sarai's army held the town, and Kota Sarai sent jets. "
        "Lusenia's government said that Lusenian troops were safe."
    )
    assert parties(text) == {"Lusenia"}


def test_a_region_with_a_foreign_ministry_has_broken_away() -> None:
    text = (
        "Bulletin of the Ministry of Foreign Affairs of the Upper Lozan: the dead are 66. Korvanda's army fired. "
        "Korvandan jets came back, and the Upper Lozan has no missiles."
    )
    assert set(read_signs([text]).separate) == {"Upper Lozan"}


def test_where_rebels_rule_is_a_city_of_the_region_that_broke_away() -> None:
    text = (
        "Velgoria's army fired on the breakaway region of Orlin. The separatist authorities in Tolm denied it. "
        "Velgorian troops left."
    )
    assert set(read_signs([text]).separate) == {"Orlin"}
    assert set(read_signs([text.replace("the breakaway region of Orlin", "the hills")]).separate) == {"Tolm"}
