"""Where a position is lost: the stage is named for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.stages import STAGES, main

SAMPLES = Path(__file__).parents[2] / "samples"
PAGE = "07"  # the report that is cut from a page and so keeps its own reading


@pytest.mark.model
def test_every_position_of_the_gold_is_in_one_stage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"{SAMPLES}/shusha:{SAMPLES}/gold/shusha", "--each"]) == 0
    head, row, *each = capsys.readouterr().out.splitlines()
    counted = dict(zip(STAGES, map(int, row.split()[1:]), strict=True))
    named = [line.split()[0] for line in each if line.startswith("    ")]
    assert head.split() == ["cluster", *STAGES]
    assert {stage: named.count(stage) for stage in STAGES} == counted
    assert counted["right"] > counted["unread"]


@pytest.mark.model
def test_with_the_golds_own_statements_none_is_unread(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold-statements", "--each", f"{SAMPLES}/shusha:{SAMPLES}/gold/shusha"]) == 0
    _, row, *each = capsys.readouterr().out.splitlines()
    unread = [line.split()[1] for line in each if line.split()[0] == "unread"]
    assert len(unread) == int(row.split()[1 + STAGES.index("unread")])
    assert set(unread) <= {PAGE}
