from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")
pytest.importorskip("sklearn", reason="the training extra is not installed")

from evaluation.likely import Judged
from training.choose_likely import by_the_others, learn, written

from sayso.claims.likely import ALWAYS, SOFT, Shown, likely


def line(cluster: str, clear: float, right: bool) -> Judged:
    signs = {ALWAYS: 1.0, "clear": clear}
    told = bool(clear) if right else None
    return Judged(cluster, Shown(signs, signs, signs), right, told, told)


LINES = [
    line(f"c{n}", clear, right)
    for n in range(6)
    for clear, right in ((1.0, True), (1.0, True), (1.0, False), (0.0, False), (0.0, False), (0.0, True))
]


def test_a_sign_of_right_lines_makes_them_likelier() -> None:
    weights = learn(LINES)
    clear, unclear = (likely(line("x", n, True).shown, weights).question for n in (1.0, 0.0))
    assert clear == pytest.approx(2 / 3, abs=0.1)
    assert unclear == pytest.approx(1 / 3, abs=0.1)


def test_plans_are_learnt_from_exhaustive_gold_alone() -> None:
    def plan(cluster: str, right: bool) -> Judged:
        one = line(cluster, 0.0, right)
        return replace(one, shown=replace(one.shown, question={**one.shown.question, SOFT: 1.0}))

    left_out = [plan(f"c{n}", right=False) for n in range(6)]
    assert learn([*LINES, *left_out])["question"] == learn(LINES)["question"]
    assert learn([*LINES, *left_out, plan("sudan-2025", right=True)])["question"][SOFT] > 0


def test_each_cluster_is_judged_by_the_others() -> None:
    rows = by_the_others(LINES)
    assert any(row.startswith("all") and f"{len(LINES)} lines" in row for row in rows)


def test_what_is_written_can_be_read_again() -> None:
    table = tomllib.loads(written({"question": {ALWAYS: -1.0, "a b": 2.345}, "party": {}, "stance": {}}))
    assert table == {"question": {"a b": 2.35, ALWAYS: -1.0}, "party": {}, "stance": {}}
