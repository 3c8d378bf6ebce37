"""One word of a name against another, whoever spelt them, by what was prepared of each once.

Most words have no consonants in common, and that is seen at a glance; only what is left is compared sound by sound.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from sayso.types import Likeness
from sayso.values.on_board import load_table
from sayso.values.sounds import Sounds, distance, plain_letters, read_word, without_vowels

SAME = 0.8
"""Likeness from which on two words, and two names, are taken as one."""

_LIMIT = 0.21
"""The cost of a sound from which on two words count as wholly unlike: a likeness of about 0.6."""

_SHORT = 4.5
"""Below this many sounds one changed vowel makes another name: Zhang, Zheng."""

_PLACE_ENDINGS = ({"ov", "iv"}, {"ev", "iv"})


class Heard(NamedTuple):
    """A word prepared for comparing.

    ``marks`` are its keys, its letters and the known name that it is: words without a mark in common are not alike.
    ``single`` words are one letter or none.
    ``heads`` are the first consonants, ``starts`` the sounds and the letter that it may begin with, ``alone`` what it
    is if it is an initial.
    """

    word: str
    single: bool
    plain: str
    readings: tuple[Sounds, ...]
    keys: frozenset[str]
    marks: frozenset[str]
    firm: bool
    abjad: bool
    known: tuple[str, int] | None
    heads: frozenset[str]
    starts: frozenset[str]
    alone: frozenset[str]


@lru_cache(maxsize=65536)
def hear(word: str) -> Heard:
    """Prepare a word: read it once in every way that its letters allow."""
    read = read_word(word)
    known = _known_names().get(read.plain)
    marks = read.keys | {f"={read.plain or word.casefold()}"} | ({f"#{known}"} if known else set())
    return Heard(
        word=word,
        single=len(word) < 2,
        plain=read.plain,
        readings=read.readings,
        keys=read.keys,
        marks=marks,
        firm=read.firm,
        abjad=read.abjad,
        known=known,
        heads=frozenset(key[:1] for key in read.keys),
        starts=frozenset(reading.text[:1] for reading in read.readings) | {read.plain[:1]},
        alone=frozenset(reading.text for reading in read.readings) | {read.plain},
    )


@lru_cache(maxsize=1)
def _known_names() -> dict[str, tuple[str, int]]:
    table = load_table("known_names")
    lines = ((kind, at, line) for kind, text in table.items() for at, line in enumerate(text.strip().splitlines()))
    return {plain_letters(word).replace(" ", ""): (kind, at) for kind, at, line in lines for word in line.split()}


def may_be_alike(a: Heard, b: Heard) -> bool:
    """False where two words are certainly not alike, without a look at their sounds."""
    return not a.marks.isdisjoint(b.marks)


def word_score(a: Heard, b: Heard, *, place: bool = False) -> float:
    """How alike two words sound, 0 to 1: the score of ``word_likeness`` without the reason."""
    if not a.readings or not b.readings:
        return float(bool(a.word) and a.word.casefold() == b.word.casefold())
    if a.plain == b.plain:
        return 1.0
    if a.known and b.known:
        return 0.98 if a.known == b.known else 0.3
    if a.word > b.word:
        a, b = b, a
    if a.keys.isdisjoint(b.keys):
        return round(0.3 * JaroWinkler.similarity(a.plain, b.plain), 4)
    return _by_sound(a.word, b.word, place).score


def word_likeness(a: Heard, b: Heard, *, place: bool = False) -> Likeness:
    """How alike two words sound, and the reason.

    >>> word_likeness(hear("Tschornobrod"), hear("Chornobrod")).because
    'sounds alike: Cornobrod ~ Cornobrod'
    """
    score = word_score(a, b, place=place)
    if not a.readings or not b.readings:
        return Likeness(score, "the same figures or signs" if score else "nothing to compare")
    if a.plain == b.plain:
        return Likeness(score, "the same letters")
    if a.known and b.known:
        return Likeness(score, "known spellings of one name" if a.known == b.known else "known to be two names")
    if a.keys.isdisjoint(b.keys):
        return Likeness(score, "other consonants")
    return _by_sound(*sorted((a.word, b.word)), place)


@lru_cache(maxsize=262144)
def _by_sound(a: str, b: str, place: bool) -> Likeness:
    """Two words with consonants in common, compared sound by sound."""
    first, second = hear(a), hear(b)
    sides = [first.readings, second.readings]
    if first.abjad or second.abjad:
        sides = [tuple(map(without_vowels, readings)) for readings in sides]
    pairs = ((x, y) for x in sides[0] for y in sides[1])
    firm = first.firm and second.firm
    score, x, y = max((_closeness(x, y, firm=firm, place=place), x.text, y.text) for x, y in pairs)
    return Likeness(round(score, 4), f"sounds alike: {x} ~ {y}" if score >= SAME else f"sounds: {x}, {y}")


def _closeness(x: Sounds, y: Sounds, *, firm: bool, place: bool) -> float:
    size = (len(x.text) + len(y.text)) / 2
    score = 1 - (2 if size >= _SHORT else 4.4) * distance(x, y, _LIMIT * size, firm=firm) / size
    if size > 3:
        score = max(score, 1 - 2 * _changed_ending(x, y, _LIMIT * size, place=place) / size)
    return max(0.0, score)


def _changed_ending(x: Sounds, y: Sounds, limit: float, *, place: bool) -> float:
    """The distance without what each language sets for itself at the end: Shushi/Shusha, Charkow/Kharkiv, -ed/-et."""
    last, endings = {x.text[-1], y.text[-1]}, {x.text[-2:], y.text[-2:]}
    if last in ({"d", "t"}, {"b", "p"}):
        return 0.2 + distance(_cut(x, 1), _cut(y, 1), limit)
    if place and last <= set("aeio"):
        return 0.3 + distance(_cut(x, 1), _cut(y, 1), limit)
    if (place and endings in _PLACE_ENDINGS) or (endings == {"ov", "ev"} and x.text[-3:-2] in tuple("SCZ")):
        return 0.2 + distance(_cut(x, 2), _cut(y, 2), limit)
    return float("inf")


def _cut(sounds: Sounds, letters: int) -> Sounds:
    return Sounds(sounds.text[:-letters], sounds.loss[:-letters])
