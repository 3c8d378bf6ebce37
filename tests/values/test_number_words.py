from __future__ import annotations

import re

import pytest

from sayso.values.number_words import GAP, any_of

WORDS = ["at least", "at most", "about", "as many as", "as", "a", "more than", "more", "over", "one", "on"]
CASED = ["MAY", "May", "may", "March", "MARCH", "Mar", "Monday", "mon"]


def one_by_one(words: list[str]) -> str:
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in longest) + ")"


@pytest.mark.parametrize("words", [WORDS, CASED, [*WORDS, *CASED], ["two"], ["ab", "abc", "abcd", "abce", "b"]])
@pytest.mark.parametrize("flags", [re.IGNORECASE, re.NOFLAG])
@pytest.mark.parametrize("edge", ["", r"\b"])
def test_alternatives_behind_their_first_letter_match_as_one_by_one(
    words: list[str], flags: re.RegexFlag, edge: str
) -> None:
    text = "At  least one, as many\nas two; About MARCH, may be May or mon(day) abcde abcd abc a on one. More than over"
    found, wanted = (
        [match.span() for match in re.finditer(pattern + edge, text, flags)]
        for pattern in (any_of(words), one_by_one(words))
    )
    assert found == wanted
    assert found
