"""Incidents as GeoJSON (RFC 7946): a point each, or no geometry where nobody knows where the place lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.types import Brief
from sayso.views.exports.conflict import conflict_table
from sayso.views.exports.incidents import Incident
from sayso.views.exports.tables import Table

_WORDS = ("location", "event_type", "sub_event_type", "event_date", "actor1", "actor2", "source", "notes")
_COUNTS = ("best", "low", "high", "date_prec", "where_prec")


def incidents_geojson(brief: Brief, incidents: Iterable[Incident]) -> dict[str, Any]:
    """A feature collection with one feature for each incident; properties named as in the tables of conflict data."""
    incidents = list(incidents)
    words, counts = (_by_id(conflict_table(name, brief, incidents)) for name in ("acled", "ucdp"))
    return {
        "type": "FeatureCollection",
        "features": [_feature(each, words.get(each.id, {}), counts.get(each.id, {})) for each in incidents],
    }


def _feature(incident: Incident, words: dict[str, Any], counts: dict[str, Any]) -> dict[str, Any]:
    where = incident.where
    own = {name: value for name, value in (words or counts).items() if name.startswith("sayso_")}
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [where.lon, where.lat]} if where else None,
        "properties": {
            **{name: words.get(name) for name in _WORDS},
            **{name: counts.get(name) for name in _COUNTS},
            **own,
        },
    }


def _by_id(table: Table) -> dict[str, dict[str, Any]]:
    names = [column.name for column in table.columns]
    records = (dict(zip(names, row, strict=True)) for row in table.rows)
    return {str(record["sayso_id"]): record for record in records}
