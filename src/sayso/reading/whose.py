"""Whose people or things a number counts: the side that the words tie to it, and nobody's where they leave it open.

"47 Vellish soldiers" are Vell's whoever says so. Where no side stands at the number itself the nearest in its clause
may be meant, but not who did it, who only says so for others, nor who is named for where it was or what it borders.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from sayso.reading.claim_scene import Scene
from sayso.reading.doers import doers_before, may_have_lost
from sayso.reading.named import Named
from sayso.reading.told_of import PARTED
from sayso.types import Span, Statement
from sayso.values.number_words import SMALL_CARDINAL

ITS = re.compile(r"(?:\s+(?:more|other|others))?(?:\s+of)?\s+(?:its|their|our|his|her)\b", re.I)
_OF_ITS_OWN = re.compile(r"\s+of\s+(?:the\s+)?[\w-]+['’]s?\s+own\b", re.I)
_STOP = (
    r"(?:were|was|are|is|have|has|had|been|being|in|at|by|near|on|after|when|where|who|that|which|while|and|or|but|as|"
    r"with|to|said|says|killed|wounded|injured|died|fell|captured|shot|destroyed|lost|against|during|since|across|"
    r"including|between|into|over|out|than|per)\b"
)
_NOUN_PHRASE = rf"[\s“\"‘'’]+(?:(?!{_STOP}|{SMALL_CARDINAL}\b)[^\W\d][\w’'-]*[\s“\"‘'’]+){{0,4}}?"
_TIED = re.compile(rf"{_NOUN_PHRASE}(?:(?:of|from)\s+(?:(?:the|its)\s+)?)?", re.I)
_TELLS = re.compile(
    r"\s+(?:(?:army|ministry|officials?|police)\s+)?(?:said|says|had|has|have|claim\w*|call\w*)\b", re.I
)
_ONLY_OF_KIN = re.compile(
    r"-(?:back|mad|built|suppl|led|held|controll|occup|align|alli|born|spons|arm|fund|train)\w*", re.I
)
_SIDING = re.compile(r"\b(?:pro|anti|ex|non)-$", re.I)
_GUNMEN = re.compile(
    rf"{_NOUN_PHRASE}(?:militants?|terrorists?|insurgents?|gunmen|rebels|bandits|jihadi(?:st)?s|assailants?|attackers?|"
    r"extremists?|mercenaries|infiltrators|saboteurs)\b",
    re.I,
)
_SOLDIERS = re.compile(rf"{_NOUN_PHRASE}(?:soldiers|troops|servicemen|conscripts|marines|airmen|sailors)\b", re.I)
_MEN = re.compile(rf"{_NOUN_PHRASE}(?:fighters|men|members|commanders|comrades|militiamen|volunteers|martyrs)\b", re.I)
_SERVES = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?(?:soldiers?|troops|members?|men|fighters?|civilians)\b", re.I)
_OTHERS_THAN_FIGHTERS = re.compile(
    r"\b(?:soldiers|troops|servicemen|conscripts|airmen|sailors|civilians?|children|women|residents|villagers|"
    r"inhabitants|worshippers|pupils|students|teachers|patients|members of the \w+)\b",
    re.I,
)
_ENEMY_AFTER = re.compile(rf"{_NOUN_PHRASE}(?:of\s+)?(?:the\s+)?(?:enemy|hostile)\b", re.I)
_ENEMY_BEFORE = re.compile(r"\b(?:enemy|hostile)(?:['’]s)?\s+(?:side|camp|ranks)\b[^.;:]{0,70}$", re.I)
_LOSES = re.compile(
    r"(?:['’]s?)?(?:\s+[\w’'-]+){0,4}?\s+(?:los(?:t|es|ing|ses)|suffered|mourn\w*|buried|dead|casualties|toll)\b"
    r"[^.;:]{0,60}$",
    re.I,
)
_ASIDE_OF = re.compile(
    r"(?:\b(?:near|with|by|bordering|unlike|like|than|via|alongside|beside|blam\w+|accus\w+|condemn\w+|implicat\w+)"
    r"\s+(?:the\s+)?|\b(?:between|at the hands of)\s+[^.;:,]{0,40})$",
    re.I,
)
_IN_AN_ASIDE = re.compile(r",\s+(?:where|which|whose|who)\b[^,;.]{0,90}$", re.I)
_BOTH = re.compile(
    r"\b(?:both|the two) (?:sides|countries|states|armies|neighbou?rs|camps|parties|governments)\b", re.I
)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.I)
_EACH_OTHER = re.compile(r"\b(?:blam|accus)\w*\s+(?:each other|one another)\b", re.I)
_GUESSES = re.compile(r"\bestimat", re.I)
_AND_THOSE = re.compile(r"\s+(?:of\s+)?[\w’'-]+\s+and\s+(?:the\s+)?$", re.I)
_AND_DID = re.compile(
    r",?\s+and\s+(?:had\s+|have\s+|has\s+|also\s+)?(?:kill|wound|injur|captur|destroy|seiz|took|shot)\w*\b", re.I
)
_TO_DO = re.compile(r"\bto\s+(?!the\b|its\b|their\b)[a-z]+\s", re.I)  # "125 soldiers to train the army of Vell"
_ACCUSES = re.compile(r"\s+(?:has\s+|have\s+|had\s+)?(?:accus|blam)\w*", re.I)
_TAKES = re.compile(r"\b(?:took|taken|captur\w+|seized|detain\w*|arrest\w*|holds?|holding|held)\s+$", re.I)
_COUNTED_NEXT = re.compile(rf"\b(?:\d[\d.,]*|{SMALL_CARDINAL})\s+(?:[a-z-]+\s+)?$", re.I)
_AIMED_AT = re.compile(r"\b(?:at|on|against|towards?|into|over)\s+(?:the\s+)?$", re.I)
_NEAR = 70
_BLOWS = re.compile(
    r"(?:air-?)?(?:strikes?|attacks?|raids?|assaults?|munitions?|shells?|rockets?|missiles?|bombs?|bombardments?|sorties|"
    r"missions|rounds)(?: launched)?",
    re.I,
)
_BY_THEM = re.compile(rf"{_NOUN_PHRASE}by\s+(?:the\s+)?", re.I)
PLACED = ("place", "region", "home")


def owner_at(
    scene: Scene,
    sentence: Span,
    at: Span,
    statement: Statement | None,
    *,
    thing: str = "",
    noun: str = "",
    people: bool = False,
    who: Collection[str] = (),
) -> str:
    """Whose people or things the number at ``at`` counts, "enemy" where the words say only that, "" where it is open.

    Args:
        scene: the report.
        sentence: the number's.
        at: where the number stands.
        statement: who says so.
        thing: the things that it counts with what was done to them, "" for none.
        noun: what it counts by the word behind it.
        people: whether it may count people.
        who: the groups of people that it counts.
    """
    text = scene.text
    speaker = statement.party if statement and "; " not in statement.party else ""
    sides = [n for n in scene.inside(sentence) if n.party]
    tied = _tied(text, at, sides)
    if tied:
        return tied
    blows = _BLOWS.fullmatch(thing or noun) is not None
    by = next((n for n in sides if blows and _BY_THEM.fullmatch(text, at.end, n.span.start)), None)
    if by:
        return by.party
    if speaker and (
        _ENEMY_AFTER.match(text, at.end) or _ENEMY_BEFORE.search(text, max(sentence.start, at.start - 120), at.start)
    ):
        return "enemy"
    if _OF_ITS_OWN.match(text, at.end):
        return speaker
    if people and ITS.match(text, at.end):
        own = [n for n in sides if n.span.end <= at.start and not is_aside(text, sentence, at, n)]
        within = [n for n in own if statement is None or any(_holds(piece, n) for piece in statement.content)]
        return within[-1].party if within else speaker or (own[-1].party if own else "")
    if people and _of_both(text, sentence, at, sides):
        return ""
    left = _victims(scene, sentence, at, speaker, thing)
    if blows:
        left = [n for n in left if not _is_hit(text, sentence, at, n.span)]
    if people:
        left = [n for n in left if _may_be_of(scene, sentence, at, n, statement, who)]
    return min(left, key=lambda n: abs(n.span.start - at.start)).party if left else ""


def _tied(text: str, at: Span, sides: Sequence[Named]) -> str:
    """The side that stands with the noun of the number: "47 Vellish soldiers", "nine men of the Vellish army"."""
    for name in sides:
        if name.span.start < at.end or name.kind == "person":
            continue
        if not _TIED.fullmatch(text, at.end, name.span.start) or _TELLS.match(text, name.span.end):
            return ""
        return "" if _ONLY_OF_KIN.match(text, name.span.end) else name.party
    return ""


def _of_both(text: str, sentence: Span, at: Span, sides: Sequence[Named]) -> bool:
    """Whether a number is told for two sides at once: "on both sides", "Vell and Ostria met after 101 had died"."""
    if _EACH_OTHER.search(text, sentence.start, at.start):
        return True
    parts = [match.start() for match in PARTED.finditer(text, sentence.start, sentence.end)]
    start = max((each for each in parts if each < at.start), default=sentence.start)
    end = min((each for each in parts if each >= at.end), default=sentence.end)
    if _BOTH.search(text, start, end):
        return True
    ahead = [n for n in sides if start <= n.span.start and n.span.end <= at.start]
    return any(
        one.party != other.party and _AND.fullmatch(text, one.span.end, other.span.start)
        for one, other in pairwise(ahead)
    )


def _holds(piece: Span, name: Named) -> bool:
    return piece.start <= name.span.start < piece.end


def _victims(scene: Scene, sentence: Span, at: Span, speaker: str, thing: str) -> list[Named]:
    """The sides whose people or things a number may count: those of its own clause, where there are some.

    Not who "struck the camp, killing twelve", nor who says that drones were shot down, nor who stands with the next
    number.
    """
    text = scene.text
    sides = [n for n in scene.inside(sentence) if n.party and may_have_lost(text, n)]
    near = [n for n in sides if not PARTED.search(text, min(n.span.end, at.end), max(n.span.start, at.start))]
    doers = doers_before(text, Span(sentence.start, at.start), sides, speaker)
    if thing.endswith(("shot down", "destroyed")) and not ITS.match(text, at.end):
        doers.add(speaker)
    return [
        n
        for n in near or sides
        if n.party not in doers
        and not (thing.endswith("launched") and _AIMED_AT.search(text, sentence.start, n.span.start))
        and not (n.span.start > at.end and _COUNTED_NEXT.search(text, at.end, n.span.start))
        and not (n.span.start > at.end and _is_next(text, at, n.span))
    ]


def _is_hit(text: str, sentence: Span, at: Span, name: Span) -> bool:
    """Whether a side near a number of blows is who they fall on: "ten strikes against Vell", "five raids hit Vell"."""
    return name.start > at.end or _AIMED_AT.search(text, max(sentence.start, name.start - 20), name.start) is not None


def _is_next(text: str, at: Span, name: Span) -> bool:
    """Whether a name behind a number is of others: "dozens of soldiers and Vellers", "12 tanks and killed Vellers"."""
    return bool(_AND_THOSE.fullmatch(text, at.end, name.start) or _AND_DID.search(text, at.end, name.start))


def is_no_side_of(scene: Scene, at: Span, name: Named, words: str) -> bool:
    """Whether people told of by ``words`` are not those of a movement that is named: soldiers and civilians are not."""
    if not scene.is_movement(name.party) or _SERVES.match(scene.text, name.span.end):
        return False
    lost = name.span.end <= at.start and _LOSES.match(scene.text, name.span.end, at.end) is not None
    return not lost and _OTHERS_THAN_FIGHTERS.search(words) is not None


def is_aside(text: str, sentence: Span, at: Span, name: Named) -> bool:
    """Whether a side is named only for what lies near or stands by, or happened elsewhere: "near Vell's border"."""
    start, before = max(sentence.start, name.span.start - _NEAR), name.span.start
    if _ASIDE_OF.search(text, start, before) or _SIDING.search(text, start, before):
        return True
    if _ONLY_OF_KIN.match(text, name.span.end):
        return True
    if _ACCUSES.match(text, name.span.end) and PARTED.search(text, name.span.end, at.start):
        return True
    apart = text.find(",", name.span.end, at.start) >= 0
    return apart and _IN_AN_ASIDE.search(text, max(sentence.start, before - 120), before) is not None


def _may_be_of(
    scene: Scene, sentence: Span, at: Span, name: Named, statement: Statement | None, who: Collection[str]
) -> bool:
    """Whether people whom no words tie to a side may be that side's."""
    text = scene.text
    if name.span.end <= at.start and _LOSES.fullmatch(text, name.span.end, at.start):
        return True
    if _GUNMEN.match(text, at.end) or is_aside(text, sentence, at, name):
        return False
    if name.span.start > at.end and _TO_DO.search(text, at.end, name.span.start):
        return False
    if scene.is_movement(name.party):
        soldiers = "soldiers" in who or _SOLDIERS.match(text, at.end)
        placed = name.kind in PLACED and not soldiers
        if not (placed or (not soldiers and ("fighters" in who or _MEN.match(text, at.end)))):
            return False
    return statement is None or not _tells_of_others(text, at, statement, name)


def _tells_of_others(text: str, at: Span, statement: Statement, name: Named) -> bool:
    """Whether a side that speaks tells of others: for several at once, as an estimate, or as those that were taken."""
    spoken = any(_holds(piece, name) for piece in statement.source)
    if not (spoken or name.party in statement.party.split("; ")):
        return False
    guessed = any(_GUESSES.search(text, cue.start, cue.end) for cue in statement.cue)
    return (
        "; " in statement.party
        or (guessed and spoken)
        or _TAKES.search(text, max(0, at.start - 20), at.start) is not None
    )
