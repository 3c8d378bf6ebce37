"""To which names of a report a speaker is tied, as the model points: those of the party that he or she speaks for.

The pointer goes from the mean row of the words for the speaker to that of each name of the report, or to nothing; from
a name whose party nobody knows it goes on to others. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.reading.meanings import Floats, Ints, Meanings, Pointer, log_shares
from sayso.types import Span
from sayso.values.actor_signs import names_in
from sayso.values.party_words import calm

DECIMALS = 3  # of a chance that are kept
LEAST = 0.005  # a chance below it is left out
STEPS = 4  # names over which the pointer goes on at most
LEFT = 0.01  # a chance below it goes on no more
NEAR = 40  # pieces between two names at most, for which the words between them are looked at
LINKS = frozenset("the and for des del".split())
CLOSED = -1e4  # what a pointer scores where it may not go


@dataclass(frozen=True, slots=True)
class Called:
    """A name or a speaker in one place: the words, the span, the numbers of its pieces and their mean row."""

    words: str
    span: Span
    pieces: Sequence[int]
    mean: Floats

    @property
    def middle(self) -> float:
        """The mean number of its pieces."""
        return sum(self.pieces) / len(self.pieces)


@dataclass(frozen=True, slots=True)
class Goals:
    """What may be pointed at, in columns, a row a name: worked out once, and not for each that points.

    Args:
        words: every name once.
        which: which of ``words`` a row is.
        first, last: its first and last piece.
        middles: the mean number of its pieces.
        means: their mean row.
        ready: what the pointer makes of that.
    """

    words: Sequence[str]
    which: Ints
    first: Ints
    last: Ints
    middles: NDArray[np.float64]
    means: Floats
    ready: Floats

    @classmethod
    def of(cls, names: Sequence[Called], pointer: Pointer) -> Goals:
        """Of the names of a report, of which there is one at least."""
        words = {name: number for number, name in enumerate(dict.fromkeys(name.words for name in names))}
        means = np.stack([name.mean for name in names])
        return cls(
            tuple(words),
            np.array([words[name.words] for name in names]),
            np.array([name.pieces[0] for name in names]),
            np.array([name.pieces[-1] for name in names]),
            np.array([name.middle for name in names]),
            means,
            pointer.ready(means),
        )

    def between(self, one: Called) -> tuple[Ints, Ints]:
        """The first piece between ``one`` and each, and the one behind the last; where they touch, none is between."""
        return np.minimum(one.pieces[-1], self.last) + 1, np.maximum(one.pieces[0], self.first)


@dataclass(frozen=True, slots=True)
class Belonging:
    """The names of a report with all that is needed to point at them."""

    text: str
    meanings: Meanings
    pointer: Pointer
    names: Sequence[Called]
    goals: Goals | None  # None where the report has no names
    _known: dict[int, Floats] = field(default_factory=dict)  # where names point, as far as somebody asked

    @classmethod
    def of(cls, text: str, meanings: Meanings) -> Belonging | None:
        """The names of ``text``; None where the model has no pointer."""
        if meanings.pointer is None:
            return None
        found = (_called(text, meanings, [span]) for span in _names(text))
        names = [one for one in found if one]
        return cls(text, meanings, meanings.pointer, names, Goals.of(names, meanings.pointer) if names else None)

    def ties(self, source: Sequence[Span], known: Callable[[str], bool]) -> tuple[tuple[str, float], ...]:
        """The names to which the speaker at ``source`` is tied, and how likely each is of the same party.

        Args:
            source: where the words for the speaker stand.
            known: whether the party of a name is known. From those of which it is not the pointer goes on.
        """
        one, goals = _called(self.text, self.meanings, source), self.goals
        if one is None or goals is None:
            return ()
        unknown = np.array([not known(words) for words in goals.words])
        chances, on = self._chances(one, goals), np.append(unknown[goals.which], False)
        for _ in range(STEPS):
            going = np.flatnonzero(on & (chances >= LEFT))
            if not going.size:
                break
            further = sum(chances[at] * self._from(int(at), goals) for at in going)
            chances = np.where(on, 0.0, chances) + further
        chances[on] = 0.0
        shares: defaultdict[str, float] = defaultdict(float)
        for name, chance in zip(self.names, chances[:-1], strict=True):
            shares[name.words] += float(chance)
        return tuple((name, round(share, DECIMALS)) for name, share in shares.items() if share >= LEAST)

    def _from(self, at: int, goals: Goals) -> Floats:
        """How likely a name points to each name and, last, to nothing."""
        if at not in self._known:
            self._known[at] = self._chances(self.names[at], goals)
        return self._known[at]

    def _chances(self, one: Called, goals: Goals) -> Floats:
        """How likely it points to each name and, last, to nothing."""
        open_ = np.array([is_open(one.words, one.span, name.words, name.span) for name in self.names])
        apart = (one.middle - goals.middles).astype(np.float32)
        alike = np.array([likeness(one.words, words) for words in goals.words])[goals.which]
        low, high = goals.between(one)
        near = np.flatnonzero(open_ & (high - low < NEAR))
        between = np.zeros((len(near), len(one.mean)), dtype=np.float32)
        for row, at in enumerate(near):
            if low[at] < high[at]:
                between[row] = self.meanings.rows[low[at] : high[at]].mean(0, dtype=np.float32)
        scores = self.pointer.points(one.mean, goals.means, goals.ready, apart, alike, near, between)
        scores[:-1][~open_] = CLOSED
        out: Floats = np.exp(log_shares(scores))
        return out


def _called(text: str, meanings: Meanings, spans: Sequence[Span]) -> Called | None:
    """What is called by the words at ``spans``; None where no piece belongs to them."""
    pieces = meanings.pieces(spans)
    if not pieces:
        return None
    whole = Span(spans[0].start, spans[-1].end)
    words = text[whole.start : whole.end]
    return Called(words, whole, pieces, meanings.rows[pieces].mean(0, dtype=np.float32))


def is_open(words: str, span: Span, name: str, place: Span) -> bool:
    """Whether the pointer from ``words`` may go to ``name``: another word, in another place."""
    return words != name and (span.end <= place.start or place.end <= span.start)


def likeness(words: str, name: str) -> int:
    """How alike two names are: 1 where they begin alike ("Ostraya", "Ostrayan"), 2 where they share a word, else 0."""
    one, other = _words(words), _words(name)
    if one & other - LINKS:
        return 2
    return int(any(a[:4] == b[:4] and len(a) > 3 for a in one for b in other))


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.casefold().split() if len(word) > 2)


def _names(text: str) -> list[Span]:
    """The places of all capitalised names, in order."""
    return sorted({Span(start, end) for _, start, end, _ in names_in(calm(text))})
