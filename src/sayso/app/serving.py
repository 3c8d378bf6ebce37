"""Running the app: on this machine without a login, for other machines only with one."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

import uvicorn

from sayso.app.sessions import Sessions
from sayso.app.users import Users
from sayso.app.web import make_app
from sayso.errors import ServeError, UserError
from sayso.ledger import Ledger

HOST = "127.0.0.1"
PORT = 8750


def serve(
    ledger: Ledger,
    path: str,
    *,
    host: str = HOST,
    port: int = PORT,
    names: Sequence[str] = (),
    on_ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a ledger until interrupted.

    Args:
        ledger: The open ledger.
        path: Its file; the users stand in a file beside it.
        host: The address to listen on. Any but a loopback address needs users, and then everybody logs in.
        port: The port.
        names: Names under which other machines reach this one.
        on_ready: Called with the address of the first page, before the first request is answered.

    Raises:
        UserError: other machines are to be served, and there are no users.
        ServeError: the address is taken or cannot be used.
    """
    local = is_loopback(host)
    users = Users(path)
    if not local and not users.names():
        raise UserError(
            f"{host}: other machines could reach this ledger, so it needs a login; "
            f"make a user first: sayso --ledger {path} user add NAME"
        )
    login = bool(users.names())
    sessions = Sessions(users=users) if login else None
    known = frozenset(name.casefold() for name in (*names, *(() if local else (socket.gethostname(),))))
    app = make_app(ledger, path, sessions=sessions, names=known, local=local)
    shown = f"[{host}]" if ":" in host else host
    with _listening(host, port) as listening:
        on_ready(f"http://{shown}:{port}/")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, ws="none"))
        server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at that address, so that what is wrong with it is said before anything else is."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family)
    except OSError as error:
        raise ServeError(f"{host}:{port}: cannot be listened on ({error.strerror}); try another --port") from error


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
