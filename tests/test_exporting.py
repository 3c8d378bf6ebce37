"""Exports through the command line and through the ledger: each form to a file, a folder and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.test_cli import run
from tests.test_ledger import CLAIM, LOSS, SaidReader

from sayso.errors import NotFoundError, SaysoError
from sayso.ledger import Ledger

TEXTS = ("ucdp", "acled", "airwars", "jsonld", "geojson", "json")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A ledger of two reports, read without a model."""
    for number, text in enumerate((CLAIM, LOSS), start=1):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Ledger.open(tmp_path / "desk.db") as ledger:
        ledger.add([str(tmp_path / "1.txt"), str(tmp_path / "2.txt")], reader=SaidReader())
    return tmp_path / "desk.db"


def test_a_folder_makes_an_equal_ledger(desk: Path, tmp_path: Path) -> None:
    assert run("--ledger", desk, "judge", "note", "1", "seen by the desk", "--who", "Ines").exit_code == 0
    assert run("--ledger", desk, "export", "--to", "folder", "-o", tmp_path / "out").exit_code == 0
    other = tmp_path / "other.db"
    result = run("--ledger", other, "import", tmp_path / "out")
    assert result.stdout == "2 reports and 1 judgement imported.\n"
    for words in (["export"], ["brief", "--json"], ["log", "--json"]):
        assert run("--ledger", other, *words).stdout == run("--ledger", desk, *words).stdout


@pytest.mark.parametrize("form", TEXTS)
def test_a_form_that_is_text_goes_to_the_terminal_as_to_a_file(desk: Path, tmp_path: Path, form: str) -> None:
    printed = run("--ledger", desk, "export", "--to", form)
    assert printed.exit_code == 0
    assert run("--ledger", desk, "export", "--to", form, "-o", tmp_path / "out").stdout == ""
    written = (tmp_path / "out").read_bytes().decode()
    assert printed.stdout_bytes.decode() == written
    assert "Tarkhun" in written or form == "airwars"
    if form in ("json", "jsonld", "geojson"):
        assert json.loads(written)


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_a_form_that_is_no_text_goes_to_a_file_or_folder(desk: Path, tmp_path: Path, form: str) -> None:
    for library in {"parquet": ["pyarrow"], "xlsx": ["openpyxl"]}.get(form, []):
        pytest.importorskip(library, reason=f"{library} is not installed: pip install -e '.[dev]'")
    assert run("--ledger", desk, "export", "--to", form, "-o", tmp_path / "out").exit_code == 0
    out = tmp_path / "out"
    files = [out] if out.is_file() else sorted(out.iterdir())
    assert all(path.stat().st_size for path in files)
    assert len(files) == (1 if form == "xlsx" else 13)
    assert run("--ledger", desk, "export", "--to", form).exit_code == 2


def test_an_import_needs_an_exported_ledger(tmp_path: Path) -> None:
    result = run("--ledger", tmp_path / "a.db", "import", tmp_path)
    assert (result.exit_code, "no exported ledger is here" in result.stderr) == (1, True)


def test_exports_heed_judgements(desk: Path) -> None:
    with Ledger.open(desk) as ledger:
        claims = [claim for reading in ledger.readings() for claim in reading.claims]
        taken = next(claim for claim in claims if claim.slot("change") == "gained").evidence
    place = f"1.txt:{taken.start}-{taken.end}"
    assert run("--ledger", desk, "judge", "correct", place, "control.holder", "Marrow", "--who", "Ines").exit_code == 0
    assert "Marrow" in run("--ledger", desk, "export", "--to", "acled").stdout


def test_a_form_or_table_that_is_none_is_named_with_those_there_are(desk: Path, tmp_path: Path) -> None:
    with Ledger.open(desk) as ledger:
        with pytest.raises(SaysoError, match="no such form; there are json, ucdp"):
            ledger.export("pdf", tmp_path / "a.pdf")
        with pytest.raises(SaysoError, match="no such table; there are reports"):
            ledger.to_pandas("people")


def test_a_matter_and_a_report_are_shown_as_html_and_as_text(desk: Path, tmp_path: Path) -> None:
    hostile = CLAIM.replace("Oskan troops", "<script>alert(1)</script> Oskan troops").replace("Tarkhun", "Marrow")
    (tmp_path / "3.txt").write_text(hostile, encoding="utf-8")
    with Ledger.open(desk) as ledger:
        ledger.add([str(tmp_path / "3.txt")], reader=SaidReader())
        matter = ledger.brief().matters[0]
        shown = ledger.show(matter)
        assert (ledger.show("1").html, ledger.show(matter.id).html) == (shown.html, shown.html)
        assert matter.question in shown._repr_html_()
        assert matter.question in str(shown)
        report = ledger.show("3.txt")
        assert (str(report), repr(report)) == (hostile, hostile)
        assert "&lt;script&gt;" in report._repr_html_()
        assert "<script" not in report._repr_html_() + shown._repr_html_()
        assert 'class="content asserts' in report._repr_html_() or "evidence" in report._repr_html_()
        with pytest.raises(NotFoundError):
            ledger.show("the moon")
