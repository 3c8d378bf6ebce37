"""Whether two names are one, across spellings: "Wagram Pogossjan" and "Vahram Poghosyan".

Words are compared by sound (name_words.py), whole names by their words, with the customs of persons, places and bodies.
A wrong join is worse than a missed one: whatever leaves room for two bearers (another given name, another
qualifier) keeps names apart. Every verdict carries the rule that gave it. What is made ready of a name is kept, so
that a name met often is read once. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz.fuzz import partial_ratio

from sayso.types import Likeness, NameType
from sayso.values.demonyms import demonym_forms
from sayso.values.name_parts import Parts, body_parts, person_parts, place_parts
from sayso.values.name_words import SAME, Heard, hear, may_be_alike, word_likeness, word_score
from sayso.values.sounds import plain_letters

__all__ = ["FAMILY", "SAME", "compare_names", "compare_places", "compare_words"]

FAMILY = 0.86
"""Likeness of a family name alone and a full name that ends in it."""

_ANOTHER_GIVEN = "the same family name, another given name"
_DIFFERENT = Likeness(0.0, "nothing to compare")


def compare_words(a: str, b: str) -> Likeness:
    """How alike two words sound, whoever spelt them.

    >>> compare_words("Tschornobrod", "Chornobrod").score
    1.0
    >>> compare_words("Harutyunyan", "Hovhannisyan").score < SAME
    True
    """
    return word_likeness(hear(a), hear(b))


def compare_places(a: str, b: str) -> Likeness:
    """As ``compare_words``, for one word of a place's name: endings change with the language (Shushi, Shusha)."""
    return word_likeness(hear(a), hear(b), place=True)


def compare_names(a: str, b: str, type: NameType) -> Likeness:
    """How alike two whole names of one type are, and the rule that says so; ``SAME`` and over is one bearer.

    A family name alone is like every full name that ends in it: ask ``cluster_names`` who is meant.

    >>> compare_names("Brigadier Tahsin al-Qarmali", "Tahseen Karmali", "PER").because
    'every part sounds alike'
    >>> compare_names("Bashar al-Assad", "Maher al-Assad", "PER").because
    'the same family name, another given name'
    """
    first, second = a.strip(), b.strip()
    if second < first:
        first, second = second, first
    if type == "PER":
        return _best(_person(first), _person(second), _compare_persons)
    if type == "LOC":
        return _best(_place(first), _place(second), _compare_places)
    return _compare_bodies(_body(first), _body(second))


_Words = tuple[Heard, ...]


@dataclass(frozen=True, eq=False)
class _Ready:
    """A name made ready: its words to compare, with its articles and links (``full``), and all of it as one word."""

    words: _Words
    full: _Words
    apart: frozenset[str]
    father: bool
    glued: str

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks of its words: names without one in common are not alike, but for initials."""
        return frozenset[str]().union(*(word.marks for word in self.words))

    @cached_property
    def has_initials(self) -> bool:
        """Whether a word is a single letter."""
        return any(word.single for word in self.words)

    @cached_property
    def whole(self) -> _Ready:
        """The name with its articles and links as words of it."""
        return replace(self, words=self.full)

    @cached_property
    def joined(self) -> tuple[_Ready, ...]:
        """The name with neighbouring words written as one: "Wolde Tinsa" -> "WoldeTinsa"."""
        spelt = dict.fromkeys(tuple(word.word for word in words) for words in (self.words, self.full))
        forms = dict.fromkeys(form for words in spelt for form in _forms(words))
        return tuple(replace(self, words=tuple(map(hear, form))) for form in forms)

    @cached_property
    def reach(self) -> frozenset[str]:
        """The marks of all its forms."""
        return self.marks.union(self.whole.marks, *(form.marks for form in self.joined))

    @cached_property
    def is_open(self) -> bool:
        """Whether a form of it has initials, so that its marks do not tell everything."""
        return self.has_initials or self.whole.has_initials

    def is_far_from(self, other: _Ready) -> bool:
        """True where no form of either is like one of the other; told only where their forms were needed before."""
        ours, theirs = vars(self).get("reach"), vars(other).get("reach")
        if ours is None or theirs is None or self.is_open or other.is_open:
            return False
        return bool(ours.isdisjoint(theirs))


def _ready(parts: Parts) -> _Ready:
    glued = plain_letters("".join(parts.full))
    return _Ready(tuple(map(hear, parts.words)), tuple(map(hear, parts.full)), parts.apart, parts.father, glued)


@lru_cache(maxsize=65536)
def _person(name: str) -> _Ready:
    return _ready(person_parts(name))


@lru_cache(maxsize=65536)
def _place(name: str) -> _Ready:
    return _ready(place_parts(name))


@lru_cache(maxsize=65536)
def _body(name: str) -> _Ready:
    return _ready(body_parts(name))


_ROUGHLY = 55
"""Names whose letters overlap by less than this (of 100) are not tried with their words joined: it is slow."""


_LONGEST = 9
"""Names of more words than this together are not tried with their words joined."""


def _best(a: _Ready, b: _Ready, compare: Callable[[_Ready, _Ready], Likeness]) -> Likeness:
    """The verdict on the words as they stand, else on the best way of joining words that others write apart."""
    if not a.words or not b.words:
        return _DIFFERENT
    best = compare(a, b)
    other_given = best.because == _ANOTHER_GIVEN and len(a.words) == len(b.words)
    if best.score >= SAME or other_given or len(a.full) + len(b.full) > _LONGEST:
        return best
    if a.is_far_from(b) or partial_ratio(a.glued, b.glued, score_cutoff=_ROUGHLY) < _ROUGHLY:
        return best
    if a.reach.isdisjoint(b.reach) and not (a.is_open or b.is_open):
        return best
    better = best
    for x, y in (*((form, b) for form in a.joined), *((a, form) for form in b.joined), (a.whole, b.whole)):
        if x.has_initials or y.has_initials or not x.marks.isdisjoint(y.marks):
            likeness = compare(x, y)
            better = likeness if likeness.score >= SAME and likeness.score > better.score else better
    return better


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for pattern in range(1, 1 << (len(words) - 1)):
        joined = [words[0]]
        for at, word in enumerate(words[1:]):
            if pattern >> at & 1 and min(len(word), len(joined[-1])) > 1:
                joined[-1] += word
            else:
                joined.append(word)
        yield tuple(joined)


def _compare_persons(a: _Ready, b: _Ready) -> Likeness:
    short, long = (b.words, a.words) if len(b.words) < len(a.words) else (a.words, b.words)
    if a.marks.isdisjoint(b.marks) and not (a.has_initials or b.has_initials):
        return _unlike_persons(short, long)
    if len(short) == len(long):
        return _same_length(short, long, father=a.father or b.father)
    last = _person_word(short[-1], long[-1])
    if len(short) == 1:
        if last >= SAME:
            return Likeness(round(FAMILY * last, 4), "the family name alone")
        return Likeness(round(0.7 * _person_word(short[0], long[0]), 4), "at most a given name alone")
    if last < SAME:
        return Likeness(round(0.5 * last, 4), "another family name")
    return _with_gaps(short, long)


def _unlike_persons(short: _Words, long: _Words) -> Likeness:
    """The verdict on names of which no word is like one of the other."""
    if len(short) == 1 < len(long):
        return Likeness(round(0.7 * word_score(short[0], long[0]), 4), "at most a given name alone")
    last = word_score(short[-1], long[-1])
    if len(long) == 1:
        return Likeness(last, "different parts")
    return Likeness(round(0.5 * last, 4), "different parts" if len(short) == len(long) else "another family name")


def _same_length(short: _Words, long: _Words, *, father: bool) -> Likeness:
    last = _person_word(short[-1], long[-1])
    if len(short) == 1:
        return Likeness(last, "every part sounds alike" if last >= SAME else "different parts")
    if last >= SAME:
        least = min(last, *(_person_word(x, y) for x, y in zip(short[:-1], long[:-1], strict=True)))
        return Likeness(least, "every part sounds alike") if least >= SAME else Likeness(0.3, _ANOTHER_GIVEN)
    if not father:
        for turn in (short[1:] + short[:1], short[-1:] + short[:-1]):
            if _are_alike(turn, long):
                return Likeness(0.95, "the same parts in another order")
    return Likeness(round(0.5 * last, 4), "different parts")


def _are_alike(first: _Words, second: _Words) -> bool:
    return all(_is_alike(x, y) for x, y in zip(first, second, strict=True))


def _with_gaps(short: _Words, long: _Words) -> Likeness:
    """A full name and a shorter one with the same last word: the short one may hold nothing foreign to the long one."""
    at, scores = 0, []
    for word in short:
        while at < len(long) and not _is_alike(word, long[at]):
            at += 1
        if at == len(long):
            return Likeness(0.3, _ANOTHER_GIVEN)
        scores.append(_person_word(word, long[at]))
        at += 1
    if not _is_alike(short[0], long[0]) and not _are_alike(short, long[-len(short) :]):
        return Likeness(0.7, "some parts left out")
    return Likeness(round(0.95 * min(scores), 4), "a part left out")


def _is_alike(x: Heard, y: Heard) -> bool:
    if not (x.single or y.single or may_be_alike(x, y)):
        return False
    return _person_word(x, y) >= SAME


def _person_word(x: Heard, y: Heard) -> float:
    if not (x.single or y.single):
        return word_score(x, y)
    initial, word = (y, x) if len(y.word) < len(x.word) else (x, y)
    return 0.0 if word.starts.isdisjoint(initial.alone) else 0.9


def _compare_places(a: _Ready, b: _Ready) -> Likeness:
    if a.apart != b.apart:
        return Likeness(0.4, "set apart by " + ", ".join(sorted(a.apart ^ b.apart)))
    if len(a.words) != len(b.words):
        shared = {word.word for word in a.words} & {word.word for word in b.words}
        return Likeness(0.5 if shared else 0.0, "not the same number of words")
    scores = [word_score(x, y, place=True) for x, y in zip(a.words, b.words, strict=True)]
    least, most = min(scores), max(scores)
    if least >= SAME:
        return Likeness(least, "every part sounds alike")
    if most >= 0.9 and least >= _SMALL_WORD and _longest_weak(a.words, b.words, scores) <= 4:
        return Likeness(SAME, "the long part sounds alike, the short one nearly")
    return Likeness(round(least, 4), "different parts")


def _longest_weak(a: _Words, b: _Words, scores: Sequence[float]) -> int:
    pairs = zip(a, b, scores, strict=True)
    return max(max(len(x.word), len(y.word)) for x, y, score in pairs if score < SAME)


_SMALL_WORD = 0.35
"""What the likeness of a short first word ("Eil", "Ceel", "Dayr") must be where the rest of a place's name agrees."""


def _compare_bodies(a: _Ready, b: _Ready) -> Likeness:
    short, long = (b, a) if len(b.words) < len(a.words) else (a, b)
    if not short.words:
        return _DIFFERENT
    if len(short.words) == 1 < len(long.words) and _is_acronym(short.words[0].word, long):
        return Likeness(0.9, "the initials of the full name")
    left, scores = list(long.words), []
    for word in short.words:
        likes = [_body_word(word, other) for other in left]
        score = max(likes)
        if score < SAME:
            return Likeness(round(0.5 * score, 4), f"nothing like {word.word!r} in the other name")
        del left[likes.index(score)]
        scores.append(score)
    if left:
        return Likeness(0.7, "perhaps a short form")
    return Likeness(min(scores), "every part sounds alike")


def _is_acronym(word: str, name: _Ready) -> bool:
    if not (1 < len(word) < 8 and word.isupper()):
        return False
    return word.casefold() in {"".join(part.word[0] for part in words).casefold() for words in (name.words, name.full)}


def _body_word(x: Heard, y: Heard) -> float:
    """As ``word_score``; a state's name is like what its people are called (Velgoria, Velgorian)."""
    direct = word_score(x, y)
    if direct >= SAME or min(len(x.word), len(y.word)) < 4:
        return direct
    if "" not in x.heads and x.heads.isdisjoint(y.heads):
        return direct  # what a people is called begins as its state does
    state, people = _shorter_first(x, y)
    forms, marks = _peoples(state.word)
    if marks.isdisjoint(people.marks):
        return direct
    return max([direct] + [0.98 * word_score(form, people) for form in forms if may_be_alike(form, people)])


def _shorter_first(x: Heard, y: Heard) -> tuple[Heard, Heard]:
    return (y, x) if len(y.word) < len(x.word) else (x, y)


@lru_cache(maxsize=65536)
def _peoples(state: str) -> tuple[_Words, frozenset[str]]:
    forms = tuple(map(hear, demonym_forms(state)))
    return forms, frozenset[str]().union(*(form.marks for form in forms))
