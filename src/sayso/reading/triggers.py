"""The words that give a claim its kind: the table ``kinds.toml``, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.types import Span

TABLE = Path(__file__).with_name("tables") / "kinds.toml"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place in a text whose words give a claim its kind, and what they say happened (``change``)."""

    kind: str
    change: str
    span: Span
    words: str


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf8"))["trigger"]
    return tuple((row["kind"], row.get("change", ""), _pattern(row["words"])) for row in rows)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """One pattern for all ``words``: any case, except the capitals that a look-ahead asks for."""
    inner = "|".join(_word(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{inner})", re.IGNORECASE)


def _word(words: str) -> str:
    """One entry of the table; it ends at a word boundary unless it looks ahead to a capital."""
    capital = words.replace("[A-Z]", "(?-i:[A-Z])")
    return capital if "[A-Z]" in words[-9:] else rf"{capital}(?!\w)"


def find_triggers(text: str, span: Span) -> list[Trigger]:
    """The triggers inside ``span`` in reading order. Of two of one kind that overlap, the longer stays."""
    found = [
        Trigger(kind, change, Span(m.start(), m.end()), m.group().lower())
        for kind, change, pattern in _table()
        for m in pattern.finditer(text, span.start, span.end)
        if m.end() > m.start()
    ]
    found.sort(key=lambda t: (t.span.start - t.span.end, t.span.start))
    kept: list[Trigger] = []
    for trigger in found:
        if not any(_clash(trigger, other) for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.span)


def _clash(a: Trigger, b: Trigger) -> bool:
    return a.kind == b.kind and a.span.start < b.span.end and b.span.start < a.span.end
