from __future__ import annotations

import pytest

pytest.importorskip("scipy")
from evaluation.actors import (
    NOTHING_LEARNT,
    Answer,
    answers,
    chosen_conflicts,
    kind_of,
    learnt_apart,
    line,
)
from training.conflicts import is_held

from sayso.reading.reader import RememberingReader
from sayso.reading.tagger import load_tagger

OF_FORM = {"dorin sark": "person", "hill front": "group", "velin": "seat", "kestrin": "place", "civic aid": "body"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Velin", "seat"),
        ("Dorin Sark, who was in Velin", "person"),
        ("a man of the Hill Front", "group"),
        ("the Hill Front and Velin", "seat"),
        ("The Civic Aid", "body"),
        ("a nurse in Kestrin", "place"),
        ("his spokesman", "described"),
        ("He", "pronoun"),
    ],
)
def test_the_kind_of_a_source(words: str, kind: str) -> None:
    assert kind_of(words, OF_FORM) == kind


def test_the_shares_of_a_line() -> None:
    right = Answer("c", "Velin", "seat", "Ostraya", "Ostraya", True, True, "")
    none = Answer("c", "Velin", "seat", "Ostraya", "", False, False, "")
    wrong = Answer("c", "Velin", "seat", "Ostraya", "Hill Front", False, True, "")
    given = Answer("c", "a nurse", "described", "", "Ostraya", False, True, "")
    shares = ["0.250", "0.250", "0.250", "0.250", "0.750"]
    assert line("all", [right, none, wrong, given]).split() == ["all", "4", *shares]


def test_nothing_is_learnt_from_what_is_held_out() -> None:
    held, rest = (chosen_conflicts(held=held) for held in (True, False))
    assert held
    assert all(is_held(path.stem) for path in held)
    assert not any(is_held(path.stem) for path in rest)


def test_without_what_is_learnt_the_same_conflicts_are_read() -> None:
    [(weights, paths)] = learnt_apart(held=False, rules=True)
    assert weights is NOTHING_LEARNT
    assert paths == chosen_conflicts(held=False)


@pytest.mark.model
def test_a_conflict_is_read() -> None:
    found = list(answers(chosen_conflicts(held=False)[0], RememberingReader(load_tagger()), NOTHING_LEARNT))
    assert any(each.right for each in found)
    assert {each.kind for each in found} > {"person", "described"}
