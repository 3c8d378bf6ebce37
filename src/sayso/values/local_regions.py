"""A region with a government and forces of its own, which fights its state: "the regional government" of Gerhaw.

It is a side by its region's name where reports call it a region, speak of regional rulers, and give it men under arms.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.values.party_words import COMMON, NAME, START, bare

_ARMED = r"(?:forces|fighters|army|troops|militia|command)"
_RULERS = (
    rf"(?:government|president|administration|authorities|leader(?:ship)?|{_ARMED}|parliament|council|"
    r"spokes(?:man|woman|person))"
)
_REGIONAL = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|so-called) (?:[a-z]+ )?(regional {_RULERS})\b")
_IN_ARMS = re.compile(rf"\bregional {_ARMED}\b")
_CALLED_SO = (
    re.compile(rf"\b(?:region|regional (?:state|government|president)) of ({NAME})(?! {NAME})"),
    re.compile(rf"{START}({NAME}) region\b"),
)
_ITS_OWN = (
    re.compile(rf"{START}({NAME})(?:['’]s)? regional {_RULERS}\b"),
    re.compile(rf"{START}({NAME}) (?:Regional )?(?:Defen[cs]e|Special|Security|Liberation) Forces?\b"),
    re.compile(rf"{START}({NAME})['’]s? (?:[a-z]+ )?(?:{_ARMED}|president)\b"),
)
_TWICE = 2  # words for those who rule it


_CAPITAL = re.compile(
    rf"{START}({NAME}), the (?:regional capital|capital of the region)\b|regional capital,? ({NAME})\b"
)


def find_region(texts: Sequence[str], known: Collection[str]) -> tuple[str, dict[str, str], dict[str, str]] | None:
    """The one region that rules and arms itself, as two phrases at least say: its name, those, and its capitals.

    Phrases and capitals come with words that show them.

    Args:
        texts: of all reports.
        known: names that are taken: states, movements, persons.
    """
    called, own, rulers, capitals = set[str](), dict[str, str](), dict[str, str](), dict[str, str]()
    for text in texts:
        called.update(bare(match[1]) for pattern in _CALLED_SO for match in pattern.finditer(text))
        own |= {bare(m[1]): m.group() for pattern in _ITS_OWN for m in pattern.finditer(text)}
        rulers |= {match[1]: match.group() for match in _REGIONAL.finditer(text)}
        rulers |= {match.group(): match.group() for match in _IN_ARMS.finditer(text)}
        capitals |= {bare(match[1] or match[2]): match.group() for match in _CAPITAL.finditer(text)}
    names = [name for name in called if name in own and name not in known and name not in COMMON]
    if len(names) != 1 or len(rulers) < _TWICE:
        return None
    [name] = names
    return name, {phrase: f'"{words}"; "{own[name]}"' for phrase, words in rulers.items()}, capitals
