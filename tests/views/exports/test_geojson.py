from __future__ import annotations

import pytest
from tests.views.exports.made import BRIEF, ORLIN, READINGS

from sayso.views.exports.geojson import incidents_geojson
from sayso.views.exports.incidents import find_incidents

geojson = pytest.importorskip("geojson_pydantic", reason="geojson-pydantic is not installed: pip install -e '.[dev]'")


def test_a_validator_takes_the_collection_and_finds_the_points() -> None:
    made = incidents_geojson(BRIEF, find_incidents(BRIEF, READINGS, {"Orlin": ORLIN}))
    read = geojson.FeatureCollection.model_validate(made)
    points = {each.properties["location"]: each.geometry for each in read.features}
    assert points["Orlin"].coordinates == (44.25, -12.5)
    assert points["Drusk"] is None
    [orlin] = [each.properties for each in read.features if each.geometry]
    assert (orlin["best"], orlin["actor1"], orlin["sayso_questions"]) == (
        14,
        "Velgoria",
        "Who attacked Orlin?; How many at Orlin?",
    )


def test_an_empty_ledger_is_an_empty_collection() -> None:
    assert geojson.FeatureCollection.model_validate(incidents_geojson(BRIEF, [])).features == []
