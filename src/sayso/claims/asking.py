"""What a statement asks that names no matter, what was found for it, and how much is told of what it may be on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.fates import is_fate
from sayso.claims.signs import Matter, Passage, Shown
from sayso.claims.together import Leaning, lean
from sayso.claims.told import Told, points_back
from sayso.claims.vocabulary import Key, is_placed

FEW = 2  # matters on persons, or on things lost, up to which a statement may be on one that it does not name


@dataclass(frozen=True, slots=True)
class Asks:
    """A statement, the matters among which it may choose, the signs of each, and what each of these adds."""

    passage: Passage
    matters: Sequence[Matter]
    shown: Shown
    weighed: Shown


@dataclass(frozen=True, slots=True)
class Found:
    """A matter that a statement was found to be on; ``sure`` where its own words name it."""

    told: Told
    key: Key
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A statement in reading order: what was found, how it leans to every matter, and what each sign adds for it."""

    one: Told
    found: Sequence[Found]
    leaning: Leaning
    weighed: Shown


def opened_with(one: Told, found: Sequence[Found], asks: Asks) -> Open:
    """A statement with what speaks for each matter. Who counts dead counts nothing else, and who keeps silent on losses
    does so on those alone that it names; a word for what was said before is on nothing else.
    """
    losses = any(each.key[0] == "casualties" and each.told.own for each in found)
    silent = losses and one.statement.stance == "withholds"
    not_on = ("figure",) * losses + ("casualties",) * silent
    sure = {each.key for each in found if each.sure}
    others = {each.key for each in found} - sure
    meant = bool(found) and points_back(one) and not others
    may = {k: s for k, s in asks.shown.items() if k in sure or k in others or not (meant or k[0] in not_on)}
    return Open(one, found, lean(one.statement, may, sure, others), asks.weighed)


def several(anchors: Collection[tuple[str, Key]]) -> frozenset[tuple[str, str]]:
    """The conflicts with many matters on the fate of a person, or on equipment, each with "fate" or "equipment".

    There a statement is on one of these only where it, or its report, speaks of that one.

    Args:
        anchors: each conflict with each of its matters.
    """
    kinds = ((conflict, "fate" if is_fate(key) else key[0]) for conflict, key in anchors)
    counts = Counter(each for each in kinds if each[1] in ("fate", "equipment"))
    return frozenset(each for each, count in counts.items() if count > FEW)


def centred(firm: Mapping[tuple[str, Key], int]) -> frozenset[str]:
    """The conflicts in which half of all attacks whose place is named are on one place, or no place is named at all.

    Args:
        firm: conflict and matter -> how many claims name that matter.
    """
    counts: dict[str, Counter[Key]] = defaultdict(Counter)
    for (conflict, key), n in firm.items():
        counts[conflict].update({key: n} if key[0] == "attack" and is_placed(key) else {})
    return frozenset(
        conflict for conflict, each in counts.items() if not each or 2 * max(each.values()) >= each.total()
    )
