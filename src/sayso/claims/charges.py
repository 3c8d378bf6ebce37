"""General accusations: genocide, banned weapons, cover behind civilians, torture, forced recruits, who began it ...

They are deeds (``deeds.py``) of which is asked who is accused, and not where: what is told of one belongs to the
question of that side, or to the only one that its report, else its conflict, has of the deed. Where its words put it at
a place, it is told of that place as any other deed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import KIND, Asked, deed_of, deeds, is_charge
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key

BY = "by"  # in the key of a charge: who is accused of it
ANSWERS = ("denies", "concedes", "withholds")  # stances of who speaks of what they are themselves accused of


def keys_of_charges(
    told: Sequence[Told], keys: Mapping[str, Key | None], conflicts: Mapping[str, Conflict], naming: Naming
) -> dict[str, Key]:
    """The key of each claim of a general accusation that its words put at no place; what reports only tell themselves
    opens no question.

    Args:
        told: all claims.
        keys: of those that words put at a place, the key that they have there.
        conflicts: report id -> its conflict.
        naming: how names are resolved.
    """
    groups: dict[Asked, list[Told]] = defaultdict(list)
    for one in told:
        if one.own and is_charge(deed_of(one.claim)) and not keys.get(one.claim.id):
            groups[conflicts[one.report.id].id, deed_of(one.claim)].append(one)
    out: dict[str, Key] = {}
    for (conflict, deed), group in groups.items():
        of = _by_accused(group, conflicts, naming) if deeds()[deed].by else {}
        found = {one.claim.id: _key(deed, of.get(one.claim.id, ""), conflict) for one in group}
        asked = {found[one.claim.id] for one in group if not one.voice}
        out |= {claim: key for claim, key in found.items() if key in asked}
    return out


def accused_in(key: Key) -> str:
    """Who is accused by the key of a matter; "" for one on no charge, or on one of nobody."""
    return key[3] if key[:1] == (KIND,) and key[2:3] == (BY,) else ""


def _key(deed: str, accused: str, conflict: str) -> Key:
    return (KIND, deed, BY, accused, conflict) if accused else (KIND, deed, "in", conflict)


def _by_accused(group: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> dict[str, str]:
    """Claim -> who is accused by what is told of one deed in one conflict, "" where nobody is."""
    named = {one.claim.id: _named(one, conflicts[one.report.id], naming) for one in group}
    laid = Counter(named[one.claim.id] for one in group if one.statement.stance not in ANSWERS and named[one.claim.id])
    said = {one.claim.id: _answered(one, named[one.claim.id], laid) for one in group}
    known = Counter(who for who in said.values() if who)
    here: dict[str, Counter[str]] = defaultdict(Counter)
    for one in group:
        here[one.report.id].update([said[one.claim.id]] if said[one.claim.id] else [])
    return {one.claim.id: said[one.claim.id] or _meant(one, here[one.report.id], known) for one in group}


def _named(one: Told, conflict: Conflict, naming: Naming) -> str:
    """The one side that a claim names as having done it."""
    attacker = naming.party(conflict.meant(one.claim.slot("attacker"), one.party))
    return "" if "; " in attacker else attacker


def _answered(one: Told, named: str, laid: Counter[str]) -> str:
    """Of whom a claim speaks: who answers without naming one to whom others lay it speaks of its own side."""
    if one.statement.stance not in ANSWERS or named in laid or "; " in one.party:
        return named
    return one.party or named


def _meant(one: Told, here: Counter[str], known: Counter[str]) -> str:
    """Whom a claim that names nobody may mean: of those whom its report accuses, else its conflict, rather not who
    speaks.
    """
    counted = here or known
    return max(counted, key=lambda who: (who != one.party, counted[who], who), default="")
