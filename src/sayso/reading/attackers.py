"""Who is said to have attacked: the side that acts in the words of a claim, and never the one that is hit.

The side named last before a strike is often its victim ("killed a Vell commander in an air strike"), somebody who came
afterwards ("Vell rescuers searched a block that was hit"), or where it fell. Such names are left out; who says "it had
killed" or "our jets struck" speaks of their own side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.claim_scene import Scene
from sayso.reading.named import Named
from sayso.reading.triggers import Trigger
from sayso.types import Span, Statement

FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|my|i)\b", re.IGNORECASE)
ENEMY = re.compile(
    r"\b(?:enemy|enemies|opponents?|adversar\w+|defenders?|occupiers?|aggressors?|invaders?|terrorists?|bandits?|gunmen|"
    r"militants|combatants)(?:['’]s)?\b",
    re.IGNORECASE,
)
_FORCES = (
    r"(?:\w+ ){0,2}(?:men|forces|troops|fighters|soldiers|units|planes|airplanes|aircraft|jets|warplanes|helicopters|"
    r"drones|gunners|artillery)"
)
_OWN_DEED = re.compile(
    rf"(?:that )?(?:it|they|he|she|(?:its|their|his|her) {_FORCES}) (?:had |has |have |also |then |already |earlier )*"
    r"(?:killed|eliminated|neutrali[sz]ed|liquidated|assassinated|targeted|struck|hit|attacked|bombed|shelled|destroyed|"
    r"carried out|conducted|launched|fired|shot|delivered|downed|intercepted)\b",
    re.IGNORECASE,
)
"""How a side tells of what it did itself: "said it had killed a commander", "its forces struck a depot"."""
_ITS_DEED = re.compile(
    rf"\b(?:and|but|while) (?:that )?(?:its|their) {_FORCES} (?:had |has |have |also |then |already )*[a-z]+\Z",
    re.IGNORECASE,
)
"""The same after something else that it tells of: "... and that its jets struck"."""
_HARMS = (
    r"(?:kill|wound|injur|murder|execut|massacr|behead|eliminat|neutrali[sz]|liquidat|assassinat|captur|abduct|detain|"
    r"target|attack|bomb|shell|bombard|destroy|ambush|pound|accus|blam|warn|order|urg|tell|told|ask|request|invit|"
    r"thank|prais|pursu|fight|fought|chas|hunt|surround|besieg|repel|arrest|rescu|free|evacuat)\w*"
)
_OBJECT = re.compile(
    rf"\b{_HARMS} (?:(?:the|an?|its|their|his|some|several|more|than|at|least|about|over|up|to|of|senior|top|local|"
    r"leading|armed|suspected|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|\d[\d,]*) )*\Z",
    re.IGNORECASE,
)
"""Before whom something is done to: "had killed two [Vell] commanders"."""
_PLACE = re.compile(
    r"\b(?:in|from|against|near|to|on|at|inside|across|into|over|off) (?:the )?"
    r"(?:(?:north|south|east|west|centr)\w*[ -](?:and )?)*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?:the |an? )?(?:[\w-]+ )?$", re.IGNORECASE)
_OF = re.compile(r"^\s*of (?:the )?$", re.IGNORECASE)
_BLAMED = re.compile(r"\b(?:from|by|of|on|behind|blam\w+|accus\w+)$", re.IGNORECASE)
"""Words for an attack right behind which stands whose it was: "fired from the [Vell] side"."""
_INSTRUMENT = re.compile(r"(?: [\w-]+){0,2}['’]s? (?:radars?|cameras?|sensors?|sonar|instruments?)\b", re.IGNORECASE)
"""After a side that only saw it: "tracked by a Vell frigate's radar"."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|got) (?:\w+ly )?$", re.IGNORECASE)
_PASSIVE_WORDS = re.compile(r"(?:was|were|been|being|be|got)\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:during|after|following|amid|before|ahead of|despite|in response to|in the wake of) (?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before what others did at the time: "jets took off during the attack"."""
_CIVIL = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ )?(?:rescuers|rescue|firefighters|civilians?|residents|people|villagers|children|women|men|"
    r"refugees|families|doctors|medics|nurses|journalists|prisoners|captives|hostages|citizens|nationals|homes?|houses?|"
    r"hospitals?|schools?|towns?|cities|city|villages?|districts?|border|capital|territory|soil|positions|airspace|"
    r"commanders?|officials?)\b",
    re.IGNORECASE,
)
_CIVIL_OF = re.compile(
    r"\b(?:nationals|citizens|people|residents|civilians|villagers|refugees|natives|inhabitants|subjects|children|sons|"
    r"workers|drivers|tourists) (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_NOUNS = r"(?: (?!(?:and|or|but|who|which|that|when|as|while|before|after)\b)[\w’'-]+){0,4}?"
_WERE = (
    r"(?: (?:who|which|that|has|have|had|also|later|all|each|both)){0,3} (?:was|were|is|are|been|being|be|got)"
    r"(?: (?:also|later|all|each|\w+ly))?"
)
_SUFFERS = re.compile(
    rf"(?:['’]s?)?{_NOUNS}(?:{_WERE} (?:killed|wounded|injured|hurt|hit|struck|targeted|attacked|bombed|shelled|"
    r"ambushed|murdered|executed|massacred|beheaded|kidnapped|abducted|captured|seized|taken|detained|shot|destroyed|repelled|"
    r"repulsed|beaten|pushed|driven|thwarted|caught|trapped|eliminated|neutrali[sz]ed)|"
    r" (?:has |have |had )?(?:died|perished|drowned|lost (?:their|his|her) li(?:fe|ves)|suffered|sustained|fled|"
    r"came under|come under|were under|was under|survived|escaped))\b",
    re.IGNORECASE,
)
"""After a side to which it was done: "five [Vell] guards were killed by a mine"."""
_IN_APPOSITION = re.compile(r"[^\W\d_], (?:an?|the|one of|its|his|her|their) (?:[^,;.]{2,60} )?$")
_APPOSED_TO = re.compile(
    rf"(?:['’]s?)?{_NOUNS}, (?:was|were|had been|has been|have been) (?:\w+ly )?(?:killed|wounded|injured|murdered|"
    r"executed|assassinated|captured|abducted|kidnapped|seized|detained|shot|eliminated|slain)\b",
    re.IGNORECASE,
)
"""Before and after a side that only tells who was hit: "Anka, the head of the [Vell] guards, was killed"."""
_LEFT_OPEN = re.compile(rf"(?:['’]s?)?{_NOUNS}, ?\Z", re.IGNORECASE)
_DONE_TO = re.compile(
    r"(?:kidnapped|abducted|killed|wounded|injured|hit|struck|targeted|ambushed|shelled|bombed|attacked)\b", re.I
)
_WHERE = re.compile(r" (?:in|near|at|by|during|on|since|from|last|outside|between|around|while|when|with|yesterday)\b")
_BACK = 90  # characters before an attack in which words make its doer unknown
_ASKED = re.compile(
    r"\b(?:establish|determin|know|ask|clear|find out|found out|investigat|identif|verif|see|prove|learn|say|said)\w*"
    r"(?: \w+)? (?:who|which side|whose \w+) (?:had |has |have |was |is |first )*\Z",
    re.IGNORECASE,
)
"""Before what nobody is yet said to have done: "to establish who fired"."""
_ELSEWHERE = re.compile(r"[,;\"“”.!?\n]| and ")
"""Between an accusation and a side that it does not name: it stands in another part of the sentence, or behind it."""
_BREAK = re.compile(r"[,;]| and | while | but ")


def attacker_of(scene: Scene, trigger: Trigger, evidence: Span, statement: Statement | None) -> str:
    """The side that the words of a claim say attacked, "enemy" where they say only that, "" where they name none."""
    text, at = scene.text, trigger.span
    words = text[evidence.start : evidence.end]
    if _ASKED.search(text, max(evidence.start, at.start - _BACK), at.start):
        return accused(scene, statement)
    aside = [s for each in scene.statements for s in each.source if text[: s.start].rstrip().endswith(",")]
    named = [n for n in scene.armed(evidence) if not any(span.start <= n.span.start < span.end for span in aside)]
    who = _doer(text, at, named)
    own = statement is not None and statement.stance != "accuses" and _OWN_DEED.match(words) is not None
    its = _ITS_DEED.search(text, evidence.start, at.end)
    own = own or (not who and statement is not None and statement.stance != "accuses" and its is not None)
    if statement and statement.party and (own or (not who and FIRST_PERSON.search(words))):
        who = statement.party
    foes = _foes(text, evidence)
    tells_own = statement is not None and statement.stance in ("asserts", "announces", "confirms")
    if statement and not who and tells_own and any(at.start < foe.span.start and _is_object(text, foe) for foe in foes):
        return statement.party or _doer(text, at, foes)
    return who or accused(scene, statement) or _doer(text, at, foes)


def _is_object(text: str, name: Named) -> bool:
    return _OBJECT.search(text, max(0, name.span.start - _BACK), name.span.start) is not None


def _foes(text: str, evidence: Span) -> list[Named]:
    """Where the words of a claim speak of an enemy without a name, as names of a side "enemy"."""
    found = ENEMY.finditer(text, evidence.start, evidence.end)
    return [Named(Span(m.start(), m.end()), m[0], "party", "enemy") for m in found]


def _doer(text: str, at: Span, sides: Sequence[Named]) -> str:
    """The side that does it: "by X" after the words, in them, or the last one named before that is not hit itself."""
    within = [n for n in sides if at.start <= n.span.start < at.end and not _is_object(text, n)]
    after = [n for n in sides if at.end <= n.span.start < at.end + 60 and _is_by(text, at, n)]
    before = [n for n in sides if n.span.end <= at.start and _may_do(text, at, n)]
    words = text[at.start : at.end]
    passive = not words.endswith("ing") and (_PASSIVE.search(text[: at.start]) or _PASSIVE_WORDS.match(words))
    choice = within or after or ([] if passive else before[-1:])
    return choice[0].party if choice else ""


def _is_by(text: str, at: Span, name: Named) -> bool:
    between = text[at.end : name.span.start]
    blamed = _BLAMED.search(text[at.start : at.end]) and between.strip() in ("", "the")
    said = _BY.search(between) or _OF.search(between) or blamed
    return bool(said) and _INSTRUMENT.match(text, name.span.end) is None


def _may_do(text: str, at: Span, name: Named) -> bool:
    """Whether a side named before the words for an attack may be the one that attacks."""
    left, between = text[max(0, name.span.start - 90) : name.span.start], text[name.span.end : at.start]
    if _is_hit(text, at, name) or _CIVIL_OF.search(left):
        return False
    if _PLACE.search(left) or _OBJECT.search(left) or (_BY.search(left) and _BREAK.search(between)):
        return False
    occasion = _OCCASION.search(text[: at.start])
    if occasion and name.span.end <= occasion.start():
        return False
    civil = _CIVIL.match(text, name.span.end)
    return civil is None or text[civil.end() : at.start].strip() == ""


def _is_hit(text: str, at: Span, name: Named) -> bool:
    """Whether it was done to the side named: "five guards were killed by a mine", "drivers, kidnapped near Orlin"."""
    if _SUFFERS.match(text, name.span.end, at.end):
        return True
    apposed = _IN_APPOSITION.search(text, max(0, name.span.start - _BACK), name.span.start)
    if apposed and _APPOSED_TO.match(text, name.span.end, at.end):
        return True
    comma = _LEFT_OPEN.match(text, name.span.end, at.start)
    return comma is not None and _DONE_TO.match(text, at.start, at.end) is not None and bool(_WHERE.match(text, at.end))


def accused(scene: Scene, statement: Statement | None) -> str:
    """The side named right after the cue of an accusation: "accused Azerbaijan of"."""
    if not statement or statement.stance != "accuses" or not statement.cue:
        return ""
    end = statement.cue[-1].end
    named = next(iter(scene.armed(Span(end, end + 60))), None)
    return named.party if named and not _ELSEWHERE.search(scene.text, end, named.span.start) else ""
