"""Small towns that lie alone in a country of which the reports say nothing."""

from __future__ import annotations

from sayso.claims.lone_places import without_lone
from sayso.types import Place
from sayso.values.places import resolve_place


def place(name: str) -> Place:
    found = resolve_place(name)
    assert found is not None, name
    return found


def test_a_namesake_over_the_sea_is_no_place_of_the_reports() -> None:
    home = [place(name) for name in ("Djibo", "Kaya", "Solenzo")]
    assert without_lone([*home, place("Yamba")]) == tuple(home)


def test_a_large_town_a_border_town_and_a_named_country_stay() -> None:
    home = [place(name) for name in ("Lashio", "Bhamo", "Mogok")]
    for names in (("Istanbul",), ("Tengchong",), ("Yamba", "Australia")):
        others = [place(name) for name in names]
        assert without_lone([*home, *others]) == (*home, *others)


def test_where_few_towns_are_known_nobody_can_tell() -> None:
    two = [place("Djibo"), place("Yamba")]
    assert without_lone(two) == tuple(two)
