"""The place of a claim: the name beside its words, else the place that the report is speaking of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.reading.capitals import is_capital_here, is_seat
from sayso.reading.claim_scene import Earlier, Scene, holder_of
from sayso.reading.deeds import is_deed
from sayso.reading.named import PLACE_NOUN, Named
from sayso.reading.triggers import Trigger
from sayso.types import Span

SAME_PLACE = re.compile(
    rf"\b(?:the|this|that|our|its)\s+(?:[\w-]+\s+){{0,2}}{PLACE_NOUN}\b|\bthere\b|\bthe (?:\w+ )?streets\b|"
    r"\b(?:its|the) (?:fall|loss|capture|conquest|seizure|retreat|surrender)\b",
    re.IGNORECASE,
)
THE_PLACE = re.compile(
    rf"\b(?:the|this|that|our|its|both)\s+(?:[\w-]+\s+){{0,1}}(?P<noun>{PLACE_NOUN})\b(?! of\b)", re.IGNORECASE
)
EVERYWHERE = re.compile(
    r"\b(?:everywhere|directions|sectors|fronts|all along|nationwide|throughout|countrywide|"
    r"across the (?:country|region))\b",
    re.IGNORECASE,
)
IN_ALL = re.compile(
    r"\bsince (?:the (?:start|beginning|outbreak|war)|(?:[A-Z][a-z]{2,8}\.? )?\d|[A-Z][a-z]+day)|"
    r"\b(?:in|after) (?:\w+ ){1,2}(?:days|weeks|months|years) of (?:war|fighting|conflict|bombardment)\b"
)
"""How a toll of a whole war or offensive is told."""
CHARGED = re.compile(r"\b(?:against|accus\w+|charg\w+|blam\w+|suspect\w*) (?:the )?$", re.IGNORECASE)
SHOT_FROM = re.compile(r"\bfrom (?:[\w’'-]+ ){1,7}(?:near|in|at|on|around|above|outside|of) (?:the )?$", re.IGNORECASE)
CREW = re.compile(
    r"\b(?:crews?|batter(?:y|ies)|gunners|guns|mortars|launchers|howitzers) (?:on|at|near) (?:the )?$", re.IGNORECASE
)
FROM_THERE = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
HEIGHTS = re.compile(r" (?:heights|hills|ridge|plateau|slopes)\b")
BACK = 90  # characters before a place in which words say what it is to a claim
LEFT_FOR = re.compile(
    r"\b(?:withdr\w+|retreat\w*|pull\w* (?:back|out)|f(?:all|ell|allen) back|regroup\w*|redeploy\w*)\b[^.;!?]{0,60}"
    r"\b(?:to|towards?|behind|into) (?:the |new |positions (?:in|on|near) )*$|"
    r"\b(?:reposition|regroup|redeploy|readjust)\w*[^.;!?,]{0,40}\b(?:at|in|around|near|on) (?:the )?$",
    re.IGNORECASE,
)
TALKED_IN = re.compile(
    r"\b(?:talks|summit|negotiations|conference|mediation|(?:signed|agreed|brokered|concluded|reached))\b"
    r"[^.;!?]{0,40}\b(?:in|at) $",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"; |,? (?:while|whereas) (?=(?:[\w’'-]+ ){1,12}\w)|, as (?=(?:[\w’'-]+ ){2})")
SEATED_IN = re.compile(
    r"\b(?:based|headquartered|domiciled|(?:company|firm|owner|ship|vessel) registered|"
    r"an? (?:[\w-]+ )?(?:address|office))"
    r" (?:in|at) (?:the )?$",
    re.IGNORECASE,
)
"""Before a place in which somebody has a seat, and nothing happens."""
PLACED = ("control", "fighting", "attack", "equipment", "casualties", "displacement", "responsibility", "plan")
HELD = ("control", "fighting")  # of these a seat of government is the place only where it is meant as a town
SPEAKS_FOR = re.compile(
    r"\b(?:mayor|governor|commander|garrison|defenders|council|administration|residents?|authorities) (?:of|in) $", re.I
)
LOCALLY_TOLD = ("casualties", "attack", "displacement", "fighting")
_LOCALS = (
    r"(?:police|hospitals?|clinics?|surgical cent(?:re|er)|morgue|doctors?|medics?|residents?|witnesses|inhabitants|"
    r"mayor|rescuers|rescue|fire(?:fighters| service| brigade)|ambulances?)"
)
LOCALS_IN = re.compile(rf"\b{_LOCALS}(?: [\w’'-]+){{0,6}} (?:of|in|at) (?:the )?$", re.IGNORECASE)
OFFICIALS_IN = re.compile(
    r"\b(?:officials?|authorities|administration|governor|council|prosecutors?|activists)(?: [\w’'-]+){0,3} "
    r"(?:of|in|at) (?:the )?$",
    re.IGNORECASE,
)
"""Before a town whose own they are, but for a seat of government, where they speak for the state."""
LOCALS_OF = re.compile(rf" (?:city |district |town |provincial |municipal )?{_LOCALS}\b")
BESIDE = 40  # characters between the words of a claim and a place that belongs to them


def place_of(scene: Scene, trigger: Trigger, evidence: Span, sentence: Span, before: Earlier) -> str:
    """The place name closest to the trigger, names after it first; else the place last spoken of in such claims, else
    the one that the report is about. "" for a kind without a place, and for what is said of everywhere.
    """
    if trigger.kind not in PLACED:
        found = scene.inside(evidence, "place")
        return found[0].words if found else ""
    words = scene.text[evidence.start : evidence.end]
    points_back = SAME_PLACE.search(words) is not None
    own_home = () if trigger.kind in HELD else (("home", evidence),)
    region = (("region", evidence),) if trigger.kind == "control" and not points_back else ()
    capital = (("capital", evidence),) if trigger.kind in HELD else ()
    within = (("place", evidence), *capital, *own_home)
    clause = clause_of(scene.text, evidence, trigger.span)
    if clause != evidence:
        here = _nearest(scene, trigger, [(kind, clause) for kind, _ in within])
        if here or (scene.own_town and _nearest(scene, trigger, within)):
            return here or scene.own_town
    named_there = _nearest(scene, trigger, (*within, ("place", sentence), *region))
    if named_there:
        return named_there
    named = _called(scene, words, evidence) or (_of_source(scene, sentence) if THE_PLACE.search(words) else "")
    if named:
        return named
    cities = [n for n in scene.inside(sentence, "home") if n.span.end <= trigger.span.start]
    if (trigger.kind == "attack" or is_deed(trigger)) and cities and points_back:
        return cities[-1].words
    if EVERYWHERE.search(words) or (trigger.kind == "casualties" and IN_ALL.search(words)):
        return ""
    local = _of_local_source(scene, trigger) if trigger.kind in LOCALLY_TOLD else ""
    if local:
        return local
    regions = [n.words for n in scene.inside(evidence, "region")]
    return before.place(trigger.kind) or scene.main_place or scene.own_town or (regions[0] if regions else "")


def clause_of(text: str, evidence: Span, at: Span) -> Span:
    """The clause of ``evidence`` in which ``at`` stands: "a missile hit the hospital | while jets struck the plant"."""
    cuts = [match.span() for match in CLAUSES.finditer(text, evidence.start, evidence.end)]
    start = max((end for _, end in cuts if end <= at.start), default=evidence.start)
    return Span(start, min((begin for begin, _ in cuts if begin >= at.end), default=evidence.end))


def _nearest(scene: Scene, trigger: Trigger, where: Iterable[tuple[str, Span]]) -> str:
    """The closest name to the trigger of the first kind and stretch that holds a place of what it tells."""
    speaks = scene.source_at(trigger.span)
    for kind, span in where:
        known = _capitals(scene, span) if kind == "capital" else scene.inside(span, kind)
        found = [n for n in known if not _elsewhere(scene.text, n, trigger) and not speaks(n.span)]
        if found:
            return min(found, key=lambda n: distance(n.span, trigger.span)).words
    return ""


def _capitals(scene: Scene, span: Span) -> list[Named]:
    """The seats of governments in which the words of ``span`` say that something happens."""
    return [n for n in scene.inside(span) if is_capital_here(scene.text, n)]


LISTED = re.compile(
    r"(?: on (?:(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+|[A-Z][a-z]+(?: \d{1,2})?))?"
    r"(?:,| and| or|, and|, or|;)(?: (?:in|at|near|the))*\s"
)


def listed_with(scene: Scene, place: str, evidence: Span) -> list[str]:
    """The places that stand in one list with ``place``: "troops stand in Gori, Senaki and Poti"."""
    names = sorted(scene.inside(evidence, "place"), key=lambda name: name.span)
    groups: list[list[Named]] = []
    for name in names:
        if groups and LISTED.fullmatch(scene.text, groups[-1][-1].span.end, name.span.start):
            groups[-1].append(name)
        else:
            groups.append([name])
    words = next(([n.words for n in group] for group in groups if place in [n.words for n in group]), [])
    return [each for each in dict.fromkeys(words) if each != place]


def _called(scene: Scene, words: str, evidence: Span) -> str:
    """The place meant by "the dam", "our town", where the report has called one so."""
    nouns = (m["noun"] for m in THE_PLACE.finditer(words) if m[0][1:].islower())  # not "the Tarn heights", left out
    found = (scene.called(noun, evidence.start) for noun in nouns)
    return next((place for place in found if place), "")


def _of_source(scene: Scene, sentence: Span) -> str:
    """The place that somebody speaks for: "the mayor of Orlin said that the town was calm"."""
    sources = [span for s in scene.statements for span in s.source if sentence.start <= span.start < sentence.end]
    found = [name for span in sources for name in scene.inside(span, "place")]
    before = scene.text[max(0, found[0].span.start - 40) : found[0].span.start] if len(found) == 1 else ""
    return found[0].words if SPEAKS_FOR.search(before) else ""


def _of_local_source(scene: Scene, trigger: Trigger) -> str:
    """The place of those who tell what they see there: "a hospital in Orlin said that ten had died", "Orlin police"."""
    holder = holder_of(scene.statements, trigger.span)
    for span in holder.source if holder else ():
        for name in scene.inside(span):
            before, after = scene.text[span.start : name.span.start], scene.text[name.span.end : span.end]
            theirs = LOCALS_IN.search(before) or LOCALS_OF.match(after)
            if (theirs and is_seat(name)) or (name.kind == "place" and (theirs or OFFICIALS_IN.search(before))):
                return name.words
    return ""


def _elsewhere(text: str, name: Named, trigger: Trigger) -> bool:
    """True for a place that only says where somebody speaks or talks, or where a shot came from or troops went: "the
    ministry in Tarn said", "talks in Tarn", "fired from positions near Tarn", "withdrew to the Tarn heights".
    """
    before = text[max(0, name.span.start - BACK) : name.span.start]
    if TALKED_IN.search(before) or SEATED_IN.search(before):
        return True
    if trigger.kind in ("attack", "responsibility"):
        charged = name.kind == "home" and CHARGED.search(before) is not None
        return charged or is_shot_from(text, name) or _speaks(before, name, trigger)
    if trigger.kind == "control" and trigger.change == "lost" and is_left_for(text, name):
        return True
    return _speaks(before, name, trigger)


def _speaks(before: str, name: Named, trigger: Trigger) -> bool:
    spoken = re.search(r"\b(?:ministry|staff|government|presidency|authorities|spokes\w+|office) (?:in|of) $", before)
    return spoken is not None and distance(name.span, trigger.span) > BESIDE


def is_shot_from(text: str, name: Named) -> bool:
    """Whether a place is told as where a shot came from: "shelled the market from the Tarn heights"."""
    before = text[max(0, name.span.start - BACK) : name.span.start]
    heights = FROM_THERE.search(before) and HEIGHTS.match(text, name.span.end)
    return bool(SHOT_FROM.search(before) or CREW.search(before) or heights)


def is_left_for(text: str, name: Named) -> bool:
    """Whether a place is told as where troops went that left another."""
    return LEFT_FOR.search(text[max(0, name.span.start - BACK) : name.span.start]) is not None


def distance(a: Span, trigger: Span) -> int:
    """Characters between a name and the words of a claim; one that stands before them counts double and more."""
    return a.start - trigger.end if a.start >= trigger.end else 2 * (trigger.start - a.end) + 20
