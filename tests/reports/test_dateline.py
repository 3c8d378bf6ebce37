from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.reports.dateline import parse_dateline, parse_places

CASES = json.loads(Path(__file__).with_name("datelines.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["datelines"], ids=lambda case: case["line"])
def test_reads_every_form(case: dict[str, Any]) -> None:
    dateline = parse_dateline(case["line"], case["language"])
    assert dateline is not None
    assert list(dateline.places) == case["places"]
    assert (dateline.day.iso if dateline.day else None) == case["day"]
    assert (dateline.credit.outlet, dateline.credit.agency) == (case["outlet"], case["agency"])
    assert case["line"][dateline.end :] == case["body"]


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["why"])
def test_takes_nothing_else_for_a_dateline(case: dict[str, Any]) -> None:
    assert parse_dateline(case["line"], case["language"]) is None


def test_capitals_and_a_dash_are_not_sure() -> None:
    bare, sent = parse_dateline("JERUSALEM - The"), parse_dateline("JERUSALEM (AP) - The")
    assert bare is not None
    assert sent is not None
    assert (bare.sure, sent.sure) == (False, True)


def test_a_long_line_is_quick_and_no_dateline() -> None:
    assert parse_dateline("BAKU, " * 100_000) is None


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Baku / Yerevan", ("Baku", "Yerevan")),
        ("PORT-AU-PRINCE", ("PORT-AU-PRINCE",)),
        ("Mountains of Quisarra", ("Mountains of Quisarra",)),
        ("the fighting goes on", None),
        ("Brigade 44", None),
    ],
)
def test_places(words: str, places: tuple[str, ...] | None) -> None:
    assert parse_places(words) == places


@pytest.mark.parametrize(
    ("line", "places"),
    [("Goma, 4 February 2025", ("Goma",)), ("Geneva / New York, May 3, 2024", ("Geneva", "New York"))],
)
def test_a_line_of_a_place_and_a_day_alone(line: str, places: tuple[str, ...]) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    assert (dateline.places, dateline.end) == (places, len(line))


@pytest.mark.parametrize("line", ["Goma, 4 February", "GOMA, Tuesday, Feb. 4"])
def test_a_place_and_a_day_without_its_year_alone_are_unsure(line: str) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    assert dateline.day is not None
    assert (dateline.day.iso, dateline.sure) == ("--02-04", False)


@pytest.mark.parametrize(
    "line", ["Attack on Goma, 4 February 2025", "Goma, Bukavu and 4 February", "Goma, 4 February 2025, was lost"]
)
def test_a_line_of_more_or_less_is_none(line: str) -> None:
    assert parse_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Velmar, June 14, Oskarin State News Agency (OSNA) – The envoy said", "OSNA"),
        ("VELMAR, 14 June, Halden Press — The envoy said", "Halden Press"),
    ],
)
def test_an_agency_that_no_table_knows(line: str, outlet: str) -> None:
    dateline = parse_dateline(line)
    assert dateline is not None
    assert (dateline.places[0].title(), dateline.credit.agency, line[dateline.end :]) == (
        "Velmar",
        outlet,
        "The envoy said",
    )
    assert dateline.day is not None
    assert dateline.day.iso == "--06-14"


def test_a_place_and_a_day_that_open_a_sentence_are_unsure() -> None:
    dateline = parse_dateline("Velmar, June 14, The envoy of the republic said that the talks had failed.")
    assert dateline is not None
    assert dateline.day is not None
    assert (dateline.places, dateline.day.iso, dateline.sure) == (("Velmar",), "--06-14", False)
    assert parse_dateline("Velmar, June 14, was the day on which they left.") is None
    assert parse_dateline("In Velmar, June 14, Halden's army lost the bridge.") is None
