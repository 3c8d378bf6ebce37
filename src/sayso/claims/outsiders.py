"""Which outsider is said to be in a war: the state, company or movement whose men take part, or that arms a side.

What is told of foreign fighters, and of support, is parted by the outsider that each claim names, so that each outsider
has one question. What names none goes with the one last spoken of in its report, else with the one of which most is
told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.senders import FOREIGN
from sayso.claims.told import Told, sent, start_of
from sayso.claims.vocabulary import BACKS, Key
from sayso.values.party_tables import world

SUPPORT = "support"
KINDS = (FOREIGN, SUPPORT)
LEAST = 2  # claims that must name an outsider for it to have a question of its own
REACH = 400  # characters before a claim that names nobody in which the outsider that it means may be named
ANSWERS = ("denies", "withholds", "concedes")  # stances of an outsider that speaks of its own part
FORCE = (
    r"(?:soldiers?|troops?|fighters?|mercenar(?:y|ies)|battalions?|brigades?|divisions?|regiments?|compan(?:y|ies)|units?|"
    r"forces|army|armies|marines?|paratroopers|commandos|regulars|servicem[ae]n|militia(?:s|men|man)?|volunteers?|"
    r"instructors?|advis[eo]rs?|technicians?|engineers?|trainers?|contractors?|pilots?|crews?|officers?|gunners|men|"
    r"recruits|reinforcements|contingents?|combatants|jihadists|legion(?:naires)?|military|personnel|nationals|groups?)"
)
GIVEN = (
    r"(?:arms|weapons?|weaponry|missiles?|rockets?|drones?|rifles?|guns?|shells?|cartridges?|howitzers?|batter(?:y|ies)|"
    r"ammunition|munitions|tanks?|fuel|money|support|backing|help|aid|assistance|consent|approval|blessing|camps?|"
    r"training|fingerprints?|supplies|deliver(?:y|ies)|shipments?|soil|territory)"
)
SENT_BY = r"(?:of|from|by|sent by|in the (?:pay|service) of|belonging to) (?:the |neighbou?ring ){0,2}"
NOT_ITS_MEN = re.compile(
    r"-(?:backed|held|led|born|based|speaking|style|occupied|controlled)\b|"
    r"(?:[’']s?)? (?:[\w-]+ ){0,2}(?:newspaper|daily|weekly|magazine|journalists?|reporters?|television|radio|agency|"
    r"broadcaster|channel|diplomats?|observers?|charity|businessman|tourists?|refugees|border|frontier)\b"
)
"""Behind a name: who or what is no part of the outsider's in the war."""
NOTHING = r"(?!)"  # a pattern that nothing matches
HIRED = r"(?:mercenaries|contractors|hired men|legionnaires|(?:security|military|private) (?:firm|company|contractor))"
COMPANY = re.compile(r"\b(?:company|firm|contractors?|private military)\b", re.IGNORECASE)
MOVEMENT = (
    r"Forces?|Fronts?|Arm(?:y|ies)|Movements?|Guards?|Command|Brigades?|Council|Union|League|Coalition|Alliance|Party|"
    r"Militias?|Corps|Government|Junta|Column"
)
OF_THE_LAND = re.compile(
    rf"\b(?:{MOVEMENT}|Staff|Pact|Mission|Commission|Organi[sz]ation|Observatory|Agency)\b|^[A-ZÀ-Þ]{{2,6}}$"
)
"""In the name of a movement of the land or of a body, not of a state or a company."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is told of one of the two kinds, and on whose part the joining found it to be, "" where that is not said."""

    told: Told
    found: str


class Outsiders:
    """Who is an outsider to one conflict, and whom of them words name."""

    def __init__(self, conflict: Conflict, naming: Naming, told: Sequence[Told] = ()) -> None:
        self.home = {*_at_war(conflict), *(p for p in naming.parties.values() if _is_of_the_land(p, conflict))}
        sides = frozenset(word for side in _at_war(conflict) for word in side.split())
        self.home |= {party for party in naming.parties.values() if party in sides}  # "Orlin" of "Orlin Free Council"
        self.naming, self.fighting = naming, conflict.belligerents()
        away = {s: p for s, p in _spellings(naming).items() if p not in self.home and not _is_body(p)}
        self.names = away | _hired(naming, [_said(one) for one in told])
        self.parties = frozenset(self.names.values())
        texts = {one.report.text for one in told}
        here = [spelling for spelling in self.names if any(spelling in text for text in texts)]
        self._one = "|".join(re.escape(s) for s in sorted(here, key=lambda s: (-len(s), s))) or NOTHING

    @cached_property
    def any(self) -> re.Pattern[str]:
        """Any name of an outsider."""
        return re.compile(rf"(?<![\w-])({self._one})(?!\w)")

    @cached_property
    def men(self) -> re.Pattern[str]:
        """One whose men are spoken of."""
        return self._near(FORCE)

    @cached_property
    def given(self) -> re.Pattern[str]:
        """One whose arms, money or leave are spoken of."""
        return self._near(GIVEN)

    def _near(self, nouns: str) -> re.Pattern[str]:
        """A name before or behind a noun of whom or what an outsider sends."""
        found = self.any.pattern
        return re.compile(
            rf"{found}(?:[’']s?)?(?:[ -][\w-]+){{0,2}}[ -](?i:{nouns})\b|"
            rf"(?i:\b{nouns}(?: [\w-]+){{0,3}} {SENT_BY}){found}"
        )

    def named(self, one: Told) -> list[str]:
        """The outsiders that a claim names: whose men or arms it surely speaks of, else the only one that it names."""
        found = self._parties(self.any, _said(one))
        return self.surely(one) or (found if len(found) == 1 else [])

    def surely(self, one: Told) -> list[str]:
        """The outsiders that a claim names by its slots, else those whose men or arms its words speak of.

        Beside one that is not known to fight, "Marnish officers beside Tammish troops", one that does is not meant.
        """
        if giver := self.giver(one):
            return [giver]
        found = self._parties(self.men if one.claim.kind == FOREIGN else self.given, _said(one))
        return [p for p in found if p not in self.fighting] or found

    def _parties(self, pattern: re.Pattern[str], words: str) -> list[str]:
        found = ((match, n) for match in pattern.finditer(words) for n in range(1, pattern.groups + 1) if match[n])
        return list(dict.fromkeys(self.names[m[n]] for m, n in found if not NOT_ITS_MEN.match(words, m.end(n))))

    def counted(self, one: Told) -> list[str]:
        """The outsiders that a claim shows to be spoken of; what is read as one of support must name what is given."""
        return self.named(one) if one.own and one.claim.kind == FOREIGN else self.surely(one)

    def giver(self, one: Told) -> str:
        """Who arms or shelters somebody by the slots of a claim of support: an outsider, or a side, but no outsider."""
        if one.claim.kind != SUPPORT or not one.own:
            return ""
        who, whom = (self.naming.party(one.claim.slot(slot)) for slot in ("who", "whom"))
        none = who in self.home or who in self.naming.places or _is_body(who) or OF_THE_LAND.search(who)
        outside = who in self.parties or not none
        return who if outside or (who in self.home and whom not in self.parties) else ""

    def with_a_company(self, one: Told) -> list[str]:
        """The outsiders that a statement names where it speaks of a company."""
        return self._parties(self.any, one.words) if COMPANY.search(one.words) else []

    def before(self, one: Told) -> list[str]:
        """The outsiders named before a claim and in its own sentence, in their order; who says so is left out."""
        start = start_of(one.statement)
        end = max((s.start for s in one.statement.content), default=start)
        text = one.report.text
        first = max(0, start - REACH, text.rfind("\n\n", 0, max(0, start - 2)))
        words = text[first:start]
        words += " ".join(text[a:b] for a, b in _unsaid(one, start, end))
        return [self.names[m[1]] for m in self.any.finditer(words)]

    def speaks(self, one: Told) -> str:
        """The outsider that speaks, "" where another does."""
        return next((p for p in one.party.split("; ") if p in self.parties), "")


def by_outsider(
    groups: Mapping[Key, Sequence[Told]], conflicts: Mapping[str, Conflict], naming: Naming
) -> dict[Key, list[Told]]:
    """``groups`` with those on foreign fighters and on support parted anew, by outsider.

    What is only guessed to be on fighters of nobody that is known, and is on who arms whom, is on that alone; what is
    only read as of support, and names nobody, is on nothing.
    """
    out: dict[Key, list[Told]] = {key: list(told) for key, told in groups.items() if key[0] not in KINDS}
    of_a_kind: defaultdict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for key, told in groups.items():
        if key[0] in KINDS:
            found = key[2] if key[1] == "by" else ""
            of_a_kind[key[0], key[-1]].extend(Spoken(one, found) for one in told)
    for conflict in dict.fromkeys(conflict for _, conflict in of_a_kind):
        spoken = {kind: of_a_kind.get((kind, conflict), []) for kind in KINDS}
        known = conflicts[next(each for told in spoken.values() for each in told).told.report.id]
        outsiders = Outsiders(known, naming, [each.told for told in spoken.values() for each in told])
        parts = {kind: _parted(told, outsiders, naming) for kind, told in spoken.items()}
        for kind, by in _by_what_is_sent(parts, outsiders).items():
            for outsider, told in by.items():
                if outsider or kind == FOREIGN or any(_is_by_words(one) for one in told):
                    out[_key(kind, outsider, conflict)] = told
    given = {one.statement.id for key, told in out.items() if key[:2] == (SUPPORT, BACKS) and key[2] for one in told}
    for key in [key for key in out if key[0] == FOREIGN]:
        left = [one for one in out.pop(key) if not (one.statement.id in given and _is_elsewhere(one, key))]
        out |= {key: left} if left else {}
    return out


def before_parting(key: Key) -> tuple[Key, ...]:
    """The keys that what is told on the matter ``key`` may have had before it was parted by outsider.

    >>> before_parting(("foreign fighters", "by", "Ostraya", "c1"))
    (('foreign fighters', 'c1'),)
    """
    if key[0] == FOREIGN:
        return ((FOREIGN, key[-1]),)
    return ((SUPPORT, "by", key[2], key[-1]), (SUPPORT, "by", "", key[-1])) if key[0] == SUPPORT else (key,)


Parts = Mapping[str, Mapping[str, Sequence[Told]]]
"""Kind -> outsider, or "" -> what is told of it."""


def _by_what_is_sent(parts: Parts, outsiders: Outsiders) -> dict[str, dict[str, list[Told]]]:
    """``parts`` with what is only guessed to be on one of the two kinds on the other, where the outsider that it is on
    has that alone, or has both and words of arms, or of men, tell which. Where words of arms and none of men stand in
    all that is told of an outsider's fighters, it is said to arm somebody.
    """
    out: dict[str, dict[str, list[Told]]] = {kind: {} for kind in KINDS}
    for kind, by in parts.items():
        for party, told in by.items():
            for one in told:
                where, whose = (kind, party) if _is_by_words(one) else _sent_by(one, kind, party, parts, outsiders)
                out[where].setdefault(whose, []).append(one)
    for party, told in list(out[FOREIGN].items()):
        kinds = {sent(_said(one)) for one in told}
        if party and SUPPORT in kinds and FOREIGN not in kinds:
            out[SUPPORT].setdefault(party, []).extend(out[FOREIGN].pop(party))
    return out


def _sent_by(one: Told, kind: str, party: str, parts: Parts, outsiders: Outsiders) -> tuple[str, str]:
    """The kind and the outsider that something guessed is on, found to be on ``kind`` and ``party``."""
    other = SUPPORT if kind == FOREIGN else FOREIGN
    answers = outsiders.speaks(one) if one.statement.stance in ANSWERS else ""
    whose = answers or next(iter(outsiders.named(one)), "") or party
    if whose not in parts[kind] and whose in parts[other]:
        return other, whose
    return (sent(_said(one)) or kind, party) if party and party in parts[other] else (kind, party)


def _is_elsewhere(one: Told, key: Key) -> bool:
    """Whether what is told of arming is only guessed to be on fighters, of nobody or in words of arms and of no men."""
    return not one.own and (key[1] != "by" or sent(_said(one)) == SUPPORT)


def _is_by_words(one: Told) -> bool:
    """Whether words of giving stand in a claim: it is not only read as one of support."""
    return one.own and not one.joined


def _key(kind: str, outsider: str, conflict: str) -> Key:
    """The key of a part."""
    if kind == FOREIGN:
        return (kind, "by", outsider, conflict) if outsider else (kind, conflict)
    return kind, BACKS, outsider, conflict


def receiver(told: Sequence[Told], giver: str, conflict: Conflict, naming: Naming) -> str:
    """Whom those who name somebody say to be armed or backed: the only one, or one that most of several claims name.

    Who stands against the giver is none: what is sent "to Ostria" may be meant for others in that land.
    """
    outsiders = Outsiders(conflict, naming).parties
    counted = Counter(
        whom
        for t in told
        if t.own
        and (whom := naming.party(t.claim.slot("whom")))
        and whom not in (giver, *outsiders)
        and not (t.statement.stance == "accuses" and whom in t.party.split("; "))
        and frozenset((giver, whom)) not in conflict.opposed
    )
    [(whom, n)] = counted.most_common(1) or [("", 0)]
    return whom if n == counted.total() or (n >= LEAST and 3 * n >= 2 * counted.total()) else ""


def _parted(spoken: Sequence[Spoken], outsiders: Outsiders, naming: Naming) -> dict[str, list[Told]]:
    """Outsider, or "", -> what is told of it."""
    named = [outsiders.named(each.told) for each in spoken]
    same = _made_one(named, [outsiders.with_a_company(each.told) for each in spoken], naming)
    named = [list(dict.fromkeys(same.get(p, p) for p in found)) for found in named]
    speakers = [same.get(p, p) for p in (outsiders.speaks(each.told) for each in spoken)]
    counted = Counter(same.get(p, p) for each in spoken for p in outsiders.counted(each.told))
    rows = list(zip(spoken, named, speakers, strict=True))
    counted.update(p for each, found, p in rows if p and not found and each.told.statement.stance in ANSWERS)
    givers = {same.get(p, p) for p in (outsiders.giver(each.told) for each in spoken) if p}
    known = {p for p, n in counted.items() if n >= LEAST} | givers
    most = max(known, key=lambda p: (counted[p], p), default="")
    parts: defaultdict[str, list[Told]] = defaultdict(list)
    last: dict[str, str] = {}
    for each, found, speaks in sorted(rows, key=lambda row: (row[0].told.report.id, start_of(row[0].told.statement))):
        one = each.told
        theirs = [p for p in found if p in known]
        if not found:
            near = [same.get(p, p) for p in outsiders.before(one)]
            before = next((p for p in reversed(near) if p in known), last.get(one.report.id, ""))
            theirs = [next((p for p in _in_order(one, each.found, speaks, before, most) if p in known), "")]
        for p in theirs or [""]:
            parts[p].append(one)
        last[one.report.id] = theirs[-1] if theirs and theirs[-1] else last.get(one.report.id, "")
    return parts


def _in_order(one: Told, found: str, speaks: str, last: str, most: str) -> tuple[str, ...]:
    """Whose part a claim that names nobody may be on, the likeliest first: who answers speaks of its own, who accuses
    of another's.
    """
    if one.statement.stance in ANSWERS:
        return (speaks, found, last, most)
    if one.statement.stance == "accuses":
        return tuple(p for p in (found, last, most) if p != speaks)
    return (found, speaks, last, most)


def _made_one(named: Sequence[Sequence[str]], beside: Sequence[Sequence[str]], naming: Naming) -> Mapping[str, str]:
    """Outsider -> the one that stands for it too: a company and the only state that is named ``beside`` it are one."""
    counted = Counter(p for each in named for p in each)
    lands: defaultdict[str, set[str]] = defaultdict(set)
    for each in beside:
        for party in each:
            lands[party].update(p for p in each if _is_a_land(p, naming))
    pairs = [(p, *of) for p, of in sorted(lands.items()) if len(of) == 1 and p not in world() and p not in of]
    ordered = [sorted(pair, key=lambda p: (-counted[p], p)) for pair in pairs if not _is_a_land(pair[0], naming)]
    return {other: first for first, other in ordered}


def _is_a_land(party: str, naming: Naming) -> bool:
    """Whether a party is a state, or at least called as a place is."""
    known = world().get(party)
    return known.kind in ("state", "region") if known else party in naming.places


def _said(one: Told) -> str:
    return " ".join(one.report.text[s.start : s.end] for s in one.statement.content)


def _unsaid(one: Told, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between two places and is neither who says so nor the word for it."""
    at, out = start, []
    for span in sorted((*one.statement.source, *one.statement.cue)):
        if at < span.start < end:
            out.append((at, span.start))
        at = max(at, span.end)
    return [*out, (at, end)] if at < end else out


def _spellings(naming: Naming) -> dict[str, str]:
    """Every spelling of every party, its adjective and its seats -> the party."""
    out = {s: k.party for k in naming.known if k.party and k.type in ("MISC", "LOC") for s in k.spellings}
    out |= {s: party for k in naming.known for s in k.spellings if (party := naming.parties.get(k.name, ""))}
    out |= {name: entry.party for name, entry in world().items() if entry.kind == "state" and entry.by == "demonym"}
    return out | {spelling: party for spelling, party in naming.parties.items() if party}


def _hired(naming: Naming, passages: Sequence[str]) -> dict[str, str]:
    """Spellings of companies that are no party, by their mercenaries or contractors -> the company.

    One by which a party is called for short stands for that party.
    """
    known = {s: k.name for k in naming.known if not k.party and k.type != "PER" for s in k.spellings}
    if not known:
        return {}
    one = "|".join(re.escape(s) for s in sorted(known, key=lambda s: (-len(s), s)))
    near = re.compile(
        rf"(?i:\b{HIRED} (?:(?:of|from|called|the) ){{0,2}})({one})(?!\w)|\b({one})(?:[’']s)? (?i:{HIRED})\b"
    )
    counted = Counter(known[m[1] or m[2]] for words in passages for m in near.finditer(words))
    longer = {word: party for party in naming.parties.values() for word in party.split()[:1] if party != word}
    return {s: longer.get(name, name) for s, name in known.items() if counted[name] >= LEAST}


def _is_body(party: str) -> bool:
    known = world().get(party)
    return known is not None and known.kind == "body"


def _is_of_the_land(party: str, conflict: Conflict) -> bool:
    """Whether a party is a movement of the land that is fought over: one that fights, or by its name one of no fame."""
    known = world().get(party)
    if known is not None:
        return known.kind == "group" and party in conflict.belligerents()
    return OF_THE_LAND.search(party) is not None


def _at_war(conflict: Conflict) -> frozenset[str]:
    """The two sides; where none is known by what is said of their fighting, the one that is named most."""
    return frozenset(conflict.sides if conflict.belligerents() else conflict.names[:1])
