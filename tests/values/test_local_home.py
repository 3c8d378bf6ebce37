from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.values.local_home import find_home
from sayso.values.parties import learn_parties

ONE = (
    "OSTGRAD, March 3 (Meridian) - The army has taken Orlin, the Velgorian president said. The general staff of "
    "Velgoria spoke of heavy fighting. Neighbouring Tarmakia was silent."
)
TWO = "Velgorian troops fired on Tarmakian troops. Velgoria denied it. Tarmakia denied it. The army said nothing."


def home_of(*texts: str) -> str:
    home = learn_parties(texts).home
    return home.party if home else ""


def test_the_army_is_that_of_the_state_that_reports_are_mostly_about() -> None:
    assert home_of(ONE) == "Velgoria"


def test_two_states_at_war_are_neither_at_home() -> None:
    other = "Tarmakian troops fired on Velgorian troops. Tarmakia denied it. Velgoria denied it. The army said nothing."
    assert home_of(TWO, other) == ""


def test_an_ally_is_never_at_home() -> None:
    text = (
        "The protective power Tarmakia spoke. Tarmakian officers came. The Tarmakian army left. Velgorian troops stay."
    )
    assert home_of(text, "Velgoria's army is there. Velgoria lost a post.") == "Velgoria"


def test_a_state_whose_army_fights_is_at_home_though_it_is_called_a_border_once() -> None:
    mali = "Rebels in Mali fired. Mali's army fired back. Malian troops fled. Mali's General Staff denied it."
    niger = "NIAMEY, March 3 (Meridian) - A post near the border with Mali fell, Niger said. Niger's army came."
    home = learn_parties([*[mali] * 4, niger]).home
    assert home is not None
    assert (home.party, home.near) == ("Mali", frozenset())


@pytest.mark.parametrize(
    "words", ["Sassonia offered to mediate.", "The pause was brokered by Sassonia.", "Sassonia hosted the talks."]
)
def test_who_brings_others_together_is_never_at_home(words: str) -> None:
    text = f"The army denied it. {words} The Republic of Sassonia is content, said Sassonia's government."
    assert home_of(text) == ""


@pytest.mark.parametrize(("heads", "party"), [(["Tolm"], "Tarn"), ([], "Velg")])
def test_where_reports_are_written_counts(heads: list[str], party: str) -> None:
    found = find_home(["Velg lost. Velg won."], {"Velg": "Velg", "Tolm": "Tarn"}, heads)
    assert found is not None
    assert found.party == party
    assert party in found.because


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_has_a_home_or_none(texts: list[str], heads: list[str]) -> None:
    found = find_home(texts, {"Velg": "Velgoria"}, heads)
    assert found is None or found.party == "Velgoria"


def test_a_state_from_whose_seat_nobody_writes_is_less_at_home() -> None:
    owners = {"Velgoria": "Velgoria", "Ostgrad": "Velgoria", "Tarmakia": "Tarmakia"}
    texts = ["Velgoria spoke. Velgoria waited. Velgoria left. Tarmakia stayed."]
    home = find_home(texts, owners, ["Ostgrad"])
    assert home is not None
    assert home.party == "Velgoria"
    assert find_home(texts, owners, ["Luzhin"]) is None
    assert find_home([*texts, *texts, "Velgoria. Velgoria."], owners, ["Luzhin"]) is not None


def test_where_rebels_are_or_soldiers_took_power_is_at_home() -> None:
    text = (
        "Rebels in northern Tarmakia took Orlin. The foreign minister of Tarmakia denied it. The military took power "
        "in Tarmakia in 2018. Velgorian instructors came."
    )
    assert home_of(text) == "Tarmakia"


def test_a_state_whose_ministries_are_named_in_another_spelling_is_at_home() -> None:
    text = "The foreign ministry of Zarmistan spoke. Zarmistan waits. Rain fell in Zarmistan."
    other = "Zarmestan waits. {} denied it."
    assert home_of(text, other.format("Zarmestan's defence ministry")) == "Zarmistan"
    assert home_of(text, other.format("Zarmestan's foreign ministry")) == ""
