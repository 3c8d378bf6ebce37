"""Whose equipment a claim speaks of, where a conflict tells of losses of more than one side.

"A jet was shot down" is one question while all speak of one side's jets. Where two sides are said to have lost some,
each side's are a question of their own, and a type ("the F-16") is the side's that is mostly said to have flown it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key

TOLD = 2  # statements that must give equipment to a side before its losses are a question of their own


class Equipment:
    """Who is said to have lost what in each conflict."""

    def __init__(self, told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> None:
        """Count in how many statements each side's equipment of a kind is told of, and each type as a side's."""
        self._conflicts, self._naming = conflicts, naming
        said: defaultdict[tuple[str, str], defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._types: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for one in told:
            conflict = conflicts[one.report.id]
            owner = self._said(one) if one.claim.kind == "equipment" else ""
            if owner and owner in conflict.belligerents():
                said[conflict.id, one.claim.slot("object")][owner].add(one.statement.id)
                self._types[conflict.id, one.claim.slot("name")].update([owner] if one.claim.slot("name") else [])
        self._sides = {
            where: {owner for owner, statements in owners.items() if len(statements) >= TOLD}
            for where, owners in said.items()
        }

    def key(self, one: Told, key: Key) -> Key | None:
        """``key`` of a claim with whose equipment it is, where several sides' is told of; None where that is open."""
        conflict = self._conflicts[one.report.id]
        sides = self._sides.get((conflict.id, key[1]), set())
        if len(sides) < 2:
            return key
        [(flown_by, _)] = self._types[conflict.id, one.claim.slot("name")].most_common(1) or [("", 0)]
        owner = self._said(one) or flown_by or self._of_the_other(one, conflict)
        return (key[0], key[1], "of", owner, conflict.id) if owner in sides else None

    def _said(self, one: Told) -> str:
        """Whose it is by the words of the claim."""
        return self._naming.party(self._conflicts[one.report.id].meant(one.claim.slot("of"), one.party))

    def _of_the_other(self, one: Told, conflict: Conflict) -> str:
        """Whose it is where the words say only who brought it down."""
        attacker = one.claim.slot("attacker")
        return conflict.opponent(self._naming.party(attacker)) if attacker and attacker != "enemy" else ""
