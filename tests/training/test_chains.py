"""Paragraphs with marks: the text without them, the names, whom each pronoun stands for."""

from __future__ import annotations

import pytest
from training.chains import FOLDER, read_line, reference_samples

LINE = (
    "{Mira Tolan|p1} met {Ada Welk|p2} in {Torvik|LOC}; "
    "{the younger woman|p2} saw {her|p1} {brother|p3} as {he|p3} left."
)


def test_marks_are_taken_out_and_say_who_is_meant() -> None:
    found = read_line("x/1", LINE)
    assert found.text == "Mira Tolan met Ada Welk in Torvik; the younger woman saw her brother as he left."
    assert [(found.text[a:b], kind) for a, b, kind in found.names or ()] == [
        ("Mira Tolan", "PER"),
        ("Ada Welk", "PER"),
        ("Torvik", "LOC"),
    ]
    links = {found.text[one.start : one.end]: [found.text[a:b] for a, b in one.targets] for one in found.links or ()}
    assert links == {"her": ["Mira Tolan"], "woman": ["Ada Welk"], "he": ["brother"]}


def test_a_broken_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="x/2"):
        read_line("x/2", "{Mira|p1 met nobody.")


def test_every_paragraph_has_two_persons_and_pronouns() -> None:
    samples = list(reference_samples())
    assert samples, FOLDER
    for sample in samples:
        assert len({name for name in sample.names or () if name[2] == "PER"}) > 1, sample.id
        assert len(sample.links or ()) > 1, sample.id
