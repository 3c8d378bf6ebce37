"""The tables on board: states, self-governing regions, armed groups, bodies that take no side; and how to find them.

Names are compared word by word, without regard to accents, hyphens, possessives, and capitals where a text shouts.
Pure; the tables are read once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from sayso.values.sounds import plain_letters

_TOKEN = re.compile(r"(?:[A-Z]\.)+[A-Z]\b\.?|[^\W_]+(?:['’ʼ‘][^\W_]+)*")
_LINK = re.compile(r"[\s-]*(?:\.\s)?")
_ENGLISH = frozenset("is who us car fact mend it cis gun can may un".split())
"""Acronyms that are words too: in a text all in capitals they are not taken for names."""


BODY_HEADS = frozenset(
    """Council Committee Commission Corps Directorate Directory Bureau Assembly Command Regiment Brigade Battalion
    Secretariat Guard Guards Union League Party Authority Movement Front Brotherhood Legion Host Compact""".split()
)
"""Words on which the name of a body may end and that alone are short for it: "the Council"."""


class Entry(NamedTuple):
    """What a name on board stands for: the party, its kind what named it, as the table has it.

    ``kind`` is state, region, group or body; ``by`` name, demonym, seat, agency, foreign name or enemy's name.
    """

    party: str
    kind: str
    by: str
    words: str


class Token(NamedTuple):
    """A word of a phrase: plain letters, as written, where it stands."""

    plain: str
    word: str
    start: int
    end: int


class Index:
    """Names by their first word, the longest first."""

    def __init__(self, names: Mapping[str, Entry]) -> None:
        by_first: defaultdict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for name, entry in names.items():
            plain = tuple(token.plain for token in tokens(name))
            if plain:
                by_first[plain[0]].append((plain, entry))
        self._by_first = {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in by_first.items()}

    def find(self, words: list[Token], at: int, phrase: str) -> tuple[int, Entry] | None:
        """The longest name that begins at token ``at``: the token after its end, and the entry."""
        for plain, entry in self._by_first.get(words[at].plain, ()):
            end = at + len(plain)
            here = words[at:end]
            same = end <= len(words) and tuple(token.plain for token in here) == plain
            if same and _joined(here, phrase) and _written_alike(here, entry.words, phrase):
                return end, entry
        return None


_POSSESSIVE = re.compile(r"['’ʼ]s$")


def tokens(phrase: str) -> list[Token]:
    """The words of a phrase; hyphens part them, a possessive is cut off."""
    found = []
    for match in _TOKEN.finditer(phrase):
        word = match.group()
        if word[-1] == "s":
            word = _POSSESSIVE.sub("", word) or word
        plain = plain_letters(word).replace(" ", "")
        if plain:
            found.append(Token(plain, word, match.start(), match.start() + len(word)))
    return found


def _joined(words: list[Token], phrase: str) -> bool:
    gaps = (phrase[one.end : other.start] for one, other in pairwise(words))
    return all(_LINK.fullmatch(gap) or gap in ("'s ", "’s ", "' ", "’ ") for gap in gaps)


def _written_alike(words: list[Token], name: str, phrase: str) -> bool:
    """Capitals as the table has them: an acronym in capitals, a name with its first letter, unless the text shouts."""
    first = words[0].word
    if len(words) == 1 and name.isupper() and len(name) < 7:
        shouts = phrase.isupper() and " " in phrase.strip()
        return first.replace(".", "").isupper() and not (shouts and words[0].plain in _ENGLISH)
    if len(words) == 1 and len(name) < 5 and not name[1:].islower():
        return first == name
    if name[0].islower():
        return any(token.word[0].isupper() for token in words) or phrase[words[0].start : words[-1].end] == name
    return first[0].isupper() or not first[0].isalpha()


@lru_cache(maxsize=1)
def world() -> dict[str, Entry]:
    """Every name on board. States win over groups, groups over bodies, what stands first over what comes later."""
    out: dict[str, Entry] = {}
    for table, kind in (("states", "state"), ("regions", "region")):
        for name, demonyms, seats, others in read_rows(table):
            _add(out, (name, *others), name, kind, "name")
            _add(out, demonyms, name, kind, "demonym")
            _add(out, (f"{demonym}s" for demonym in demonyms if _has_plural(demonym)), name, kind, "demonym")
            _add(out, seats, name, kind, "seat")
    for table, kind in (("groups", "group"), ("bodies", "body"), ("more_groups", "group")):
        for name, short, others, _ in read_rows(table):
            _add(out, (name, *short, *others), name, kind, "name")
    for party, names, _, _ in read_rows("state_media"):
        _add(out, names, party, out[party].kind, "agency")
    for name, foreign, _, _ in read_rows("foreign_states"):
        _add(out, foreign, name, "state", "foreign name")
    for party, theirs, _, _ in read_rows("enemy_names"):
        _add(out, theirs, party, out[party].kind, "enemy's name")
    return out


def _add(out: dict[str, Entry], names: Iterable[str], party: str, kind: str, by: str) -> None:
    for name in names:
        bare = name.removeprefix("the ")
        out.setdefault(bare, Entry(party, kind, by, bare))


def _has_plural(demonym: str) -> bool:
    return demonym.isalpha() and not demonym.endswith(("s", "ese", "ish", "ch", "sh")) and not demonym.isupper()


def read_rows(table: str) -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """Name and up to three lists of words of each row."""
    text = (files("sayso.values") / "tables" / f"{table}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")] + ["", "", ""]
            lists = [[word.strip() for word in cell.split(",") if word.strip()] for cell in cells[1:4]]
            yield cells[0], lists[0], lists[1], lists[2]


@lru_cache(maxsize=1)
def world_index() -> Index:
    """The names on board, ready for finding."""
    return Index(world())


def long_names_in(text: str) -> list[tuple[int, int, Entry]]:
    """The long names on board in ``text``: where each begins and ends, and its entry; none where all is in capitals.

    Long are names of three words, and armed groups and bodies of two, but for those that a side's own may be short for:
    "the Security Council". What follows another name is part of a longer one.
    """
    out, words, at = [], [] if text.isupper() else tokens(text), 0
    while at < len(words):
        found = world_index().find(words, at, text) if words[at].word[0].isupper() else None
        end, entry = found or (at + 1, None)
        kind = entry.kind if entry else ""
        least = 2 if kind == "group" or (kind == "body" and words[end - 1].word not in BODY_HEADS) else 3
        if entry and end - at >= least and not _AFTER_A_NAME.search(text, 0, words[at].start):
            out.append((words[at].start, words[end - 1].end, entry))
        at = end
    return out


_AFTER_A_NAME = re.compile(
    r"\b(?!(?:The|An?|In|On|At|But|And|While|As|For|From|By|When|After|With|If|Both|Neither) )[A-ZÀ-Þ][\w’'-]+ $"
)


def in_small(text: str, names: Sequence[tuple[int, int, Entry]]) -> str:
    """``text`` with its long ``names`` in small letters, so that nobody takes their parts for other names.

    >>> text = "the Democratic Republic of Congo and the United States"
    >>> in_small(text, long_names_in(text))
    'the democratic republic of congo and the United States'
    """
    for start, end, _ in names:
        small = text[start:end].lower()
        text = text[:start] + small + text[end:] if len(small) == end - start else text
    return text


_LETTERS = re.compile(r" \((?:the )?([A-ZÀ-Þ]{2,7})\)")


def by_letters(text: str, names: Sequence[tuple[int, int, Entry]]) -> dict[str, Entry]:
    """Letters in brackets behind one of the long ``names`` of ``text`` -> its entry: "the Arakan Army (AA)"."""
    found = ((_LETTERS.match(text, end), entry) for _, end, entry in names)
    return {match[1]: entry for match, entry in found if match}


@lru_cache(maxsize=1)
def world_names() -> dict[str, str]:
    """Every name on board and its party."""
    return {name: entry.party for name, entry in world().items()}


@lru_cache(maxsize=1)
def world_states() -> dict[str, str]:
    """The names, adjectives and seats of the world's states -> the state."""
    own = ("name", "demonym", "seat")
    return {name: entry.party for name, entry in world().items() if entry.kind == "state" and entry.by in own}


@lru_cache(maxsize=1)
def world_groups() -> dict[str, str]:
    """The names of armed movements on board -> the movement."""
    return {name: entry.party for name, entry in world().items() if entry.kind == "group" and entry.by == "name"}


@lru_cache(maxsize=1)
def world_people() -> dict[str, str]:
    """State -> its adjective, the first that the table has."""
    out: dict[str, str] = {}
    for entry in world().values():
        if entry.kind in ("state", "region") and entry.by == "demonym":
            out.setdefault(entry.party, entry.words)
    return out


@lru_cache(maxsize=1)
def separatists() -> dict[str, str]:
    """Places of a breakaway body's name -> the party, for "separatists in Donetsk"."""
    return {plain_letters(place): party for place, (party,), _, _ in read_rows("separatists")}


@lru_cache(maxsize=1)
def governed() -> frozenset[str]:
    """The places among them whose ministries are that party's: "the Gaza health ministry"."""
    return frozenset(place for place, _, marks, _ in read_rows("separatists") if "governs" in marks)
