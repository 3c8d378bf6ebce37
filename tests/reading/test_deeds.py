from __future__ import annotations

import time

import pytest
from tests.reading.scenes import scene

from sayso.reading.claims import read_claims
from sayso.reading.triggers import find_triggers
from sayso.types import Claim, Span


def claims(text: str, kind: str) -> list[Claim]:
    return [c for c in read_claims(scene(text)) if c.kind == kind]


def deeds(text: str) -> list[str]:
    return [c.slot("deed") for c in claims(text, "responsibility")]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Gunmen abducted two teachers near Orlin.", "abduction"),
        ("The drivers were taken away by masked men.", "abduction"),
        ("Vell is holding three reporters in Orlin.", "abduction"),
        ("Ostria has laid sea mines off Orlin.", "mines"),
        ("The mine near Tamm was laid by night.", "mines"),
        ("Militiamen burnt down forty homes in Tamm.", "burning"),
        ("The village of Tamm was set on fire.", "burning"),
        ("Aid lorries were plundered at Orlin.", "looting"),
        ("The store in Orlin was ransacked.", "looting"),
        ("The road to Orlin has been blocked since Monday.", "closing"),
        ("Vell keeps aid convoys from Orlin.", "aid"),
        ("Guards shot captured soldiers at Orlin.", "execution"),
        ("Twelve prisoners were summarily executed.", "execution"),
        ("Rebels opened the gates of the prison in Orlin.", "freeing"),
        ("The wells of Tamm were poisoned.", "poisoning"),
        ("Vell has committed genocide in the north.", "atrocities"),
        ("Ostria is guilty of war crimes, it said.", "atrocities"),
        ("Vell used chlorine against the rebels.", "chemical"),
        ("Vell used the clinic in Tamm as a barracks.", "shielding"),
        ("Vell stores its rockets in private homes.", "shielding"),
        ("The post office of Tamm served as a base.", "shielding"),
        ("Ostrian guards tortured two of them.", "abuse"),
        ("Vell forcibly recruits farmers.", "recruiting"),
        ("The villagers were forced to dig trenches.", "recruiting"),
        ("Vell started the fighting, it said.", "outbreak"),
        ("Ostrian troops fired first.", "outbreak"),
        ("The envoy is inflaming the conflict.", "stirring"),
        ("Officers were arrested for a plot to overthrow the state.", "plot"),
    ],
)
def test_the_deed_that_words_tell_of(text: str, deed: str) -> None:
    assert deeds(text) == [deed]
    assert claims(text, "attack") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vell captured 12 soldiers at Orlin.",
        "The coal mines of Tamm stand still.",
        "The ferry was sunk by a mine off Orlin.",
        "The army executed its plan near Orlin.",
        "The talks in Orlin were closed.",
        "Prisoners of war were freed in an exchange.",
        "This could be a war crime.",
        "Families were sheltering in the hospital.",
        "They agreed to put down weapons and gather in camps.",
        "Nothing has been heard since the general started the war.",
    ],
)
def test_words_that_only_look_like_a_deed(text: str) -> None:
    assert deeds(text) == []


def test_what_burns_because_it_was_shelled_is_an_attack() -> None:
    text = "Shells set houses on fire in Tamm."
    assert deeds(text) == []
    assert {c.slot("place") for c in claims(text, "attack")} == {"Tamm"}


def test_who_is_held_responsible_for_a_deed_is_claimed_of_the_deed_alone() -> None:
    [found] = claims("Ostria was held responsible for the looting at Orlin.", "responsibility")
    assert (found.slot("deed"), found.slot("place")) == ("looting", "Orlin")


def test_captured_soldiers_stay_a_count() -> None:
    assert [c.slot("outcome") for c in claims("Vell captured 12 soldiers at Orlin.", "casualties")] == ["captured"]


@pytest.mark.parametrize("words", ["the road ", "held the men and ", "burnt a ", "prisoners, ", "mines of "])
def test_long_texts_are_read_fast(words: str) -> None:
    text = words * (8_000 // len(words))
    before = time.process_time()
    find_triggers(text, Span(0, len(text)))
    assert time.process_time() - before < 5


def test_each_place_of_a_list_has_a_claim_of_the_deed() -> None:
    found = claims("Militiamen looted shops in Orlin, Tamm and Lenn.", "responsibility")
    assert [c.slot("place") for c in found][:2] == ["Orlin", "Tamm"]
