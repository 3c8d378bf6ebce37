"""Of which kinds a statement speaks, told by its words."""

from __future__ import annotations

import math

import pytest
from tests.claims.made import make_report

from sayso.claims.naming import Naming
from sayso.claims.spoken_kinds import ALWAYS, spoken_kinds, weights, why, word_signs
from sayso.claims.told import tell
from sayso.types import Claim, Reading, Span, Statement

TEXT = "The ceasefire has not been violated by us, said the general. He would not speak of the weather."
NAMING = Naming((), {}, {}, {}, {})


def statement(content: str, *, about: tuple[str, ...] = ()) -> Statement:
    start = TEXT.index(content)
    span = Span(start, start + len(content))
    return Statement("s", "r1", (), (), (span,), "indirect", "", "", "", "asserts", None, about=about)


def reading(one: Statement, *claims: Claim) -> dict[str, Reading]:
    return {"r1": Reading("r1", "", (one,), claims, (), (), ())}


def test_signs_are_stems_and_those_before_are_marked() -> None:
    found = word_signs("Talks collapsed", "Peace?")
    assert set(found) == {ALWAYS, "talk", "collap", "talk collap", "<peac"}
    assert sum(value**2 for sign, value in found.items() if sign != ALWAYS) == pytest.approx(1 + 0.6**2)
    assert word_signs("", "") == {ALWAYS: 1.0}


def test_words_of_a_truce_speak_of_one() -> None:
    truce, weather = (spoken_kinds(words, "") for words in ("The ceasefire was violated", "It rained all day"))
    assert truce["truce"] > 0 > weather["truce"]
    assert truce["truce"] == max(truce.values())


def test_every_kind_has_weights_that_say_something() -> None:
    assert {"talks", "truce", "displacement", "control"} <= set(weights())
    assert all(math.isfinite(value) for held in weights().values() for value in held.values())


def test_a_statement_without_a_claim_of_the_kind_gets_one_with_the_reason() -> None:
    one = statement("The ceasefire has not been violated by us")
    (told,) = tell([make_report(TEXT)], reading(one), NAMING)
    assert (told.claim.kind, told.claim.statement, told.own) == ("truce", "s", True)
    assert told.joined == why("truce", make_report(TEXT), one)
    assert "ceasef" in told.joined


def test_a_claim_that_was_read_goes_before() -> None:
    one = statement("The ceasefire has not been violated by us")
    read = Claim("c", "r1", "s", "truce", (), "-", "actual", None, one.content[0])
    assert [t.claim for t in tell([make_report(TEXT)], reading(one, read), NAMING)] == [read]


def test_words_that_go_with_no_such_kind_make_no_claim() -> None:
    plain = "He bought two loaves and walked home along the canal."
    span = Span(0, len(plain))
    one = Statement("s", "r1", (), (), (span,), "indirect", "", "", "", "asserts", None)
    (told,) = tell([make_report(plain)], reading(one), NAMING)
    assert (told.claim.kind, told.joined) == ("", "")
