"""Equipment that was lost or hit: what it is, whose, and by which type or name reports call it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.named import Named
from sayso.types import Span, Statement

OBJECTS = {
    "drone": re.compile(r"\b(?:drones?|uavs?|unmanned)\b", re.IGNORECASE),
    "ship": re.compile(
        r"\b(?:(?:war|battle|gun)?ships?|(?:gun|patrol )?boats?|frigates?|cruisers?|destroyers?|minesweepers?|"
        r"tankers?|vessels?|trawlers?|corvettes?|sank|sunk)\b",
        re.IGNORECASE,
    ),
    "vehicle": re.compile(r"\b(?:tanks?|vehicles?|trucks?|launchers?|batter(?:y|ies)|bridges?)\b", re.IGNORECASE),
    "aircraft": re.compile(r"\b(?:jets?|planes?|aircraft|airplanes?|helicopters?|warplanes?|bombers?|pilots?)\b", re.I),
}
# F-16, S-300, Su-24M, and types that go by a name alone
TYPE = re.compile(
    r"\b(?:[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}|Rafale|Mirage(?: \d{1,4})?|Eurofighter|Gripen|Tejas|Bayraktar|Shahed|"
    r"Geran|Lancet|Heron|Apache|Chinook|Black Hawk|Global Hawk|Leopard(?: \d)?|Merkava)(?=s?\b)"
)
BY = re.compile(r"\bby\s+(?:(?:an?|the|one of|its|their)\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Right before what brought something down: "by a [jet]", "by one of its [jets]"."""
SHIP_NAME = re.compile(
    r"\b(?i:cruiser|destroyer|frigate|corvette|submarine|flagship|landing ship|minesweeper|warship|vessel|ship|"
    r"patrol (?:boat|craft)|gunboat|tanker|trawler|ferry|cutter|freighter)"
    r",? (?:the )?[“\"‘]?([A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)\b(?!['’]s)"
)
KIND = r"(?:own|military|army|naval|armed|fighter|combat|transport|attack|reconnaissance|patrol|cargo|landing|missile)"
BEFORE = re.compile(rf"^(?:['’]s?)?\s+(?:{KIND}\s+){{0,2}}$")
AFTER = re.compile(r"^\s+(?:of|belonging to)\s+(?:the\s+)?$")
OURS = re.compile(rf"\b(?:its|our|their|his)\s+(?:{KIND}\s+){{0,2}}$", re.IGNORECASE)
THEIRS = re.compile(rf"\b(?:enemy(?:['’]s)?|hostile)\s+(?:{KIND}\s+){{0,2}}$", re.IGNORECASE)
_SHOOTER = (
    r"(?:drones?|uavs?|missiles?|rockets?|jets?|(?:war)?planes?|aircraft|helicopters?|bombers?|artillery|gunners|boats?|"
    r"(?:war)?ships?|frigates?|destroyers?|cruisers?|corvettes?|"
    r"[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}s?)"
)
_HIT = r"(?:destroyed|downed|hit|sank|sunk|struck|damaged|disabled|shot down|brought down)"
_SOME = (
    r"(?:an?|the|its|their|his|our|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|several|"
    r"dozens|many|all|both|another|enemy|at least|at most|more than|fewer than|about|around|some|nearly|almost|up to|"
    r"as many as|over (?=\d)|\d+)"
)
HITS = re.compile(
    rf"\b{_SHOOTER} (?:(?:had|has|have) (?:(?:also|then|since|already|earlier|reportedly) )?{_HIT}"
    r"(?! (?:by|in|at(?! least| most)|on|over|near|off|during|when|while|and|or)\b)"
    rf"|{_HIT})(?= {_SOME}\b| (?-i:[A-Z]))",
    re.IGNORECASE,
)  # what does this is not what is lost
ROAD = re.compile(
    r"\btankers?\b(?s:.{0,200})\b(?:convoy|road|highway|driver|lorr|truck)|"
    r"\b(?:convoy|road|highway|drivers?|lorry|lorries|trucks?)\b(?s:.{0,200})\btankers?\b|"
    r"\b(?:fuel|petrol|diesel|road) tankers?\b",
    re.IGNORECASE,
)
SEA = re.compile(
    r"\b(?:ships?|vessels?|boats?|frigates?|cruisers?|destroyers?|corvettes?|seas?|gulf|straits?|ports?|harbou?rs?|"
    r"coasts?|offshore|sailors?|crew|sank|sunk|oil)\b",
    re.IGNORECASE,
)
LOSES = re.compile(r"\b(?:loss of|los(?:t|es|ing)|lose)\b(?! (?:contact|control|sight))", re.IGNORECASE)


def object_of(words: str) -> str:
    """What was lost: drone, ship, vehicle or aircraft; "" where the words do not say.

    >>> object_of("one of their drones had destroyed a helicopter"), object_of("a drone was shot down")
    ('aircraft', 'drone')
    """
    start = _hurt_from(words)
    found = [(match.start(), name) for name, pattern in OBJECTS.items() if (match := pattern.search(words, start))]
    return _on_land(words, min(found, default=(0, ""))[1])


def _hurt_from(words: str) -> int:
    """Where the words begin that tell what was hit, where they also tell what hit it; else 0."""
    hit = HITS.search(words)
    hurt = hit and any(pattern.search(words, hit.end()) for pattern in (*OBJECTS.values(), TYPE))
    return hit.end() if hit and hurt else 0


def _on_land(words: str, what: str) -> str:
    """The same, but tankers on a road are vehicles: "a convoy of fuel tankers"."""
    at_sea = what == "ship" and (not ROAD.search(words) or SEA.search(words))
    return "vehicle" if what == "ship" and not at_sea else what


def name_of(words: str, what: str, text: str) -> str:
    """The type or the name by which it is called: a ship's also where its report names no other; "" for none.

    >>> name_of("a MiG-21 was lost", "aircraft", ""), name_of("The ship sank", "ship", "The frigate Orlin burnt.")
    ('MiG-21', 'Orlin')
    """
    start = _hurt_from(words)
    types = dict.fromkeys(m[0] for m in TYPE.finditer(words, start) if not BY.search(words[: m.start()]))
    if types or what != "ship":
        return next(iter(types)) if len(types) == 1 else ""
    ships = set(SHIP_NAME.findall(words)) or set(SHIP_NAME.findall(text))
    return ships.pop() if len(ships) == 1 else ""


def owner_of(text: str, evidence: Span, sides: Sequence[Named], statement: Statement | None) -> str:
    """Whose it is by the words of a claim, "enemy" where they say only that; "" where they do not.

    Args:
        text: the report's.
        evidence: where the claim's words stand.
        sides: the names of parties in them.
        statement: who says so.
    """
    own = statement.party if statement and "; " not in statement.party else ""
    words, start = text[evidence.start : evidence.end], evidence.start
    things = sorted(
        (match.start() + start, match.end() + start)
        for pattern in (*OBJECTS.values(), TYPE)
        for match in pattern.finditer(words, _hurt_from(words))
        if not BY.search(words[: match.start()])
    )
    for first, last in things:
        if OURS.search(text[start:first]):
            return own
        if THEIRS.search(text[start:first]):
            return "enemy"
        for side in sides:
            if BEFORE.match(text[side.span.end : first]) or AFTER.match(text[last : side.span.start]):
                return side.party
    lost = LOSES.search(words)
    if not lost:
        return ""
    named = [side for side in sides if side.span.end <= start + lost.start()]
    return named[-1].party if named else own if not sides else ""
