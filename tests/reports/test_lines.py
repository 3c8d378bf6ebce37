from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.reports.lines import LineError, read_line
from sayso.reports.texts import Given
from sayso.types import Problem, Report

TEXT = "Town falls\n\nBaku (dpa) - The army took the town, the president said."


def read(**fields: Any) -> tuple[Report, list[Problem]]:
    return read_line(json.dumps({"text": TEXT, **fields}), "x.jsonl:3", Given())


def test_takes_what_is_given() -> None:
    report, problems = read(
        id="r1",
        title="Another title",
        outlet="The Lark",
        agency="AFP",
        published="2020-11-08T10:00:00Z",
        dateline=["Goris"],
        address="https://lark.example/1",
        language="hy",
    )
    assert problems == []
    assert report.text == TEXT
    assert (report.path, report.title, report.outlet, report.agency) == ("r1", "Another title", "The Lark", "AFP")
    assert (report.published, report.published_because) == ("2020-11-08T10:00:00Z", '"published" in the JSON')
    assert (report.dateline, report.address, report.language) == (("Goris",), "https://lark.example/1", "hy")
    assert report.title_span is None


def test_what_is_missing_comes_from_the_text() -> None:
    report, _ = read()
    assert (report.title, report.outlet, report.agency, report.dateline) == ("Town falls", "dpa", "dpa", ("Baku",))
    assert (report.published, report.language) == (None, "en")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"id": "r1", "address": "https://a.example"}, "r1"),
        ({"address": "https://a.example"}, "https://a.example"),
        ({}, "x.jsonl:3"),
        ({"id": 7}, "7"),
    ],
)
def test_is_named_by_id_else_address_else_line(fields: dict[str, Any], name: str) -> None:
    assert read(**fields)[0].path == name


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("Baku / Yerevan", ("Baku", "Yerevan")),
        ("Baku / Yerevan (dpa) –", ("Baku", "Yerevan")),
        ("somewhere", ("somewhere",)),
        ("", ("Baku",)),
    ],
)
def test_dateline_as_printed(dateline: str, places: tuple[str, ...]) -> None:
    assert read(dateline=dateline)[0].dateline == places


def test_a_field_that_cannot_be_taken_is_said_and_left_out() -> None:
    report, problems = read(published="yesterday", title=5, id=True)
    assert (report.published, report.title, report.path) == (None, "Town falls", "x.jsonl:3")
    assert [problem.message.startswith("x.jsonl:3: ") for problem in problems] == [True, True, True]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": ', "broken JSON"),
        ("[1, 2]", "no JSON object"),
        ('"text"', "no JSON object"),
        ("{}", 'no "text"'),
        ('{"text": "  "}', 'no "text"'),
        ('{"text": 5}', 'no "text"'),
        ('{"text": "half \\ud800"}', "half a character"),
        ('{"text": "null \\u0000"}', "null character"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_line_that_is_no_report(line: str, words: str) -> None:
    with pytest.raises(LineError, match=words):
        read_line(line, "x.jsonl:3", Given())
