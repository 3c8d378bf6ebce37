"""Whether a statement speaks of the person of whom a matter asks."""

from __future__ import annotations

import pytest
from tests.claims.made import make_told

from sayso.claims.fates import is_fate, means_person
from sayso.types import Stance

ANKA = ("casualties", "fate", "who", "Rufo Anka")


def test_a_matter_of_one_person() -> None:
    assert is_fate(ANKA)
    assert not is_fate(("casualties", "killed", "at", "Orlin"))


@pytest.mark.parametrize(
    ("words", "stance", "after", "meant"),
    [
        ("The army said Anka was dead.", "asserts", False, True),
        ("The army said he was in hospital.", "asserts", True, True),
        ("The army said the commander was in hospital.", "asserts", True, True),
        ("The army said he was in hospital.", "asserts", False, False),
        ("The army did not comment.", "withholds", True, True),
        ("The army said Dana Reth was dead.", "asserts", True, False),
        ("The army said twelve were dead.", "asserts", True, False),
    ],
)
def test_who_is_meant(words: str, stance: Stance, after: bool, meant: bool) -> None:
    told = make_told(stance, text=words)
    assert means_person(told, ANKA, [ANKA] if after else []) is meant
