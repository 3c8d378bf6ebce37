"""Where sentences stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import sentence_at, sentences


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell. They left.", ["It fell.", "They left."]),
        ("A title\n\nThe text begins.", ["A title", "The text begins."]),
        ("“Karabakh is ours! ”Aliyev said. He left.", ["“Karabakh is ours! ”Aliyev said.", "He left."]),
    ],
)
def test_boundaries(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_sentence_at_an_offset() -> None:
    text = "It fell. They left."
    assert sentence_at(sentences(text), 10) == sentences(text)[1]
    assert sentence_at(sentences(text), 8) is None


@given(st.text(max_size=200))
def test_any_text_has_sentences_in_order_and_none_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for s in found for i in range(s.start, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(text))
