"""Questions that a report asks, or has asked in it, of what somebody says."""

from __future__ import annotations

from time import perf_counter

import pytest

from sayso.reading.asked import is_asked
from sayso.reading.sentences import sentences
from sayso.reading.unsaid import without_unsaid
from sayso.types import Attribution, Report, Span


def attribution(text: str, source: str, cue: str) -> Attribution:
    at = text.index(source)
    said = text.index(cue, at + len(source)) if source not in ("he", "Ruvo") else text.index(cue)
    return Attribution((Span(at, at + len(source)),), (Span(said, said + len(cue)),), ())


@pytest.mark.parametrize(
    ("text", "source", "cue", "asked"),
    [
        ("How many jets does Velgoria say it lost?", "Velgoria", "say", True),
        ("What does Ostria say?\nOstria says nothing.", "Ostria", "say", True),
        ("Has the ministry really confirmed the loss?", "the ministry", "confirmed", True),
        ("DO YOU THINK THAT THE TALKS CAN BE RESUMED?", "YOU", "THINK", True),
        ("Who denies it?", "Who", "denies", True),
        ("Which of the sides claims the bridge?", "Which of the sides", "claims", True),
        ("Is it true, asked Ruvo, that the bridge fell?", "Ruvo", "asked", False),
        ("Velgoria says it lost two jets.", "Velgoria", "says", False),
        ("Velgoria says what?", "Velgoria", "says", False),
        ("Nor does Velgoria say so.", "Velgoria", "say", False),
    ],
)
def test_who_is_asked_about_says_nothing(text: str, source: str, cue: str, asked: bool) -> None:
    one = attribution(text, source, cue)
    assert is_asked(text, one, sentences(text)) is asked
    assert without_unsaid(Report("r", text, "r.txt"), [one], sentences(text)) == ([] if asked else [one])


def test_a_long_question_is_read_fast() -> None:
    text = "does " * 4_000 + "Velgoria say so?"
    start = perf_counter()
    is_asked(text, attribution(text, "Velgoria", "say"), sentences(text))
    assert perf_counter() - start < 1
