"""Whether two names are one, across spellings: "Wagram Pogossjan" and "Vahram Poghosyan".

Words are compared by sound (sounds.py), whole names by their words, with the customs of persons, places and bodies.
A wrong join is worse than a missed one: whatever leaves room for two bearers (another given name, another
qualifier) keeps names apart. Every verdict carries the rule that gave it. Pure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import partial_ratio

from sayso.types import Likeness, NameType
from sayso.values.demonyms import demonym_forms
from sayso.values.name_parts import Parts, body_parts, person_parts, place_parts
from sayso.values.sounds import Sounds, distance, plain_letters, read_word

SAME = 0.8
"""Likeness from which on two names are taken as one."""

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
    return _compare_words(*sorted((a, b)), False)


def compare_places(a: str, b: str) -> Likeness:
    """As ``compare_words``, for one word of a place's name: endings change with the language (Shushi, Shusha)."""
    return _compare_words(*sorted((a, b)), True)


@lru_cache(maxsize=262144)
def _compare_words(a: str, b: str, place: bool) -> Likeness:
    first, second = read_word(a), read_word(b)
    if not first.readings or not second.readings:
        same = bool(a) and a.casefold() == b.casefold()
        return Likeness(float(same), "the same figures or signs" if same else "nothing to compare")
    if first.plain == second.plain:
        return Likeness(1.0, "the same letters")
    known = _known_names()
    if first.plain in known and second.plain in known:
        same = known[first.plain] == known[second.plain]
        return Likeness(0.98, "known spellings of one name") if same else Likeness(0.3, "known to be two names")
    if not first.keys & second.keys:
        rough = JaroWinkler.similarity(first.plain, second.plain)
        return Likeness(round(0.3 * rough, 4), "other consonants")
    pairs = ((x, y) for x in first.readings for y in second.readings)
    firm = first.firm and second.firm
    score, x, y = max((_closeness(x, y, firm=firm, place=place), x.text, y.text) for x, y in pairs)
    return Likeness(round(score, 4), f"sounds alike: {x} ~ {y}" if score >= SAME else f"sounds: {x}, {y}")


def _closeness(x: Sounds, y: Sounds, *, firm: bool, place: bool) -> float:
    size = (len(x.text) + len(y.text)) / 2
    score = 1 - (2 if size >= _SHORT else 4.4) * distance(x, y, _LIMIT * size, firm=firm) / size
    if size > 3:
        score = max(score, 1 - 2 * _changed_ending(x, y, _LIMIT * size, place=place) / size)
    return max(0.0, score)


_LIMIT = 0.21
"""The cost of a sound from which on two words count as wholly unlike: a likeness of about 0.6."""

_SHORT = 4.5
"""Below this many sounds one changed vowel makes another name: Zhang, Zheng."""

_PLACE_ENDINGS = ({"ov", "iv"}, {"ev", "iv"})


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


@lru_cache(maxsize=1)
def _known_names() -> dict[str, tuple[str, int]]:
    table = tomllib.loads((files("sayso.values") / "tables" / "known_names.toml").read_text(encoding="utf-8"))
    lines = ((kind, at, line) for kind, text in table.items() for at, line in enumerate(text.strip().splitlines()))
    return {plain_letters(word).replace(" ", ""): (kind, at) for kind, at, line in lines for word in line.split()}


def _cut(sounds: Sounds, letters: int) -> Sounds:
    return Sounds(sounds.text[:-letters], sounds.loss[:-letters])


def compare_names(a: str, b: str, type: NameType) -> Likeness:
    """How alike two whole names of one type are, and the rule that says so; ``SAME`` and over is one bearer.

    A family name alone is like every full name that ends in it: ask ``cluster_names`` who is meant.

    >>> compare_names("Brigadier Tahsin al-Qarmali", "Tahseen Karmali", "PER").because
    'every part sounds alike'
    >>> compare_names("Bashar al-Assad", "Maher al-Assad", "PER").because
    'the same family name, another given name'
    """
    first, second = sorted((a.strip(), b.strip()))
    if type == "PER":
        return _best(person_parts(first), person_parts(second), _compare_persons)
    if type == "LOC":
        return _best(place_parts(first), place_parts(second), _compare_places)
    return _compare_bodies(body_parts(first), body_parts(second))


_Words = tuple[str, ...]


_ROUGHLY = 55
"""Names whose letters overlap by less than this (of 100) are not tried with their words joined: it is slow."""


_LONGEST = 9
"""Names of more words than this together are not tried with their words joined."""


def _best(a: Parts, b: Parts, compare: Callable[[Parts, Parts], Likeness]) -> Likeness:
    """The verdict on the words as they stand, else on the best way of joining words that others write apart."""
    if not a.words or not b.words:
        return _DIFFERENT
    best = compare(a, b)
    other_given = best.because == _ANOTHER_GIVEN and len(a.words) == len(b.words)
    if best.score >= SAME or other_given or len(a.full) + len(b.full) > _LONGEST:
        return best
    if partial_ratio(plain_letters("".join(a.full)), plain_letters("".join(b.full))) < _ROUGHLY:
        return best
    others = [compare(form, b) for form in _joined(a)] + [compare(a, form) for form in _joined(b)]
    others += [compare(a._replace(words=a.full), b._replace(words=b.full))]
    better = max(others, key=lambda likeness: likeness.score, default=best)
    return better if better.score >= SAME else best


def _joined(parts: Parts) -> Iterator[Parts]:
    """The name with neighbouring words written as one: "Wolde Tinsa" -> "WoldeTinsa"."""
    for words in {parts.words, parts.full}:
        for pattern in range(1, 1 << (len(words) - 1)):
            joined = [words[0]]
            for at, word in enumerate(words[1:]):
                if pattern >> at & 1 and min(len(word), len(joined[-1])) > 1:
                    joined[-1] += word
                else:
                    joined.append(word)
            yield parts._replace(words=tuple(joined))


def _compare_persons(a: Parts, b: Parts) -> Likeness:
    short, long = sorted((a.words, b.words), key=len)
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


def _same_length(short: _Words, long: _Words, *, father: bool) -> Likeness:
    last = _person_word(short[-1], long[-1])
    if len(short) == 1:
        return Likeness(last, "every part sounds alike" if last >= SAME else "different parts")
    if last >= SAME:
        least = min(last, *(_person_word(x, y) for x, y in zip(short[:-1], long[:-1], strict=True)))
        return Likeness(least, "every part sounds alike") if least >= SAME else Likeness(0.3, _ANOTHER_GIVEN)
    turns = () if father else (short[1:] + short[:1], short[-1:] + short[:-1])
    for turn in turns:
        if all(_person_word(x, y) >= SAME for x, y in zip(turn, long, strict=True)):
            return Likeness(0.95, "the same parts in another order")
    return Likeness(round(0.5 * last, 4), "different parts")


def _with_gaps(short: _Words, long: _Words) -> Likeness:
    """A full name and a shorter one with the same last word: the short one may hold nothing foreign to the long one."""
    at, scores = 0, []
    for word in short:
        while at < len(long) and _person_word(word, long[at]) < SAME:
            at += 1
        if at == len(long):
            return Likeness(0.3, _ANOTHER_GIVEN)
        scores.append(_person_word(word, long[at]))
        at += 1
    whole = _person_word(short[0], long[0]) >= SAME
    if not whole and min(_person_word(x, y) for x, y in zip(short, long[-len(short) :], strict=True)) < SAME:
        return Likeness(0.7, "some parts left out")
    return Likeness(round(0.95 * min(scores), 4), "a part left out")


def _person_word(x: str, y: str) -> float:
    if len(x) > 1 and len(y) > 1:
        return compare_words(x, y).score
    initial, word = sorted((x, y), key=len)
    heard = {reading.text[:1] for reading in read_word(word).readings} | {read_word(word).plain[:1]}
    fits = heard & ({reading.text for reading in read_word(initial).readings} | {read_word(initial).plain})
    return 0.9 if fits else 0.0


def _compare_places(a: Parts, b: Parts) -> Likeness:
    if a.apart != b.apart:
        return Likeness(0.4, "set apart by " + ", ".join(sorted(a.apart ^ b.apart)))
    if len(a.words) != len(b.words):
        return Likeness(0.5 if set(a.words) & set(b.words) else 0.0, "not the same number of words")
    scores = [compare_places(x, y).score for x, y in zip(a.words, b.words, strict=True)]
    if min(scores) >= SAME:
        return Likeness(min(scores), "every part sounds alike")
    weak = [max(len(x), len(y)) for x, y, score in zip(a.words, b.words, scores, strict=True) if score < SAME]
    if max(scores) >= 0.9 and max(weak) <= 4 and min(scores) >= _SMALL_WORD:
        return Likeness(SAME, "the long part sounds alike, the short one nearly")
    return Likeness(round(min(scores), 4), "different parts")


_SMALL_WORD = 0.35
"""What the likeness of a short first word ("Eil", "Ceel", "Dayr") must be where the rest of a place's name agrees."""


def _compare_bodies(a: Parts, b: Parts) -> Likeness:
    short, long = sorted((a, b), key=lambda parts: len(parts.words))
    if not short.words:
        return _DIFFERENT
    if len(short.words) == 1 < len(long.words) and _is_acronym(short.words[0], long):
        return Likeness(0.9, "the initials of the full name")
    left, scores = list(long.words), []
    for word in short.words:
        best = max(left, key=lambda other: _body_word(word, other))
        score = _body_word(word, best)
        if score < SAME:
            return Likeness(round(0.5 * score, 4), f"nothing like {word!r} in the other name")
        left.remove(best)
        scores.append(score)
    if left:
        return Likeness(0.7, "perhaps a short form")
    return Likeness(min(scores), "every part sounds alike")


def _is_acronym(word: str, name: Parts) -> bool:
    heads = ("".join(part[0] for part in words).casefold() for words in (name.words, name.full))
    return 1 < len(word) < 8 and word.isupper() and word.casefold() in set(heads)


@lru_cache(maxsize=65536)
def _body_word(x: str, y: str) -> float:
    direct = compare_words(x, y).score
    if direct >= SAME or min(len(x), len(y)) < 4:
        return direct
    state, people = sorted((x, y), key=len)
    if False:
        return 0.98
    return max([direct] + [0.98 * compare_words(form, people).score for form in demonym_forms(state)])
