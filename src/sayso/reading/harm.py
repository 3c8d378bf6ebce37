"""What became of those whom a number counts: killed, injured, both together, missing, captured, displaced.

Words right at the number come first ("nine people are still missing"). The nearest word of harm in the sentence counts
only for people and for bare numbers: "a block of nine storeys was hit, four were killed" harms no storeys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sayso.types import Span
from sayso.values.fates import AS_NOUN, BESIDE_A_NUMBER, DEAD_ONES, HURT_ONES, SAID_OF
from sayso.values.number_units import find_unit
from sayso.values.number_words import SMALL_CARDINAL
from sayso.values.people import PERSONS, is_people, people_counted

TOGETHER = "killed and wounded"
"""What counts the dead and the wounded in one number: casualties."""

NEAR = 90  # characters around a number in which a word of harm must stand
LEADS = 250  # characters before a number in which the words that lead to it stand
LIST = 4  # numbers of a list that are looked at for what is said of them all
AHEAD = 12  # how much nearer a word before a number must be to win over one after it: "62 killed, over 100 wounded"
_AND = r"\s*(?:,\s*)?(?:and|or|and/or|/|&)\s*"
_BOTH = rf"(?:{DEAD_ONES}{_AND}{HURT_ONES}|{HURT_ONES}{_AND}{DEAD_ONES})"
_END = (
    r"(?=\s*(?:[^\w\s]|$)|\s+(?:in|on|at|by|during|since|over|within|near|around|when|after|before|as|and|or|but|were|was|"
    r"are|is|have|has|had|so|among|across|along|there|this|last|that|which|it|he|she|they|to|from|for|per|each|every|"
    r"today|yesterday|overnight|soldiers|troops|people|civilians)\b)"
)
_STOP = (
    r"(?:in|at|by|from|near|on|after|when|while|where|and|or|but|as|with|to|of|that|which|who|whom|were|was|are|is|be|"
    r"been|have|has|had|said|says|saying|told|including|since|during|against|without|for|before|into|under|over|did|not|"
    rf"than|could|would|will|may|might|among|between|across|{SMALL_CARDINAL})\b"
)
_OF = r"(?:\s+of\s+(?:the|its|their|his|our|her|my|your|those|these|them|whom|which|all)\b(?:\s+own\b)?)?"
_PHRASE = rf"{_OF}(?:[\s“\"‘'-]++(?!{_STOP})[\w’'-]++){{0,5}}?"
_IS = (
    r"(?:[\s”\"’']+(?:who|that|were|was|are|is|have|has|had|having|been|be|being|also|all|now|later|still|reported|"
    r"reportedly|confirmed|feared|considered|believed|listed|presumed|found|left|known|instantly|already|either|both|"
    r"each|went|to|have|remain|remains|remained|got|lay|lie|then|since|counted|recorded|subsequently)\b){0,5}"
)
_AGED = r"(?:,\s+(?:aged|all|both)\s[^,.;:!?]{1,30}(?:,\s\d+)?,)?"
_PHRASE_OF_PLACE = (
    r"(?:\s+(?:in|at|near|aboard|from|on)\s+(?:(?:the|a|an|its|their)\s+)?(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?"
)
_RIGHT_AFTER = {
    fate: re.compile(rf"{_PHRASE}{_AGED}{_IS}[\s”\"“‘'-]+{words}\b", re.IGNORECASE) for fate, words in SAID_OF.items()
}
_SINGLE_AFTER = re.compile(
    rf"{_PHRASE}{_PHRASE_OF_PLACE}{_IS}\s+(?P<fate>killed|died|wounded|injured|hurt|missing)\b", re.I
)
_TOGETHER_AFTER = re.compile(rf"{_PHRASE}{_IS}(?:\s+{_BOTH}|\s+casualties\b){_END}", re.IGNORECASE)
_FATAL = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?(?:fatal|deadly)\s+casualties\b", re.IGNORECASE)
_SOME = (
    r"(?:\s+(?:some|about|around|nearly|almost|over|more than|at least|up to|as many as|a total of|another|the|a|an|"
    r"its|their|our|his|her|estimated|further|total|roughly|approximately))*"
)
_FIGURE = (
    r"(?:at|to|of|as|is|was|are|were|now|:|reached|exceed(?:s|ed)?|total(?:s|l?ed)?|number(?:s|ed)?|amount(?:s|ed)? to|"
    r"stands? at|stood at|rose to|risen to|came to)"
)
_TOGETHER_BEFORE = re.compile(
    rf"\b(?:(?:kill|wound|injur|murder)(?:ed|ing|s)?{_AND}(?:kill|wound|injur|maim)(?:ed|ing|s)?{_SOME}"
    rf"|(?:{_BOTH}|casualties)(?:\s+(?!{DEAD_ONES}|{HURT_ONES})[\w’'-]+){{0,3}}?\s*{_FIGURE}{_SOME})\s*$",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:lost|lose[sd]?|losing|losses|loss)\b[^.;:!?\d]{0,40}$", re.IGNORECASE)
_SOME_KILLED = re.compile(
    rf"[^.;:!?\d]{{0,80}}[,(–—-]\s*(?:including\s+)?(?:[\w-]+\s+){{0,3}}?(?:[\d][\d.,]*|{SMALL_CARDINAL})\s+"
    rf"(?:of (?:them|whom|those|these)\s+)?(?:were\s+|was\s+|had been\s+)?{DEAD_ONES}\b",
    re.IGNORECASE,
)
_RIGHT_BEFORE = {
    "killed": re.compile(
        rf"\b(?:(?:kill|murder|execut|behead|massacr|slaughter|neutrali[sz]|eliminat|liquidat)(?:ed|ing|s|es|e)?|"
        rf"shot dead|claimed|"
        rf"(?:deaths?|martyrdoms?|killings?|murders?|executions?|massacre|bod(?:y|ies)|remains|loss) of|"
        rf"toll(?:\s+[\w’'-]+){{0,4}}?\s+{_FIGURE}){_SOME}\s*$",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        rf"\b(?:(?:wound|injur|maim)(?:ed|ing|s|es|e)?|injur(?:y|ies) (?:to|of)|wounding of|wounds to){_SOME}\s*$", re.I
    ),
}
_PREPOSED = ("killed", "injured")
_PUT_OUT = re.compile(r"\b(?:neutrali[sz]|eliminat|liquidat|annihilat)", re.I)  # also said of tunnels and nests
_ARRESTED = re.compile(
    r"(?<!were )(?<!was )(?<!been )\b(?:(?:arrest|detain|abduct|kidnap)(?:p?ed|ing|s)?|"
    rf"(?:arrests?|detention|abduction|kidnapping) of){_SOME}\s*$",
    re.I,
)
_BODIES = re.compile(r"\s+(?:more\s+|other\s+)?(?:[\w-]+\s+)?(?:bodies|corpses)\b", re.I)
_TRIED = re.compile(
    rf"{_PHRASE}{_IS}\s+(?:charged|accused|tried|sentenced|convicted|indicted|suspected|wanted|acquitted|deployed|"
    r"questioned)\b",
    re.I,
)
_LISTED = re.compile(
    rf"(?:\s+(?!{_STOP})[\w’'-]+){{1,4}}?(?:,|,?\s+and|\s+or)\s+(?:at least\s+|about\s+|some\s+|more than\s+)?"
    rf"(?=(?:\d[\d.,]*|{SMALL_CARDINAL})\s)",
    re.I,
)
_NUMBER = re.compile(rf"(?:\d[\d.,]*\d|\d|{SMALL_CARDINAL})", re.I)
_FOLLOWS = re.compile(
    r"\s+(?:and|after|but|while|when|on|in|by|with|as|so|from|since|this|last|today|yesterday)\b", re.I
)
_VERB = re.compile(r"\b(?:were|was|are|is|have|has|had|being|died|die|perished|drowned)\b", re.I)
_ON_A_TOLL = re.compile(
    rf"\b(?:death\s+)?toll\b(?:(?!{HURT_ONES}\b)[^.;:!?\n]){{0,110}}?\b(?:has |had |have )?"
    rf"(?:risen|rose|rises|rising|climbed|stands|stood|now|passe[sd]|reached|put|raised|updated|up)\s+(?:to|at|as)?{_SOME}\s*$",
    re.I,
)
_NUMBER_OF = re.compile(
    rf"\b(?:number|count|tally|toll|total)\s+of\s+(?P<whom>[^.,;:!?\n]{{1,70}}?)\s+"
    rf"(?:at|to|as|is|was|stood at){_SOME}\s*$",
    re.I,
)
_HARM_WORD = re.compile(
    rf"\b(?:(?P<killed>{DEAD_ONES})|(?P<injured>{HURT_ONES})|(?P<missing>missing)|(?P<captured>captured))\b", re.I
)
_TAKEN = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:(?:were|was|are|have been|had been|being) )?"
    r"(?:captured|detained|taken (?:prisoner|captive)|in captivity)\b",
    re.I,
)
_HELD = re.compile(r"\b(?:holds?|holding|held|captured|detained|took|taken)\s+$", re.I)
_FELL = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:fell|(?:has|have|had) fallen|die)\b"
    r"(?!\s+(?:back|ill|into|in|silent|on|to|asleep|behind|short|out|under|from|upon))",
    re.I,
)
_HARMED = re.compile(r"\b(?:killed|dead|wounded|injured|missing|home|to|hostage|part)\b", re.I)
_DONE = ("kill", "wound", "injur", "murder")
_SPARED = re.compile(
    r"\b(?:sav|spar|endanger|threaten|risk|protect|defend|rescu)\w*\s+(?:and \w+ )?(?:the |their |our |his |her )?"
    r"(?:(?:many|countless|\d[\d.,]*|(?:tens|dozens|hundreds|thousands|millions)(?: of)?)\s+)*$",
    re.I,
)
_NO_HARM = re.compile(
    r"(?:lost|losses|loss of)\s+(?:\w+\s+){0,2}?"
    r"(?:homes?|houses?|control|ground|territory|contact|sight|power|jobs?|way|touch|votes?)\b",
    re.I,
)
_OF_WHOM = re.compile(r"\s+of\s+(?:the|its|their|his|her|our|those|these)\s+(?:[\w-]+\s+)?(?=[a-z])", re.I)
_OF_HARMED = re.compile(r"\s+of (?:the|those) (dead|wounded|killed|injured|missing|captured)\b", re.I)
_BROKEN = re.compile(r"(?<![A-Z])[.!?][”\"’')]*\s+(?=[“\"‘']?[A-Z])|\n\n")


def harm_of(text: str, sentence: Span, at: Span, unit: str, *, single: bool = False) -> str:
    """What became of those whom a number counts, "" for nobody known to be harmed.

    Args:
        text: the report's.
        sentence: the number's.
        at: where the number stands.
        unit: the noun that it counts, "" for none.
        single: the number is one, which is near anything: only words right at it count.

    >>> text = "Nine people are still missing, and 31 were killed and wounded in a block of nine storeys."
    >>> [harm_of(text, Span(0, 89), Span(*at), unit) for at, unit in (((0, 4), "people"), ((35, 37), ""))]
    ['missing', 'killed and wounded']
    """
    together = _together(text, sentence, at)
    if together:
        return TOGETHER
    if _BODIES.match(text, at.end, sentence.end):
        return "killed"
    if _did_harm(text, sentence, at):
        return ""
    right, people = right_at(text, sentence, at), _counts_people(text, sentence, at, unit)
    if right:
        put_out = not people and _PUT_OUT.search(text, max(sentence.start, at.start - NEAR // 3), at.end + NEAR // 2)
        return "" if put_out else right
    if unit in AS_NOUN:
        return AS_NOUN[unit]
    if people and _is_tried(text, sentence, at):
        return ""
    if people and _ARRESTED.search(text, _near(sentence, at), at.start):
        return "captured"
    if people and not single:
        return _by_verb(text, sentence, at, unit) or nearest(text, sentence, at)
    if single:
        found = _SINGLE_AFTER.match(text, at.end, sentence.end)
        return "" if not (found and people) else _fate_of(found["fate"])
    return ""


_DID_HARM = re.compile(
    rf"(?:[\s“\"‘]+(?!{_STOP})\w[\w’'-]*){{1,4}}?\s+(?:(?:have|had|has|also)\s+)?(?:killed|wounded|injured){_SOME}\s+"
    rf"(?:\d[\d.,]*|{SMALL_CARDINAL}|dozens|scores|hundreds|several)\b"
    r"(?!\s+(?:others?\s+)?(?:dead|killed|wounded|injured|hurt|missing|captured|km|kilomet|miles?|met|minutes?|hours?|days?|"
    r"weeks?|months?|years?|times)\b)",
    re.I,
)
"""What follows the number of what did the harm: "[two] strikes killed 22 people"."""


def _did_harm(text: str, sentence: Span, at: Span) -> bool:
    """Whether a number counts what or who killed others, of whom a number of their own is told."""
    return _DID_HARM.match(text, at.end, sentence.end) is not None


def right_at(text: str, sentence: Span, at: Span) -> str:
    """The harm whose word stands right at a number, as what is said of those counted or what was done to them."""
    among = _OF_HARMED.match(text, at.end, sentence.end)
    start = among.end() if among else at.end
    after = ((fate, words.match(text, start, sentence.end)) for fate, words in _RIGHT_AFTER.items())
    found = [(match.end(), fate) for fate, match in after if match]
    if among and not found:
        return AS_NOUN.get(among[1].lower(), "killed")
    before = next((fate for fate in _PREPOSED if _RIGHT_BEFORE[fate].search(text, _near(sentence, at), at.start)), "")
    if found or before:
        return before if not found else min(found)[1]
    return _headed(text, sentence, at) or _listed(text, sentence, at)


def _headed(text: str, sentence: Span, at: Span) -> str:
    """The harm that a number alone goes on: "the toll of the raid has risen to 19", "the number of dead at 14"."""
    if text[at.end : at.end + 2].lstrip()[:1].isalnum() and not _FOLLOWS.match(text, at.end):
        return ""
    if _ON_A_TOLL.search(text, _near(sentence, at), at.start):
        return "killed"
    of = _NUMBER_OF.search(text, _near(sentence, at), at.start)
    words = list(_HARM_WORD.finditer(of["whom"])) if of else []
    return words[-1].lastgroup or "" if words else ""


def _listed(text: str, sentence: Span, at: Span) -> str:
    """The harm that a list tells after its last number: "78 soldiers and 121 civilians were injured"."""
    for start in islice(_ends_of_list(text, sentence, at), 1, LIST + 1):
        after = ((fate, words.match(text, start, sentence.end)) for fate, words in _RIGHT_AFTER.items())
        found = [(match.end(), fate) for fate, match in after if match and _VERB.search(text, start, match.end())]
        if found:
            return min(found)[1]
    return ""


def _is_tried(text: str, sentence: Span, at: Span) -> bool:
    """Whether those counted are only charged or tried: "one colonel and six soldiers are charged"."""
    ends = islice(_ends_of_list(text, sentence, at), LIST)
    return any(_TRIED.match(text, end, sentence.end) for end in ends)


def _ends_of_list(text: str, sentence: Span, at: Span) -> Iterator[int]:
    """Where a number ends, and the next ones of the list that it begins: "78 soldiers and 121 civilians"."""
    number: re.Match[str] | None
    end = at.end
    while True:
        yield end
        item = _LISTED.match(text, end, sentence.end)
        number = _NUMBER.match(text, item.end(), sentence.end) if item else None
        if number is None:
            return
        end = number.end()


def _together(text: str, sentence: Span, at: Span) -> bool:
    """Whether a number counts dead and wounded in one: "40 killed and wounded", "lost 40 men, ten of them killed"."""
    if _FATAL.match(text, at.end, sentence.end):
        return False
    if _TOGETHER_AFTER.match(text, at.end, sentence.end):
        return True
    if _LOST.search(text, _near(sentence, at), at.start) and _SOME_KILLED.match(text, at.end, sentence.end):
        return True
    alone = not any(words.match(text, at.end, sentence.end) for words in _RIGHT_AFTER.values())
    return alone and _TOGETHER_BEFORE.search(text, _near(sentence, at), at.start) is not None


def _fate_of(word: str) -> str:
    return next(fate for fate, words in SAID_OF.items() if re.fullmatch(words, word, re.IGNORECASE))


def counted_noun(text: str, end: int, unit: str) -> str:
    """The noun that a number counts, also where it stands in "four of its plants"."""
    of = _OF_WHOM.match(text, end) if not unit else None
    return find_unit(text, of.end()) if of else unit


def _counts_people(text: str, sentence: Span, at: Span, unit: str) -> bool:
    noun = counted_noun(text, at.end, unit)
    if not noun or noun in AS_NOUN or is_people(noun):
        return True
    return bool(people_counted(text[sentence.start : sentence.end], _within(at, sentence)))


def _near(sentence: Span, at: Span) -> int:
    """Where in a sentence begins what may lead to a number."""
    return max(sentence.start, at.start - LEADS)


def _within(at: Span, sentence: Span) -> Span:
    return Span(at.start - sentence.start, at.end - sentence.start)


def _by_verb(text: str, sentence: Span, at: Span, unit: str) -> str:
    """What became of people by a verb right beside them: "holds 52 men", "four soldiers fell"."""
    if unit not in PERSONS and not people_counted(text[sentence.start : sentence.end], _within(at, sentence)):
        return ""
    clause = re.split(r"[,;:.!?–—]| and ", text[at.end : sentence.end])[0]
    if _TAKEN.match(clause) or (_HELD.search(text, _near(sentence, at), at.start) and not _HARMED.search(clause)):
        return "captured"
    return "killed" if _FELL.match(clause) else ""


def nearest(text: str, sentence: Span, at: Span, *, ahead: bool = False) -> str:
    """The harm whose word stands nearest to a number of people, "" for none: what follows wins, other numbers part.

    With ``ahead`` only what follows counts.
    """
    found = []
    for name, pattern in BESIDE_A_NUMBER.items():
        for match in pattern.finditer(text, max(sentence.start, at.start - NEAR), min(sentence.end, at.end + NEAR)):
            if _NO_HARM.match(text, match.start(), sentence.end) or (ahead and match.start() < at.end):
                continue
            if match[0].lower() == "lives" and _SPARED.search(text, sentence.start, match.start()):
                continue
            after = match.start() >= at.end
            gap = text[at.end : match.start()] if after else text[match.end() : at.start]
            if _BROKEN.search(gap):
                continue
            verb = (
                not after and match[0].lower() in _DONE and re.fullmatch(r"(?:ed|ing|s)?\s+", gap, re.I)
            )  # "killed three and wounded five"
            far = len(gap) + (0 if after or verb else AHEAD) + (NEAR // 2 if re.search(r"\d|[;:]", gap) else 0)
            found.append(
                (far + (AHEAD // 2 if name == "killed" and match[0].lower() in ("lost", "losses") else 0), name)
            )
    return min(found, default=(0, ""))[1]
