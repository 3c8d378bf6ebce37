"""By which words statements speak of which kinds: what is learnt."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="the training extra is not installed")

from training.kinds import Case, judge, learn
from training.regressions import CONFLICTS_EACH

from sayso.claims.spoken_kinds import word_signs

TRUCE, DEAD = "the ceasefire holds", "nine were killed"


def case(words: str, kind: str, conflict: int) -> Case:
    return Case(word_signs(words, ""), frozenset({kind}), f"p-{conflict:02}", left_out=False)


def test_words_of_a_kind_are_learnt_and_tell_it_again() -> None:
    cases = [case(*each, n) for n in range(40) for each in ((TRUCE, "truce"), (DEAD, "casualties"))]
    found = learn(cases)
    assert max(found["truce"], key=lambda sign: found["truce"][sign]) in word_signs(TRUCE, "")
    assert all(line.endswith("1.00 / 1.00") for line in judge(cases, found))


def test_a_word_of_few_conflicts_is_not_learnt() -> None:
    cases = [case(*each, n) for n in range(CONFLICTS_EACH - 1) for each in ((TRUCE, "truce"), (DEAD, "casualties"))]
    cases += [case(str(n), "truce" if n % 2 else "casualties", n) for n in range(9)]
    with pytest.raises(ValueError, match="0 feature"):
        learn(cases)
