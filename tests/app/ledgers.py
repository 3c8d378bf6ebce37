"""Ledgers of invented reports for the app to show, and a browser without a screen that asks it for pages."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from starlette.testclient import TestClient

from sayso.app.sessions import Sessions
from sayso.app.web import make_app
from sayso.ledger import Ledger

REPORTS = {
    "first.txt": (
        "Osk says it has taken Tarkhun\n\n"
        "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun, President Ilmo Reth said. "
        "“The port is ours,” Reth said in a speech.\n\n"
        "Velmara did not confirm the loss. “The fighting in Tarkhun continues,” Velmaran army spokeswoman Dara Quill "
        "said. Meridian could not independently verify either account. At least 40 Velmaran soldiers were killed, "
        "Reth said.\n"
    ),
    "second.txt": (
        "PORT LUNE, March 4, 2031 (Harbour News) - Velmara has lost the port of Tarkhun, the Velmaran Defence Ministry "
        "said on Tuesday. The ministry put the number of Velmaran soldiers killed at 12. President Ilmo Reth of Osk "
        "said that 60 Velmaran soldiers were killed.\n"
    ),
}
EVIL = (
    "PORT LUNE, March 5, 2031 (Harbour News) - \"<script>document.title='taken'</script><img src=x "
    'onerror="document.title=\'taken\'"> Tarkhun was captured," President Ilmo <b>Reth</b> said. '
    "Osk's <svg onload=alert(1)> ministry denied that {{ 7 * 7 }} soldiers were killed.\n"
)


def make_ledger(folder: Path, texts: Mapping[str, str] = REPORTS) -> Path:
    """A ledger of these reports, read by the model on board."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "desk.db"
    with Ledger.open(path) as ledger:
        ledger.add([str(folder / name) for name in texts])
    return path


@cache
def _read_once() -> Path:
    return make_ledger(Path(tempfile.mkdtemp(prefix="sayso-app-")))


def copy_ledger(folder: Path) -> Path:
    """A ledger of the first two reports that a test may change; they are read once for all tests."""
    return Path(shutil.copy(_read_once(), folder / "desk.db"))


def token_of(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


def visit(
    ledger: Ledger, sessions: Sessions | None = None, names: Sequence[str] = (), *, local: bool = True
) -> TestClient:
    """A client of the app; it follows no redirect and sends no cookie but those that it is given."""
    app = make_app(ledger, ledger.path, sessions=sessions, names=frozenset(names), local=local)
    return TestClient(app, base_url="http://127.0.0.1:8750", follow_redirects=False)
