"""The forms in which a ledger goes out, by name, each as one file or several."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sayso.types import Brief, Place, Reading
from sayso.views.exports.conflict import CONFLICT, conflict_table
from sayso.views.exports.incidents import Incident, find_incidents
from sayso.views.exports.ledger_tables import NAMES, ledger_table
from sayso.views.exports.tables import Table, table_csv
from sayso.views.shapes import export_shape

TABLES = (*NAMES, *CONFLICT)
FILES = ("json", *CONFLICT, "jsonld", "geojson", "xlsx")  # forms that are one file
FOLDERS = ("csv", "parquet")  # forms that are one file a table


def make(name: str, brief: Brief, readings: Sequence[Reading]) -> Table:
    """A table by its name, one of ``TABLES``; ``readings`` as judgements leave them."""
    if name in CONFLICT:
        return conflict_table(name, brief, incidents_of(brief, readings))
    return ledger_table(name, brief, readings)


def incidents_of(brief: Brief, readings: Sequence[Reading]) -> list[Incident]:
    """The incidents of a brief, on the map as far as it says where places lie."""
    return find_incidents(brief, readings, {place.name: place for place in brief.places if is_whole(place)})


def is_whole(place: Place) -> bool:
    """Whether the gazetteer has the whole name of a place: "Ain" is not where "Ain Dhuraym" lies.

    >>> is_whole(Place("Ain Dhuraym", "Ain", 46.1, 5.4, "district", "FR", "", 3, (), (), ""))
    False
    """
    return not set(place.listed.casefold().split()) < set(place.name.casefold().split())


def file_of(form: str, brief: Brief, readings: Sequence[Reading]) -> bytes:
    """The ledger in one of ``FILES``.

    Raises:
        MissingLibraryError: the form needs a library that is not installed.
    """
    if form in CONFLICT:
        return table_csv(make(form, brief, readings)).encode()
    if form == "xlsx":
        from sayso.views.exports.frames import workbook_bytes

        return workbook_bytes(make(name, brief, readings) for name in NAMES)
    return (json.dumps(_shape(form, brief, readings), ensure_ascii=False, indent=1) + "\n").encode()


def files_of(form: str, brief: Brief, readings: Sequence[Reading]) -> dict[str, bytes]:
    """The ledger in one of ``FOLDERS``: file name -> contents, one for each of ``TABLES``.

    Raises:
        MissingLibraryError: the form needs a library that is not installed.
    """
    tables = [ledger_table(name, brief, readings) for name in NAMES]
    incidents = incidents_of(brief, readings)
    tables += [conflict_table(name, brief, incidents) for name in CONFLICT]
    if form == "csv":
        return {f"{table.name}.csv": table_csv(table).encode() for table in tables}
    from sayso.views.exports.frames import parquet_bytes

    return {f"{table.name}.parquet": parquet_bytes(table) for table in tables}


def _shape(form: str, brief: Brief, readings: Sequence[Reading]) -> Any:
    if form == "jsonld":
        from sayso.views.exports.jsonld import brief_jsonld

        return brief_jsonld(brief)
    if form == "geojson":
        from sayso.views.exports.geojson import incidents_geojson

        return incidents_geojson(brief, incidents_of(brief, readings))
    return export_shape(brief, readings)
