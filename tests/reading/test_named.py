from __future__ import annotations

import pytest

from sayso.reading.named import find_named, settle_types
from sayso.types import Name, NameType, Span

TEXT = (
    "The president spoke in Baku. Troops reached the town of Orlin in the Lachin region. Azerbaijan said so. "
    "Tarov denied it on Twitter. The fall of Tarov is near, and near Tarov they fight."
)


def name(words: str, kind: NameType, text: str = TEXT) -> Name:
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return Name(words, kind, tuple(Span(i, i + len(words)) for i in starts))


def party_of(phrase: str) -> str:
    return "Azerbaijan" if phrase in ("Azerbaijan", "Baku") else ""


@pytest.mark.parametrize(
    ("words", "kind", "wanted"),
    [
        ("Baku", "LOC", "home"),
        ("Azerbaijan", "LOC", "party"),
        ("Orlin", "LOC", "place"),
        ("Orlin", "ORG", "place"),
        ("Lachin", "LOC", "region"),
        ("Twitter", "LOC", "body"),
        ("Tarov", "PER", "place"),
    ],
)
def test_what_a_name_stands_for_is_in_the_words_around(words: str, kind: NameType, wanted: str) -> None:
    assert {n.kind for n in find_named(TEXT, [name(words, kind)], party_of)} == {wanted}


@pytest.mark.parametrize(
    "text", ["They pulled out of Tarn at night.", "They regained Tarn.", "Tarn was shelled again."]
)
def test_who_comes_out_of_a_name_comes_out_of_a_place(text: str) -> None:
    at = text.index("Tarn")
    assert [n.kind for n in find_named(text, [Name("Tarn", "ORG", (Span(at, at + 4),))], party_of)] == ["place"]


def test_a_person_stays_one() -> None:
    text = "Tarov denied it. Tarov is angry."
    assert {n.kind for n in find_named(text, [name("Tarov", "PER", text)], party_of)} == {"person"}


def test_names_come_in_reading_order_each_where_it_stands() -> None:
    found = find_named(TEXT, [name("Orlin", "LOC"), name("Tarov", "PER"), name("Baku", "LOC")], party_of)
    assert [n.words for n in found] == ["Baku", "Orlin", "Tarov", "Tarov", "Tarov"]
    assert all(TEXT[n.span.start : n.span.end] == n.words for n in found)
    assert [n.party for n in found[:2]] == ["Azerbaijan", ""]


def test_types_are_settled_by_the_words_around() -> None:
    names = [name("Orlin", "ORG"), name("Twitter", "LOC"), name("Azerbaijan", "LOC")]
    assert [n.type for n in settle_types(TEXT, names)] == ["LOC", "MISC", "LOC"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He went further in the Commons.", "Commons", "ORG"),
        ("Thanks be to God, he said.", "God", "LOC"),
        ("It fell two miles inside Baku-held airspace.", "Baku-held", "LOC"),
        ("They fired on the Baku-flagged tanker.", "Baku-flagged", "LOC"),
        ("It was told in Swahili.", "Swahili", "LOC"),
        ("They fled to @AnaOrlin in haste.", "AnaOrlin", "LOC"),
        ("He spoke in Tamm People's Republic.", "Tamm People", "LOC"),
        ("The Centre for Countering Rumours spoke.", "Countering Rumours", "LOC"),
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str, words: str, kind: NameType) -> None:
    [found] = find_named(text, [name(words, kind, text)], lambda w: party_of(w.partition("-")[0]))
    assert found.kind in ("body", "party")


def test_an_armed_group_stands_for_no_place() -> None:
    text = "Shells fell on Hezbollah."
    named = find_named(text, [Name("Hezbollah", "LOC", (Span(15, 24),))], lambda words: "Hezbollah")
    assert [each.kind for each in named] == ["party"]


def test_the_adjective_of_a_state_is_no_place_of_an_attack() -> None:
    text = "Shells fell on Israeli posts."
    named = find_named(text, [Name("Israeli", "LOC", (Span(15, 22),))], lambda words: "Israel")
    assert [each.kind for each in named] == ["party"]


@pytest.mark.parametrize(
    "where", ["in the sector of Tamm", "in the area of Tamm", "in the Tamm area", "in the commune of Tamm"]
)
def test_what_has_an_area_is_a_place(where: str) -> None:
    text = f"On 2 July {where}, a strike killed nine."
    assert [n.kind for n in find_named(text, [name("Tamm", "LOC", text)], party_of)] == ["place"]


@pytest.mark.parametrize(
    "text", ["Orlin in the area of Tamm has not fallen.", "Orlin (Tamm, Velgoria). Nine were killed."]
)
def test_what_a_place_lies_in_is_a_region(text: str) -> None:
    assert [n.kind for n in find_named(text, [name("Tamm", "LOC", text)], party_of)] == ["region"]


@pytest.mark.parametrize(
    "text",
    [
        "An adviser to Tamm denied it.",
        "After the fall of Tamm the route was cut.",
        "The movement has lost Tamm and his heir.",
        "A threat against Tamm was made.",
    ],
)
def test_what_is_said_of_persons_too_makes_no_place_of_one(text: str) -> None:
    assert [n.type for n in settle_types(text, [name("Tamm", "PER", text)])] == ["PER"]


def test_what_is_shelled_is_a_place_whatever_it_was_taken_for() -> None:
    text = "Guns shelled Tamm and troops are in Tamm."
    assert [n.type for n in settle_types(text, [name("Tamm", "PER", text)])] == ["LOC"]


def test_a_firm_by_where_it_sits_is_no_place() -> None:
    text = "The radios came from Ostria-based Golden Lantern."
    assert [n.type for n in settle_types(text, [name("Ostria-based Golden Lantern", "LOC", text)])] == ["MISC"]


def test_what_an_enemy_calls_a_side_by_is_no_place() -> None:
    text = "Troops reached Tamm. The Tamm entity fired, the Tamm regime said."
    assert [n.kind for n in find_named(text, [name("Tamm", "LOC", text)], party_of)] == ["place", "body", "body"]


def test_the_name_of_a_movement_stands_for_no_place() -> None:
    text = "Mortars fired at Stairs positions hit a school."
    [found] = find_named(text, [name("Stairs", "ORG", text)], lambda _: "Stairs", is_movement=lambda _: True)
    assert found.kind == "party"
    [found] = find_named(text, [name("Stairs", "ORG", text)], lambda _: "Stairs")
    assert found.kind == "home"
