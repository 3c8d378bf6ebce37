from __future__ import annotations

from sayso.claims.naming import Naming
from sayso.claims.places_named import PlacesNamed, governments_in
from sayso.claims.vocabulary import Key, place_words, spelling_table, stem
from sayso.types import KnownName

TABLE = spelling_table(Naming((KnownName("Orlin", "LOC", ("Orlin", "Al-Aurlyn"), "", ()),), {}, {}, {}, {}))
KEYS: list[Key] = [("control", "Orlin"), ("attack", "Port Senn"), ("truce", "c")]
PLACES = {key: place_words(key, TABLE) for key in KEYS}


def last(text: str, start: int = 0, end: int | None = None) -> str:
    return PlacesNamed(text, TABLE).last(PLACES, start, len(text) if end is None else end)


def test_of_the_places_of_matters_the_one_named_last_is_found() -> None:
    assert last("From Port Senn they went to al-Aurlyn.") == "Orlin"
    assert last("At Orlin, then at Port Senn,") == "Port Senn"
    assert last("At the port") == ""


def test_a_place_counts_only_where_all_of_it_stands_between_the_bounds() -> None:
    text = "Port Senn fell. At Senn the rain went on; at Orlin it stopped."
    assert last(text, end=text.index("At")) == "Port Senn"
    assert last(text, start=text.index("At"), end=text.index("Orlin")) == ""
    assert last(text, start=text.index("At")) == "Orlin"


def test_a_capital_that_acts_or_is_spoken_to_is_no_place() -> None:
    accused = "A minister accused Paris of it, and Paris has denied it."
    assert governments_in(accused, {}) == {stem("Paris")}
    assert governments_in(f"{accused} Shells fell on Paris.", {}) == frozenset()
    assert governments_in("Orlin accused Tamm. Tamm denied it.", {}) == frozenset()
    places: dict[Key, frozenset[str]] = {
        ("attack", "Paris"): frozenset({stem("Paris")}),
        ("attack", "Orlin"): frozenset({stem("Orlin")}),
    }
    text = f"Orlin burnt. {accused}"
    assert PlacesNamed(text, {}).last(places, 0, len(text)) == "Orlin"
