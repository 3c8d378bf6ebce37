from __future__ import annotations

import subprocess
import sys

import pytest

import sayso

HEAVY = ("onnxruntime", "numpy", "sqlalchemy", "trafilatura", "dateparser", "jinja2", "rich", "click")


def test_the_public_names_are_these() -> None:
    assert sayso.__all__ == [
        "Brief",
        "Figure",
        "Given",
        "Ledger",
        "Matter",
        "Position",
        "Problem",
        "Report",
        "SaysoError",
        "Span",
        "Standing",
        "Statement",
        "extract",
    ]
    assert sayso.__all__ == sorted(sayso.__all__)


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(sayso, name).__doc__


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Tagger'"):
        sayso.Tagger  # noqa: B018
    assert set(sayso.__all__) < set(dir(sayso))


def test_importing_sayso_loads_nothing_heavy() -> None:
    code = "import sys, sayso; print([name for name in sys.argv[1:] if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_nothing_that_is_not_needed_for_it() -> None:
    """So that it is there at once, on any machine: of what is heavy only the command line's own library."""
    code = (
        "import sys; from sayso.cli import main; main(['--help'], standalone_mode=False); "
        "print([name for name in sys.argv[1:] if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: ")
    assert done.stdout.splitlines()[-1] == "['click']"
