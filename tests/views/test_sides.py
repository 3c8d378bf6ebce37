from __future__ import annotations

from dataclasses import replace

from tests.views.briefs import BRIEF, STATEMENT

from sayso.types import Opposed
from sayso.views.sides import sides_lines, sides_shape
from sayso.views.terminal import text_of

SHOWN = Opposed(("Osk", "Velmara"), 3, "text", ("the text: Osk accuses Velmara, 3 times",), (STATEMENT.id,))


def test_who_opposes_whom_with_the_places_that_show_it() -> None:
    text = text_of(sides_lines(replace(BRIEF, statements=(STATEMENT,), sides=(SHOWN,)), width=90))
    assert text.splitlines() == [
        "Osk against Velmara (text)",
        "    the text: Osk accuses Velmara, 3 times",
        "    shown by  [R1 63-106]",
    ]


def test_no_sides() -> None:
    assert text_of(sides_lines(replace(BRIEF, sides=()), width=80)) == "No side stands against another.\n"


def test_sides_as_json() -> None:
    (shape,) = sides_shape(replace(BRIEF, sides=(SHOWN,)))
    assert shape["parties"] == ["Osk", "Velmara"]
    assert shape["statements"] == [STATEMENT.id]
    assert (shape["source"], shape["weight"]) == ("text", 3)
