from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.values.home_signs import learnt_weights, likely_home, signs_of_home
from sayso.values.parties import learn_parties

OWNERS = {"Velgoria": "Velgoria", "Velgorian": "Velgoria", "Ostgrad": "Velgoria", "Tarmakia": "Tarmakia"}
KINDS = {"Velgoria": "state", "Tarmakia": "state"}
TEXT = (
    "Velgorian troops take Orlin\nOSTGRAD, March 3 - Velgorian troops took Orlin, the army said. The embassy of "
    "Tarmakia and Tarmakia's foreign ministry gave no comment."
)


def test_what_reports_show_of_a_party_is_counted() -> None:
    signs = signs_of_home([TEXT.replace("OSTGRAD", "Ostgrad")], OWNERS, KINDS, {"Tarmakia"})
    velgoria, tarmakia = signs["Velgoria"], signs["Tarmakia"]
    assert velgoria["share"] == tarmakia["share"] == 0.5
    assert (velgoria["armed"], velgoria["abroad"]) == (1, 0)
    assert (tarmakia["armed"], tarmakia["abroad"]) == (0, 1)
    assert (velgoria["near"], tarmakia["near"]) == (0, 1)
    assert velgoria["in headlines"] > tarmakia["in headlines"] == 0
    assert (velgoria["named first"], velgoria["written from"]) == (1, 1)
    assert velgoria["state"] == 1


def test_a_neighbour_that_fights_is_shown_as_a_neighbour() -> None:
    text = "Troops of neighbouring Tarmakia crossed into Velgoria's hill province. Tarmakia's ambassador was silent."
    signs = signs_of_home([text], OWNERS, KINDS, ())
    assert signs["Tarmakia"]["neighbour"] > 0
    assert signs["Tarmakia"]["its mission"] > 0
    assert signs["Velgoria"]["its soil"] > 0
    assert learnt_weights()["neighbour"] < 0 < learnt_weights()["its soil"]


def test_one_party_alone_is_likely_enough_or_none() -> None:
    weights = {"armed": 2.0}
    assert likely_home({"A": {"armed": 1.0}, "B": {"armed": 0.0}}, weights) == "A"
    assert likely_home({"A": {"armed": 1.0}, "B": {"armed": 1.0}}, weights) == ""
    assert likely_home({"A": {"armed": 0.0}}, weights) == ""
    assert likely_home({}, weights) == ""


def test_every_sign_has_a_weight_on_board() -> None:
    [signs] = signs_of_home(["Velgoria's army left."], OWNERS, KINDS, ()).values()
    assert signs.keys() <= learnt_weights().keys()


@pytest.mark.parametrize("texts", [[TEXT, "Tarmakia is silent."], ["Tarmakia is silent.", TEXT]])
def test_the_order_of_reports_does_not_matter(texts: list[str]) -> None:
    assert signs_of_home(texts, OWNERS, KINDS, ()) == signs_of_home(texts[::-1], OWNERS, KINDS, ())


def test_whose_army_is_named_is_at_home_beside_whose_embassy_is() -> None:
    texts = (
        "Velgorian army shells Orlin\nVelgorian troops shelled Orlin, and the interior ministry denied it. The "
        "Velgorian army shelled Dolna, too.",
        "Velgorian troops leave Orlin\nThe Velgorian army left. Tarmakia's foreign minister, Tarmakia's ambassador, "
        "Tarmakia's customs and Tarmakia's president were silent. The Tarmakian embassy waits, said Tarmakia's foreign "
        "ministry.",
    )
    home = learn_parties(texts).home
    assert home is not None
    assert home.party == "Velgoria"


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_text_has_a_home_or_none(texts: list[str]) -> None:
    assert likely_home(signs_of_home(texts, OWNERS, KINDS, ())) in ("", *KINDS)
