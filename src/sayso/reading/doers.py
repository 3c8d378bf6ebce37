"""Who did the killing where a side stands near the dead: "a Velgorian strike killed twelve" hits others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.named import Named
from sayso.types import Span
from sayso.values.number_words import SMALL_CARDINAL

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
    r"dozens|scores|hundreds|thousands|several|many|civilians|people|residents|villagers|children|women|men|members|"
    r"soldiers|troops|policemen|officers|worshippers|passengers|workers|fighters|militants|terrorists|rebels|its|their|"
    rf"\d[\d.,]*|{SMALL_CARDINAL})(?![\w])"
)
_DOES = re.compile(
    rf"(?:['’]s?)?(?:\s+(?!(?:were|was|been|be|being|are|is|who|and|said|says)\b)[\w-]+){{0,4}}?\s+{_HARMED}\s+"
    rf"(?:(?:and|or)\s+\w+\s+)?(?:the\s+)?{_SOME}",
    re.IGNORECASE,
)
_OWNS_UP = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:also\s+)?(?:claim|took|tak|accept)\w*\s+responsibility\b", re.IGNORECASE
)
_STRUCK = re.compile(
    r"\b(?:on|against|at|near|in|hit|hits|struck|strikes|shelled|attacked|bombed|targeted|pounded|raided|into|"
    r"inside|towards?|over|across|ambushed|engaged)\s+(?:(?:the|an?)\s+)?(?:(?:north|south|east|west|central)\w*\s+)?$"
)  # "an attack on Velgorian positions killed six"
_DOING = re.compile(r"\b(?:killing|wounding|injuring|capturing)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_DEED_DONE = re.compile(
    r"(?<!were )(?<!was )(?<!been )(?<!be )(?<!are )\b(?:kill(?:ed|s)|wound(?:ed|s)|injure[ds]|murdered|executed|slain|"
    r"captured|detained|arrested|abducted|eliminated|liquidated|neutrali[sz]ed|shot(?: dead| down)?|shoots? down|"
    r"shooting down|downed|downs|brought down|intercept(?:ed|s)|destroy(?:ed|s)|repelled|set fire to|burn(?:ed|t) down|"
    r"torched|seized)(?:, (?:in|by) [^,;.:]{1,40},)?\s+"
    r"(?!(?:in|by|since|during|on|at|near|after|when|from|to|over|as|is|was|were|had|have|has|rose|and|or|so|there|this)\b)"
    r"(?:(?!\b(?:that|who|which|said|says|while|but|when|where|after|lost)\b)[^.;:!?]){0,80}$",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:it|they|he|she|we|I|its|their|our|his|her)\b(?:\s+(?!(?:said|says)\b)[\w’'-]+){0,5}\s*$", re.IGNORECASE
)
_SAYS_IT = re.compile(
    r"\b(?:said|says|that|claims?|claimed|announced|reported)\s+(?:it|they|he|she|we|its|their|our|his|her)\b"
    r"(?:(?!\b(?:said|says|that|while|but)\b)[^.;:!?\d]){0,90}$",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|say|saying|told|tells|reported|reports|announced|announces|claimed|claims|stated|states|that|according)\b",
    re.IGNORECASE,
)
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


def doers_before(text: str, before: Span, sides: Sequence[Named], speaker: str = "") -> set[str]:
    """The parties that did it to what a number counts: of "Velgoria struck the camp, killing twelve" Velgoria.

    Args:
        text: the report's.
        before: the sentence up to the number.
        sides: the names in the sentence that stand for a side, in order.
        speaker: the party of who says it, who is meant by "it" in "the army said that it had shot down twelve".
    """
    doing = _DOING.search(text, before.start, before.end)
    if doing:
        ahead = [n for n in sides if n.span.end <= doing.start() and not _STRUCK.search(text, 0, n.span.start)]
        return {n.party for n in ahead[-1:]}
    deed = _DEED_DONE.search(text, before.start, before.end)
    if deed is None:
        return set()
    ahead = [n for n in sides if n.span.end <= deed.start()]
    itself = _ITSELF.search(text, before.start, deed.start()) or _SAYS_IT.search(text, before.start, deed.start())
    if itself:
        said = [n.party for n in ahead if n.span.end <= itself.start()]
        return {*said[-1:], *([speaker] if speaker else [])}
    agents = [n for n in ahead if not _STRUCK.search(text, max(0, n.span.start - 40), n.span.start)]
    return {n.party for n in agents[-1:] if not _REPORTS.search(text, n.span.end, deed.start())}


def _is_doer(text: str, name: Span) -> bool:
    """Whether the words around a side's name make it who did it: "a strike by Velgoria"."""
    before = text[max(0, name.start - 80) : name.start]
    does = _DOES.match(text, name.end) and not _STRUCK.search(before)
    owns_up = _OWNS_UP.match(text, name.end)
    return bool(does or owns_up or _ITS_DEED.match(text, name.end) or _BY.search(before))
