from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.choose import Choice, give, learn


def test_a_sign_of_what_is_right_weighs_more_than_one_of_what_is_wrong() -> None:
    once = Choice(({}, {"good": 1.0}, {"bad": 1.0}), (0, 1, 0))
    weights = learn([once] * 3, {"good": 0.01, "bad": 0.01})
    assert weights["good"] > 0 > weights["bad"]


def test_shares_are_learnt_and_choices_count_by_their_weight() -> None:
    for_one, for_none = Choice(({}, {"any": 1.0}), (0, 1), 3.0), Choice(({}, {"any": 1.0}), (1, 0))
    [weight] = learn([for_one, for_none], {"any": 0.0}).values()
    assert weight == pytest.approx(1.0986, abs=0.01)  # log 3


def test_a_weight_is_drawn_to_where_it_was() -> None:
    said = [Choice(({"sign": 1.0}, {}), (0.5, 0.5))]
    assert learn(said, {"sign": 1.0}, {"sign": 2.0})["sign"] > learn(said, {"sign": 1.0})["sign"]


def test_a_table_of_weights_can_be_read_again(tmp_path: Path) -> None:
    give({"a, b": 1.234, "c": -2.0}, "# Head\n", tmp_path / "signs.toml")
    assert tomllib.loads((tmp_path / "signs.toml").read_text(encoding="utf8")) == {"c": -2.0, "a, b": 1.23}
