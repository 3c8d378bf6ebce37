"""Plans and reactions: their keys, and when they are told beside other claims."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.plans import is_planned, is_told_beside, soft_key
from sayso.claims.told import Told
from sayso.types import Meaning, Span, Stance

CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})


def read_as(told: Told, share: float) -> Told:
    meaning = Meaning((("plan", share),), b"")
    return replace(told, statement=replace(told.statement, meaning=meaning))


def test_a_plan_is_on_the_place_that_its_words_name_else_on_the_party() -> None:
    plan = make_told("announces", party="Ostria", kind="plan")
    assert soft_key(plan, CONFLICT, "Orlin") == ("plan", "Orlin")
    assert soft_key(plan, CONFLICT, "") == ("plan", "by", "Ostria", "r1")


def test_what_an_observer_expects_is_no_plan() -> None:
    assert soft_key(make_told("asserts", party="", kind="plan"), CONFLICT, "") is None


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        ("condemnation", "Marn condemned the raid.", ("condemnation", "r1")),
        ("support", "Marn welcomed the release.", ("condemnation", "r1")),
        ("demand", "Marn urged both to de-escalate.", ("condemnation", "r1")),
        ("demand", "Marn asked for the wreck.", ("demand", "by", "Marn", "r1")),
        ("office", "Marn has a new envoy.", ("office", "by", "Marn", "r1")),
    ],
)
def test_reactions_of_a_conflict_are_one_matter(kind: str, text: str, key: tuple[str, ...]) -> None:
    assert soft_key(make_told("other", party="Marn", kind=kind, text=text), CONFLICT, "") == key


@pytest.mark.parametrize(("share", "beside"), [(0.9, True), (0.3, False)])
def test_a_plan_is_told_beside_other_claims_where_the_model_takes_it_for_one(share: float, beside: bool) -> None:
    assert is_told_beside(read_as(make_told("announces", kind="plan"), share)) is beside


@pytest.mark.parametrize(("cue", "beside"), [("condemned", True), ("said", False)])
def test_a_reaction_is_told_beside_other_claims_where_the_cue_is_one(cue: str, beside: bool) -> None:
    text = f"Marn {cue} that Vell had shelled the shameful camp."
    told = make_told("other", party="Marn", kind="condemnation", text=text)
    at = Span(5, 5 + len(cue))
    assert is_told_beside(replace(told, statement=replace(told.statement, cue=(at,)))) is beside


@pytest.mark.parametrize(
    ("modality", "stance", "planned"), [("planned", "announces", True), ("planned", "denies", False)]
)
def test_who_denies_a_plan_plans_nothing(modality: str, stance: Stance, planned: bool) -> None:
    told = make_told(stance, kind="control")
    assert is_planned(replace(told, claim=replace(told.claim, modality=modality))) is planned
