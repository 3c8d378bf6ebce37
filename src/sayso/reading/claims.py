"""Statements -> typed claims: the words that name a kind, and the slots filled from the names around them.

The whole text is read. Each claim belongs to the innermost statement whose content holds its words, else to the
outlet's own voice. Slots hold words of the text or the party that they stand for; a slot that the text does not
fill stays empty.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sayso.reading.named import PLACE_NOUN, Named
from sayso.reading.sentences import sentence_at, trim
from sayso.reading.triggers import Trigger, find_triggers
from sayso.types import Claim, Quantity, Report, Span, Statement
from sayso.values.dates import resolve_all
from sayso.values.numbers import find_quantities

NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|denied|denies|deny|ruled out|excluded|cannot|"
    r"no longer|who(?:ever)? says?|talk (?:\w+ ){0,3}of|stop (?:feeding|spreading))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|plans? to|planned to|is to|are to|going to|about to|intends? to|promised|vowed|"
    r"next target)\b",
    re.I,
)
POSSIBLE = re.compile(r"\b(?:if|could|may|might|should|possibl[ey]|allegedly|reportedly|whether|feared?|fears)\b", re.I)
DEMANDED = re.compile(r"\b(?:must|urged?|calls? for|called for|called on|demand(?:s|ed)?|asks?|asked|begs?)\b", re.I)
FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|my|i)\b", re.IGNORECASE)
SAME_PLACE = re.compile(
    rf"\b(?:the|this|that|our|its)\s+(?:[\w-]+\s+){{0,2}}{PLACE_NOUN}\b|\bthere\b|\bthe (?:\w+ )?streets\b|"
    r"\b(?:its|the) (?:fall|loss|capture|conquest|seizure|retreat|surrender)\b",
    re.I,
)
HARM = {
    "killed": r"kill|dead|death|died|dies|fatalit|lives|fallen|martyr|buried|perish|slain|murder|bodies|body|toll|"
    r"losses|lost|victim|balance sheet",
    "injured": r"wound|injur|hurt|maimed",
    "missing": r"missing",
    "captured": r"prisoner|captive",
}
WHO = re.compile(
    r"\b(soldiers|servicemen|troops|fighters|gunmen|militants|officers|airmen|sailors|policemen|police|civilians|children|women|"
    r"residents|people|persons|inhabitants|patients|medics|hostages|defenders|rebels|insurgents|men|workers|prisoners)\b",
    re.I,
)
OWN = re.compile(
    r"\b(?:its|their|his|her|our|the) own\b|\bour\b|\bhis army['’]s\b|\bours\b|\bown (?:ranks|side|losses|dead)\b", re.I
)
ENEMY = re.compile(
    r"\b(?:enemy|enemies|opponents?|adversar\w+|defenders?|occupiers?|aggressors?|invaders?)(?:['’]s)?\b", re.I
)
SETTLEMENTS = re.compile(
    r"\b(?:settlements?|villages?|towns?|places|cities|localities|hamlets|population cent(?:er|re)s)\b", re.I
)
EVERYWHERE = re.compile(r"\b(?:everywhere|directions|sectors|fronts?|all along|attacks?)\b", re.I)
DASH = re.compile(r"[^.;!?–—]{0,25}[–—:-]\s[^.;!?]*$")
OBJECTS = {
    "drone": re.compile(r"\b(?:drones?|uavs?|unmanned)\b", re.I),
    "ship": re.compile(r"\b(?:ships?|boats?|frigates?|tankers?|vessels?|trawlers?|corvettes?|sank|sunk)\b", re.I),
    "vehicle": re.compile(r"\b(?:tanks?|vehicles?|trucks?|launchers?|batter(?:y|ies)|bridges?)\b", re.I),
}
COUNTED = re.compile(
    r"(?:settlements?|villages?|towns?|places|cities|localities|hamlets|prisoners?|captives|detainees|hostages|soldiers|troops|men|buses|trucks|lorries|vehicles|tanks|aircraft|ships|boats|shells|rockets|missiles|drones|bombs|"
    r"breaches|violations|attacks|strikes|families|people|residents|refugees|civilians|inhabitants|houses|homes|buildings|hospitals|schools|bodies)",
    re.IGNORECASE,
)
OLD = timedelta(days=400)


class Parties(Protocol):
    """Says which side a name or phrase stands for, "" for none."""

    def __call__(self, phrase: str, /) -> str:
        """The side of ``phrase``."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A report with all that claims are read from."""

    report: Report
    anchor: date | None
    sentences: list[Span]
    statements: Sequence[Statement]
    named: Sequence[Named]
    party_of: Callable[[str], str]

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def inside(self, span: Span, kind: str = "") -> list[Named]:
        """The names within ``span``, of one kind if ``kind`` is given."""
        return [n for n in self.named if span.start <= n.span.start < span.end and kind in ("", n.kind)]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a report has spoken of so far: places by name, and those that claims were made about, by family of kinds."""

    named: list[str]
    claimed: dict[str, list[str]]

    def place(self, kind: str) -> str:
        """The place that "the town" stands for in a claim of ``kind``, "" where nothing was named."""
        claimed = self.claimed.get(family(kind)) or [p for places in self.claimed.values() for p in places]
        return (claimed or self.named or [""])[-1]


def family(kind: str) -> str:
    """Kinds that mean the same place where the text says "the town": control with fighting, attack with its dead."""
    return {"fighting": "control", "equipment": "attack", "casualties": "attack"}.get(kind, kind)


def read_claims(scene: Scene) -> list[Claim]:
    """Every claim of the report in reading order, outlet's own voice included."""
    claims: dict[tuple[str, str, str | None, Span], Claim] = {}
    before = Earlier([], {})
    for sentence in scene.sentences:
        triggers = find_triggers(scene.text, sentence)
        beaten_off = any(t.change == "held" for t in triggers)
        for trigger in triggers:
            if beaten_off and trigger.kind == "attack":
                continue
            statement = holder_of(scene.statements, trigger.span) or continued(scene, trigger.span, sentence)
            evidence = trim(scene.text, _evidence(sentence, statement, trigger.span))
            claim = _claim(scene, trigger, sentence, evidence, statement, before)
            before.claimed.setdefault(family(claim.kind), []).extend(
                [claim.slot("place")] if claim.slot("place") else []
            )
            key = (claim.kind, claim.slot("change"), claim.statement, claim.evidence)
            if key not in claims:
                claims[key] = claim
        for claim in _counts(scene, sentence, before):
            claims.setdefault((claim.kind, claim.slot("what"), claim.statement, claim.evidence), claim)
        before.named.extend(n.words for n in scene.inside(sentence, "place"))
    for claim in _blames(scene, list(claims.values()), before):
        claims[(claim.kind, "", claim.statement, claim.evidence)] = claim
    return sorted(claims.values(), key=lambda c: (c.evidence, c.kind))


def holder_of(statements: Iterable[Statement], span: Span) -> Statement | None:
    """The innermost statement whose content, else whose cue, holds ``span``; None for the outlet's own voice."""
    for part in ("content", "cue"):
        holding = [s for s in statements if any(p.start <= span.start < p.end for p in getattr(s, part))]
        if holding:
            return min(holding, key=lambda s: (sum(p.end - p.start for p in s.content), s.id))
    return None


def continued(scene: Scene, at: Span, sentence: Span) -> Statement | None:
    """The statement that goes on after a dash or colon: "he reported gains - the number of places came to 200"."""
    for statement in scene.statements:
        end = max((p.end for p in (*statement.content, *statement.cue)), default=0)
        if statement.content and sentence.start <= end <= at.start and DASH.match(scene.text[end : at.start]):
            return statement
    return None


def _evidence(sentence: Span, statement: Statement | None, at: Span) -> Span:
    """The content around ``at``, cut to its sentence; what follows the content; the sentence where nobody is quoted."""
    for piece in statement.content if statement else ():
        if piece.start <= at.start < piece.end:
            return Span(max(piece.start, sentence.start), min(piece.end, sentence.end))
    ends = [p.end for p in statement.content if sentence.start <= p.end <= at.start] if statement else []
    return Span(max(ends), sentence.end) if ends else sentence


def _claim(
    scene: Scene, trigger: Trigger, sentence: Span, evidence: Span, statement: Statement | None, before: Earlier
) -> Claim:
    slots = {
        "place": _place(scene, trigger, evidence, sentence, before),
        "change": trigger.change,
        **_slots(scene, trigger, evidence, statement),
    }
    return _make(
        scene,
        trigger.kind,
        evidence,
        statement,
        slots,
        _polarity(scene.text, trigger, evidence),
        _modality(scene.text, trigger, evidence),
    )


def _make(
    scene: Scene,
    kind: str,
    evidence: Span,
    statement: Statement | None,
    slots: dict[str, str],
    polarity: str,
    modality: str,
) -> Claim:
    when = _when(scene, evidence)
    filled = tuple((k, v) for k, v in slots.items() if v)
    owner = statement.id if statement else None
    parts = (scene.report.id, owner or "", kind, repr(filled), polarity, modality, f"{evidence.start}-{evidence.end}")
    identity = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    return Claim(identity, scene.report.id, owner, kind, filled, polarity, modality, when, evidence)


def _polarity(text: str, trigger: Trigger, evidence: Span) -> str:
    """Minus where a negation stands shortly before the trigger in its clause."""
    before = re.split(r"[;:.!?]", text[max(evidence.start, trigger.span.start - 45) : trigger.span.start])[-1]
    if trigger.words.startswith(("not ", "no ", "none ", "nobody", "no one", "never ", "all ")):
        return "+" if trigger.kind == "control" else "-"
    return "-" if NEGATION.search(before) else "+"


def _modality(text: str, trigger: Trigger, evidence: Span) -> str:
    """What the words shortly before the trigger make of it: demanded, planned, possible, else actual."""
    words = text[max(evidence.start, trigger.span.start - 45) : trigger.span.end]
    for name, pattern in (("demanded", DEMANDED), ("planned", PLANNED), ("possible", POSSIBLE)):
        if pattern.search(words):
            return name
    return "actual"


def _when(scene: Scene, span: Span) -> str | None:
    found = resolve_all(scene.text[span.start : span.end], scene.anchor)
    if not found:
        return None
    _, interval = found[0]
    first, last = interval.first, interval.last
    if first == last and first:
        return first.isoformat()
    return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"


def is_old(when: str | None, anchor: date | None) -> bool:
    """True where ``when`` ends more than about a year before ``anchor``: history, not news."""
    if not when or not anchor:
        return False
    days = [d for d in when.split("/") if d]
    return bool(days) and not when.endswith("/") and anchor - date.fromisoformat(days[-1]) > OLD


def _place(scene: Scene, trigger: Trigger, evidence: Span, sentence: Span, before: Earlier) -> str:
    """The place name closest to the trigger, names after it first; else, where the words ask for one, the place last
    spoken of.
    """
    words = scene.text[evidence.start : evidence.end]
    home = () if trigger.kind in ("control", "fighting") else (("home", evidence),)
    for kind, span in (("place", evidence), *home, ("place", sentence), ("region", evidence)):
        found = scene.inside(span, kind)
        if found and (kind in ("place", "home") or not SAME_PLACE.search(words)):
            return min(found, key=lambda n: _distance(n.span, trigger.span)).words
    cities = [n for n in scene.inside(sentence, "home") if n.span.end <= trigger.span.start]
    if trigger.kind == "attack" and cities and SAME_PLACE.search(words):
        return cities[-1].words
    near = scene.text[max(evidence.start, trigger.span.start - 30) : min(evidence.end, trigger.span.end + 20)]
    ours = trigger.kind == "control" and FIRST_PERSON.search(near)
    lost = trigger.change in ("lost", "held") and not EVERYWHERE.search(words)
    return before.place(trigger.kind) if ours or lost or SAME_PLACE.search(words) else ""


def _distance(a: Span, trigger: Span) -> int:
    return a.start - trigger.end if a.start >= trigger.end else 2 * (trigger.start - a.end) + 20


def _slots(scene: Scene, trigger: Trigger, evidence: Span, statement: Statement | None) -> dict[str, str]:
    sides = [n for n in scene.inside(evidence) if n.party]
    if trigger.kind == "control":
        return _control_slots(scene.text, trigger, evidence, sides, statement)
    if trigger.kind in ("attack", "equipment"):
        enemy = "enemy" if ENEMY.search(scene.text[evidence.start : evidence.end]) else ""
        attacker = _agent(scene.text, trigger.span, evidence, sides)
        if not attacker and statement and FIRST_PERSON.search(scene.text[evidence.start : evidence.end]):
            attacker = statement.party
        struck = _object(scene.text[evidence.start : evidence.end]) if trigger.kind == "equipment" else ""
        return {"attacker": attacker or _accused(scene, statement) or enemy, "weapon": trigger.words, "object": struck}
    if trigger.kind == "casualties":
        return _casualty_slots(scene, trigger, evidence, sides, statement)
    return {"sides": "; ".join(dict.fromkeys(n.party for n in sides))}


def _object(words: str) -> str:
    """What was lost: aircraft, ship, vehicle or drone; aircraft where the words only say that it came down."""
    return next((name for name, pattern in OBJECTS.items() if pattern.search(words)), "aircraft")


def _control_slots(
    text: str, trigger: Trigger, evidence: Span, sides: Sequence[Named], statement: Statement | None
) -> dict[str, str]:
    near = text[max(evidence.start, trigger.span.start - 40) : min(evidence.end, trigger.span.end + 25)]
    source = next((n for n in sides if re.search(r"\bfrom (?:the )?$", text[: n.span.start])), None)
    others = [n for n in sides if n is not source]
    who = _agent(text, trigger.span, evidence, others)
    if not who and statement and FIRST_PERSON.search(near):
        who = statement.party
    return {"from" if trigger.change == "lost" else "holder": who, **({"from": source.party} if source else {})}


def _agent(text: str, at: Span, evidence: Span, sides: Sequence[Named]) -> str:
    """The side that does it: "by X" or "of X" after the words, in them, or the last side named before them."""
    within = [n for n in sides if at.start <= n.span.start < at.end]
    after = [
        n
        for n in sides
        if at.end <= n.span.start < at.end + 60
        and re.search(r"\bby (?:the |an? )?(?:[\w-]+ )?$|^\s*(?:of )?(?:the )?$", text[at.end : n.span.start])
    ]
    before = [
        n
        for n in sides
        if n.span.end <= at.start and not re.search(r"\b(?:in|from|against|near|to) (?:the )?$", text[: n.span.start])
    ]
    choice = within or after or before[-1:]
    return choice[0].party if choice else ""


def _accused(scene: Scene, statement: Statement | None) -> str:
    """The side named right after the cue of an accusation: "accused Azerbaijan of"."""
    if not statement or statement.stance != "accuses" or not statement.cue:
        return ""
    end = statement.cue[-1].end
    return next((n.party for n in scene.inside(Span(end, end + 60)) if n.party), "")


def _casualty_slots(
    scene: Scene, trigger: Trigger, evidence: Span, sides: Sequence[Named], statement: Statement | None
) -> dict[str, str]:
    words = scene.text[evidence.start : evidence.end]
    harm = next((name for name, pattern in HARM.items() if re.search(pattern, trigger.words)), "killed")
    who = WHO.search(words)
    return {
        "outcome": harm,
        "who": who.group(1).lower() if who else "",
        "of": _of(scene, words, trigger, sides, statement),
    }


def _of(scene: Scene, words: str, trigger: Trigger, sides: Sequence[Named], statement: Statement | None) -> str:
    """Whose dead: the side named closest, "own", or "enemy" where the words say only that."""
    if OWN.search(words):
        return statement.party if statement and statement.party else "own"
    if ENEMY.search(words):
        return "enemy"
    near = [
        n
        for n in sides
        if abs(n.span.start - trigger.span.start) < 80
        and not re.search(r"\b(?:with|by|against|in) (?:the )?$", scene.text[: n.span.start])
    ]
    return min(near, key=lambda n: abs(n.span.start - trigger.span.start)).party if near else ""


def _counts(scene: Scene, sentence: Span, before: Earlier) -> list[Claim]:
    """A figure claim for each number that counts something other than the dead and wounded."""
    out = []
    for quantity in find_quantities(scene.text[sentence.start : sentence.end]):
        at = Span(quantity.span.start + sentence.start, quantity.span.end + sentence.start)
        statement = holder_of(scene.statements, at) or continued(scene, at, sentence)
        if statement is None:
            continue
        evidence = trim(scene.text, _evidence(sentence, statement, at))
        if re.fullmatch(r"names|faces", quantity.unit):
            out.append(_named_dead(scene, evidence, statement, before))
            continue
        what = what_counted(quantity, scene.text[evidence.start : evidence.end])
        if not what:
            continue
        sides = [n.party for n in scene.inside(evidence) if n.party]
        places = [n.words for n in scene.inside(evidence, "place")] or [before.place("figure")]
        slots = {
            "what": what,
            "value": stated(quantity),
            "unit": quantity.unit,
            "of": statement.party if what == "settlements taken" or not sides else sides[0],
            "place": places[0],
        }
        out.append(_make(scene, "figure", evidence, statement, slots, "+", "actual"))
    return out


def _named_dead(scene: Scene, evidence: Span, statement: Statement, before: Earlier) -> Claim:
    """A list that "carries 72 names" counts the dead."""
    slots = {"place": before.place("casualties"), "outcome": "killed", "of": statement.party}
    return _make(scene, "casualties", evidence, statement, slots, "+", "actual")


def _blames(scene: Scene, claims: Sequence[Claim], before: Earlier) -> list[Claim]:
    """An attack claim for each accusation whose words name no kind: "he put the blame on Hazmar"."""
    kinds = {
        c.statement
        for c in claims
        if c.kind in ("attack", "equipment", "foreign fighters", "truce", "control", "talks")
    }
    return [
        _make(scene, "attack", s.content[0], s, {"attacker": _accused(scene, s)}, "+", "actual")
        for s in scene.statements
        if s.stance == "accuses" and s.content and s.id not in kinds
    ]


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


def sentence_of(scene: Scene, offset: int) -> Span:
    """The sentence around ``offset``; an empty span there if none holds it."""
    return sentence_at(scene.sentences, offset) or Span(offset, offset)
