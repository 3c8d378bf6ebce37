"""Of whom it is said that he was captured, killed or is alive: a named person whose fate is a matter of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.claim_scene import Scene
from sayso.reading.named import Named
from sayso.reading.triggers import Trigger
from sayso.types import Span, Statement

NEAR = 60  # characters between a person and the words that tell his fate
FAR = 140  # the same where nothing but an apposition stands between
_BEEN = r"(?:(?:was|were|is|are|had been|has been|have been|being|lives?|still|had|has|also|both|\w+ly) )*$"
PASSIVE = re.compile(rf"^(?:,[^,;.]{{2,50}})?,? {_BEEN}", re.IGNORECASE)
_ROLE = r"(?i:an?|the|one of|his|her|its|their|our)\s[^,;.]{2,110}"
APPOSED = re.compile(rf"^, {_ROLE},\s{_BEEN}")
OBJECT = re.compile(
    r"^(?: of| by| alive| dead)?(?: (?:the|its|his|her|their|our|a|one of))?(?: (?!after\b|before\b|when\b|while\b|"
    r"by\b|near\b|as\b|who\b|that\b|and\b|in\b|at\b|since\b|because\b)[a-z][\w’'-]+){0,4},? ?(?:[A-Z][\w.]+ ){0,2}$"
)
OWNED = re.compile(r"^['’]s? (?:\w+ )?$")
FATE_NOUN = re.compile(r"(?:deaths?|killing|funeral|burial|arrest|detention|disappearance|martyrdom)\b", re.IGNORECASE)
"""After a person in the genitive: "Anka's death"."""
IN_ROLE = re.compile(rf"^, (?:{_ROLE}|(?!and\b|or\b|but\b|who\b|while\b)[a-z][^,;.]{{1,80}} (?:of|to|for) [^,;.]*)$")
"""Between a person and another who only tells what the first is: "Sarn, an adviser to [President Rufo Anka], was"."""
BESIDE = re.compile(
    rf"^(?:(?:, {_ROLE},|,)? and |, )(?:(?i:an?|the|his|her|its|their)\s[^,;.]{{2,90}},? )?(?:[A-Z][\w.]+ ){{0,3}}$"
)
"""Between two of whom the same is told: "Anka, the mayor, and his deputy, Sarn"."""
SEVERAL = re.compile(r"\b(?:was|is|has)\b")
CAPTURES = re.compile(r"\b(?:taken|captur\w+|seiz\w+|caught|took)$", re.IGNORECASE)


def fate_of(scene: Scene, trigger: Trigger, evidence: Span, statement: Statement | None) -> str:
    """The person whose fate the words of ``trigger`` tell, "" for none."""
    return next(iter(fates_of(scene, trigger, evidence, statement)), "")


def fates_of(scene: Scene, trigger: Trigger, evidence: Span, statement: Statement | None) -> list[str]:
    """All persons whose fate the words of ``trigger`` tell; who speaks tells no fate of his own.

    "The movement's commander, Rufo Anka, had been taken"; "the capture of its commander, Rufo Anka".
    """
    if statement is None:
        return []
    text, named = scene.text, scene.inside(evidence, "person")
    persons = [
        n
        for place, n in enumerate(named)
        if n.words not in statement.speaker and not (place and _tells_role(text, named[place - 1], n))
    ]
    found = [n for n in persons if _suffers(text, n, trigger)]
    before = [n for n in found if n.span.end <= trigger.span.start]
    told = _with_others(text, persons, before[-1:] or found[:1], trigger)
    return list(dict.fromkeys(_in_full(scene, n.words) for n in told))


def _in_full(scene: Scene, name: str) -> str:
    """The full name of a person where a surname stands, if the report names one such person in full."""
    full = (
        {n.words for n in scene.named if n.kind == "person" and n.words.endswith(f" {name}")} if " " not in name else ()
    )
    return min(full) if len(full) == 1 else name


def _tells_role(text: str, person: Named, inner: Named) -> bool:
    """Whether ``inner`` stands in the apposition that tells what ``person`` is: "Sarn, an adviser to Rufo Anka,"."""
    between = text[person.span.end : inner.span.start]
    return bool(IN_ROLE.match(between)) and text[inner.span.end : inner.span.end + 1] in (",", ".", "")


def _with_others(text: str, persons: Sequence[Named], found: Sequence[Named], trigger: Trigger) -> list[Named]:
    """``found`` with those beside it of whom the same is told: "Anka, Sarn and Reth were killed"."""
    out = list(found)
    for one in reversed(persons):
        if out and one.span.end <= out[0].span.start and out[0].span.end <= trigger.span.start:
            if SEVERAL.search(text[out[-1].span.end : trigger.span.start]):
                break
            if BESIDE.match(text[one.span.end : out[0].span.start]):
                out.insert(0, one)
    for one in persons:
        after = out and one.span.start >= out[-1].span.end and out[-1].span.start >= trigger.span.end
        if after and BESIDE.match(text[out[-1].span.end : one.span.start]):
            out.append(one)
    return out


def _suffers(text: str, person: Named, trigger: Trigger) -> bool:
    """True where the words between a person and the trigger make him the one who it happens to."""
    if person.span.end <= trigger.span.start:
        between = text[person.span.end : trigger.span.start]
        if OWNED.match(between):
            return FATE_NOUN.match(trigger.words) is not None
        near, far = len(between) < NEAR and PASSIVE.match(between), len(between) < FAR and APPOSED.match(between)
        return bool(near or far)
    if person.span.start >= trigger.span.end:
        between = text[trigger.span.end : person.span.start]
        return len(between) < NEAR and OBJECT.match(between) is not None
    return True


def takes_a_person(trigger: Trigger) -> bool:
    """True for words that name the taking of a place as well as of a person: "had been taken", "captured"."""
    return trigger.kind == "control" and CAPTURES.search(trigger.words) is not None
