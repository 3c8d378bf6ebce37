"""Quantities: numbers with their bounds, what they count, and what only looks like a number."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.values.numbers import find_quantities

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "evaluation" / "cases" / "numbers.json").read_text(encoding="utf8"))["texts"]
GOLD = [
    (path.parent.name, figure)
    for path in sorted((ROOT / "samples" / "gold").glob("*/ledger.json"))
    for figure in json.loads(path.read_text(encoding="utf8"))["figures"]
]
# strings that hold what the patterns look for, in any order
PIECES = """one two twenty- three hundred thousand million dozens several a few half of 1,221 3 000 2.5 1.5.2 ,000 0600
50 - 60 to from between and rose by no none casualties more than at least up not exceed most soldiers other % km m $
years old aged , . “ Su-25 Sector 4 out in ten third quarters twice İ ſ ٣ ² 99999999999999999999""".split()
pieces = st.lists(st.sampled_from([*PIECES, "\u202f", "\n"]), max_size=12).map(" ".join)


def marked(rows: list[dict[str, Any]]) -> list[Any]:
    return [
        pytest.param(row, id=row["text"], marks=[pytest.mark.xfail(reason=row["fails"])] if "fails" in row else [])
        for row in rows
    ]


@pytest.mark.parametrize("row", marked(CASES))
def test_quantities_in_a_text(row: dict[str, Any]) -> None:
    text, keys = row["text"], ("words", "low", "high", "unit", "wording", "change")
    found = [
        (text[each.span.start : each.span.end], each.low, each.high, each.unit, each.wording, each.change)
        for each in find_quantities(text)
    ]
    wanted = [tuple(each[key] for key in keys) for each in row["quantities"]]
    assert found == [pytest.approx(each) if each[3] == "share" else each for each in wanted]


def test_there_are_enough_cases() -> None:
    assert sum(len(row["quantities"]) for row in CASES) >= 200


@pytest.mark.parametrize(("cluster", "figure"), GOLD, ids=[f"{cluster}: {f['evidence']}" for cluster, f in GOLD])
def test_the_figures_of_the_samples_come_out(cluster: str, figure: dict[str, Any]) -> None:
    found = [(each.low, each.high) for each in find_quantities(figure["evidence"])]
    assert (figure["low"], figure["high"]) in found


def test_both_numbers_of_a_rise_are_kept_with_their_readings() -> None:
    before, after = find_quantities("The number of people killed rose from 44 to 1,221.")
    assert "mistranslated" in before.because
    assert (before.change, after.change) == (None, False)


@pytest.mark.parametrize(
    ("words", "low", "high", "best"), [("sayso", 24, None, 24), ("ucdp", 24, 24, 24), ("acled", 12, 12, 12)]
)
def test_vague_words_have_the_values_of_the_chosen_set(words: Any, low: float, high: float | None, best: float) -> None:
    [quantity] = find_quantities("Dozens were killed.", words=words)
    assert (quantity.low, quantity.high, quantity.best) == (low, high, best)
    assert "table" in quantity.because


def test_an_unknown_set_is_read_as_the_own_one() -> None:
    [quantity] = find_quantities("Dozens were killed.", words="no such set")  # type: ignore[arg-type]
    assert quantity.low == 24


@pytest.mark.parametrize(
    ("text", "best"),
    [("more than 200 towns", 200), ("up to 50 men", 50), ("some 30 men", 30), ("50 to 60 men", None), ("no deaths", 0)],
)
def test_the_best_value_is_the_number_that_was_said(text: str, best: float | None) -> None:
    [quantity] = find_quantities(text)
    assert quantity.best == best


@given(st.text() | pieces)
@example("one İ ſcores of ſoldiers ٣٤ ² ½ dead at moſt")
@example("9" * 400)
def test_any_text_is_read_without_an_error(text: str) -> None:
    position = 0
    for quantity in find_quantities(text):
        assert position <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.because
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        position = quantity.span.end
