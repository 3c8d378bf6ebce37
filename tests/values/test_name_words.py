"""Single words of names: what is seen at a glance agrees with what the sounds say."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.values.name_words import SAME, hear, may_be_alike, word_likeness, word_score

CASES = json.loads((Path(__file__).parents[2] / "evaluation" / "cases" / "names.json").read_text(encoding="utf-8"))
WORDS = sorted({word for case in CASES for name in (case["a"], case["b"]) for word in name.split()})
words = st.sampled_from(WORDS) | st.text(max_size=8)


@given(words, words, st.booleans())
def test_what_cannot_be_alike_at_a_glance_is_not_alike_by_sound(a: str, b: str, place: bool) -> None:
    x, y = hear(a), hear(b)
    if not may_be_alike(x, y):
        assert word_score(x, y, place=place) < SAME


@given(words, words, st.booleans())
def test_score_is_that_of_the_verdict_and_the_same_both_ways(a: str, b: str, place: bool) -> None:
    x, y = hear(a), hear(b)
    assert word_likeness(x, y, place=place).score == word_score(x, y, place=place) == word_score(y, x, place=place)


def test_variants_of_the_labelled_names_pass_the_glance() -> None:
    same = [case for case in CASES if case["same"] and len(case["a"].split()) == len(case["b"].split()) == 1]
    assert len(same) > 100
    for case in same:
        x, y = hear(case["a"]), hear(case["b"])
        if word_score(x, y, place=case["type"] == "LOC") >= SAME:
            assert may_be_alike(x, y)


def test_a_glance_lets_few_strangers_through() -> None:
    heard = [hear(word) for word in WORDS[::9]]
    through = sum(may_be_alike(x, y) for x, y in product(heard, heard))
    assert through < 0.05 * len(heard) ** 2
