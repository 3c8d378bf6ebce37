"""What a report shows of where a side is by words that any reader uses: a neighbour, over the border, its embassy.

Who writes from a land calls others neighbours, has their envoys in town, and tells what comes over the border from
them. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.values.party_words import MONTH, NAME

_NEIGHBOUR = re.compile(r"\bneighbou?r(?:ing)?(?: (?:state|country|republic|land)(?: of)?)?,? $", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:(?:border|frontier) (?:from|with|into|to)|(?:cross(?:ed|ing)?|fired|came|come|coming|launched|flown|flew|"
    r"smuggled|infiltrated|entered|slipped in)(?: over| across| in)?(?: (?:the|our|its|their) (?:border|frontier))?"
    r" from|(?:fled|flee|fleeing|escaped|refugees?) (?:over the border |across the border )?(?:from|to|into))"
    r" (?:the territory of )?$",
    re.IGNORECASE,
)
_MISSION = re.compile(r"^(?:['’]s?)?(?: [a-z]+){0,2} (?:embass|ambassador|envoy|consul|legation)", re.IGNORECASE)
_ON_ITS_SOIL = re.compile(
    r"^['’]s? (?:[\w-]+ ){0,3}?(?:province|region|district|department|governorate|county|prefecture|canton|"
    r"towns?|city|cities|village|villages|coast|highlands?|lowlands?|uplands|north|south|east|west|"
    r"north-?(?:east|west)|south-?(?:east|west))\b"
)


def shown_beside(text: str, at: int, end: int) -> Iterable[str]:
    """What stands beside a side that is named from ``at`` to ``end``: the signs of where it is."""
    before, behind = text[max(0, at - 60) : at], text[end : end + 60]
    if _NEIGHBOUR.search(before):
        yield "neighbour"
    if _OVER.search(before):
        yield "over the border"
    if _MISSION.match(behind):
        yield "its mission"
    if _ON_ITS_SOIL.match(behind):
        yield "its soil"


_BYLINE = re.compile(rf",\s({NAME}(?: {NAME})?), (?:\d{{1,2}}\.? {MONTH}|{MONTH}\.? \d)")


def published_in(text: str) -> Sequence[str]:
    """The city between an outlet's name and the day, at the head: "newspaper The Courier, Orlin, 7 March"."""
    return [match[1] for match in _BYLINE.finditer(text[:400])][:1]
