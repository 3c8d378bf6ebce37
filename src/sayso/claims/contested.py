"""What cannot both be right of one event: two days, two kinds of ammunition, one party that blames two.

What two positions say against each other is found by ``against.py``; this looks at the slots of their claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise

from sayso.claims.matters import Draft
from sayso.claims.naming import Naming
from sayso.claims.positions import Weighed
from sayso.claims.told import Told
from sayso.types import Discrepancy, Span

AMMUNITION = ("incendiary", "phosphorus", "cluster", "thermobaric", "chlorine", "napalm", "nerve")
Passage = tuple[str, Span, str]  # report, where, the words
DAYS = 14  # days further apart belong to two changes of hands


def find_contested(draft: Draft, weighed: Sequence[Weighed], naming: Naming) -> list[Discrepancy]:
    """Two days of one change of hands, two kinds of ammunition of one attack, two whom one party blames for it."""
    return [*_days(draft), *_ammunition(draft), *_blamed(draft, weighed, naming)]


def _days(draft: Draft) -> list[Discrepancy]:
    """Two days on which a place is said to have changed hands."""
    if draft.kind != "control":
        return []
    dated = [
        (one, day)
        for one in draft.told
        if one.own and one.claim.slot("change") in ("gained", "lost") and one.claim.polarity == "+"
        if one.claim.modality == "actual" and (day := _day(one))
    ]
    for (a, first), (b, second) in combinations(dated, 2):
        if 0 < abs((first - second).days) <= DAYS and (a.party, a.report.id) != (b.party, b.report.id):
            what = f"{draft.question} on {first.isoformat()}, on {second.isoformat()}"
            return [_between("date", what, _words(a), _words(b), 0.6, "two days are given for one change of hands")]
    return []


def _day(one: Told) -> date | None:
    """The day of a claim, or the first day since which it holds; None for a period and for the future."""
    first, _, last = (one.claim.when or "").partition("/")
    if not first or (last and last != first):
        return None
    try:
        day = date.fromisoformat(first[:10])
    except ValueError:
        return None
    return None if one.date and day.isoformat() > one.date else day


def _ammunition(draft: Draft) -> list[Discrepancy]:
    """Two kinds of ammunition that are named for one attack."""
    if draft.kind != "attack":
        return []
    named: dict[str, Told] = {}
    for one in draft.told:
        words = one.claim.slot("weapon").casefold() if one.own else ""
        for kind in AMMUNITION:
            if kind in words:
                named.setdefault(kind, one)
    return [
        _between(
            "weapon",
            f"{draft.question} {first}, {second}",
            _words(a),
            _words(b),
            0.6,
            "two kinds of ammunition are named",
        )
        for (first, a), (second, b) in list(combinations(named.items(), 2))[:1]
    ]


def _blamed(draft: Draft, weighed: Sequence[Weighed], naming: Naming) -> list[Discrepancy]:
    """One party that blames first one and then another."""
    if draft.kind not in ("attack", "responsibility", "equipment"):
        return []
    positions = {w.position.statement: w for w in weighed}
    blamed: dict[str, dict[str, Weighed]] = defaultdict(dict)
    for one in draft.told:
        attacker = naming.party(one.claim.slot("attacker"))
        blames = one.own and one.party and attacker not in ("", "enemy", one.party) and one.claim.polarity == "+"
        if blames and one.statement.id in positions:
            blamed[one.party].setdefault(attacker, positions[one.statement.id])
    return [
        _between(
            "who",
            f"{draft.question} {party}: {first}, then {second}",
            _passage(a),
            _passage(b),
            0.9,
            f"{party} names two who did it",
        )
        for party, found in blamed.items()
        for (first, a), (second, b) in pairwise(found.items())
    ]


def _passage(one: Weighed) -> Passage:
    return one.position.report, one.position.evidence, one.position.text


def _words(one: Told) -> Passage:
    return one.report.id, one.evidence, one.words


def _between(kind: str, what: str, a: Passage, b: Passage, weight: float, because: str) -> Discrepancy:
    return Discrepancy(kind, what, (a[0], b[0]), (a[1], b[1]), (a[2], b[2]), weight, because)
