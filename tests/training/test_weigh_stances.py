"""What rules, words and model count for where a line takes its stance: what is learnt, and how it is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("sklearn", reason="the training extra is not installed")

from tests.claims.made import make_draft, make_told
from training.stances import Case
from training.weigh_stances import SEEN, by_the_others, learn

from sayso.claims.learnt_stances import Read, asked
from sayso.types import Meaning, Stance

ONE = make_told("asserts", party="Vell", kind="talks")
MEANT = replace(ONE, statement=replace(ONE.statement, meaning=Meaning((), b"", (("asserts", 1.0),))))
TO = asked(make_draft(MEANT, kind="talks"))
READ: Read = ("accuses", "it names whom it blames")


def case(sign: str, right: Stance, conflict: int) -> Case:
    return Case(MEANT, TO, {sign: 1.0, "word": 1.0}, READ, (right,), f"p-{conflict:02}")


def cases(count: int) -> list[Case]:
    return [case(*each, n) for n in range(count) for each in (("own=no", "denies"), ("own=yes", "endorses"))]


def test_a_fact_that_goes_with_a_stance_is_learnt_and_a_word_is_not() -> None:
    found = learn(cases(40))
    assert found["denies"]["own=no"] > 0 > found["denies"]["own=yes"]
    assert all("word" not in held for held in found.values())


def test_a_fact_of_few_conflicts_is_not_learnt() -> None:
    found = learn([*cases(40), *(case("own=seldom", "denies", n) for n in range(SEEN - 1))])
    assert all("own=seldom" not in held for held in found.values())


def test_each_quarter_is_judged_by_the_others() -> None:
    assert by_the_others(cases(40)) == "of 80 stances 0 right before, 80 after"
