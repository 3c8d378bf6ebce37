"""Names of the project's own clusters, from what their ledgers list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")
from training.corpora import CLUSTERS_HELD_OUT
from training.layers import cluster_names
from training.train import CLUSTERS_OWN, cluster_samples

LISTED: list[dict[str, Any]] = [
    {"canonical": "Orlania", "type": "GPE", "variants": ["Orlanian", "Orlánia"]},
    {"canonical": "Orlanian government", "type": "ORG", "variants": ["Orlania", "the government"]},
    {"canonical": "Tesk", "type": "LOC", "variants": []},
    {"canonical": "Tesk Front", "type": "ORG", "variants": ["the Front"]},
    {"canonical": "Mira Voss", "type": "PER", "variants": ["Voss", "Colonel Voss", "her office"]},
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Orlania says that Tesk is lost.", [("Orlania", "LOC"), ("Tesk", "LOC")]),
        ("The Tesk Front met Colonel Voss.", [("Tesk Front", "ORG"), ("Voss", "PER")]),
        ("The Tesk Mills burn; in Orlánia nobody speaks.", [("Orlánia", "LOC")]),
        ("An Orlanian officer of the government left.", []),
        ("ORLANIA", []),
    ],
)
def test_names_are_those_of_the_ledger_and_no_part_of_longer_ones(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(text[start:end], kind) for start, end, kind in cluster_names(LISTED, text)] == wanted


def test_clusters_teach_statements_and_names_but_for_the_one_held_out() -> None:
    samples = cluster_samples(CLUSTERS_OWN, later=True)
    assert not any(sample.id.startswith(CLUSTERS_HELD_OUT) for sample in samples)
    assert all(sample.attributions and sample.names and sample.kinds == frozenset() for sample in samples)


def test_a_cluster_without_a_ledger_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        cluster_samples(tmp_path, later=True)
