"""Every error that Sayso raises on purpose.

SaysoError
├── ReportError        an input that cannot be read as a report
├── LedgerError        a ledger that cannot be opened, read or written
│   └── NewerLedgerError   a ledger made by a newer version
├── ModelError         the model on board is missing or damaged
├── GazetteerError     a file that is no gazetteer and no GeoNames dump
├── BatchError         a batch whose folder cannot be written, or whose workers died
├── ReaderError        another reader cannot be used
│   └── NotReadError       another reader gives nothing for one report; the next may go well
├── JudgementError     a judgement that says nothing that can be done
├── SidesError         a file of sides that cannot be read
├── NumbersError       a file of the values of vague words that cannot be read
├── ServeError         an address that nothing can listen on
├── UserError          a user who cannot be made, or a file of users that cannot be read
├── MissingLibraryError    a library of an extra is not installed
└── NotFoundError      nothing in the ledger answers to that id

Bad data inside a report that can be read is no error but a ``Problem``.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors. The message names the input and says what to do."""


class ReportError(SaysoError):
    """An input that cannot be read as a report."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class LedgerError(SaysoError):
    """A ledger that cannot be opened, read or written."""


class NewerLedgerError(LedgerError):
    """A ledger made by a newer version of Sayso."""


class ModelError(SaysoError):
    """The model on board is missing or damaged."""


class GazetteerError(SaysoError):
    """A file that is no gazetteer and no GeoNames dump."""


class BatchError(SaysoError):
    """A batch whose folder cannot be written, or whose workers died; what is finished is kept."""


class ReaderError(SaysoError):
    """Another reader cannot be used: not installed, not found, no answer from its address."""


class NotReadError(ReaderError):
    """Another reader gives nothing for one report; the next may go well."""


class JudgementError(SaysoError):
    """A judgement that says nothing that can be done: an unknown field, a stance that is none."""


class SidesError(SaysoError):
    """A file of sides that cannot be read, or contradicts itself."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class NumbersError(SaysoError):
    """A file of the values of vague words that cannot be read."""

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class MissingLibraryError(SaysoError):
    """A library that an extra brings is not installed."""


class NotFoundError(SaysoError):
    """Nothing in the ledger answers to that id."""


class UserError(SaysoError):
    """A user who cannot be made, or a file of users that cannot be read or written."""


class ServeError(SaysoError):
    """An address that nothing can listen on: it is taken, not this machine's, or may not be used."""
