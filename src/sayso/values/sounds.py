"""How a spelling may sound, under the writing habits of several languages.

"Tschornobrod", "Chornobrod" and "Tchornobrod" are one name as a German, an English and a French wire spell it. A word
is therefore read several times, once per habit (tables/spellings.toml), and two words are alike if any reading of one
comes close to any reading of the other. Sounds are single characters; vowels are soft, consonants hardly ever change.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from sayso.values.on_board import load_table

VOWELS = frozenset("aeiou@")
_KEPT = frozenset("abcdefghijklmnopqrstuvwxyzäöüßçşğıəéèêëâôîûïščćžżźńśěłđțţșñÿý")
_MARKS = re.compile(r"[\u0300-\u036f'’‘ʿʾ`´ʼ′ʹʻ\u02be\u02bf]")
_ARTICLE = re.compile(r"^ال(?=\w{3})")  # written with its name, in Arabic letters
_UKRAINIAN = re.compile("[їієґ]")
_NO_LETTER = re.compile(r"[^a-z]+")  # signs for what English has no letter for: the soft sign, ayin
_ABJAD = re.compile(r"[\u0590-\u06ff]")
_FIRM = re.compile(
    r"(?:[oei][vw]|[oe]ff|[oe][vw]a|sk|sk[eyi]|skij|skiy|skyi|skyj|skaya|skaja|enko|t?s?chuk|[yj]ak|sh?vili|schwili|oglu|"
    r"itsch|itch|ich|ic|grad|hrad|i[vw]ka)$"
)

# What it costs to hear one sound as another; pairs not named cost 1. Set on the first half of
# evaluation/cases/names.json; the second half was scored before any change (see evaluation/name_speed.py).
_NEAR = {
    "pb": 0.5, "fv": 0.25, "vw": 0.1, "fw": 0.4, "bv": 0.4, "pf": 0.5, "td": 0.65, "ðd": 0.1, "ðz": 0.2, "ðT": 0.4,
    "ðt": 0.4, "þt": 0.1, "þs": 0.2, "þd": 0.4, "sz": 0.12, "sS": 0.75, "zZ": 0.75, "SZ": 0.15, "SC": 0.25,
    "SJ": 0.35, "ZJ": 0.15, "ZC": 0.4, "JC": 0.3, "CT": 0.35, "sT": 0.3, "zT": 0.2, "zD": 0.15, "DT": 0.15,
    "DJ": 0.3, "sD": 0.35, "Jy": 0.4, "Jg": 0.35, "Zg": 0.5, "zJ": 0.5, "sZ": 0.45, "kq": 0.05, "kg": 0.52,
    "qg": 0.15, "kX": 0.35, "qX": 0.35, "kG": 0.5, "qG": 0.2, "XG": 0.3, "Xh": 0.15, "gh": 0.52, "gG": 0.1,
    "Xg": 0.4, "hG": 0.4, "kh": 0.7, "wu": 0.2, "wo": 0.25, "yi": 0.1, "@a": 0.05, "@e": 0.05, "@i": 0.2, "@o": 0.4,
    "ae": 0.25, "ao": 0.8, "ei": 0.2, "ou": 0.15, "ai": 0.9, "au": 0.8, "iu": 0.9, "eo": 0.6, "eu": 0.9, "io": 0.9,
    "@u": 0.6,
}  # fmt: skip
_COST = {pair: cost for both, cost in _NEAR.items() for pair in ((both[0], both[1]), (both[1], both[0]))}
_SWAPS = frozenset(("kg", "gk", "pb", "bp", "td", "dt", "gh", "hg"))
_FIRM_COST = {
    pair: 1.8 * cost if VOWELS.issuperset(pair) or "".join(pair) in _SWAPS else cost for pair, cost in _COST.items()
}
_CLASS = {
    sound: group[0] for group in ("Ppb", "Ffv", "Ttd", "SszZSCJTD", "mm", "nn", "ll", "rr") for sound in group[1:]
}


class Sounds(NamedTuple):
    """One reading of a word: its sounds, and what it costs to leave each of them out."""

    text: str
    loss: tuple[float, ...]


class Word(NamedTuple):
    """A word ready for comparing: plain letters, readings, the keys under which its variants are found.

    ``firm`` words have an ending (-ov, -yan, -enko) of a language that writes its vowels: they change less. ``abjad``
    words are in Arabic or Hebrew letters, which leave vowels out.
    """

    plain: str
    readings: tuple[Sounds, ...]
    keys: frozenset[str]
    firm: bool
    abjad: bool


def _scheme(rules: list[list[str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    return re.compile("|".join(f"({pattern})" for pattern, _ in rules)), tuple(sound for _, sound in rules)


@lru_cache(maxsize=1)
def _schemes() -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str], tuple[str, ...]], ...]:
    table = dict(load_table("spellings"))
    first, when, rest = table.pop("first")["rules"], table.pop("when"), table.pop("rest")["rules"]
    triggers = {name: re.compile(pattern) for name, pattern in when.items()}
    return tuple((triggers.get(name), *_scheme(first + scheme["rules"] + rest)) for name, scheme in table.items())


@lru_cache(maxsize=8192)  # the same words come again and again
def plain_letters(text: str) -> str:
    """The text in ASCII letters, digits and spaces, lower case: "Çavuşoğlu" -> "cavusoglu"."""
    return re.sub(r"[^a-z0-9]+", " ", anyascii(_MARKS.sub("", text)).lower()).strip()


def _letters(word: str) -> str:
    """Lower-case Latin letters; those that carry a sound of their own (ş, ə, ł) are kept."""
    folded = _MARKS.sub("", unicodedata.normalize("NFC", word.replace("İ", "i").casefold().replace("ß", "ss")))
    if not folded.isascii():
        folded = _as_spoken(folded)
    return "".join(
        c if c in _KEPT else _NO_LETTER.sub("", anyascii(c).lower()) for c in folded if c.isalpha() or c in _KEPT
    )


def _as_spoken(word: str) -> str:
    """A word in its own script where letters mislead: Armenian ou, Ukrainian y, Hebrew u, the Arabic article."""
    word = _ARTICLE.sub("", word.replace("ու", "u").replace("և", "ev"))
    if _UKRAINIAN.search(word):
        word = word.replace("и", "y").replace("ї", "i")
    return word[:1] + word[1:].replace("ו", "u")


def _read(letters: str, pattern: re.Pattern[str], sounds: tuple[str, ...]) -> str:
    def sound(match: re.Match[str]) -> str:
        found = sounds[(match.lastindex or 1) - 1]
        return match.group() if found == "=" else found

    heard = pattern.sub(sound, letters)
    if not heard.isascii():
        heard = "".join(c for c in heard if c.isascii() or c in "þð")
    return _DOUBLED.sub(r"\1", heard).replace("ei", "@i")


_DOUBLED = re.compile(r"(.)\1+")


def _loss(text: str, at: int) -> float:
    """What leaving out a sound costs: vowels and weak consonants little, the rest so much that the word changes."""
    sound, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sound not in VOWELS:
        return 0.25 if sound == "y" and before not in VOWELS else _WEAK.get(sound, 1.2)
    if before in _GLIDES or after in _GLIDES:
        return 0.3
    if not before or not after:
        return 0.6 if after else 1.5
    return 0.55


def _losses(text: str, *, firm: bool, abjad: bool) -> tuple[float, ...]:
    if abjad:
        return tuple(0.05 if c in VOWELS else _WEAK.get(c, 1.2) for c in text)
    return tuple(_loss(text, at) * (1.8 if firm and c in VOWELS else 1.0) for at, c in enumerate(text))


_WEAK = {"h": 0.2, "G": 0.35, "y": 0.15, "w": 0.5, "X": 0.8}
_GLIDES = VOWELS | {"y"}


_HEARD_AS = {"ð": "TS", "þ": "TS", "J": "SK", "X": "K ", "G": "K ", "h": "K ", "k": "K", "q": "K", "g": "K"}
_MOST_KEYS = 32


def _keys(text: str) -> frozenset[str]:
    """Consonant skeletons in coarse classes, one for each way in which a doubtful consonant may be heard."""
    found = {""}
    for sound in text:
        heard = _HEARD_AS.get(sound) or _CLASS.get(sound)
        if heard:
            ways = heard if len(found) * len(heard) <= _MOST_KEYS else heard[0]
            found = {key if way == " " or key.endswith(way) else key + way for key in found for way in ways}
    return frozenset(found)


@lru_cache(maxsize=65536)
def read_word(word: str) -> Word:
    """Read one word in every way that its letters allow.

    >>> sorted(reading.text for reading in read_word("Poutine").readings)
    ['poutine', 'putin', 'putine']
    """
    letters = _letters(word)
    plain = plain_letters(letters).replace(" ", "")
    firm, abjad = bool(_FIRM.search(plain)), bool(_ABJAD.search(word))
    heard = {
        _read(letters, pattern, sounds) for when, pattern, sounds in _schemes() if when is None or when.search(letters)
    }
    readings = tuple(Sounds(text, _losses(text, firm=firm, abjad=abjad)) for text in sorted(heard) if text)
    return Word(plain, readings, frozenset().union(*map(_keys, heard)), firm, abjad)


def without_vowels(sounds: Sounds) -> Sounds:
    """The same sounds, whose vowels cost next to nothing to leave out: for comparing with a word that writes none."""
    return Sounds(sounds.text, _losses(sounds.text, firm=False, abjad=True))


def distance(first: Sounds, second: Sounds, limit: float, *, firm: bool = False) -> float:
    """The cheapest way from one reading to the other; anything over ``limit`` is given as infinity."""
    costs = _FIRM_COST if firm else _COST
    row = [0.0]
    for cost in second.loss:
        row.append(row[-1] + cost)
    columns = tuple(zip(second.text, second.loss, range(1, len(row)), strict=True))
    for sound, loss in zip(first.text, first.loss, strict=True):
        last = row[0]
        here = row[0] = row_best = last + loss
        for other, other_loss, j in columns:
            step = last if sound == other else last + costs.get((sound, other), 1.2)
            last = row[j]
            # the builtin min() takes half of the time of this loop
            if last + loss < step:
                step = last + loss
            if here + other_loss < step:
                step = here + other_loss
            here = row[j] = step
            if step < row_best:
                row_best = step
        if row_best > limit:
            return float("inf")
    return row[-1] if row[-1] <= limit else float("inf")
