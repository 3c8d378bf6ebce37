"""Whom a number counts: said by a noun, an adjective, of all of them, or not said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types import Span
from sayso.values.numbers import find_quantities
from sayso.values.people import people_counted

PIECES = """12 people killed all of them children women and soldiers  police officers
civilian death toll rose to : dead were mostly rebels' 's of the aid workers “ ” troops another""".split()


def counted(text: str) -> list[tuple[str, ...]]:
    return [people_counted(text, quantity.span) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Some 140 soldiers of Vell were killed.", [("soldiers",)]),
        (
            "12 women and children died, 40 soldiers and policemen were hurt.",
            [("women", "children"), ("soldiers", "police")],
        ),
        ("At least 12 people, all of them children, died.", [("children",)]),
        ("Two journalists and six aid workers are missing.", [("journalists",), ("aid workers",)]),
        ("The civilian death toll rose to 40.", [("civilians",)]),
        ("The number of civilians killed rose to 1,221.", [("civilians",)]),
        ("40 civilian deaths and 12 military dead", [("civilians",), ("soldiers",)]),
        ("4 of the dead were civilians.", [("civilians",)]),
        ("He put military losses at 140.", [("soldiers",)]),
        ("Two Vellish border guards died.", [("guards",)]),
    ],
)
def test_groups_that_are_said(text: str, groups: list[tuple[str, ...]]) -> None:
    assert counted(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "31 men were wounded.",
        "12 people, most of them civilians, died.",
        "12 people were killed in the children's hospital.",
        "Five police stations were hit.",
        "Three soldiers' homes burnt.",
        "The army killed 40.",
        "Rebels killed 40.",
        "Another 30,000 people, mostly women and children, fled.",
        "5 people in a passenger bus died.",
    ],
)
def test_where_no_group_is_said_of_all_there_is_none(text: str) -> None:
    assert counted(text) == [()]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.integers(-3, 60), st.integers(-3, 60))
def test_never_raises_and_says_no_group_twice(text: str, start: int, end: int) -> None:
    groups = people_counted(text, Span(start, end))
    assert len(set(groups)) == len(groups)
