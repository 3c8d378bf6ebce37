from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.claim_scene import Scene
from sayso.reading.figures import read_figures
from sayso.reading.named import Named
from sayso.reading.sentences import sentences
from sayso.types import Figure, Report, Span, Statement

PLACES = ("Orlin", "Tamm")
PARTIES = ("Ostria", "Vell")


def scene(text: str, *statements: Statement) -> Scene:
    named = [
        Named(Span(i, i + len(words)), words, "place" if words in PLACES else "party", "" if words in PLACES else words)
        for words in (*PLACES, *PARTIES)
        for i in range(len(text))
        if text.startswith(words, i)
    ]
    named.sort(key=lambda n: n.span)
    return Scene(Report("r1", text, "1.txt"), date(2021, 3, 2), sentences(text), statements, named, lambda words: "")


def figures(text: str) -> list[Figure]:
    return read_figures(scene(text))


@pytest.mark.parametrize(
    ("text", "what", "of", "best", "unit"),
    [
        ("Some 140 soldiers of Vell were killed.", "killed", "Vell", 140, "people"),
        ("Vell says that 31 men were wounded.", "injured", "Vell", 31, "people"),
        ("Orlin lies eleven kilometres from Tamm.", "distance", "Orlin - Tamm", 11, "km"),
        ("Orlin had 4,000 inhabitants.", "inhabitants", "Orlin", 4000, "people"),
        ("About 9,000 people have fled their homes.", "displaced", "", 9000, "people"),
        ("Ostria has taken 48 villages.", "settlements", "Ostria", 48, "villages"),
    ],
)
def test_what_a_number_counts_and_of_whom(text: str, what: str, of: str, best: float, unit: str) -> None:
    [figure] = figures(text)
    assert (figure.what, figure.of, figure.best, figure.unit) == (what, of, best, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They fought for 30 years.",
        "It fell 3 days later.",
        "A boy aged 12 was there.",
        "They met at 10 a.m.",
        "Nobody.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert figures(text) == []


def test_who_counts_and_as_of_when() -> None:
    text = "Vell said that 31 men were killed. Then 40 were wounded."
    content = (Span(15, 33),)
    said = Statement("s1", "r1", (), (), content, "indirect", "a colonel", "Vell", "", "asserts", "2021-03-01")
    told, own = read_figures(scene(text, said))
    assert (told.statement, told.by, told.as_of) == ("s1", "a colonel", "2021-03-01")
    assert (own.statement, own.by, own.as_of) == (None, "", "2021-03-02")


def test_offsets_are_those_of_the_report() -> None:
    text = "Nobody knows why.\n\nAt least 12 people were killed. Another 5 are missing."
    assert [text[f.span.start : f.span.end].split()[-1] for f in figures(text)] == ["12", "5"]
    assert [f.new for f in figures(text)][-1] is True
