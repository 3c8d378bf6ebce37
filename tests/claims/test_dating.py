from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report

from sayso.claims.dating import date_reports
from sayso.types import Name, Reading, Report, Span


def readings(*reports: Report, names: tuple[str, ...] = ("Orlin", "Tamm", "Ilmo Reth")) -> dict[str, Reading]:
    found = tuple(Name(name, "LOC", (Span(0, 1),)) for name in names)
    return {r.id: Reading(r.id, "reader", (), (), found, (), ()) for r in reports}


DATED = make_report("Orlin has fallen, Reth said on Tuesday.", name="dated", published="2021-03-02")
UNDATED = make_report("Orlin is lost, Velmara admitted on Tuesday.", name="undated", published=None)


def test_an_undated_report_is_placed_with_the_one_that_it_takes_up() -> None:
    first, second = date_reports([UNDATED, DATED], readings(DATED, UNDATED))
    assert (first.id, second.id) == ("dated", "undated")
    assert second.published == "2021-03-02"
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


def placed(text: str, *days: str, because: str | None = None) -> Report:
    """An undated report beside others on the same matter of these days."""
    others = [make_report("Orlin is quiet.", name=f"on {day}", published=day) for day in days]
    report = replace(make_report(text, name="it", published=None), published_because=because)
    return next(r for r in date_reports([report, *others], readings(report, *others)) if r.id == "it")


def test_among_reports_of_many_months_nothing_says_which_one_it_takes_up() -> None:
    assert placed("Orlin is lost, Velmara admitted on Wednesday.", "2021-03-02", "2021-11-20").published is None


def test_an_undated_report_is_not_guessed_to_be_later_than_every_dated_one() -> None:
    assert placed("Orlin is lost, Velmara admitted on Thursday.", "2021-03-02", "2021-03-09").published is None
    assert placed("Orlin is lost, Velmara admitted on Monday.", "2021-03-02", "2021-03-09").published == "2021-03-09"
    assert placed("Orlin is lost, Velmara admitted on Tuesday.", "2021-03-02", "2021-03-09").published == "2021-03-09"


def test_in_a_ledger_of_many_months_a_single_related_report_is_no_anchor() -> None:
    far = make_report("Ulm is quiet.", name="far", published="2020-01-09")
    known = {**readings(DATED, UNDATED), **readings(far, names=("Ulm",))}
    assert [r.published for r in date_reports([UNDATED, DATED, far], known)] == ["2020-01-09", "2021-03-02", None]


def test_it_is_no_older_than_the_latest_day_that_it_tells_of() -> None:
    told = placed("Orlin fell on Saturday 20 March, and Velmara admitted it on Monday.", "2021-02-02", "2021-11-20")
    assert told.published == "2021-03-22"
    assert "names 2021-03-20" in (told.published_because or "")
    in_full = placed("The bridge of Orlin was hit on 25 March 2021.", "2021-03-02", "2021-11-20")
    assert in_full.published == "2021-03-25"
    assert "may be any day from 2021-03-25 on" in (in_full.published_because or "")


def test_a_day_in_full_long_past_says_nothing_of_its_own_day() -> None:
    assert placed("Orlin has been theirs; it fell on 25 March 1994.", "2021-03-02", "2021-11-20").published is None


def test_without_a_weekday_or_a_date_the_day_of_another_report_is_not_its_own() -> None:
    assert placed("Orlin is lost, Velmara admitted.", "2021-03-02").published is None


def test_a_report_of_a_stretch_of_days_is_of_its_last_day() -> None:
    alone = replace(
        make_report("43 died at Orlin.", published=None), published_because="a line says so (2021-05-01/2021-05-31)"
    )
    dated = date_reports([alone], {})[0]
    assert dated.published == "2021-05-31"
    assert (dated.published_because or "").startswith("inferred: ")


def test_the_year_is_that_of_the_day_that_it_names_right_before() -> None:
    told = placed("Orlin fell on 30 December 2020.", "2022-01-03", because="the dateline says Jan 2 (--01-02)")
    assert told.published == "2021-01-02"


DATELINE = "the dateline says Nov. 12 without a year (--11-12)"


def test_among_reports_of_several_years_a_day_without_its_year_stays_open() -> None:
    days = ("2021-12-19", "2022-06-10", "2023-04-15")
    assert placed("Orlin has fallen.", *days, because=DATELINE).published is None
    assert placed("Orlin has fallen.", *days, "2023-11-20", because=DATELINE).published == "2023-11-12"


def test_a_report_is_no_older_than_what_it_tells_of_with_the_year() -> None:
    days = ("2021-11-10", "2022-06-10", "2023-11-20")
    assert placed("Orlin has fallen.", *days, because=DATELINE).published == "2021-11-12"
    assert placed("The hill fell in May 2022.", *days, because=DATELINE).published == "2023-11-12"
