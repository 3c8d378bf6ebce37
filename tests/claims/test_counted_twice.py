from __future__ import annotations

import re

from tests.claims.made import make_report

from sayso.claims.counted_twice import find_counted_twice, is_part
from sayso.claims.naming import Naming
from sayso.types import Discrepancy, Figure, Report, Span

NAMING = Naming((), {}, {}, {}, {})


def counts(report: Report, *by: str, what: str = "buses", unit: str = "buses") -> list[Figure]:
    """The numbers of a report in digits, each by its counter."""
    found = re.finditer(r"\d+", report.text)
    return [
        Figure(
            report.id, None, what, "", n, n, n, "exact", unit, None, None, who, Span(*match.span())
        )
        for match, who in zip(found, by, strict=True)
        for n in [float(match.group())]
    ]  # fmt: skip


def beside(text: str, *by: str) -> list[Discrepancy]:
    report = make_report(text)
    return find_counted_twice(counts(report, *by), [], {report.id: report}, NAMING)


def test_two_counters_beside_each_other() -> None:
    [found] = beside("A driver counted 40 buses; the town hall makes it 25.", "a driver", "the town hall")
    assert found.what == "buses: a driver: 40, the town hall: 25"
    assert all(words in "A driver counted 40 buses; the town hall makes it 25." for words in found.texts)


def test_one_counter_and_what_counts_some_among_others_is_none() -> None:
    assert beside("He counted 40 buses, and 25 by noon.", "he", "he") == []
    assert beside("A driver counted 40 buses; the town hall says 25 of them were empty.", "a driver", "hall") == []
    assert beside("A driver had earlier counted 25 buses; the town hall makes it 40.", "a driver", "hall") == []


def test_a_number_that_is_put_right() -> None:
    [found] = beside("It was not 40 buses, but 25 that came, the town hall said.", "the town hall", "the town hall")
    assert "put right" in found.because


def test_another_paragraph_or_the_same_number_is_none() -> None:
    assert beside("A driver counted 40 buses.\n\nThe town hall counted 25.", "a driver", "hall") == []
    assert beside("A driver counted 40 buses; the town hall makes it 40.", "a driver", "hall") == []


def test_a_paragraph_that_is_told_again_with_another_number() -> None:
    told = "Orlin took up arms in the spring after its assembly was dissolved; {} people have left their homes."
    reports = [make_report(told.format(n), name=name) for n, name in ((6000, "r1"), (4000, "r2"))]
    figures = [f for r in reports for f in counts(r, "", what="displaced", unit="people")]
    background = [(r.id, Span(0, len(r.text))) for r in reports]
    [found] = find_counted_twice(figures, background, {r.id: r for r in reports}, NAMING)
    assert (found.reports, found.what) == (("r1", "r2"), "displaced: 6,000, 4,000")
    assert find_counted_twice(figures, [], {r.id: r for r in reports}, NAMING) == []


def test_some_among_others() -> None:
    report = make_report("They lost 20 men, 9 of them this week.")
    whole, part = counts(report, "", "", what="killed", unit="people")
    assert (is_part(whole, report.text), is_part(part, report.text)) == (False, True)
