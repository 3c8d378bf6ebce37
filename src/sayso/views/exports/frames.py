"""Tables as data frames, Parquet and spreadsheets. Each needs a library that is installed with an extra."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any

from sayso.errors import MissingLibraryError
from sayso.views.exports.tables import Cell, Table, Type, safe_cell

if TYPE_CHECKING:
    import pandas
    import polars

_PANDAS: dict[Type, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "day": "datetime64[s]",
}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767  # characters that a cell of a spreadsheet holds


def to_pandas(table: Table) -> pandas.DataFrame:
    """A table as a pandas data frame: nullable types, days as datetime64.

    Raises:
        MissingLibraryError: pandas is not installed.
    """
    library = _library("pandas", "frames")
    columns = _columns(table)
    series = {c.name: library.Series(columns[c.name], dtype=_PANDAS[c.type]) for c in table.columns}
    frame: pandas.DataFrame = library.DataFrame(series, columns=[c.name for c in table.columns])
    return frame


def to_polars(table: Table) -> polars.DataFrame:
    """A table as a Polars data frame.

    Raises:
        MissingLibraryError: Polars is not installed.
    """
    library = _library("polars", "polars")
    types = {
        "text": library.String,
        "integer": library.Int64,
        "number": library.Float64,
        "boolean": library.Boolean,
        "day": library.Date,
    }
    columns = _columns(table, day=_as_date)
    frame: polars.DataFrame = library.DataFrame(columns, schema={c.name: types[c.type] for c in table.columns})
    return frame


def parquet_bytes(table: Table) -> bytes:
    """A table as a Parquet file, with the meaning of each column in its metadata.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    arrow, parquet = _library("pyarrow", "frames"), _library("pyarrow.parquet", "frames")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "day": arrow.date32(),
    }
    fields = [arrow.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in table.columns]
    out = io.BytesIO()
    parquet.write_table(arrow.table(_columns(table, day=_as_date), schema=arrow.schema(fields)), out)
    return out.getvalue()


def workbook_bytes(tables: Iterable[Table]) -> bytes:
    """Tables as an Excel workbook, a sheet each; no cell can act as a formula.

    Raises:
        MissingLibraryError: openpyxl is not installed.
    """
    openpyxl = _library("openpyxl", "excel")
    book = openpyxl.Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        sheet.append([column.name for column in table.columns])
        for row in table.rows:
            kinds = zip(table.columns, row, strict=True)
            sheet.append([_as_date(cell) if column.type == "day" else _excel(cell) for column, cell in kinds])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _excel(cell: Cell) -> Cell:
    """A cell that Excel can hold: what it cannot show stands as U+FFFD, and what is too long says that it was cut."""
    if not isinstance(cell, str):
        return cell
    words = _UNPRINTABLE.sub("\ufffd", str(safe_cell(cell)))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 20]} [cut in this cell]"


def _columns(table: Table, day: Any = lambda cell: cell) -> dict[str, list[Any]]:
    rows: Sequence[tuple[Cell, ...]] = table.rows
    return {
        column.name: [day(row[at]) if column.type == "day" else row[at] for row in rows]
        for at, column in enumerate(table.columns)
    }


def _as_date(cell: Cell) -> date | None:
    return date.fromisoformat(str(cell)[:10]) if cell else None


def _library(name: str, extra: str) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise MissingLibraryError(f"{name.partition('.')[0]} is not installed: pip install 'sayso[{extra}]'") from error
