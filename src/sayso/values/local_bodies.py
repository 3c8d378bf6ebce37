"""Named bodies of a side whose name does not say whose they are: "the Maritime Directorate", "53rd Division".

Whose a body is, is weighed over all reports: a side named as its owner ("Tarapuy's Third Mountain Brigade", "the
General Staff of Karst"), "its Fifth Corps" after a side, the head of a communique, who else is named beside it. A name
like an armed movement's needs an owner in words. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.values.local_chairs import Sides
from sayso.values.local_states import is_heading
from sayso.values.party_words import COMMON, START, UPPER, datelines

_CAP = rf"[{UPPER}][\w’'-]*[\w]"
_LEADS = "(?:The|This|That|Our|His|Her|Its|Their|In|At|On|And|But|When|While|As|From|By|For|To|Of)"
_FIRM = (
    "Ministry|Department|Secretariat|Staff|Headquarters|Navy|Air Force|Fleet|Squadron|Flotilla|Division|Battalion|"
    "Brigade|Inspectorate|Service|Parliament|Senate|House of [A-Z]\\w+|Cabinet|Police|Gendarmerie|Coast Guard|"
    "Border Guard|Presidential Guard|Republican Guard|National Guard|Military Region|Military Zone|Theatre|Admiralty|"
    "Television|TV|Branch|Administration|Oblast"
)
_LOOSE = (
    "Council|Committee|Commission|Chamber|Assembly|Tribunal|Court|Bureau|Directorate|College|Command|Army|Armed Forces|"
    "Forces|Corps|Regiment|Guards?|Rifles|Dragoons|Fusiliers|Cavalry|Units|Troops|Rangers|Scouts|Radio"
)
"""Words in names that movements bear too."""
_BODY = re.compile(
    rf"{START}(?!{_LEADS} )(?P<b>(?:(?:{_CAP}|\d+(?:st|nd|rd|th)) ){{0,4}}?(?:{_FIRM}|{_LOOSE})"
    rf"(?! (?:of|for) [a-z]+ \w)(?: (?:of|for) (?:the )?{_CAP}(?:(?: (?:and|&|of the|of))? {_CAP}){{0,4}})?)(?![\w-])"
)
_FOREIGN = re.compile(
    r"\b(?:International|Joint|Monitor\w*|Observ\w*|Relief|Humanitarian|Human Rights|Red|United|UN|Peace\w*|Support|"
    r"Aid|Charity|Mission|Union|League|Church|Rescue|Mercy|Security Council|Standby|Liberation|Resistance|Volunteers?|"
    r"Free|People[’']s Defen[cs]e|Mediation|Ambulance|Medical|Embassy|News|Press|World|Lakes?|Gulf|Pact|Compact|Accord)"
    r"\b"
)
_ANY_STATES = re.compile(
    r"(?:Foreign|Defen[cs]e|Interior) (?:Ministry|Department)|(?:Ministry|Department) (?:of|for) (?:the )?"
    r"(?:Foreign Affairs|Defen[cs]e|Interior)|General Staff|Armed Forces|Air Force"
)
"""What every state has is nobody's by its name alone, but for the two sides that are named most."""
_OF = re.compile(
    r"^(?P<b>.+?) (?:of|for) (?:the )?(?:(?:Democratic |Federal |Islamic )?(?:Republic|Kingdom|State|Emirate|"
    r"Sultanate) of )?(?P<o>.+)$"
)
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?: own| so-called)? $")
_OBEYS = re.compile(r"(?:,| which)? (?:which )?(?:belongs to|obeys|of|answers to|serves)(?: the)? ")
_NUMBERED = re.compile(r"\d|\w+(?:th|st|nd|rd)\b")
_ISSUES = re.compile(
    r"(?i)\b(?:communiqu[eé]|statement|bulletin|press|report|order of the day|"
    r"information|briefing|notice|signal|for release|message|minutes)\b"
)
_MARKS = {"owner": 6, "head": 2, "its": 4, "agency": 3, "beside": 2, "seat": 2, "named": 1, "follows": 1}
_NEEDED, _NEEDED_LOOSE = 4, 6
_WHY = {
    "owner": "is named as its owner",
    "head": "gives out a text with it",
    "its": "is named before it as its owner",
    "agency": "has a state agency that speaks of it so",
    "beside": "is named beside it",
    "seat": "is where reports on it are written",
}


def find_bodies(
    texts: Sequence[str], owner_of: Mapping[str, str], known: Iterable[str], media: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Body -> the party that it is of, and why.

    Args:
        texts: calm texts (party_words).
        owner_of: names, adjectives and seats of states, regions and groups -> the party.
        known: names that stand for something already.
        media: news agencies of states -> the state.
    """
    if not owner_of:
        return {}
    sides, taken = Sides.of(owner_of, {}, {}), frozenset(known)
    votes: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    often: Counter[str] = Counter()
    for text in texts:
        named = sides.in_order(text)
        often.update(party for _, party, _ in named)
        head, written = _issuer(text, named), _written(text, owner_of, media)
        for match in _BODY.finditer(text):
            if is_heading(text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]):
                continue
            name, owner = _parted(match["b"], owner_of)
            if not _is_body(name, taken, owner_of):
                continue
            signs = votes[name]
            for sign, party in (*_near(text, match, named), *head, *written):
                signs[party, sign] = 1
            if owner:
                signs[owner, "owner"] = 1
    most = {party for party, _ in often.most_common(2)}
    decided = _decided(votes).items()
    return {name: one for name, one in decided if one[0] in most or not _ANY_STATES.fullmatch(name)}


def _parted(words: str, owner_of: Mapping[str, str]) -> tuple[str, str]:
    """A body's name without its owner, and the owner: "Coast Guard of Norrige"."""
    match = _OF.match(words)
    if match and match["o"] in owner_of:
        return match["b"], owner_of[match["o"]]
    first, _, rest = words.partition(" ")
    own = re.sub(r"['’]s?$", "", first)
    if rest and own in owner_of:
        return rest, owner_of[own]
    return words, ""


def _is_body(name: str, taken: frozenset[str], owner_of: Mapping[str, str]) -> bool:
    if name in taken or name in COMMON or _FOREIGN.search(name) or " " not in name:
        return False
    return not any(re.sub(r"['’]s?$", "", word) in owner_of for word in name.split())


def _near(text: str, match: re.Match[str], named: Sequence[tuple[int, str, str]]) -> Iterable[tuple[str, str]]:
    """What the words beside a body say of whose it is."""
    start = max((m.end() for m in re.finditer(r"[.!?]\s|\n", text[: match.start()])), default=0)
    lead = text[start : match.start()]
    before = [one for one in named if one[0] < match.start()]
    if before:
        at, party, how = before[-1]
        gap = text[at : match.start()]
        if re.fullmatch(r"[\w’'-]+(?:[’']s)?(?: (?:own|so-called|elite|state))?(?: [a-z][\w-]+){0,2} ", gap):
            yield "owner", party
        elif _ITS.search(lead) and at >= start - 200:
            yield "its", party
        elif at >= start:
            yield ("beside" if how != "name" else "named"), party
        elif len(gap) < 200:
            yield "follows", party
    after = _OBEYS.match(text, match.end())
    if after:
        found = next((one for one in named if one[0] == after.end()), None)
        if found:
            yield "owner", found[1]


def _issuer(text: str, named: Sequence[tuple[int, str, str]]) -> list[tuple[str, str]]:
    """The side whose communique a text is, by its first lines: "Press Bureau of Alzan / Communique No. 41"."""
    lines = [line for line in text.splitlines() if line.strip()][:3]
    reach = text.find(lines[-1]) + len(lines[-1]) if lines else 0
    top = text[: min(reach, 200)]
    if datelines(text) or not _ISSUES.search(top):
        return []
    parties = dict.fromkeys(party for at, party, _ in named if at < min(len(lines[0]) + 1, 120))
    return [("head", next(iter(parties)))] if len(parties) == 1 else []


def _written(text: str, owner_of: Mapping[str, str], media: Mapping[str, str]) -> list[tuple[str, str]]:
    """The side from whose seat, or by whose agency, a report is written."""
    out = [("seat", owner_of[place]) for place in datelines(text)[:1] if place in owner_of]
    return out + [("agency", party) for name, party in media.items() if name in text[:300]]


def _decided(votes: Mapping[str, Counter[tuple[str, str]]]) -> dict[str, tuple[str, str]]:
    out: dict[str, tuple[str, str]] = {}
    for name, signs in votes.items():
        score: Counter[str] = Counter()
        for party, sign in signs:
            score[party] += _MARKS[sign]
        ranked = score.most_common(2)
        loose = re.search(rf"\b(?:{_LOOSE})\b", name) and not _NUMBERED.match(name)
        needed = _NEEDED_LOOSE if loose else _NEEDED
        owners = {party for party, sign in signs if sign == "owner"}
        if len(owners) > 1 or not ranked or ranked[0][1] < needed or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            continue
        party = ranked[0][0]
        sign = max((sign for one, sign in signs if one == party), key=lambda sign: _MARKS[sign])
        out[name] = party, f"{party} {_WHY.get(sign, 'is named near it')}"
    return out
