"""Movements that reports say are one side."""

from __future__ import annotations

import pytest

from sayso.values.learnt import Learnt
from sayso.values.local_coalitions import with_coalitions

OUT = {
    "Lake Union": Learnt("Lake Union", "group", "name", ""),
    "LU": Learnt("Lake Union", "group", "acronym", ""),
    "Red Host": Learnt("Red Host", "group", "name", ""),
    "RH": Learnt("Red Host", "group", "acronym", ""),
}
OFTEN = "Red Host fired. Red Host left. Red Host came back. Red Host won."


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Lake Union (LU), the rebel coalition to which Red Host belongs, denied it.",
        "Red Host, which is part of the Lake Union coalition, denied it.",
        "LAKE UNION (LU/RH) denied it.",
        "Ana Orlin, spokesperson of LU/RH, denied it.",
    ],
)
def test_a_movement_that_belongs_to_another_is_one_side_with_it(text: str) -> None:
    changed = with_coalitions([text, OFTEN], OUT)
    assert {name: one.party for name, one in changed.items()} == {"Lake Union": "Red Host", "LU": "Red Host"}


@pytest.mark.parametrize("text", ["The Lake Union fought Red Host.", "A Lake Union/Red Host truce held."])
def test_two_movements_that_are_named_together_stay_two(text: str) -> None:
    assert with_coalitions([text, OFTEN], OUT) == {}
