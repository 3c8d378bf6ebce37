"""What holds for the whole house. How data may flow is import-linter's to say (``make check``)."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "sayso"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = {"values", "reports", "reading", "claims", "store", "views", "app", "cli", "batch"}
FORBIDDEN = {"utils", "util", "helpers", "common", "core", "manager", "handler", "engine", "misc", "base"}


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_the_rooms_are_those_of_the_design() -> None:
    assert {folder.name for folder in SOURCE.iterdir() if folder.is_dir() and folder.name != "__pycache__"} == ROOMS


def test_no_name_says_nothing() -> None:
    names = {path.stem for path in SOURCE.rglob("*")} | {path.stem for path in (ROOT / "tests").rglob("*")}
    assert not FORBIDDEN & names


def test_modules_and_functions_stay_short() -> None:
    assert {path.name for path in MODULES if len(path.read_text("utf-8").splitlines()) > 500} == set()
    lengths = {f"{path.name}: {each.name}": length(each) for path in MODULES for each in functions(path)}
    assert {name for name, lines in lengths.items() if lines > 60} == set()
    assert statistics.median(lengths.values()) <= 8


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert said


def test_version_is_in_one_place() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in settings["project"]["dynamic"]
    assert f'__version__ = "{__import__("sayso").__version__}"' in (SOURCE / "__init__.py").read_text("utf-8")


def test_the_wheel_holds_everything_that_the_source_does(tmp_path: Path) -> None:
    """The model, the tables, the templates and the migrations: a wheel without them installs and then fails."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    files = {f"sayso/{path.relative_to(SOURCE).as_posix()}" for path in SOURCE.rglob("*") if path.is_file()}
    wanted = {name for name in files if "__pycache__" not in name}
    assert wanted <= names, f"not in the wheel: {sorted(wanted - names)}"
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "sayso/store/migrations/versions/first.py" in names


def test_make_runs_what_the_contributors_page_says() -> None:
    page, makefile = ((ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "Makefile"))
    targets = {line.split(":")[0] for line in makefile.splitlines() if "## " in line and not line.startswith("\t")}
    assert targets == {word.split("`")[0] for word in page.split("`make ")[1:] if "=" not in word.split("`")[0]}
