"""What every request passes first: known host names only, safe headers, a session, a login where users are set up.

Host names are checked against DNS rebinding: a page elsewhere that has its own name point at this machine sends that
name along. An address in digits cannot be rebound.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.app.sessions import Sessions

COOKIE = "sayso"
OPEN_PATHS = ("/login", "/static/")  # what is shown before the login
LONGEST = 64 * 1024  # bytes of a form
LOCAL_NAMES = frozenset({"localhost"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks: the session, its token for forms, and the user, "" before the login."""

    session: str
    token: str
    user: str


class Guards:
    """An ASGI application around another that lets through only what is safe."""

    def __init__(self, app: ASGIApp, sessions: Sessions, *, names: frozenset[str], local: bool) -> None:
        self._app = app
        self._sessions = sessions
        self._names = names | LOCAL_NAMES
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on with ``scope["state"]["visit"]`` set."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        session = session_of(headers.get("cookie", ""))
        fresh = session is None
        session = session or secrets.token_urlsafe(24)
        visit = Visit(session, self._sessions.token(session), self._sessions.user(session))
        scope.setdefault("state", {})["visit"] = visit

        async def safe_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope, session if fresh else "")
            await send(message)

        refusal = _too_long(scope, headers) or self._refusal(scope, headers, visit)
        await (refusal or self._app)(scope, receive, safe_send)

    def _refusal(self, scope: Scope, headers: Headers, visit: Visit) -> Response | None:
        if not is_known_host(headers.get("host", ""), self._names, local=self._local):
            words = "This name does not belong to this machine. Start with: sayso serve --name NAME\n"
            return PlainTextResponse(words, 421)
        if visit.user or scope["path"].startswith(OPEN_PATHS):
            return None
        if scope["path"].endswith(".json"):
            return JSONResponse({"error": "log in first"}, 401)
        query = scope["query_string"].decode("latin-1")
        wanted = scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)


def _too_long(scope: Scope, headers: Headers) -> Response | None:
    """Refuse what says that it is longer than any form of ours, or does not say how long it is."""
    if scope["method"] != "POST":
        return None
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:12]) <= LONGEST:
        return None
    return PlainTextResponse("Too long.\n", 413)


def is_known_host(host: str, names: frozenset[str], *, local: bool) -> bool:
    """Whether the host of a request is this machine: a known name, or an address in digits.

    Args:
        host: The header, with or without a port.
        names: The names that are known, in lower case.
        local: Whether only the machine's own loopback addresses count.

    >>> is_known_host("127.0.0.1:8750", frozenset(), local=True), is_known_host("evil.test", frozenset(), local=True)
    (True, False)
    >>> is_known_host("[::1]:80", frozenset(), local=True), is_known_host("10.0.0.7", frozenset(), local=False)
    (True, True)
    """
    bare = host.rsplit("]", 1)[0].lstrip("[") if host.startswith("[") else host.rsplit(":", 1)[0]
    if bare.casefold() in names:
        return True
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    return address.is_loopback or not local


def session_of(cookie: str) -> str | None:
    """The session that a browser's cookies name; None where they name none."""
    try:
        morsel = SimpleCookie(cookie).get(COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel and 20 <= len(morsel.value) <= 64 else None


def is_ours(request: Request, token: str) -> bool:
    """Whether a POST comes from a page of ours: its token fits, and the browser names no other origin."""
    origin = request.headers.get("origin")
    ours = origin in (None, f"{request.url.scheme}://{request.headers.get('host', '')}")
    site = request.headers.get("sec-fetch-site", "same-origin")
    return ours and site in ("same-origin", "none") and hmac.compare_digest(token, visit_of(request).token)


def visit_of(request: Request) -> Visit:
    """Who asks."""
    visit: Visit = request.state.visit
    return visit


def cookie_words(session: str, scope: Scope) -> str:
    """The header that gives a browser its session."""
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax{secure}"


def _add_headers(headers: MutableHeaders, scope: Scope, session: str) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    static = scope["path"].startswith("/static/")
    headers.setdefault("Cache-Control", "max-age=3600" if static else "no-store")
    if session and not static and "set-cookie" not in headers:
        headers.append("Set-Cookie", cookie_words(session, scope))
