"""From the model's scores to references: the name that a pronoun or "the spokesman" stands for. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.decoding import Decoding, Window
from sayso.types import Span
from sayso.values.shares import shares_of

Floats = NDArray[np.float32]
LEAST_REFERENCE = 0.05  # a name with a smaller share is no answer
PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
DEFINITE = re.compile(
    r"\b[Tt]he (?:[a-z-]+ )?(spokesman|spokeswoman|spokesperson|speaker|minister|president|premier|governor|mayor|"
    r"general|colonel|major|captain|lieutenant|commander|chief|officer|official|leader|ambassador|envoy|diplomat|politician|"
    r"deputy|secretary|head|director|doctor|lawyer|priest|bishop|king|queen|prince)\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A word or phrase that stands for a name elsewhere in the text.

    Args:
        span: the pronoun, or the noun of the phrase.
        name: the name that it stands for.
        share: how sure the model is: its share among all that the word might stand for.
    """

    span: Span
    name: Span
    share: float


def reference_shares(anaphor: int, window: Window) -> Floats:
    """How likely the piece ``anaphor`` stands for each piece of its window."""
    scores = window.k @ window.q[anaphor - window.low] / np.sqrt(window.q.shape[1])
    scores[anaphor - window.low] = -np.inf
    return shares_of(scores)


def mentions(text: str, name: Span, others: Sequence[Span]) -> list[Span]:
    """Where the bearer of ``name`` is named: there, and where all of it or its last word stands again in ``text``.

    What lies in one of ``others`` is left out, as is a last word that one of them holds: it may be of a relative.
    """
    words = text[name.start : name.end]
    last = words.split()[-1]
    held = {word for other in others for word in text[other.start : other.end].split()}
    forms = [words] if last in held else sorted({words, last}, key=len, reverse=True)
    again = re.finditer("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms), text)
    taken = [name, *others]
    spans = (Span(*match.span()) for match in again)
    return [name, *(s for s in spans if all(s.end <= one.start or one.end <= s.start for one in taken))]


def decode_references(
    text: str,
    names: Sequence[tuple[str, Span]],
    windows: Sequence[Window],
    offsets: Sequence[tuple[int, int]],
    settings: Decoding,
) -> list[Reference]:
    """The likeliest person for each pronoun and each phrase, where one stands in the same window."""
    starts = np.array([start for start, _ in offsets])
    persons = [(span, *np.searchsorted(starts, [span.start, span.end])) for kind, span in names if kind == "PER"]
    found = [Span(*m.span()) for m in PRONOUN.finditer(text)] + [Span(*m.span(1)) for m in DEFINITE.finditer(text)]
    out = []
    for span in sorted(found):
        piece = int(np.searchsorted(starts, span.start))
        if piece >= len(offsets) or offsets[piece][0] != span.start:
            continue
        window = windows[piece // settings.centre]
        shares = reference_shares(piece, window)
        choices = [
            (float(shares[first - window.low : end - window.low].sum()), name)
            for name, first, end in persons
            if window.low <= first and end <= window.high and not (name.start <= span.start < name.end)
        ]
        if choices:
            share, name = max(choices, key=lambda each: (each[0], -each[1].start))
            out.append(Reference(span, name, share))
    return out
