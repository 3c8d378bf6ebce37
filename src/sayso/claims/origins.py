"""Which reports are copies of one dispatch, and which paragraphs recur from report to report.

Independence is counted by origin, not by outlet. A report that holds most of another's four-word runs is a copy or
a rewrite of it; a paragraph that comes back in reports of different origin is background, not news.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sayso.types import Report, Span

RUN = 4  # words in a run
COPIED = 0.45  # share of the shorter report's runs that the other must hold
RECURS = 0.5  # share of the shorter paragraph's runs
SHORTEST = 8  # words: a shorter paragraph is no background
SENTENCE = re.compile(r"[^\r\n]+?(?:[.!?][”\"’']*(?=\s)\s*|(?=[\r\n])|\Z)")
NUMBER = re.compile(r"\d{1,3}(?:[ .,\u202f\xa0]\d{3})+|\d{2,}")
PARAGRAPH = re.compile(r"[^\r\n]+")


def word_runs(text: str) -> frozenset[tuple[str, ...]]:
    """The four-word runs of ``text``, case and punctuation aside."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def containment(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller set that the larger holds, 0 to 1."""
    smaller, larger = sorted((a, b), key=len)
    return len(smaller & larger) / len(smaller) if smaller else 0.0


def find_copies(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Groups of reports (ids) of one origin, the earliest first; reports that stand alone are in no group."""
    runs = {r.id: word_runs(r.text) for r in reports}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    parent = {r.id: r.id for r in reports}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for report in reports:
        shared: dict[str, int] = defaultdict(int)
        for run in runs[report.id]:
            for other in holders[run]:
                shared[other] += 1
            holders[run].append(report.id)
        for other, count in shared.items():
            if count >= COPIED * min(len(runs[other]), len(runs[report.id])):
                parent[root(report.id)] = root(other)
    groups: dict[str, list[str]] = defaultdict(list)
    order = {r.id: (r.published or "9999", i) for i, r in enumerate(reports)}
    for report in reports:
        groups[root(report.id)].append(report.id)
    return [tuple(sorted(g, key=order.__getitem__)) for g in groups.values() if len(g) > 1]


def find_background(reports: Sequence[Report], copies: Sequence[tuple[str, ...]]) -> list[tuple[str, Span]]:
    """Paragraphs (report id, span) that come back in a report of another origin."""
    origin = origin_of(reports, copies)
    paragraphs = [
        (r.id, Span(m.start(), m.end()), word_runs(m.group()))
        for r in reports
        for m in PARAGRAPH.finditer(r.text)
        if len(m.group().split()) >= SHORTEST
    ]
    order = {r.id: n for n, r in enumerate(reports)}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (_, _, runs) in enumerate(paragraphs):
        for run in runs:
            holders[run].append(i)
    found = set()
    for i, (report, _, runs) in enumerate(paragraphs):
        shared: dict[int, int] = defaultdict(int)
        for run in runs:
            for j in holders[run]:
                shared[j] += 1
        for j, count in shared.items():
            other, _, theirs = paragraphs[j]
            if origin[other] != origin[report] and count >= RECURS * min(len(runs), len(theirs)):
                found |= {i, j}
    marked = [(paragraphs[i][0], paragraphs[i][1]) for i in sorted(found)]
    return sorted({*marked, *_reworded(reports, marked)}, key=lambda each: (order[each[0]], each[1]))


def _reworded(reports: Sequence[Report], marked: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """One or two sentences that tell a marked paragraph in other words: a past year and another number of it.

    A translation shares no run of words with what it translates; years and numbers it does share.
    """
    by_id = {r.id: r for r in reports}
    newest = max(((r.published or "")[:4] for r in reports), default="")
    known = [_numbers(by_id[id].text[span.start : span.end]) for id, span in marked]
    out = []
    for report in reports:
        held = [span for id, span in marked if id == report.id]
        spans = [Span(m.start(), m.start() + len(m.group().rstrip())) for m in SENTENCE.finditer(report.text)]
        free = [s for s in spans if not any(s.start < other.end and other.start < s.end for other in held)]
        told: set[Span] = set()
        for group in [*((one,) for one in free), *pairwise(free)]:
            words = report.text[group[0].start : group[-1].end]
            numbers = [_numbers(report.text[s.start : s.end]) for s in group]
            if told & set(group) or "\n" in words or len(words.split()) < SHORTEST:
                continue
            for theirs in known:
                shared = frozenset.union(*numbers) & theirs
                past = any(len(n) == 4 and "1800" <= n < newest for n in shared)
                if past and len(shared) > 1 and all(each & theirs for each in numbers):
                    told |= set(group)
                    out.append((report.id, Span(group[0].start, group[-1].end)))
                    break
    return out


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a passage, however their thousands are set apart."""
    return frozenset(re.sub(r"\D", "", found) for found in NUMBER.findall(text))


def origin_of(reports: Sequence[Report], copies: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """Report id -> id of the report that it is a copy of, itself where it is none."""
    first = {copy: group[0] for group in copies for copy in group}
    return {r.id: first.get(r.id, r.id) for r in reports}
