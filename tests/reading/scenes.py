"""A report with its names, for what reads claims and figures from it."""

from __future__ import annotations

from datetime import date

from sayso.reading.claim_scene import Scene
from sayso.reading.named import Named
from sayso.reading.sentences import sentences
from sayso.types import Report, Span, Stance, Statement

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


def said(text: str, content: str, *, party: str = "Vell", cue: str = "said", stance: Stance = "asserts") -> Statement:
    at, around = (Span(text.index(words), text.index(words) + len(words)) for words in (cue, content))
    return Statement("s1", "r1", (), (at,), (around,), "indirect", "a colonel", party, "", stance, "2021-03-01")
