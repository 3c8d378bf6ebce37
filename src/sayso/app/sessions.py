"""Who is logged in: sessions kept in memory, tokens for forms, and a limit on wrong passwords.

A restart logs everybody out, and that is all it costs. Without users, everybody who can reach the loopback address is
the user of this machine.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.app.users import Users

LASTS = 12 * 3600.0  # seconds after its last use that a session ends
TRIES = 5  # wrong passwords for one user, or from one address, before either has to wait
WAIT = 300.0  # seconds


@dataclass(slots=True)
class Sessions:
    """Sessions and their users. ``alone`` is the user where there is no login; else ``users`` are those who may."""

    alone: str = ""
    users: Users | None = None
    now: Callable[[], float] = time.monotonic
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _users: dict[str, tuple[str, float]] = field(default_factory=dict)
    _wrong: dict[str, list[float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def user(self, session: str) -> str:
        """The user of a session, "" where nobody is logged in."""
        if self.alone:
            return self.alone
        with self._lock:
            user, used = self._users.get(session, ("", 0.0))
            if not user or self.now() - used > LASTS or (self.users and user not in self.users.names()):
                self._users.pop(session, None)
                return ""
            self._users[session] = (user, self.now())
            return user

    def token(self, session: str) -> str:
        """The token that a form of this session carries."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def begin(self, user: str) -> str:
        """A new session for ``user``, under a name that nobody knew before the login."""
        session = secrets.token_urlsafe(24)
        with self._lock:
            self._users[session] = (user, self.now())
        return session

    def end(self, session: str) -> None:
        """Log out."""
        with self._lock:
            self._users.pop(session, None)

    def must_wait(self, *who: str) -> float:
        """Seconds until any of these (a user's name, an address) may try again; 0 for at once."""
        with self._lock:
            return max((self._wait(each) for each in who), default=0.0)

    def note_wrong(self, *who: str) -> None:
        """Count a wrong password against each of these."""
        with self._lock:
            if len(self._wrong) > 10_000:
                self._wrong = {name: times for name, times in self._wrong.items() if self._recent(times)}
            for each in who:
                self._wrong.setdefault(each, []).append(self.now())

    def note_right(self, *who: str) -> None:
        """Forget wrong passwords."""
        with self._lock:
            for each in who:
                self._wrong.pop(each, None)

    def _recent(self, times: list[float]) -> list[float]:
        return [each for each in times if self.now() - each < WAIT]

    def _wait(self, who: str) -> float:
        recent = self._recent(self._wrong.get(who, []))
        return WAIT - (self.now() - recent[-TRIES]) if len(recent) >= TRIES else 0.0
