from __future__ import annotations

import pytest

from sayso.claims.alike import Alike
from sayso.types import Meaning, Span, Statement


def statement(name: str, *vector: int) -> Statement:
    meaning = Meaning((("control", 0.5),), bytes(n % 256 for n in vector)) if vector else None
    return Statement(name, "r", (), (), (Span(0, 1),), "indirect", "", "", "", "asserts", None, meaning=meaning)


SAID = [statement("a", 100, 0), statement("b", 50, 0), statement("c", 0, 3), statement("d", -9, 0), statement("e")]


def test_the_most_alike_and_the_mean_of_three_are_given_for_each_group() -> None:
    found = Alike(SAID).to("a", [["a", "b"], ["c", "d"], ["b", "c", "d"], ["a"], []])
    assert found == [(1.0, 1.0), (0.0, -0.5), (1.0, 0.0), None, None]


def test_what_has_no_vector_is_like_none() -> None:
    alike = Alike(SAID)
    assert alike.to("e", [["a"], ["b"]]) == [None, None]
    assert alike.to("a", [["e"]]) == [None]
    assert Alike([SAID[-1]]).to("e", [["e"]]) == [None]


def test_directions_count_and_not_lengths() -> None:
    ((best, _),) = (each for each in Alike([statement("x", 2, 2), statement("y", 90, 90)]).to("x", [["y"]]) if each)
    assert best == pytest.approx(1.0)


def test_the_nearest_stand_first_and_what_has_no_vector_is_near_nobody() -> None:
    names = [one.id for one in SAID]
    nearest = Alike(SAID).nearest(names, 2)
    assert [[at for at, _ in near] for near in nearest] == [[1, 2], [0, 2], [0, 1], [2, 0], []]
    assert nearest[0] == [(1, 1.0), (2, 0.0)]
    assert [len(near) for near in Alike(SAID).nearest(names, 9)] == [3, 3, 3, 3, 0]


def test_the_nearest_are_the_same_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [one.id for one in SAID]
    whole = Alike(SAID).nearest(names, 3)
    monkeypatch.setattr("sayso.claims.alike.BLOCK", 2)
    assert Alike(SAID).nearest(names, 3) == whole
