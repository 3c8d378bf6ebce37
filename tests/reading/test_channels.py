"""How it was said: in the clause, or on the same occasion."""

from __future__ import annotations

import pytest

from sayso.reading.channels import channel_of_whole, named_channel
from sayso.reading.sentences import sentences
from sayso.types import Attribution, Span


def channel(text: str, source: str, cue: str, content: str) -> str:
    source_at, cue_at, content_at = (Span(text.index(w), text.index(w) + len(w)) for w in (source, cue, content))
    attribution = Attribution((source_at,), (cue_at,), (content_at,))
    return named_channel(text, attribution, [attribution], sentences(text))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        ("“We are back,” he wrote on Twitter.", "he", "wrote", "We are back,", "twitter"),
        ("He said that Twitter was down.", "He", "said", "Twitter was down", ""),
        ("An official, who asked not to be named, said no.", "An official", "said", "no", "anonymous source"),
    ],
)
def test_the_channel_of_the_clause(text: str, source: str, cue: str, content: str, found: str) -> None:
    assert channel(text, source, cue, content) == found


def test_a_communique_is_one_press_statement() -> None:
    text = (
        "Statement No. 214 of the Ministry\n\n1. The Ministry makes known this.\n\n2. It denies that.\n\n3. It ends.\n"
    )
    assert channel_of_whole(text) == ("issued", "press statement")
    assert channel_of_whole("The town fell on Friday, the army said.") == ("", "")
