"""Claims of all reports gathered into matters: one question each, by kind and defining slots with names resolved.

A wrong join is worse than a missed one: what names neither place nor party stays outside, and a matter that nobody
speaks of for a while is closed.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.told import Told

SILENCE = timedelta(days=60)  # a matter of which nobody speaks for longer is closed; the next claim opens another
KNOWN = 4  # claims that an attack must have before other reports of the conflict mean it when they name no place
PLACED = (("attack", "equipment"), ("control",))  # claims of the first kind of each may go without a place
PEOPLE = ("civilians", "children", "women", "residents", "people", "persons", "patients", "medics", "workers", "")
BELONGING = (
    "settlements taken",
    "settlements",
    "soldiers",
    "troops",
    "men",
    "people",
    "civilians",
    "residents",
    "inhabitants",
)
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A matter before its positions are weighed: kind, slots and all that was told, by date."""

    id: str
    kind: str
    question: str
    slots: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]
    conflict: Conflict
    because: str


def gather(told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> list[Draft]:
    """The matters of all that was told, each with its question; claims with no defining slot are left out."""
    groups: dict[Key, list[Told]] = defaultdict(list)
    keys = _keys(told, conflicts, naming)
    for one, key in zip(told, keys, strict=True):
        if key:
            groups[key].append(one)
    return [
        _draft(key, part, conflicts[part[0].report.id], naming)
        for key, group in groups.items()
        for part in _split(group)
    ]


def _keys(told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> list[Key | None]:
    """One key for each; a claim that is taken up has the key that it has where it was made."""
    main = _main_places(told)
    counted = {(t.statement.id, t.claim.evidence) for t in told if t.claim.slot("what").startswith("settlements")}
    keys: dict[str, Key | None] = {}
    for one in told:
        key = _key(one, conflicts[one.report.id], naming, main.get(one.report.id, ""))
        if one.claim.kind in ("control", "fighting") and (one.claim.statement, one.claim.evidence) in counted:
            key = None
        keys.setdefault(one.claim.id, key)
    reports, known = [t.report.id for t in told], [conflicts[t.report.id].id for t in told]
    near = {kinds: (_main(told, keys, reports, kinds, 1), _main(told, keys, known, kinds, KNOWN)) for kinds in PLACED}

    def there(one: Told) -> Key | None:
        """The key of a claim that names no place: what its report, or the whole conflict, is about."""
        for kinds, (in_report, in_conflict) in near.items():
            if one.claim.kind == kinds[0] and (one.claim.statement, one.claim.evidence) not in counted:
                found = in_report.get(one.report.id) or in_conflict.get(conflicts[one.report.id].id)
                return found or (_by_attacker(one, conflicts, naming) if kinds[0] == "attack" else None)
        return None

    return [keys[t.claim.id] or there(t) for t in told]


def _main(
    told: Sequence[Told], keys: Mapping[str, Key | None], groups: Sequence[str], kinds: tuple[str, ...], least: int
) -> dict[str, Key]:
    """Group -> the matter that at least half of its claims of these kinds are about: what is "there" is that one."""
    votes: dict[str, Counter[Key]] = defaultdict(Counter)
    for one, group in zip(told, groups, strict=True):
        key = keys[one.claim.id]
        if key and key[0] in kinds:
            votes[group][key] += 1
    best = {name: count.most_common(1)[0] for name, count in votes.items()}
    return {name: key for name, (key, n) in best.items() if n >= least and 2 * n >= votes[name].total()}


def _by_attacker(one: Told, conflicts: Mapping[str, Conflict], naming: Naming) -> Key | None:
    """An attack that no place is given for is one of its attacker's; what was only seen makes no matter."""
    conflict, named = conflicts[one.report.id], one.claim.slot("attacker")
    attacker = conflict.opponent(one.party) if named == "enemy" else naming.party(named)
    return ("attack", "by", attacker, conflict.id) if attacker and one.claim.slot("change") != "seen" else None


def _main_places(told: Sequence[Told]) -> dict[str, str]:
    """Report id -> the place whose attack it is about, where no place's control is spoken of more."""
    votes: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for one in told:
        if one.place and one.claim.kind in ("control", "fighting", "attack", "equipment"):
            votes[one.report.id][one.place, one.claim.kind in ("attack", "equipment")] += 1
    best = {report: count.most_common(1)[0][0] for report, count in votes.items()}
    return {report: place for report, (place, attacked) in best.items() if attacked}


def _key(one: Told, conflict: Conflict, naming: Naming, main: str) -> Key | None:
    kind, place = one.claim.kind, one.place
    if kind in ("control", "fighting"):
        planned = one.claim.modality in ("planned", "demanded") and one.statement.stance in (
            "announces",
            "asserts",
            "other",
        )
        return (("plan" if planned else "control"), place) if place else None
    if kind == "attack":
        return (kind, place) if place and one.claim.slot("change") != "seen" else None
    if kind == "equipment":
        return (kind, one.claim.slot("change"), one.claim.slot("object"), conflict.id)
    if kind == "casualties":
        return _casualty_key(one, conflict, naming, main)
    if kind == "figure":
        return _figure_key(one, conflict, naming)
    if kind == "displacement":
        return (kind, place or conflict.id)
    return (kind, conflict.id)


def _figure_key(one: Told, conflict: Conflict, naming: Naming) -> Key | None:
    """What is counted, and whose it is; buses, shells and the like are counted once in a conflict."""
    what = one.claim.slot("what")
    if what in BELONGING:
        of = (one.party if what == "settlements taken" else "") or naming.party(one.claim.slot("of")) or one.place
        return ("figure", what, of, conflict.id) if of else None
    return ("figure", what, ", ".join(conflict.names[:2]), conflict.id)


def _casualty_key(one: Told, conflict: Conflict, naming: Naming, main: str) -> Key | None:
    of, outcome = one.claim.slot("of"), one.claim.slot("outcome")
    group = "captured" if outcome == "captured" else "killed"
    if of == "enemy":
        of = conflict.opponent(one.party)
    if of == "own":
        of = one.party
    of = naming.party(of)
    where = one.place or main
    if not of and not where and one.party in conflict.belligerents():
        of = one.party
    if (
        one.claim.slot("who") in PEOPLE
        and where
        and not (of and of in conflict.belligerents() and one.claim.slot("who") == "")
    ):
        return ("casualties", group, "at", where)
    if of:
        return ("casualties", group, "of", of)
    return ("casualties", group, "at", where) if where else None


def _split(group: Sequence[Told]) -> list[list[Told]]:
    """Parts between which nobody speaks of the matter for longer than ``SILENCE``."""
    rows = sorted(group, key=lambda t: (t.date, t.report.published or "", t.evidence))
    parts: list[list[Told]] = [[]]
    for one in rows:
        if parts[-1] and _days(parts[-1][-1].date, one.date) > SILENCE:
            parts.append([])
        parts[-1].append(one)
    return parts


def _days(a: str, b: str) -> timedelta:
    return date.fromisoformat(b) - date.fromisoformat(a) if a and b else timedelta(0)


def _draft(key: Key, told: Sequence[Told], conflict: Conflict, naming: Naming) -> Draft:
    kind = key[0]
    name = key[2] if kind == "figure" or key[1] == "by" else key[-1]
    place = (
        name
        if (key[1] != "by" and kind in ("control", "attack", "plan")) or (kind == "casualties" and key[2] == "at")
        else ""
    )
    party = name if (kind in ("casualties", "figure") or key[1] == "by") and not place else ""
    names = " / ".join(naming.spellings(name)) if place or party else ""
    slots = {
        "place": place,
        "of": party,
        "what": key[1] if kind == "figure" else key[2] if kind == "equipment" else "",
        "outcome": key[1] if kind == "casualties" else "",
        "holder": _holder(told) if kind == "control" else "",
        "names": names,
        "conflict": ", ".join(s for n in conflict.names for s in (naming.spellings(n) or (n,))),
    }
    first = min((t.date for t in told if t.date), default="")
    identity = hashlib.sha256("\x1f".join((*key, first)).encode()).hexdigest()[:12]
    about = " / ".join(naming.spellings(place)[:3]) if place else ""
    because = f"joined by {kind}: {', '.join(k for k in key[1:] if k != conflict.id) or 'the conflict'}"
    filled = tuple((k, v) for k, v in slots.items() if v)
    return Draft(identity, kind, _question(kind, about, party, key, conflict), filled, tuple(told), conflict, because)


def _holder(told: Sequence[Told]) -> str:
    gained = [t for t in told if t.claim.slot("change") == "gained" and t.claim.polarity == "+"]
    return next((t.claim.slot("holder") or t.party for t in gained if t.claim.slot("holder") or t.party), "")


def _question(kind: str, place: str, party: str, key: Key, conflict: Conflict) -> str:
    where = ", ".join(conflict.names[:2])
    if kind == "control":
        return f"Who controls {place}?"
    if kind == "plan":
        return f"What is planned for {place}?"
    if kind == "attack":
        return f"Who attacked {place}, and how?" if place else f"What did {party} attack ({where})?"
    if kind == "equipment":
        what = "who brought down or destroyed it" if key[1] == "downed" else "was one lost"
        return f"{key[2].capitalize()}: {what} ({where})?"
    if kind == "casualties":
        if place:
            return f"How many were {'captured' if key[1] == 'captured' else 'killed or hurt'} at {place}?"
        return (
            f"How many prisoners has {party} lost?"
            if key[1] == "captured"
            else f"What losses in dead and wounded has {party} had?"
        )
    if kind == "figure":
        return (
            f"How many settlements has {party} taken?"
            if key[1] == "settlements taken"
            else f"How many {key[1]} ({party})?"
        )
    if kind == "foreign fighters":
        return f"Do foreign fighters take part ({where})?"
    if kind == "truce":
        return f"Does the truce hold ({where})?"
    if kind == "displacement":
        return f"Who has left their home ({where})?"
    return f"Who talks with whom ({where})?"
