from __future__ import annotations

import pytest

from sayso.claims.alike import Alike
from sayso.claims.together import NONE, Leaning, settle, share_of, weigh_together
from sayso.claims.told import Share
from sayso.claims.vocabulary import Key
from sayso.types import Meaning, Span, Statement

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


def leaning(statement: str, dam: float, fire: float, none: float = -3.0, found: tuple[Key, ...] = ()) -> Leaning:
    return Leaning(statement, {DAM: dam, FIRE: fire, NONE: none}, found)


def settled(leanings: list[Leaning], like: Alike) -> list[list[Key]]:
    return settle(leanings, weigh_together(leanings, like))


def test_one_that_is_undecided_goes_with_those_that_are_like_it() -> None:
    undecided = [leaning("a", 0.0, 0.0), leaning("b", 4.0, 0.0), leaning("c", 0.0, 4.0)]
    assert settled(undecided, alike(a=(9, 1), b=(9, 0), c=(0, 9))) == [[DAM], [DAM], [FIRE]]
    assert settled(undecided, alike(a=(1, 9), b=(9, 0), c=(0, 9))) == [[FIRE], [DAM], [FIRE]]


def test_what_is_like_nothing_settles_by_its_own_signs() -> None:
    alone = [leaning("a", 1.0, 0.0), leaning("b", 0.0, 4.0)]
    assert settled(alone, alike(a=(9, 0), b=(0, 9)))[0] == [DAM]
    assert settled(alone, alike(b=(0, 9)))[0] == [DAM]


def test_it_may_be_on_two_matters_that_are_as_likely_and_on_none() -> None:
    assert settled([leaning("a", 1.0, 1.2)], alike()) == [[FIRE, DAM]]
    assert settled([leaning("a", 1.0, 1.2, none=4.0)], alike()) == [[]]
    assert settled([Leaning("a", {NONE: 1.0}, ())], alike()) == [[]]


def test_a_matter_keeps_those_that_lean_to_it_most_of_those_found_on_it() -> None:
    away = [leaning(name, 0.0, 4.0 + n, found=(DAM,)) for n, name in enumerate("abcd")]
    found = settled(away, alike())
    assert [DAM in keys for keys in found] == [True, True, True, False]
    assert all(keys[0] == FIRE for keys in found)


def test_shares_add_up_to_one() -> None:
    for shares in weigh_together([leaning("a", 1.0, 2.0), leaning("b", 0.0, 4.0)], alike(a=(9, 1), b=(9, 0))):
        assert sum(shares.values()) == pytest.approx(1.0)


def test_a_matter_to_which_it_does_not_lean_at_all_keeps_it_where_few_were_found() -> None:
    assert settled([Leaning("a", {FIRE: 4.0, NONE: 0.0}, (DAM,))], alike()) == [[FIRE, DAM]]


def test_the_share_of_a_matter_stands_beside_the_best_other_and_none() -> None:
    shares = {DAM: 0.5, FIRE: 0.3, ("talks", "Orlin"): 0.1, NONE: 0.1}
    assert share_of(shares, DAM) == Share(0.5, 0.3, 0.1)
    assert share_of(shares, FIRE) == Share(0.3, 0.5, 0.1)
    assert share_of({NONE: 1.0}, DAM) == Share(0.0, 0.0, 1.0)
