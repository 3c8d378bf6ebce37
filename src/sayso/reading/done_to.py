"""What was done to the things and people that a number counts, where the verb stands right at it, for its ``what``.

Drones that were launched and drones that were shot down are two counts, as are tanks destroyed and tanks at hand,
prisoners taken and prisoners exchanged: "drones shot down", "tanks destroyed", "exchanged", "bodies handed over".
"""

from __future__ import annotations

import re

from sayso.types import Span
from sayso.values.number_units import find_unit
from sayso.values.number_words import SMALL_CARDINAL

_FLYING = (
    r"(?:drones?|uavs?|missiles?|rockets?|bombs?|jets?|aircraft|planes?|warplanes?|airplanes?|aeroplanes?|"
    r"helicopters?|gliders?|balloons?|bombers?|projectiles?|quadcopters?|munitions)"
)
_DRIVEN = (
    r"(?:tanks?|vehicles?|trucks?|lorries|guns?|howitzers?|launchers?|mortars?|batteries|ships?|boats?|vessels?|"
    r"systems?|depots?|radars?|personnel carriers?|carriers?)"
)
_THING = re.compile(rf"(?:{_FLYING}|{_DRIVEN})", re.IGNORECASE)
_FLIES = re.compile(_FLYING, re.IGNORECASE)
_UNMANNED_THING = re.compile(r"(?:drone|uav|missile|rocket|bomb|projectile|quadcopter)s?|munitions", re.IGNORECASE)
_UNMANNED = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:unmanned (?:aerial |aircraft )?(?:vehicles?|systems?|aircraft)|UAVs?|"
    r"(?:fixed-wing |aircraft-type |kamikaze |FPV )UAVs?)\b",
    re.IGNORECASE,
)
_LAID = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:vehicle|car|truck|roadside|suicide|homemade|improvised|buried|belt)[\w-]*\s+"
    r"(?:[\w-]+\s+)?bombs?\b",
    re.IGNORECASE,
)  # bombs that do not fly
_DESIGNATED = {
    "aircraft": re.compile(r"\s+(?:[\w-]+\s+)?(?:MiG|Su|Tu|F|Il|Yak|Mirage|Rafale)[- ]\d+"),
    "helicopters": re.compile(r"\s+(?:[\w-]+\s+)?(?:Mi|Ka|AH|UH)-\d+"),
}
_DOWN = (
    r"(?:shot down|shoots? down|shooting down|shoot down|downed|downs|downing|brought down|intercepted|intercepts?|"
    r"intercepting|knocked down|took down|taken down|neutrali[sz]ed|suppressed|repelled)"
)
_DESTROYED = r"(?:destroyed|destroys?|destroying|knocked out|burnt out|wrecked)"
_LAUNCHED = r"(?:launched|launches|launch|launching|fired|fires|firing|sent)"
_LOST = r"(?:lost|loses|losing|loss of)"
_DEEDS = {"shot down": _DOWN, "destroyed": _DESTROYED, "launched": _LAUNCHED, "lost": _LOST}
_WORDS = r"(?:[\w’'.-]+\s+){0,3}?"
_NUMBER = rf"(?:\d[\d.,]*|{SMALL_CARDINAL}|a|an|several|dozens of)"
_LIST = rf"(?:(?:{_NUMBER})\s+{_WORDS}[\w’'-]+(?:,| and|, and)\s+){{0,6}}?"
_HEDGE = r"(?:(?:at least|more than|about|around|some|over|up to|as many as|a total of|another|all|the|only|nearly) )*"
_BEFORE = {
    deed: re.compile(rf"(?<!were )(?<!was )(?<!been )\b{words}\s+{_HEDGE}{_LIST}{_HEDGE}$", re.IGNORECASE)
    for deed, words in _DEEDS.items()
}
_IS = r"(?:\s+(?:that|which|were|was|are|have|has|had|been|being|also|all|reportedly|later|then)\b){0,4}"
_NOUNS = r"(?:\s+(?!of\b|and\b|but\b|in\b|on\b|at\b|by\b|from\b|were\b|was\b)[\w’'-]+){0,5}?"
_REST = rf"(?:(?:,|,? and)\s+(?:{_NUMBER}|other){_NOUNS}){{0,6}}?"
_AFTER = {
    deed: re.compile(rf"(?:\s+of (?:them|which|these|those))?{_NOUNS}{_REST}{_IS}\s+{words}\b", re.IGNORECASE)
    for deed, words in _DEEDS.items()
}
_OF_ALL = re.compile(
    rf"(?:\s+(?:out\s+)?of\s+(?:(?:the|some|about|around|a total of|at least|more than)\s+)*)(?=\d|{SMALL_CARDINAL})",
    re.I,
)
_ALL = re.compile(rf"(?:\d[\d.,]*|{SMALL_CARDINAL})\s+(?:out\s+)?of\s+(?:(?:the|some|about|around)\s+)*$", re.I)
_NUMBER_ALONE = re.compile(rf"\d[\d.,]*|{SMALL_CARDINAL}", re.I)

_SWAPPED = r"(?:exchanged|swapped|traded)"
_FREED = r"(?:released|freed|set free|let go)"
_GIVEN = r"(?:handed over|returned|given back|handed back|repatriated|delivered|received|transferred)"
_REMAINS = r"(?:bodies|remains|corpses|bodies of|remains of|corpses of)"
_MANNED = r"(?:\s+(?!and\b|but\b|who\b|were\b|was\b|in\b|by\b|at\b|of\b)[\w’'-]+){0,4}?(?:\s+of war)?"
_PASSIVE = r"(?:\s+(?:who|were|was|had|have|has|been|also|all|each|later)\b){1,4}"
_OF_PEOPLE = {
    "exchanged": (
        re.compile(rf"{_MANNED}{_PASSIVE}\s+{_SWAPPED}\b", re.I),
        re.compile(rf"(?<!were )(?<!been )\b(?:{_SWAPPED}|swap|exchange)\s+{_HEDGE}$", re.I),
    ),
    "released": (
        re.compile(rf"{_MANNED}{_PASSIVE}\s+{_FREED}\b", re.I),
        re.compile(rf"(?<!were )(?<!been )\b{_FREED}\s+{_HEDGE}$", re.I),
    ),
}
_SWAP_NEAR = re.compile(r"\b(?:swap(?:ped)?|exchang(?:ed?|ing)|traded?)\b[^.;:!?\d]{0,25}$", re.I)
_EACH = re.compile(r"(?:\s+[\w’'-]+){1,4}?\s+each\b", re.I)
_BODIES_AFTER = re.compile(rf"(?:\s+[\w’'-]+){{0,2}}?\s+{_REMAINS}\b(?:\s+[\w’'-]+){{0,8}}?\s+{_GIVEN}\b", re.I)
_BODIES_ALONE = re.compile(rf"(?:\s+[\w’'-]+){{0,2}}?\s+{_REMAINS}\b", re.I)
_GIVEN_BEFORE = re.compile(rf"(?<!were )(?<!been )\b{_GIVEN}\s+(?:back\s+)?{_HEDGE}$", re.I)
_BODIES_OF = re.compile(rf"\b{_REMAINS}\s+(?:of\s+)?{_HEDGE}$", re.I)
_GIVEN_AFTER = re.compile(rf"(?:\s+[\w’'-]+){{1,8}}?\s+{_GIVEN}\b", re.I)
_GIVEN_BODIES = re.compile(rf"(?<!were )(?<!been )\b{_GIVEN}\s+(?:the )?{_REMAINS}\s+(?:of\s+)?{_HEDGE}$", re.I)


def noun_of(text: str, end: int, unit: str) -> str:
    """The thing that a number counts: "drones" for unmanned aerial vehicles and for the 12 of "12 of 15 drones".

    >>> noun_of("12 of 15 drones", 2, ""), noun_of("40 unmanned aerial vehicles", 2, "vehicles")
    ('drones', 'drones')
    """
    if _UNMANNED.match(text, end):
        return "drones"
    of = _OF_ALL.match(text, end)
    whole = _NUMBER_ALONE.match(text, of.end()) if of else None
    designated = next((noun for noun, words in _DESIGNATED.items() if words.match(text, end)), "")
    if designated:
        return designated
    noun = find_unit(text, whole.end()) if whole else ""
    if whole and _UNMANNED.match(text, whole.end()):
        return "drones"
    return noun or unit


def is_of_all(text: str, at: Span, start: int) -> bool:
    """Whether a number is one of the two in "12 of 15 drones"."""
    return bool(_OF_ALL.match(text, at.end) or _ALL.search(text, start, at.start))


def done_to_things(text: str, sentence: Span, at: Span, noun: str) -> str:
    """The thing with what was done to it: "drones shot down"; "" where the verb does not stand right at the number."""
    if not _THING.fullmatch(noun):
        return ""
    if _ALL.search(text, sentence.start, at.start):
        return f"{noun} launched" if _FLIES.fullmatch(noun) else ""
    end = at.end
    of = _OF_ALL.match(text, end)
    whole = _NUMBER_ALONE.match(text, of.end()) if of else None
    end = whole.end() if whole else end
    deed = next((name for name, words in _BEFORE.items() if words.search(text, sentence.start, at.start)), "")
    if not deed:
        found = ((words.match(text, end, sentence.end), name) for name, words in _AFTER.items())
        deed = min(((match.end(), name) for match, name in found if match), default=(0, ""))[1]
    if deed == "destroyed" and _LAID.match(text, at.end):
        return f"{noun} {deed}"
    if _FLIES.fullmatch(noun):
        deed = "shot down" if deed == "destroyed" and _UNMANNED_THING.fullmatch(noun) else deed
        return f"{noun} {deed}" if deed else ""
    return f"{noun} {deed}" if deed in ("destroyed", "lost") else ""


def done_to_people(text: str, sentence: Span, at: Span) -> str:
    """Whether people were exchanged or released, or the bodies of some handed over: no capture and no killing."""
    given = (
        _GIVEN_BODIES.search(text, sentence.start, at.start)
        or _BODIES_AFTER.match(text, at.end, sentence.end)
        or (_GIVEN_BEFORE.search(text, sentence.start, at.start) and _BODIES_ALONE.match(text, at.end, sentence.end))
        or (_BODIES_OF.search(text, sentence.start, at.start) and _GIVEN_AFTER.match(text, at.end, sentence.end))
    )
    if given:
        return "bodies handed over"
    if _SWAP_NEAR.search(text, sentence.start, at.start) and _EACH.match(text, at.end, sentence.end):
        return "exchanged"
    for name, (after, before) in _OF_PEOPLE.items():
        if after.match(text, at.end, sentence.end) or before.search(text, sentence.start, at.start):
            return name
    return ""
