"""Exports through the command line: the ledger as a folder and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.test_cli import desk, run

__all__ = ["desk"]


@pytest.mark.model
def test_a_folder_makes_an_equal_ledger(desk: Path, tmp_path: Path) -> None:
    assert run("--ledger", desk, "judge", "note", "1", "seen by the desk", "--who", "Ines").exit_code == 0
    assert run("--ledger", desk, "export", "--to", "folder", "-o", tmp_path / "out").exit_code == 0
    other = tmp_path / "other.db"
    result = run("--ledger", other, "import", tmp_path / "out")
    assert result.stdout == "7 reports and 1 judgement imported.\n"
    for words in (["export"], ["brief", "--json"], ["log", "--json"]):
        assert run("--ledger", other, *words).stdout == run("--ledger", desk, *words).stdout


def test_a_folder_needs_a_name_and_an_import_a_folder(tmp_path: Path) -> None:
    assert run("--ledger", tmp_path / "a.db", "import", tmp_path).exit_code == 1
    result = run("--ledger", tmp_path / "a.db", "export", "--to", "folder")
    assert (result.exit_code, "name the folder with --output" in result.stderr) == (2, True)
