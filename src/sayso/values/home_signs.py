"""The signs by which a party is at home in all reports: that "the army" without a name beside it is its army.

How often a party is named, in headlines and first of all, which bodies of it are named, whether reports are written
from its seat. How much each sign weighs (``tables/home_signs.toml``) was learnt from small invented conflicts
(``training/choose_home.py``). Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from math import exp, log1p

from sayso.values.local_abroad import shown_beside
from sayso.values.on_board import load_table
from sayso.values.openings import found_at
from sayso.values.party_words import START, any_of, datelines, organ_places, party_words

SURE = 0.59
"""How likely a party must be the one meant, of all that are named and none."""

_WHERE = ("neighbour", "its mission", "its soil")
"""What shows where a party is (local_abroad.py)."""

Shown = Mapping[str, float]
"""The signs of a party, and how much of each there is."""

_BODIES = {
    "armed": re.compile(
        r"army|troops|soldier|forces|navy|artillery|jets?|drone|warship|military|fighters|gunboat", re.IGNORECASE
    ),
    "abroad": re.compile(
        r"foreign|embass|ambassador|envoy|consul|diploma|delegat|customs|border|coast ?guard|navy", re.IGNORECASE
    ),
    "rules": re.compile(r"president|prime minister|premier|king|government|ministry|minister", re.IGNORECASE),
}
"""Bodies that a party is named with: those that fight, those that others meet of it, those that rule."""


def likely_home(found: Mapping[str, Shown], weights: Mapping[str, float] | None = None) -> str:
    """The one of the parties of ``signs_of_home`` that is surely at home, "" where none is.

    ``weights`` are those on board by default.
    """
    weights = learnt_weights() if weights is None else weights
    odds = {party: exp(sum(weights.get(sign, 0.0) * n for sign, n in signs.items())) for party, signs in found.items()}
    best = max(sorted(odds), key=odds.__getitem__, default="")
    return best if best and odds[best] > SURE * (1 + sum(odds.values())) else ""


@cache
def learnt_weights() -> Mapping[str, float]:
    """What each sign weighs, ``tables/home_signs.toml``; nobody at home weighs nothing."""
    return load_table("home_signs")


def signs_of_home(
    texts: Sequence[str], owner_of: Mapping[str, str], kinds: Mapping[str, str], near: Collection[str]
) -> dict[str, Shown]:
    """Party -> what speaks for it and against it to be at home in ``texts``.

    Args:
        texts: calm texts (party_words).
        owner_of: names, adjectives and seats of parties -> the party.
        kinds: party -> world (a state that the tables hold), state, region or group.
        near: parties that the texts call a neighbour or an ally.
    """
    named, bodies, first = Counter[str](), defaultdict[str, Counter[str]](Counter), Counter[str]()
    headed, written, where = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
    name = re.compile(rf"{START}({any_of(owner_of) or '(?!)'})(?![\w-])")
    for text in texts:
        heads = set(datelines(text)) & owner_of.keys()
        written.update(owner_of[place] for place in heads)
        found = [(at, words, body) for at, words, body in _named(text, name) if at >= _HEAD or words not in heads]
        first.update(owner_of[words] for _, words, _ in found[:1])
        title = text.find("\n")
        for at, words, body in found:
            party = owner_of[words]
            named[party] += 1
            headed[party] += at < title
            where[party].update(sign for sign in shown_beside(text, at, at + len(words)) if sign in _WHERE)
            bodies[party].update({sign: which.search(body) is not None for sign, which in _BODIES.items()})
    return {
        party: {
            "any": 1.0,
            kinds[party]: 1.0,
            "near": float(party in near),
            "named": log1p(named[party]),
            "share": named[party] / max(1, named.total()),
            "in headlines": log1p(headed[party]),
            "named first": first[party] / len(texts),
            "written from": written[party] / len(texts),
            **{sign: n / max(1, named[party]) for sign, n in bodies[party].items()},
            **{sign: log1p(n) for sign, n in where[party].items()},
        }
        for party in sorted(named | written)
    }


_HEAD = 200
"""Characters of a text in which the place that it is dated from is no more than that."""


def _named(text: str, name: re.Pattern[str]) -> Iterator[tuple[int, str, str]]:
    """Where a party is named, how, and the body of it that stands beside the name, "" for none."""
    organ_after, organ_of = _organs()
    before = {match.end(): match[1] for match in found_at(organ_of, text, organ_places(text), len(text))}
    for match in name.finditer(text):
        organ = organ_after.match(text, match.end())
        yield match.start(), match[1], organ[1] if organ else before.get(match.start(), "")


@cache
def _organs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An organ of state after its owner, and one before it."""
    organ = party_words().organ
    of_side = r"(?:of|for|in) (?:the )?(?:Republic of |Kingdom of )?"
    return re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+ ){{0,2}}?({organ})"), re.compile(rf"\b({organ}) {of_side}")
