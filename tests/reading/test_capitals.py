"""Capitals: a town where something happens, a government where something is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.scenes import scene

from sayso.reading.capitals import is_capital_here
from sayso.reading.claim_scene import Earlier, Scene
from sayso.reading.named import Named
from sayso.reading.places import place_of
from sayso.reading.triggers import Trigger
from sayso.types import Span


def capital(text: str, words: str = "Khartoum") -> Named:
    at = text.index(words)
    return Named(Span(at, at + len(words)), words, "party", "Sudan")


def with_capital(text: str, words: str = "Khartoum", title: str = "") -> Scene:
    made = scene(text)
    named = sorted([*made.named, capital(text, words)], key=lambda name: name.span)
    span = Span(0, len(title)) if title else None
    return replace(made, named=named, report=replace(made.report, title_span=span))


@pytest.mark.parametrize(
    "text",
    [
        "They hold the mint in downtown Khartoum.",
        "Offices in central Khartoum fell.",
        "Parts of southern Khartoum are theirs.",
        "The army has retaken Khartoum.",
    ],
)
def test_a_capital_where_something_happens_is_a_town(text: str) -> None:
    assert is_capital_here(text, capital(text))


@pytest.mark.parametrize(
    "text",
    ["Khartoum says that it fell.", "A charge against Khartoum was made.", "Aid to Khartoum stopped."],
)
def test_a_capital_that_speaks_is_a_government(text: str) -> None:
    assert not is_capital_here(text, capital(text))


def test_a_state_is_no_town() -> None:
    text = "They hold posts in Sudan."
    assert not is_capital_here(text, capital(text, "Sudan"))


def place(text: str, words: str = "control") -> str:
    at = text.index(words)
    whole = Span(0, len(text))
    trigger = Trigger("control", "gained", Span(at, at + len(words)), words)
    return place_of(with_capital(text), trigger, whole, whole, Earlier())


def test_who_has_the_palace_in_a_capital_is_told_of_the_capital() -> None:
    assert place("It has full control of the mint in downtown Khartoum.") == "Khartoum"
    assert place("It has full control of Orlin, said Khartoum.") == "Orlin"
    assert place("After talks in Khartoum it has full control of Orlin.") == "Orlin"


def test_a_report_is_about_the_capital_in_its_headline() -> None:
    title = "Army takes the mint in central Khartoum"
    text = f"{title}\n\nThe troops came from Orlin."
    assert with_capital(text, title=title).main_place == "Khartoum"
    other = text.replace(" in central Khartoum", ", Khartoum says")
    assert with_capital(other, title=other.partition("\n")[0]).main_place == "Orlin"
