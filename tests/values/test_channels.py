from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.values.channels import channel_of


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("wrote on Facebook that evening", "facebook"),
        ("posted on X", "twitter"),
        ("a tweet", "twitter"),
        ("said on his Telegram channel", "telegram"),
        ("said by telephone", "telephone"),
        ("told state television", "tv"),
        ("on the radio", "radio"),
        ("in a speech", "speech"),
        ("told the Meridian news agency", "news agency"),
        ("in a letter to the council", "letter"),
        ("said in an interview with", "interview"),
        ("at a press conference", "press conference"),
        ("in a statement", "press statement"),
        ("A TWEET", "twitter"),
    ],
)
def test_the_words_of_a_cue_name_the_channel(words: str, channel: str) -> None:
    assert channel_of(words) == channel


@pytest.mark.parametrize("words", ["", "said on Monday", "telegraph", "on Xenia", "tweeters of the old wireless"])
def test_other_words_name_none(words: str) -> None:
    assert channel_of(words) == ""


@given(st.text(max_size=60))
def test_no_words_are_an_error(words: str) -> None:
    assert isinstance(channel_of(words), str)
    assert channel_of(words + " on Facebook") != ""
