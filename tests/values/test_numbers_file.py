"""numbers.toml: the values of vague words as a user gives them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NumbersError
from sayso.values.numbers import find_quantities
from sayso.values.numbers_file import NumberWords, read_number_words


def test_a_set_is_taken_and_a_word_of_it_changed() -> None:
    words = read_number_words('use = "ucdp"\n[words]\n"dozens" = { low = 24, best = 36, high = 99 }')
    dozens, hundreds = find_quantities("Dozens were killed, hundreds wounded.", words=words.values)
    assert (dozens.low, dozens.best, dozens.high) == (24, 36, 99)
    assert (hundreds.low, hundreds.best, hundreds.high) == (200, 200, 200)


def test_no_file_changes_nothing() -> None:
    assert not NumberWords()
    assert read_number_words("").values["dozens"] == {"low": 24, "best": 24}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("use =", "no TOML"),
        ('use = "own"', "is no set"),
        ("use = []", "is no set"),
        ("[words]\nmany = { low = 5, best = 5 }", "no word of the table"),
        ("[words]\ndozens = 24", "needs low and best"),
        ("[words]\ndozens = { low = 30, best = 24 }", "must not fall"),
        ("[words]\ndozens = { low = -1, best = 24 }", "from 0 on"),
        ("other = 1", "are known"),
    ],
)
def test_a_mistake_is_named_with_the_file(text: str, fault: str) -> None:
    with pytest.raises(NumbersError, match=fault) as caught:
        read_number_words(text, "my/numbers.toml")
    assert str(caught.value).startswith("my/numbers.toml: ")


@given(st.text(max_size=60))
def test_any_text_is_values_or_a_named_error(text: str) -> None:
    with suppress(NumbersError):
        assert read_number_words(text)
