"""Places, persons and bodies told apart by the words around them, over all reports."""

from __future__ import annotations

import pytest

from sayso.values.name_kinds import fold, learn_kinds

FIRST = (
    "TARN OUMA, 3 March 2031 (Estuary Wire) - Shells fell on the town of Ouma Beld overnight. Colonel Issak Tavren, "
    "who commands the garrison, said that Karvel district was quiet. In Ouma Beld the market was shut, said Tavren.\n"
)
SECOND = "Tavren, 51, was seen near Oumah Beld. The newspaper “Morning Post” has a picture.\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ouma Beld", "LOC"),
        ("TARN OUMA", "LOC"),
        ("Karvel", "LOC"),
        ("Issak Tavren", "PER"),
        ("Tavren", "PER"),
        ("Estuary Wire", "ORG"),
        ("Morning Post", "ORG"),
        ("Nobody Heard", None),
    ],
)
def test_the_company_of_a_name_says_what_it_is(name: str, kind: str | None) -> None:
    assert learn_kinds([FIRST, SECOND]).kind_of(name) == kind


def test_another_spelling_shares_what_the_first_has_shown() -> None:
    assert learn_kinds([SECOND.replace("near", "by")]).kind_of("Oumah Beld") is None
    assert learn_kinds([FIRST, SECOND]).kind_of("Oumah Beld") == "LOC"


def test_signs_that_contradict_each_other_say_nothing() -> None:
    assert learn_kinds(["Colonel Karvel slept. The town of Karvel slept.\n"]).kind_of("Karvel") is None


def test_a_name_is_folded_without_article_and_possessive() -> None:
    assert fold(" The  Tarkhun’s ") == "tarkhun"


def test_a_family_name_of_one_report_is_a_person_in_all() -> None:
    full = "Its leader, Dorin Sarkel, is dead."
    assert learn_kinds(["The army has lost Sarkel."]).kind_of("Sarkel") is None
    assert learn_kinds([full, "The army has lost Sarkel."]).kind_of("Sarkel") == "PER"
    assert learn_kinds([full, "Shots fell near Sarkel."]).kind_of("Sarkel") != "PER"


def test_the_last_word_of_a_full_name_may_be_no_family_name() -> None:
    assert learn_kinds(["The minister, Dorin Syria, left. Syria waits."]).kind_of("Syria") is None
    assert learn_kinds(["The minister, Dorin Guard, left. The guard left. Guard left."]).kind_of("Guard") is None


def test_a_ruler_has_a_fall_too() -> None:
    assert learn_kinds(["The fall of Dorin al-Sark cut the route."]).kind_of("Dorin al-Sark") is None
    assert learn_kinds(["The capture of Orlin cut the route."]).kind_of("Orlin") == "LOC"
