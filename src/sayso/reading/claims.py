"""Statements -> typed claims: the words that name a kind, and the slots filled from the names around them.

The whole text is read. Each claim belongs to the innermost statement whose content holds its words, else to the
outlet's own voice. Slots hold words of the text or the party that they stand for; a slot that the text does not
fill stays empty.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.reading.accusations import PASSIVE
from sayso.reading.claim_scene import Earlier, Scene, continued, evidence_around, holder_of
from sayso.reading.counts import read_counts
from sayso.reading.deeds import is_deed, without_other_words
from sayso.reading.happened import when_of
from sayso.reading.persons import fates_of, takes_a_person
from sayso.reading.places import is_left_for, is_shot_from, listed_with, place_of
from sayso.reading.sentences import trim
from sayso.reading.slots import slots_of
from sayso.reading.triggers import Trigger, find_triggers
from sayso.types import Claim, Span, Statement

NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|denied|denies|deny|ruled out|excluded|cannot|"
    r"no longer|who(?:ever)? says?|talk (?:\w+ ){0,3}of|stop (?:feeding|spreading))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|would|shall|plans? to|planned (?:to|for)|is to|are to|going to|about to|intends? to|promis\w+|vow\w*|"
    r"pledg\w+|threaten\w*|next target|decided to|ordered)\b",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(?:if|could|(?<!\d )(?-i:may|MAY)(?! \d)|might|possibl[ey]|alleged(?:ly)?|reportedly|presumed|"
    r"presumably|apparently|supposed(?:ly)?|seemingly|whether|feared?|fears|perhaps|probably|suspect\w*|rumou?rs?)\b|\?|"
    r"\b(?:until|unless|once)\b(?=[^.;]*\b(?:leaves?|withdraws?|pulls? (?:out|back)|quits?|hands? over|gives? up|"
    r"surrenders?)$)",
    re.IGNORECASE,
)
AS_SUBJECT = re.compile(r"\bTo (?:\w+ly )?$")  # "To lose the city would be the end"
DEMANDED = re.compile(
    r"\b(?:must|should|urg\w+|calls? (?:for|on|upon)|called (?:for|on|upon)|demand\w*|asks?|asked|begs?|begged|"
    r"appeal\w*)\b",
    re.IGNORECASE,
)
NEGATED_WORDS = ("not ", "no ", "none ", "nobody", "no one", "never ", "neither ", "nothing ")
LISTED = ("control", "attack")  # kinds of which each place of a list has a claim
OLD = timedelta(days=400)


def read_claims(scene: Scene) -> list[Claim]:
    """Every claim of the report in reading order, outlet's own voice included."""
    claims: dict[tuple[str | Span | None, ...], Claim] = {}
    before = Earlier()
    for sentence in scene.sentences:
        before.turn(*scene.section_at(sentence.start))
        triggers = _kept(without_other_words(find_triggers(scene.text, sentence)))
        for trigger in triggers:
            statement = holder_of(scene.statements, trigger.span) or continued(scene, trigger.span, sentence)
            if statement is None and trigger.kind == "plan":
                continue
            evidence = trim(scene.text, evidence_around(sentence, statement, trigger.span), ",")
            if takes_a_person(trigger) and fates_of(scene, trigger, evidence, statement):
                trigger = replace(trigger, kind="casualties", change="captured")
            claim = _claim(scene, trigger, sentence, evidence, statement, before)
            if claim.kind == "equipment" and not claim.slot("object"):
                continue  # nothing is named that may be lost
            key = (claim.kind, trigger.change, claim.statement, claim.evidence)
            if key not in claims:
                claims[key] = claim
                before.claims.append(claim)
                if listed_with(scene, claim.slot("place"), sentence):
                    before.many.add(claim.id)
            listed = claim.kind in LISTED or is_deed(trigger)
            for place in listed_with(scene, claim.slot("place"), evidence) if listed else ():
                claims.setdefault((*key, place), _with(claim, "place", place))
            told_of = fates_of(scene, trigger, evidence, statement) if claim.kind == "casualties" else []
            for person in told_of[1:]:
                claims.setdefault((*key, person), _with(claim, "person", person))
        for kind, evidence, owner, slots in read_counts(scene, sentence, before):
            key = (kind, slots.get("what") or slots.get("outcome", ""), owner.id, evidence)
            if key not in claims:
                claims[key] = make_claim(scene, kind, evidence, owner, slots, "+", "actual")
                before.claims.append(claims[key])
        here = (
            n
            for n in scene.inside(sentence, "place")
            if not (is_left_for(scene.text, n) or is_shot_from(scene.text, n))
        )
        before.last_sentence, before.last_named = sentence, [n.words for n in here]
        before.named.extend(n for n in before.last_named if not listed_with(scene, n, sentence))
    for claim in _blames(scene, list(claims.values())):
        claims[(claim.kind, "", claim.statement, claim.evidence)] = claim
    return sorted(claims.values(), key=lambda c: (c.evidence, c.kind))


def _kept(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence without an attack that was beaten off, and plans that another kind already says."""
    beaten_off = any(t.change == "held" for t in triggers)
    return [t for t in triggers if not (beaten_off and t.kind == "attack")]


def _claim(
    scene: Scene, trigger: Trigger, sentence: Span, evidence: Span, statement: Statement | None, before: Earlier
) -> Claim:
    slots = {
        "place": place_of(scene, trigger, evidence, sentence, before),
        **slots_of(scene, trigger, evidence, sentence, statement, before),
    }
    polarity, modality = _polarity(scene.text, trigger, evidence), _modality(scene.text, trigger, evidence)
    return make_claim(scene, trigger.kind, evidence, statement, slots, polarity, modality)


def _with(claim: Claim, slot: str, value: str) -> Claim:
    """The same claim of another place or person, with an id of its own."""
    slots = tuple((name, value if name == slot else known) for name, known in claim.slots)
    identity = hashlib.sha256(f"{claim.id}\x1f{value}".encode()).hexdigest()[:16]
    return replace(claim, id=identity, slots=slots)


def make_claim(
    scene: Scene,
    kind: str,
    evidence: Span,
    statement: Statement | None,
    slots: dict[str, str],
    polarity: str,
    modality: str,
) -> Claim:
    """A claim with its id; empty slots are left out."""
    when = when_of(scene, evidence, kind, slots.get("place", ""))
    filled = tuple((k, v) for k, v in slots.items() if v)
    owner = statement.id if statement else None
    parts = (scene.report.id, owner or "", kind, repr(filled), polarity, modality, f"{evidence.start}-{evidence.end}")
    identity = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    return Claim(identity, scene.report.id, owner, kind, filled, polarity, modality, when, evidence)


def _polarity(text: str, trigger: Trigger, evidence: Span) -> str:
    """Minus where a negation stands shortly before the trigger in its clause."""
    before = re.split(r"[;:.!?]", text[max(evidence.start, trigger.span.start - 45) : trigger.span.start])[-1]
    if trigger.words.startswith(NEGATED_WORDS):
        return "+" if trigger.kind == "control" else "-"
    if trigger.kind == "control" and trigger.change != "held" and re.search(r"\b(?:not|never)\b", trigger.words):
        return "-"
    return "-" if NEGATION.search(before) else "+"


def _modality(text: str, trigger: Trigger, evidence: Span) -> str:
    """What the words shortly before the trigger make of it: demanded, planned, possible, else actual."""
    if trigger.kind in ("plan", "demand"):
        return "planned" if trigger.kind == "plan" else "demanded"
    words = text[max(evidence.start, trigger.span.start - 45) : trigger.span.end]
    for name, pattern in (("demanded", DEMANDED), ("planned", PLANNED), ("possible", POSSIBLE)):
        if pattern.search(words):
            return name
    return "possible" if AS_SUBJECT.search(text, evidence.start, trigger.span.start) else "actual"


def is_old(when: str | None, anchor: date | None) -> bool:
    """True where ``when`` ends more than about a year before ``anchor``: history, not news."""
    if not when or not anchor:
        return False
    days = [d for d in when.split("/") if d]
    return bool(days) and not when.endswith("/") and anchor - date.fromisoformat(days[-1]) > OLD


def _blames(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """A claim of responsibility for each accusation whose words name no kind: "he put the blame on Hazmar"."""
    kinds = {c.statement for c in claims if not c.soft and c.kind != "casualties"}
    return [
        make_claim(scene, "responsibility", _charge(scene, s), s, _blamed(scene, s), "+", "actual")
        for s in scene.statements
        if s.stance == "accuses" and s.content and s.id not in kinds
    ]


def _charge(scene: Scene, statement: Statement) -> Span:
    """What an accusation is of: its first words, but of "[Both sides] have been accused [of looting]" the looting."""
    cue = statement.cue[-1] if statement.cue else None
    if cue is None or not PASSIVE.fullmatch(scene.text, cue.start, cue.end):
        return statement.content[0]
    return next((piece for piece in statement.content if piece.start >= cue.end), statement.content[0])


def _blamed(scene: Scene, statement: Statement) -> dict[str, str]:
    """The side named right after the cue of an accusation, in its sentence."""
    end = statement.cue[-1].end if statement.cue else 0
    last = next((s.end for s in scene.sentences if s.start < end <= s.end), end)
    who = next((n.party for n in scene.armed(Span(end, min(end + 60, last)))), "") if end else ""
    return {"place": scene.main_place, "attacker": who}
