"""Interviews whose answers have no names before them."""

from __future__ import annotations

from time import perf_counter

import pytest

from sayso.reading.interviews import carry_answers, interview_in, questions_in
from sayso.reading.roster import Person
from sayso.reading.sentences import sentences
from sayso.types import Attribution, Span

OPENING = "General Ilmo Reth of Velgoria received us in Orlin on Friday."
TURNS = """So the town is lost to you?

We left the hill. Our men hold the mill.

So you confirm the retreat.

I never said that. Anyone who claims it is lying.

Your army is said to have used gas. Is that so?

It's not true. The Red Lamp speaks of smoke.

Ostria says that it holds the bridge.

They hold nothing there.

Will you talk?

There were no talks."""
TEXT = f"{OPENING}\n\n{TURNS}\n\nOstria's ministry did not answer a request for comment."


def spans_of(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def persons_of(text: str) -> list[Person]:
    return [Person("Ilmo Reth", list(spans_of(text, "Ilmo Reth")))]


def answered(*read: Attribution, text: str = TEXT) -> list[tuple[str, str]]:
    """Source and content of each statement."""
    found = carry_answers(text, persons_of(text), read, sentences(text))
    return [
        (
            " ".join(text[s.start : s.end] for s in each.source),
            " ".join(text[s.start : s.end] for s in each.content),
        )
        for each in found
    ]


def test_the_answers_are_the_words_of_whoever_is_asked() -> None:
    said = answered()
    assert ("Ilmo Reth", "Our men hold the mill") in said
    assert ("Ilmo Reth", "It's not true") in said
    assert ("Ilmo Reth", "There were no talks") in said
    assert not any(words in content for _, content in said for words in ("confirm", "bridge", "request"))


def test_i_is_whoever_is_asked_and_nobody_with_a_name_takes_the_words_away() -> None:
    mine = Attribution(
        (Span(TEXT.index("I never"), TEXT.index("I never") + 1),),
        spans_of(TEXT, "never said"),
        (),
    )
    anyone = Attribution(spans_of(TEXT, "Anyone who"), spans_of(TEXT, "claims"), spans_of(TEXT, "it is lying"))
    named = Attribution(spans_of(TEXT, "The Red Lamp"), spans_of(TEXT, "speaks"), spans_of(TEXT, "of smoke"))
    said = answered(mine, anyone, named)
    assert said[0] == ("Ilmo Reth", "")
    assert ("Ilmo Reth", "Anyone who claims it is lying") in said
    assert ("The Red Lamp", "of smoke") in said
    assert ("Anyone who", "it is lying") not in said


def test_the_questions_are_nobodys_but_what_they_say_that_others_say() -> None:
    asked = [TEXT[each.start : each.end] for each in questions_in(TEXT, sentences(TEXT))]
    assert asked[0].startswith("So the town")
    assert "So you confirm the retreat." in asked
    assert not any("bridge" in each for each in asked)


@pytest.mark.parametrize(
    "text",
    [
        f"Ilmo Reth wrote to this paper.\n\n{TURNS}",  # a letter
        "We spoke to those who know the war.\n\nWho holds Orlin?\n\nVelgoria does.\n\nWho holds the mill?\n\nNobody "
        "does.\n\nWhat comes next?\n\nTalks, perhaps.",  # an explainer
        f"{OPENING}\n\nThe front is quiet. Who would have thought so?\n\nHe walks with a stick.",  # a portrait
        f"{OPENING}\n\n" + TURNS.replace("So the town", "Q: So the town"),  # with names before what is said
    ],
)
def test_other_texts_with_questions_are_no_interviews(text: str) -> None:
    assert interview_in(text) is None


def test_a_long_text_takes_no_time() -> None:
    began = perf_counter()
    interview_in("We spoke to them? " * 1_200)
    interview_in("x\n \n" * 5_000 + "?")
    assert perf_counter() - began < 2
