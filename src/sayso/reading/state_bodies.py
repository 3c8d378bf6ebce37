"""Posts, offices and units that only a side has: "the police chief", "state television"; and bodies of no state."""

from __future__ import annotations

import re
from functools import cache

from sayso.values.party_tables import world_states

_POST = re.compile(
    r"\b(?:health director|director of (?:public )?health|health (?:department|directorate|office|authorit\w+)|"
    r"governorate|"
    r"civil (?:protection|defen[cs]e)|mayor|town (?:council|hall)|city (?:council|hall)|(?:district|provincial|"
    r"regional|county) "
    r"(?:administration|council|government|office|chief|officer|head|police|authorit\w+)|police chief|ruling party|"
    r"(?:president|governor|premier|prime minister|prosecutor|prosecutor[- ]general)[’']s office|"
    r"(?:military )?prosecutors|office of the (?:president|governor|prime minister)|"
    r"(?:ruling|military) (?:council|commission|committee)|"
    r"(?:interior|foreign|home|defen[cs]e|war|state|information|finance|justice|security|air|cabinet|press) secretary|"
    r"secretary (?:of state|of war|for war|of defen[cs]e|(?:of|for) the interior)|under-?secretary|vice-minister|"
    r"inspector[- ]general|high commissioner for|chief of staff)\b",
    re.I,
)

_UNIT = re.compile(
    r"\b(?:Headquarters|High Command|Admiralty|(?:[A-Z]\w+(?:th|st|nd|rd)|\d+(?:st|nd|rd|th)) "
    r"(?:[A-Z]\w+ )?(?:Division|Brigade|Battalion|Regiment|Corps|Fleet|Squadron|Zone|Region)|(?:National|State|"
    r"Border|Federal|Coast|Security|Interior|Public|Central) (?:[A-Z]\w+ )?(?:Police|Service|Guard|Inspectorate|"
    r"Administration|Television|Radio|TV|Troops|Prosecutor\w*|Bank)|[Ss]tate "
    r"(?:television|radio|TV|media|news agency|agency)|"
    r"(?:News|Information|Clarification) Team)\b|\b(?:state|government|regime|army|junta)-(?:run|controlled|owned) "
)


ALLIANCE = re.compile(r"\b(?:[A-ZÀ-Þ][\w-]+ ){1,3}(?:Alliance|Coalition|Task Force)\b")
OTHER_BODY = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w-]+ (?:of |the |for |and )*)+(?:Alliance|Coalition|Task Force|League|Mission|Office|Watch|Union|"
    r"Conference|Compact|Network|Register|Company|Agency|Bureau|Association|Society|Foundation|Fund|Observatory|Monitor|Programme|"
    r"Initiative|Institute|Federation|Cooperative|Guild|Charity|Group)\b|"
    r"\b(?:League|Union|Federation|Community|Compact) of [A-ZÀ-Þ]|"
    r"\b(?:Office|Bureau|Agency) for (?:\w+ ){0,2}(?:Relief|Humanitarian|Refugees|Aid|Human)"
)
OF_STATE = re.compile(
    r"\b(?:Foreign|Prime|Press|Cabinet|President|Presidential|Home|War|State|Governor|Minister|Premier|Information|Government|"
    r"General|Military|Army|Prosecutor|National|Defen[cs]e|Interior|Security|Intelligence|Provincial|District|Federal|"
    r"Naval|Navy|Criminal|Royal|Crown|Prison|Electoral|Election)\S* "
    r"(?:\w+ )?(?:Office|Bureau|Agency|Group|Mission|Company|Union)\b|"
    r"\b(?:State|National|Federal|Emergency|Military|Police|Security)\b(?: \w+){0,2} Task Force\b"
)
STATE_BODIES = frozenset(
    "ministry army government staff forces military police presidency cabinet parliament command navy air-force "
    "office senate chancellery gendarmerie troops junta".split()
)
HOME_BODIES = (STATE_BODIES - {"staff", "office"}) | frozenset(
    "authorities officials official authority minister president premier chancellor spokesman spokeswoman general "
    "colonel "
    "lieutenant captain major brigadier admiral commodore marshal commandant commander garrison governor prefect "
    "prefecture senator chief-of-staff administration palace junta regime embassy ambassador gendarmes gendarme "
    "gen col "
    "lt maj capt adm fonmin defmin pm govt chancellery diplomacy officer brigade division airforce battalion corps "
    "sergeant soldier coastguard admiralty fleet".split()
)
RULING = re.compile(
    r"\b(?:State|Military|National|Defen[cs]e|Transitional|Supreme|Revolutionary|Ruling|Sovereignty|"
    r"Security|Steering) "
    r"(?:\w+ )?(?:Council|Committee|Commission)\b|\b(?:Directory|Junta|Presidium)\b|\b(?:Council|Committee) of "
    r"(?:National|State|the Revolution)"
)


def is_state_body(phrase: str) -> bool:
    """Whether ``phrase`` is of the side at home where nothing says whose it is.

    >>> is_state_body("an officer of the Eleventh Division"), is_state_body("the Mercy Network")
    (True, False)
    """
    return (_POST.search(phrase) or _UNIT.search(phrase)) is not None


def foreign_body(phrase: str) -> bool:
    """Whether a phrase names a body that is not known to be of any state: "the Stabilisation Mission"."""
    return OTHER_BODY.search(phrase) is not None and OF_STATE.search(phrase) is None


_LETTERS = re.compile(r"(?:[Tt]he )?([A-Z]{3,6})")
_ARMED = re.compile(r"\b(?:Army|Armed|Forces|Force|Military|Guard|Navy)\b")
_STATES = frozenset("USA RDC GDR DDR DPR LPR".split())


def is_body_of_state(words: str, party: str) -> bool:
    """Whether letters that stand for a state are those of its army or service, not of its own name.

    >>> is_body_of_state("the IDF", "Israel"), is_body_of_state("UAE", "United Arab Emirates")
    (True, False)
    """
    found = _LETTERS.fullmatch(words)
    return found is not None and found[1] not in _STATES | _initials(party)


@cache
def _initials(party: str) -> frozenset[str]:
    """The initials of all names of a state on board but those of its armies."""
    names = (name for name, of in world_states().items() if of == party and not _ARMED.search(name))
    return frozenset("".join(word[0] for word in name.split() if word[0].isupper()) for name in names)
