from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.settle_matters import SEEN, Group, alone, by_the_others, judge, together

from sayso.claims.alike import Alike
from sayso.claims.together import NONE, Leaning
from sayso.claims.vocabulary import Key

DAM, FIRE = ("control", "Orlin"), ("attack", "Tamm")


def made(cluster: str, held: dict[str, frozenset[Key]]) -> Group:
    """A conflict in which every other statement has the sign of the dam, the others that of the fire."""
    leanings = [
        Leaning(f"s{n}", "r", {DAM: {"wet": float(n % 2 == 0)}, FIRE: {"hot": float(n % 2)}, NONE: {"none": 1.0}}, ())
        for n in range(2 * SEEN)
    ]
    return Group(cluster, 1.0, leanings, Alike(()), held)


def right(wrongly: bool = False) -> dict[str, frozenset[Key]]:
    return {f"s{n}": frozenset({DAM if n % 2 == wrongly else FIRE}) for n in range(2 * SEEN)}


def test_signs_of_what_is_right_weigh_for_it_and_each_part_is_judged_by_the_others() -> None:
    groups = [made(name, right()) for name in "abcd"]
    weights = alone(groups)
    assert min(weights["wet"], weights["hot"]) > 0 > weights["none"]
    shares, settled = by_the_others(groups)
    counts = judge(groups, settled)
    assert (counts["right"], counts["wrong"], counts["could be"]) == (8 * SEEN, 0, 8 * SEEN)
    assert together(groups, shares)["own"] > 0


def test_what_is_learnt_from_the_others_may_be_wrong() -> None:
    groups = [made("a", right(wrongly=True)), *(made(name, right()) for name in "bcd")]
    _, settled = by_the_others(groups)
    assert judge(groups[:1], settled[:1])["right"] == 0


def test_what_the_gold_does_not_have_is_on_no_matter() -> None:
    weights = alone([made("a", {})])
    assert weights["none"] > max(weights["wet"], weights["hot"])
