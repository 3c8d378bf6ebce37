"""When a place changed hands again: who takes it back opens a question of its own, with its own standings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.naming import Naming
from sayso.claims.told import Told, claimed

TAKEN_BACK = re.compile(
    r"\b(?:retak\w*|retook|recaptur\w*|regain\w*|re-?enter\w*|re-?conquer\w*|won (?:it |\w+ )?back|"
    r"t(?:ake|akes|aken|aking|ook) (?:it |\w+ )?back|"
    r"(?:back|again) (?:in|under) (?:[\w’'-]+ ){0,4}(?:hands|control)|"
    r"(?:in|under) (?:[\w’'-]+ ){0,4}(?:hands|control) (?:again|once more))\b",
    re.IGNORECASE,
)

UNSAID = ("denies", "withholds")  # stances of who does not say that the place was taken


@dataclass(frozen=True, slots=True)
class Turn:
    """A day from which on a party is said to have a place, "" for the first."""

    date: str
    holder: str


def parts_by_hands(told: Sequence[Told], naming: Naming) -> list[tuple[str, list[Told]]]:
    """What is told by date on who has a place, parted where another party than the last is said to have taken it back.

    What is told from that day on goes with the new question, but for claims of that day, or of what was before it, that
    the place was lost.

    Returns:
        pairs of the ISO day on which a part begins, "" for the first, and what is told of it.
    """
    turns = _turns(told, naming)
    parts: list[list[Told]] = [[] for _ in turns]
    for one in told:
        at = max(i for i, turn in enumerate(turns) if turn.date <= one.date or not i)
        if at and _is_of_before(one, turns[at], naming):
            at -= 1
        parts[at].append(one)
    return [(turn.date if i else "", part) for i, (turn, part) in enumerate(zip(turns, parts, strict=True)) if part]


def _turns(told: Sequence[Told], naming: Naming) -> list[Turn]:
    turns: list[Turn] = []
    for one in told:
        who = _taker(one, naming)
        if who and (not turns or _is_turn(one, who, turns[-1])):
            turns.append(Turn(one.date, who))
    return turns or [Turn("", "")]


def _is_turn(one: Told, who: str, last: Turn) -> bool:
    return who != last.holder and one.date > last.date and TAKEN_BACK.search(claimed(one)) is not None


def _taker(one: Told, naming: Naming) -> str:
    """Who is said to have taken the place; "" where that is denied, planned, or not said."""
    claim = one.claim
    took = one.own and claim.kind == "control" and claim.slot("change") == "gained"
    if not took or claim.polarity == "-" or claim.modality != "actual" or one.statement.stance in UNSAID:
        return ""
    return naming.party(claim.slot("holder")) or one.party


def _is_of_before(one: Told, turn: Turn, naming: Naming) -> bool:
    """Whether a claim is that another than the last took the place before, or that the last one had lost it."""
    claim = one.claim
    before = one.date == turn.date or "" < (claim.when or "").rpartition("/")[2] < turn.date
    if not before or not one.own or claim.kind != "control":
        return False
    lost = claim.slot("change") == "lost" and (naming.party(claim.slot("from")) or one.party) == turn.holder
    return lost or _taker(one, naming) not in ("", turn.holder)
