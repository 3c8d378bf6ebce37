"""Logging in and out."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.app.addresses import is_own
from sayso.app.answers import Answer, Asked, print_page
from sayso.app.guards import cookie_words
from sayso.app.sessions import Sessions


def login_page(asked: Asked) -> Answer:
    """The form."""
    return Answer("login.html", "Log in", {"wrong": "", "next": asked.query.get("next", "/"), "name": ""})


def log_in(asked: Asked, form: Mapping[str, str]) -> Response:
    """Begin a session where name and password fit; after several that do not, make everybody wait."""
    sessions: Sessions = asked.request.app.state.sessions
    name, password, back = (form.get(key, "") for key in ("name", "password", "next"))
    client = asked.request.client
    who = (f"name {name.casefold()}", f"address {client.host if client else ''}")
    wait = sessions.must_wait(*who)
    if wait:
        return _again(asked, back, name, f"Too many wrong passwords. Try again in {int(wait // 60) + 1} minutes.", 429)
    if sessions.users is None or not sessions.users.is_right(name, password[:1000]):
        sessions.note_wrong(*who)
        return _again(asked, back, name, "Name and password do not fit.", 401)
    sessions.note_right(*who)
    sessions.end(asked.visit.session)
    answer = RedirectResponse(back if is_own(back) else "/", 303)
    answer.headers["Set-Cookie"] = cookie_words(sessions.begin(name), asked.request.scope)
    return answer


def log_out(asked: Asked, form: Mapping[str, str]) -> Response:
    """End the session."""
    sessions: Sessions = asked.request.app.state.sessions
    sessions.end(asked.visit.session)
    return RedirectResponse("/login", 303)


def _again(asked: Asked, back: str, name: str, wrong: str, status: int) -> HTMLResponse:
    records = {"wrong": wrong, "next": back, "name": name}
    return print_page(asked, Answer("login.html", "Log in", records, status=status))
