"""Of whom it is said that he was captured, killed or is alive: a named person whose fate is a matter of its own."""

from __future__ import annotations

import re

from sayso.reading.claim_scene import Scene
from sayso.reading.named import Named
from sayso.reading.triggers import Trigger
from sayso.types import Span, Statement

NEAR = 60  # characters between a person and the words that tell his fate
PASSIVE = re.compile(
    r"^(?:,[^,;.]{2,50})?,? (?:(?:was|were|is|are|had been|has been|have been|being|lives?|still|had|has|\w+ly) )*$",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"^(?: of| by| alive| dead)?(?: (?:the|its|his|her|their|our|a|one of))?(?: (?!after\b|before\b|when\b|while\b|"
    r"by\b|near\b|as\b|who\b|that\b|and\b|in\b|at\b|since\b|because\b)[a-z][\w’'-]+){0,4},? ?(?:[A-Z][\w.]+ ){0,2}$"
)
CAPTURES = re.compile(r"\b(?:taken|captur\w+|seiz\w+|caught|took)$", re.IGNORECASE)


def fate_of(scene: Scene, trigger: Trigger, evidence: Span, statement: Statement | None) -> str:
    """The person whose fate the words of ``trigger`` tell, "" for none; who speaks tells no fate of his own.

    "The movement's commander, Rufo Anka, had been taken"; "the capture of its commander, Rufo Anka".
    """
    if statement is None:
        return ""
    persons = [n for n in scene.inside(evidence, "person") if n.words not in statement.speaker]
    found = [n for n in persons if _suffers(scene.text, n, trigger)]
    return found[0].words if found else ""


def _suffers(text: str, person: Named, trigger: Trigger) -> bool:
    """True where the words between a person and the trigger make him the one who it happens to."""
    if person.span.end <= trigger.span.start:
        between = text[person.span.end : trigger.span.start]
        return len(between) < NEAR and PASSIVE.match(between) is not None
    if person.span.start >= trigger.span.end:
        between = text[trigger.span.end : person.span.start]
        return len(between) < NEAR and OBJECT.match(between) is not None
    return True


def takes_a_person(trigger: Trigger) -> bool:
    """True for words that name the taking of a place as well as of a person: "had been taken", "captured"."""
    return trigger.kind == "control" and CAPTURES.search(trigger.words) is not None
