from __future__ import annotations

from typing import Any

import pytest

from sayso.reading.quoted import find_quoted
from sayso.types import Span

TEXT = (
    "Reth said the town had fallen. “We hold it”, said Amin, “and we will\nhold it”, and he said that others said so. "
    "Amin declined to comment."
)
WHOLE = Span(0, len(TEXT))


def find(*statements: Any, names: Any = (), stretch: Span = WHOLE) -> tuple[list[list[list[str]]], list[str]]:
    """The words of source, cue and content of each statement, and why others were refused."""
    (found, _), refused = find_quoted(TEXT, stretch, {"statements": list(statements), "names": names})
    parts = [[[f"{s.start} {TEXT[s.start : s.end]}" for s in p] for p in (a.source, a.cue, a.content)] for a in found]
    return parts, [f"{each.number}: {each.why}" for each in refused]


def row(source: str, cue: str, *content: str) -> dict[str, Any]:
    return {"source": [source], "cue": [cue], "content": list(content)}


def test_each_cue_is_the_one_beside_its_own_statement() -> None:
    found, refused = find(
        row("Reth", "said", "the town had fallen"),
        row("Amin", "said", "We hold it", "and we will hold it"),
        row("he", "said", "others said so"),
        {"source": "Amin", "cue": "declined to comment", "content": []},
    )
    assert refused == []
    assert found == [
        [["0 Reth"], ["5 said"], ["10 the town had fallen"]],
        [["50 Amin"], ["45 said"], ["32 We hold it", "57 and we will\nhold it"]],
        [["83 he"], ["86 said"], ["96 others said so"]],
        [["112 Amin"], ["117 declined to comment"], []],
    ]


def test_the_second_of_two_places_is_for_the_second_statement() -> None:
    found, _ = find(
        row("Reth", "said", "the town had fallen"), row("he", "said", "others said so"), row("others", "said", "so")
    )
    assert found[2] == [["96 others"], ["103 said"], ["108 so"]]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (row("Reth", "said", "the town has fallen"), "1: not in the text: “the town has fallen”"),
        (row("Ret", "said", "the town had fallen"), "1: not in the text: “Ret”"),
        (row("Reth", "said", "the town", "the town had"), "1: in the text, but not beside the rest of the statement"),
        ({"source": [], "cue": [], "content": []}, "1: no words at all"),
        ({"source": [4], "cue": [], "content": []}, "1: source, cue and content are no lists of strings"),
        ("Reth said", "1: source, cue and content are no lists of strings"),
    ],
)
def test_what_is_not_in_the_text_is_refused_with_its_number(given: Any, why: str) -> None:
    found, refused = find(given)
    assert found == []
    assert refused[0].startswith(why)


def test_two_may_share_one_cue() -> None:
    found, refused = find(row("Reth", "said", "the town"), row("Reth", "declined", "fallen"))
    assert (len(found), refused) == (2, [])


def test_only_the_stretch_that_the_model_saw_is_looked_at() -> None:
    found, _ = find(row("Amin", "declined", "comment"), stretch=Span(110, len(TEXT)))
    assert found == [[["112 Amin"], ["117 declined"], ["129 comment"]]]
    assert find(row("Reth", "said", "the town had fallen"), stretch=Span(110, len(TEXT)))[0] == []


def test_a_name_is_found_wherever_it_stands_as_a_whole_word() -> None:
    names = [{"type": "PER", "text": "Amin"}, {"type": "PER", "text": "Ami"}, {"type": "LOC"}, "Reth"]
    (_, found), refused = find_quoted(TEXT, WHOLE, {"names": names})
    assert found == [("PER", Span(50, 54)), ("PER", Span(112, 116))]
    assert [(each.kind, each.number) for each in refused] == [("name", 2), ("name", 3), ("name", 4)]


@pytest.mark.parametrize("answer", [{}, {"statements": None, "names": 4}, {"statements": {}, "names": "x"}])
def test_an_empty_answer(answer: dict[str, Any]) -> None:
    assert find_quoted(TEXT, WHOLE, answer) == (([], []), [])
