"""The ledger's tables in the libraries of those who open them."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from tests.views.exports.made import BRIEF, READINGS

from sayso.errors import MissingLibraryError
from sayso.views.exports.forms import TABLES, make
from sayso.views.exports.frames import parquet_bytes, to_pandas, to_polars, workbook_bytes
from sayso.views.exports.ledger_tables import COLUMNS
from sayso.views.exports.tables import Column, Table, make_table, table_csv

pandas = pytest.importorskip("pandas", reason="pandas is not installed: pip install 'sayso[frames]'")
ODD = Table(
    "odd",
    (Column("text", "text"), Column("many", "integer"), Column("day", "day"), Column("new", "boolean")),
    (("=1+1", 3, "2031-03-01", True), ("a\x00b", None, None, None), ("x" * 40_000, -1, "2031-03-02", False)),
)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_goes_to_pandas_and_parquet_and_back_equal(name: str) -> None:
    table = make(name, BRIEF, READINGS)
    assert table.rows
    frame = to_pandas(table)
    assert [*frame.columns] == [column.name for column in table.columns]
    read = pandas.read_parquet(io.BytesIO(parquet_bytes(table)))
    assert [*read.columns] == [*frame.columns]
    assert len(read) == len(frame) == len(table.rows)
    for column in (column.name for column in table.columns if column.type == "text"):
        assert [*read[column].dropna()] == [*frame[column].dropna()]


def test_words_of_a_table_stand_in_the_report_at_its_offsets() -> None:
    frame = to_pandas(make("positions", BRIEF, READINGS))
    texts = {report.id: report.text for report in BRIEF.reports}
    assert len(frame) == 8
    for _, row in frame.iterrows():
        assert texts[row["report_id"]][row["start"] : row["end"]] == row["text"]


def test_polars_has_the_same_types() -> None:
    pytest.importorskip("polars", reason="Polars is not installed: pip install 'sayso[polars]'")
    frame = to_polars(make("figures", BRIEF, READINGS))
    assert frame["high"].to_list() == [None, 30.0, 7.0, 14.0]
    assert str(frame.schema["as_of"]) == "Date"
    assert frame["new"].to_list() == [None, None, True, None]


def test_a_workbook_holds_no_formula_and_says_what_it_cannot_hold() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: pip install 'sayso[excel]'")
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes([ODD])))
    head, first, second, third = book["odd"].iter_rows(values_only=True)
    assert head == ("text", "many", "day", "new")
    assert (first[0], first[1], str(first[2])[:10], first[3]) == ("'=1+1", 3, "2031-03-01", True)
    assert second[0] == "a\ufffdb"
    assert third[0].endswith(" [cut in this cell]")
    assert all(cell.data_type != "f" for row in book["odd"].iter_rows() for cell in row)


def test_a_library_that_is_not_there_is_named_with_its_extra() -> None:
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from sayso.views.exports.frames import workbook_bytes\n"
        "try: workbook_bytes([])\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{MissingLibraryError.__name__} openpyxl is not installed: pip install 'sayso[excel]'\n"


def test_a_record_with_a_column_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="has no columns"):
        make_table("odd", ODD.columns, [{"txt": "a"}])


def test_csv_keeps_lines_quotation_marks_and_accents() -> None:
    table = Table("odd", (Column("text", "text"),), (('a\n“b”, "c" é',), ("",)))
    assert pandas.read_csv(io.StringIO(table_csv(table)))["text"][0] == 'a\n“b”, "c" é'


def test_every_column_of_the_ledger_s_tables_has_a_meaning() -> None:
    assert [column.name for columns in COLUMNS.values() for column in columns if not column.meaning] == []
