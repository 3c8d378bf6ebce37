"""Names: whole words, and the type that the text itself gives away."""

from __future__ import annotations

import pytest

from sayso.reading.naming import find_names, name_records
from sayso.types import Span


def typed(text: str, *tagged: tuple[str, str]) -> list[tuple[str, str]]:
    marks = [(kind, Span(text.index(words), text.index(words) + len(words))) for kind, words in tagged]
    return [(kind, text[s.start : s.end]) for kind, s in find_names(text, marks)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Mevlüt Cavusoglu spoke.", [("PER", "Mevlüt Cavusoglu")]),
        ("It fell in Drozhnitsa today.", [("LOC", "Drozhnitsa")]),
        ("The Ministry of Defence of Velgoria said so.", [("ORG", "Ministry of Defence of Velgoria")]),
        ("The rebels left.", []),
        ("It was Miss Diem who spoke.", [("PER", "Diem")]),
        ("Key Orlin bridge falls\n\nThe key town lies west of Orlin.", [("MISC", "Orlin")] * 2),
        ("“Ours!” Said Orlin, who met President Tamm Orlin.", [("PER", "Orlin"), ("PER", "Tamm Orlin")]),
        ("They fired from Post No. 9 at dawn.", [("LOC", "Post No. 9")]),
        ("They fired from Hill 214 at dawn.", [("LOC", "Hill 214")]),
        ("It fell in the Line of Contact.", [("LOC", "Line of Contact")]),
        ("Shots fell in Orlin Friday.", [("LOC", "Orlin")]),
        ("They speak of Bloody Sunday.", [("MISC", "Bloody Sunday")]),
        ("They met Navy Capt. Ilmo Orlin again.", [("PER", "Ilmo Orlin")]),
        ("A Spokesman Says so.", []),
        ("The Front-held part burnt.", []),
        ("Near Tamm, in Tamm, shots fell.", [("LOC", "Tamm")] * 2),
        ("So says a diplomat. Tamm has fallen, in Tamm nobody slept.", [("LOC", "Tamm")] * 2),
    ],
)
def test_types(text: str, found: list[tuple[str, str]]) -> None:
    assert typed(text) == found


def test_a_piece_of_a_word_is_widened_to_the_name() -> None:
    assert typed("The envoy met Velgoria's army.", ("LOC", "Vel")) == [("LOC", "Velgoria")]


def test_a_lone_name_that_the_model_takes_for_a_person_is_one() -> None:
    text = "The group promised to avenge {} before long."
    assert typed(text.format("Sark"), ("PER", "Sark")) == [("PER", "Sark")]
    assert typed(text.format("Sark province"), ("PER", "Sark")) == [("LOC", "Sark")]
    assert typed("In Sark shots fell. " + text.format("Sark"), ("PER", "Sark")) == [("LOC", "Sark")] * 2


def test_a_family_name_may_lack_its_article() -> None:
    text = "General Dorin al-Pogossjan spoke. Then Pogossjan left."
    assert typed(text) == [("PER", "Dorin al-Pogossjan"), ("PER", "Pogossjan")]


def test_a_family_name_alone_is_its_bearer() -> None:
    text = "President Wagram Pogossjan spoke. Then Pogossyan left."
    [record] = name_records(text, find_names(text, []))
    assert (record.name, len(record.spans)) == ("Wagram Pogossjan", 2)
