"""Places: found under every name, the one that fits its surroundings, unknown where nothing has it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.types import Place
from sayso.values.places import PlaceContext, distance, resolve_place, resolve_places

WORDS = (
    "the of Donetsk region Gaza Baku Georgia northern Springfield St. Al- U.S. Lake 'İ ٣ \u200f ( hospital -".split()
)
names = st.text(max_size=30) | st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


def found(name: str, *around: str) -> Place:
    place = resolve_place(name, PlaceContext(names=around))
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Shusha", "Shushi", "AZ"), ("Shusha", "Schuschi", "AZ"), ("Stepanakert", "Khankendi", "AZ"),
        ("Bakhmut", "Artemivsk", "UA"), ("Kyiv", "Kiev", "UA"), ("Yangon", "Rangoon", "MM"),
        ("Lachin", "Berdzor", "AZ"),
        ("Kobani", "Ayn al-Arab", "SY"), ("El Fasher", "Al-Fashir", "SD"), ("Shusha", "Шуша", "AZ"),
    ],
)  # fmt: skip
def test_two_names_of_one_place(one: str, other: str, country: str) -> None:
    first, second = found(one), found(other)
    assert (first.lat, first.lon, first.country) == (second.lat, second.lon, country)
    assert second.name == other
    assert one in second.also or second.listed == one


@pytest.mark.parametrize(
    ("name", "around", "country"),
    [
        ("Tripoli", ("Beirut", "Sidon"), "LB"), ("Tripoli", ("Benghazi", "Misrata"), "LY"),
        ("Martuni", ("Stepanakert", "Azerbaijan"), "AZ"), ("Georgia", ("Abkhazia", "Tbilisi", "Russia"), "GE"),
        ("Georgia", ("Atlanta", "Alabama", "Florida"), "US"), ("Cambridge", ("Boston", "Massachusetts"), "US"),
        ("Cambridge", ("London", "England"), "GB"), ("Hyderabad", ("Karachi", "Sindh"), "PK"),
        ("Hyderabad", ("Chennai", "Telangana"), "IN"), ("Paris", (), "FR"), ("Russian", (), "RU"), ("US", (), "US"),
    ],
)  # fmt: skip
def test_the_places_around_decide(name: str, around: tuple[str, ...], country: str) -> None:
    assert found(name, *around).country == country


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("Baku", 1), ("the Donetsk region", 4), ("Fuzuli district", 4), ("Ukraine", 6), ("Black Sea", 7),
        ("Middle East", 5), ("Nagorno-Karabakh", 5),
    ],
)  # fmt: skip
def test_precision_follows_ucdp(name: str, precision: int) -> None:
    assert found(name).precision == precision


def test_what_stands_right_after_decides() -> None:
    place = resolve_place("Springfield", PlaceContext(beside="Illinois"))
    assert place is not None
    assert place.region == "Illinois"
    assert place.because.startswith('"Illinois" stands beside it')


def test_other_places_of_the_name_are_kept() -> None:
    place = found("Martuni", "Stepanakert")
    assert {other.country for other in place.alternatives} == {"AM"}
    assert all(not other.alternatives for other in place.alternatives)


@pytest.mark.parametrize("name", ["Velgoria Heights", "", " ", "Qzxqzx", "the", "of"])
def test_what_no_gazetteer_has_is_unknown(name: str) -> None:
    assert resolve_place(name) is None


def test_names_of_one_report_are_decided_together() -> None:
    places = resolve_places(["Tripoli", "Sidon", "Beirut", "Nowhereatall"])
    assert {name: place.country for name, place in places.items()} == {"Tripoli": "LB", "Sidon": "LB", "Beirut": "LB"}


@settings(deadline=None)  # the first look-up of a name unpacks a part of the gazetteer
@given(names, st.lists(names, max_size=3))
def test_any_string_is_taken(name: str, around: list[str]) -> None:
    place = resolve_place(name, PlaceContext(names=tuple(around)))
    if place:
        assert place.because
        assert place.name == name
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert 1 <= place.precision <= 7
    assert place == resolve_place(name, PlaceContext(names=tuple(around)))


points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_distance_is_the_same_both_ways(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance(a, b) == pytest.approx(distance(b, a))
    assert 0 <= distance(a, b) <= 20016
    assert distance(a, a) == 0


@pytest.mark.parametrize("name", ["Ain al-Ahrar", "Tell Baku", "Percy French Hotel", "Hampton Avenue"])
def test_a_part_of_a_name_is_its_place_only_beside_a_word_that_says_so(name: str) -> None:
    assert resolve_place(name) is None


@pytest.mark.parametrize(
    ("name", "listed"),
    [("Mosul University", "Mosul"), ("Bank of Japan", "Japan"), ("Colchester General Hospital", "Colchester")],
)
def test_an_institution_is_where_its_name_says(name: str, listed: str) -> None:
    assert found(name).listed == listed


def test_an_embassy_is_not_in_the_state_that_it_is_of() -> None:
    assert resolve_place("Russian Embassy") is None
    assert found("Russian Embassy Kabul").listed == "Kabul"


def test_a_list_of_states_is_no_list_of_towns() -> None:
    assert (found("Oregon", "Wyoming", "Washington").kind, found("Wyoming", "Oregon").kind) == ("region", "region")
    beside = resolve_place("Oklahoma", PlaceContext(names=("Pennsylvania", "Ohio"), beside="Pennsylvania"))
    assert beside is not None
    assert beside.kind == "region"
    town = resolve_place("Springfield", PlaceContext(beside="Illinois"))
    assert town is not None
    assert (town.kind, town.region) == ("city", "Illinois")


@pytest.mark.parametrize(
    ("name", "country", "lat"),
    [
        ("Orange County", "US", 33.7),
        ("White House", "US", 38.9),
        ("Nyanza Province", "KE", -0.5),
        ("Sicilian", "IT", 37.6),
    ],
)
def test_counties_beside_their_towns_and_places_named_by_hand(name: str, country: str, lat: float) -> None:
    place = found(name, "Los Angeles", "California") if name == "Orange County" else found(name)
    assert place.country == country
    assert abs(place.lat - lat) < 0.6
