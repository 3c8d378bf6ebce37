"""What the note of a figure says of its place among others: a part, an earlier count, one that is denied. Pure.

A note is read by people, so it is words; where other rooms ask what it says they ask here.
"""

from __future__ import annotations

PART = "a part of those counted before it"
TAKEN_BACK = "an earlier count, told beside a newer one"
FROM = "from A to B"
_DENIED = "told only to be denied by "


def denied_by(speaker: str) -> str:
    """The note of a number that somebody names only to reject it.

    >>> denied_by("the army")
    'told only to be denied by the army'
    """
    return f"{_DENIED}{speaker or 'the speaker'}"


def is_denied(note: str) -> bool:
    """Whether the number is not a count of who says it."""
    return note.startswith(_DENIED)


def stands_back(note: str, *, new: bool | None) -> bool:
    """Whether a figure is no count that stands: part of another, or earlier than another of the same report.

    A in "from A to B" that turned out to be the increase (``new``) stands.
    """
    return note.startswith((PART, TAKEN_BACK)) or (FROM in note and not new)
