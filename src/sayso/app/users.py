"""The users of a ledger that is served to other machines: names and hashed passwords, in a file beside the ledger.

They are not in the ledger itself, which is copied and exported; nobody's password should travel with it.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.errors import UserError

LEAST = 10  # characters of a password
_HASHER = PasswordHasher()  # argon2id, the library's own measure of how hard


class Users:
    """The users of one ledger."""

    def __init__(self, ledger: str | Path) -> None:
        self.path = Path(f"{ledger}.users.json")

    def names(self) -> list[str]:
        """All users, by name.

        Raises:
            UserError: the file cannot be read.
        """
        return sorted(self._hashes())

    def add(self, name: str, password: str) -> bool:
        """Make a user, or give one a new password; True for a new one.

        Raises:
            UserError: the name or the password will not do, or the file cannot be written.
        """
        if not name or name != name.strip() or not name.isprintable() or len(name) > 60:
            raise UserError(f"{name!r} is no name for a user; use up to 60 letters, digits, spaces, dots")
        if len(password) < LEAST:
            raise UserError(f"a password needs at least {LEAST} characters")
        hashes = self._hashes()
        new = name not in hashes
        self._write({**hashes, name: _HASHER.hash(password)})
        return new

    def remove(self, name: str) -> None:
        """Take a user out; what that user judged stays.

        Raises:
            UserError: there is no such user.
        """
        hashes = self._hashes()
        if name not in hashes:
            raise UserError(f"{name}: no such user; there are: {', '.join(sorted(hashes)) or 'none'}")
        del hashes[name]
        self._write(hashes)

    def is_right(self, name: str, password: str) -> bool:
        """Whether this is the user's password; takes as long where there is no such user."""
        known = self._hashes().get(name)
        with suppress(VerificationError, InvalidHashError):
            return _HASHER.verify(known or _NOBODY, password) and known is not None
        return False

    def _hashes(self) -> dict[str, str]:
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise UserError(f"{self.path}: cannot be read ({error}); mend it or put it away") from error
        if not isinstance(held, dict) or not all(isinstance(each, str) for each in held.values()):
            raise UserError(f"{self.path}: this is no file of users; put it away")
        return held

    def _write(self, hashes: dict[str, str]) -> None:
        """Put the file in place whole, readable by its owner only."""
        try:
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(hashes, stream, indent=1, ensure_ascii=False)
            Path(name).replace(self.path)
        except OSError as error:
            raise UserError(f"{self.path}: cannot be written ({error.strerror})") from error


_NOBODY = _HASHER.hash(os.urandom(16).hex())
