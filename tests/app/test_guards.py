"""Who may ask and what a browser is told: host names, headers, login, limits; a report's text never runs."""

from __future__ import annotations

import re
import socket
import stat
from pathlib import Path

import pytest
from tests.app.ledgers import EVIL, REPORTS, make_ledger, token_of, visit

from sayso.app.serving import serve
from sayso.app.sessions import LASTS, TRIES, WAIT, Sessions
from sayso.app.users import Users
from sayso.errors import ServeError, UserError
from sayso.ledger import Ledger

PASSWORD = "correct horse battery"


def test_a_name_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger, names=["desk.example"], local=False) as client:
        for host, status in (
            ("127.0.0.1:8750", 200),
            ("localhost", 200),
            ("[::1]:8750", 200),
            ("desk.example", 200),
            ("10.1.2.3", 200),
            ("evil.test", 421),
            ("evil.test:8750", 421),
            ("", 421),
        ):
            assert client.get("/desk", headers={"host": host}).status_code == status, host
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger) as client:
        assert client.get("/desk", headers={"host": "10.1.2.3"}).status_code == 421


def test_every_answer_has_the_safe_headers(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger) as client:
        for address in ("/", "/matters.json", "/static/app.js", "/static/colours.css", "/nothing"):
            headers = client.get(address).headers
            policy = headers["content-security-policy"]
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
        page = client.get("/").text
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|\sstyle=|javascript:", page)


@pytest.mark.model
def test_a_reports_text_never_becomes_markup(tmp_path: Path) -> None:
    texts = {**REPORTS, "evil.txt": EVIL, "<img src=x onerror=alert(1)>.txt": REPORTS["first.txt"] + " "}
    seen = 0
    with Ledger.open(make_ledger(tmp_path, texts)) as ledger, visit(ledger) as client:
        waiting, done = {"/", "/review", "/search?q=Tarkhun"}, set[str]()
        while waiting and len(done) < 60:
            address = min(waiting, key=lambda each: (not each.startswith(("/reports", "/review", "/search?q")), each))
            waiting.discard(address)
            done.add(address)
            answer = client.get(address)
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            seen += "onerror" in answer.text
            assert "<img" not in answer.text, address
            assert "<svg onload" not in answer.text, address
            assert not re.search(r"<script(?! src=\"/static/)", answer.text), address
            assert not re.search(r"<[^>]*\son(?:error|load)=", re.sub(r'"[^"]*"', '""', answer.text)), address
            waiting |= {
                each.replace("&amp;", "&").split("#")[0] for each in re.findall(r'href="(/[^"]*)"', answer.text)
            }
            waiting -= done
    assert seen > 3


@pytest.fixture
def users(tmp_path: Path) -> Users:
    users = Users(tmp_path / "desk.db")
    users.add("kim", PASSWORD)
    return users


def test_nothing_is_shown_before_the_login(tmp_path: Path, users: Users) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger, Sessions(users=users), local=False) as client:
        for address in ("/", "/matters", "/reports/x?at=1-2", "/nothing"):
            answer = client.get(address)
            assert answer.status_code == 303
            assert answer.headers["location"].startswith("/login?next=%2F")
        assert client.get("/matters.json").status_code == 401
        assert client.get("/static/app.css").status_code == 200
        assert "ledger" not in client.get("/login").text
        token = token_of(client.get("/login").text)
        assert client.post("/judge", data={"token": token, "action": "accept"}).status_code == 303


def test_log_in_and_out(tmp_path: Path, users: Users) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger, Sessions(users=users), local=False) as client:
        before = client.get("/login?next=/matters")
        fields = {"token": token_of(before.text), "name": "kim", "password": PASSWORD, "next": "/matters"}
        assert client.post("/login", data={**fields, "token": ""}).status_code == 403
        old = client.cookies["sayso"]
        answer = client.post("/login", data=fields)
        assert (answer.status_code, answer.headers["location"]) == (303, "/matters")
        assert client.cookies["sayso"] != old
        words = answer.headers["set-cookie"]
        assert "HttpOnly" in words
        assert "SameSite=Lax" in words
        page = client.get("/matters")
        assert page.status_code == 200
        assert "kim" in page.text
        assert client.post("/logout", data={"token": token_of(page.text)}).status_code == 303
        assert client.get("/matters").status_code == 303


def test_a_user_who_was_removed_is_out_at_once(tmp_path: Path, users: Users) -> None:
    sessions = Sessions(users=users)
    session = sessions.begin("kim")
    assert sessions.user(session) == "kim"
    users.remove("kim")
    assert sessions.user(session) == ""


def test_wrong_passwords_make_one_wait(tmp_path: Path, users: Users) -> None:
    now = [0.0]
    sessions = Sessions(users=users, now=lambda: now[0])
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger, sessions, local=False) as client:
        token = token_of(client.get("/login").text)
        fields = {"token": token, "name": "kim", "password": "wrong"}
        codes = [client.post("/login", data=fields).status_code for _ in range(TRIES + 1)]
        assert codes == [401] * TRIES + [429]
        assert client.post("/login", data={**fields, "password": PASSWORD}).status_code == 429
        now[0] += WAIT + 1
        assert client.post("/login", data={**fields, "password": PASSWORD}).status_code == 303


def test_a_session_ends_when_it_is_not_used(users: Users) -> None:
    now = [0.0]
    sessions = Sessions(users=users, now=lambda: now[0])
    session = sessions.begin("kim")
    now[0] = LASTS - 1
    assert sessions.user(session) == "kim"
    now[0] += LASTS - 1
    assert sessions.user(session) == "kim"
    now[0] += LASTS + 1
    assert sessions.user(session) == ""


def test_passwords_are_kept_as_hashes_that_only_the_owner_reads(users: Users) -> None:
    held = users.path.read_text(encoding="utf-8")
    assert PASSWORD not in held
    assert "$argon2id$" in held
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600
    assert users.is_right("kim", PASSWORD)
    assert not users.is_right("kim", PASSWORD + " ")
    assert not users.is_right("nobody", PASSWORD)


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), (" kim", PASSWORD), ("a\nb", PASSWORD), ("lee", "short")]
)
def test_users_who_cannot_be_made(users: Users, name: str, password: str) -> None:
    with pytest.raises(UserError):
        users.add(name, password)
    assert users.names() == ["kim"]


def test_a_file_of_users_that_cannot_be_read(users: Users) -> None:
    for held in ("[1]", "{broken", '{"kim": 3}'):
        users.path.write_text(held, encoding="utf-8")
        with pytest.raises(UserError, match="users"):
            users.names()


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::"])
def test_other_machines_are_refused_without_users(tmp_path: Path, host: str) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, pytest.raises(UserError, match="user add"):
        serve(ledger, ledger.path, host=host)


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, Ledger.open(tmp_path / "desk.db") as ledger:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"127.0.0.1:{port}.*--port"):
            serve(ledger, ledger.path, port=port)


def test_what_is_longer_than_any_form_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger, visit(ledger) as client:
        assert client.post("/judge", data={"value": "x" * 70_000}).status_code == 413
        assert client.post("/judge", content=(b"x" for _ in range(3))).status_code == 413
