"""Where the words of a claim put what it tells, by what all reports together know of names.

A reading knows the names of its own report; over all reports more are known as places. What the words themselves put
at one of those is told of it, and not of the place that the report spoke of before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.told import Told, claimed

KINDS = ("control", "fighting", "attack", "equipment", "casualties", "responsibility", "plan")
NAME = r"(?-i:(?P<name>[^\W\d_a-z][\w'’-]*(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w'’-]*){0,3}))"
THE = r"(?:the (?:[a-z-]+ ){0,2}(?:of )?)?"
WHERE = r"in|on|at|near|outside|around|into|towards?|against|off|over"
OF_WHAT = (
    "conquest|occupation|taking|attacks?|shelling|bombing|bombardment|strikes?|raids?|assault|storming|siege|capture|fall|loss|seizure|liberation|"
    "recapture|defen[cs]e|encirclement|massacre|killings?|battle|dead|gates?|town|city|village|port|bridge|pass|dam|"
    "airport|airfield|district|quarter|outskirts|centre|heights?|hills?|island|post|position|surroundings|direction"
)
TAKES = (
    "holds?|held|took|takes?|taken|taking|captur(?:ed?|es|ing)|seized?|liberated?|retook|retaken|entered|stormed|"
    "besieged|encircled|surrounded|lost|left|abandoned|shelled|bombed|bombarded|attacked|raided|hit|struck"
)
PUT = (
    re.compile(rf"\b(?:{WHERE})\s+{THE}{NAME}", re.I),
    re.compile(rf"\b(?:{OF_WHAT}) (?:of|at|on) (?:the )?{NAME}", re.I),
    re.compile(rf"\b(?:{TAKES})\s+{THE}{NAME}", re.I),
)
FALLS = re.compile(
    r"\s+(?:(?:has|had|have|was|is|were|would be|will be)\s+(?:not |never |now |been |again )*"
    r"(?:fallen|taken|captured|ours|free|liberated|lost|shelled|bombed|hit|struck|attacked|encircled|surrounded|held|"
    r"burn(?:t|ed|ing)|destroyed|occupied|under)|fell|falls|holds out)\b",
    re.I,
)  # what is said of a place as the subject
ELSEWHERE = re.compile(
    r"\b(?:ministry|palace|regime|government|cabinet|parliament|court|embassy|office|authorities|those|talk|words|"
    r"newspapers|staff|command|headquarters|rulers) (?:of (?:[\w-]+ ){1,4})?$|"
    r"\bfrom (?:(?!and\b|but\b)[\w’'-]+ ){0,6}$|\b(?:reposition|regroup|redeploy|readjust)\w* (?:[\w’'-]+ ){0,4}$|"
    r"\bblame (?:\w+ )?$",
    re.I,
)  # before a place where somebody speaks or governs, that a shot came from, where troops went that left, or to blame
NAMES = re.compile(NAME)
AFTER = re.compile(rf"\b(?:{WHERE}|from|of)\s+(?:the )?{NAME}", re.I)


def placed_by_words(told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> list[Told]:
    """``told``; a claim that names no place of its own is at the one place where its words put something.

    Parties and what is called after them are no such places.
    """
    sides = {report: _sides(conflict, naming) for report, conflict in conflicts.items()}
    return [_placed(one, sides[one.report.id], naming) if one.claim.kind in KINDS else one for one in told]


def _sides(conflict: Conflict, naming: Naming) -> frozenset[str]:
    return conflict.belligerents() | frozenset(naming.parties.values())


def _placed(one: Told, sides: Collection[str], naming: Naming) -> Told:
    words, own = claimed(one), one.claim.slot("place")
    if one.placed or (own and own in words):
        return one
    found = set(_put(words, naming, falls=one.claim.kind != "casualties"))
    place = found.pop() if len(found) == 1 else ""
    partys = any(place == side or _called_after(place, side) for side in sides)
    return replace(one, place=place, named=True) if place and not partys else one


def _called_after(place: str, side: str) -> bool:
    """True for a party's land or its adjective: "Karmin" of Upper-Karmin, "Velgorian" of Velgoria."""
    if place.casefold() in re.split(r"[\s-]+", side.casefold()):
        return True
    return len(side) > 4 and place.casefold().startswith(side.casefold()[:-2]) and len(place) - len(side) <= 3


def _put(words: str, naming: Naming, *, falls: bool) -> Iterator[str]:
    """The places at which ``words`` put something."""
    for pattern in PUT:
        for match in pattern.finditer(words):
            known = "" if ELSEWHERE.search(words, 0, match.start()) else _known(match["name"], naming)
            if known:
                yield known
    for match in NAMES.finditer(words) if falls else ():
        if FALLS.match(words, match.end()) and match["name"] in naming.places:
            yield naming.place(match["name"])


def places_in(words: str, naming: Naming) -> list[str]:
    """Every place that ``words`` name after a word for where, in reading order."""
    found = (_known(match["name"], naming) for match in AFTER.finditer(words))
    return list(dict.fromkeys(place for place in found if place))


def _known(words: str, naming: Naming) -> str:
    """The place that the longest beginning of ``words`` names, "" for none."""
    parts = words.split(" ")
    for end in range(len(parts), 0, -1):
        name = " ".join(parts[:end])
        for spelling in (name, name.title()) if name.isupper() else (name,):
            if spelling in naming.places:
                return naming.place(spelling)
    return ""
