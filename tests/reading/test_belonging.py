from __future__ import annotations

import numpy as np
import pytest

from sayso.reading.belonging import Belonging, is_open, likeness
from sayso.reading.meanings import LAYERS, TABLES, Judge, Layer, Meanings, Pointer
from sayso.types import Span

TEXT = "Tassa and Ostria met Vell. Tassa left."
OFFSETS = [(0, 5), (6, 9), (10, 16), (17, 20), (21, 25), (25, 26), (27, 32), (33, 37), (37, 38)]


def layer(rows: int, columns: int, value: float = 0.0) -> Layer:
    return Layer(np.full((rows, columns), value, dtype=np.float32), np.zeros(rows, dtype=np.float32))


def pointer(**tables: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Pointer:
    """A pointer that knows nothing but what its tables say."""
    sizes = {"nothing": (1, 2), "near": (1, 2)}
    layers = {name: layer(*sizes.get(name, (2, 2))) for name in LAYERS}
    plain = {"away": (18, 1), "alike": (3, 1), "near_away": (18, 2), "near_alike": (3, 2)}
    return Pointer(layers, {name: tables.get(name, np.zeros(plain[name], dtype=np.float32)) for name in TABLES})


def belonging(points: Pointer | None) -> Belonging | None:
    rows = np.zeros((len(OFFSETS), 2), dtype=np.float32)
    judge = Judge((), (), layer(2, 4), layer(0, 2), layer(0, 2), layer(1, 2))
    return Belonging.of(TEXT, Meanings(OFFSETS, rows, judge, points))


def nobody(name: str) -> bool:
    return False


def anybody(name: str) -> bool:
    return True


def near() -> Pointer:
    """One that points to what stands two pieces behind it or one."""
    away = np.full((18, 1), -9.0, dtype=np.float32)
    away[9 + 1] = 9.0  # those that come 1 or 2 pieces later
    return pointer(away=away)


def test_a_speaker_is_tied_to_names_outside_its_own_words() -> None:
    even = belonging(pointer())
    assert even is not None
    assert dict(even.ties([Span(6, 9)], anybody)) == pytest.approx({"Tassa": 0.4, "Ostria": 0.2, "Vell": 0.2})
    found = belonging(near())
    assert found is not None
    assert dict(found.ties([Span(6, 9)], anybody))["Ostria"] > 0.99  # "and", one piece before
    assert "Ostria" not in dict(found.ties([Span(6, 16)], anybody))
    assert found.ties([], anybody) == ()


def test_from_a_name_whose_party_nobody_knows_the_pointer_goes_on() -> None:
    found = belonging(near())
    assert found is not None
    assert "Vell" not in dict(found.ties([Span(6, 9)], anybody))
    assert dict(found.ties([Span(6, 9)], lambda name: name != "Ostria"))["Vell"] > 0.9  # two pieces behind Ostria
    assert sum(share for _, share in found.ties([Span(6, 9)], nobody)) <= 1.001


def test_a_model_without_a_pointer_ties_nothing() -> None:
    assert belonging(None) is None


@pytest.mark.parametrize(
    ("words", "name", "alike"),
    [
        ("Ostria", "Ostrian", 1),
        ("Dorin Tassa", "Tassa", 2),
        ("Ostria", "Vell", 0),
        ("the Front", "the Army", 0),
        ("Col", "Colmar", 0),
    ],
)
def test_likeness(words: str, name: str, alike: int) -> None:
    assert likeness(words, name) == alike


def test_a_pointer_goes_to_other_words_in_another_place() -> None:
    assert is_open("Vell", Span(0, 4), "Ostria", Span(5, 11))
    assert not is_open("Vell", Span(0, 4), "Vell", Span(5, 9))
    assert not is_open("of Ostria", Span(2, 11), "Ostria", Span(5, 11))
