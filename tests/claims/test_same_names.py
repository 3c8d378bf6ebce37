"""One bearer under names that do not sound alike."""

from __future__ import annotations

import pytest

from sayso.claims.same_names import also_known_as, same_bodies, with_same
from sayso.types import KnownName, NameType


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Omar Denn, also known as Abu Rasha, led them.", "Abu Rasha"),
        ("Omar Denn, alias Falcon, led them.", "Falcon"),
        ("Omar Denn (nom de guerre “Abu Rasha”) led them.", "Abu Rasha"),
        ("Omar Denn, whose real name is Petar Ilin, led them.", "Petar Ilin"),
        ("Omar Denn, known to his men as Old Wolf, led them.", "Old Wolf"),
        ("They mourned Omar Denn (Abu Rasha).", "Abu Rasha"),
        ("Omar Denn, who goes by the name of Falcon, led them.", "Falcon"),
    ],
)
def test_a_name_that_a_report_gives_somebody_besides(text: str, other: str) -> None:
    assert [pair[:2] for pair in also_known_as([text], ["Omar Denn"])] == [("Omar Denn", other)]


@pytest.mark.parametrize(
    "text",
    ["Omar Denn said Falcon was lost.", "Omar Denn (Reuters) wrote it.", "Omar Denn, known for his temper, led them."],
)
def test_no_other_name(text: str) -> None:
    assert also_known_as([text], ["Omar Denn"]) == []


def known(name: str, kind: NameType) -> KnownName:
    return KnownName(name, kind, (name,), "", ())


def test_both_names_are_of_one_person_whatever_the_other_was_taken_for() -> None:
    names = [known("Omar Denn", "PER"), known("Falcon", "LOC"), known("Orlin", "LOC")]
    [both, orlin] = with_same(names, [("Omar Denn", "Falcon", "why")], "PER")
    assert (both.name, both.type, both.spellings, both.because) == (
        "Omar Denn",
        "PER",
        ("Omar Denn", "Falcon"),
        ("why",),
    )
    assert orlin.name == "Orlin"


def test_a_body_of_the_world_is_one_under_its_short_names() -> None:
    assert {pair[:2] for pair in same_bodies(["ICRC", "Red Cross", "OCHA"])} == {("ICRC", "Red Cross")}
