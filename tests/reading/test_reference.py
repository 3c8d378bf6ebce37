"""References: the likeliest person, among those that the window holds."""

from __future__ import annotations

import numpy as np

from sayso.reading.decoding import Decoding, Window
from sayso.reading.reference import Reference, decode_references, mentions
from sayso.types import Span

TEXT = "Ana Tarov met Bela Orlan . She said"
OFFSETS = [(0, 3), (4, 9), (10, 13), (14, 18), (19, 24), (25, 26), (27, 30), (31, 35)]
NAMES = [("PER", Span(0, 9)), ("PER", Span(14, 24)), ("ORG", Span(10, 13))]


def settings() -> Decoding:
    none = np.zeros(0, dtype=np.float32)
    return Decoding((), (), none, none, none, none, 158, 48, 2, 0.5, 0.2, 0.01, 0.0)


def read(key: list[float], low: int = 0) -> list[Reference]:
    q = np.full((8 - low, 1), 1.0, dtype=np.float32)
    k = np.array(key[low:], dtype=np.float32)[:, None]
    return decode_references(TEXT, NAMES, [Window(low, 8, q, k)], OFFSETS, settings())


def test_the_likelier_person_is_taken() -> None:
    [found] = read([3, 3, 9, 0, 0, 0, 0, 0])
    assert (found.span, found.name) == (Span(27, 30), Span(0, 9))
    [other] = read([0, 0, 0, 3, 3, 0, 0, 0])
    assert other.name == Span(14, 24)
    assert 0.5 < other.share < 1


def test_a_person_outside_the_window_is_no_choice() -> None:
    [found] = read([9, 9, 0, 0, 0, 0, 0, 0], low=2)
    assert found.name == Span(14, 24)


def test_somebody_is_named_wherever_the_last_word_stands_again() -> None:
    text = "Ana Tarov met Bela Orlan. Tarov left; Orlan, whom Ana Tarov had warned, stayed with Tarova."
    ana, bela = Span(0, 9), Span(14, 24)
    named = mentions(text, ana, [bela])
    assert [text[s.start : s.end] for s in named] == ["Ana Tarov", "Tarov", "Ana Tarov"]
    assert [s.start for s in mentions(text, bela, [ana])] == [14, 38]


def test_a_last_word_that_another_bears_too_is_nobodys() -> None:
    text = "Ana Tarov met Ivo Tarov. Tarov left."
    assert mentions(text, Span(0, 9), [Span(14, 23)]) == [Span(0, 9)]
