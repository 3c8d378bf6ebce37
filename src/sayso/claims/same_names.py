"""Names of one bearer that do not sound alike: a nom de guerre that reports give, and what the world calls a body.

"Ali Karam, known as Abu Nur" is one person under both names from then on; "UN", "U.N." and "United Nations" are one
body, whether or not a report says so. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.types import KnownName
from sayso.values.name_parts import strip_titles
from sayso.values.party_tables import read_rows, tokens

Pair = tuple[str, str, str]
"""Two names and the words that make them one."""

_WORD = r"(?:[A-ZÀ-Þ][\w’'-]*|al-[A-ZÀ-Þ]\w*|el-[A-ZÀ-Þ]\w*)"
_NAME = rf"{_WORD}(?: (?:(?:bin|ibn|de|la|von|van) )?{_WORD}){{0,3}}"
_ALIAS = re.compile(
    r"(?:,? \(|,? )(?:(?:also|better|commonly|popularly|widely|otherwise|simply|and|or|who is|who was) )*"
    r"(?:known (?:(?:to|by|among) (?:[\w’'-]+ ){1,3})?(?:simply )?(?:as|by (?:his|her|the|a) [\w ]{3,20}?)|alias|"
    r"a\.?k\.?a\.?|"
    r"nicknamed|nom[s]? de guerre:?|whose (?:nom de guerre|nickname|alias|real name|given name|code ?name|call ?sign) "
    r"(?:is|was)|who (?:goes|went) by (?:the (?:name|nom de guerre|alias)(?: of)?)?|real name:?|code-?named|"
    r"born(?= [A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]))"
    rf" [“\"‘']?(?P<other>{_NAME})",
)
_KUNYA = re.compile(rf" \((?P<other>(?:Abu|Abou|Umm|Hajj) {_WORD}(?: {_WORD})?)\)")


def also_known_as(texts: Iterable[str], persons: Iterable[str]) -> list[Pair]:
    """Pairs of names that a report gives to one person, with the words.

    Args:
        texts: of the reports.
        persons: the names of persons in them, any spelling.

    >>> also_known_as(["Ali Karam, known as Abu Nur, was killed."], ["Ali Karam"])
    [('Ali Karam', 'Abu Nur', '"Ali Karam, known as Abu Nur" in a report')]
    """
    names = sorted({name for name in persons if name[:1].isupper()}, key=lambda name: (-len(name), name))
    if not names:
        return []
    either = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    found: dict[tuple[str, str], str] = {}
    for text in texts:
        for match in either.finditer(text):
            said = _ALIAS.match(text, match.end()) or _KUNYA.match(text, match.end())
            if said and said["other"] != match[0]:
                words = text[match.start() : said.end()]
                found.setdefault((match[0], said["other"]), f'"{" ".join(words.split())}" in a report')
    return [(name, other, why) for (name, other), why in found.items()]


def same_bodies(names: Iterable[str]) -> list[Pair]:
    """Pairs of ``names`` that are one body of the world by its short names.

    >>> same_bodies(["UN", "U.N", "Ostrayan Red Guard", "United Nations"])
    [('United Nations', 'UN', 'names of United Nations'), ('United Nations', 'U.N', 'names of United Nations')]
    """
    found: dict[str, list[str]] = {}
    for name in names:
        body = _short_names().get(_key(name))
        if body:
            found.setdefault(body, []).append(name)
    pairs = []
    for body, spelt in found.items():
        first = body if body in spelt else spelt[0]
        pairs += [(first, name, f"names of {body}") for name in spelt if name != first]
    return pairs


def with_same(joined: Sequence[KnownName], pairs: Iterable[Pair], kind: str) -> list[KnownName]:
    """``joined`` with the names of each pair brought together as those of one bearer of a ``kind``."""
    out = list(joined)
    for first, second, why in pairs:
        a = _bearer(out, first, kind)
        b = _bearer(out, second, kind) or _bearer(out, second, "")
        if a is None or b is None or a is b:
            continue
        spellings = tuple(dict.fromkeys((*a.spellings, *b.spellings)))
        both = KnownName(a.name, a.type, spellings, a.party, (*a.because, *b.because, why))
        out = [both if each is a else each for each in out if each is not b]
    return out


def _bearer(known: Sequence[KnownName], name: str, kind: str) -> KnownName | None:
    bare = strip_titles(name)
    fits = [each for each in known if kind in ("", each.type) and {name, bare} & {*each.spellings, each.name}]
    return fits[0] if fits else None


def _key(name: str) -> str:
    return " ".join(token.plain.replace(".", "") for token in tokens(name.removeprefix("the ")))


@cache
def _short_names() -> dict[str, str]:
    """The key of a body's own and short names -> the body."""
    out: dict[str, str] = {}
    for table in ("bodies", "groups"):
        for body, short, _, _ in read_rows(table):
            for name in (body, *short):
                out.setdefault(_key(name), body)
    return out
