"""A name taken apart into the words that are compared, by the customs of persons, places and bodies.

Titles and posts are cut, articles and links ("al-", "bin", "de") set aside, words that belong together bound ("Abu
Sarmad", "Abd al-Rahman", "Saif al-Din"). The lists are in tables/name_words.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.values.on_board import load_table
from sayso.values.party_tables import world_states
from sayso.values.sounds import plain_letters

ARTICLED = re.compile(r"^(?:al|el|ul|ben|bin|ibn)-", re.IGNORECASE)  # what a family name may begin with
_TOKEN = re.compile(r"[^\W_]+(?:['’‘ʿʾ`ʼ´ʻ][^\W_]+)*['’‘ʿʾ`ʼ´ʻ]?")
_ASIDE = re.compile(r"\([^)]*\)|['’]s?(?=\s*$)|\b(?:Jr|Sr|jr|II|III|IV)\b\.?\s*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}")
_ABD = re.compile(
    r"^c?abd(?:[aeiou](?=l+a+h)|[aeiou]l(?=.)|[aeiou]([rsntzd])(?=\1)|[aeiou](?=r+a[hs]|s+al[aeo]|n+as[aei]))"
)
_ABD_ALONE = frozenset("abd abdul abdel abdal abdol abdoul abed abdu".split())
_DIN = re.compile(r"(?<=..)[aeiou]d+(?:i|ee|e|ie|y)ne?$")
_ALLAH = re.compile(r"(?<=..)[aou]l+ah?$")
_DIN_ALONE = frozenset("din deen dine".split())
_DESCRIBING = frozenset("air crown opposition prime private rebel separatist".split())
"""Words before a name that are cut with its title; alone they may stand before a body or a place."""
_AMIR = "Amir"  # a title in small letters, after "the" and before "of", a man's first name else
_REACH = 100  # characters before a name in which its title stands
_KIN = {"abou": "abu", "abo": "abu", "aboe": "abu", "abi": "abu", "oum": "umm", "um": "umm"}


class Parts(NamedTuple):
    """The words of a name that count; with its articles and links; the words that set it apart; a father's name."""

    words: tuple[str, ...]
    full: tuple[str, ...]
    apart: frozenset[str] = frozenset()
    father: bool = False


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, frozenset[str]]]:
    table = load_table("name_words")
    return {kind: {name: frozenset(words.split()) for name, words in lists.items()} for kind, lists in table.items()}


def is_post(word: str) -> bool:
    """Whether a word is a title, a post or an honorific: "President", "Colonel", "Sheikh"; "Amir" is a first name."""
    return word.casefold().strip(".") in _titles() and word != _AMIR


def has_title(text: str, at: int, between: int = 0) -> bool:
    """Whether a title stands before a name that begins ``at``; up to ``between`` words of the name may come between.

    >>> [has_title(text, text.index("Orlin")) for text in ("Col. Orlin", "said a diplomat. Orlin", "rebel Orlin")]
    [True, False, False]
    """
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    for word in reversed(before.split()[-between - 1 :]) if before.endswith(" ") else ():
        plain = word.lstrip("“‘«\"'([–—-")
        if is_post(plain):
            return plain.casefold() not in _DESCRIBING and (plain[-1] != "." or plain.istitle())
        if not word[0].isupper():
            break
    return False


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    person = _table()["person"]
    return person["posts"] | person["honorifics"]


def _tokens(name: str) -> list[str]:
    return _TOKEN.findall(_ASIDE.sub(" ", name)) or _TOKEN.findall(name)


def strip_titles(name: str) -> str:
    """The name without posts and honorifics in front, and without the state that a post is of.

    A name made of titles alone is given back as it is.

    >>> strip_titles("Defence Minister B. Wolde-Tinsa"), strip_titles("Prime Minister of New Zealand Jan Orlin")
    ('B. Wolde-Tinsa', 'Jan Orlin')
    >>> strip_titles("Secretary of State Jan Orlin"), strip_titles("Amir Saeid Orlin"), strip_titles("Emir Orlin")
    ('Jan Orlin', 'Amir Saeid Orlin', 'Orlin')
    """
    matches = list(_TOKEN.finditer(name))
    kept = _titles_end([match.group() for match in matches])
    return name[matches[kept].start() :] if 0 < kept < len(matches) else name


def _titles_end(tokens: list[str]) -> int:
    """How many tokens in front are titles, posts and what precedes them; at least one token stays."""
    person = _table()["person"]
    plain = [token.casefold() for token in tokens]
    posts = [at for at, token in enumerate(plain[:-1]) if token in person["posts"] and not _is_no_post(tokens, at)]
    start = after = posts[-1] + 1 if posts else 0
    small = person["links"] | person["articles"] | person["kin"]
    while start < len(tokens) - 1 and (
        plain[start] in person["honorifics"] or (tokens[start].islower() and plain[start] not in small)
    ):
        start += 1
    while start < len(tokens) - 1 and plain[start] in ("of", "the", "for"):
        start += 1
    if "of" not in plain[after:start]:
        return start
    office = offices_end(plain, start)
    if office == len(tokens):
        return 0
    return office if office > start else _land_end(tokens, start)


def offices_end(plain: Sequence[str], start: int = 0) -> int:
    """Where the office ends that a post is of, at ``start`` for none: "Chief of the | General Staff | Jan Orlin".

    >>> offices_end(["general", "staff", "jan"]), offices_end(["national", "orlin"])
    (2, 0)
    """
    person, end = _table()["person"], start
    for at in range(start, len(plain)):
        if plain[at] in person["offices"]:
            end = at + 1
        elif plain[at] not in person["office_kinds"]:
            break
    return end


def _is_no_post(tokens: list[str], at: int) -> bool:
    """Whether a token that may be a title is none: "Amir Anka", and not "the Amir of Orlin"; "General Staff"."""
    before, after = tokens[at - 1].casefold() if at else "", tokens[at + 1].casefold()
    return (tokens[at] == _AMIR and before != "the" and after != "of") or after == "staff"


def _land_end(tokens: list[str], start: int) -> int:
    """Where the name of a state ends that begins at ``start``, "Minister of | New Zealand Jan Orlin"; else there."""
    ends = range(len(tokens) - 1, start, -1)
    return next((end for end in ends if " ".join(tokens[start:end]) in world_states()), start)


@lru_cache(maxsize=65536)
def person_parts(name: str) -> Parts:
    """A person's name: no titles, articles and links optional, names of kin and of God's servants bound together."""
    tokens = _tokens(name)
    tokens = tokens[_titles_end(tokens) :]
    person = _table()["person"]
    words: list[str] = []
    full: list[str] = []
    father = False
    pending = ""
    for at, token in enumerate(tokens):
        plain, last = plain_letters(token).replace(" ", ""), at == len(tokens) - 1
        if plain in person["kin"] and not last:
            pending = _KIN.get(plain, plain)
        elif plain in _ABD_ALONE and not last:
            pending = "abd"
        elif plain in person["articles"] and not last:
            full.append(token)
        elif at and not last and words and plain in person["links"]:
            father = father or plain in person["fathers"]
            full.append(token)
        else:
            word = _bound(token, plain, pending)
            if plain in _DIN_ALONE and words:
                words[-1] = full[-1] = words[-1] + "adin"
            else:
                words.append(word)
                full.append(word)
            pending = ""
    return Parts(tuple(words), tuple(full), frozenset(), father)


def _bound(token: str, plain: str, pending: str) -> str:
    """The word in the form in which all its spellings meet; plain letters only where that form is a fixed one."""
    fused = _ABD.sub("abd", plain)
    if fused == plain:
        fused = _ALLAH.sub("alah", _DIN.sub("adin", plain))
    word = token if fused == plain else fused
    return pending + fused if pending else word


@lru_cache(maxsize=65536)
def place_parts(name: str) -> Parts:
    """A place's name: "city of" left out, "North" and "Upper" and "province" kept as what sets it apart.

    >>> place_parts("Santo Orlin").words == place_parts("St. Orlin").words
    True
    """
    place, small = _table()["place"], _table()["person"]["links"] | _table()["person"]["articles"]
    spelt = _tokens(name)
    tokens = [*("Saint" if token.casefold() in place["saints"] else token for token in spelt[:-1]), *spelt[-1:]]
    kept = [token for token in tokens if token.casefold() not in place["kinds"]] or tokens
    apart = frozenset(_direction(token) for token in kept if token.casefold() in place["qualifiers"])
    rest = [token for token in kept if token.casefold() not in place["qualifiers"]]
    if not rest:
        rest, apart = kept, frozenset()
    words = [token for at, token in enumerate(rest) if plain_letters(token) not in small or at == len(rest) - 1]
    return Parts(tuple(words), tuple(rest), apart)


def _direction(token: str) -> str:
    plain = token.casefold()
    return plain.removesuffix("ern") if plain.endswith(("thern", "stern")) else plain


@lru_cache(maxsize=65536)
def body_parts(name: str) -> Parts:
    """A body's name: small words left out, plural and singular alike; order does not count."""
    small = _table()["body"]["small"] | _table()["person"]["articles"]
    tokens = _tokens(_ABBREVIATION.sub(lambda match: match.group().replace(".", ""), name))
    words = [token for token in tokens if token.casefold().strip("'’") not in small] or tokens
    return Parts(tuple(stem(word) for word in words), tuple(tokens))


def stem(word: str) -> str:
    """An English plural or possessive brought to the singular: "Forces", "People's" -> "Force", "People"."""
    for mark in ("'s", "’s", "s'", "s’", "'", "’"):
        word = word.removesuffix(mark) if len(word) > 3 else word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_common(words: tuple[str, ...]) -> bool:
    """Whether a body's name has no word of its own: "General Staff", "Defence Ministry"."""
    common = _table()["body"]["common"]
    return all(word.casefold() in common or stem(word).casefold() in common for word in words)
