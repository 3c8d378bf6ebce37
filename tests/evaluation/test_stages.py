"""Where a position is lost: the stage is named for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.stages import STAGES, main

SAMPLES = Path(__file__).parents[2] / "samples"


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
    assert main(["--gold-statements", f"{SAMPLES}/shusha:{SAMPLES}/gold/shusha"]) == 0
    row = capsys.readouterr().out.splitlines()[1]
    assert row.split()[1 + STAGES.index("unread")] == "0"
