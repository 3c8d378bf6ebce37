"""Words are cut as the treebanks cut them, and every character but white space is in one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.words import words
from sayso.types import Span


def cut(text: str) -> list[str]:
    return [text[w.start : w.end] for w in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They didn't leave.", "They|did|n't|leave|."),
        ("Gen. J. Tarov’s men", "Gen.|J.|Tarov|’s|men"),
        ("al-Nasr took 1,200 of the U.S. shells at 10:30", "al|-|Nasr|took|1,200|of|the|U.S.|shells|at|10:30"),
        ("“No...” he said--twice", "“|No|...|”|he|said|--|twice"),
        ("12km from Sana'a, 60% (or $5)", "12|km|from|Sana'a|,|60|%|(|or|$|5|)"),
        ("see https://vellin.example/a-b.", "see|https://vellin.example/a-b|."),
        ("It cannot be", "It|can|not|be"),
        ("the 21st brigade", "the|21st|brigade"),
    ],
)
def test_words(text: str, wanted: str) -> None:
    assert cut(text) == wanted.split("|")


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    found = words(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(text[w.start : w.end] for w in found) == "".join(text.split())
