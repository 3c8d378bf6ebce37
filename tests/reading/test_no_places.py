from __future__ import annotations

import pytest

from sayso.reading.named import find_named
from sayso.reading.no_places import is_no_place
from sayso.types import Name, Span


def name(words: str, text: str) -> Name:
    return Name(words, "LOC", tuple(Span(i, i + len(words)) for i in range(len(text)) if text.startswith(words, i)))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Su-30", "The wreck of an Su-30 was found."),
        ("Independence Day", "Nine were killed on Independence Day."),
        ("Islam", "They commit crimes in Islam."),
        ("Christ", "A shell hit the Christ school."),
        ("Thai", "Two Thai soldiers fell."),
        ("Counter-Mine", "They trained for Counter-Mine work."),
        ("Republican", "They struck at a Republican town."),
        ("Promenade", "A lorry drove into the crowd on the Promenade."),
        ("JTF-VAL", "Aircraft from JTF-VAL hit nine tanks."),
        ("St", "They met in St. Orlin."),
        ("Storm Petrel", "They asked for Storm Petrel cruise missiles."),
    ],
)
def test_what_is_called_so_is_no_place(words: str, text: str) -> None:
    assert is_no_place(text, name(words, text))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Orlin", "Shells fell on Orlin."),
        ("ORLIN", "ORLIN (Velgoria). Shells fell on Orlin."),
        ("TAMM", "SHELLS FALL ON TAMM\n\nNine were killed."),
        ("DJIBO", "DJIBO (Soum). Nine were killed there."),
        ("Hill 214", "They hold Hill 214."),
        ("Line of Contact", "Shots were exchanged at the Line of Contact."),
        ("Thailand", "Shells fell in Thailand."),
        ("Orlin", "Orlin tanks burn, and shells fall on Orlin."),
        ("Velgor Bridge", "They blew up Velgor Bridge."),
    ],
)
def test_a_place_is_one(words: str, text: str) -> None:
    assert not is_no_place(text, name(words, text))


def test_a_part_of_the_world_is_not_where_something_happened() -> None:
    text = "Nine attacks in Europe and one at Orlin."
    found = find_named(text, [name("Europe", text), name("Orlin", text)], lambda _: "")
    assert [each.kind for each in found] == ["region", "place"]


def test_the_army_of_a_state_is_not_its_land() -> None:
    text = "They inflicted losses on the Velgoria Army, and in Velgoria."
    army, land = name("Velgoria Army", text), Name("Velgoria", "LOC", (Span(51, 59),))
    found = find_named(text, [army, land], lambda _: "Velgoria")
    assert [each.kind for each in found] == ["party", "home"]
