"""Versions of one report: the same address, another text. Only the newest speaks; what changed is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from sayso.types import Report, Span


def find_versions(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Ids of reports of one address and one outlet, in the order in which they were added; groups of one left out."""
    groups: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for report in reports:
        if report.address:
            groups[report.address, report.outlet].append(report.id)
    return [tuple(ids) for ids in groups.values() if len(ids) > 1]


def changed_passages(older: Report, newer: Report) -> list[tuple[Span | None, Span | None]]:
    """What was put in place of what: spans of both texts, line by line; None where one has nothing there."""
    before, after = _lines(older.text), _lines(newer.text)
    matcher = SequenceMatcher(None, [older.text[s.start : s.end] for s in before], _words(newer, after), autojunk=False)
    return [(_cover(before[i:j]), _cover(after[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def _words(report: Report, spans: Sequence[Span]) -> list[str]:
    return [report.text[s.start : s.end] for s in spans]


def _lines(text: str) -> list[Span]:
    """The lines of a text that are not blank, without the space around them."""
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            out.append(Span(start, start + len(words)))
        at += len(line)
    return out


def _cover(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
