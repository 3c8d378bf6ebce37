"""How likely a line is read right: its question, its party, its stance."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.likely import LEAST, LEAST_UNLIKE, least_of, likely, signs_of, weights
from sayso.claims.positions import weigh, without_unlikely
from sayso.claims.signs import LEAST_SHARE
from sayso.claims.told import Share, Told
from sayso.types import Likely, Meaning

CLEAR, OPEN = Share(0.99, 0.004, 0.006), Share(0.3, 0.2, 0.5)
SIDES = frozenset(("Vell", "Ostria"))


def told(ground: str = "words", share: Share | None = CLEAR) -> Told:
    one = make_told("denies", party="Vell")
    meaning = Meaning((), b"", (("denies", 0.9), ("asserts", 0.1)))
    return replace(one, share=share, ground=ground, statement=replace(one.statement, meaning=meaning))


def test_every_part_has_weights_that_say_something() -> None:
    assert set(weights()) == {"question", "party", "stance"}
    assert all(math.isfinite(n) for part in weights().values() for n in part.values())


def test_more_that_speaks_for_its_matter_makes_its_question_likelier() -> None:
    clear, unclear = (likely(signs_of(told(), share, SIDES, "denies", "by the wording")) for share in (CLEAR, OPEN))
    assert clear.question > 0.5 > unclear.question
    assert (clear.party, clear.stance) == (unclear.party, unclear.stance)


def test_words_for_a_party_make_it_likelier_than_a_guess() -> None:
    words, last = (likely(signs_of(told(by), CLEAR, SIDES, "denies", "")).party for by in ("words", "named last"))
    assert words > last


def test_a_side_that_the_model_holds_for_likely_makes_its_party_likelier() -> None:
    one = told("seat")
    chances = {}
    for side in ("Vell", "Ostria"):
        meaning = replace(one.statement.meaning or Meaning((), b""), sides=((side, 0.9), ("", 0.1)))
        said = replace(one, statement=replace(one.statement, meaning=meaning))
        chances[side] = likely(signs_of(said, CLEAR, SIDES, "denies", "")).party
    assert chances["Vell"] > likely(signs_of(one, CLEAR, SIDES, "denies", "")).party > chances["Ostria"]


def test_what_the_model_takes_for_the_stance_makes_it_likelier() -> None:
    read, other = (likely(signs_of(told(), CLEAR, SIDES, stance, "")).stance for stance in ("denies", "endorses"))
    assert read > other


def test_shares_of_nought_and_one_have_bounds() -> None:
    signs = signs_of(told(), Share(1.0, 0.0, 0.0), SIDES, "denies", "").question
    assert signs["speaks for it"] == pytest.approx(math.log(1 / LEAST_SHARE), abs=0.01)
    assert signs["speaks for none"] == pytest.approx(-signs["speaks for it"], abs=0.01)


def test_a_position_says_how_likely_it_is_where_a_model_read_its_statement() -> None:
    draft = make_draft(told(), opposed=("Vell", "Ostria"))
    [one] = weigh(draft, {})
    assert one.position.likely == likely(
        signs_of(draft.told[0], CLEAR, SIDES, one.position.stance, one.position.because)
    )
    [other] = weigh(make_draft(told(share=None)), {})
    assert other.position.likely is None


def test_what_hardly_answers_the_question_is_not_told_of_it_unless_it_makes_the_claim() -> None:
    makes = replace(told(), joined="")
    found = replace(told(), party="Ostria", joined="it is like what was said of it")
    found = replace(found, statement=replace(found.statement, id="found"))
    draft = make_draft(makes, found)
    for chance, left in ((LEAST, 2), (LEAST - 0.01, 1)):
        rows = [
            replace(row, position=replace(row.position, likely=Likely(chance, 1.0, 1.0))) for row in weigh(draft, {})
        ]
        kept, lines = without_unlikely(draft, rows)
        assert (len(kept.told), len(lines)) == (left, left)
        assert lines[0].position.statement == makes.statement.id
    rows = [replace(row, position=replace(row.position, likely=None)) for row in weigh(draft, {})]
    assert len(without_unlikely(draft, rows)[1]) == 2


@pytest.mark.parametrize(
    ("kind", "share", "least"),
    [
        ("attack", 0.9, LEAST),
        ("attack", 0.1, LEAST_UNLIKE),
        ("equipment", 0.1, LEAST_UNLIKE),
        ("support", 0.9, LEAST),
        ("support", 0.1, 1.0),
    ],
)
def test_where_the_model_doubts_the_kind_of_a_matter_more_must_speak_for_a_guess(
    kind: str, share: float, least: float
) -> None:
    assert least_of(kind, {kind: share, "plan": 0.05}) == least


def test_who_blames_somebody_speaks_of_an_attack_and_without_a_model_nothing_is_doubted() -> None:
    assert least_of("attack", {"responsibility": 0.8}) == LEAST
    assert least_of("support", {}) == LEAST


def test_arms_that_the_model_takes_for_fighters_are_not_doubted() -> None:
    assert least_of("support", {"support": 0.1, "foreign fighters": 0.9}) == LEAST
    assert least_of("support", {"support": 0.1, "foreign fighters": 0.3}) == 1.0
