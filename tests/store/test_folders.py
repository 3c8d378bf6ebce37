"""A ledger as a folder: what goes out comes in equal, and a damaged folder adds nothing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import made
from tests.store.made import reading, report

from sayso.errors import LedgerError
from sayso.store import Kept, open_store, read_folder, write_folder
from sayso.store.folders import Noted
from sayso.types import Anchor, Judgement, Problem, Reading, Report, Span

TOWN = "The army took the town.\n\n“No — not so,” it said."
JUDGEMENT = Judgement("j1", "2024-10-12T10:00:00+00:00", "ann", "accept", (Anchor("report", f"{1:016x}", Span(0, 3)),))


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    rows = {name: sorted(connection.execute(f'select * from "{name}"'), key=repr) for name in tables}
    connection.close()
    return rows


def fill_one(path: Path) -> None:
    """A ledger with everything that a store can hold."""
    with open_store(path) as store:
        for number, text in enumerate(
            ("The army took the town.\n\n“No — not so,” it said.", "An naïve 🙂 line."), start=1
        ):
            one = report(text, number)
            store.add_report(one)
            store.add_reading(reading(one, "first"))
            store.add_reading(reading(one, "second"))
        for problem in (Problem("empty", "a.txt", Span(0, 1)), Problem("torn", "b.txt")):
            store.add_problem(problem)
        store.mend(Problem("torn", "b.txt"))
        store.add_problem(Problem("torn", "b.txt"))
        store.mend(Problem("torn", "b.txt"))
        store.mend(Problem("empty", "a.txt", Span(0, 1)))
        store.add_problem(Problem("empty", "a.txt", Span(0, 1)))
        store.add_judgement(JUDGEMENT)


def exported(tmp_path: Path) -> Path:
    fill_one(tmp_path / "one.db")
    with open_store(tmp_path / "one.db") as store:
        write_folder(store.kept(), tmp_path / "out", "a test")
    return tmp_path / "out"


def test_every_row_is_the_same_after_going_out_and_coming_in(tmp_path: Path) -> None:
    folder = exported(tmp_path)
    with open_store(tmp_path / "two.db") as store:
        assert store.fill(read_folder(folder)) == (2, 1)
    one, two = contents(tmp_path / "one.db"), contents(tmp_path / "two.db")
    assert one["judgements"]
    assert len(one["readings"]) == 4
    mended = sorted(row[1:] for row in one.pop("mended"))
    assert sorted(row[1:] for row in two.pop("mended")) == mended
    assert two == one


def test_importing_again_changes_nothing(tmp_path: Path) -> None:
    folder = exported(tmp_path)
    before = contents(tmp_path / "one.db")
    with open_store(tmp_path / "one.db") as store:
        assert store.fill(read_folder(folder)) == (0, 0)
    assert contents(tmp_path / "one.db") == before


def test_a_report_that_is_read_already_keeps_its_own_reading(tmp_path: Path) -> None:
    folder = exported(tmp_path)
    with open_store(tmp_path / "two.db") as store:
        store.add_report(report(TOWN, 1))
        store.add_reading(reading(report(TOWN, 1), "third"))
        assert store.fill(read_folder(folder)) == (1, 1)
        assert [each.reader for each in store.readings()] == ["third", "second"]


def test_exporting_again_replaces_and_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = exported(tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with open_store(tmp_path / "one.db") as store:
        write_folder(store.kept(), folder, "a test")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_lines_are_plain(tmp_path: Path) -> None:
    lines = (exported(tmp_path) / "readings.jsonl").read_text("utf-8").splitlines()
    assert [next(iter(json.loads(line))) for line in lines[:3]] == ["reading", "statement", "reading"]
    assert "“No — not so,”" in (tmp_path / "out" / "reports.jsonl").read_text("utf-8")


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(LedgerError, match="holds something else"):
        write_folder(Kept(), tmp_path, "a test")
    with pytest.raises(LedgerError, match="this is a file"):
        write_folder(Kept(), tmp_path / "notes.txt", "a test")
    with pytest.raises(LedgerError, match=r"no exported ledger is here"):
        read_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("reports.jsonl", '"text":', '"tex":', r"reports.jsonl:1: this line is damaged"),
        ("readings.jsonl", '"stance":"asserts"', '"stance":"sings"', r"readings.jsonl:2: this line is damaged"),
        ("readings.jsonl", '{"statement"', '{"song"', r"readings.jsonl:2: a song does not belong here"),
        ("readings.jsonl", '{"reading":{"report":"0', '{"reading":{"report":"7', "a reading is of no report"),
        ("judgements.jsonl", "{", "", r"judgements.jsonl:1: this line is damaged"),
        ("sayso.json", '"version":1', '"version":99', "written by a newer version"),
        ("sayso.json", "sayso ledger", "a recipe", "is of something else"),
        ("sayso.json", '"problems.jsonl":4', '"problems.jsonl":9', r"problems.jsonl: has 4 lines and should have 9"),
    ],
)
def test_a_damaged_folder_adds_nothing_and_says_where(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    path = exported(tmp_path) / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with open_store(tmp_path / "two.db") as store:
        with pytest.raises(LedgerError, match=said):
            store.fill(read_folder(tmp_path / "out"))
        assert (store.reports(), store.readings(), store.judgements()) == ([], [], [])


def test_a_file_that_is_gone_is_missed(tmp_path: Path) -> None:
    (exported(tmp_path) / "judgements.jsonl").unlink()
    with open_store(tmp_path / "two.db") as store, pytest.raises(LedgerError, match="cannot be read"):
        store.fill(read_folder(tmp_path / "out"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(made.readings, max_size=3), st.lists(made.reports, max_size=3), st.lists(made.problems, max_size=3))
def test_any_record_comes_back_equal(
    tmp_path: Path, readings: list[Reading], reports: list[Report], problems: list[Problem]
) -> None:
    noted = [Noted(problem, over=bool(number % 2)) for number, problem in enumerate(problems)]
    write_folder(Kept(reports, readings, noted, [JUDGEMENT]), tmp_path / "any", "a test")
    back = read_folder(tmp_path / "any")
    assert [*back.reports] == reports
    assert [*back.readings] == readings
    assert [*back.problems] == noted
    assert [*back.judgements] == [JUDGEMENT]
