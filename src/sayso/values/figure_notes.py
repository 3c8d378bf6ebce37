"""What the note of a figure says of its place among others: a part, an earlier count, one that is denied. Pure.

A note is read by people, so it is words; where other rooms ask what it says they ask here.
"""

from __future__ import annotations

PART = "a part of those counted before it"
BESIDE = "counted beside those before it"
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


def is_beside(note: str) -> bool:
    """Whether a figure and the one before it count others of one toll: "11 students and two teachers"."""
    return note.startswith(BESIDE)


def most_likely(low: float | None, best: float | None, high: float | None) -> float | None:
    """The best value of a figure, never outside its bounds; an end where it has no best.

    >>> most_likely(451, 450, None), most_likely(None, 80, 79), most_likely(None, None, 9)
    (451, 79, 9)
    """
    value = next((each for each in (best, low, high) if each is not None), None)
    if value is None:
        return None
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)


def stands_back(note: str, *, new: bool | None) -> bool:
    """Whether a figure is no count that stands: part of another, or earlier than another of the same report.

    A in "from A to B" that turned out to be the increase (``new``) stands.
    """
    return note.startswith((PART, TAKEN_BACK)) or (FROM in note and not new)
