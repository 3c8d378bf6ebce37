"""Which reports are about one conflict, and who opposes whom in it, read from the statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import permutations

from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.types import Opposed, Reading, Report
from sayso.values.sides_file import GivenSides

SHARED = 3  # names (places, parties, persons, bodies) that two reports of one conflict must share
APART = timedelta(days=120)
AS_GIVEN = 1000  # what the user's word weighs against what the statements show
OWNED_UP = 25  # what a party's own word that it lost a place to another weighs against one accusation
CLASHES = 2  # times that two parties must stand against each other to give a conflict its title
CLAIMS = 2  # times that each of two must claim a place for itself to stand against each other by that
BACKING = ("support", "foreign fighters")  # who is charged with these, or denies them, may be no side of the war
SHOWN = 5  # names that describe a conflict


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports on one conflict, the names that stand for it, and pairs of opposed parties with how often they clash.

    ``fought`` is the same without what is only said of who backs a side; all that is ``opposed`` where it is empty.
    """

    id: str
    names: tuple[str, ...]
    opposed: Mapping[frozenset[str], int]
    fought: Mapping[frozenset[str], int] = field(default_factory=dict)

    @property
    def _pairs(self) -> Mapping[frozenset[str], int]:
        return self.fought or self.opposed

    def opponent(self, party: str) -> str:
        """The party that most often stands against ``party``, "" where none does.

        Of those that do so at least half as often as that one, it is the one of which most is told: a state that is
        heard on a war is easily read as one that fights.
        """
        against = Counter(
            {next(iter(pair - {party})): n for pair, n in self._pairs.items() if party in pair and len(pair) == 2}
        )
        most = max(against.values(), default=0)
        near = [other for other, n in against.most_common() if 2 * n >= most]
        told_of = {name: at for at, name in enumerate(self.names)}
        return min(near, key=lambda other: told_of.get(other, len(told_of)), default="")

    def are_allied(self, one: str, other: str) -> bool:
        """Whether each of two parties stands against a third one more often than they do against each other."""
        clash = self._pairs.get(frozenset((one, other)), 0)
        pairs = [pair for pair, n in self._pairs.items() if n > clash and len(pair) == 2]
        theirs = ({pair - {who} for pair in pairs if who in pair} for who in (one, other))
        return one != other and bool(set.intersection(*theirs))

    @property
    def title(self) -> str:
        """Its main names."""
        return ", ".join(self.sides)

    @property
    def sides(self) -> tuple[str, ...]:
        """The two parties that stand against each other most, else what is named most."""
        clashes = {pair: n for pair, n in self._pairs.items() if len(pair) == 2 and n >= CLASHES}
        most = max(sorted(clashes, key=sorted), key=lambda pair: clashes[pair], default=frozenset[str]())
        order = {name: at for at, name in enumerate(self.names)}
        return tuple(sorted(most, key=lambda party: (order.get(party, len(order)), party))) or self.names[:2]

    def meant(self, side: str, by: str) -> str:
        """``side`` in the words of the party ``by``, whose "enemy" is its opponent."""
        return self.opponent(by) if side == "enemy" else side

    def belligerents(self) -> frozenset[str]:
        """Every party that stands against another one."""
        return frozenset(p for pair in self._pairs for p in pair)


def find_conflicts(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    told: Sequence[Told],
    naming: Naming,
    given: GivenSides | None = None,
) -> dict[str, Conflict]:
    """Report id -> the conflict that it is about; ``given`` is what the user says of the sides."""
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
        conflict = _conflict(members, names, told, naming, given or GivenSides())
        out.update(dict.fromkeys(members, conflict))
    return out


def _conflict(
    members: Sequence[str],
    names: Mapping[str, Counter[str]],
    told: Sequence[Told],
    naming: Naming,
    given: GivenSides,
) -> Conflict:
    ours = set(members)
    total: Counter[str] = Counter()
    for member in members:
        total.update(names[member])
    label = tuple(n for n, _ in sorted(total.items(), key=lambda x: (-x[1], x[0]))[:SHOWN])
    clashes = find_clashes([t for t in told if t.report.id in ours], naming)
    pairs = Counter({pair: sum(clash.weight for clash in found) for pair, found in clashes.items()})
    named = {naming.party(p) for member in members for p in names[member]}
    pairs.update({pair: AS_GIVEN for pair in given.against if pair <= named})
    backed = Counter({pair: sum(clash.weight for clash in found if clash.backs) for pair, found in clashes.items()})
    opposed = {pair: n for pair, n in pairs.items() if pair not in given.together}
    fought = {pair: n - backed[pair] for pair, n in opposed.items() if n > backed[pair]}
    return Conflict(min(members), label, opposed, fought)


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


@dataclass(frozen=True, slots=True)
class Clash:
    """One statement that sets two parties against each other, what it weighs and how it does; ``backs`` where it is on
    who backs a side.
    """

    statement: str
    weight: int
    because: str
    backs: bool = False


def find_clashes(told: Sequence[Told], naming: Naming) -> dict[frozenset[str], list[Clash]]:
    """Pairs of parties with what sets them against each other: one accuses, attacks, took from or denies the other."""
    pairs: defaultdict[frozenset[str], list[Clash]] = defaultdict(list)
    claimants = {t.claim.id: t.party for t in told if t.own}
    takers: defaultdict[str, list[str]] = defaultdict(list)  # place -> those who are said to have taken or held it

    claiming: defaultdict[str, defaultdict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))

    def clash(one: Told, a: str, b: str, why: str, weight: int = 1) -> None:
        if a and b and a != b:
            backs = one.claim.kind in BACKING
            pairs[frozenset((a, b))].append(Clash(one.statement.id, weight, f"{a} {why} {b}", backs))

    for one in told:
        for party in one.party.split("; "):
            for other, why in _against(one, claimants):
                clash(one, party, naming.party(other), why)
        control = one.own and one.claim.kind == "control"
        if one.claim.slot("change") in ("gained", "held") and one.claim.polarity == "+" and one.place:
            taker = naming.party(one.claim.slot("holder")) or one.party
            takers[one.place].append(taker)
            if control and taker == one.party:
                claiming[one.place][taker].append(one)
        if control and one.statement.stance == "concedes":
            first = next((taker for taker in takers[one.place] if taker not in ("", one.party)), "")
            clash(one, one.party, first, "owns up that it lost a place to", OWNED_UP)
        if one.claim.slot("holder") and one.claim.slot("from") not in ("", "enemy"):
            clash(one, one.claim.slot("holder"), one.claim.slot("from"), "took a place from")
    for claims in claiming.values():
        often = [party for party, said in claims.items() if len(said) >= CLAIMS]
        for party, other in permutations(often, 2):
            for one in claims[party]:
                clash(one, party, other, "claims a place that is claimed by")
    return pairs


def _against(one: Told, claimants: Mapping[str, str]) -> list[tuple[str, str]]:
    """Whom one telling is against, and how."""
    others: list[tuple[str, str]] = []
    if one.statement.stance == "accuses" or one.own:
        why = "accuses" if one.statement.stance == "accuses" else "speaks of an attack or a gain by"
        others += [(one.claim.slot(slot), why) for slot in ("attacker", "from")]
    if one.statement.stance == "denies" and not one.own:
        others.append((claimants.get(one.claim.id, ""), "denies what is claimed by"))
    return [(other, why) for other, why in others if other not in ("", "enemy", "own")]


def find_opposed(told: Sequence[Told], naming: Naming, given: GivenSides | None = None) -> list[Opposed]:
    """Who opposes whom, the most frequent first; the user's word stands first and wins."""
    given = given or GivenSides()
    clashes = find_clashes(told, naming)
    out = []
    for pair in {*clashes, *given.against} - given.together:
        found = clashes.get(pair, [])
        user = pair in given.against
        counted = Counter(clash.because for clash in found)
        why = [f"the user: {' against '.join(sorted(pair))}"] if user else []
        why += [f"the text: {words}{f', {n} times' if n > 1 else ''}" for words, n in counted.most_common()]
        first, second = sorted(pair)
        out.append(
            Opposed(
                (first, second),
                sum(clash.weight for clash in found),
                "user" if user else "text",
                tuple(why),
                tuple(dict.fromkeys(clash.statement for clash in found)),
            )
        )
    return sorted(out, key=lambda each: (each.source != "user", -each.weight, each.parties))
