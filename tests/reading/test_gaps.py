"""What patterns add to, and put right in, what the model found."""

from __future__ import annotations

import pytest

from sayso.reading.gaps import find_gaps
from sayso.types import Attribution, Span

TEXT = "From Ostria, which calls the city Orlin, there was initially no confirmation of the loss."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_who_speaks_is_not_in_the_aside() -> None:
    read = Attribution((span("city Orlin"),), (span("no confirmation"),), (span("the loss"),))
    [found] = find_gaps(TEXT, [read], [Span(0, len(TEXT))], [])
    assert (found.source, found.cue, found.content) == ((span("Ostria"),), read.cue, read.content)


def test_a_source_that_was_read_well_stays() -> None:
    read = Attribution((span("Ostria"),), (span("no confirmation"),), (span("the loss"),))
    assert find_gaps(TEXT, [read], [Span(0, len(TEXT))], []) == [read]


BEFORE = "The general spoke at noon. There was no confirmation of the loss from Ostria."
NOBODYS = "The general spoke at noon. There was no independent confirmation of the loss."


@pytest.mark.parametrize(("text", "source"), [(BEFORE, ["Ostria"]), (NOBODYS, [])])
def test_who_spoke_in_the_sentence_before_gives_way_to_who_is_named_and_to_nobody(text: str, source: list[str]) -> None:
    first = text.index("There")
    cue = Span(text.index("no "), text.index(" of the loss"))
    read = Attribution((Span(0, 11),), (cue,), (Span(cue.end + 1, len(text) - 1),))
    [found] = find_gaps(text, [read], [Span(0, first - 1), Span(first, len(text))], [])
    assert [text[s.start : s.end] for s in found.source] == source
    assert [text[s.start : s.end] for s in found.content] == ["the loss"]


def test_those_who_come_from_somewhere_confirm_nothing() -> None:
    text = "There is no official confirmation that fighters from the Middle East are deployed there."
    assert not [found.source for found in find_gaps(text, [], [Span(0, len(text))], []) if found.source]


def test_there_is_nobody() -> None:
    text = "There has been no reply from Vell."
    read = Attribution((Span(0, 5),), (Span(6, 23),), ())
    [found] = find_gaps(text, [read], [Span(0, len(text))], [])
    assert [text[s.start : s.end] for s in found.source] == ["Vell"]


def test_whose_words_are_passed_on_does_not_begin_the_source() -> None:
    text = "The spokesman told reporters that the ministry could not confirm the loss."
    [found] = find_gaps(text, [], [Span(0, len(text))], [])
    assert [text[s.start : s.end] for s in found.source] == ["the ministry"]


def test_to_release_hostages_is_no_word_to_the_press() -> None:
    text = "The group would not release hostages without a truce."
    assert find_gaps(text, [], [Span(0, len(text))], []) == []
