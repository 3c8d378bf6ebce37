"""What points back to a speaker: "the ministry", "it", "the field commander"."""

from __future__ import annotations

import pytest

from sayso.reading.earlier import acting_before, described_again, last_body, may_be_he, same_body
from sayso.reading.scene import Speaker, Told
from sayso.types import Span

HERE = Span(500, 510)


def told(at: int, name: str, kind: str, party: str = "") -> Told:
    return Told(at, Speaker(name, party, (f"party: {party}",), kind), ())


MINISTRIES = [
    told(10, "Ostrayan Defence Ministry", "body", "Ostraya"),
    told(90, "Velm Foreign Ministry", "body", "Velm"),
]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the ministry", "Velm Foreign Ministry"),
        ("The Defence Ministry", "Ostrayan Defence Ministry"),
        ("the same ministry", "Velm Foreign Ministry"),
        ("the army", None),
        ("a ministry", None),
        ("the government", None),
        ("the Palace", None),
    ],
)
def test_the_ministry_is_the_one_that_spoke_last(phrase: str, name: str | None) -> None:
    found = same_body(HERE, phrase, MINISTRIES)
    assert (found.name if found else None) == name


def test_it_is_a_body_before_it_is_a_source_or_a_picture() -> None:
    earlier = [told(10, "Ostrayan army", "body", "Ostraya"), told(90, "intelligence from several sources", "described")]
    found = last_body(HERE, "it", earlier, several=False)
    assert found is not None
    assert (found.name, found.party) == ("Ostrayan army", "Ostraya")
    alone = last_body(HERE, "it", earlier[1:], several=False)
    assert alone is not None
    assert alone.name == "intelligence from several sources"


def test_it_is_not_two_who_spoke_as_one_and_they_are() -> None:
    earlier = [told(10, "Ostrayan army", "body", "Ostraya"), told(90, "Ostraya; Velm", "several", "Ostraya; Velm")]
    names = [getattr(last_body(HERE, word, earlier, several=word == "they"), "name", "") for word in ("it", "they")]
    assert names == ["Ostrayan army", "Ostraya; Velm"]


@pytest.mark.parametrize(
    ("name", "kind", "may"),
    [
        ("Ana Orlin", "person", True),
        ("a rebel commander", "described", True),
        ("two operatives", "described", False),
        ("the media of the north", "described", False),
        ("Ostrayan army", "body", False),
    ],
)
def test_he_is_one_person(name: str, kind: str, may: bool) -> None:
    assert may_be_he(Speaker(name, "", (), kind)) is may


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The field commander", "a rebel field commander of the north"),
        ("the commander", "a rebel field commander of the north"),
        ("the nurse", None),
        ("the north", None),
        ("a commander", None),
    ],
)
def test_who_is_not_named_is_pointed_back_to_by_the_head_of_his_description(phrase: str, name: str | None) -> None:
    found = described_again(HERE, phrase, [told(10, "a rebel field commander of the north", "described", "Velm")])
    assert (found.speaker.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Orlin. The Velm Guard attacked a column on 19 July. It claims nine dead.", "Velm Guard"),
        ("Velm Guard fighters seized a post. It claims nine dead.", "Velm Guard fighters"),
        ("The Velm Guard is strong. It claims nine dead.", None),
        ("The Velm Guard attacked a column.\n\nIt claims nine dead.", None),
    ],
)
def test_it_is_who_acts_in_the_sentence_before(text: str, who: str | None) -> None:
    at = text.index("It claims")
    found = acting_before(text, Span(at, at + 2), ())
    assert (text[found.start : found.end] if found else None) == who
    assert acting_before(text, Span(at, at + 2), [told(at - 10, "Ostrayan army", "body")]) is None
