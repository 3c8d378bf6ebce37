from __future__ import annotations

from time import perf_counter

import pytest

from sayso.reports.periods import find_period


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Monthly summary, February 2024", "2024-02-01", "2024-02-29"),
        ("Casualties for May 2021", "2021-05-01", "2021-05-31"),
        ("Desk of the monitor - shelling by place, week of 12 to 18 May 2025", "2025-05-12", "2025-05-18"),
        ("Situation report, 1-15 May 2025", "2025-05-01", "2025-05-15"),
        ("Weekly bulletin: 28 April - 4 May 2025", "2025-04-28", "2025-05-04"),
        ("Weekly update, May 12-18, 2025", "2025-05-12", "2025-05-18"),
        ("Issue 12 | 12-18 May 2025", "2025-05-12", "2025-05-18"),
        ("Vol. 3, 28 April - 4 May 2025", "2025-04-28", "2025-05-04"),
        ("12-18 May 2025", "2025-05-12", "2025-05-18"),
        ("(May 12-18, 2025)", "2025-05-12", "2025-05-18"),
        ("Week ending 18 May 2025", "2025-05-12", "2025-05-18"),
    ],
)
def test_the_days_that_a_head_says_it_covers(line: str, first: str, last: str) -> None:
    period = find_period(line)
    assert period is not None
    assert (str(period.first), str(period.last)) == (first, last)


@pytest.mark.parametrize(
    "line",
    [
        "The war in July 2025",
        "Orlin, 12-18 May 2025",
        "The battle of 12-18 May 2025",
        "Report blames army for deaths of March 2025",
        "Situation report no. 12, 18 May 2025",
        "Report: 12 to 18 dead at Orlin",
        "Weekly review 18-12 May 2025",
        "",
    ],
)
def test_a_line_that_says_nothing_of_the_kind(line: str) -> None:
    assert find_period(line) is None


def test_long_lines_are_read_fast() -> None:
    start = perf_counter()
    for words in ("week of 12 to ", "1 to 2 and ", "May 12-18, "):
        assert find_period(words * 2_000) is None
    assert perf_counter() - start < 1


def test_a_numbered_issue_covers_a_stretch_of_days() -> None:
    period = find_period("Issue 31 | 17-21 May 2025")
    assert period is not None
    assert (str(period.first), str(period.last)) == ("2025-05-17", "2025-05-21")
