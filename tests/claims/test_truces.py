from __future__ import annotations

import time

import pytest
from tests.claims.made import make_draft, make_told, make_weighed

from sayso.claims.positions import held_of, relational
from sayso.claims.standing import standings
from sayso.claims.truces import FIRM, on_truce
from sayso.types import Stance

SIDES = ("Ostria", "Velgoria")


@pytest.mark.parametrize(
    ("stance", "text", "wanted"),
    [
        ("asserts", "The ceasefire was holding, the envoy's office said.", "asserts"),
        ("denies", "The truce does not hold, the colonel said.", "denies"),
        ("asserts", "Velgoria says Ostria broke the truce 40 times.", "accuses"),
        ("accuses", "Our guns are not violating the truce, they guard it.", "denies"),
        ("accuses", "It hasn't breached the agreement.", "denies"),
        ("accuses", "If the truce is violated we shall know.", "other"),
        ("asserts", "If the truce collapsed the army would march.", "other"),
        ("accuses", "It would answer any breach of the accord.", "other"),
        ("asserts", "The army is committed to the truce.", "asserts"),
        ("other", "Both must respect the truce.", "other"),
        ("asserts", "Fighting broke out in Orlin.", "asserts"),
        ("withholds", "Velgoria does not say who violated the truce.", "withholds"),
    ],
)
def test_what_is_said_of_a_truce_is_that_it_holds_or_is_broken(stance: Stance, text: str, wanted: Stance) -> None:
    one = make_told(stance, kind="truce", party="Velgoria", text=text)
    draft = make_draft(one, kind="truce", opposed=SIDES)
    assert relational(one, held_of(draft), draft)[0] == wanted


@pytest.mark.parametrize(("named", "wanted"), [("Ostria", "accuses"), ("", "denies"), ("Ostria; Velgoria", "denies")])
def test_an_outsider_who_names_one_side_blames_it(named: str, wanted: Stance) -> None:
    one = make_told("asserts", {"sides": named}, kind="truce", text="The armistice has been broken, monitors say.")
    draft = make_draft(one, kind="truce", opposed=SIDES)
    assert relational(one, held_of(draft), draft)[0] == wanted


def test_a_truce_that_holds_for_one_and_is_broken_for_another_is_disputed() -> None:
    breaks, holds = make_weighed("accuses", "Velgoria"), make_weighed("asserts", "Marn", "2021-03-04")
    sides = frozenset(SIDES)
    [first, last] = standings("truce", [breaks, holds], sides)
    assert (first.standing, last.standing) == ("claimed", "disputed")
    assert last.because == "Velgoria says that it is broken; Marn says that it holds"
    denies = make_weighed("denies", "Ostria", "2021-03-05")
    assert "Ostria denies what is said" in standings("truce", [breaks, holds, denies], sides)[-1].because
    assert standings("truce", [breaks, denies], sides)[-1].because == (
        "Velgoria says that it is broken; Ostria denies what is said"
    )
    assert [s.standing for s in standings("attack", [breaks, holds], sides)] == ["claimed"]


def test_long_words_are_read_at_once_and_reasons_are_firm() -> None:
    for words in ("if " * 7000, "not the truce " * 1500, "violat " * 3000, "respect it, " * 1700, "in case of " * 2000):
        start = time.perf_counter()
        on_truce(words, "accuses", takes_sides=True)
        assert time.perf_counter() - start < 1
    assert on_truce("They broke the truce.", "accuses", takes_sides=True) == ("accuses", FIRM[0])
