"""The figures of gold ledgers: found, with the right value, unit, kind, new or in all, and who counts.

Usage: python -m evaluation.figures REPORTS[:GOLD] ... [--each] [--published NAME=DATE]
A gold figure is found where a figure stands in its evidence; of several the one with its value counts. ``kind`` is that
of harm, place or thing (killed, injured, settlements, distance ...); ``who`` is right where a word of the counter's
name is shared, or neither names one. ``extra`` is what was found in no evidence: the gold leaves little out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.clusters import asked, read_gold
from evaluation.stages import build
from sayso.types import Brief, Figure, Report
from sayso.values.sounds import plain_letters

JUDGED = ("found", "value", "unit", "kind", "new", "who")
KINDS = {
    "settlements": r"settlement|village|town",
    "killed": r"kill|dead|died|buried|fallen",
    "injured": r"injur|wound",
    "missing": r"missing",
    "captured": r"captur|prison|taken",
    "displaced": r"displac|refugee",
    "inhabitants": r"inhabitant",
    "distance": r"distance",
}
UNITS = {"settlements": r"settlements?|villages?|towns?|places|cities", "people": r".*"}
SMALL = frozenset("the of a in and government ministry".split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each cluster, and with ``--each`` what is wrong with each figure."""
    chosen = asked(__doc__, arguments, "--each")
    for folder, gold in chosen.clusters:
        brief, _, _ = build(folder, chosen.published)
        rows = read_gold(gold)[0]["figures"]
        judged = [(row, judge(brief, row)) for row in rows]
        print(line(folder.name, judged, extra(brief, rows)), flush=True)
        if chosen.each:
            print("\n".join(f"    {each}" for each in _told(brief, rows, judged)))
    return 0


def _told(
    brief: Brief, rows: Sequence[Mapping[str, Any]], judged: Sequence[tuple[Mapping[str, Any], dict[str, Any]]]
) -> list[str]:
    """What is wrong with each figure of the gold, and what was found beyond it."""
    out = []
    for row, marks in judged:
        wrong, got = [name for name in JUDGED if not marks[name]], marks["figure"]
        said = f"{got.what} of {got.of}: {got.low} {got.high} {got.unit} new={got.new} by {got.by}" if got else ""
        wanted = f"({row['what']}, {row.get('new')}, {row['who_says']})"
        out += [f"{row['report']} {', '.join(wrong)}: {row['evidence']!r} {wanted} {said}"] if wrong else []
    for figure in extra(brief, rows):
        text = " ".join(
            _report(brief, figure.report).text[max(0, figure.span.start - 30) : figure.span.end + 30].split()
        )
        out.append(f"extra: {figure.what} of {figure.of}: {figure.low} {figure.high} {figure.unit}: {text!r}")
    return out


def judge(brief: Brief, row: Mapping[str, Any]) -> dict[str, Any]:
    """What is right about the figure found for ``row`` of the gold."""
    low, high = bounds(row)
    figures = [f for f in brief.figures if _inside(brief, f, row)]
    figures.sort(key=lambda f: ((f.low, f.high) != (low, high), f.span))
    if not figures:
        return dict.fromkeys((*JUDGED, "figure"), None)
    figure = figures[0]
    kind = next((name for name, words in KINDS.items() if re.search(words, row["what"])), "")
    unit = UNITS.get(row["unit"], re.escape(row["unit"]))
    return {
        "found": True,
        "value": (figure.low, figure.high) == (low, high),
        "unit": bool(re.fullmatch(unit, figure.unit)) or row["unit"] in (*figure.unit.split(), figure.what),
        "kind": not kind or figure.what in (kind, *row["what"].split()) or bool(re.search(KINDS[kind], figure.what)),
        "new": row.get("new") is None or bool(row["new"]) == bool(figure.new),
        "who": _same_counter(figure.by, row["who_says"]),
        "figure": figure,
    }  # fmt: skip


def bounds(row: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Low and high of a gold figure; older gold has them in its value alone: ">200", "10"."""
    if "low" in row:
        return row["low"], row["high"]
    number = float(re.sub(r"[^\d.]", "", row["value"]))
    return (number + 1, None) if row["value"].startswith(">") else (number, number)


def extra(brief: Brief, rows: Sequence[Mapping[str, Any]]) -> list[Figure]:
    """The figures that stand in no evidence."""
    return [f for f in brief.figures if not any(_inside(brief, f, row) for row in rows)]


def line(name: str, judged: Sequence[tuple[Any, Mapping[str, Any]]], others: Sequence[Figure]) -> str:
    """One line: of the gold's figures how many are found, of these how many are right in each respect."""
    counts = Counter(mark for _, marks in judged for mark in JUDGED if marks[mark])
    return (
        f"{name:<16} gold {len(judged)} "
        + " ".join(f"{mark} {counts[mark]}" for mark in JUDGED)
        + f" extra {len(others)}"
    )


def _report(brief: Brief, id: str) -> Report:
    return next(report for report in brief.reports if report.id == id)


def _inside(brief: Brief, figure: Figure, row: Mapping[str, Any]) -> bool:
    report = _report(brief, figure.report)
    if not Path(report.path).name.startswith(row["report"]):
        return False
    text, evidence = _even(report.text), _even(row["evidence"])
    starts = [match.start() for match in re.finditer(re.escape(evidence), text)]
    return any(start <= figure.span.end - 1 and figure.span.start < start + len(evidence) for start in starts)


def _even(text: str) -> str:
    return re.sub(r"\s", " ", text.translate(str.maketrans("“”’‘", "\"\"''")))


def _same_counter(found: str, wanted: str) -> bool:
    words = [set(plain_letters(name).lower().replace("-", " ").split()) - SMALL for name in (found, wanted)]
    return bool(words[0] & words[1]) or not (found or wanted)


if __name__ == "__main__":
    sys.exit(main())
