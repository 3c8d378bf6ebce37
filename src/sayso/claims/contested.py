"""Two parties whose words on one question cannot both be right: did or did not, when, with what.

That a question is disputed its standing says. Which two sentences stand against each other, a reader has to see: those
of one report, close to each other, before those of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from sayso.claims.matters import Draft
from sayso.claims.positions import Weighed
from sayso.claims.told import Told
from sayso.types import Discrepancy, Span

SAYS = ("asserts", "confirms", "accuses", "announces")
CLOSE = 700  # characters within which a denial answers what stands beside it
MOST = 3  # pairs of one matter
KINDS = ("control", "attack", "equipment", "truce", "foreign fighters", "talks")
AMMUNITION = ("incendiary", "phosphorus", "cluster", "thermobaric", "chlorine", "napalm", "nerve")
Passage = tuple[str, Span, str]  # report, where, the words
DAYS = 14  # days further apart belong to two changes of hands


def find_contested(draft: Draft, weighed: Sequence[Weighed]) -> list[Discrepancy]:
    """What two parties say against each other on one matter, the closest first; each pair of parties once."""
    if draft.kind not in KINDS:
        return []
    weighed = [w for w in weighed if not w.learnt]  # a stance that is a guess contests nothing
    pairs: dict[frozenset[str], tuple[float, Weighed, Weighed]] = {}
    for weight, said, denied in sorted(_pairs(draft, weighed), key=lambda each: -each[0]):
        pairs.setdefault(frozenset((_who(said), _who(denied))), (weight, said, denied))
    out = [
        _between(
            "did or did not",
            f"{draft.question} {_who(said)} says so, {_who(denied)} denies it",
            _passage(said),
            _passage(denied),
            weight,
            "one says what the other denies",
        )
        for weight, said, denied in list(pairs.values())[:MOST]
    ]
    return [*out, *_changed(draft, weighed), *_days(draft), *_ammunition(draft)]


def _pairs(draft: Draft, weighed: Sequence[Weighed]) -> Iterator[tuple[float, Weighed, Weighed]]:
    """What is said with what denies it, of two sides; heavier in one report and close together."""
    ours = {t.statement.id for t in draft.told if t.own and t.claim.kind == draft.kind and not t.joined}
    aware = firm(draft)
    for denied in weighed:
        if denied.position.stance != "denies" or denied.position.statement not in aware:
            continue
        for said in weighed:
            if (
                said.position.stance not in SAYS
                or said.position.statement not in ours
                or not _opposed(draft, said, denied)
            ):
                continue
            a, b = said.position, denied.position
            apart = max(a.evidence.start, b.evidence.start) - min(a.evidence.end, b.evidence.end)
            if a.report == b.report and 0 <= apart <= CLOSE:
                yield 1.0 - 0.2 * apart / CLOSE, said, denied
            elif a.report != b.report and a.date and b.date and a.date <= b.date:
                yield 0.7, said, denied


def _changed(draft: Draft, weighed: Sequence[Weighed]) -> list[Discrepancy]:
    """A party that concedes on a later day what it had denied."""
    out = []
    weighed = [w for w in weighed if w.position.statement in firm(draft)]
    for party in dict.fromkeys(w.position.party for w in weighed if w.position.party):
        ours = [w for w in weighed if w.position.party == party]
        denied = next((w for w in ours if w.position.stance == "denies"), None)
        later = next(
            (w for w in ours if denied and w.position.stance == "concedes" and w.position.date > denied.position.date),
            None,
        )
        if denied and later:
            what = f"{draft.question} {party} denied it, and concedes it later"
            because = f"{party} changed its word"
            out.append(_between("did or did not", what, _passage(denied), _passage(later), 0.8, because))
    return out


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


def firm(draft: Draft) -> frozenset[str]:
    """The statements that are on a matter by a claim of their own or by one that they take up, and not by a guess."""
    return frozenset(t.statement.id for t in draft.told if t.claim.kind and not t.joined)


def _opposed(draft: Draft, a: Weighed, b: Weighed) -> bool:
    """True where the two speak for parties that stand against each other, and for none in common."""
    one, other = (set(w.position.party.split("; ")) - {""} for w in (a, b))
    return not one & other and any(frozenset((x, y)) in draft.conflict.opposed for x in one for y in other)


def _who(one: Weighed) -> str:
    return one.position.party or one.position.speaker


def _passage(one: Weighed) -> Passage:
    return one.position.report, one.position.evidence, one.position.text


def _words(one: Told) -> Passage:
    return one.report.id, one.evidence, one.words


def _between(kind: str, what: str, a: Passage, b: Passage, weight: float, because: str) -> Discrepancy:
    return Discrepancy(kind, what, (a[0], b[0]), (a[1], b[1]), (a[2], b[2]), weight, because)
