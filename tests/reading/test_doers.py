from __future__ import annotations

import pytest

from sayso.reading.doers import doers_before, may_have_lost
from sayso.reading.named import Named
from sayso.types import Span


@pytest.mark.parametrize(
    ("text", "words", "kind", "lost"),
    [
        ("A Velgorian missile strike on Orlin killed twelve people.", "Velgorian", "party", False),
        ("A drone attack by Velgoria on Orlin killed three.", "Velgoria", "party", False),
        ("Twelve people were killed by Velgorian troops.", "Velgorian", "party", False),
        ("Velgorian forces killed thirty soldiers.", "Velgorian", "party", False),
        ("Velgorian soldiers killed in the strike were buried.", "Velgorian", "party", True),
        ("An attack on Velgorian positions killed twelve.", "Velgorian", "party", True),
        ("Seventeen of Velgoria's men had been killed.", "Velgoria", "party", True),
        ("At least forty were killed at the Velgorian Hospital.", "Velgorian Hospital", "home", False),
        ("Ana Velgor said that nine had been killed.", "Ana Velgor", "person", False),
    ],
)
def test_the_dead_are_not_of_who_killed_them(text: str, words: str, kind: str, lost: bool) -> None:
    start = text.index(words)
    assert may_have_lost(text, Named(Span(start, start + len(words)), words, kind, "Velgoria")) is lost


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ostria said that Velgoria had struck a camp, killing twelve.", {"Velgoria"}),
        ("Velgoria struck a camp, killing twelve.", {"Velgoria"}),
        ("Velgoria said that twelve had died.", set()),
        ("A shell hit the market, wounding twelve; Velgoria fired it.", set()),
        ("Velgoria said that its gunners had shot down twelve drones.", {"Velgoria", "Speaker"}),
        ("Velgoria said it had ambushed a column of Ostria and captured twelve men.", {"Velgoria", "Speaker"}),
        ("Fighters of Velgoria went into Ostria and killed twelve people.", {"Velgoria"}),
        ("Velgoria said that shells killed twelve.", set()),
        ("The toll of those killed since May in Velgoria rose to twelve.", set()),
    ],
)
def test_who_did_it_stands_last_before_the_doing(text: str, parties: set[str]) -> None:
    sides = [
        Named(Span(text.index(name), text.index(name) + len(name)), name, "party", name)
        for name in sorted({"Velgoria", "Ostria"}, key=text.find)
        if name in text
    ]
    assert doers_before(text, Span(0, text.index("twelve")), sides, "Speaker") == parties
