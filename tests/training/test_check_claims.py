"""The marked names and claims stand in their reports, and the checker sees what does not."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from training.check_claims import FOLDER, KINDS, faults_of_report, main, read_marked

PATHS = sorted(FOLDER.glob("*.json"))
TEXT = "Rebels took Vesk on Friday.\nKarlo Min said two tanks were destroyed in Vesk."
GOOD: dict[str, Any] = {
    "names": [{"name": "Karlo Min", "type": "PER", "spellings": ["Karlo Min", "Min"]}],
    "claims": [
        {
            "kind": "control",
            "evidence": "Rebels took Vesk on Friday",
            "trigger": "took",
            "slots": {"place": "Vesk", "holder": ["Rebels"], "change": "gained"},
            "polarity": "+",
            "modality": "actual",
            "when": "2023-04-07",
        }
    ],
}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_marked_reports_have_no_faults(path: Path) -> None:
    assert faults_of_report(*read_marked(path)) == []


def test_a_good_report_passes() -> None:
    assert faults_of_report(GOOD, TEXT) == []


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("kind", "conquest", "unknown kind 'conquest'"),
        ("evidence", "Rebels seized Vesk", "evidence not in the text"),
        ("evidence", "Vesk on Friday.\nKarlo Min said", "evidence goes over a line break"),
        ("trigger", "said", "trigger not in the evidence: 'said'"),
        ("trigger", "to", "trigger not in the evidence: 'to'"),
        ("slots", {"place": "Vesk"}, "change is None"),
        ("slots", {"change": "won"}, "change is 'won'"),
        ("slots", {"change": "gained", "number": "two"}, "unknown slot 'number'"),
        ("slots", {"change": "gained", "holder": ["Rebels", "Karl"]}, "holder not in the text: 'Karl'"),
        ("polarity", "no", "unknown polarity"),
        ("modality", "hoped", "unknown modality"),
        ("when", "Friday", "when is neither"),
    ],
)
def test_a_fault_in_a_claim_is_told(field: str, value: object, fault: str) -> None:
    marked = copy.deepcopy(GOOD)
    marked["claims"][0][field] = value
    assert any(fault in told for told in faults_of_report(marked, TEXT))


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("type", "PERSON", "unknown type"),
        ("spellings", ["Kar"], "spelling not in the text: 'Kar'"),
        ("spellings", [], "spellings missing"),
    ],
)
def test_a_fault_in_a_name_is_told(field: str, value: object, fault: str) -> None:
    marked = copy.deepcopy(GOOD)
    marked["names"][0][field] = value
    assert any(fault in told for told in faults_of_report(marked, TEXT))


def test_the_same_twice_is_told() -> None:
    marked = copy.deepcopy(GOOD)
    marked["names"] *= 2
    marked["claims"] *= 2
    told = " ".join(faults_of_report(marked, TEXT))
    assert "spelling under 2 names: 'Min'" in told
    assert "claim given 2 times" in told


def test_main_counts_and_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(FOLDER) == 0
    assert f"{len(PATHS)} reports" in capsys.readouterr().out


def test_the_kinds_are_those_of_the_design() -> None:
    assert len(KINDS) == 16
    assert all(slots for slots in KINDS.values())
