"""How something was said (speech, telephone, Facebook), by the words that name it. Pure; its table: channels.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.values.on_board import load_table
from sayso.values.openings import Wordings


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_table("channels")["channel"]
    return tuple(
        (row["name"], re.compile(rf"(?<!\w)(?:{'|'.join(row['words'])})(?!\w)", re.IGNORECASE)) for row in rows
    )


@lru_cache(maxsize=2048)  # the same names come again and again
def channel_of(text: str) -> str:
    """The channel that ``text`` names, "" for none. Use it on the clause of a cue, not on what was said.

    >>> channel_of("wrote on Facebook that evening")
    'facebook'
    >>> channel_of("said on Monday")
    ''
    """
    return next((name for name, pattern in _table() if pattern.search(text)), "") if _any().search(text) else ""


@lru_cache(maxsize=1)
def _any() -> Wordings:
    """What any of them says; it finds nothing in most texts."""
    return Wordings.of("|".join(pattern.pattern for _, pattern in _table()))
