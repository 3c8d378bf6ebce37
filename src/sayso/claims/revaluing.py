"""Figures in vague words ("dozens", "more than a score") with the values that the user gives those words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.types import Figure, Report
from sayso.values.numbers import find_quantities
from sayso.values.numbers_file import NumberWords


def revalue(figures: Sequence[Figure], reports: Mapping[str, Report], words: NumberWords | None) -> list[Figure]:
    """``figures``, those in vague words with the user's values; exact ones stay, and all stay where there are none."""
    return [_revalued(figure, reports, words) if words else figure for figure in figures]


def _revalued(figure: Figure, reports: Mapping[str, Report], words: NumberWords) -> Figure:
    text = reports[figure.report].text[figure.span.start : figure.span.end]
    ours, theirs = find_quantities(text), find_quantities(text, words=words.values)
    if len(ours) != 1 or len(theirs) != 1:
        return figure
    bounds = [(each.low, each.best, each.high) for each in (*ours, *theirs)]
    if bounds[0] == bounds[1]:
        return figure
    return replace(figure, low=theirs[0].low, best=theirs[0].best, high=theirs[0].high)
