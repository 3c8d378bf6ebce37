"""Movements that are one side: "the River Alliance (RA), the coalition to which the March Front belongs", "RA/MF".

Reports that say that a movement belongs to another, or that write both names as one signature, name one side by either.
Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.values.learnt import BODIES, Learnt
from sayso.values.party_tables import world_groups
from sayso.values.party_words import any_of

_WHOLE = r"(?:coalition|alliance|movement|bloc|umbrella|group|front|federation|organi[sz]ation)"
_BELONGS = (
    r"(?: \([A-Z][A-Z0-9]{1,7}\))?,? (?:(?:a|the) )?(?:[\w-]+ ){0,2}"
    rf"{_WHOLE}(?: of rebels| of movements)? (?:to|of) which (?:the )?{{b}} (?:belongs|is (?:a |the )?(?:\w+ )?"
    r"(?:part|member|component|wing))"
)
_PART_OF = (
    r",? (?:which (?:is|was) |who are |is |are )?(?:a |the )?(?:(?:main|leading|largest|military|armed) )?"
    r"(?:part|member|component|wing|arm) of (?:the )?(?:[\w-]+ )?{a}(?= " + _WHOLE + r"|,|\.|;| \()"
)


def with_coalitions(texts: Sequence[str], out: Mapping[str, Learnt]) -> dict[str, Learnt]:
    """The entries of ``out`` that change and that are new where movements are said to be one side.

    Args:
        texts: the reports.
        out: what the reports have taught so far.
    """
    named = {name: party for name, party in world_groups().items() if any(name in text for text in texts)}
    named |= {name: one.party for name, one in out.items() if one.kind in BODIES and one.by != "description"}
    named = {name.removeprefix("the "): party for name, party in named.items() if party}
    one_of: dict[str, tuple[str, str]] = {}
    for first, second, why in _pairs(texts, named):
        kept, other = _ordered(first, second, texts, named)
        if kept != other and kept not in one_of:
            one_of.setdefault(other, (kept, why))
    changed = {name: replace(one, party=one_of[one.party][0]) for name, one in out.items() if one.party in one_of}
    new = {
        name: Learnt(one_of[party][0], "group", "name", one_of[party][1])
        for name, party in named.items()
        if party in one_of and name not in out
    }
    return changed | new


def _pairs(texts: Sequence[str], named: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Two movements and the words that make them one side."""
    if len(set(named.values())) < 2:
        return
    either = any_of(named)
    a, b = f"(?P<a>{either})", f"(?P<b>{either})"
    patterns = [
        re.compile(rf"(?<!\w){a}{_BELONGS.replace('{b}', b)}(?!\w)"),
        re.compile(rf"(?<!\w){b}{_PART_OF.replace('{a}', a)}"),
        re.compile(rf"\({a}/{b}\)"),
        re.compile(
            rf"(?i:spokes\w+|secretary|coordinator|command\w*|president|leadership)(?:,| of| for)? (?:the )?{a}/{b}\b"
        ),
    ]
    for text in texts:
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield named[match["a"]], named[match["b"]], f'"{" ".join(match[0].split())}"'


def _ordered(first: str, second: str, texts: Sequence[str], named: Mapping[str, str]) -> tuple[str, str]:
    """The movement under whose name both go, the one that is named more often, and the other."""
    count = Counter[str]()
    for name, party in named.items():
        if party in (first, second):
            count[party] += sum(text.count(name) for text in texts)
    return (first, second) if count[first] > count[second] else (second, first)
