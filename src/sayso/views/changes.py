"""What changed since a day or a report: as lines for a terminal and as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso.types import Brief, Changes, MatterChange, Span
from sayso.views.dated import published_words
from sayso.views.outline import Outline, outline
from sayso.views.shapes import figure_shape, position_shape
from sayso.views.terminal import Line, wrapped
from sayso.views.wording import amount_words, count_words, day_words, listed, quoted, who_words


def changes_lines(brief: Brief, changes: Changes, *, width: int) -> list[Line]:
    """New reports, then every matter with something new on it, then reports that were corrected."""
    page = outline(brief)
    marks = {report.id: mark for mark, report in page.reports}
    paths = {report.id: report.path for report in brief.reports}
    days = {report.id: published_words(report) for report in brief.reports}
    lines = [Line(f"Since {day_words(changes.since)}: {count_words(len(changes.reports), 'new report')}", "title")]
    lines += [Line(f"  {marks.get(id, '')}  {paths[id]}, {days[id]}", "quiet") for id in changes.reports]
    if undated := _undated(page, changes):
        words = f"{count_words(len(undated), 'report')} without a date counted as old: {listed(undated)}"
        lines += wrapped(words, width, "  ", style="quiet")
    for change in changes.matters:
        lines += [Line(""), *_matter_lines(change, marks, width)]
    texts = {report.id: report.text for report in brief.reports}
    for (older, newer), passages in zip(changes.versions, changes.passages, strict=True):
        lines += [Line(""), Line(f"Corrected: {paths[newer]} replaces {paths[older]}", "heading")]
        for was, now in passages:
            lines += _passage(texts[older], was, "  - ", width) + _passage(texts[newer], now, "  + ", width)
    if not (changes.matters or changes.versions):
        lines.append(Line("Nothing new on any matter.", "quiet"))
    return lines


def _undated(page: Outline, changes: Changes) -> list[str]:
    """The marks of the reports that no day can tell old or new, where it was a day that was asked for."""
    by_day = re.fullmatch(r"\d{4}-?\d\d-?\d\d", changes.since)
    return [mark for mark, report in page.reports if by_day and not report.published]


def _passage(text: str, span: Span | None, sign: str, width: int) -> list[Line]:
    return wrapped(" ".join(text[span.start : span.end].split()), width, sign, "    ") if span else []


def _matter_lines(change: MatterChange, marks: Mapping[str, str], width: int) -> list[Line]:
    stood = "new" if not change.before else change.before
    now = f"{stood.upper()} -> {change.now.upper()}" if change.before != change.now else f"still {change.now.upper()}"
    lines = wrapped(f"{change.matter.question}  {now}", width, style="heading")
    for position in change.positions:
        who = who_words(position.party, position.speaker)
        place = f"[{marks.get(position.report, '')} {position.evidence.start}-{position.evidence.end}]"
        words = f"{who} {position.stance}, {day_words(position.date)}: {quoted(position.position)} {place}"
        lines += wrapped(words, width, "  + ", "    ")
    for figure in change.figures:
        lines += wrapped(
            f"{amount_words(figure)} ({figure.what}), by {figure.by or 'the report'}", width, "  # ", "    "
        )
    for line in change.history:
        lines += wrapped(f"an earlier day is seen otherwise: {line}", width, "  ~ ", "    ")
    return lines


def changes_shape(brief: Brief, changes: Changes) -> dict[str, Any]:
    """What changed as JSON."""
    paths = {report.id: report.path for report in brief.reports}
    return {
        "since": changes.since,
        "reports": [paths[id] for id in changes.reports],
        "matters": [
            {
                "id": change.matter.id,
                "question": change.matter.question,
                "before": change.before or None,
                "now": change.now or None,
                "positions": [position_shape(p, paths) for p in change.positions],
                "figures": [figure_shape(f, paths) for f in change.figures],
                "history": list(change.history),
            }
            for change in changes.matters
        ],
        "corrected": [
            {
                "older": paths[older],
                "newer": paths[newer],
                "passages": [[[s.start, s.end] if s else None for s in pair] for pair in passages],
            }
            for (older, newer), passages in zip(changes.versions, changes.passages, strict=True)
        ],
    }
