from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report

from sayso.claims.dating import date_reports
from sayso.types import Name, Reading, Report, Span


def readings(*reports: Report, names: tuple[str, ...] = ("Orlin", "Tamm", "Ilmo Reth")) -> dict[str, Reading]:
    found = tuple(Name(name, "LOC", (Span(0, 1),)) for name in names)
    return {r.id: Reading(r.id, "reader", (), (), found, (), ()) for r in reports}


DATED = make_report("Orlin has fallen, Reth said on Tuesday.", name="dated", published="2021-03-02")
UNDATED = make_report("Orlin is lost, Velmara admitted on Wednesday.", name="undated", published=None)


def test_an_undated_report_is_placed_after_the_one_that_it_takes_up() -> None:
    first, second = date_reports([UNDATED, DATED], readings(DATED, UNDATED))
    assert (first.id, second.id) == ("dated", "undated")
    assert second.published is not None
    assert second.published >= "2021-03-02"
    assert (second.published_because or "").startswith("inferred: ")


def test_without_anything_in_common_the_date_stays_unknown() -> None:
    alone = {**readings(DATED), **readings(UNDATED, names=("Ulm",))}
    assert [r.published for r in date_reports([UNDATED, DATED], alone)] == ["2021-03-02", None]
    assert date_reports([UNDATED], readings(UNDATED)) == [UNDATED]


def test_a_date_without_a_year_takes_that_of_its_neighbours() -> None:
    partial = replace(UNDATED, published_because="dateline “MARCH 4” names a day (--03-04)")
    placed = date_reports([DATED, partial], readings(DATED, partial))[-1]
    assert placed.published == "2021-03-04"


def test_new_year_is_crossed_where_that_is_closer() -> None:
    dated = replace(DATED, published="2020-12-30")
    partial = replace(UNDATED, published_because="dateline (--01-02)")
    assert date_reports([dated, partial], readings(dated, partial))[-1].published == "2021-01-02"


def test_dated_reports_keep_their_date_and_come_in_order() -> None:
    later = make_report("", name="later", published="2021-03-09")
    assert date_reports([later, DATED], {}) == [DATED, later]
