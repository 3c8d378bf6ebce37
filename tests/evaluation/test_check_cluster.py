"""Gold written by hand: what the checker finds, and that our own clusters pass it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from evaluation.check_cluster import evidence_faults, faults, lines, matter_faults, read_reports

EVALUATION = Path(__file__).parents[2] / "evaluation"
CLUSTERS = sorted(
    p
    for kept in ("clusters-own", "clusters-held", "clusters-real")
    for p in (EVALUATION / kept).iterdir()
    if p.is_dir()
)
LEDGERS = sorted(p for p in (EVALUATION / "ledgers-real").iterdir() if p.is_dir())


@pytest.mark.parametrize("folder", CLUSTERS, ids=lambda p: p.name)
def test_our_own_clusters_are_right(folder: Path) -> None:
    reports = read_reports(folder)
    assert list(faults(folder, reports)) == []
    assert len(reports) == 6


@pytest.mark.parametrize("folder", CLUSTERS, ids=lambda p: p.name)
def test_the_offsets_that_are_kept_are_those_of_the_strings(folder: Path) -> None:
    assert (folder / "statements.jsonl").read_text(encoding="utf8").splitlines() == list(lines(read_reports(folder)))


@pytest.mark.parametrize("folder", LEDGERS, ids=lambda p: p.name)
def test_ledgers_without_statements_are_right(folder: Path) -> None:
    ledger = json.loads((folder / "ledger.json").read_text(encoding="utf8"))
    texts = {path.stem: path.read_bytes().decode("utf8") for path in folder.glob("[0-9][0-9].txt")}
    copies = {name for group in ledger["copies"] for name in group[1:]}
    assert [*evidence_faults(ledger, texts), *matter_faults(ledger, copies)] == []
    assert set(json.loads((folder / "map.json").read_text(encoding="utf8"))) == set(texts)


def test_words_that_the_report_does_not_hold_are_named(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CLUSTERS[0], tmp_path / "copy"))
    ledger = json.loads((folder / "ledger.json").read_text(encoding="utf8"))
    ledger["matters"][0]["positions"][0]["evidence"] = "words of nobody"
    ledger["figures"][0]["high"] = 123456
    (folder / "ledger.json").write_text(json.dumps(ledger), encoding="utf8")
    found = list(faults(folder, read_reports(folder)))
    assert any("words of nobody" in fault for fault in found)
    assert any("123456" in fault for fault in found)


def test_a_statement_that_the_report_does_not_hold_is_an_error(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CLUSTERS[0], tmp_path / "copy"))
    path = folder / "01.json"
    written = json.loads(path.read_text(encoding="utf8"))
    written["statements"][0]["cue"] = "never said"
    path.write_text(json.dumps(written), encoding="utf8")
    with pytest.raises(ValueError, match="cue not in the text"):
        read_reports(folder)
