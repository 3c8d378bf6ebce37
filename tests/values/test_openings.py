"""Expressions that are tried only where they can begin find what they find everywhere."""

import re
from pathlib import Path

import pytest

from sayso.reading.stance import stances
from sayso.values.name_kinds import _signs
from sayso.values.number_forms import number_pattern
from sayso.values.openings import Wordings, openings

WORDINGS = {
    "numbers": number_pattern(),
    **{f"stance {stance}": words for stance, words in stances().content},
    **{f"sign {number}": sign.words for number, sign in enumerate(_signs())},
}
TEXTS = [
    path.read_text(encoding="utf8")
    for path in sorted((Path(__file__).parents[2] / "training" / "data").glob("*-01.txt"))
]


@pytest.mark.parametrize("name", WORDINGS)
def test_found_is_what_the_whole_expression_finds(name: str) -> None:
    words = WORDINGS[name]
    assert len(TEXTS) > 3
    for text in TEXTS:
        assert [m.span() for m in words.finditer(text)] == [m.span() for m in words.full.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?:on|at)? ?Monday", {"on mo", "onmon", "at mo", "atmon", " mond", "monda"}),
        (r"[\d.,]+ km", {"0", ".", ","}),
        (r"\bno(?! one)\b", {"no"}),
        (r"^\W*may", {"\x02"}),
        (r"x*y", {"x", "y"}),
        (r"the\s+\n?\s*end", {"the e"}),
        (r"=b?", {"=", "=b"}),
        (r"a{0,2}b", {"a", "b"}),
        (r"(?:the )?", set()),
        (r"[^a]b", set()),
        (r"(?i)b", set()),
    ],
)
def test_openings_of_an_expression(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


@pytest.mark.parametrize("text", ["MAY", "\u0130n may", "\u017fold in May", "\u212am 4", "4 km, \u0661 km", ""])
def test_letters_that_are_alike_without_regard_to_case(text: str) -> None:
    words = Wordings.of(r"in may|sold|km|may|\d km")
    assert [m.span() for m in words.finditer(text)] == [m.span() for m in words.full.finditer(text)]


def test_a_slice_is_searched_as_the_engine_does() -> None:
    words, text = Wordings.of(r"\b(?:may|may be)\b", r"(?<!\w)"), "It may be in May."
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            found, expected = words.search(text, start, end), words.full.search(text, start, end)
            assert (found and found.span()) == (expected and expected.span())
    assert words.full.flags & re.IGNORECASE
