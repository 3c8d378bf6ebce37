"""What the samples, and a war that was, are read to must not get worse: floors a little under what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.clusters import score_cluster

ROOT = Path(__file__).parents[2]
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "evaluation/floors.json").read_text(encoding="utf8"))


@pytest.mark.model
@pytest.mark.parametrize("cluster", FLOORS)
def test_a_sample_is_read_as_well_as_before(cluster: str) -> None:
    real = ROOT / "evaluation/clusters-real" / cluster
    folders = (real, real) if real.is_dir() else (ROOT / "samples" / cluster, ROOT / "samples/gold" / cluster)
    statements, ledger, missed = score_cluster(*folders, {})
    found = {"content@0.5+source": statements["content@0.5+source"]["f"], **ledger}
    fallen = {name: (found[name], floor) for name, floor in FLOORS[cluster].items() if (found[name] or 0.0) < floor}
    assert not fallen, "\n".join(missed)


@pytest.mark.model
@pytest.mark.corpora
def test_the_seeds_are_read_as_a_careful_reader_would() -> None:
    seeds, gold = ROOT.parent / "shared/seeds", ROOT.parent / "shared/gold/seeds"
    if not seeds.is_dir():
        pytest.skip("THE SEEDS ARE NOT HERE: their gold is kept outside the repository, and nothing was measured on it")
    statements, ledger, missed = score_cluster(seeds, gold, {"003": "2020-11-09"})
    assert statements["content@0.5+source"]["f"] >= 0.77
    assert ledger["matter_recall"] == 1.0, missed
    assert ledger["position_recall"] >= 0.80, missed
    assert min(ledger["party_accuracy"], ledger["stance_accuracy"]) >= 0.85, missed
    assert ledger["standing_accuracy"] == 1.0, missed
