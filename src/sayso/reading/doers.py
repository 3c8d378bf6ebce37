"""Who did the killing where a side stands near the dead: "a Velgorian strike killed twelve" hits others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.named import Named
from sayso.types import Span

_DEED = (
    r"(?:air[- ]?)?(?:strikes?|attacks?|shelling|bombardments?|bombings?|raids?|rockets?|missiles?|drones?|artillery|"
    r"fire|gunfire|shells?|bombs?|snipers?|assaults?|barrages?|salvo(?:e?s)?|mortars?|grenades?|warplanes?|jets?)\b"
)
_OF_ITS_KIND = (
    r"(?:air|aerial|drone|missile|rocket|artillery|mortar|tank|naval|ballistic|cruise|glide|cluster|suicide|military|army|"
    r"government|regime|rebel|ground|overnight|night|retaliatory|cross-border|heavy|long-range|precision|deadly)"
)
_ITS_DEED = re.compile(rf"(?:['’]s?)?[\s-]+(?:{_OF_ITS_KIND}[\s-]+){{0,3}}{_DEED}", re.IGNORECASE)
_HARMED = (
    r"(?:killed|wounded|injured|murdered|executed|massacred|slaughtered|beheaded|shot(?: dead)?|captured|"
    r"abducted|detained)"
)
_BY = re.compile(
    rf"\b(?:{_DEED}|{_HARMED})\s+(?:[\w-]+\s+){{0,3}}?(?:by|blamed on|attributed to)\s+(?:the\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_SOME = (
    r"(?:at least|at most|more than|fewer than|less than|about|around|some|nearly|almost|over|up to|another|as many as|"
    r"dozens|scores|hundreds|thousands|several|many|civilians|people|residents|villagers|children|women|\d|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)\b"
)
_DOES = re.compile(
    rf"(?:['’]s?)?(?:\s+(?!(?:were|was|been|be|being|are|is|who|and|said|says)\b)[\w-]+){{0,4}}?\s+{_HARMED}\s+"
    rf"(?:(?:and|or)\s+\w+\s+)?(?:the\s+)?{_SOME}",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"\b(?:on|against|at|near|in)\s+(?:the\s+)?$")  # "an attack on Velgorian positions killed six"
_DOING = re.compile(r"\b(?:killing|wounding|injuring|capturing)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_HOUSE = re.compile(
    r"\b(?:hospital|clinic|university|school|college|academy|mosque|church|cathedral|embassy|consulate|market|bridge|hotel|"
    r"stadium|street|road|square|cent(?:re|er)|institute|station|club|camp|airport|cemetery)s?$",
    re.IGNORECASE,
)


def may_have_lost(text: str, name: Named) -> bool:
    """Whether the dead near a side's name may be its own: not where it did it, is a person or names a house.

    Args:
        text: the report's.
        name: a name that stands for a side.
    """
    return not (name.kind == "person" or _HOUSE.search(name.words) or _is_doer(text, name.span))


def doer_before(text: str, before: Span, sides: Sequence[Named]) -> str:
    """The party that did it to those whom a number counts: of "Velgoria struck the camp, killing twelve"; "" for none.

    Args:
        text: the report's.
        before: the sentence up to the number.
        sides: the names in the sentence that stand for a side, in order.
    """
    doing = _DOING.search(text, before.start, before.end)
    return next((n.party for n in reversed(sides) if n.span.end <= doing.start()), "") if doing else ""


def _is_doer(text: str, name: Span) -> bool:
    """Whether the words around a side's name make it who did it: "a strike by Velgoria"."""
    before = text[max(0, name.start - 80) : name.start]
    does = _DOES.match(text, name.end) and not _STRUCK.search(before)
    return bool(does or _ITS_DEED.match(text, name.end) or _BY.search(before))
