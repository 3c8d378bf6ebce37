from __future__ import annotations

from sayso.values.actor_signs import names_in, read_names, signs_of


def _names(text: str) -> list[str]:
    return [name for name, *_ in names_in(text)]


def test_a_possessive_parts_two_names() -> None:
    assert _names("In Keld, Ostraya's Hill Guard stood.") == ["Keld", "Ostraya", "Hill Guard", "Hill"]


def test_of_parts_a_person_from_his_army() -> None:
    assert _names("then Colonel Dorin Sark of the Lower Hills left") == ["Dorin Sark", "Lower Hills"]
    assert _names("then the Republic of Alzan left") == ["Republic of Alzan", "Alzan"]


def test_a_word_that_is_small_elsewhere_opens_no_name() -> None:
    found = names_in("Neighbouring Lurvia left. Rebels stayed.", frozenset(["neighbouring", "rebels"]))
    assert [name for name, *_ in found] == ["Lurvia"]


def test_a_people_stays_in_the_name_of_what_is_the_peoples() -> None:
    assert _names("They fled the People's Front.") == ["People's Front", "People's"]


def test_the_adjective_before_a_body_stands_for_itself_too() -> None:
    assert _names("He saw the Ostrayan Border Guard.") == ["Ostrayan Border Guard", "Ostrayan"]


def test_titles_are_cut_and_told_apart() -> None:
    assert list(names_in("then Colonel Dorin Sark left")) == [("Dorin Sark", 13, 23, "colonel")]


def test_a_line_in_capitals_gives_no_names() -> None:
    assert _names("Town Of Vodna Is Encircled By Rebels\n") == []


def test_signs_are_shares_of_the_places_of_a_name() -> None:
    names = read_names(["Then troops of Velm came. Velm denied it.", "They sat in Velm, where the Velmian army slept."])
    signs = signs_of("Velm", names)
    assert signs["p=of"] == signs["p=in"] == signs["says"] > 0
    assert "has people" in signs
    assert "is people" in signs_of("Velmian", names)
    assert signs["spread"] == 1.0


def test_signs_after_a_name() -> None:
    names = read_names(["They met Orna, the rebel movement. The Hill Clinic treated patients; Ostraya's army left."])
    assert {"a=rebel", "a=movement"} <= signs_of("Orna", names).keys()
    assert {"owns", "o=army", "organ after"} <= signs_of("Ostraya", names).keys()
    assert "talk of relief" in signs_of("Hill Clinic", names)
