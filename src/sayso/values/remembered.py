"""A method of a frozen object asked for words: its answer is worked out once for the same words. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

_Of = TypeVar("_Of")
_Answer = TypeVar("_Answer")

MOST = 50_000
"""Answers that are kept at a time, so that a ledger of very many reports does not fill the memory with them."""


def remembered(ask: Callable[[_Of, str], _Answer]) -> Callable[[_Of, str], _Answer]:
    """``ask`` with its answers kept in the object itself, for as long as that lives."""
    place = f"_answers_of_{ask.__name__}"

    @wraps(ask)
    def asked(self: _Of, words: str) -> _Answer:
        answers: dict[str, Any] = vars(self).setdefault(place, {})
        if words not in answers:
            if len(answers) >= MOST:
                answers.clear()
            answers[words] = ask(self, words)
        found: _Answer = answers[words]
        return found

    return asked
