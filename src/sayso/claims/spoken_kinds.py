"""Of which kinds of claim a statement speaks, told by its words and those before it: learnt weights, a table each kind.

`training/kinds.py` learns them from conflicts of our own wording in which every statement is marked. They are a guess,
which the wordings of the kinds (`sayso.reading.triggers`) go before.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from sayso.claims.vocabulary import stem
from sayso.types import Report, Statement
from sayso.values.on_board import load_weights

WORD = re.compile(r"[^\W_]+")
BEFORE = 250  # characters before a statement that are looked at
SHARE_BEFORE = 0.6  # what they weigh beside the statement's own words
ALWAYS = ""  # the sign that every statement has
SHOWN = 3  # words told as the reason


def word_signs(words: str, before: str) -> dict[str, float]:
    """The stems of a statement's words and of each two that follow each other, and those of what stands before it.

    The more there are, the less each weighs: the squares of either part add up to one number.

    >>> sorted(word_signs("Talks collapsed", "Peace?"))
    ['', '<peac', 'collap', 'talk', 'talk collap']
    """
    stems = [stem(word) for word in WORD.findall(words)]
    own = {*stems, *(f"{a} {b}" for a, b in pairwise(stems))}
    near = {"<" + stem(word) for word in WORD.findall(before)}
    parts = ((own, 1.0), (near, SHARE_BEFORE))
    return {ALWAYS: 1.0} | {sign: share / math.sqrt(len(part)) for part, share in parts for sign in part}


def weights() -> Mapping[str, Mapping[str, float]]:
    """Kind -> sign -> its weight."""
    return load_weights("spoken_kinds", room="claims")


@lru_cache(maxsize=8192)
def spoken_kinds(words: str, before: str) -> Mapping[str, float]:
    """Kind -> log of the odds that the statement speaks of it."""
    signs = word_signs(words, before)
    return {kind: sum(value * held.get(sign, 0.0) for sign, value in signs.items()) for kind, held in weights().items()}


def kinds_of(report: Report, statement: Statement) -> Mapping[str, float]:
    """Kind -> log of the odds that a statement of a report speaks of it."""
    return spoken_kinds(*_words(report, statement))


def why(kind: str, report: Report, statement: Statement) -> str:
    """The stems that speak most for a kind, as a reason."""
    return f"its words go with {kind}: {', '.join(telling_words(kind, *_words(report, statement)))}"


def _words(report: Report, statement: Statement) -> tuple[str, str]:
    """The words of a statement, and what stands before it."""
    return words_of(report.text, [(span.start, span.end) for span in statement.spans])


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """The words of some spans in their order, and what stands before the first."""
    ordered = sorted(spans)
    first = ordered[0][0]
    return " ".join(text[start:end] for start, end in ordered), text[max(0, first - BEFORE) : first]


def telling_words(kind: str, words: str, before: str) -> list[str]:
    """The stems that speak most for a kind, the strongest first."""
    held = weights()[kind]
    signs = {sign.removeprefix("<"): value * held.get(sign, 0.0) for sign, value in word_signs(words, before).items()}
    strongest = sorted(signs, key=lambda s: (-signs[s], s))
    return [sign for sign in strongest if sign != ALWAYS and signs[sign] > 0][:SHOWN]
