"""`numbers.toml`: what words for no exact number stand for in a user's ledger.

    use = "acled"
    [words]
    "dozens" = { low = 24, best = 36, high = 99 }

``use`` names the set to start from: sayso, ucdp or acled (``tables/vague.toml``); ``words`` changes single words of it.
Leave ``high`` out for "no upper bound". Pure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import NumbersError
from sayso.values.on_board import load_table

BOUNDS = ("low", "best", "high")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The values of vague words as a user gives them, the file's text, and its set; empty where there is no file."""

    values: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    text: str = ""
    use: str = "sayso"

    def __bool__(self) -> bool:
        return bool(self.values)


def read_number_words(text: str, path: str = "numbers.toml") -> NumberWords:
    """The values that ``text`` gives.

    Args:
        text: the file's text.
        path: its name, for the message of an error.

    Raises:
        NumbersError: it is no TOML, names an unknown set or word, or a low number above its high one.

    >>> read_number_words('use = "acled"').values["dozens"]["best"]
    12
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NumbersError(path, f"no TOML: {error}") from error
    sets = load_table("vague")
    use, words = found.get("use", "sayso"), found.get("words", {})
    if set(found) - {"use", "words"} or not isinstance(words, dict):
        raise NumbersError(path, 'only use = "..." and a table [words] are known')
    if not isinstance(use, str) or use not in sets:
        raise NumbersError(path, f"use = {use!r} is no set; there are {', '.join(sets)}")
    values = dict(sets[use])
    for word, entry in words.items():
        if word not in values:
            raise NumbersError(path, f'"{word}" is no word of the table; there are {", ".join(values)}')
        values[word] = _checked(word, entry, path)
    return NumberWords(values, text, use)


def _checked(word: str, entry: Any, path: str) -> dict[str, float]:
    known = isinstance(entry, dict) and {"low", "best"} <= set(entry) <= set(BOUNDS)
    if not known or not all(type(value) in (int, float) and value >= 0 for value in entry.values()):
        raise NumbersError(path, f'"{word}" needs low and best, and may have high: numbers from 0 on')
    if not entry["low"] <= entry["best"] <= entry.get("high", entry["best"]):
        raise NumbersError(path, f'"{word}": low, best and high must not fall')
    return dict(entry)
