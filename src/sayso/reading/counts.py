"""Claims that are numbers: what is counted beside the dead, and numbers that stand alone and go on a count."""

from __future__ import annotations

import re

from sayso.reading.claim_scene import Earlier, Scene, continued, evidence_around, holder_of
from sayso.reading.sentences import trim
from sayso.types import Quantity, Span, Statement
from sayso.values.fates import HARM
from sayso.values.numbers import find_quantities

NOT_OWN = r"(?:rebel|insurgent|separatist|guerrilla)"  # what nobody calls his own side
SETTLEMENTS = re.compile(
    r"\b(?:settlements?|villages?|towns?|places|cities|localities|hamlets|population cent(?:er|re)s)\b", re.IGNORECASE
)
COUNTED = re.compile(
    r"(?:settlements?|villages?|towns?|places|cities|localities|hamlets|prisoners?|captives|detainees|hostages|soldiers|"
    r"troops|men|fighters|monitors|observers|buses|trucks|lorries|vehicles|tanks|helicopters|aircraft|ships|boats|shells|"
    r"rockets|missiles|drones|bombs|explosions|blasts|breaches|violations|attacks|strikes|families|people|residents|"
    r"refugees|civilians|inhabitants|houses|homes|buildings|hospitals|schools|bodies|tonnes|tons|votes|cases|wells)",
    re.IGNORECASE,
)
Counted = tuple[str, Span, Statement, dict[str, str]]


def read_counts(scene: Scene, sentence: Span, before: Earlier) -> list[Counted]:
    """Kind, evidence, statement and slots for each number of a sentence that counts something in a statement."""
    out = []
    for quantity in find_quantities(scene.text[sentence.start : sentence.end]):
        at = Span(quantity.span.start + sentence.start, quantity.span.end + sentence.start)
        statement = holder_of(scene.statements, at) or continued(scene, at, sentence)
        if statement is None:
            continue
        evidence = trim(scene.text, evidence_around(sentence, statement, at))
        counted = _counted(scene, quantity, at, evidence, statement, before)
        if counted:
            out.append((counted[0], evidence, statement, counted[1]))
    return out


def _counted(
    scene: Scene, quantity: Quantity, at: Span, evidence: Span, statement: Statement, before: Earlier
) -> tuple[str, dict[str, str]] | None:
    if re.fullmatch(r"names|faces", quantity.unit):
        place = before.place("casualties") or scene.main_place
        return "casualties", {"place": place, "outcome": "killed", "of": statement.party}
    words = scene.text[evidence.start : evidence.end]
    what = what_counted(quantity, words)
    if not what:
        return _going_on(quantity, words, before)
    sides = [n.party for n in scene.inside(evidence) if n.party]
    places = [n.words for n in scene.inside(evidence, "place")] or [before.place("figure") or scene.main_place]
    return "figure", {
        "what": what,
        "value": stated(quantity),
        "unit": quantity.unit,
        "of": statement.party if what == "settlements taken" or not sides else sides[0],
        "place": places[0],
    }


def _going_on(quantity: Quantity, words: str, before: Earlier) -> tuple[str, dict[str, str]] | None:
    """A number alone ("the hospital counts 212", "She speaks of 27") goes on the count that was spoken of last."""
    last = before.last("casualties", "figure", "displacement")
    if before.claims and before.claims[-1].kind == "equipment":  # "has shot down at least ten"
        return None
    if quantity.unit or last is None or re.search(r"\b(?:19|20)\d\d\b|\d:\d\d|%", words) or len(words.split()) > SHORT:
        return None
    slots = dict(last.slots)
    if last.kind == "figure":
        slots["value"] = stated(quantity)
    return last.kind, slots


SHORT = 8  # words: a content with a number and no more than this is a number that stands alone


def what_counted(quantity: Quantity, words: str) -> str:
    """What a number counts, "" where it counts nothing that a matter can be about; the dead are casualties."""
    unit = quantity.unit
    if not COUNTED.fullmatch(unit):
        return ""
    if any(re.search(rf"\b(?:{pattern})", words, re.I) for name, pattern in HARM.items() if name != "captured"):
        return ""
    if SETTLEMENTS.search(unit):
        taken = re.search(r"captur|conquer|liberat|retak|taken|control|gain", words, re.I)
        return "settlements taken" if taken else "settlements"
    return unit


def stated(quantity: Quantity) -> str:
    """A number as the wording allows it: 31, >=140, ~10, 50-60."""
    low, high = (
        f"{x:g}" if x is not None and abs(x) < 1e6 else str(int(x)) if x is not None else ""
        for x in (quantity.low, quantity.high)
    )
    if low == high:
        return f"~{low}" if quantity.wording == "about" else low
    if not high:
        return f">{quantity.low - 1:g}" if quantity.wording == "more than" and quantity.low else f">={low}"
    return f"{low}-{high}" if low else f"<={high}"
