"""How often lines are right that are held for so likely."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.likely import Judged, record, table

from sayso.claims.likely import ALWAYS, Shown, likely
from sayso.types import Likely

OWN = Path(__file__).parents[2] / "evaluation" / "clusters-own"
SIGNS = Shown({ALWAYS: 1.0}, {ALWAYS: 1.0}, {ALWAYS: 1.0})


def judged(question: bool, party: bool | None = None, stance: bool | None = None) -> Judged:
    return Judged("x", SIGNS, question, party, stance)


def test_lines_are_counted_by_how_likely_they_are_held() -> None:
    sure, unsure = Likely(0.9, 0.9, 0.9), Likely(0.1, 0.9, 0.9)
    lines = [(judged(True, True, True), sure), (judged(True, False, True), sure), (judged(False), unsure)]
    rows = table(lines)
    assert "question  0.0 to 0.2      1  held 0.10  right 0.00" in rows
    assert "party     0.8 to 1.0      2  held 0.90  right 0.50" in rows
    assert "all             3 lines, on their question 0.67, right in all 0.33" in rows
    assert "sure            2 lines, on their question 1.00, right in all 0.50" in rows
    assert "unsure          1 lines, on their question 0.00, right in all 0.00" in rows


@pytest.mark.model
def test_the_sure_lines_of_a_war_are_right_more_often() -> None:
    lines = record(OWN / "zindara")
    mean = {right: [likely(one.shown).question for one in lines if one.question is right] for right in (True, False)}
    assert min(map(len, mean.values())) > 20
    assert sum(mean[True]) / len(mean[True]) > sum(mean[False]) / len(mean[False]) + 0.15
    assert all((one.party is None) == (one.stance is None) == (not one.question) for one in lines)
