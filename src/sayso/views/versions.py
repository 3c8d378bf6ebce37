"""Reports that a newer text at the same address has replaced, and the figures that are left without theirs."""

from __future__ import annotations

from sayso.types import Brief, Figure


def replaced_by(brief: Brief) -> dict[str, str]:
    """Id of each report that was replaced -> id of the newest report at its address."""
    return {older: group[-1] for group in brief.versions for older in group[:-1]}


def current_figures(brief: Brief) -> list[Figure]:
    """The figures of a brief but for those of reports that were replaced."""
    older = replaced_by(brief)
    return [figure for figure in brief.figures if figure.report not in older]
