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

from sayso.values.on_board import load_table
from sayso.values.openings import found_at
from sayso.values.party_words import START, any_of, datelines, organ_places, party_words

SURE = 0.55
"""How likely a party must be the one meant, of all that are named and none."""

Signs = Mapping[str, float]

_ARMED = re.compile(
    r"army|troops|soldier|forces|navy|artillery|jets?|drone|warship|military|fighters|gunboat", re.IGNORECASE
)
_ABROAD = re.compile(
    r"foreign|embass|ambassador|envoy|consul|diploma|delegat|customs|border|coast ?guard|navy", re.IGNORECASE
)
"""What others meet of a state: it is named with it where the state is not at home."""
_RULES = re.compile(r"president|prime minister|premier|king|government|ministry|minister", re.IGNORECASE)


def likely_home(found: Mapping[str, Signs], weights: Mapping[str, float] | None = None) -> str:
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
) -> dict[str, Signs]:
    """Party -> what speaks for it and against it to be at home in ``texts``.

    Args:
        texts: calm texts (party_words).
        owner_of: names, adjectives and seats of parties -> the party.
        kinds: party -> world (a state that the tables hold), state, region or group.
        near: parties that the texts call a neighbour or an ally.
    """
    named, bodies, first = Counter[str](), defaultdict[str, Counter[str]](Counter), Counter[str]()
    headed, written = Counter[str](), Counter[str]()
    for text in texts:
        heads = set(datelines(text)) & owner_of.keys()
        written.update(owner_of[place] for place in heads)
        found = [
            (at, party, body) for at, name, party, body in _named(text, owner_of) if at >= _HEAD or name not in heads
        ]
        first.update(party for _, party, _ in found[:1])
        title = text.find("\n")
        for at, party, body in found:
            named[party] += 1
            headed[party] += at < title
            for sign, words in (("armed", _ARMED), ("abroad", _ABROAD), ("rules", _RULES)):
                bodies[party][sign] += body != "" and words.search(body) is not None
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
        }
        for party in sorted(named | written)
    }


_HEAD = 200
"""Characters of a text in which the place that it is dated from is no more than that."""


def _named(text: str, owner_of: Mapping[str, str]) -> Iterator[tuple[int, str, str, str]]:
    """Where a party is named, the name, the party, and the body of it that stands beside the name, "" for none."""
    if not owner_of:
        return
    organ_after, organ_of = _organs()
    before = {match.end(): match[1] for match in found_at(organ_of, text, organ_places(text), len(text))}
    for match in re.finditer(rf"{START}({any_of(owner_of)})(?![\w-])", text):
        organ = organ_after.match(text, match.end())
        yield match.start(), match[1], owner_of[match[1]], organ[1] if organ else before.get(match.start(), "")


@cache
def _organs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An organ of state after its owner, and one before it."""
    organ = party_words().organ
    of_side = r"(?:of|for|in) (?:the )?(?:Republic of |Kingdom of )?"
    return re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+ ){{0,2}}?({organ})"), re.compile(rf"\b({organ}) {of_side}")
