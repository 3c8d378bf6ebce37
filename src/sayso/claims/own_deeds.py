"""A deed that its speaker calls its own, told from one of which the speaker blames others, and who counts the dead.

"The army said it had struck 40 positions of the rebels" claims the deed: the rebels are its target, not its doer.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from sayso.claims.tolls import FIGHTS
from sayso.values.places import resolve_place

_WHO = (
    r"(?:forces|troops|men|fighters|jets|planes|warplanes|aircraft|helicopters|drones|army|navy|soldiers|units?|"
    r"artillery|gunners|guns|gunboats|rocket units|fleet|air force|pilots|commandos|brigades?|special forces)"
)
_ADVERB = r"(?:(?:had|have|has|also|again|already|just|only|first|then|now|\w+ly)\s+){0,3}"
_STRIKE = (
    r"(?:struck|hit|attacked|shelled|bombed|bombarded|pounded|raided|ambushed|targeted|rocketed|torpedoed|stormed|"
    r"fired|launched|carried out|conducted|mounted|begun|began|started|opened fire|blew up|blown up)"
)
_DOWN = r"(?:shot down|downed|destroyed|sank|sunk|brought down|knocked out)"
_NOT_A_STRIKE = r"(?!\s+(?:talks?|an? (?:inquiry|investigation|probe|search)|investigat\w+|search\w*|by\b))"
_BEFORE = r"(?:said|says|say|saying|that|announced|claims?|claimed|added|declared|boasted|\w+day,?|night,?|morning,?)"


def _own(verbs: str, *, plural: bool) -> re.Pattern[str]:
    """The words by which somebody tells of an attack or a kill of his own."""
    subject = "it|they" if plural else "it"
    return re.compile(
        rf"(?:\b{_BEFORE}\s+(?:{subject})|\b(?:we|I)|\b(?:its|our|his|their)\s+(?:own\s+)?(?:[\w-]+\s+){{0,2}}{_WHO})\s+"
        rf"{_ADVERB}{verbs}\b{_NOT_A_STRIKE}",
        re.IGNORECASE,
    )


_PATTERNS = {
    (downed, plural): _own(f"(?:{_STRIKE}|{_DOWN})" if downed else _STRIKE, plural=plural)
    for downed in (True, False)
    for plural in (True, False)
}
_BARE = re.compile(
    rf"\b(?:{_BEFORE}|and|while)\s+(?:(?:fighter|combat|attack)\s+)?(?:jets|planes|warplanes|aircraft|helicopters|"
    rf"air force|navy|gunboats|commandos|special forces)\s+{_ADVERB}(?:{_STRIKE}|destroyed)\b{_NOT_A_STRIKE}",
    re.IGNORECASE,
)
"""The same with no word for whose jets: in the mouth of an army they are its own."""
STRIKES = re.compile(rf"\b(?:{_STRIKE}|{_DOWN})\b", re.IGNORECASE)
STRUCK = re.compile(
    rf"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )\b(?:{_STRIKE}|{_DOWN})\b(?! by\b)", re.IGNORECASE
)
"""Words for an attack, and those by which somebody is said to do it rather than to suffer it."""
_ARMY = re.compile(
    r"\b(?:army|military|defen[cs]e|general staff|air force|navy|naval|guards?|corps|command|front|forces)\b",
    re.IGNORECASE,
)
_CRIME = re.compile(
    r"\b(?:kill\w*|murder\w*|massacr\w*|slaughter\w*|martyr\w*|injur\w*|wound\w*|victims?|dead|deaths|crimes?|criminal\w*|"
    r"terror\w*|aggress\w*|violat\w*|barbar\w*|cowardly|treacher\w*|indiscriminate\w*|provocat\w*|unprovoked|illegal\w*|"
    r"unlawful\w*|hospitals?|clinics?|schools?|universit\w+|kindergartens?|mosques?|churches|church|temples?|markets?|homes?|"
    r"houses?|housing|residential|apartments?|flats|ambulances?|prisons?|blam\w+|accus\w+|respon(?:sible|sibility))\b",
    re.IGNORECASE,
)
"""Words of who tells of what was done to its own."""
ASTRAY = re.compile(
    r"\b(?:stray\w*|off course|departed from (?:its|the) path|by mistake|in error|misfir\w*|mistaken\w*)\b",
    re.IGNORECASE,
)
_PUT_TO_IT = re.compile(r"\b(?:accus|alleg|charge[sd]?\b|den(?:y|ie)|reject|admit|acknowledg|conced)", re.IGNORECASE)
_RESTS = re.compile(r"\b(?:no|not|never|nothing|none|nobody|only)\b|n['’]t\b", re.IGNORECASE)
NO_FIGHTERS = "it counts the dead of its land, and no fighters"
AFTER = 60  # characters behind a deed in which it may be denied in part: "fired at no hospital"
_HEALTH = re.compile(
    r"\b(?:health|medical|medics?|doctors?|hospitals?|clinics?|civil (?:defen[cs]e|protection)|red (?:cross|crescent)|"
    r"ambulances?|paramedics?|rescue\w*|emergenc(?:y|ies)|fire (?:service|brigade)|morgues?|coroners?)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:civilians?|residents?|inhabitants?|villagers|children|women|patients|passengers|people|persons|citizens|"
    r"worshippers|pilgrims|workers|refugees|students|pupils|journalists)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\W*the (?:number|toll|figure|count|tally)\b", re.IGNORECASE)
_MARTYRS = re.compile(r"\bmartyr\w*", re.IGNORECASE)


def is_own_deed(words: str, kind: str, speaker: str, others: frozenset[str]) -> bool:
    """Whether the speaker says that it struck itself, and neither answers a charge nor leaves out whom it did not hit.

    "It" behind the name of another side is that side.

    Args:
        words: what is said, with who says it.
        kind: of the matter.
        speaker: who speaks; "they" are several.
        others: words of the names of all other sides, in small letters.
    """
    found = _PATTERNS[kind == "equipment", speaker.endswith("s")].search(words)
    if (
        not found
        or _PUT_TO_IT.search(words[: found.start()])
        or _RESTS.search(words[found.start() : found.end() + AFTER])
    ):
        return False
    before = {word.casefold() for word in re.findall(r"\w{4,}", words[: found.start()])}
    return not before & others - {word.casefold() for word in re.findall(r"\w{4,}", speaker)}


def is_bare_strike(words: str, speaker: str) -> bool:
    """Whether an army tells of a strike by jets that it gives to nobody, and of no victims.

    >>> is_bare_strike("an army spokesman said jets had also bombed Orlin", "an army spokesman")
    True
    """
    return bool(_ARMY.search(speaker)) and bool(_BARE.search(words)) and not tells_of_harm(words)


def tells_of_harm(words: str) -> bool:
    """Whether words are those of victims: of people, of what is theirs, or of a crime."""
    return bool(_CRIME.search(words) or _PEOPLE.search(words))


def hits_in(land: str, party: str, others: Collection[str]) -> bool:
    """Whether a place lies in the land of another side than ``party``, which has one of its own.

    Args:
        land: where the place is, by its code.
        party: a state at war.
        others: the other sides, of which a movement may have that land.
    """
    own, theirs = land_of(party, "country"), {land_of(other, "country") for other in others}
    return bool(own and land) and land != own and bool(theirs & {land, ""})


@lru_cache(maxsize=4096)
def land_of(name: str, kind: str = "") -> str:
    """The code of the country that a place on the map lies in, or of a country by its name; "" for none."""
    place = resolve_place(name) if name else None
    return place.country if place and kind in ("", place.kind) else ""


def owns_the_dead(words: str, speaker: str, before: str = "") -> bool:
    """Whether a side that counts dead of its own counts fighters, or is one that loses them, so that it owns a loss.

    Who cares for the wounded counts the people of a land, martyrs among them, and concedes nothing by it.

    Args:
        words: what is said, with who says it.
        speaker: who counts.
        before: the sentence before, of whose dead "the number of people killed" goes on to tell.
    """
    if _HEALTH.search(speaker):
        return bool(FIGHTS.search(_MARTYRS.sub("", words)))
    if _GOES_ON.match(words) and FIGHTS.search(before) and not _PEOPLE.search(before):
        return True
    return bool(FIGHTS.search(words)) or not _PEOPLE.search(words)
