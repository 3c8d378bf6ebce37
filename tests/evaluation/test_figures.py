"""The figures of the seeds: all nine, with value, unit, who counts, new or in all, and the two discrepancies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.figures import JUDGED, bounds, judge
from evaluation.stages import build

SHARED = Path(__file__).parents[3] / "shared"


def test_a_gold_figure_may_have_its_bounds_in_its_value() -> None:
    assert bounds({"value": ">200"}) == (201, None)
    assert bounds({"value": "10"}) == (10, 10)
    assert bounds({"value": "x", "low": None, "high": 20}) == (None, 20)


@pytest.mark.model
@pytest.mark.corpora
def test_the_figures_and_discrepancies_of_the_seeds() -> None:
    gold = SHARED / "gold" / "seeds" / "ledger.json"
    if not gold.exists():
        pytest.skip(f"{gold} is not there: the seeds are kept outside the repository")
    brief, _, _ = build(SHARED / "seeds", {})
    rows = json.loads(gold.read_text(encoding="utf8"))["figures"]
    wrong = [(row["evidence"], mark) for row in rows for mark, right in judge(brief, row).items() if not right]
    assert len(rows) == 9
    assert [each for each in wrong if each[1] in JUDGED] == []
    found = sorted(each.what.split(":")[0] for each in brief.discrepancies if each.kind == "number")
    assert found == ["distance of Shusha - Stepanakert", "killed"]
