"""Whose a post or a body is by the name beside it."""

from __future__ import annotations

import pytest
from tests.reading.test_speakers import scene_of

from sayso.reading.owners import owner_of

REPORT = "The Southern Assembly rules the coast, Castavel the hills. Anna Lorn of the Harbour Clinic spoke to Velgoria."


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("Castavel's Defence Secretary, Beatriz Olm", "Castavel"),
        ("The Southern Assembly's defence minister", "Southern Assembly"),
        ("the Assembly's ministry of information", "Southern Assembly"),
        ("the Hill Walkers' fighters", "Hill Walkers"),
        ("the Council's army", ""),  # the report names no council
        ("Lorn's ministry", ""),  # a person
        ("the Prime Minister's embassy", ""),
        ("Castavel's harbour master", ""),  # towns and firms have one, too
        ("the Harbour Clinic's head", ""),
    ],
)
def test_what_only_sides_have_belongs_to_one(phrase: str, party: str) -> None:
    scene = scene_of(REPORT, [("PER", "Anna Lorn")])
    assert owner_of(phrase, scene.report.text, scene.roster, scene.sides.table) == party
