"""Whose or where the dead, wounded and captured of a claim are: one person's fate, a side's losses, a place's, all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.places_meant import Places, is_spelt
from sayso.claims.told import Told
from sayso.claims.tolls import FIGHTS, counts_a_war, moving_tolls
from sayso.claims.vocabulary import Key
from sayso.values.demonyms import demonym_forms
from sayso.values.party_tables import world
from sayso.values.passages import sentence_around

HOSTILE = re.compile(
    r"\b(?:enem(?:y|ies)|opponents?|adversar\w+|terrorists?|bandits?|militants?|gunmen|insurgents?|rebels?|separatists?|"
    r"combatants?|occupiers?|invaders?|aggressors?|mercenaries|extremists?|fascists?|punishers?|defenders?)\b",
    re.I,
)
ARMED = re.compile(
    r"soldiers?|servicemen|troops|conscripts|officers?|airmen|sailors|pilots?|crew|sappers|martyrs|comrades|sentries",
    re.I,
)
HAS_KILLED = re.compile(
    r"\b(?:have|has|had|having) (?:(?!been)\w+ )?(?:killed|eliminated|liquidated|neutrali[sz]ed|wiped out)\b", re.I
)
TAKES = re.compile(
    r"\b(?:hold(?:s|ing)?|captured|took|taken|seized|detain\w*|surrendered|laid down|gave up|in (?:our|its|their) "
    r"hands|prisoners?)\b",
    re.I,
)
OURS = re.compile(
    r"\b(?:ours|our (?:own )?(?:men|soldiers|comrades|fighters)|own (?:men|soldiers)|lost|released|freed)\b", re.I
)

TOLL = ("casualties", "toll")  # how keys begin of all that a war has cost
CIVILIANS = r"(?:civilians?|citizens?|nationals|villagers|residents|inhabitants|people|children|women|non-combatants)\b"
FORCES = rf"(?:{ARMED.pattern}|fighters|militiamen|policemen|marines)"
COUNTS = re.compile(r"\d|\bcivilian")
OWN_PEOPLE = re.compile(rf"\b(?:its|their|our|of its|lost) (?:own )?(?:[\w-]+ )?{CIVILIANS}", re.I)


SEAMEN = re.compile(r"crew|sailors?", re.I)
AT_TRADE = re.compile(
    r"\b(?:merchant|cargo|seafarers?|mariners?|tankers?|freighters?|bulk carriers?|container ships?|vessels?|innocent|"
    r"shipowners?|fishing)\b|-(?:flagged|registered)\b",
    re.I,
)
AT_WAR = re.compile(
    r"\b(?:navy|naval|war ?ships?|frigates?|destroyers?|corvettes?|cruisers?|gunboats?|soldiers|army)\b", re.I
)
OWN_CREW = re.compile(r"\b(?:our|its|their) (?:own )?(?:[\w-]+ )?(?:crew|sailors?)\b", re.I)
HELD_PEOPLE = re.compile(r"\b(?:crews?|seafarers|hostages?|staff|employees|workers|passengers)\b", re.I)


def loss_key(
    one: Told, conflict: Conflict, naming: Naming, place: str, main: str, *, firm: bool, land: str = ""
) -> Key | None:
    """The key of a claim of dead, wounded or captured: what became of one person, a side's losses, or a place's.

    Args:
        one: the claim as told.
        conflict: of its report.
        naming: how names are resolved.
        place: where the claim says that it happened, or what goes on from before it, "" for nowhere.
        main: the place whose attack its report is about.
        firm: whether the words of the claim, or a person, name the place.
        land: the whole land that its words name as the place, where that is no ``place``.
    """
    outcome = one.claim.slot("outcome")
    person = one.claim.slot("person")
    if person:
        return ("casualties", "fate", "who", naming.speaker(person))
    group = "captured" if outcome == "captured" else "killed"
    if one.ship:
        return ("casualties", group, "at", "ship", one.ship)
    nobodys = _is_at_trade(one) or _holds_others(one)
    of = "" if nobodys else _whose(one, conflict, naming)
    if not of and not names_its_place(one) and counts_a_war(one.report, one.claim):
        return (*TOLL, conflict.id)  # no town's
    if land:
        of = of or (naming.party(land) if naming.party(land) in conflict.belligerents() else "")
        return ("casualties", group, "of", of) if of else ("casualties", group, "at", land)
    where = place if place and (place == main or firm) else main
    armed = bool(ARMED.fullmatch(one.claim.slot("who")))
    if not (of or nobodys) and (armed or not where) and one.party in conflict.belligerents():
        of = one.party
    if where and not names_its_place(one):
        people = _people_meant(one, conflict, elsewhere=place != main)
        if people:
            return ("casualties", group, "of", people)
    fights = FIGHTS.search(one.claim.slot("who")) or (of in conflict.belligerents() and not one.claim.slot("who"))
    if of and (fights or not where):
        return ("casualties", group, "of", of)
    return ("casualties", group, "at", place or where) if place or where else None


def _is_at_trade(one: Told) -> bool:
    """Whether the crew of a merchant ship is spoken of, who are civilians and no side's own."""
    words = sentence_around(one.report.text, one.claim.evidence)
    trade = AT_TRADE.search(words) and not (AT_WAR.search(words) or OWN_CREW.search(words))
    return bool(trade and SEAMEN.fullmatch(one.claim.slot("who")))


def _holds_others(one: Told) -> bool:
    """Whether people are held who are no side's by the words: "it holds the crew"."""
    held = one.claim.slot("outcome") == "captured" and HELD_PEOPLE.search(one.words) and not OURS.search(one.words)
    return bool(held) and one.claim.slot("of") in ("", one.party, one.claim.slot("attacker"))


def toll_keys(told: Sequence[Told], places: Places, conflicts: Mapping[str, Conflict]) -> dict[str, Key]:
    """The id of each claim of a running toll -> its key: that of a land which its words name, or of a whole conflict.

    In a conflict of which one land has tolls, those without a land are that land's.
    """
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.own and (places.land(one) or not names_its_place(one)):
            groups[conflicts[one.report.id].id].append(one)
    keys: dict[str, Key] = {}
    for conflict, rows in groups.items():
        tolls = moving_tolls((t.report, t.claim) for t in rows)
        lands = {t.claim.id: places.land(t) for t in rows if t.claim.id in tolls}
        named = set(lands.values()) - {""}
        only = named.pop() if len(named) == 1 else ""
        keys |= {
            claim: (*TOLL, "at", land or only) if land or only else (*TOLL, conflict) for claim, land in lands.items()
        }
    return keys


def begun(told: Sequence[Told]) -> str:
    """The ISO day from which on most of the tolls count that name one, "" where they do not agree."""
    days = Counter(t.claim.when[:-1] for t in told if t.own and t.claim.when and t.claim.when.endswith("/"))
    [(day, n)] = days.most_common(1) or [("", 0)]
    return day if 2 * n > days.total() else ""


def names_its_place(one: Told) -> bool:
    """Whether the words of a claim, or a person, name its place; the adjective of a land does not."""
    return one.placed or one.named or is_spelt(one)


def _whose(one: Told, conflict: Conflict, naming: Naming) -> str:
    """Whose losses: the party named, one's own, or the opponent's where the words say so."""
    of = naming.party(one.party if one.claim.slot("of") == "own" else one.claim.slot("of"))
    line = one.report.text.rfind("\n", 0, one.evidence.start) + 1
    heading = one.report.text[line : one.evidence.start]
    hostile = HOSTILE.search(one.words) or (heading.rstrip().endswith(":") and HOSTILE.search(heading))
    ours = of in ("", one.party) and one.party in conflict.belligerents()
    takes = one.claim.slot("outcome") == "captured" and one.statement.stance not in ("denies", "concedes", "withholds")
    if ours and takes and TAKES.search(one.words) and not OURS.search(one.words):
        return conflict.opponent(one.party)
    if of == "enemy" or (ours and (hostile or HAS_KILLED.search(one.words))):
        return _forces_named(one, conflict) or conflict.opponent(one.party)
    return of


def _people_meant(one: Told, conflict: Conflict, *, elsewhere: bool) -> str:
    """The one side whose people were harmed, by the words of a claim that names no place, "" for none or several.

    A count told where the report went on to another place, or to none (``elsewhere``), is of who tells it: his people.
    """
    sides = conflict.belligerents()
    named = {side for side in sides if _people_of(side).search(one.words)}
    if named:
        return named.pop() if len(named) == 1 else ""
    counts = COUNTS.search(one.words) and not FIGHTS.search(one.claim.slot("who")) and one.statement.stance != "accuses"
    own = OWN_PEOPLE.search(one.words) or (elsewhere and counts)
    return one.party if own and one.party in sides else ""


def _forces_named(one: Told, conflict: Conflict) -> str:
    """The one side, other than who speaks, whose forces the words name: "10 Velgorian soldiers"; "" for no one side."""
    named = [side for side in conflict.belligerents() - {one.party} if _forces_of(side).search(one.words)]
    return named[0] if len(named) == 1 else ""


@lru_cache(maxsize=512)
def _forces_of(side: str) -> re.Pattern[str]:
    """Words for those who fight for a side: "Velgorian soldiers", "Velgorian army troops"."""
    return re.compile(rf"\b(?:{_called(side)})(?: army)? (?i:{FORCES})\b")


def _called(side: str) -> str:
    """A side's name and the adjectives of its people, as a pattern."""
    known = tuple(name for name, entry in world().items() if entry.party == side and entry.by == "demonym")
    return "|".join(re.escape(form) for form in (side, *known, *demonym_forms(side)))


@lru_cache(maxsize=512)
def _people_of(side: str) -> re.Pattern[str]:
    """Words for a side's people: "Velgorian civilians", "civilians were killed in Velgoria"."""
    theirs = rf"(?:{_called(side)}) (?:[a-z-]+ )?(?i:{CIVILIANS})"
    there = rf"(?i:{CIVILIANS})(?: [\w-]+){{0,4}} in {re.escape(side)}\b"
    return re.compile(rf"\b(?:{theirs}|{there})")
