from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.claims.alike import Alike
from sayso.claims.together import NONE, Leaning, Weights, lean, settle, share_of, weigh_together
from sayso.claims.told import Share
from sayso.claims.vocabulary import Key
from sayso.types import Meaning, Span, Statement
from sayso.values.on_board import load_table

DAM, FIRE = ("control", "Orlin"), ("attack", "Tamm")


def alike(**vectors: tuple[int, int]) -> Alike:
    return Alike(
        Statement(
            name,
            "r",
            (),
            (),
            (Span(0, 1),),
            "indirect",
            "",
            "",
            "",
            "asserts",
            None,
            meaning=Meaning((), bytes(vector)),
        )
        for name, vector in vectors.items()
    )


def leaning(statement: str, dam: float, fire: float, none: float = -3.0, report: str = "r") -> Leaning:
    return Leaning(statement, report, {DAM: {"speaks": dam}, FIRE: {"speaks": fire}, NONE: {"none": none}}, ())


def found_on(leaning: Leaning, key: Key, by: str = "found") -> Leaning:
    signs = {**leaning.signs, key: {**leaning.signs.get(key, {}), by: 1.0}}
    return replace(leaning, signs=signs, found=(*leaning.found, key))


ALONE = {"speaks": 1.0, "none": 1.0}
OTHERS = ("near", "near elsewhere", "before", "after")
TABLE = {"alone": ALONE, "together": {"own": 1.0, "none own": 1.0, "near": 1.0}}


def settled(leanings: list[Leaning], like: Alike, table: Weights = TABLE) -> list[list[Key]]:
    return settle(leanings, weigh_together(leanings, like, table))


def test_one_that_is_undecided_goes_with_those_that_are_like_it() -> None:
    undecided = [leaning("a", 0.0, 0.0), leaning("b", 4.0, 0.0), leaning("c", 0.0, 4.0)]
    assert settled(undecided, alike(a=(9, 1), b=(9, 0), c=(0, 9))) == [[DAM], [DAM], [FIRE]]
    assert settled(undecided, alike(a=(1, 9), b=(9, 0), c=(0, 9))) == [[FIRE], [DAM], [FIRE]]


def test_what_is_like_nothing_settles_by_its_own_signs() -> None:
    alone = [leaning("a", 1.5, 0.0), leaning("b", 0.0, 4.0)]
    assert settled(alone, alike(a=(9, 0), b=(0, 9)))[0] == [DAM]
    assert settled(alone, alike(b=(0, 9)))[0] == [DAM]


def test_it_may_be_on_two_matters_that_are_as_likely_and_on_none() -> None:
    assert settled([leaning("a", 1.0, 1.2)], alike()) == [[FIRE, DAM]]
    assert settled([leaning("a", 1.0, 1.2, none=4.0)], alike()) == [[]]
    assert settled([Leaning("a", "r", {NONE: {"none": 1.0}}, ())], alike()) == [[]]


def test_a_matter_keeps_those_that_lean_to_it_most_of_those_found_on_it() -> None:
    away = [found_on(leaning(name, 0.0, 2.0 + n / 10), DAM) for n, name in enumerate("abcd")]
    found = settled(away, alike())
    assert [DAM in keys for keys in found] == [True, True, True, False]
    assert all(keys[0] == FIRE for keys in found)


def test_it_does_not_keep_those_that_hardly_lean_to_it_unless_they_name_it() -> None:
    away = leaning("a", 0.0, 9.0)
    assert settled([found_on(away, DAM)], alike()) == [[FIRE]]
    assert settled([found_on(away, DAM, by="sure")], alike()) == [[FIRE, DAM]]


@pytest.mark.parametrize("sign", OTHERS)
def test_what_others_lean_to_counts_for_what_it_weighs(sign: str) -> None:
    table = {"alone": ALONE, "together": {"own": 1.0, "none own": 1.0, sign: 2.0}}
    reports = "xyx" if sign == "near elsewhere" else "xxx"
    rows = [
        leaning(name, *lean, report=of) for name, lean, of in zip("abc", ((4, 0), (0, 0), (4, 0)), reports, strict=True)
    ]
    assert settled(rows, alike(a=(9, 0), b=(9, 1), c=(9, 0)), table)[1] == [DAM]


def test_what_stands_in_another_report_is_not_beside_it() -> None:
    table = {"alone": ALONE, "together": {"own": 1.0, "none own": 1.0, "before": 9.0}}
    rows = [leaning("a", 9.0, 0.0, report="x"), leaning("b", 0.0, 1.0, report="y")]
    assert settled(rows, alike(), table)[1][0] == FIRE


def test_shares_add_up_to_one() -> None:
    for shares in weigh_together([leaning("a", 1.0, 2.0), leaning("b", 0.0, 4.0)], alike(a=(9, 1), b=(9, 0))):
        assert sum(shares.values()) == pytest.approx(1.0)


def test_how_a_matter_was_found_is_a_sign_of_it_and_against_others() -> None:
    statement = Statement("a", "r", (), (), (Span(0, 1),), "indirect", "", "", "", "denies", None)
    signs = lean(statement, {DAM: {"alike": 0.5}, FIRE: {}}, sure=[DAM], others=[]).signs
    assert signs[DAM] == {"alike": 0.5, "sure": 1.0, "sure control": 1.0}
    assert signs[FIRE] == {"sure of another": 1.0, "sure of another of its kind": 0.0}
    assert signs[NONE] == {"none": 1.0, "none denies": 1.0, "none sure": 1.0, "none found": 0.0}
    found = lean(statement, {DAM: {}}, sure=[], others=[FIRE])
    assert found.signs[FIRE] == {"found": 1.0, "found attack": 1.0}
    assert found.signs[DAM] == {"found another": 1.0}
    assert set(found.found) == {FIRE}


def test_every_weight_is_learnt_of_both_steps() -> None:
    table = load_table("settling", room="claims")
    assert set(table) == {"alone", "together"}
    assert set(OTHERS) | {"own", "none"} <= set(table["together"])


def test_the_share_of_a_matter_stands_beside_the_best_other_and_none() -> None:
    shares = {DAM: 0.5, FIRE: 0.3, ("talks", "Orlin"): 0.1, NONE: 0.1}
    signs = {"own_place of another": 1.0, "own_place of another, many": 0.4, "alike": 0.7}
    place = (("own_place of another", 1.0), ("own_place of another, many", 0.4))
    assert share_of(shares, DAM, {}) == Share(0.5, 0.3, 0.1)
    assert share_of(shares, FIRE, signs) == Share(0.3, 0.5, 0.1, place)
    assert share_of({NONE: 1.0}, DAM, {}) == Share(0.0, 0.0, 1.0)
