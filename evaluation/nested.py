"""Statements within statements of clusters ("X, citing Y") against their gold: found, and linked.

A gold pair is read where both its statements are found, each by its source or cue and content, as two; it is right
where the inner one points at the outer one.
``python -m evaluation.nested REPORTS[:GOLD] ...``; with ``--each`` each is named.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.clusters import asked
from evaluation.score_statements import read_lines
from evaluation.stages import build
from sayso.types import Reading, Report, Span, Statement

Row = Mapping[str, Any]
STAGES = ("right", "not linked", "as one", "outer missed", "inner missed", "both missed")


def gold_pairs(folder: Path) -> list[tuple[str, Row, Row]]:
    """Text, inner and outer statement with their offsets, of each statement that stands within another."""
    lines = {line["text"].strip(): line["attributions"] for line in read_lines(folder / "statements.jsonl")}
    out = []
    for path in sorted(folder.glob("[0-9][0-9].json")):
        rows = json.loads(path.read_text(encoding="utf8"))["statements"]
        for text, attributions in lines.items():
            if len(attributions) == len(rows) and all(_is(text, a, r) for a, r in zip(attributions, rows, strict=True)):
                pairs = [
                    (a, r["within"]) for a, r in zip(attributions, rows, strict=True) if r.get("within") is not None
                ]
                out += [(text, inner, attributions[outer]) for inner, outer in pairs]
    return out


def _is(text: str, offsets: Row, row: Row) -> bool:
    return not offsets["content"] or text[slice(*offsets["content"][0])] == row["content"] or not row["content"]


def stage(inner: Row, outer: Row, reading: Reading) -> str:
    """How far a gold pair was read."""
    ours, theirs = (_best(row, reading.statements) for row in (inner, outer))
    if ours is None or theirs is None:
        return "both missed" if ours is theirs else "inner missed" if ours is None else "outer missed"
    if ours.id == theirs.id:
        return "as one"
    return "right" if ours.within == theirs.id else "not linked"


def _best(row: Row, statements: Sequence[Statement]) -> Statement | None:
    """The statement with the same cue or source, and content in common where there is any."""
    source, cue, content = ([Span(*each) for each in row[name]] for name in ("source", "cue", "content"))
    ranked = [
        (bool(_meet(s.cue, cue)) + bool(_meet(s.source, source)) + _meet(s.content, content), s)
        for s in statements
        if (_meet(s.content, content) or not content) and (_meet(s.cue, cue) or _meet(s.source, source))
    ]
    return max(ranked, key=lambda each: each[0])[1] if ranked else None


def _meet(a: Sequence[Span], b: Sequence[Span]) -> float:
    """The share of the characters of the smaller that both have."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return both / max(1, min(sum(s.end - s.start for s in a), sum(s.end - s.start for s in b)))


def read_pairs(reports: Sequence[Report], readings: Mapping[str, Reading], gold: Path) -> list[tuple[str, str]]:
    """The stage and the words of each gold pair."""
    texts = {report.text.strip(): report for report in reports}
    out = []
    for text, inner, outer in gold_pairs(gold):
        report = texts.get(text)
        if report is not None:
            names = [
                " ".join(text[slice(*each)] for each in row[part])
                for row in (inner, outer)
                for part in ("source", "cue")
            ]
            out.append((stage(inner, outer, readings[report.id]), f"{names[0]} {names[1]} | {names[2]} {names[3]}"))
    return out


def main(arguments: Sequence[str]) -> int:
    """Print a line for each cluster and one for all."""
    chosen = asked(__doc__, arguments, "--each")
    everything: list[str] = []
    for folder, gold in chosen.clusters:
        brief, readings, _ = build(folder, chosen.published)
        pairs = read_pairs(brief.reports, readings, gold)
        everything += [stage for stage, _ in pairs]
        print(line(folder.name, [stage for stage, _ in pairs]), flush=True)
        print(
            "\n".join(f"    {stage}: {words}" for stage, words in pairs) if chosen.each else "", end="\n" * chosen.each
        )
    print(line("all", everything))
    return 0


def line(name: str, stages: Sequence[str]) -> str:
    """How many pairs came to which stage."""
    return f"{name}: {len(stages)} pairs; " + ", ".join(f"{each} {stages.count(each)}" for each in STAGES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
