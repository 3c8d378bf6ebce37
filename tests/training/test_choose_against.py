from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("sklearn", reason="the training extra is not installed")

from dataclasses import replace

from tests.claims.made import make_weighed
from training.choose_against import Row, by_the_others, learn

from sayso.claims.against import ALWAYS, Pair
from sayso.claims.signs import chance_of
from sayso.types import Span


def row(cluster: str, at: int, *, against: bool) -> Row:
    first, second = make_weighed("asserts", "Ostria"), make_weighed("denies", "Vell")
    second = replace(second, position=replace(second.position, evidence=Span(9 * at + 9, 9 * at + 18)))
    signs = {ALWAYS: 1.0, "denied" if against else "told": 1.0}
    return Row(cluster, f"m{at}", Pair(first, second, signs), frozenset((at,)) if against else frozenset())


ROWS = [row(f"c{n}", at, against=at < 2) for n in range(10) for at in range(12)]


def test_a_sign_of_what_the_gold_lists_makes_a_pair_likelier() -> None:
    weights = learn(ROWS)
    assert chance_of({ALWAYS: 1.0, "denied": 1.0}, weights) > 0.7 > 0.3 > chance_of({ALWAYS: 1.0, "told": 1.0}, weights)


def test_each_cluster_is_judged_by_the_others() -> None:
    assert by_the_others(ROWS) == {"listed": 20, "right": 20, "found": 20}
