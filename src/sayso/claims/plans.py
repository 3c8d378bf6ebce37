"""What a party plans or asks for, and who welcomes or condemns what: beside other claims of a statement or alone."""

from __future__ import annotations

import re

from sayso.claims.conflicts import Conflict
from sayso.claims.told import Told, kinds_read
from sayso.claims.vocabulary import Key

MEANT = 0.5  # how likely a statement speaks of a plan by the model for it to be told as one beside other claims
NAMED = 5  # words of a speaker who is named; a longer one is described
REACTS = re.compile(
    r"\b(?:condemn|denounc|deplor|regret|alarm|concern|outrage|criticis|criticiz|protest|welcom|hail|prais|congratul|"
    r"thank|applaud|salut|commend)\w*",
    re.IGNORECASE,
)
RESTRAINT = re.compile(
    r"\b(?:restraint|de-?escalat\w*|step(?:ping)? back|calm|escalation|dialogue|hostilities|peaceful\w*|"
    r"end (?:to )?(?:the )?(?:fighting|violence|war|bloodshed))\b",
    re.IGNORECASE,
)
PLANNED = ("planned", "demanded")
SAYS = ("announces", "asserts", "other")


def is_planned(one: Told) -> bool:
    """Whether a claim is of what shall be, by who says that it shall."""
    return one.claim.modality in PLANNED and one.statement.stance in SAYS


def is_told_beside(one: Told) -> bool:
    """Whether a soft claim is told beside others of its statement: the model takes it for a plan, or its cue reacts."""
    if one.claim.kind == "plan":
        return kinds_read(one.report, one.statement).get("plan", 0.0) > MEANT
    return one.claim.kind in ("condemnation", "support") and REACTS.search(one.cue) is not None


def soft_key(one: Told, conflict: Conflict, place: str) -> Key | None:
    """The key of a soft claim: all reactions of a conflict are one matter, all plans of a party.

    Args:
        one: a claim of a plan, a demand, an office, a condemnation, or of support that is only words.
        conflict: of its report.
        place: the place that its words name, "" where they name none.

    Returns:
        None where it is nobody's: what an observer expects is no plan. Of two who plan, the first is asked.
    """
    kind, party = one.claim.kind, one.party.split("; ")[0]
    if kind in ("condemnation", "support") or (kind == "demand" and RESTRAINT.search(one.words)):
        return "condemnation", conflict.id
    if kind == "plan" and place:
        return kind, place
    named = kind != "plan" and one.speaker[:1].isupper() and len(one.speaker.split()) <= NAMED
    who = party or (one.speaker if named else "")
    return (kind, "by", who, conflict.id) if who else None
