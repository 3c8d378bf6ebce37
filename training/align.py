"""Hand annotations as strings -> exact offsets.

``NAME.json`` beside ``NAME.txt`` lists statements in reading order as a person writes them down: the words of
source, cue and content. ``align`` finds where they stand: for each statement the occurrences that lie closest
together, after the previous statement where there is a choice. A string that the text does not hold is an error.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Span = tuple[int, int]
BACKWARD = 40  # cost of a cue that stands before the previous statement's cue
REUSED = 400  # cost of taking a cue and a content that an earlier statement took


def occurrences(text: str, words: str) -> list[Span]:
    """Where ``words`` stands in ``text``, as whole words where it begins or ends in a letter or digit."""
    left = r"(?<!\w)" if re.match(r"\w", words) else ""
    right = r"(?!\w)" if re.search(r"\w$", words) else ""
    return [m.span() for m in re.finditer(left + re.escape(words) + right, text)]


def gap(a: Span, b: Span) -> int:
    """Characters between two spans, 0 where they touch or overlap."""
    return max(0, a[0] - b[1], b[0] - a[1])


def nearest(spans: list[Span], anchor: Span) -> Span:
    """The span closest to ``anchor``; the one that does not overlap it wins a tie."""
    return min(spans, key=lambda s: (gap(s, anchor) + (5 if s[0] < anchor[1] and anchor[0] < s[1] else 0), s[0]))


def align_one(
    text: str, statement: dict[str, Any], before: Span, used: set[tuple[Span, Span | None]]
) -> dict[str, Any]:
    """Offsets of one statement, or ``ValueError`` that names the words that were not found."""
    found = {}
    for key in ("cue", "source", "content"):
        words = statement.get(key) or ""
        found[key] = occurrences(text, words) if words else []
        if words and not found[key]:
            raise ValueError(f"{key} not in the text: {words!r}")
    choices = []
    for anchor in found["cue"] or found["content"] or found["source"]:
        source = nearest(found["source"], anchor) if found["source"] else None
        content = nearest(found["content"], anchor) if found["content"] else None
        cost = sum(gap(x, anchor) for x in (source, content) if x)
        if content and anchor[0] < content[1] and content[0] < anchor[1]:
            cost += 30
        if anchor < before:
            cost += BACKWARD + (before[0] - anchor[0])
        else:
            cost += (anchor[0] - before[0]) // 4
        if (anchor, content) in used:
            cost += REUSED
        choices.append((cost, anchor, source, content))
    _, anchor, source, content = min(choices, key=lambda c: (c[0], c[1]))
    used.add((anchor, content))
    contents = [content] if content else []
    for words in statement.get("more") or []:
        places = occurrences(text, words)
        if not places:
            raise ValueError(f"more not in the text: {words!r}")
        contents.append(nearest(places, contents[-1] if contents else anchor))
    return {
        "source": [source] if source else [],
        "cue": [anchor] if found["cue"] else [],
        "content": contents,
    }


def align(text: str, statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each statement with its spans in place of strings; the other keys are kept."""
    before: Span = (0, 0)
    used: set[tuple[Span, Span | None]] = set()
    out = []
    for i, statement in enumerate(statements):
        try:
            spans = align_one(text, statement, before, used)
        except ValueError as problem:
            raise ValueError(f"statement {i}: {problem}") from None
        if spans["cue"]:
            before = max(before, spans["cue"][0])
        out.append({**statement, **spans})
    return out


def read_annotated(folder: Path) -> Iterator[dict[str, Any]]:
    """Every annotated report under ``folder``: ``id``, ``text``, ``attributions``."""
    for path in sorted(folder.rglob("*.json")):
        source = path.with_suffix(".txt")
        if not source.exists():
            continue
        text = source.read_text(encoding="utf8")
        try:
            rows = align(text, json.loads(path.read_text(encoding="utf8"))["statements"])
        except (ValueError, KeyError) as problem:
            raise ValueError(f"{path}: {problem}") from None
        yield {"id": path.stem, "text": text, "attributions": rows}


if __name__ == "__main__":  # check a folder: python -m training.align FOLDER
    count = 0
    for report in read_annotated(Path(sys.argv[1])):
        count += len(report["attributions"])
        print(f"{report['id']}: {len(report['attributions'])} statements, {len(report['text'].split())} words")
    print(f"{count} statements in all")
