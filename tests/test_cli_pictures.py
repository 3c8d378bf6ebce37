"""Pictures from the command line, in every form."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from tests.app.ledgers import copy_ledger

from sayso.cli import main

pytestmark = pytest.mark.model
DRAWN = [["timeline"], ["timeline", "1"], ["matrix"], ["matrix", "1"], ["figures", "killed"]]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_ledger(tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("words", DRAWN, ids=" ".join)
def test_pictures_in_every_form(desk: Path, tmp_path: Path, words: list[str]) -> None:
    base = ["--ledger", str(desk), *words]
    text = CliRunner().invoke(main, base)
    assert text.exit_code == 0, text.output
    assert len(text.stdout.splitlines()) > 2
    svg = CliRunner().invoke(main, [*base, "--to", "svg"])
    assert ElementTree.fromstring(svg.stdout).tag.endswith("svg")
    page = CliRunner().invoke(main, [*base, "--to", "html"]).stdout
    assert page.startswith("<!doctype html>")
    assert "http" not in page
    pytest.importorskip("resvg_py")
    out = tmp_path / "picture.png"
    assert CliRunner().invoke(main, [*base, "--to", "png", "-o", str(out)]).exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_said_so(desk: Path) -> None:
    drawn = CliRunner().invoke(main, ["--ledger", str(desk), "figures", "xylophone", "--to", "svg"])
    assert drawn.exit_code == 1
    assert "nothing to draw" in drawn.stderr
    places = CliRunner().invoke(main, ["--ledger", str(desk), "map"])
    assert places.exit_code == 0


def test_users_are_made_listed_and_removed(desk: Path) -> None:
    base = ["--ledger", str(desk), "user"]
    made = CliRunner().invoke(main, [*base, "add", "kim", "--password-stdin"], input="correct horse battery\n")
    assert (made.exit_code, made.stdout) == (0, "kim can log in now.\n")
    assert CliRunner().invoke(main, [*base, "list"]).stdout == "kim\n"
    short = CliRunner().invoke(main, [*base, "add", "lee", "--password-stdin"], input="short\n")
    assert (short.exit_code, "10 characters" in short.stderr) == (1, True)
    assert CliRunner().invoke(main, [*base, "remove", "kim"]).exit_code == 0
    assert CliRunner().invoke(main, [*base, "remove", "kim"]).exit_code == 1
    assert CliRunner().invoke(main, ["--ledger", str(desk), "serve", "--host", "10.1.2.3"]).exit_code == 1
