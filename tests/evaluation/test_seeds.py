"""The ledger of the seeds: every matter, position, party, stance and standing of their gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.clusters import read_cluster
from evaluation.score_ledger import score

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.model
@pytest.mark.corpora
def test_the_seeds_are_told_as_a_careful_reader_tells_them() -> None:
    gold = SHARED / "gold" / "seeds"
    if not gold.exists():
        pytest.skip(f"{gold} is not there: the seeds are kept outside the repository")
    _, matters = read_cluster(SHARED / "seeds", {"003": "2020-11-09"})
    ledger, names = (json.loads((gold / name).read_text(encoding="utf8")) for name in ("ledger.json", "map.json"))
    counts, missed = score(matters, ledger, names)
    right = ("positions_found", "party_right", "stance_right")
    assert [counts[name] for name in ("matters_found", *right, "standings_right")] == [6, 17, 17, 17, 8], missed
