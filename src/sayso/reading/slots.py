"""Slots of a claim filled from the names around its words: who holds, who attacked, whose dead, who speaks for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.attackers import ENEMY, FIRST_PERSON, accused, attacker_of
from sayso.reading.backing import backing_slots
from sayso.reading.claim_scene import Earlier, Scene
from sayso.reading.counts import NOT_OWN
from sayso.reading.doers import may_have_lost
from sayso.reading.equipment import name_of, object_near, owner_of
from sayso.reading.named import PLACE_NOUN, Named
from sayso.reading.persons import fate_of
from sayso.reading.triggers import Trigger
from sayso.reading.whose import is_aside, is_no_side_of
from sayso.types import Span, Statement

WHO = re.compile(
    r"\b(soldiers?|servicemen|troops|fighters?|gunmen|militants|terrorists|rebels|insurgents|officers?|airmen|sailors|"
    r"policemen|police|sappers|pilots?|crew|guards?|sentries|conscripts|martyrs|comrades|defenders|attackers|operators|"
    r"civilians?|children|women|residents|people|persons?|inhabitants|patients|medics|nurses|doctors|teachers|pupils|"
    r"worshippers|passengers|farmers|herders|villagers|journalists|monitors|hostages|men|boys?|girls?|workers|guests|"
    r"shoppers|refugees|prisoners)\b",
    re.IGNORECASE,
)
ARMED = re.compile(
    r"(?:soldiers?|servicemen|troops|fighters?|gunmen|militants|terrorists|rebels|insurgents|officers?|airmen|sailors|"
    r"policemen|police|sappers|pilots?|crew|sentries|conscripts|martyrs|comrades|defenders|attackers|operators)",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\b(?:its|their|his|her|our|the) own\b|\bour\b|\bhis army['’]s\b|\bours\b|"
    r"\bown (?:ranks|side|losses|dead|casualties)\b|"
    r"\b(?:its|their|his|her) (?:losses|dead|fallen|casualties|martyrs|wounded)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:it|they|we|I|(?:its|our|their|his) (?:\w+ )?(?:men|forces|troops|fighters|soldiers|units|planes|drones))"
    r" (?:had |have |has )?(?:also )?(?:killed|captured|eliminated|neutrali[sz]ed|liquidated|inflicted)\b|"
    rf"\b{NOT_OWN}s?['’]? (?:troops|soldiers|forces|fighters|losses|casualties|dead)\b",
    re.IGNORECASE,
)
"""Losses that a side tells of as the other side's: by its own deed, or under a name that it would not give itself."""
WHOSE_PLACE = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}{PLACE_NOUN}\b")
_ATTACK_BY = re.compile(
    r"\b(?:attacks?|assaults?|offensives?|raids?|attempts?|advances?|incursions?|push) (?:by|of|from) (?:the |an? )?\Z",
    re.IGNORECASE,
)
"""Before those who were beaten off: "an attack by the Vell Front was repelled"."""
_FELL_TO = re.compile(r"(?:(?<=to)|\s+(?:\w+ )?(?:in)?to)(?: the hands of| the control of)?(?: the)?\s+", re.IGNORECASE)
REACH = 20  # characters before the words of a claim in which a passive begins
_TAKEN = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly |also |all )?$")
_BY = re.compile(r"[^.;!?]{0,60}?\bby (?!dawn|night|noon|midnight|\d|[A-Z][a-z]+day)")
_POSTS_OF = re.compile(
    r" (?:[a-z][\w-]* )?(?:posts?|outposts?|positions?|checkpoints?|bases?|camps?|villages?|towns?|border town)"
    r"(?=[^.;!?,]{0,60} (?:was|were|is|are|ha[sd]|have) )"
)
"""Behind the side whose posts they are, where something was done to them."""
STATES = {
    "violated": re.compile(r"breach|violat|break|broke|shell|(?<!cease)(?<!cease[- ])fire[ds]?\b|accus", re.IGNORECASE),
    "ended": re.compile(
        r"\b(?:over|dead|ended|collapsed|buried|no (?:truce|cease-?fire)|void|expired)\b", re.IGNORECASE
    ),
    "agreed": re.compile(
        r"\b(?:agree\w*|sign\w*|consent\w*|accept\w*|announc\w*|declar\w*|shall cease)\b", re.IGNORECASE
    ),
}


def slots_of(
    scene: Scene, trigger: Trigger, evidence: Span, sentence: Span, statement: Statement | None, before: Earlier
) -> dict[str, str]:
    """The slots of the claim that ``trigger`` makes, but for its place; empty ones are left out by the caller."""
    sides = [n for n in scene.inside(evidence) if n.party]
    words = scene.text[evidence.start : evidence.end]
    if trigger.kind == "control":
        return _control(scene, trigger, evidence, scene.armed(evidence), statement)
    if trigger.kind in ("attack", "responsibility"):
        return {
            "attacker": attacker_of(scene, trigger, evidence, statement),
            "weapon": trigger.words if trigger.kind == "attack" else "",
            "deed": trigger.change if trigger.kind == "responsibility" else "",
        }
    if trigger.kind == "equipment":
        around, past = (scene.text[span.start : span.end] if span else "" for span in (sentence, before.last_sentence))
        last = before.last("equipment")
        what = object_near(words, around, past, last.slot("object") if last else "")
        return {
            "change": trigger.change,
            "attacker": attacker_of(scene, trigger, evidence, statement),
            "object": what,
            "of": owner_of(scene.text, evidence, sides, statement),
            "name": name_of(words, what, scene.text),
        }
    if trigger.kind == "casualties":
        return _casualties(scene, trigger, evidence, sides, statement)
    both = "; ".join(dict.fromkeys(n.party for n in sides))
    if trigger.kind == "truce":
        state = next((name for name, pattern in STATES.items() if pattern.search(words)), "in force")
        return {"sides": both, "state": state}
    if trigger.kind == "foreign fighters":
        return {"by": accused(scene, statement), "sides": both}
    if trigger.change == "backs":
        return {**backing_slots(scene, trigger, sentence, statement), "sides": both}
    if trigger.kind in ("support", "condemnation", "demand", "plan", "office"):
        return {"who": statement.party if statement else "", "sides": both}
    return {"sides": both}


def _control(
    scene: Scene, trigger: Trigger, evidence: Span, sides: Sequence[Named], statement: Statement | None
) -> dict[str, str]:
    text = scene.text
    near = text[max(evidence.start, trigger.span.start - 40) : min(evidence.end, trigger.span.end + 25)]
    source = next((n for n in sides if re.search(r"\bfrom (?:the )?$", text[: n.span.start])), None)
    attacks = _ATTACK_BY if trigger.change == "held" else None
    if source is None and trigger.change == "gained":
        source = _loser(text, trigger, sides)
    others = [
        n
        for n in sides
        if n is not source
        and not _is_taken(text, trigger, n)
        and not (attacks and attacks.search(text, evidence.start, n.span.start))
    ]
    who = _agent(text, trigger.span, others)
    if not who and statement and FIRST_PERSON.search(near):
        who = statement.party
    if trigger.change == "lost":
        return {"change": "lost", "from": source.party if source else who, "to": _taker(text, trigger.span, sides)}
    return {"change": trigger.change, "holder": who, **({"from": source.party} if source else {})}


def _loser(text: str, trigger: Trigger, sides: Sequence[Named]) -> Named | None:
    """Whose posts were taken: "two Ostrian posts near Orlin were seized", nobody being named who took them."""
    subject = _TAKEN.search(text, max(0, trigger.span.start - REACH), trigger.span.start)
    if subject is None or _BY.match(text, trigger.span.end):
        return None
    before = [n for n in sides if n.span.end <= trigger.span.start and _POSTS_OF.match(text, n.span.end)]
    return before[-1] if before else None


def _taker(text: str, at: Span, sides: Sequence[Named]) -> str:
    """To whom a place fell: "Orlin fell to the Vell army"."""
    near = (
        n for n in sides if at.end <= n.span.start < at.end + 40 and _FELL_TO.fullmatch(text[at.end : n.span.start])
    )
    return next((n.party for n in near), "")


def _is_taken(text: str, trigger: Trigger, name: Named) -> bool:
    """True for the side whose place it is that is taken: "it has taken an Ostrayan border town"."""
    return name.span.start >= trigger.span.start and WHOSE_PLACE.match(text, name.span.end) is not None


def _agent(text: str, at: Span, sides: Sequence[Named]) -> str:
    """The side that holds or takes: "by X" or "of X" after the words, in them, or the last side named before them."""
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
        if n.span.end <= at.start
        and not re.search(r"\b(?:in|from|against|near|to|on) (?:the )?$", text[: n.span.start])
    ]
    choice = within or after or before[-1:]
    return choice[0].party if choice else ""


def _casualties(
    scene: Scene, trigger: Trigger, evidence: Span, sides: Sequence[Named], statement: Statement | None
) -> dict[str, str]:
    words = scene.text[evidence.start : evidence.end]
    who = min(WHO.finditer(words), key=lambda m: abs(m.start() + evidence.start - trigger.span.start), default=None)
    return {
        "outcome": trigger.change,
        "who": who.group(1).lower() if who else "",
        "person": fate_of(scene, trigger, evidence, statement),
        "of": _of(scene, words, trigger, sides, statement),
    }


def _of(scene: Scene, words: str, trigger: Trigger, sides: Sequence[Named], statement: Statement | None) -> str:
    """Whose dead: the side named closest, "own", or "enemy" where the words say only that."""
    if OWN.search(words):
        return statement.party if statement and statement.party else "own"
    if ENEMY.search(words) or (statement and statement.party and OTHERS.search(words)):
        return "enemy"
    near = [
        n
        for n in sides
        if abs(n.span.start - trigger.span.start) < 80
        and may_have_lost(scene.text, n)
        and not is_aside(scene.text, Span(max(0, trigger.span.start - 80), trigger.span.end), trigger.span, n)
        and not is_no_side_of(scene, trigger.span, n, words)
        and not re.search(r"\b(?:with|by|against|in) (?:the )?$", scene.text[: n.span.start])
    ]
    if near:
        return min(near, key=lambda n: abs(n.span.start - trigger.span.start)).party
    if statement is None or not SERVING.search(words) or "; " in statement.party:
        return ""
    return "enemy" if OF_A_STATE.search(words) and scene.is_movement(statement.party) else statement.party


OF_A_STATE = re.compile(r"\b(?:soldiers?|servicemen|troops|airmen|sailors|conscripts)\b", re.IGNORECASE)
"""Those who serve a state: in the mouth of a movement, whose own are fighters, the other side's."""
SERVING = re.compile(
    r"\b(?:soldiers?|servicemen|troops|officers?|airmen|sailors|sappers|conscripts|martyrs|comrades|brave|fallen)\b",
    re.IGNORECASE,
)
"""Those whom a party calls so are its own: the others' are fighters, bandits, terrorists."""
