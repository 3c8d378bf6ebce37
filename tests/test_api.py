"""docs/api.md: its examples run, one after the other, and it names every public name."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import sayso

PAGE = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
REPORTS = re.findall(r"^`(\d\.txt)`\n\n((?:    .*\n|\n)+)", PAGE, re.MULTILINE)


@pytest.mark.model
def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: pip install -e '.[dev]'")
    for name, text in REPORTS:
        (tmp_path / name).write_text(re.sub("^    ", "", text, flags=re.MULTILINE).strip() + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for number, example in enumerate(EXAMPLES, start=1):
        exec(compile(example, f"docs/api.md, example {number}", "exec"), known)
    printed = capsys.readouterr().out
    assert printed.startswith("2 reports added.\n")
    assert "Who controls Orlin?" in printed
    assert "missing.txt" in printed
    assert printed.endswith("2 2\n")
    assert {"ucdp.csv", "map.geojson", "desk", "copy.db"} <= {path.name for path in tmp_path.iterdir()}


def test_every_public_name_is_explained() -> None:
    assert [name for name in sayso.__all__ if f"`{name}`" not in PAGE] == []
    assert (len(EXAMPLES), len(REPORTS)) == (7, 2)


def test_type_checkers_see_the_types() -> None:
    assert files("sayso").joinpath("py.typed").is_file()
