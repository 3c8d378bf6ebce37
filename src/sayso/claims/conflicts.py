"""Which reports are about one conflict, and who opposes whom in it, read from the statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.types import Reading, Report

SHARED = 3  # names (places, parties, persons, bodies) that two reports of one conflict must share
APART = timedelta(days=120)
OWNED_UP = 25  # what a party's own word that it lost a place to another weighs against one accusation
SHOWN = 5  # names that describe a conflict


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports on one conflict, the names that stand for it, and pairs of opposed parties with how often they clash."""

    id: str
    names: tuple[str, ...]
    opposed: Mapping[frozenset[str], int]

    def opponent(self, party: str) -> str:
        """The party that most often stands against ``party``, "" where none does."""
        against = Counter(
            {next(iter(pair - {party})): n for pair, n in self.opposed.items() if party in pair and len(pair) == 2}
        )
        return against.most_common(1)[0][0] if against else ""

    def belligerents(self) -> frozenset[str]:
        """Every party that stands against another one."""
        return frozenset(p for pair in self.opposed for p in pair)


def find_conflicts(
    reports: Sequence[Report], readings: Mapping[str, Reading], told: Sequence[Told], naming: Naming
) -> dict[str, Conflict]:
    """Report id -> the conflict that it is about."""
    names = {r.id: _names(readings.get(r.id), naming) for r in reports}
    people = {r.id: _people(readings.get(r.id), naming) for r in reports}
    by_name: dict[str, list[Report]] = defaultdict(list)
    parent = {r.id: r.id for r in reports}

    def root(x: str) -> str:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for report in reports:
        known = {*names[report.id], *people[report.id]}
        shared: Counter[str] = Counter(o.id for n in known for o in by_name[n] if _close(report, o))
        for other, count in shared.items():
            if count >= SHARED:
                parent[root(report.id)] = root(other)
        for name in {*names[report.id], *people[report.id]}:
            by_name[name].append(report)
    groups: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        groups[root(report.id)].append(report.id)
    out = {}
    for members in groups.values():
        conflict = _conflict(members, names, told, naming)
        out.update(dict.fromkeys(members, conflict))
    return out


def _conflict(
    members: Sequence[str], names: Mapping[str, Counter[str]], told: Sequence[Told], naming: Naming
) -> Conflict:
    ours = set(members)
    total: Counter[str] = Counter()
    for member in members:
        total.update(names[member])
    label = tuple(n for n, _ in sorted(total.items(), key=lambda x: (-x[1], x[0]))[:SHOWN])
    return Conflict(min(members), label, _opposed([t for t in told if t.report.id in ours], naming))


def _names(reading: Reading | None, naming: Naming) -> Counter[str]:
    """The places and parties of a report, and how often each is named."""
    if reading is None:
        return Counter()
    places: Counter[str] = Counter()
    for name in reading.names:
        if name.name in naming.places:
            places[naming.place(name.name)] += len(name.spans)
    for statement in reading.statements:
        places.update(p for p in naming.party(statement.party).split("; ") if p)
    return places


def _people(reading: Reading | None, naming: Naming) -> frozenset[str]:
    """The persons and bodies of a report."""
    names = reading.names if reading else ()
    return frozenset(naming.speakers[n.name] for n in names if n.name in naming.speakers)


def _close(a: Report, b: Report) -> bool:
    if not a.published or not b.published:
        return True
    return abs(date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])) <= APART


def _opposed(told: Sequence[Told], naming: Naming) -> Counter[frozenset[str]]:
    """Pairs of parties: one accuses, attacks, took from or denies the other."""
    pairs: Counter[frozenset[str]] = Counter()
    claimants = {t.claim.id: t.party for t in told if t.own}
    takers: dict[str, str] = {}
    for one in told:
        others = (
            [one.claim.slot("attacker"), one.claim.slot("from")] if one.statement.stance == "accuses" or one.own else []
        )
        if one.statement.stance == "denies" and not one.own:
            others.append(claimants.get(one.claim.id, ""))
        for party in one.party.split("; "):
            pairs.update(frozenset((party, naming.party(o))) for o in others if o not in ("", "enemy", "own") and party)
        if one.claim.slot("change") == "gained" and one.claim.polarity == "+" and one.place:
            takers.setdefault(one.place, naming.party(one.claim.slot("holder")) or one.party)
        loses = one.own and one.claim.kind == "control" and one.statement.stance == "concedes"
        if loses and takers.get(one.place, one.party) != one.party:
            pairs[frozenset((one.party, takers[one.place]))] += OWNED_UP
        if one.claim.slot("holder") and one.claim.slot("from") not in ("", "enemy"):
            pairs[frozenset((one.claim.slot("holder"), one.claim.slot("from")))] += 1
    return Counter({pair: n for pair, n in pairs.items() if len(pair) == 2})
