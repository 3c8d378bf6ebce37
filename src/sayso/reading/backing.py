"""Who is said to arm, pay, feed or shelter whom: the two sides of a claim of support, by the words around its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.claim_scene import Scene
from sayso.reading.named import Named
from sayso.reading.triggers import Trigger
from sayso.types import Span, Statement

REACH = 120  # characters from the verb within which its subject and its object stand
ELSEWHERE = re.compile(
    r"\b(?:in|against|near|on|at|with|by|than|like|from|of|behind|says?|said|told|tells) (?:the |an? )?$", re.I
)
"""Before a name that is no receiver's: "arms for the fighting in Ostria"."""
NEAR = 45  # characters after "by", "from" or "of" within which the one who gives stands
STANDS_FOR_A_SIDE = ("party", "home", "place", "region", "body")
GIVEN = re.compile(r"^(?!involved|complicit).*\b(?:by|from|in|of)$", re.I | re.S)
"""A wording whose subject, if any, is the one who is given to."""
NOUN = re.compile(r"\b(?:deliver(?:y|ies)|suppl(?:y|ies)|shipments?|transfers?|smuggling)(?: of .*)?$", re.I | re.S)
"""A wording for what is given, which has no subject: "deliveries of rifles"."""
BESIDE = re.compile(r"^with(?:out)?(?: the)? ?$", re.I)  # a wording behind which the one stands who gives leave
ITS_OWN = re.compile(
    r"(?:[’']s?)? (?:(?:planned|alleged|secret|illegal|illicit|new|further|military) )?"
)  # between a name and what is its own
MARK = re.compile(r"\b(?:stencil|proof-mark|lot number|stamp|serial number)s?$", re.I)
FROM = re.compile(r"^[^.;:!?]{0,25}\b(?:by|from)(?: (?:the|its|our|their|neighbou?ring))* $", re.I)
OF = re.compile(r"^ (?:of|from) (?:the )?(?:\w+ ){0,3}$", re.I)
ASIDE = re.compile(r"\b(?:in|against|near|to|on|at|with|by|than|like) (?:the |an? )?$", re.I)
RELATIVE = re.compile(r"^,?(?: [^,.;:]{1,60},)? ?(?:which|that|(?:to )?whom?) (?:the )?$", re.I)
BLAMED = re.compile(r"\b(?:accus|suspect|blam|attribut|reproach|charg)\w*\b", re.I)
SELF = re.compile(
    r"\b(?:it|we|i|they|he|she|its (?:\w+ )?(?:government|army|country|ministry|state)|"
    r"our (?:\w+ )?(?:government|army|country|ministry|state|kingdom|republic))\b",
    re.I,
)
CLAUSE = re.compile(r"[.;:!?]")


def backing_slots(scene: Scene, trigger: Trigger, sentence: Span, statement: Statement | None) -> dict[str, str]:
    """Who backs and who is backed, "" for each that the sentence does not name.

    Args:
        scene: the report.
        trigger: the verb.
        sentence: where it stands.
        statement: who says so, None for the outlet.
    """
    text, at = scene.text, trigger.span
    sides = [n for n in scene.inside(sentence) if n.party or n.kind in STANDS_FOR_A_SIDE]
    within = [n for n in sides if at.start <= n.span.start < at.end]
    left = [n for n in sides if at.start - REACH <= n.span.end <= at.start and not _parted(text, n.span.end, at.start)]
    right = [n for n in sides if at.end <= n.span.start <= at.end + REACH and not _parted(text, at.end, n.span.start)]
    accused = _accused(statement, left)
    if MARK.search(trigger.words):
        of = [n for n in right if OF.match(text[at.end : n.span.start])]
        return _both(_first(of) or _first(within), "")
    if within and within[0].span.start == at.start:
        return _both(_first(within), "")
    if BESIDE.match(trigger.words):
        return _both(_first(right), "")
    said = statement.content if statement else (sentence,)
    before = _first(
        [n for n in reversed(left) if n.party and _is_in(n, said) and not ASIDE.search(text[: n.span.start])]
    )
    if GIVEN.search(trigger.words):
        return _both(_first([n for n in right if n.span.start <= at.end + NEAR]) or accused, before)
    receivers = [n for n in right if n.party and _is_in(n, said) and _is_given_to(text[at.end : n.span.start])]
    whom = _first([*(n for n in within if n.party), *receivers])
    source = next((n for n in right if FROM.match(text[at.end : n.span.start])), None)
    if source and not accused:
        return _both(source.party or source.words, whom or before)
    own = statement.party if statement and "; " not in statement.party else ""
    if NOUN.search(trigger.words):
        subject = _first([n for n in left[-1:] if ITS_OWN.fullmatch(text[n.span.end : at.start])])
    else:
        subject = _subject(text, at, left, own)
    who = accused or ("" if statement and statement.stance == "accuses" and subject == own else subject)
    if not who and statement and statement.stance in ("denies", "concedes", "withholds"):
        who = own
    return _both(who, whom)


def _is_in(name: Named, spans: Sequence[Span]) -> bool:
    return any(span.start <= name.span.start < span.end for span in spans)


def _is_given_to(between: str) -> bool:
    """Whether a name may be a receiver's, by what stands between the verb and it."""
    return not re.search(r"[,”\"]", between) and not ELSEWHERE.search(between)


def _accused(statement: Statement | None, left: Sequence[Named]) -> str:
    """The side between the cue of an accusation and the verb: "accused Marn of arming them"."""
    if not statement or statement.stance != "accuses" or not statement.cue:
        return ""
    return _first([n for n in left if n.span.start >= statement.cue[-1].end])


def _first(sides: Sequence[Named]) -> str:
    return next((n.party or n.words for n in sides), "")


def _subject(text: str, at: Span, left: Sequence[Named], own: str) -> str:
    """The side that stands last before the verb, or the speaker's own where "we" or "it" stands between.

    "Marn, which Ostria accuses of arming them" speaks of Marn.
    """
    subjects = [n for n in left if not ASIDE.search(text[: n.span.start])]
    last = subjects[-1] if subjects else None
    between = CLAUSE.split(text[max(last.span.end if last else 0, at.start - REACH) : at.start])[-1]
    if last and BLAMED.search(between):
        blamed = next((n for n in left if RELATIVE.match(text[n.span.end : last.span.start])), None)
        return _first([blamed or last])
    if own and SELF.search(between):
        return own
    return _first(subjects[-1:])


def _both(who: str, whom: str) -> dict[str, str]:
    return {"change": "backs", "who": who, "whom": whom if whom != who else ""}


def _parted(text: str, start: int, end: int) -> bool:
    """True where a sentence or clause ends between two places."""
    return CLAUSE.search(text[start:end]) is not None
