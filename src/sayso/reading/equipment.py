"""Equipment that was lost or hit: what it is, whose, and by which type or name reports call it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.reading.named import Named
from sayso.types import Span, Statement

OBJECTS = {
    "drone": re.compile(r"\b(?:drones?|uavs?|unmanned)\b", re.IGNORECASE),
    "ship": re.compile(
        r"\b(?:(?:war|battle|gun|flag)?ships?|(?:gun|speed|motor|patrol )?boats?|frigates?|cruisers?|destroyers?|"
        r"minesweepers?|tankers?|vessels?|trawlers?|corvettes?|cutters?|submarines?|ferr(?:y|ies)|freighters?|barges?|"
        r"sank|sunk)\b",
        re.IGNORECASE,
    ),
    "vehicle": re.compile(
        r"\b(?:tanks?|vehicles?|trucks?|lorr(?:y|ies)|pickups?|howitzers?|launchers?|batter(?:y|ies)|bridges?|"
        r"armou?red (?:cars?|(?:personnel )?carriers?))\b",
        re.IGNORECASE,
    ),
    "aircraft": re.compile(
        r"\b(?:jets?|planes?|aircraft(?! carriers?)|airplanes?|airliners?|helicopters?|gunships?|warplanes?|bombers?|"
        r"pilots?(?! (?:plants?|projects?|programmes?|programs?|schemes?|phases?|stud(?:y|ies)|facilit(?:y|ies))))\b",
        re.I,
    ),
}
# F-16, S-300, Su-24M, and types that go by a name alone
TYPE = re.compile(
    r"\b(?:[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}|Rafale|Mirage(?: \d{1,4})?|Eurofighter|Gripen|Tejas|Bayraktar|Shahed|"
    r"Geran|Lancet|Heron|Apache|Chinook|Black Hawk|Global Hawk|Leopard(?: \d)?|Merkava)(?=s?\b)"
)
TYPES = {
    "drone": re.compile(r"(?:[MR]Q-\d|Bayraktar|Shahed|Geran|Lancet|Heron|Global Hawk)"),
    "vehicle": re.compile(r"(?:[TM]-\d|BMP-|BTR-|S-\d00|Leopard|Merkava)"),
    "aircraft": re.compile(
        r"(?:[A-Z][a-z]{1,2}-|F-|A-\d|B-\d|C-\d|JF-|J-\d|AH-|UH-|Rafale|Mirage|Eurofighter|Gripen|Tejas|Apache|"
        r"Chinook|Black Hawk)"
    ),
}
"""What is of which kind by its type."""
IT = re.compile(r"\b(?:it|they|them|both|one)\b(?! (?:said|says|say)\b)", re.IGNORECASE)
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
_FLIES = (
    r"(?:drones?|uavs?|missiles?|rockets?|jets?|(?:war)?planes?|aircraft|helicopters?|gunships?|bombers?|artillery|gunners|"
    r"(?:gun)?boats?|tanks?|launchers?|batter(?:y|ies)|[A-Z][A-Za-z]{0,4}-\d{1,3}[A-Z]{0,3}s?)"
)
_SAILS = r"(?:(?:war)?ships?|frigates?|destroyers?|cruisers?|corvettes?|vessels?|navy)"
_DOWNS = r"(?:destroyed|downed|shot down|brought down|intercepted)"
_HIT = rf"(?:{_DOWNS}|hit|sank|sunk|struck|damaged|disabled|bombed|bombarded|targeted|attacked|pounded|raided)"
_HAS = r"(?:(?:had|has|have) (?:(?:also|then|since|already|earlier|reportedly) )?)"
_BARE = (
    r"(?! (?:by|in|at(?! least| most)|on|over|near|off|during|when|while|and|or|as|after|before|from|with|inside|above|"
    r"below|outside|around|between|along|within|close|early|late|last|this|that|earlier|yesterday|today|overnight|again|"
    r"down|only|hard|twice|once|there|here|nearby|(?-i:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December))\b)"
)
"""After a verb: nothing that says where or when, so that what follows is what was hit."""
_SOME = (
    r"(?:an?|the|its|their|his|our|these|those|one|two|three|four|five|six|seven|eight|nine|ten|several|"
    r"dozens|many|all|both|another|enemy|at least|at most|more than|fewer than|about|around|some|nearly|almost|up to|"
    r"as many as|over (?=\d)|\d+)"
)
_TARGET = (
    r"(?:[\w-]+ ){0,2}(?:targets?|sites?|positions|facilit(?:y|ies)|bases?|depots?|launchers?|batter(?:y|ies)|camps?|"
    r"buildings?|infrastructure|installations?|plants?|headquarters|airports?|airfields?|ports?|towns?|villages?|homes|"
    r"neighbou?rhoods|defen[cs]es|missiles?|drones?|vehicles?|convoys?)\b"
)
HITS = re.compile(
    rf"\b(?:{_FLIES} (?:{_HAS}{_HIT}|{_HIT}(?= {_SOME}\b| (?-i:[A-Z])| {_TARGET}))|{_SAILS} {_HAS}?{_DOWNS}(?= ))"
    rf"{_BARE}",
    re.IGNORECASE,
)  # what does this is not what is lost
_SHOT = r"(?:missiles?|rockets?|projectiles?|shells?)"
SHOT_DOWN = re.compile(
    rf"\b{_DOWNS} (?:(?!by\b|with\b)[\w-]+ ){{0,4}}?{_SHOT}\b|"
    rf"\b{_SHOT}(?: (?!hit|struck)[\w-]+){{0,4}}? (?:was|were|been|be|being) (?:\w+ly )?{_DOWNS}\b",
    re.IGNORECASE,
)
"""What was fired is brought down: no equipment is lost."""
BESIDE = 40  # characters beside what was brought down in which a drone or a jet may be counted with it
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
    told, start = _without_doer(words), _hurt_from(words)
    things = ((next(_not_by(pattern, told, start), None), name) for name, pattern in OBJECTS.items())
    found = min(((match.start(), name) for match, name in things if match), default=(0, ""))
    return "" if _is_shot(words) else _on_land(words, found[1]) or _by_type(told, start)


def object_near(words: str, sentence: str, before: str, last: str) -> str:
    """The same, else by the sentence around the words, by the one before, or what "it" was last; "" for a mere strike.

    >>> object_near("she was shot down", "", "A jet was seen.", ""), object_near("jets hit the port", "", "", "ship")
    ('aircraft', '')
    """
    if found := object_of(words):
        return found
    if HITS.search(words) or _is_shot(words):
        return ""
    return object_of(sentence) or object_of(before) or (last if IT.search(words) else "")


def _by_type(words: str, start: int) -> str:
    """What is lost where only its type is told: "an MQ-9 crashed"."""
    match = next(_not_by(TYPE, words, start), None)
    return next((what for what, kind in TYPES.items() if match and kind.match(match[0])), "")


def _hurt_from(words: str) -> int:
    """Where the words begin that tell what was hit, where they also tell what hit it; else 0."""
    hit = HITS.search(words)
    hurt = hit and any(pattern.search(words, hit.end()) for pattern in (*OBJECTS.values(), TYPE))
    return hit.end() if hit and hurt else 0


def _not_by(pattern: re.Pattern[str], words: str, start: int) -> Iterator[re.Match[str]]:
    """Where a pattern is found, but for what brought something down: "by a jet"."""
    return (match for match in pattern.finditer(words, start) if not BY.search(words[: match.start()]))


def _without_doer(words: str) -> str:
    """The words with blanks in place of what hits something."""
    return HITS.sub(lambda hit: " " * len(hit[0]), words)


def _is_shot(words: str) -> bool:
    """Whether what was brought down is missiles alone."""
    shot = SHOT_DOWN.search(words)
    beside = words[max(0, shot.start() - BESIDE) : shot.end() + BESIDE] if shot else ""
    return bool(shot) and not any(OBJECTS[what].search(_without_doer(beside)) for what in ("drone", "aircraft"))


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
        for match in _not_by(pattern, _without_doer(words), _hurt_from(words))
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
