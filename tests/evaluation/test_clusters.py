from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.clusters import HEAD, line, main, read_cluster, report_paths

SAMPLES = Path(__file__).parents[2] / "samples"
FIRST = "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun, President Ilmo Reth said.\n"
GOLD = {
    "ledger.json": '{"matters": [{"question": "Who controls Tarkhun?", "kind": "control", "place": "Tarkhun", '
    '"positions": [], "standing": []}]}',
    "map.json": '{"1": "1.txt"}',
    "statements.jsonl": '{"id": "1", "text": "x", "attributions": []}\n',
}


@pytest.fixture
def cluster(tmp_path: Path) -> Path:
    (tmp_path / "1.txt").write_text(FIRST, encoding="utf8")
    for name, words in GOLD.items():
        (tmp_path / name).write_text(words, encoding="utf8")
    return tmp_path


def test_the_gold_of_a_cluster_is_no_report(cluster: Path) -> None:
    assert [path.name for path in report_paths(cluster)] == ["1.txt"]
    assert [path.name for path in report_paths(SAMPLES / "shusha")][-1] == "07.jsonl"


@pytest.mark.model
def test_a_date_is_given_to_the_report_that_it_names(cluster: Path) -> None:
    days = [read_cluster(cluster, each)[0][0]["report"]["published"] for each in ({"1": "2031-03-09"}, {"2": "x"})]
    assert days == ["2031-03-09", "2031-03-03"]


@pytest.mark.model
def test_the_table_has_a_line_a_cluster_and_what_was_missed(cluster: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(cluster), "--missed"]) == 0
    head, row, *missed = capsys.readouterr().out.splitlines()
    assert head == HEAD
    assert row.startswith(cluster.name[:18])
    assert missed == ["    matter: Who controls Tarkhun?"]


def test_a_figure_that_nothing_gives_is_a_dash() -> None:
    statements = {"content@0.5+source": {"p": 0.5, "r": 1.0, "f": 0.666}}
    names = ("matter_recall", "position_recall", "party_accuracy", "stance_accuracy", "standing_accuracy")
    row = line("one", statements, dict.fromkeys(names) | {"matter_recall": 1.0})
    assert row.split() == ["one", "0.50", "1.00", "0.67", "-", "1.00", "-", "-", "-", "-"]
