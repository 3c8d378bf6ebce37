"""What cannot both be right within one matter: numbers that exclude each other, one party that says both.

That two sides contradict each other is what a matter's standing says. Listed here is what a reader must look into
beyond that: counts that exclude each other, a party or its own people on both sides of a question, blame that moves
from one to another, and a denial of what somebody who is no party established.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

from sayso.claims.contested import firm
from sayso.claims.matters import Draft
from sayso.claims.naming import Naming
from sayso.claims.positions import Weighed
from sayso.types import Discrepancy, Quantity

NUMBERED = ("casualties", "figure", "displacement")
COUNTS = ("asserts", "confirms", "concedes", "accuses")
SAYS = ("asserts", "confirms", "announces")  # who accuses another and denies it of oneself says one thing
ANSWERED = ("control", "attack", "equipment", "truce", "foreign fighters", "talks", "plan")
MOST = 4  # pairs of counters shown for one matter
NEAR = 1  # days within which a toll should not differ
FEW_TIMES = 40  # numbers further apart than this count different things


def find_contradictions(draft: Draft, weighed: Sequence[Weighed], naming: Naming) -> list[Discrepancy]:
    """The discrepancies of one matter, each pair of passages once; a stance that is a guess contradicts nothing."""
    if draft.kind in NUMBERED:
        return _numbers(draft, weighed)
    if draft.kind not in ANSWERED:
        return []
    read = [w for w in weighed if not w.learnt]
    return [*_both(draft, read), *_established(draft, read), *_blamed(draft, read, naming)]


def _numbers(draft: Draft, weighed: Sequence[Weighed]) -> list[Discrepancy]:
    rows: dict[str, list[Weighed]] = defaultdict(list)
    for one in weighed:
        if one.counted and one.position.stance in COUNTS and not one.counted.change and _best(one.counted) > 1:
            rows[_who(one)].append(one)
    out = []
    for (_, first), (_, second) in combinations(rows.items(), 2):
        pair = _closest(first, second)
        if pair:
            out.append(_number(draft, *pair, "two counts of one thing exclude each other"))
    out = sorted(out, key=lambda d: (-d.weight, d.evidence))[:MOST]
    for counts in rows.values():
        out += [
            _number(draft, earlier, later, "the same side counts fewer than before")
            for earlier, later in pairwise(counts)
            if earlier.position.date < later.position.date
            and _excludes(earlier, later)
            and _high(later) < _low(earlier)
        ]
    return out


def _closest(first: Sequence[Weighed], second: Sequence[Weighed]) -> tuple[Weighed, Weighed] | None:
    """The last two numbers of two counters that exclude each other, those of one report before others."""
    last = (first[-1], second[-1])
    if _comparable(*last) and not _excludes(*last):
        return None
    pairs = [(a, b) for a in first for b in second if _excludes(a, b)]
    together = [(a, b) for a, b in pairs if a.position.report == b.position.report]
    if together:
        return together[-1]
    return last if last in pairs else next(reversed(pairs), None)


def _comparable(a: Weighed, b: Weighed) -> bool:
    """True where both count the same sort of thing, and neither is a small part of the other."""
    if not a.counted or not b.counted:
        return False
    other = {a.counted.unit, b.counted.unit} - {"", "people"}
    low, high = sorted((_best(a.counted), _best(b.counted)))
    return len(other) < 2 and low > 0 and high / low <= FEW_TIMES


def _excludes(a: Weighed, b: Weighed) -> bool:
    """True where both cannot be right: a toll may rise from day to day, but not be lower than one before it."""
    if not _comparable(a, b) or not (_high(a) < _low(b) or _high(b) < _low(a)):
        return False
    earlier, later = sorted((a, b), key=lambda w: w.position.date)
    days = (earlier.position.date, later.position.date)
    return _high(later) < _low(earlier) or not all(days) or _apart(*days) <= NEAR


def _apart(first: str, second: str) -> int:
    return (date.fromisoformat(second[:10]) - date.fromisoformat(first[:10])).days


def _low(one: Weighed) -> float:
    return (one.counted.low or 0.0) if one.counted else 0.0


def _high(one: Weighed) -> float:
    return one.counted.high if one.counted and one.counted.high is not None else float("inf")


def _best(counted: Quantity) -> float:
    return next((x for x in (counted.best, counted.low, counted.high) if x is not None), 0.0)


def _number(draft: Draft, a: Weighed, b: Weighed, because: str) -> Discrepancy:
    values = [_best(x.counted) if x.counted else 0.0 for x in (a, b)]
    what = f"{draft.question} {_who(a)}: {values[0]:,g}; {_who(b)}: {values[1]:,g}"
    apart = abs(values[0] - values[1]) / max(*values, 1.0)
    return _pair("number", what, a, b, 0.5 + apart, because)


def _both(draft: Draft, weighed: Sequence[Weighed]) -> list[Discrepancy]:
    """A party that both says and denies it; witnesses of one report who contradict each other."""
    out = []
    known = firm(draft)
    sides: dict[str, list[Weighed]] = defaultdict(list)
    for one in weighed:
        for party in one.position.party.split("; ") if one.position.party else [f"\x1f{one.position.report}"]:
            sides[party].append(one)
    for party, rows in sides.items():
        pair = _opposites(rows, draft.kind, known)
        if pair:
            who = "witnesses in one report" if party.startswith("\x1f") else party
            out.append(
                _pair("did or did not", f"{draft.question} {who}", *pair, 1.0, f"{who} on both sides of one question")
            )
    return out


def _opposites(rows: Sequence[Weighed], kind: str, known: Collection[str | None]) -> tuple[Weighed, Weighed] | None:
    """The first two of ``rows``, in time, that cannot both be right; ``known`` are no guesses."""
    says = dict.fromkeys(SAYS if kind != "attack" else (), "says")
    groups: Mapping[str, str] = {**says, "denies": "denies", "concedes": "concedes"}
    for later in rows:
        for earlier in rows:
            kinds = {groups.get(earlier.position.stance, ""), groups.get(later.position.stance, "")}
            if earlier is later or "" in kinds or len(kinds) < 2:
                continue
            guessed = not {earlier.position.statement, later.position.statement} <= set(known)
            if guessed and (kinds != {"denies", "concedes"} or not earlier.position.party):
                continue
            if kinds == {"denies", "concedes"} and earlier.position.date != later.position.date:
                continue  # who denies today and concedes tomorrow has changed its word: that is history
            if earlier.position.evidence != later.position.evidence and kinds != {"says", "concedes"}:
                return (earlier, later) if earlier.position.date <= later.position.date else (later, earlier)
    return None


def _established(draft: Draft, weighed: Sequence[Weighed]) -> list[Discrepancy]:
    """What a body that is no party established, against the last who denied it."""
    found = [w for w in weighed if w.established]
    denied = [w for w in weighed if w.position.stance == "denies" and w.position.party]
    last = {w.position.party: w for w in denied}
    return [
        _pair(
            "did or did not", f"{draft.question} {_who(w)} denies it", w, found[0], 1.1, f"{_who(found[0])} found it so"
        )
        for w in last.values()
        if found
    ]


def _blamed(draft: Draft, weighed: Sequence[Weighed], naming: Naming) -> list[Discrepancy]:
    """One party that blames first one and then another."""
    if draft.kind not in ("attack", "equipment"):
        return []
    positions = {w.position.statement: w for w in weighed}
    blamed: dict[str, dict[str, Weighed]] = defaultdict(dict)
    for one in draft.told:
        attacker = naming.party(one.claim.slot("attacker"))
        blames = one.own and one.party and attacker not in ("", "enemy", one.party) and one.claim.polarity == "+"
        if blames and one.statement.id in positions:
            blamed[one.party].setdefault(attacker, positions[one.statement.id])
    return [
        _pair("who", f"{draft.question} {party}: {first}, then {second}", a, b, 0.9, f"{party} names two who did it")
        for party, found in blamed.items()
        for (first, a), (second, b) in pairwise(found.items())
    ]


def _pair(kind: str, what: str, a: Weighed, b: Weighed, weight: float, because: str) -> Discrepancy:
    pair = (a.position, b.position)
    return Discrepancy(
        kind=kind,
        what=what,
        reports=tuple(p.report for p in pair),
        evidence=tuple(p.evidence for p in pair),
        texts=tuple(p.text for p in pair),
        weight=weight,
        because=because,
    )


def _who(one: Weighed) -> str:
    return one.position.party or one.position.speaker or "the report"
