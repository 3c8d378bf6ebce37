"""What rules, words and model say of a stance, weighed once more."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import get_args

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.learnt_stances import (
    COUNTS_ITS_OWN,
    FIRM,
    HOLDS_IT_NOT,
    LEARNT,
    Read,
    asked,
    signs_of,
    signs_weighed,
    weighed_once_more,
)
from sayso.claims.spoken_kinds import ALWAYS
from sayso.claims.told import Told
from sayso.claims.weighed_stances import TIMES, shares, weighed, weights
from sayso.claims.weighed_stances import signs_of as weighing_signs
from sayso.types import Meaning, Stance

MEANT = Meaning((), b"", (("accuses", 0.6), ("concedes", 0.4)))
SO_FAR: Read = ("accuses", "it names whom it blames")
TABLE = {"concedes": {"so far=accuses rule": 4.0}}


def make_meant(meaning: Meaning | None = MEANT) -> Told:
    told = make_told("accuses", party="Vell", kind="attack")
    return replace(told, statement=replace(told.statement, meaning=meaning))


def ended(one: Told, read: Read, so_far: Read = SO_FAR) -> Read:
    to = asked(make_draft(one, kind="attack"))
    return weighed_once_more(one, to, read, so_far, signs_of(one, to, read, []), TABLE)


def test_every_weight_is_of_a_stance_and_of_a_sign_that_is_made() -> None:
    one = make_meant()
    to = asked(make_draft(one, kind="attack"))
    made = {sign.split("=")[0] for sign in signs_weighed(one, to, SO_FAR, signs_of(one, to, SO_FAR, []))}
    assert set(weights()) == set(get_args(Stance))
    assert all(math.isfinite(value) for held in weights().values() for value in held.values())
    assert {sign.split("=")[0] for held in weights().values() for sign in held} <= made


def test_shares_add_up_to_one_and_follow_the_weights() -> None:
    odds = shares({"a": 2.0, "b": 1.0}, {"denies": {"a": 1.5}, "asserts": {"b": -1.0}})
    assert sum(odds.values()) == pytest.approx(1.0)
    assert odds["denies"] > odds["confirms"] > odds["asserts"]


def test_what_the_model_says_counts_by_kind_and_speaker_too() -> None:
    signs = weighing_signs({"kind=attack": 1.0, "who=blamed": 1.0, "who=blamed attack": 1.0}, {}, {"denies": 0.5})
    assert signs["model denies"] == pytest.approx(math.log(10))
    assert signs["model denies kind=attack"] == signs["model denies who=blamed"] == pytest.approx(math.log(10) / 2)
    assert "model denies who=blamed attack" not in signs
    assert signs["model asserts"] == signs["words asserts"] < 0


def test_one_that_is_much_likelier_takes_the_place_and_says_why() -> None:
    stance, why = ended(make_meant(), SO_FAR)
    assert stance == "concedes"
    assert why.startswith(f"{LEARNT}so far=accuses rule, ")
    assert "accuses 0." in why


def test_no_concession_takes_the_place_of_an_assertion_or_a_denial() -> None:
    table = {"concedes": {"a": 5.0}}
    assert weighed("asserts", {"a": 1.0}, table) is None
    assert weighed("denies", {"a": 1.0}, table) is None
    found = weighed("withholds", {"a": 1.0}, table)
    assert found
    assert found[0] == "concedes"


def test_one_that_is_little_likelier_does_not() -> None:
    enough = math.log(TIMES)
    assert weighed("asserts", {"a": 1.0}, {"denies": {"a": enough - 0.01}}) is None
    found = weighed("asserts", {"a": 1.0}, {"denies": {"a": enough + 0.01}})
    assert found
    assert found[0] == "denies"


@pytest.mark.parametrize("why", [*FIRM, f"Vell{COUNTS_ITS_OWN}", f"Vell{HOLDS_IT_NOT}"])
def test_what_the_rules_are_firm_in_stays(why: str) -> None:
    assert ended(make_meant(), ("accuses", why)) == SO_FAR


def test_what_could_not_be_verified_stays() -> None:
    assert ended(make_meant(), ("unverified", "by the wording")) == SO_FAR


def test_what_says_nothing_of_the_question_stays() -> None:
    other: Read = ("other", "by the wording")
    table = {"concedes": {"so far=other wording": 4.0, "so far=accuses wording": 4.0}}
    one = make_meant()
    to = asked(make_draft(one, kind="attack"))
    signs = signs_of(one, to, other, [])
    assert weighed_once_more(one, to, other, other, signs, table) == other
    accuses: Read = ("accuses", "by the wording")
    assert weighed_once_more(one, to, other, accuses, signs, table)[0] == "concedes"


def test_without_a_model_nothing_is_weighed() -> None:
    assert ended(make_meant(None), SO_FAR) == SO_FAR


@pytest.mark.parametrize(
    ("why", "by"),
    [(f"{LEARNT}no", "learnt"), ("by the wording", "wording"), ("it names whom it blames", "rule")],
)
def test_how_the_stance_so_far_was_told_is_a_sign(why: str, by: str) -> None:
    one = make_meant()
    to = asked(make_draft(one, kind="attack"))
    stance: Stance = "denies"
    signs = signs_weighed(one, to, (stance, why), {ALWAYS: 1.0, "no": 1.0, "kind=attack": 1.0})
    assert {f"so far=denies {by}", "so far=denies", "so far=denies attack", "kind=attack"} <= set(signs)
    assert "no" not in signs
