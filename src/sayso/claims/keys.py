"""What a claim is about, as a key: its kind and its defining slots, names resolved.

A claim that names no place belongs to what its report, else its whole conflict, is about; one whose number is told
together with an attack, a flight or foreign fighters is part of that, and makes no count of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.charges import keys_of_charges
from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import deed_of, keys_of_deeds, question_of
from sayso.claims.equipment import Equipment
from sayso.claims.fates import is_fate
from sayso.claims.losses import OURS, TOLL, loss_key, toll_keys
from sayso.claims.naming import Naming
from sayso.claims.places_meant import PLACED_KINDS, Places
from sayso.claims.plans import is_planned, is_told_beside, soft_key
from sayso.claims.told import Told
from sayso.claims.vocabulary import NAMED_SHIP, Key

KNOWN = 4  # claims that an attack must have before other reports of the conflict mean it when they name no place
PLACED = (("attack", "equipment"), ("control",))  # claims of these kinds may go without a place
ANSWERS = {"responsibility": "attack"}  # kinds of claim that may go without a place as those of another kind do
RESTS_ON_PLACE = ("control", "attack", "plan", "responsibility")  # kinds of key that may rest on a place
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
COUNTED_APART = ("settlements taken", "settlements", "prisoners", "captives", "hostages", "detainees")
TELLS_MORE = ("attack", "equipment", "displacement", "foreign fighters", "truce", "control", "casualties")
FLED = re.compile(
    r"\b(?:left|leave|leaving|fled|flee\w*|flight|cross(?:ed|ing)|arriv\w+|refug\w+|displac\w+|driven|homes?|evacuat\w+|"
    r"uprooted|escaped|sheltered|taken up|taken in|received|registered|walked|households?|on the run)\b",
    re.I,
)
FLEEING = ("people", "families", "residents", "civilians", "inhabitants", "refugees", "persons", "houses", "homes")
CAPTIVES = ("prisoners", "captives", "hostages", "detainees")
FORCES = ("soldiers", "troops", "men", "servicemen", "fighters", "guards")
CROSSED = re.compile(
    r"\b(?:waded|swam|fled (?:to|into|over|across)|(?:crossed|came|gone|got|escaped) (?:over|across|into)|crossed "
    r"the (?:border|river|frontier|bridge)|"
    r"entered (?:to )?our (?:side|territory|soil)|sought (?:refuge|shelter|asylum)|took refuge|interned|disarmed "
    r"and)\b",
    re.I,
)
CRAFT = re.compile(
    r"\b(?:\w*planes?|jets?|aircraft|helicopters?|gunships?|airspace|pilots?|machine|crew|flight|wreck\w*|apparatus|cockpit|"
    r"airmen|bird|engine|missing|landing|drones?|uavs?|shot (?:\w+ )?down|downed)\b",
    re.I,
)


ON_A_LAND = ("attack", "land")  # how keys begin of attacks on a whole land
ON = r"\b(?:in|across|throughout|over|parts of)\s+(?:[\w-]+ ){{0,4}}{}\b"  # what puts an attack there


@dataclass(frozen=True, slots=True)
class Keyed:
    """What a claim is about by its own slots, and, where they do not say, what it is about by its surroundings.

    ``firm`` is True where the words of the claim name whatever its key rests on.
    """

    own: Key | None
    guess: Key | None
    firm: bool = False


def keys_of(told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> list[Keyed]:
    """The key of each; a claim that is taken up has the key that it has where it was made."""
    places, equipment = Places(told, conflicts, naming), Equipment(told, conflicts, naming)
    main = _main_places(told, places, conflicts)
    counted = {(t.statement.id, t.claim.evidence) for t in told if t.claim.slot("what").startswith("settlements")}
    richer = {(t.statement.id, t.claim.evidence) for t in told if t.own and t.claim.kind in TELLS_MORE}
    hard = {t.statement.id for t in told if t.claim.kind and not t.claim.soft}
    tolls = toll_keys(told, places, conflicts)
    keys: dict[str, Key | None] = {}
    for one in told:
        if one.claim.soft and (one.voice or (one.statement.id in hard and not is_told_beside(one))):
            keys.setdefault(one.claim.id, None)
            continue
        conflict = conflicts[one.report.id]
        place, home = places.of(one), main.get(one.report.id, "")
        land = "" if place or one.claim.kind != "casualties" else places.land(one)
        key = tolls.get(one.claim.id) or key_of(one, conflict, naming, place, home, land)
        key = equipment.key(one, key) if key and key[0] == "equipment" and not one.ship else key
        where = (one.claim.statement or "", one.claim.evidence)
        if one.claim.kind in ("control", "fighting") and where in counted:
            key = None
        if (
            one.claim.kind == "figure"
            and key
            and key[0] == "figure"
            and key[1] not in COUNTED_APART
            and where in richer
        ):
            key = None
        keys.setdefault(one.claim.id, key)
    deeds = keys_of_deeds(told, keys, conflicts, {t.claim.id: names_place(t) for t in told})
    keys |= {claim: key for claim, (key, _) in deeds.items()}
    sure = {claim for claim, (key, firm) in deeds.items() if key and firm}
    charges = keys_of_charges(told, {claim: deeds[claim][0] for claim in sure}, conflicts, naming)
    keys |= charges
    sure |= set(charges)
    reports, known = [t.report.id for t in told], [conflicts[t.report.id].id for t in told]
    near = {kinds: (_main(told, keys, reports, kinds, 1), _main(told, keys, known, kinds, KNOWN)) for kinds in PLACED}
    widest = {kinds: _most(told, keys, known, kinds[-1] if kinds[0] == "control" else kinds[0]) for kinds in PLACED}

    def there(one: Told) -> Key | None:
        """The key of a claim that names no place: what its report, or the whole conflict, is about; a land is one."""
        land = places.land(one) if one.claim.kind in ("attack", "responsibility") else ""
        if land and re.search(ON.format(re.escape(one.claim.slot("place"))), one.words):
            return (*ON_A_LAND, land)
        for kinds, (in_report, in_conflict) in near.items():
            if (
                ANSWERS.get(one.claim.kind, one.claim.kind) in kinds
                and (one.claim.statement, one.claim.evidence) not in counted
            ):
                found = in_report.get(one.report.id) or in_conflict.get(conflicts[one.report.id].id)
                found = found or (widest[kinds].get(conflicts[one.report.id].id) if one.place else None)
                found = found or (None if places.is_peoples(one) else _at(one))
                return found or (_by_attacker(one, conflicts, naming) if kinds[0] == "attack" else None)
        return None

    keyed = [_keyed(t, keys[t.claim.id], None if keys[t.claim.id] else there(t)) for t in told]
    return [replace(k, firm=True) if t.claim.id in sure else k for t, k in zip(told, keyed, strict=True)]


def _keyed(one: Told, own: Key | None, guess: Key | None) -> Keyed:
    counts = own and own[0] == "casualties" and own[:2] != TOLL and not is_fate(own)
    rests = own and (own[0] in RESTS_ON_PLACE or (counts and not one.claim.slot("of")))
    return Keyed(own, guess, bool(own) and (not rests or is_firm(one)))


def counts_apart(one: Told, rows: Sequence[tuple[Told, Keyed]], key: Key) -> bool:
    """Whether a matter is a running toll, and a claim, or each of its statement (``rows``), counts other dead."""
    if key[:2] != TOLL:
        return False
    counts = [(each, keyed.own) for each, keyed in rows if each.own and each.claim.kind == "casualties"]
    meant = {own for each, own in counts if each.claim.id == one.claim.id} or {own for _, own in counts}
    return bool(meant) and key not in meant


def is_firm(one: Told) -> bool:
    """True where the words of the claim, or a person, name what it is about; "the town" does not."""
    return names_place(one) or (bool(one.claim.kind) and not one.claim.slot("place"))


def names_place(one: Told) -> bool:
    """True where the words of the claim, or a person, name its place."""
    if one.placed or one.named or one.ship:
        return True
    place = one.claim.slot("place")
    return bool(one.claim.kind and place) and place in one.report.text[one.evidence.start : one.evidence.end]


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


def _most(told: Sequence[Told], keys: Mapping[str, Key | None], groups: Sequence[str], kind: str) -> dict[str, Key]:
    """Conflict -> the matter of ``kind`` of which it speaks most, and more than once."""
    votes: dict[str, Counter[Key]] = defaultdict(Counter)
    for one, group in zip(told, groups, strict=True):
        key = keys[one.claim.id]
        if one.own and key and key[0] == kind and key[1] != "by":
            votes[group][key] += 1
    best = {group: count.most_common(1)[0] for group, count in votes.items()}
    return {group: key for group, (key, n) in best.items() if n > 1}


def _at(one: Told) -> Key | None:
    """The place that the reading gives, where nothing better is known: a seat of reporters, a whole country."""
    kind = {"fighting": "control", "responsibility": "attack"}.get(one.claim.kind, one.claim.kind)
    return (
        (kind, one.place)
        if one.place and kind in ("control", "attack") and one.claim.slot("change") != "seen"
        else None
    )


def _by_attacker(one: Told, conflicts: Mapping[str, Conflict], naming: Naming) -> Key | None:
    """An attack that no place is given for is one of its attacker's; what was only seen makes no matter."""
    conflict, named = conflicts[one.report.id], one.claim.slot("attacker")
    attacker = naming.party(conflict.meant(named, one.party))
    return ("attack", "by", attacker, conflict.id) if attacker and one.claim.slot("change") != "seen" else None


def _main_places(told: Sequence[Told], places: Places, conflicts: Mapping[str, Conflict]) -> dict[str, str]:
    """Report id -> the place whose attack it is about: the report's own, where no place's control is spoken of more,
    else that of most attacks of the conflict where the report speaks of an attack or of the dead and of no control.
    """
    votes: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    attacks: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, set[str]] = defaultdict(set)
    for one in told:
        place, attacked = places.of(one), one.claim.kind in ("attack", "equipment")
        kinds[one.report.id].add(one.claim.kind)
        if place and one.claim.kind in PLACED_KINDS:
            votes[one.report.id][place, attacked] += 1
            attacks[conflicts[one.report.id].id].update([place] if attacked else [])
    best = {report: count.most_common(1)[0][0] for report, count in votes.items()}
    out = {report: place for report, (place, attacked) in best.items() if attacked}
    for report, seen in kinds.items():
        [(place, n)] = attacks[conflicts[report].id].most_common(1) or [("", 0)]
        if (
            report not in best
            and "control" not in seen
            and n >= KNOWN
            and 2 * n >= attacks[conflicts[report].id].total()
        ):
            out[report] = place
    return out


def key_of(one: Told, conflict: Conflict, naming: Naming, place: str, main: str, land: str = "") -> Key | None:
    """The key of one claim by its own slots, None where they do not say what it is about.

    ``main`` is the place whose attack its report is about, ``land`` the whole land in which its words put deaths.
    """
    kind = one.claim.kind
    if kind in ("control", "fighting"):
        return (("plan" if is_planned(one) else "control"), place) if place else None
    if kind == "responsibility" and (deed := deed_of(one.claim)):
        return (kind, deed, "at", place) if place and question_of(deed, place) else None
    if one.ship and kind in ("attack", "responsibility"):
        return ("equipment", "ship", NAMED_SHIP, one.ship) if one.claim.slot("change") != "seen" else None
    if kind in ("attack", "responsibility"):
        return ("attack", place) if place and one.claim.slot("change") != "seen" else None
    if kind == "equipment":
        what = one.claim.slot("object")
        if what == "aircraft" and not CRAFT.search(one.words):
            return None
        return (kind, "ship", NAMED_SHIP, one.ship) if one.ship else (kind, what or "aircraft", "lost", conflict.id)
    if kind == "casualties":
        return loss_key(one, conflict, naming, place, main, firm=is_firm(one), land=land)
    if kind == "figure":
        return _figure_key(one, conflict, naming, place)
    if kind == "support" and one.claim.slot("change") == "backs":
        return (kind, "by", naming.party(one.claim.slot("who")), conflict.id)  # one for all of whom no giver is named
    if one.claim.soft:
        return soft_key(one, conflict, place if names_place(one) or not one.party else "")
    return (kind, conflict.id) if kind else None


def _figure_key(one: Told, conflict: Conflict, naming: Naming, place: str) -> Key | None:
    """What is counted, and whose it is; buses, shells and the like are counted once in a conflict."""
    what = one.claim.slot("what")
    if (what in FLEEING and FLED.search(one.words)) or (what in FORCES and CROSSED.search(one.words)):
        return ("displacement", conflict.id)
    if what in CAPTIVES:
        of = naming.party(one.claim.slot("of"))
        mine = of in ("", one.party) and one.party in conflict.belligerents()
        of = conflict.opponent(one.party) if mine and not OURS.search(one.words) else of
        return (
            ("casualties", "captured", "of", of) if of else ("figure", what, ", ".join(conflict.names[:2]), conflict.id)
        )
    if what in BELONGING:
        taken = what == "settlements taken"
        of = (one.party if taken else "") or naming.party(one.claim.slot("of")) or ("" if taken else place)
        return ("figure", what, of, conflict.id) if of else None
    return ("figure", what, ", ".join(conflict.names[:2]), conflict.id)
