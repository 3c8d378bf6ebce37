"""Deeds told apart from attacks, of which a question of their own asks: an abduction, mines, burning, looting ...

What is told of a deed at a place belongs to one question as soon as several statements tell of it there; before that it
is part of what is told of an attack on that place. A deed without a place belongs to the one question of that deed in
its report, else in its conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.conflicts import Conflict
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key
from sayso.types import Claim
from sayso.values.on_board import load_table

KIND = "responsibility"
Asked = tuple[str, str]  # a conflict and a deed
OTHERWISE = re.compile(
    r"\bshell(?:s|ed|ing)?\b|rocket|missile|mortar|artiller|bomb|grenade|air ?-?(?:strike|raid)|\bdrones?\b|strikes?\b|"
    r"struck|\bjets?\b|plane|aircraft|helicopter|gunboat|torpedo|explosions?|"
    r"howitzer|gunners|ambush|snipers?|soldiers?|prisoners?|casualt|wounded",
    re.IGNORECASE,
)
"""Words for what is done otherwise: who speaks of it, and not of the deed, does not answer who did that."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed of ``tables/deeds.toml``, which says what each of these is."""

    at: str
    of: str
    least: int
    harms: bool
    read_as: tuple[str, ...]
    words: re.Pattern[str]
    by: str = ""


@cache
def deeds() -> Mapping[str, Deed]:
    """Every deed of which a question asks, by its name."""
    return {
        name: Deed(
            at=row["at"],
            of=row["of"],
            least=row["least"],
            harms=row["harms"],
            read_as=tuple(row["read_as"]),
            words=re.compile("|".join(row["words"]), re.IGNORECASE),
            by=row.get("by", ""),
        )
        for name, row in load_table("deeds", room="claims").items()
    }


def deed_of(claim: Claim) -> str:
    """The deed that a claim is on, "" where it is on none of the table."""
    deed = claim.slot("deed")
    return deed if deed in deeds() else ""


def question_of(deed: str, place: str = "", by: str = "") -> str:
    """What is asked of a deed, at a place or of who is accused where one is given, without the question mark."""
    asked = deeds()[deed]
    return asked.at.format(place) if place else asked.by.format(by) if by else asked.of


def is_charge(deed: str) -> bool:
    """Whether is asked who is accused of a deed, or of it in a whole conflict, and not where it was."""
    return deed in deeds() and bool(deeds()[deed].by or not deeds()[deed].at)


def is_harm(deed: str) -> bool:
    """Whether a deed of which too little is told is part of an attack."""
    return deeds()[deed].harms


def read_as(deed: str) -> tuple[str, ...]:
    """Kinds as which the model reads what is said of a deed; none for what is no deed."""
    return deeds()[deed].read_as if deed in deeds() else ()


def is_told_of(words: str, deed: str) -> bool | None:
    """Whether ``words`` speak of a deed; None where they speak of no deed at all."""
    if deeds()[deed].words.search(words):
        return True
    return False if OTHERWISE.search(words) or any(each.words.search(words) for each in deeds().values()) else None


def is_of_another(words: str, deed: str) -> bool:
    """Whether ``words`` of a claim that is on no deed yet are not on ``deed``: a general accusation they must name."""
    told = is_told_of(words, deed)
    return not told if is_charge(deed) else told is False


def may_be_on(claim: Claim, key: Key) -> bool:
    """Whether a claim may be on a matter: one of another deed it is not."""
    return key[0] != KIND or deed_of(claim) in ("", key[1])


def keys_of_deeds(
    told: Sequence[Told], keys: Mapping[str, Key | None], conflicts: Mapping[str, Conflict], named: Mapping[str, bool]
) -> dict[str, tuple[Key | None, bool]]:
    """The key of each claim of a deed, and whether its words say so: they name its place, or no other is known.

    Args:
        told: all claims.
        keys: the key of each by the place that it is read to be at.
        conflicts: report id -> its conflict.
        named: whether the words of each name that place.
    """
    groups: dict[Asked, list[Told]] = defaultdict(list)
    for one in told:
        if one.own and deed_of(one.claim) and deeds()[deed_of(one.claim)].at:
            groups[conflicts[one.report.id].id, deed_of(one.claim)].append(one)
    out: dict[str, tuple[Key | None, bool]] = {}
    for (conflict, deed), group in groups.items():
        firm = {one.claim.id: key for one in group if (key := keys[one.claim.id]) and named[one.claim.id]}
        asked = _asked([one for one in group if not one.voice], firm, deeds()[deed].least)
        in_report: dict[str, set[Key]] = defaultdict(set)
        for one in group:
            if firm.get(one.claim.id) in asked:
                in_report[one.report.id].add(firm[one.claim.id])
        loose = {one.statement.id for one in group if one.claim.id not in firm and not one.voice}
        anywhere = {(KIND, deed, "in", conflict)} if len(loose) >= deeds()[deed].least else set()
        elsewhere = set() if is_charge(deed) else asked or anywhere
        for one in group:
            known, sure = in_report[one.report.id] or elsewhere, one.claim.id in firm
            key = _key(keys[one.claim.id], known, sure=sure, harms=is_harm(deed))
            out[one.claim.id] = key, sure or (key in known and len(known) == 1)
    return out


def _asked(group: Sequence[Told], firm: Mapping[str, Key], least: int) -> set[Key]:
    """The places of a deed of which several statements tell; where no other is named, those without a place count."""
    at: dict[Key, set[str]] = defaultdict(set)
    for one in group:
        if one.claim.id in firm:
            at[firm[one.claim.id]].add(one.statement.id)
    if len(at) == 1:
        return set(at) if len({one.statement.id for one in group}) >= least else set()
    return {key for key, statements in at.items() if len(statements) >= least}


def _key(key: Key | None, known: Collection[Key], *, sure: bool, harms: bool) -> Key | None:
    """What a claim of a deed is on, by the key of its place and those of which a question may ask."""
    if key and key in known:
        return key
    if not sure and len(known) == 1:
        return next(iter(known))
    return ("attack", key[-1]) if key and harms else None
