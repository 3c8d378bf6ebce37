"""Who "the rebels" are: the movement that reports call so, else the one that they know or name far more than others.

And who "the company" is that fights for pay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.values.party_words import NAMES, START, bare

_FAR_MORE = 3
"""How many times as often as the second a movement must be named for "the rebels" to be it."""

_DESCRIBED = tuple(
    "movement rebels rebel rebellion insurgents insurgent insurgency guerrillas guerrilla militants militant outlaws "
    "bandits terrorists terrorist gunmen attackers insurrection".split()
)
_ANYBODY = frozenset("outlaws bandits gunmen attackers".split())
"""What reports on several movements call men of whom they do not know whose they are."""
_DESCRIBING = re.compile(rf"\b(?:{'|'.join(_DESCRIBED)})\b", re.IGNORECASE)

_REBELS = r"(?:[Rr]ebels?|REBELS?|[Ii]nsurgents?|[Ii]nsurgency|[Rr]ebellion|[Gg]uerrillas?)"
_CALLED = (
    re.compile(rf"\b{_REBELS}(?:,| \w+,)? (?:(?:led|headed|spearheaded) by|of|from) (?:the )?({NAMES})"),
    re.compile(rf"\b[Rr]ebel (?:group|movement|alliance|coalition|army|organi[sz]ation) (?:the )?({NAMES})"),
    re.compile(rf"{START}({NAMES})(?:['’]s|-led)? {_REBELS}\b"),
    re.compile(rf"{START}({NAMES})(?: \([A-Z0-9]+\))?, (?:the|a|an) (?:[\w-]+ ){{0,3}}?(?:rebel|insurgent)s?\b"),
)


def find_rebels(
    texts: Sequence[str],
    quiet: Sequence[str],
    groups: Mapping[str, str],
    learnt: Mapping[str, str],
    on_board: Counter[str],
) -> dict[str, tuple[str, str]]:
    """Words for rebels that ``texts`` use -> the movement that they mean, and why; {} where that stays open.

    Args:
        texts: the reports as they stand.
        quiet: the same, calm (party_words) and without the long names on board.
        groups: the names of armed movements, on board and learnt -> the movement.
        learnt: those among them that the reports themselves taught.
        on_board: how often each movement of the tables on board is named.
    """
    called = Counter(groups[name] for text in texts for name in _called(text) if name in groups)
    named = Counter(on_board)
    for name, party in learnt.items():
        whole = re.compile(rf"\b{re.escape(name)}\b")
        named[party] += sum(len(whole.findall(text)) for text in quiet if name in text)
    found = _first(called, "call {} so", "mostly call {} so") or _first(
        named, "know one movement, {}", "are mostly about {}"
    )
    said = {word.lower() for text in texts for word in _DESCRIBING.findall(text)} if found else set[str]()
    said -= _ANYBODY if not called and len(named) > 1 else frozenset()
    return {word: (found[0], f'"the {word}": the reports {found[1]}') for word in _DESCRIBED if found and word in said}


_HIRED = r"(?: \([A-Z]+\))?, (?:an? |the )(?:[\w-]+ ){0,3}?(?:security|military|mercenary) (?:company|firm)\b"


def find_hired(quiet: Sequence[str], groups: Mapping[str, str]) -> tuple[str, str] | None:
    """The one of ``groups`` (name -> party) that is called a security company, and the words; None for none or several.

    >>> find_hired(["Orlin Shield, an Ostrian security company, left."], {"Orlin Shield": "Orlin Shield"})
    ('Orlin Shield', '"Orlin Shield, an Ostrian security company"')
    """
    found = {
        party: f'"{match[0]}"'
        for name, party in groups.items()
        for text in quiet
        if name in text and (match := re.search(re.escape(name) + _HIRED, text))
    }
    return next(iter(found.items())) if len(found) == 1 else None


def _first(counted: Counter[str], alone: str, first: str) -> tuple[str, str] | None:
    """What is counted alone or far more than the second, and in what words."""
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return ranked[0][0], (alone if len(ranked) == 1 else first).format(ranked[0][0])


def _called(text: str) -> Iterable[str]:
    """The names that stand with a word for rebels: "rebels led by the Orlin Front", "Fighters of the M23 rebels"."""
    for pattern in _CALLED:
        for match in pattern.finditer(text):
            name = bare(match[1]).removeprefix("The ")
            yield name
            if " of the " in name:
                yield name.rpartition(" of the ")[2]
