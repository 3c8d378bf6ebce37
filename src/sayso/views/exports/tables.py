"""A table for other programs: named columns of one type each, rows, and how it is written as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Cell = str | int | float | bool | None
Type = Literal["text", "integer", "number", "boolean", "day"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells, and what they say. A cell of any type may be None: not known."""

    name: str
    type: Type
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with one cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_table(name: str, columns: Iterable[Column], records: Iterable[Mapping[str, Cell]]) -> Table:
    """A table of records by column name; what a record lacks or gives as "" is None."""
    columns = tuple(columns)
    names = {column.name for column in columns}
    rows = []
    for record in records:
        if unknown := record.keys() - names:
            raise ValueError(f"{name} has no columns {sorted(unknown)}")
        rows.append(tuple(None if record.get(c.name) == "" else record.get(c.name) for c in columns))
    return Table(name, columns, tuple(rows))


def table_csv(table: Table) -> str:
    """A table as CSV (RFC 4180): a head line, lines ended by CR LF, nothing where a cell is not known."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def safe_cell(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: words that would begin one have an apostrophe before them.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("said"), safe_cell(-1.5), safe_cell(True)
    ("'=HYPERLINK(1)", 'said', -1.5, 'true')
    """
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell
