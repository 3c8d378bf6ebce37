from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.harm import _SINGLE_AFTER, _TOGETHER_AFTER, _TRIED, TOGETHER, harm_of, right_at
from sayso.types import Span
from sayso.values.numbers import find_quantities

WORDS = "Orlin 12 people men killed and wounded in lost , of them the dead casualties nine storeys . one were".split()


def harms(text: str) -> list[str]:
    return [
        harm_of(text, Span(0, len(text)), q.span, q.unit, single=q.best == 1)
        for q in find_quantities(text)
        if q.unit != "years"
    ]


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("The brigade had 640 men killed and wounded in a week.", [TOGETHER]),
        ("Ostria puts the dead and wounded at 900.", [TOGETHER]),
        ("The shelling killed or wounded 70 villagers.", [TOGETHER]),
        ("There were 35 casualties at the crossing.", [TOGETHER]),
        ("Vellish casualties now exceed 4,000.", [TOGETHER]),
        ("Vell lost 300 soldiers at the river, 90 of them killed.", [TOGETHER, "killed"]),
        ("The shells killed 12 people and wounded 31.", ["killed", "injured"]),
        ("In all 12 people were killed and 31 wounded.", ["killed", "injured"]),
    ],
)
def test_dead_and_wounded_in_one_number_are_a_count_of_their_own(text: str, fates: list[str]) -> None:
    assert harms(text) == fates


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("The mill lost three of its four silos.", ["", ""]),
        ("Shells hit two of its pumping stations, and a guard was killed.", [""]),
        ("The team saw 14 films of the killings.", [""]),
        ("The dead were from one hamlet.", [""]),
        ("A shell fell near one of its convoys; nobody was hurt.", [""]),
        ("Two men were hurt, one of its envoys said.", ["injured", ""]),
        ("One fisherman was killed.", ["killed"]),
        ("One person in the boat died.", ["killed"]),
        ("The blast killed one woman.", ["killed"]),
    ],
)
def test_harm_is_of_people(text: str, fates: list[str]) -> None:
    assert harms(text) == fates


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("Divers brought up 14 bodies. Nine sailors are still considered missing.", ["killed", "missing"]),
        ("It confirmed the deaths of 19 villagers and injuries to 58.", ["killed", "injured"]),
        ("Four of the wounded died on Friday.", ["killed"]),
        ("Five of the dead were cooks.", ["killed"]),
        ("The envoys recorded the execution of three prisoners of war.", ["killed"]),
    ],
)
def test_what_stands_right_at_a_number_comes_first(text: str, fates: list[str]) -> None:
    assert harms(text) == fates


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    for quantity in find_quantities(text):
        right_at(text, Span(0, len(text)), quantity.span)
    harms(text)


@pytest.mark.parametrize("text", ["two" + "-" * 5000, "Two " + "crowded-quarters-" * 1200])
def test_endless_hyphens_end(text: str) -> None:
    for pattern in (_TOGETHER_AFTER, _SINGLE_AFTER, _TRIED):
        assert pattern.match(text, 3) is None
