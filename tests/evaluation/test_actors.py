from __future__ import annotations

import pytest

pytest.importorskip("scipy")
from evaluation.actors import NOTHING_LEARNT, Answer, Remembering, answers, halves, line, marked_name

from sayso.reading.tagger import load_tagger

OF_FORM = {
    "dorin sark": ("person", "Hill Front"),
    "hill front": ("group", "Hill Front"),
    "velin": ("seat", "Ostraya"),
    "kestrin": ("place", ""),
}


@pytest.mark.parametrize(
    ("words", "speaker", "found"),
    [
        ("Velin", "government of Ostraya", ("seat", "Ostraya")),
        ("Dorin Sark, who was in Velin", "Dorin Sark", ("person", "Hill Front")),
        ("a man of the Hill Front", "a man", ("group", "Hill Front")),
        ("the Hill Front and Velin", "both", None),
        ("a nurse in Kestrin", "a nurse", None),
    ],
)
def test_the_marked_name_of_a_source(words: str, speaker: str, found: tuple[str, str] | None) -> None:
    assert marked_name(words, speaker, OF_FORM) == found


def test_the_shares_of_a_line() -> None:
    right = Answer("c", "Velin", "seat", "Ostraya", "Ostraya", True, True, "")
    none = Answer("c", "Velin", "seat", "Ostraya", "", False, False, "")
    assert line("seat", [right, none]).split() == ["seat", "2", "0.500", "0.500", "0.000", "0.500"]


def test_the_halves_share_nothing_and_leave_nothing_out() -> None:
    both = halves()
    assert not set(both["development"]) & set(both["test"])
    assert abs(len(both["development"]) - len(both["test"])) < 2


@pytest.mark.model
def test_a_conflict_is_read() -> None:
    found = list(answers(halves()["development"][0], Remembering(load_tagger), NOTHING_LEARNT))
    assert any(each.right for each in found)
