"""The three codebooks, read back as their users read them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.views.exports.made import BRIEF, ORLIN, READINGS

from sayso.views.exports.conflict import ACLED, AIRWARS, CONFLICT, SAYSO, UCDP, conflict_table
from sayso.views.exports.incidents import find_incidents
from sayso.views.exports.tables import Column, Table, table_csv

pandas = pytest.importorskip("pandas", reason="pandas is not installed: pip install 'sayso[frames]'")
INCIDENTS = find_incidents(BRIEF, READINGS, {"Orlin": ORLIN})
DOCS = Path(__file__).parents[3] / "docs" / "exports.md"
DTYPES = {"integer": "Int64", "number": "Float64", "text": "string"}


def read_back(table: Table) -> dict[str, dict[str, object]]:
    """The table as pandas reads it with the codebook's types, each row by its place, only what is known."""
    types = {column.name: DTYPES[column.type] for column in table.columns if column.type in DTYPES}
    days = [column.name for column in table.columns if column.type == "day"]
    frame = pandas.read_csv(io.StringIO(table_csv(table)), dtype=types, parse_dates=days)
    assert list(frame.columns) == [column.name for column in table.columns]
    assert all(frame[day].dtype.kind == "M" for day in days if frame[day].notna().any())
    place = next(name for name in ("where_description", "location") if name in frame.columns)
    rows = [{name: value for name, value in row.items() if pandas.notna(value)} for _, row in frame.iterrows()]
    return {str(row.get(place, "")): row for row in rows}


def test_ucdp_counts_as_its_codebook_does() -> None:
    rows = read_back(conflict_table("ucdp", BRIEF, INCIDENTS))
    assert set(rows) == {"Orlin / Orlyn", "Drusk", ""}
    orlin = rows["Orlin / Orlyn"]
    assert (orlin["low"], orlin["best"], "high" in orlin, orlin["deaths_civilians"]) == (12, 14, False, 14)
    assert (orlin["date_start"], orlin["date_prec"], orlin["year"]) == (pandas.Timestamp("2031-03-01"), 1, 2031)
    assert (orlin["where_prec"], orlin["latitude"], orlin["geom_wkt"]) == (1, -12.5, "POINT (44.25 -12.5)")
    assert (orlin["side_a"], "side_b" in orlin, "dyad_name" in orlin) == ("Velgoria", False, False)
    assert (orlin["number_of_sources"], orlin["source_office"]) == (2, "The Quay; Tarn Wire")
    drusk = rows["Drusk"]
    assert (drusk["dyad_name"], "best" in drusk, "latitude" in drusk) == ("Velgoria - Marnia", False, False)
    assert ("date_start" in drusk, "date_prec" in drusk, drusk["date_end"]) == (
        False,
        False,
        pandas.Timestamp("2031-03-03"),
    )
    assert (
        rows[""]["best"],
        rows[""]["deaths_b"],
        "event_clarity" in rows[""],
    ) == (7, 7, False)


def test_deaths_sum_up_to_the_best_estimate_or_stand_alone() -> None:
    table = conflict_table("ucdp", BRIEF, INCIDENTS)
    at = {column.name: number for number, column in enumerate(table.columns)}
    for row in table.rows:
        parts = [row[at[name]] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert row[at["best"]] == (sum(int(str(part)) for part in parts if part is not None) if any(parts) else None)


def test_acled_names_event_and_sub_event_and_leaves_open_what_it_cannot_know() -> None:
    rows = read_back(conflict_table("acled", BRIEF, INCIDENTS))
    orlin = rows["Orlin"]
    assert (orlin["event_type"], orlin["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (orlin["event_date"], orlin["time_precision"], orlin["fatalities"]) == (
        pandas.Timestamp("2031-03-01"),
        1,
        12,
    )
    drusk = rows["Drusk"]
    assert (drusk["event_type"], "sub_event_type" in drusk) == ("Battles", False)
    assert (drusk["event_date"], drusk["time_precision"]) == (
        pandas.Timestamp("2031-03-03"),
        3,
    )  # when it was first told
    assert not {"inter1", "interaction", "iso", "timestamp"} & set(orlin)


def test_airwars_holds_civilian_harm_with_a_grade_and_its_reason() -> None:
    rows = read_back(conflict_table("airwars", BRIEF, INCIDENTS))
    assert set(rows) == {"Orlin"}
    orlin = rows["Orlin"]
    assert (orlin["civilians_killed_min"], "civilians_killed_max" in orlin) == (12, False)
    assert (orlin["civilians_injured_min"], orlin["civilians_injured_max"]) == (30, 30)
    assert (orlin["grading"], orlin["grading_because"]) == ("Weak", "one side says so, another denies it")
    assert (orlin["belligerents"], orlin["strike_type"], orlin["strike_status"]) == (
        "Velgoria",
        "Artillery, rocket or missile",
        "Alleged strike",
    )


def test_every_row_names_the_words_that_it_rests_on() -> None:
    for table in (conflict_table(name, BRIEF, INCIDENTS) for name in CONFLICT):
        at = [column.name for column in table.columns].index("sayso_words")
        for row in table.rows:
            for address in str(row[at]).split("; "):
                path, _, ends = address.rpartition(":")
                start, end = map(int, ends.split("-"))
                [report] = [report for report in BRIEF.reports if report.path == path]
                assert report.text[start:end]


def test_no_cell_begins_a_formula() -> None:
    for table in (conflict_table(name, BRIEF, INCIDENTS) for name in ("ucdp", "acled")):
        frame = pandas.read_csv(io.StringIO(table_csv(table)), dtype="string")
        words = frame.drop(columns=[c.name for c in table.columns if c.type in ("number", "integer")])
        assert not words.apply(lambda column: column.str.match(r"[=+\-@\t\r\n]")).any(axis=None)
    assert "'=Shells on Orlin market" in table_csv(conflict_table("ucdp", BRIEF, INCIDENTS))


@pytest.mark.parametrize("columns", [UCDP, ACLED, AIRWARS, SAYSO], ids=["ucdp", "acled", "airwars", "sayso"])
def test_every_column_is_explained(columns: tuple[Column, ...]) -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [column.name for column in columns if f"`{column.name}`" not in page] == []
    assert len({column.name for column in columns}) == len(columns)


def test_the_columns_of_ged_are_its_forty_nine() -> None:
    assert len(UCDP) == 49
    assert [column.name for column in UCDP][-5:] == ["best", "high", "low", "gwnoa", "gwnob"]
