"""Strings that a language model quotes from a text -> where they stand in it. Pure.

A string is found where the text has the same letters; only blanks and line breaks count as alike. Where it stands
several times, the statements' order decides: each is looked for after the one before, its parts beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sayso.reading.checked import Found, Refusal
from sayso.types import Attribution, Span

SHOWN = 60  # characters of a refused string


class _NotThere(Exception):
    """A string is not in the text, or all the places where it is are taken."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The strings of one statement, as quoted."""

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]


def find_quoted(text: str, stretch: Span, answer: dict[str, Any]) -> tuple[Found, list[Refusal]]:
    """The attributions and names of a parsed answer, each span in ``stretch`` of ``text``, and what was refused.

    Args:
        text: the whole text; spans count in it.
        stretch: the part of it that the model saw.
        answer: what the model said: "statements" with source, cue and content; "names" with type and text.
    """
    attributions: list[Attribution] = []
    refused: list[Refusal] = []
    at = stretch.start
    cues: set[Span] = set()
    for number, row in enumerate(_rows(answer.get("statements")), 1):
        parts = _parts(row)
        if parts is None:
            refused.append(Refusal("statement", number, "source, cue and content are no lists of strings"))
            continue
        try:
            found, at = _placed(text, stretch, parts, at, cues)
        except _NotThere as why:
            refused.append(Refusal("statement", number, str(why)))
        else:
            attributions.append(found)
            cues.update(found.cue)
    names, not_there = _names(text, stretch, _rows(answer.get("names")))
    return (attributions, names), refused + not_there


def _rows(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def _parts(row: Any) -> Parts | None:
    """The strings of one statement; a single string counts as a list of one. None where it is something else."""
    if not isinstance(row, dict):
        return None
    lists = []
    for part in ("source", "cue", "content"):
        given = row.get(part) or []
        strings = [given] if isinstance(given, str) else given
        if not isinstance(strings, list) or not all(isinstance(each, str) for each in strings):
            return None
        lists.append(tuple(each for each in strings if each.strip()))
    return Parts(*lists)


def _placed(text: str, stretch: Span, parts: Parts, at: int, cues: set[Span]) -> tuple[Attribution, int]:
    """One statement in its place: its longest string at or after ``at``, the others nearest to that.

    Returns:
        The attribution, and where the next statement is looked for.
    """
    strings = [*parts.content, *parts.source, *parts.cue]
    if not strings:
        raise _NotThere("no words at all")
    places = {string: _places(text, stretch, string) for string in strings}
    for string, found in places.items():
        if not found:
            raise _NotThere(f"not in the text: {_shown(string)}")
    longest = max(strings, key=len)
    anchor = next((span for span in places[longest] if span.start >= at), places[longest][0])
    taken: list[Span] = []

    def nearest(string: str, used: Collection[Span] = ()) -> Span:
        free = [span for span in places[string] if not any(_overlap(span, other) for other in taken)]
        if not free:
            raise _NotThere(f"in the text, but not beside the rest of the statement: {_shown(string)}")
        best = min(free, key=lambda span: (span in used, _gap(span, anchor), span.start))
        taken.append(best)
        return best

    content: list[Span] = []
    if longest in parts.content:
        taken.append(anchor)
    for string in parts.content:
        content.append(anchor if string == longest and anchor not in content else nearest(string))
    source = tuple(nearest(string) for string in parts.source)
    cue = tuple(nearest(string, cues) for string in parts.cue)
    return Attribution(source, cue, tuple(sorted(content))), min(span.start for span in taken)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _gap(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _places(text: str, stretch: Span, string: str) -> list[Span]:
    """Every place of a string in the stretch, whole words only; blanks and line breaks are alike."""
    words = r"\s+".join(re.escape(word) for word in string.split())
    before = r"(?<!\w)" if string.strip()[0].isalnum() else ""
    after = r"(?!\w)" if string.strip()[-1].isalnum() else ""
    found = re.compile(f"{before}{words}{after}").finditer(text, stretch.start, stretch.end)
    return [Span(*match.span()) for match in found]


def _names(text: str, stretch: Span, rows: list[Any]) -> tuple[list[tuple[str, Span]], list[Refusal]]:
    """Every name at every place where it stands, the longer before the shorter that it holds."""
    found: dict[Span, str] = {}
    refused = []
    named = [
        (number, row["text"], row["type"])
        if isinstance(row, dict) and isinstance(row.get("text"), str) and isinstance(row.get("type"), str)
        else (number, "", "")
        for number, row in enumerate(rows, 1)
    ]
    for number, name, kind in sorted(named, key=lambda each: -len(each[1])):
        if not name.strip():
            refused.append(Refusal("name", number, "no text or no type"))
            continue
        places = _places(text, stretch, name)
        if not places:
            refused.append(Refusal("name", number, f"not in the text: {_shown(name)}"))
        for span in places:
            if not any(_overlap(span, other) for other in found):
                found[span] = kind
    return [(kind, span) for span, kind in sorted(found.items())], sorted(refused, key=lambda each: each.number)


def _shown(string: str) -> str:
    line = " ".join(string.split())
    return f"“{line}”" if len(line) <= SHOWN else f"“{line[:SHOWN]}...”"
