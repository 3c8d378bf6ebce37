from __future__ import annotations

import pytest

from sayso.claims.topics import spoken, topics


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The frigate was towed into the harbour with a list of nine degrees", "equipment"),
        ("Families slept in tents beyond the frontier", "displacement"),
        ("Not one of our soldiers has crossed the border", "foreign fighters"),
        ("The guns fell silent at noon", "truce"),
        ("The minister hung up on his counterpart", "talks"),
        ("Who gave the order to fire the rockets?", "attack"),
        ("The morgue has no more room", "casualties"),
        ("Our flag flies over the barracks", "control"),
    ],
)
def test_words_define_a_kind_more_than_any_other(words: str, kind: str) -> None:
    said = spoken(words)
    assert said[kind][0] == max(defining for defining, _ in said.values()) > 0


def test_words_that_go_with_no_kind_say_nothing() -> None:
    assert not any(defining or near for defining, near in spoken("She laughed and poured the tea").values())


def test_whole_words_only() -> None:
    assert spoken("An attacker")["attack"][0] == 1
    assert spoken("A counterattackless word")["attack"][0] == 0


def test_every_kind_has_both_sorts_of_words() -> None:
    assert {"control", "attack", "casualties", "talks"} <= set(topics())
