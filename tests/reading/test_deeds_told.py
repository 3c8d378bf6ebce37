"""What somebody did, which is not what somebody said."""

from __future__ import annotations

import pytest

from sayso.reading.deeds_told import without_deeds
from sayso.types import Attribution, Span


def told(text: str, source: str, cue: str, content: str) -> Attribution:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    return Attribution((spans[0],), (spans[1],), (spans[2],))


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [("Vell guards", "attempted", "to seize the mill"), ("The rebels", "have tried to", "enter Orlin")],
)
def test_what_somebody_tried_to_do_is_no_statement(source: str, cue: str, content: str) -> None:
    text = f"{source} {cue} {content}."
    assert without_deeds(text, [told(text, source, cue, content)]) == []


def test_whom_somebody_met_said_nothing_of_it() -> None:
    text = "Ruvo raised the shelling in a call with Ana Osk."
    assert without_deeds(text, [told(text, "Ana Osk", "call with", "the shelling")]) == []


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Ruvo", "tried", "to explain that the mill had burnt"),
        ("Ruvo", "has tried to", "assure them that all is calm"),
        ("Ruvo", "said after a call with Osk", "the mill had burnt"),
    ],
)
def test_who_tries_to_say_something_says_it(source: str, cue: str, content: str) -> None:
    text = f"{source} {cue} {content}."
    given = told(text, source, cue, content)
    assert without_deeds(text, [given]) == [given]
