"""Trees: the best one with a single root, whatever the scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from sayso.reading.syntax import Labels, Scores, best_heads, cycle_of, tree
from sayso.types import Span


def is_tree(heads: list[int]) -> bool:
    return sum(i == head for i, head in enumerate(heads)) == 1 and not cycle_of(np.array(heads))


def test_a_cycle_is_found() -> None:
    assert sorted(cycle_of(np.array([1, 0, 2]))) == [0, 1]
    assert cycle_of(np.array([1, 1, 1])) == []


@pytest.mark.parametrize("seed", range(40))
def test_the_best_tree_is_found(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    heads = best_heads(scores)
    every = [choice for choice in product(range(4), repeat=4) if is_tree(list(choice))]
    best = max(float(scores[np.arange(4), list(choice)].sum()) for choice in every)
    assert is_tree(heads.tolist())
    assert float(scores[np.arange(4), heads].sum()) == pytest.approx(best, abs=1e-4)


def test_one_word_is_its_own_root() -> None:
    assert best_heads(np.zeros((1, 1), dtype=np.float32)).tolist() == [0]


def test_words_get_tags_and_relations() -> None:
    labels = Labels(
        ("NOUN", "VERB"), ("nsubj", "root"), np.array([[0, 0, 1.0], [0, 0, 5.0]], np.float32), np.zeros(2, np.float32)
    )
    scores = Scores(
        upos=np.array([[1, 0], [0, 1]], np.float32),
        arc_query=np.array([[0, 1], [0, 1]], np.float32),
        arc_key=np.array([[1, 0], [0, 1]], np.float32),
        relation_word=np.ones((2, 1), np.float32),
        relation_head=np.ones((2, 1), np.float32),
    )
    found = tree([Span(0, 5), Span(6, 9)], scores, labels)
    assert [(w.upos, w.head, w.relation) for w in found] == [("NOUN", 1, "nsubj"), ("VERB", 1, "root")]
