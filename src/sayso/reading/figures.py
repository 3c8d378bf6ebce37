"""Numbers of a report as figures: what is counted, of whom, who counts, as of when, new or in all."""

from __future__ import annotations

import re

from sayso.reading.claim_scene import Scene, continued, holder_of
from sayso.reading.counts import NOT_OWN, SETTLEMENTS
from sayso.reading.doers import doer_before, may_have_lost
from sayso.reading.named import Named
from sayso.types import Figure, Quantity, Span, Statement
from sayso.values.dates import resolve_all
from sayso.values.fates import AS_NOUN, BESIDE_A_NUMBER, HARM
from sayso.values.numbers import find_quantities
from sayso.values.people import people_counted

NOT_COUNTED = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|o'clock|times?|years old|a\.?m|p\.?m)\b", re.I
)
DISTANCE = re.compile(r"\b(?:from|to|away|apart|off|north|south|east|west|inside|outside|of)\b", re.I)
INHABITANTS = re.compile(r"\b(?:inhabitants?|residents|population|souls)\b", re.I)
NEAR = 90  # characters around a number in which the words that say what it counts must stand
AHEAD = 12  # how much nearer a word before a number must be to win over one after it: "62 killed, over 100 wounded"
THINGS = re.compile(
    r"\b(?:shells?|rounds?|shots?|rockets?|missiles?|drones?|bombs?|mines?|tanks?|vehicles?|trucks?|lorries|lorry|buses|bus|"
    r"aircraft|planes?|jets?|helicopters?|ships?|boats?|vessels?|freighters?|houses?|homes?|buildings?|flats?|apartments?|"
    r"hospitals?|schools?|bridges?|explosions?|blasts?|strikes?|attacks?|raids?|breaches|violations?|incidents?|columns?|"
    r"batter(?:y|ies)|launchers?|guns?|weapons?|trenches|gates?|sluices?|ramps?|warnings?|days?|hours?|nights?|countries|states|"
    r"(?:out|check|border )?posts?|checkpoints?|positions?|heights|hills?|bases?|barracks)\b",
    re.I,
)
NO_COUNT = re.compile(r"\b(?:according to|told by|said|says|told|by)\s+$", re.I)
CARRIED = re.compile(
    r"(?:\b(?:of|to|at|with|only|still|now|makes?(?: it)?|made it|counted|counts|spoke of|speaks? of|"
    r"numbers? (?:it|them) at|gave|gives?|another|and|not|but|is|was|it['’]s|by name|say|says|said|up at|,)|[:,–—-])"
    r"\s*[“\"‘']?$",
    re.I,
)
ENDED = re.compile(
    r"[”\"’']?\s*(?:[.,;:!?)]|$|and\b|but\b|by\b|in (?:all|total)\b|at the last\b|so far\b|instead\b|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
LIES = re.compile(r"\b(?:is|are|was|lies|lay|stands|stood)\s+$")
TO_THERE = re.compile(r"\s+\w+\s+(?:\w+\s+){0,2}?(?:from|of|to|outside|before|inside)\s+(?:the\s+[\w\s]{2,30},\s+)?")
MONEY = re.compile(
    r"(?:dollars?|euros?|pounds|pesos?|rupees?|rubles?|roubles?|francs?|dinars?|lira|riyals?|shillings?|yuan|%)"
)
NOBODY = re.compile(
    r"\b(?:bullets?|bursts?|rifles?|pistols?|backpacks?|blocks?|meetings?|offices?|departments?|metres?|meters?|points?|"
    r"calls?|letters?|pages?|seats?|floors?|rooms?|chapters?)\b",
    re.I,
)
TAKEN = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:(?:were|was|are|have been|had been|being) )?"
    r"(?:captured|detained|taken (?:prisoner|captive)|in captivity)\b",
    re.I,
)
HELD = re.compile(r"\b(?:holds?|holding|held|captured|detained|took|taken)\s+$", re.I)
FELL = re.compile(
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:fell|(?:has|have|had) fallen|die)\b"
    r"(?!\s+(?:back|ill|into|in|silent|on|to|asleep|behind|short|out|under|from|upon))",
    re.I,
)
PERSONS = ("men", "people", "persons", "women")
DOER = re.compile(
    r"\b(?:kill|murder|slain|shot|assassinat|execut|massacr|wound|injur|captur)\w*(?: to death| dead)?\s+by\s+$", re.I
)
SPARED = re.compile(
    r"\b(?:sav|spar|endanger|threaten|risk|protect|defend|rescu)\w*\s+(?:and \w+ )?(?:the |their |our |his |her )?$",
    re.I,
)
NO_HARM = re.compile(
    r"(?:lost|losses|loss of)\s+(?:\w+\s+){0,2}?"
    r"(?:homes?|houses?|control|ground|territory|contact|sight|power|jobs?|way|touch|votes?)\b",
    re.I,
)
OF_THEM = re.compile(r"\s+of (?:them|whom|these|those|which|the (?:dead|wounded|killed|injured))\b", re.I)
AMONG = re.compile(r"\W{0,3}(?:\w+\s+){0,2}?among (?:them|the (?:dead|wounded|killed|injured|victims))\b", re.I)
LISTED = re.compile(r"(?:names|entries)", re.I)
OWNED = re.compile(r"['’]s?\s+(?:some\s+|about\s+)?$")
LATELY = re.compile(
    r"\b(?:in|over|during|within) the (?:past|last|previous) (?:day|night|24 hours|twenty-four hours)\b|\bovernight\b"
    r"|\bthis week\b"
    r"|\b(?:in|during) the night\b",
    re.I,
)
CALLS = re.compile(r"\b(?:call(?:s|ed)?|nam(?:es?|ed)|known)\b", re.I)
PEOPLED = re.compile(
    r"\b(?:(?:region|area|city|town|village|country|state|province|district|island|enclave|exclave|republic|territory|"
    r"capital|port|community|settlement|camp|valley|county|municipality) of|home to|population of|inhabited by)\s+"
    r"(?:an? )?(?:[a-z]+ly )?$",
    re.I,
)
OWN_AS = re.compile(
    r"\b(?:its|their|his|her|our) own(?: (?:losses|dead|casualties|toll))?,?(?: \w+){0,2}? "
    r"(?:as|at|to|is|are|were|was)\s+$",
    re.I,
)
PEOPLE = {*HARM, "displaced", "inhabitants"}
ITSELF = {"captured": ("prisoners",), "displaced": ("refugees",), "inhabitants": ("civilians",)}
STATIC = ("inhabitants", "distance", "share", "people")  # no count that goes on
PARTED = re.compile(r"[;:]|\b(?:while|but|whereas)\b")
COUNTS = re.compile(r"\d[\d.,]*\s+(?:(?!January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec)\w+)")
IN_A_NAME = re.compile(r"(?<![.!?:;“\"\n] )\b[A-Z][a-z]+ $")  # "Channel Nine News"
BACK = 3  # sentences after which a bare number no longer counts what the one before it counted


def read_figures(scene: Scene) -> list[Figure]:
    """The figures of a report in reading order. Numbers that count nothing (dates, ages, times) are left out."""
    out: list[Figure] = []
    at: list[int] = []  # the sentence of each
    for number, sentence in enumerate(scene.sentences):
        words = scene.text[sentence.start : sentence.end]
        for quantity in find_quantities(words):
            if IN_A_NAME.search(words, 0, quantity.span.start) and words[quantity.span.start].isupper():
                continue
            last = out[-1] if out and number - at[-1] < BACK else None
            figure = _figure(scene, sentence, quantity, last)
            if figure:
                out.append(figure)
                at.append(number)
    return out


def _figure(scene: Scene, sentence: Span, quantity: Quantity, last: Figure | None) -> Figure | None:
    at = Span(sentence.start + quantity.span.start, sentence.start + quantity.span.end)
    what, of = _what(scene, sentence, at, quantity)
    unit = "people" if what in HARM or what in ("inhabitants", "displaced") else quantity.unit
    who = people_counted(scene.text[sentence.start : sentence.end], quantity.span)
    is_part = last is not None and _is_part(scene, at, quantity, what, last)
    if last and (is_part or (not what and _is_carried(scene, sentence, at, quantity, last))):
        who = who or tuple(last.who.split("; "))
        what, of, unit = last.what, last.of, last.unit
    if not what or (what not in HARM and _counts_nothing(scene, at, quantity)):
        return None
    statement = holder_of(scene.statements, at) or continued(scene, at, sentence)
    if (
        last
        and last.what in HARM
        and (not quantity.unit or who)
        and OWN_AS.search(scene.text, sentence.start, at.start)
    ):
        what, unit = last.what, last.unit
        of = statement.party if statement and "; " not in statement.party else ""
    elif last and last.what == what:
        of = of or last.of
        change = "from A to B" in last.note and last.span.start >= sentence.start
        if not who and (change or OF_THEM.match(scene.text, at.end)):
            who = tuple(last.who.split("; "))
    if statement and statement.party and what in HARM and OTHERS_LOST.search(scene.text, sentence.start, at.start):
        of = "enemy"
    if statement and what in ("distance", "inhabitants") and _only_names(scene, statement):
        statement = None
    as_of = statement.said if statement and statement.said else (scene.anchor.isoformat() if scene.anchor else None)
    return Figure(
        report=scene.report.id,
        statement=statement.id if statement else None,
        what=what,
        of=of,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        wording=quantity.wording,
        unit=unit,
        new=True if quantity.change is None and _is_lately(scene, sentence, at) else quantity.change,
        as_of=as_of,
        by=statement.speaker if statement else "",
        span=at,
        note=quantity.because if "from A to B" in quantity.because else "",
        who="; ".join(each for each in who if each not in ITSELF.get(what, ())) if what in PEOPLE else "",
        since=None if what in STATIC else _since(scene, sentence, at),
    )


def _since(scene: Scene, sentence: Span, at: Span) -> str | None:
    """The day that a number counts from: the "since" after it, or the one that opens its sentence."""
    words = scene.text[sentence.start : sentence.end]
    if "since" not in words.lower():
        return None
    begun = [
        (phrase.span.start + sentence.start, days.first)
        for phrase, days in resolve_all(words, scene.anchor)
        if days.first and days.last is None and "since" in days.because.lower()
    ]
    later = [day for start, day in begun if start >= at.end and not PARTED.search(scene.text, at.end, start)]
    opening = [day for start, day in begun if start < at.start and not COUNTS.search(scene.text, sentence.start, start)]
    chosen = later[:1] or opening[-1:]
    return chosen[0].isoformat() if chosen else None


def _only_names(scene: Scene, statement: Statement) -> bool:
    """True for "Shushi, as they call it": what stands after it is the report's own."""
    return any(CALLS.search(scene.text, cue.start, cue.end) for cue in statement.cue)


def _counts_nothing(scene: Scene, at: Span, quantity: Quantity) -> bool:
    """True for "one resident", "no doubt", and the "two people" whom a report is told something by."""
    if quantity.best in (0, 1) and quantity.unit not in ("km", "miles"):
        return True
    return bool(NO_COUNT.search(scene.text, max(0, at.start - 15), at.start)) and quantity.change is None


def _is_part(scene: Scene, at: Span, quantity: Quantity, what: str, last: Figure) -> bool:
    """Whether a number counts some of those just counted: "seven of them", "four children among them", "47 names"."""
    if last.what not in HARM or what in HARM:
        return False
    listed = last.what == "killed" and LISTED.fullmatch(quantity.unit)
    return bool(OF_THEM.match(scene.text, at.end) or AMONG.match(scene.text, at.end, at.end + 50) or listed)


def _is_lately(scene: Scene, sentence: Span, at: Span) -> bool:
    """Whether a number is of the past day alone: no total."""
    for match in LATELY.finditer(scene.text, max(sentence.start, at.start - NEAR), min(sentence.end, at.end + NEAR)):
        low, high = min(at.end, match.end()), max(at.start, match.start())
        if not re.search(r"\d|,|\bof (?:whom|them)\b", scene.text[low:high]):
            return True
    return False


def _is_carried(scene: Scene, sentence: Span, at: Span, quantity: Quantity, last: Figure) -> bool:
    """Whether a number without a noun counts what the number before it counted: "the list now runs to 72"."""
    if quantity.unit or last.what in ("distance", "inhabitants") or quantity.best in (0, None):
        return False
    if at.start == sentence.start:
        return scene.text[at.start].isalpha() and ENDED.match(scene.text, at.end, at.end + 40) is not None  # no "3."
    before = CARRIED.search(scene.text, max(sentence.start, at.start - 20), at.start)
    return bool(before) and ENDED.match(scene.text, at.end, at.end + 40) is not None


def _what(scene: Scene, sentence: Span, at: Span, quantity: Quantity) -> tuple[str, str]:
    """What the number counts, and of whom or between what; ("", "") where it counts nothing."""
    words = scene.text[max(sentence.start, at.start - NEAR) : min(sentence.end, at.end + NEAR)]
    unit = quantity.unit
    if unit in ("km", "miles", "m") or re.fullmatch(r"met(?:er|re)s|feet|nautical miles", unit):
        return ("distance", _ends(scene, sentence, at)) if DISTANCE.search(words) else ("", "")
    if NOT_COUNTED.search(unit):
        return "", ""
    sides = _victims(scene, sentence, at)
    of = min(sides, key=lambda n: abs(n.span.start - at.start)).party if sides else ""
    if unit == "people" and OWNED.search(scene.text, max(sentence.start, at.start - 10), at.start):
        before = [n.words for n in scene.inside(sentence, "place") if n.span.end <= at.start]
        return "inhabitants", before[-1] if before else of
    if PEOPLED.search(scene.text, max(sentence.start, at.start - 40), at.start) and unit in ("", "people", "souls"):
        before = [n.words for n in scene.inside(sentence) if n.span.end <= at.start]
        return "inhabitants", before[-1] if before else of
    if HARMING.search(scene.text, sentence.start, at.start) or _nearest(
        scene.text, Span(sentence.start, min(sentence.end, at.end + NEAR // 3)), at, ahead=True
    ):
        pass  # "wounded four residents", "eleven inhabitants drowned"
    elif INHABITANTS.search(unit) or INHABITANTS.search(scene.text[at.end : at.end + 25]):
        places = [n.words for n in scene.inside(sentence, "place")]
        return "inhabitants", places[0] if places else of
    if SETTLEMENTS.search(unit):
        return "settlements", of
    if THINGS.search(unit):
        return unit, of
    if DOER.search(scene.text, sentence.start, at.start):
        return "", ""
    if MONEY.fullmatch(unit) or NOBODY.search(unit):
        return (unit, of) if unit != "%" else ("", "")
    fate = _fate(scene.text, sentence, at, unit)
    if fate:
        return fate, of
    kind = _nearest(scene.text, sentence, at)
    if kind:
        return kind, of
    return (unit, of) if unit and unit != "%" else ("", "")


OTHERS_LOST = re.compile(
    rf"\b(?:enemy|{NOT_OWN}s?)(?:['’]s?)? (?:losses|casualties|dead|deaths|toll)\b[^.;:]{{0,25}}$",
    re.I,
)


def _victims(scene: Scene, sentence: Span, at: Span) -> list[Named]:
    """The sides whose people a number may count: those of its own clause, where there are some; not who "struck the
    camp, killing twelve".
    """
    sides = [n for n in scene.inside(sentence) if n.party and may_have_lost(scene.text, n)]
    near = [n for n in sides if not PARTED.search(scene.text, min(n.span.end, at.end), max(n.span.start, at.start))]
    doer = doer_before(scene.text, Span(sentence.start, at.start), sides)
    return [n for n in near or sides if n.party != doer]


def _fate(text: str, sentence: Span, at: Span, unit: str) -> str:
    """What became of those counted, by their noun or a verb right beside it: "holds 52 men", "four soldiers fell"."""
    if unit in AS_NOUN:
        return AS_NOUN[unit]
    if unit not in PERSONS and not people_counted(text[sentence.start : sentence.end], _within(at, sentence)):
        return ""
    clause = re.split(r"[,;:.!?–—]| and ", text[at.end : sentence.end])[0]
    if TAKEN.match(clause) or (HELD.search(text, sentence.start, at.start) and not HARMED.search(clause)):
        return "captured"
    return "killed" if FELL.match(clause) else ""


def _within(at: Span, sentence: Span) -> Span:
    return Span(at.start - sentence.start, at.end - sentence.start)


HARMING = re.compile(r"\b(?:kill|wound|injur|murder)(?:ed|ing|s)?\s+(?:[a-z]+\s+){0,2}$", re.I)
HARMED = re.compile(r"\b(?:killed|dead|wounded|injured|missing|home|to|hostage|part)\b", re.I)
DONE = ("kill", "wound", "injur", "murder")


def _nearest(text: str, sentence: Span, at: Span, *, ahead: bool = False) -> str:
    """The harm whose word stands nearest to a number of people, "" for none: what follows wins, other numbers part.

    With ``ahead`` only what follows counts.
    """
    found = []
    for name, pattern in BESIDE_A_NUMBER.items():
        for match in pattern.finditer(text, max(sentence.start, at.start - NEAR), min(sentence.end, at.end + NEAR)):
            if NO_HARM.match(text, match.start(), sentence.end) or (ahead and match.start() < at.end):
                continue
            if match[0].lower() == "lives" and SPARED.search(text, sentence.start, match.start()):
                continue
            after = match.start() >= at.end
            gap = text[at.end : match.start()] if after else text[match.end() : at.start]
            verb = (
                not after and match[0].lower() in DONE and re.fullmatch(r"(?:ed|ing|s)?\s+", gap, re.I)
            )  # "killed three and wounded five"
            far = len(gap) + (0 if after or verb else AHEAD) + (NEAR // 2 if re.search(r"\d|[;:]", gap) else 0)
            found.append(
                (far + (AHEAD // 2 if name == "killed" and match[0].lower() in ("lost", "losses") else 0), name)
            )
    return min(found, default=(0, ""))[1]


def _ends(scene: Scene, sentence: Span, at: Span) -> str:
    """What lies apart: the first place named before the number and the first after it."""
    places = [
        n
        for n in scene.inside(sentence)
        if n.kind in ("place", "home", "region") or _is_end(scene, sentence, at, n.span)
    ]
    before = [n.words for n in places if n.span.start < at.start][:1]
    after = [n.words for n in places if n.span.start > at.end][:1]
    return " - ".join(dict.fromkeys(before + after))


def _is_end(scene: Scene, sentence: Span, at: Span, name: Span) -> bool:
    """True in "Orlin is eleven kilometres from the capital, Kestrel": wherever both lie is a place."""
    if name.start == sentence.start and LIES.search(scene.text, name.end, at.start):
        return True
    return name.start > at.end and TO_THERE.fullmatch(scene.text, at.end, name.start) is not None
