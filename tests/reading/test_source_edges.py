"""Where a source ends: before its verb, within the sentence of its cue."""

from __future__ import annotations

import pytest

from sayso.reading.page import Page
from sayso.reading.sentences import sentences
from sayso.reading.source_edges import keep_near_source, leave_verb
from sayso.types import Attribution, Span


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("he replied that the army", "he"),
        ("Ana Ruvo has said", "Ana Ruvo"),
        ("officials who said they were there", "officials who said they were there"),
        ("the man told of by Osk", "the man told of by Osk"),
    ],
)
def test_a_source_holds_no_verb_of_saying(source: str, kept: str) -> None:
    text = f"Asked again, {source} had left."
    page = Page(text, sentences(text), [], ())
    read = Attribution((place(text, source),), (), (place(text, "left"),))
    changed = leave_verb(page, read, [read])
    assert changed is not None
    assert changed.source == (place(text, kept),)


def test_of_a_source_in_pieces_that_of_the_own_sentence_counts() -> None:
    text = "Osk was silent. Ruvo said the mill burnt."
    sources = (place(text, "Osk"), place(text, "Ruvo"))
    page = Page(text, sentences(text), [], ())
    read = Attribution(sources, (place(text, "said"),), (place(text, "the mill burnt"),))
    changed = keep_near_source(page, read, [read])
    assert changed is not None
    assert changed.source == (place(text, "Ruvo"),)
