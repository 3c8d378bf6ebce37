"""Whose an accusation is."""

from __future__ import annotations

import pytest
from tests.reading.test_repairs import find, put_right

from sayso.types import Attribution


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content"),
    [
        ("The Front has been accused of burning Orlin.", "The Front", "has been accused", "of burning Orlin"),
        ("Both sides have been accused of abuses.", "Both sides", "have been accused of", "abuses"),
        ("Vell was widely blamed for the raid.", "Vell", "was widely blamed", "for the raid"),
    ],
)
def test_who_has_been_accused_accuses_nobody(text: str, subject: str, cue: str, content: str) -> None:
    given = Attribution(find(text, subject), find(text, cue), find(text, content))
    assert put_right(text, given) == [("", cue, f"{subject} … {content}")]


def test_who_accuses_stands_behind_by() -> None:
    text = "The Front has been accused by Ostria of burning Orlin."
    given = Attribution(find(text, "The Front"), find(text, "has been accused"), find(text, "of burning Orlin"))
    assert put_right(text, given) == [("Ostria", "has been accused", "The Front … of burning Orlin")]
    right = Attribution(find(text, "Ostria"), find(text, "has been accused"), find(text, "of burning Orlin"))
    assert put_right(text, right) == [("Ostria", "has been accused", "of burning Orlin")]


def test_who_was_told_or_quoted_is_not_accused() -> None:
    text = "The mayor was quoted as saying that Orlin burnt."
    given = Attribution(find(text, "The mayor"), find(text, "was quoted as saying"), find(text, "Orlin burnt"))
    assert put_right(text, given) == [("The mayor", "was quoted as saying", "Orlin burnt")]


def test_an_accusation_of_nobody_is_not_that_of_a_name_in_the_headline() -> None:
    text = "Vell rejects charges\n\nORLIN - The two envoys clashed over accusations that Vell arms the rebels."
    given = Attribution(find(text, "Vell"), find(text, "accusations"), find(text, "Vell arms the rebels"))
    assert [source for source, cue, _ in put_right(text, given) if cue == "accusations"] == [""]
    own = Attribution(find(text, "The two envoys"), find(text, "accusations"), find(text, "Vell arms the rebels"))
    assert [source for source, cue, _ in put_right(text, own) if cue == "accusations"] == ["The two envoys"]
