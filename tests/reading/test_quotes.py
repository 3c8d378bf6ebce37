"""Quotations, broken marks included, and how a statement quotes."""

from __future__ import annotations

import pytest

from sayso.reading.quotes import find_quotations, is_carried, is_speech, quote_kind
from sayso.types import Span


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text)]


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Shusha is ours! Karabakh is ours! ”Aliyev said.", ["Shusha is ours! Karabakh is ours!"]),
        ('"We hold," he said. "All of it."', ["We hold,", "All of it."]),
        ("„Wir halten“, sagte er.", ["Wir halten"]),
        ("«Tenemos la ciudad», dijo.", ["Tenemos la ciudad"]),
        ("HE SAID QUOTE NOT ONE METER UNQUOTE TO ALL.", ["NOT ONE METER"]),
        ("The rebels' camp and the army's post.", []),
        ("“It never closes\n\nand this is another paragraph.", ["It never closes"]),
        ("a “technical failure of the left engine ”, it said", ["technical failure of the left engine"]),
    ],
)
def test_quotations_are_found(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_offsets_are_exact_and_marks_outside() -> None:
    text = "He said: “ We hold. ” Then he left."
    [quotation] = find_quotations(text)
    assert text[quotation.inner.start : quotation.inner.end] == "We hold."
    assert text[quotation.outer.start : quotation.outer.end] == "“ We hold. ”"


def test_speech_is_told_from_quoted_words() -> None:
    text = "He praised “complete vindication” and said: “We were right.”"
    words, speech = find_quotations(text)
    assert not is_speech(text, words)
    assert is_speech(text, speech)


@pytest.mark.parametrize(
    ("text", "content", "cue", "kind"),
    [
        ("“The town is ours,” the general said.", "The town is ours,", "said", "direct"),
        ("The general hailed “complete vindication” in Sakhvari.", "“complete vindication”", "hailed", "mixed"),
        ("The general said the town had fallen.", "the town had fallen", "said", "indirect"),
        ("“Your ministry swore that no plane was missing.”", "no plane was missing", "swore", "indirect"),
    ],
)
def test_kind_of_quote(text: str, content: str, cue: str, kind: str) -> None:
    assert quote_kind(text, find_quotations(text), (span(text, content),), cue=(span(text, cue),)) == kind


def test_a_transcript_is_direct() -> None:
    text = "Presenter: Was the plane shot down?\n\nMinister: Everything points to the engine.\n"
    content = (span(text, "Everything points to the engine."),)
    assert is_carried(text, content)
    assert quote_kind(text, [], content, cue=(span(text, ":"),)) == "direct"


def test_a_line_of_a_live_blog_is_not_direct() -> None:
    text = "18:55 Ministry: column turned round\n"
    assert quote_kind(text, [], (span(text, "column turned round"),), cue=(span(text, ": c"),)) == "indirect"


def test_nothing_quoted_is_indirect() -> None:
    assert quote_kind("", [], ()) == "indirect"


def test_a_quotation_may_run_on_over_paragraphs() -> None:
    text = "They wrote: «We took the mill.\n\nWe keep it.» He said “no” and “yes”."
    first, *rest = find_quotations(text)
    assert text[first.inner.start : first.inner.end] == "We took the mill.\n\nWe keep it."
    assert first.closed
    assert [text[q.inner.start : q.inner.end] for q in rest] == ["no", "yes"]
