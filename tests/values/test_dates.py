"""Date expressions: found, resolved, and what they say of a report without a date."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.types import Interval, Span
from sayso.values.date_words import FORMS, core_starts, form_pattern, forms_at
from sayso.values.dates import DatePhrase, find_dates, infer_published, past_phrases, resolve, resolve_all
from sayso.values.openings import opening_at

CASES = json.loads((Path(__file__).parents[2] / "evaluation" / "cases" / "dates.json").read_text(encoding="utf8"))
MONDAY = date(2020, 11, 9)
days = st.dates() | st.none()
# strings that hold what the patterns look for, in any order
PIECES = """on since until by from between early the last next Sunday Sonntag dimanche May mai 8 31 30. 2020 '20 1994-
08.11. 08.11.2020 0600 12:05 hours ago week years 30 three some more than night of to and overnight that evening
winter mid- 1990s 13 Nov 89 ( , . İ ſ 99999999999999999999 0000-00-00 29 February s""".split()
pieces = st.lists(st.sampled_from([*PIECES, "\u00a0", "\n"]), max_size=12).map(" ".join)


def marked(rows: list[dict[str, Any]], name: str) -> list[Any]:
    return [
        pytest.param(row, id=row[name], marks=[pytest.mark.xfail(reason=row["fails"])] if "fails" in row else [])
        for row in rows
    ]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", marked(CASES["texts"], "text"))
def test_dates_in_a_text(row: dict[str, Any]) -> None:
    found = resolve_all(row["text"], day(row["published"]))
    assert [(phrase.text, interval.first, interval.last) for phrase, interval in found] == [
        (each["phrase"], day(each["first"]), day(each["last"])) for each in row["dates"]
    ]


@pytest.mark.parametrize("row", marked(CASES["phrases"], "phrase"))
def test_phrase_by_itself(row: dict[str, Any]) -> None:
    interval = resolve(row["phrase"], day(row["published"]), tense=row["tense"], language=row["language"])
    got = (interval.first, interval.last) if interval else (None, None)
    assert got == (day(row["first"]), day(row["last"]))


def test_there_are_enough_cases() -> None:
    assert sum(len(row["dates"]) for row in CASES["texts"]) >= 150


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("More than 200 towns fell since the beginning of the offensive on September 27.", date(2020, 9, 27)),
        ("Since the war began on 24 September, they have fled.", date(2020, 9, 24)),
        ("Since fighting flared up early on Sunday, nobody went out.", date(2020, 11, 8)),
        ("It has been quiet since Monday's attack.", MONDAY),
    ],
)
def test_since_something_that_began_on_a_day_has_an_open_end(text: str, first: date) -> None:
    [(_, interval)] = resolve_all(text, MONDAY)
    assert (interval.first, interval.last) == (first, None)
    assert "since" in interval.because.lower()


@pytest.mark.parametrize(
    "text",
    ["He has since said on Sunday that it fell.", "Since then, 12 died on Sunday.", "Long since, it fell on Sunday."],
)
def test_since_by_itself_opens_no_end(text: str) -> None:
    [(_, interval)] = resolve_all(text, MONDAY)
    assert interval.first == interval.last == date(2020, 11, 8)


def test_spans_count_in_the_whole_text() -> None:
    text = "On Sunday he left; on Monday he came back."
    assert find_dates(text, Span(19, len(text))) == [DatePhrase(Span(19, 28), "on Monday")]


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [("on Sunday", 1), ("overnight", 2), ("last week", 3), ("in May", 4), ("in 1994", 5), ("since 1994", 5)],
)
def test_precision_is_that_of_ucdp(phrase: str, precision: int) -> None:
    interval = resolve(phrase, MONDAY)
    assert interval is not None
    assert interval.precision == precision
    assert interval.because


def test_that_evening_counts_from_the_published_day_where_no_other_is_spoken_of() -> None:
    [(_, interval)] = resolve_all("The minister wrote that evening that it goes on.", MONDAY)
    assert interval.first == MONDAY


def test_a_text_without_a_published_day_gives_its_full_dates_only() -> None:
    found = resolve_all("On Sunday he spoke of 8 November 2020 and of the war in 1994.", None)
    assert [phrase.text for phrase, _ in found] == ["8 November 2020", "in 1994"]


def reports(*published: date) -> list[Interval]:
    return [Interval(each, each, 1, "") for each in published]


def test_a_report_is_placed_after_the_one_that_it_takes_up() -> None:
    interval = infer_published(["on Sunday", "on Monday", "On Monday"], reports(date(2020, 11, 8)))
    assert interval is not None
    assert (interval.first, interval.last, interval.precision) == (MONDAY, MONDAY, 2)
    assert "2020-11-08" in interval.because
    assert "Monday" in interval.because


def test_a_report_that_names_no_weekday_is_open_towards_later() -> None:
    interval = infer_published(["since 1994"], reports(date(2020, 11, 8), date(2020, 11, 3)))
    assert interval is not None
    assert (interval.first, interval.last) == (date(2020, 11, 8), None)


def test_a_report_that_names_a_later_day_is_not_older_than_it() -> None:
    interval = infer_published(["on 10 November"], reports(date(2020, 11, 8)))
    assert interval is not None
    assert interval.first == date(2020, 11, 10)


def test_weekdays_before_the_other_report_do_not_push_a_report_a_week_on() -> None:
    interval = infer_published(["on Thursday"], reports(date(2025, 3, 7)))
    assert interval is not None
    assert interval.first == date(2025, 3, 7)


def test_nothing_is_inferred_without_a_dated_report() -> None:
    assert infer_published(["on Sunday"], []) is None


def test_what_is_to_come_says_nothing_of_when_a_report_was_published() -> None:
    text = "He spoke on Monday. The talks will begin on Thursday, the convoy leaves by Friday."
    assert [phrase.text for phrase in past_phrases(text)] == ["on Monday"]


@given(st.text() | pieces, days)
@example("yeſterday İn May on Sunday", MONDAY)
@example("EARLY OVERNIGHT", MONDAY)
@example("on the eve of 0001-01-01 9999-12-31", date.max)
def test_any_text_is_read_without_an_error(text: str, anchor: date | None) -> None:
    for phrase, interval in resolve_all(text, anchor):
        assert text[phrase.span.start : phrase.span.end] == phrase.text
        assert interval.because
        assert interval.first is None or interval.last is None or interval.first <= interval.last
    resolve(text, anchor, tense="future")
    infer_published([text], reports(MONDAY))


@given(pieces, st.integers(), st.integers())
def test_any_span_is_read_without_an_error(text: str, start: int, end: int) -> None:
    for phrase in find_dates(text, Span(start, end)):
        assert max(start, 0) <= phrase.span.start < phrase.span.end <= min(end, len(text))


@given(st.text(max_size=20))
def test_another_language_is_read_without_an_error(text: str) -> None:
    resolve(text, MONDAY, language="ru")
    resolve(text, None, language="no such language")


def test_every_form_is_tried_wherever_it_matches() -> None:
    reports = sorted((Path(__file__).parents[2] / "training" / "data").glob("*-0[1-4].txt"))
    assert len(reports) > 3
    met = set()
    for text in ("Two days ago", *(path.read_text(encoding="utf8") for path in reports)):
        places = {place.start() for place in core_starts().finditer(text.lower())}
        for form in FORMS:
            for match in re.finditer(rf"(?<!\w)(?<!\d[.,:/-]){form_pattern(form).pattern}", text, re.I):
                assert match.start() in places
                assert form in dict(forms_at(opening_at(text, match.start())))
                met.add(form)
    assert {"weekday", "month", "day_month", "year", "ago", "clock"} <= met
