from __future__ import annotations

import json

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.choose_sides import Remark, judge, learn, party_marked, without_leaning, written

from sayso.reading.side_weights import SideWeights
from sayso.types import Span, Statement


def remark(number: int, party: str, ruled: str = "") -> Remark:
    """A captain, of whom the model has 1 in its number where he is of the front, -1 where of the state."""
    group = {"is group": 1.0, "w captain group": 1.0}
    options = {"Ostria": {"is state": 1.0, "tie": 0.5}, "Hill Front": group, "": {"none": 1.0}}
    row = np.array([1.0 if party == "Hill Front" else -1.0], dtype=np.float32)
    return Remark(f"c{number}", "", party, ruled, "", options, row, options)


REMARKS = [remark(n % 9, party) for n, party in enumerate(["Hill Front", "Ostria"] * 400)]


def test_what_the_model_makes_of_words_is_learnt() -> None:
    weights = learn(REMARKS)
    assert judge([remark(0, "Hill Front"), remark(1, "Ostria", ruled="Hill Front")], weights) == (0, 2)


def test_words_of_few_conflicts_are_not_learnt() -> None:
    assert "w captain group" in learn(REMARKS).signs
    assert "w captain group" not in learn([one for one in REMARKS if one.conflict < "c5"]).signs


def test_what_is_learnt_can_be_read_again() -> None:
    weights = learn(REMARKS)
    table = json.loads(written(weights, "digest"))
    again = SideWeights.from_json(table)
    assert table["model"] == "digest"
    one = REMARKS[0]
    found, before = (each.chances(one.options, one.home, one.row) for each in (again, weights))
    assert found == pytest.approx(before, abs=0.02)
    assert again.without_seats
    assert again.without_seats.signs == pytest.approx(again.signs)


def test_what_leans_on_a_seat_teaches_nothing_of_what_is_told_before() -> None:
    options = {"Ostria": {"rule dateline": 1.0, "dateline state": 1.0, "tie": 0.5}, "": {}}
    assert without_leaning(options) == {"Ostria": {"tie": 0.5}, "": {}}


def test_a_statement_is_the_marked_one_that_it_holds_half_of() -> None:
    statement = Statement("a", "r", (), (), (Span(0, 10),), "indirect", "", "", "", "asserts", None)
    rows = [{"content": [[0, 30]], "party": "Ostria"}, {"content": [[4, 12]], "party": "Hill Front"}]
    assert party_marked(statement, rows) == "Hill Front"
    assert party_marked(statement, rows[:1]) is None
    assert party_marked(statement, []) is None
