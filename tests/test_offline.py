"""Nothing is fetched: reports are read, kept and shown with every socket to the outside blocked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples" / "shusha"
GUARD = """
import socket
def refuse(*_, **__):
    raise AssertionError("SOMEBODY CALLED OUT")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
socket.socket.sendto = refuse
"""


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` in an interpreter of its own that can reach nobody."""
    (folder / "sitecustomize.py").write_text(GUARD, encoding="utf8")
    paths = os.pathsep.join([str(folder), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_guard_holds(tmp_path: Path) -> None:
    done = run(tmp_path, "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')")
    assert "SOMEBODY CALLED OUT" in done.stderr


@pytest.mark.model
def test_add_brief_and_extract_need_no_network(tmp_path: Path) -> None:
    commands = [
        ["--ledger", str(tmp_path / "desk.db"), "add", str(SAMPLES / "01.txt"), str(SAMPLES / "04.html")],
        ["--ledger", str(tmp_path / "desk.db"), "brief"],
        ["extract", "--json", str(SAMPLES / "02.txt")],
    ]
    code = f"from sayso.cli import main\nfor words in {commands!r}: main(words, standalone_mode=False)"
    done = run(tmp_path, code)
    assert done.returncode == 0, done.stderr
    assert "CALLED OUT" not in done.stdout + done.stderr
    added, brief, *_ = done.stdout.splitlines()
    assert added == "2 reports added."
    assert brief.startswith("BRIEF")
    assert done.stdout.splitlines()[-1].startswith('{"report"')
