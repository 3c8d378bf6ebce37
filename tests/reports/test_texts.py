from __future__ import annotations

import pytest
from hypothesis import given as given_that
from hypothesis import strategies as st

from sayso.errors import ReportError
from sayso.reports.texts import Given, Metadata, make_report, report_id
from sayso.types import Report

TEXT = "Town falls\r\n\r\nBAKU, Nov 8, 2020 (The Lark, with dpa) - The army\r\ntook it.\r\n\r\n(Reporting by A. B.)\r\n"


def read(text: str = TEXT, stated: Metadata | None = None, given: Given | None = None) -> Report:
    return make_report(text, "x.txt", stated or Metadata(), given or Given())


def test_everything_that_the_text_says() -> None:
    report = read()
    assert report.text == TEXT
    assert (report.title, report.outlet, report.agency) == ("Town falls", "The Lark", "dpa")
    assert (report.published, report.published_because) == ("2020-11-08", "the dateline says Nov 8, 2020")
    assert (report.dateline, report.language) == (("BAKU",), "en")
    assert report.title_span is not None
    assert report.body is not None
    assert TEXT[report.title_span.start : report.title_span.end] == "Town falls"
    assert TEXT[report.body.start : report.body.end] == "The army\r\ntook it."


def test_nothing_is_guessed() -> None:
    report = read("The army took the town, and nobody says who wrote this or when.")
    assert (report.title, report.outlet, report.agency, report.published) == (None, None, None, None)
    assert (report.published_because, report.dateline, report.address) == (None, (), None)


def test_user_before_source_before_text() -> None:
    stated = Metadata(outlet="Page", agency="AFP", published="2020-11-09", because="a meta element")
    assert (read(stated=stated).outlet, read(stated=stated).agency) == ("Page", "AFP")
    assert (read(stated=stated).published, read(stated=stated).published_because) == ("2020-11-09", "a meta element")
    report = read(stated=stated, given=Given("2020-11-10", "User", "EFE"))
    assert (report.outlet, report.agency, report.published) == ("User", "EFE", "2020-11-10")
    assert report.published_because == "given by the user"


def test_a_day_without_a_year_is_kept_for_later() -> None:
    report = read("BAKU, Nov 8 (dpa) - The army took it.")
    assert (report.published, report.published_because) == (None, "the dateline says Nov 8 without a year (--11-08)")


def test_the_days_that_a_report_covers_are_kept_for_later() -> None:
    report = make_report(
        f"Orlin Monitor\nWeekly review, 1-7 May 2021\n\n{'The army took it. ' * 3}", "a", Metadata(), Given()
    )
    assert report.published is None
    assert report.published_because == "a line of the head says that it covers 1-7 May 2021 (2021-05-01/2021-05-07)"


def test_a_day_that_may_be_either_way_round() -> None:
    report = read("BAKU, 3/4/2020 (dpa) - The army took the town, the president said.")
    assert report.published is None
    assert "either way round" in (report.published_because or "")


def test_agency_from_a_closing_line() -> None:
    assert read("The army took it.\n\nWith material from AFP").agency == "AFP"


@pytest.mark.parametrize("published", ["8 November", "2020-13-01", ""])
def test_a_date_of_the_users_must_be_one(published: str) -> None:
    with pytest.raises(ReportError, match="write it as 2020-11-08"):
        Given(published=published)


def test_id_is_over_text_outlet_and_address() -> None:
    assert len(report_id("text", None, None)) == 16
    assert report_id("text", None, None) == report_id("text", "", "")
    ids = {report_id(*parts) for parts in (("a", None, None), ("a", "b", None), ("a", None, "b"), ("ab", None, None))}
    assert len(ids) == 4
    assert read().id == make_report(TEXT, "other.txt", Metadata(), Given()).id


@given_that(st.text(st.sampled_from("Baku (dpa)-–,.;\n\r 2020Nov8/“”Ağ"), min_size=1, max_size=120))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    report = make_report(text, "x", Metadata(language="en"), Given())
    assert report.text == text
    assert report.body is not None
    assert 0 <= report.body.start <= report.body.end <= len(text)
    if report.title_span:
        assert text[report.title_span.start : report.title_span.end].strip() == report.title
