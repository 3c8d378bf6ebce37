"""The day of a report as a reader sees it: stated, worked out from other reports, or not known."""

from __future__ import annotations

from sayso.types import Report
from sayso.views.wording import day_words


def is_inferred(report: Report) -> bool:
    """Whether the date of a report was worked out from other reports and not stated."""
    return bool(report.published) and "infer" in (report.published_because or "").casefold()


def is_guessed(report: Report) -> bool:
    """Whether even the day was worked out, and not only the year of a day that the report states."""
    return is_inferred(report) and "without a year" not in (report.published_because or "")


def published_words(report: Report) -> str:
    """The day of a report, with a word where it is inferred."""
    return day_words(report.published) + (" (inferred)" if is_inferred(report) else "")
