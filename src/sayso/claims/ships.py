"""Which ship a claim tells of, by the names that all reports of a ledger together give to ships.

"The vessel" and "the crew" are of the ship named last. What a ship does itself, "the frigate shot down a drone", is not
told of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.places_meant import is_spelt, is_there
from sayso.claims.told import Told, claimed
from sayso.values.demonyms import is_people_of
from sayso.values.names import SAME, compare_places
from sayso.values.party_tables import world

TELLS = ("attack", "equipment", "casualties", "responsibility")  # kinds of claim that may be told of a ship
SMALL = frozenset(
    "The A An Its Their Our His On In At By Of But And After Before When Since From For With No Two Three One Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
"""Capitalised words with which no ship's name begins or ends."""
POSTS = frozenset(
    "Captain Admiral Navy Army Guard Coastguard Minister Ministry Foreign Defence Defense President Prime General "
    "Colonel Commander Lieutenant Government Command Agency Company Group".split()
)
"""Words that no ship's name holds."""
PREFIX = r"(?:USS|USNS|HMS|HMAS|HMCS|INS|RFA|M/?V|M/?T|M/?S|S/?S)"
"""What may stand before the name of a ship, and is no part of it."""
SHIP = (
    r"(?:(?:cargo|container|merchant|war|oil|chemical|product|gas|bulk|landing|research|supply|patrol|hospital|cruise|"
    r"fishing|naval|coastguard) )?(?:(?:war|gun|steam|flag|battle)?ship|vessel|tanker|bulk carrier|bulker|freighter|"
    r"frigate|destroyer|cruiser|corvette|trawler|ferry|cutter|submarine|minesweeper|gunboat|(?<=patrol )(?:boat|craft)|"
    r"(?<=flagged )carrier)"
)
KIND = rf"{SHIP}s?"
"""What a ship may be called."""
_CAPITAL = r"[^\W\d_a-z]"
NAME = rf"(?:{PREFIX} )?[“\"‘']?(?P<name>{_CAPITAL}[\w’'-]+(?: (?:{_CAPITAL}[\w’'-]*|\d+)){{0,2}})"
_OTHER = (
    r"(?! (?:commander|captain|owner|operator|broker|compan|tracker|tracking|builder|spotter|expert|manager|agent))"
)
NAMED = (
    re.compile(rf"\b{KIND}(?:,? the| named| called|,)? {NAME}(?!['’]s? \w+(?:ed|s)\b)"),
    re.compile(rf"\b{NAME}, (?:an?|the|one of) (?:[\w.’'-]+ ){{0,6}}?{KIND}\b(?!['’]s)(?!-){_OTHER}"),
    re.compile(rf"\b[\w.]+-(?:flagged|registered|operated|owned) {NAME}"),
    re.compile(rf"\b(?={PREFIX} ){NAME}"),
    re.compile(rf"\b{NAME} \([^()\n]*\b(?i:flag)"),
    re.compile(rf"\b(?:crew|seafarers|sailors|sinking|hijacking) (?:members )?of (?:the )?{NAME}"),
)
LISTED = re.compile(r"^(?:\W*\d{1,2} [A-Z][a-z]+\.?:?\s)?(?P<name>[A-Z]{3,}(?: [A-Z]{2,}){1,2})\. ", re.M)
"""What a line begins with, capitals alone, in a report that writes ships so: "19 Feb. ORLIN STAR. A drone ..."."""
BARRED = re.compile(r"-(?:owned|flagged|registered|operated|managed|led|linked|bound|controlled)$|['’]s$")
"""How words end that no ship's name holds."""
IT = re.compile(
    rf"\b(?:the|this|that|its|our) (?:[\w-]+ ){{0,2}}(?:{SHIP}|crew|hull|master|seafarers|mariners|sinking|wreck)\b"
    r"(?!['’]s)(?! (?:that|which|who|to)\b)|\b(?:all|\d+|one|two|three|four|five|six|several) crew\b|"
    r"^(?:ship|vessel|crew)\b|\bshe (?:was|is|had|has)\b|"
    rf"\bwhat (?:he|she|it|they) called an? (?:[\w.-]+ ){{0,2}}{SHIP}\b",
    re.I,
)
"""The ship that was named last, or its people."""
ONE = re.compile(rf"\ban? (?:[\w.-]+ ){{0,3}}{SHIP}\b", re.I)
"""A ship that is not named yet."""
DOES = re.compile(
    r"[”\"’']?,? (?:(?:has|had|have|also|then|later) ){0,2}(?:fired|launched|shot|downed|intercepted|destroyed|engaged|"
    r"rescued|answered|took|picked|brought|responded|(?:struck|hit) (?:an?|the|two|three|several)\b)"
)
"""What follows the name of a ship that is hurt by nobody: it does something."""
SURNAME = re.compile(rf"(?<![.!?] )\b(?!(?:The|{PREFIX}) )[A-Z][a-z]+ $")
"""A name before a name, which is a person's."""
OF_A_SHIP = re.compile(rf"(?:\b[Tt]he|{KIND},?|{PREFIX}|-(?:flagged|registered|operated|owned)) [“\"‘']?$")
"""What stands before the name of a ship that is a place's, too."""
SEVERAL = 3  # ships of which a conflict tells before each is a question of its own
THEM = re.compile(r"\b(?:them|they|crew|seafarers)\b", re.I)
THE_ATTACK = re.compile(
    r"\b(?:the|this|that|both|one of the) (?:[\w-]+ )?(?:attacks?|strike|explosions?|"
    r"missiles?(?= (?:had|has|have|was|were|that|which|hit|struck|[a-z]+ed)\b))\b|"
    r"^(?:was |were |been )?(?:hit|struck|damaged)\b",
    re.I,
)
"""What tells more of the attack that was told of last."""
FARTHEST = 700  # characters after "a cargo ship" within which it is named


@dataclass(frozen=True, slots=True)
class Register:
    """The names of ships: each spelling in small letters -> the name that is shown; ``places`` are a place's, too."""

    names: Mapping[str, str]
    places: frozenset[str]
    spelt: re.Pattern[str]

    def named(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Where a passage names which ship: first and last character, and the name that is shown."""
        found = self.spelt.finditer(text, start, end) if self.names else ()
        return [(m.start(), m.end(), self.names[m[0].casefold()]) for m in found if self._is_meant(text, m)]

    def _is_meant(self, text: str, match: re.Match[str]) -> bool:
        """Whether a name is a ship's where it stands: one of a place needs an article or a word of ships before it."""
        before = text[max(0, match.start() - 40) : match.start()]
        if not match[0][0].isupper() or SURNAME.search(before):
            return False
        return match[0].casefold() not in self.places or OF_A_SHIP.search(before) is not None


def register(texts: Iterable[str], naming: Naming) -> Register:
    """The ships that ``texts`` name, spellings of one name joined; what is a party's or a people's name is none."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(name for name in _names(text) if not _is_other(name, naming))
    shown: dict[str, str] = {}
    for name, _ in sorted(counts.items(), key=lambda each: (each[0].isupper(), -each[1], each[0])):
        same = (other for other in shown.values() if compare_places(name, other).score >= SAME)
        shown.setdefault(name.casefold(), next(same, _cased(name)))
    longest = sorted(shown, key=lambda name: (-len(name), name))
    places = frozenset(name for name in shown if shown[name] in naming.places)
    return Register(shown, places, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.I))


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere: "ORLIN STAR" is Orlin Star, short words stay."""
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in name.split())


def _names(text: str) -> Iterator[str]:
    found = [name for pattern in NAMED for match in pattern.finditer(text) if (name := _trimmed(match["name"]))]
    yield from found
    if any(name.isupper() for name in found):
        yield from (match["name"] for match in LISTED.finditer(text))


def _trimmed(name: str) -> str:
    """A name without article and without the day that stands after it; "" for what is no name."""
    words = re.sub(r"['’]s?$", "", name).removeprefix("The ").split()
    while words and words[-1] in SMALL:
        words.pop()
    wrong = not words or words[0].title() in SMALL or any(w.title() in POSTS or BARRED.search(w) for w in words)
    return "" if wrong or len("".join(words)) < 4 else " ".join(words)


def _is_other(name: str, naming: Naming) -> bool:
    """Whether a name is, or begins with, a party's or a people's: "American", "Velgorian Navy"."""
    parties = {*naming.parties, *naming.parties.values()} - {""}
    words = {name, name.split()[0], name.split()[0].removesuffix("s")}
    known = any(word in parties or (word in world() and world()[word].by == "demonym") for word in words)
    return known or any(is_people_of(word, party) for word in words for party in parties)


def at_ships(told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> list[Told]:
    """``told``, each claim that tells of a ship with its name, where a conflict tells of several."""
    known = register(dict.fromkeys(one.report.text for one in told), naming)
    if not known.names:
        return [*told]
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.own and one.claim.kind in TELLS:
            reports[one.report.id].append(one)
    ships = {claim: ship for rows in reports.values() for claim, ship in _ships(rows, known).items()}
    named = {(conflicts[one.report.id].id, ships[one.claim.id]) for one in told if one.claim.id in ships}
    many = Counter(conflict for conflict, _ in named)
    return [
        replace(one, ship=ships.get(one.claim.id, "")) if many[conflicts[one.report.id].id] >= SEVERAL else one
        for one in told
    ]


def _ships(rows: Sequence[Told], known: Register) -> dict[str, str]:
    """The id of each claim of one report that tells of a ship -> its name."""
    out: dict[str, str] = {}
    last, read = "", 0
    for one in sorted(rows, key=lambda each: each.claim.evidence):
        start, end = one.claim.evidence.start, one.claim.evidence.end
        ship = _named(one, known) if _may_be(one) else ""
        if not ship and not _is_placed(one):
            since = known.named(one.report.text, max(read, one.report.text.rfind("\n", 0, start)), start)
            last = since[-1][2] if since else last
            last = last if one.claim.kind == "equipment" or _goes_on(one) else ""
            ship = last if _may_be(one) and _goes_on(one) else ""
        elif ship or one.claim.kind != "equipment":
            last = ship
        read = max(read, end)
        if ship:
            out[one.claim.id] = ship
    return out


def _is_placed(one: Told) -> bool:
    """Whether the words of a claim name a place, or take one up."""
    return one.placed or one.named or is_spelt(one) or is_there(one)


def _goes_on(one: Told) -> bool:
    """Whether a claim that names nothing goes on from what was told last: dead and wounded, "the attack"."""
    words = claimed(one)
    if one.claim.kind == "casualties":
        return one.claim.slot("outcome") != "captured" or THEM.search(words) is not None
    return THE_ATTACK.search(words) is not None


def _may_be(one: Told) -> bool:
    """Whether a claim may be told of a ship: not of people who have a fate of their own, of a deed or an aircraft."""
    thing = one.claim.slot("object") if one.claim.kind == "equipment" else ""
    apart = one.claim.slot("deed") or one.claim.slot("person") or one.placed
    return one.claim.kind in TELLS and thing in ("", "ship") and not apart


def _named(one: Told, known: Register) -> str:
    """The ship that the words of a claim name, or mean by "the vessel"; "" for none, and for one that acts itself."""
    text, start, end = one.report.text, one.claim.evidence.start, one.claim.evidence.end
    here = known.named(text, start, end)
    if here:
        return next((name for _, last, name in here if not DOES.match(text, last)), "")
    back = IT.search(text, start, end)
    if not back and not ONE.search(text, start, end):
        return ""
    before = known.named(text, 0, start)
    if before:
        return before[-1][2] if back else ""
    return next((name for _, _, name in known.named(text, end, end + FARTHEST)), "")
