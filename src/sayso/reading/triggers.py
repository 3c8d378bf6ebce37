"""The words that give a claim its kind: the tables in ``tables/kinds``, a file a kind, compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.types import Span

TABLES = Path(__file__).with_name("tables") / "kinds"
NAME = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])[\w’'-]*"
AROUND = 40  # characters before a match in which a wording that takes it away may begin


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place in a text whose words give a claim its kind, and what they say happened (``change``)."""

    kind: str
    change: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a kind: its words, and the wordings that take a match away."""

    kind: str
    change: str
    words: re.Pattern[str]
    unless: re.Pattern[str] | None


@lru_cache(maxsize=1)
def senses() -> tuple[Sense, ...]:
    """Every sense of every kind in the tables."""
    nouns = {
        f"<{name}>": f"(?:{'|'.join(words.split())})"
        for name, words in tomllib.loads((TABLES / "nouns.toml").read_text(encoding="utf8")).items()
    }
    out = []
    for path in sorted(TABLES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf8"))
        for sense in table.get("sense", ()):
            unless = sense.get("unless")
            out.append(
                Sense(
                    table["kind"],
                    sense.get("change", ""),
                    _pattern(sense["words"], nouns),
                    _pattern(unless, nouns) if unless else None,
                )
            )
    return tuple(out)


def _pattern(words: list[str], nouns: dict[str, str]) -> re.Pattern[str]:
    """One pattern for all ``words``, whole words only; any case, except the capitals of a name."""
    full = []
    for each in sorted(words, key=len, reverse=True):
        for noun, pattern in nouns.items():
            each = each.replace(noun, pattern)
        full.append(each.replace("<NAME>", NAME).replace("~", r"\w*"))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(full)})(?:(?<!\w)|(?!\w))", re.IGNORECASE)


def find_triggers(text: str, span: Span) -> list[Trigger]:
    """The triggers inside ``span`` in reading order. Of two of one kind that overlap, the longer stays."""
    found = [
        Trigger(sense.kind, sense.change, Span(m.start(), m.end()), m.group().lower())
        for sense in senses()
        for m in sense.words.finditer(text, span.start, span.end)
        if m.end() > m.start() and not _taken_away(text, span, sense, m)
    ]
    found.sort(key=lambda t: (t.span.start - t.span.end, t.span.start))
    kept: list[Trigger] = []
    for trigger in found:
        if not any(_clash(trigger, other) for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.span)


def _taken_away(text: str, span: Span, sense: Sense, found: re.Match[str]) -> bool:
    """True where a wording of ``unless`` stands over the match."""
    if sense.unless is None:
        return False
    start = max(span.start, found.start() - AROUND)
    return any(
        m.start() < found.end() and found.start() < m.end() for m in sense.unless.finditer(text, start, span.end)
    )


def _clash(a: Trigger, b: Trigger) -> bool:
    return a.kind == b.kind and a.span.start < b.span.end and b.span.start < a.span.end
