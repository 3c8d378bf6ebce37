"""Numbers of a report as figures: what is counted, of whom, who counts, as of when, new or in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.claim_scene import Scene
from sayso.reading.counters import counter_at
from sayso.reading.counts import NOT_OWN, SETTLEMENTS
from sayso.reading.done_to import done_to_people, done_to_things, is_of_all, noun_of
from sayso.reading.harm import NEAR, TOGETHER, harm_of, nearest, right_at
from sayso.reading.told_of import is_new, is_taken_back, rejected_by, since_of
from sayso.reading.whose import owner_at
from sayso.types import Figure, Quantity, Span, Statement
from sayso.values.fates import HARM as FATES
from sayso.values.figure_notes import BESIDE, FROM, PART, TAKEN_BACK, denied_by
from sayso.values.number_words import SMALL_CARDINAL
from sayso.values.numbers import find_quantities
from sayso.values.people import is_people, people_counted

NOT_COUNTED = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|o'clock|times?|years old|a\.?m|p\.?m)\b", re.I
)
DISTANCE = re.compile(r"\b(?:from|to|away|apart|off|north|south|east|west|inside|outside|of)\b", re.I)
INHABITANTS = re.compile(r"\b(?:inhabitants?|residents|population|souls)\b", re.I)
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
DOER = re.compile(
    r"\b(?:kill|murder|slain|shot|assassinat|execut|massacr|wound|injur|captur)\w*(?: to death| dead)?\s+by\s+$", re.I
)
OF_THEM = re.compile(
    r"\s+of (?:them|whom|these|those|which|the (?:dead|wounded|killed|injured))\b"
    r"(?!\s+(?:figures|numbers|claims|reports|accounts|statements))",
    re.I,
)
INSIDE = re.compile(r"\b(?:inside|into|onto|within|aboard|under|beneath)\s+(?:(?:some|about|nearly|over) )?$", re.I)
"""Before a number of things: "explosives inside 5,000 of them"."""
AMONG = re.compile(r"\W{0,3}(?:\w+\s+){0,2}?among (?:them|the (?:dead|wounded|killed|injured|victims))\b", re.I)
LISTED = re.compile(r"(?:names|entries)", re.I)
OWNED = re.compile(r"['’]s?\s+(?:some\s+|about\s+)?$")
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
HARM = (*FATES, TOGETHER)
PEOPLE = {*HARM, "displaced", "inhabitants"}
ITSELF = {"captured": ("prisoners",), "displaced": ("refugees",), "inhabitants": ("civilians",)}
STATIC = ("inhabitants", "distance", "share", "people")  # no count that goes on
IN_A_NAME = re.compile(r"(?<![.!?:;“\"\n] )\b[A-Z][a-z]+ $")  # "Channel Nine News"
OF_THE_HARMED = re.compile(r"\s+of (?:the|those) (?:dead|wounded|killed|injured)\b", re.I)
DEALT = ("exchanged", "released", "bodies handed over")
AMONG_THE_DEALT = re.compile(
    r"\s+of (?:those|the (?:people|prisoners|captives|hostages|detainees)) (?:freed|released|exchanged|swapped)\b", re.I
)
INCLUDING = re.compile(r"\b(?:including|among them|of whom|of them)\b", re.I)
JOINED = re.compile(r"(?:\s+[\w’'-]+){1,5}?(?:,|(?P<and>,?\s+(?:and|as well as)))\s+", re.I)
AND_SO_MANY = re.compile(rf"{JOINED.pattern}(?:\d|{SMALL_CARDINAL}\b)", re.I)
AGED = re.compile(
    r"\b(?:an?|the|another)\s+(?:[\w-]+\s+)?(?:man|woman|boy|girl|child|youth|pensioner|widow|grandmother|grandfather|"
    r"farmer|student|pupil|teacher|civilian|soldier|resident|mother|father|veteran|worker|driver)\s+of\s+$",
    re.I,
)
MEASURES = re.compile(
    r"(?:mm|cm|millimet(?:re|er)s?|centimet(?:re|er)s?|inch(?:es)?|calib(?:re|er)|kg|kilos?|kilogram(?:me)?s?|grams?|"
    r"litres?|liters?|gallons?|sides?|bags?|sacks?|videos?|photos|photographs|pictures|images)",
    re.I,
)
HYPHENED = re.compile(r"[-‐‑]([^\W\d_]+)")
SOURCES = re.compile(
    r"(?:sources?|versions?|accounts?|ways|kinds|sorts|types|reasons|respects|fronts|powers|capitals|mediators|sides|"
    r"governments|agencies|groups|organi[sz]ations|networks|outlets|allies)"
)
OF_ONE = re.compile(r"\b(?:of|from) (?:the )?$", re.IGNORECASE)
KINDRED = re.compile(r"(?:famil(?:y|ies)|households?|clans?)")
"""Of which those counted are: "four women of one family"."""
NEW_COUNT = re.compile(r"\b(?:figure|toll|total|number|count|tally|estimate)s?\b[^.;:]*$", re.IGNORECASE)
"""Before a number that counts all again, after one that counted some: "... 132 women. The last figure was 627"."""
FEW = 10  # people who may be asked one by one
TELLS = re.compile(
    r"\s+(?:[\w.’'-]+\s+){0,6}?(?:[\w’'-]+, (?:who|both|all|speaking)\b[^.;:!?,]{1,80}, )?"
    r"(?:said|says?|told|tells?|indicate|confirmed|reported|added|recalled|described|"
    r"contradict\w*|contacted|reached|interviewed|spoke|asked|agreed|disagreed|denied|insisted)\b"
    r"(?! (?:killed|dead|missing|injured|wounded|captured))",
    re.I,
)
SEVERAL = re.compile(r"(?:several|(?:quite )?a few|some|a couple of)", re.I)  # of things that is no count
THE = re.compile(r"\b(?:the|its|their) $", re.I)
LARGEST = re.compile(r"\s+(?:\w{2,}est|main|most \w+|biggest|major|other|sides|parties|countries|governments)\b", re.I)
BRINGING = re.compile(r"\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|rais(?:es|ed|ing))\b[^.;:!?]{0,70}\bto\s+$", re.I)
FAR = 250  # characters over which whose people are counted goes on
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
            figure = _figure(scene, sentence, quantity, out, last)
            if figure:
                out.append(figure)
                at.append(number)
    return out


def _figure(
    scene: Scene, sentence: Span, quantity: Quantity, counted: Sequence[Figure], last: Figure | None
) -> Figure | None:
    at = Span(sentence.start + quantity.span.start, sentence.start + quantity.span.end)
    if _is_measure(scene, at, quantity):
        return None
    statement = counter_at(scene, sentence, at)
    who = people_counted(scene.text[sentence.start : sentence.end], quantity.span)
    what, of, noun = _counted(scene, sentence, at, quantity, statement, who, last)
    unit = _unit(what, quantity, noun)
    is_part = last is not None and _is_part(scene, sentence, at, quantity, what, last)
    if last and (is_part or (not what and _is_carried(scene, sentence, at, quantity, last))):
        anew = (
            not is_part and last.span.start < sentence.start and NEW_COUNT.search(scene.text, sentence.start, at.start)
        )
        who = who or (() if anew else tuple(last.who.split("; ")))
        own = of if OF_THE_HARMED.match(scene.text, at.end) else ""
        what, of, unit = last.what, own or last.of, last.unit
    if not what or (what not in (*HARM, *DEALT) and _counts_nothing(scene, sentence, at, quantity, what)):
        return None
    if what not in (*PEOPLE, *DEALT) and SEVERAL.fullmatch(scene.text, at.start, at.end):
        return None
    if (
        last
        and last.what in HARM
        and (not quantity.unit or who)
        and OWN_AS.search(scene.text, sentence.start, at.start)
    ):
        what, unit = last.what, last.unit
        of = statement.party if statement and "; " not in statement.party else ""
    elif last and (last.what == what or {last.what, what} <= {*HARM}):
        of = of or _carried_on(scene, at, what, who, last)
        change = FROM in last.note and last.span.start >= sentence.start
        if not who and (change or _points_back(scene, sentence, at)):
            who = tuple(last.who.split("; "))
    if statement and statement.party and what in HARM and OTHERS_LOST.search(scene.text, sentence.start, at.start):
        of = "enemy"
    if statement and what in ("distance", "inhabitants") and _only_names(scene, statement):
        statement = None
    as_of = statement.said if statement and statement.said else (scene.anchor.isoformat() if scene.anchor else None)
    figure = Figure(
        report=scene.report.id,
        statement=statement.id if statement else None,
        what=what,
        of=of,
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        wording=quantity.wording,
        unit=unit,
        new=None if is_of_all(scene.text, at, sentence.start) else is_new(scene, sentence, at, quantity, what, counted),
        as_of=as_of,
        by=statement.speaker if statement else "",
        span=at,
        note=quantity.because if FROM in quantity.because else "",
        who="; ".join(each for each in who if each not in ITSELF.get(what, ())) if what in PEOPLE else "",
        since=None if what in STATIC else since_of(scene, sentence, at),
    )
    return _set_beside(scene, sentence, figure, statement, last if is_part else None, last)


def _counted(
    scene: Scene,
    sentence: Span,
    at: Span,
    quantity: Quantity,
    statement: Statement | None,
    who: Sequence[str],
    last: Figure | None,
) -> tuple[str, str, str]:
    """What a number counts, of whom, and by which noun, after the one before it."""
    noun = noun_of(scene.text, at.end, quantity.unit)
    if not noun and last and _points_back(scene, sentence, at) and not AMONG_THE_DEALT.match(scene.text, at.end):
        noun = last.unit
    what, of = _what(scene, sentence, at, quantity, noun, statement, who)
    if last and last.what == TOGETHER and not noun and BRINGING.search(scene.text, sentence.start, at.start):
        what = TOGETHER  # "lost 40 killed and wounded, bringing all losses to 600"
    if last and last.what in DEALT and _is_of_the_dealt(scene, sentence, at, last):
        what, noun = last.what, noun if is_people(noun) else ""
    return what, of, noun


def _points_back(scene: Scene, sentence: Span, at: Span) -> bool:
    """Whether a number counts some of those just counted: "seven of them", but not "inside 5,000 of them"."""
    return OF_THEM.match(scene.text, at.end) is not None and not INSIDE.search(scene.text, sentence.start, at.start)


def _is_beside(scene: Scene, sentence: Span, figure: Figure, last: Figure) -> bool:
    """Whether a number counts other people of the same toll than the one before it: "11 students and two teachers"."""
    alike = (last.what, last.new, last.since) == (figure.what, figure.new, figure.since) and last.what in HARM
    apart = last.who and figure.who and not {*last.who.split("; ")} & {*figure.who.split("; ")}
    between = Span(last.span.end, figure.span.start)
    joined = JOINED.fullmatch(scene.text, between.start, between.end)
    goes_on = joined and (joined["and"] or AND_SO_MANY.match(scene.text, figure.span.end, sentence.end))
    return bool(
        alike
        and apart
        and last.span.start >= sentence.start
        and goes_on
        and not OF_THEM.match(scene.text, figure.span.end)
        and not INCLUDING.search(scene.text, sentence.start, between.end)
    )


def _carried_on(scene: Scene, at: Span, what: str, who: Sequence[str], last: Figure) -> str:
    """Whose people a number without a side counts: those of the number before it in its paragraph, if of one kind."""
    near = at.start - last.span.end < FAR and "\n\n" not in scene.text[last.span.end : at.start]
    alike = not who or set(who) == set(last.who.split("; "))
    return last.of if last.what == what and near and alike else ""


def _set_beside(
    scene: Scene, sentence: Span, figure: Figure, statement: Statement | None, whole: Figure | None, last: Figure | None
) -> Figure:
    """A figure with a note where it is no count that stands: denied by who names it, taken back, part of another."""
    whose = rejected_by(scene, statement, sentence, figure.span) if figure.best != 0 else None
    if whose is not None and statement:
        return replace(figure, by=whose, note=denied_by(statement.speaker))
    if figure.note:
        return figure
    if is_taken_back(scene, sentence, figure.span, figure.what, last):
        return replace(figure, note=TAKEN_BACK, new=None)
    if last and _is_beside(scene, sentence, figure, last):
        return replace(figure, note=BESIDE)
    alike = whole is not None and (figure.what, figure.of, figure.who) == (whole.what, whole.of, whole.who)
    pointed = OF_THEM.match(scene.text, figure.span.end) or AMONG.match(scene.text, figure.span.end)
    return replace(figure, note=PART) if alike and pointed else figure


def _unit(what: str, quantity: Quantity, noun: str) -> str:
    """The unit of a figure: people, but households where households are counted."""
    if what == "bodies handed over":
        return "bodies"
    if what in HARM or what in ("inhabitants", "displaced"):
        return quantity.unit if quantity.unit in ("households", "families") else "people"
    return noun or ("people" if what in DEALT else quantity.unit)


def _is_measure(scene: Scene, at: Span, quantity: Quantity) -> bool:
    """True for what says how large or old another thing is: "a nine-storey house", "120 mm guns", "a man of 63"."""
    if AGED.search(scene.text, max(0, at.start - 60), at.start) or MEASURES.fullmatch(quantity.unit):
        return True
    if quantity.best == 1 and KINDRED.fullmatch(quantity.unit) and OF_ONE.search(scene.text, 0, at.start):
        return True
    joined = HYPHENED.match(scene.text, at.end)
    return joined is not None and joined[1].lower() == quantity.unit and quantity.unit not in ("km", "miles", "m")


def _only_names(scene: Scene, statement: Statement) -> bool:
    """True for "Shushi, as they call it": what stands after it is the report's own."""
    return any(CALLS.search(scene.text, cue.start, cue.end) for cue in statement.cue)


def _counts_nothing(scene: Scene, sentence: Span, at: Span, quantity: Quantity, what: str) -> bool:
    """True for "one resident", "no doubt", and the "two people" whom a report is told something by."""
    if what != quantity.unit and " " in what:  # "jets shot down"
        return False
    if quantity.best in (0, 1) and quantity.unit not in ("km", "miles"):
        return True
    if SOURCES.fullmatch(quantity.unit) or (
        (quantity.best or quantity.low or 0) < FEW
        and (not quantity.unit or is_people(quantity.unit))
        and TELLS.match(scene.text, at.end, sentence.end)
    ):
        return True
    if THE.search(scene.text, sentence.start, at.start) and LARGEST.match(scene.text, at.end, sentence.end):
        return True
    return bool(NO_COUNT.search(scene.text, max(0, at.start - 15), at.start)) and quantity.change is None


def _is_part(scene: Scene, sentence: Span, at: Span, quantity: Quantity, what: str, last: Figure) -> bool:
    """Whether a number counts some of those just counted: "seven of them", "four children among them", "47 names"."""
    if last.what not in HARM:
        return False
    if _points_back(scene, sentence, at):
        return right_at(scene.text, sentence, at) in ("", last.what)
    if what in HARM:
        return False
    listed = last.what == "killed" and LISTED.fullmatch(quantity.unit)
    return bool(AMONG.match(scene.text, at.end, at.end + 50) or listed)


def _is_of_the_dealt(scene: Scene, sentence: Span, at: Span, last: Figure) -> bool:
    """Whether a number counts some of those freed or exchanged: "freed 1,200 prisoners, including 26 women"."""
    if AMONG_THE_DEALT.match(scene.text, at.end):
        return True
    return last.span.start >= sentence.start and INCLUDING.search(scene.text, last.span.end, at.start) is not None


def _is_carried(scene: Scene, sentence: Span, at: Span, quantity: Quantity, last: Figure) -> bool:
    """Whether a number without a noun counts what the number before it counted: "the list now runs to 72"."""
    if quantity.unit or last.what in ("distance", "inhabitants") or quantity.best in (0, None):
        return False
    if at.start == sentence.start:
        return scene.text[at.start].isalpha() and ENDED.match(scene.text, at.end, at.end + 40) is not None  # no "3."
    before = CARRIED.search(scene.text, max(sentence.start, at.start - 20), at.start)
    return bool(before) and ENDED.match(scene.text, at.end, at.end + 40) is not None


def _what(
    scene: Scene,
    sentence: Span,
    at: Span,
    quantity: Quantity,
    noun: str,
    statement: Statement | None,
    who: Sequence[str],
) -> tuple[str, str]:
    """What the number counts, and of whom or between what; ("", "") where it counts nothing."""
    words = scene.text[max(sentence.start, at.start - NEAR) : min(sentence.end, at.end + NEAR)]
    unit = quantity.unit
    if unit in ("km", "miles", "m") or re.fullmatch(r"met(?:er|re)s|feet|nautical miles", unit):
        return ("distance", _ends(scene, sentence, at)) if DISTANCE.search(words) else ("", "")
    if NOT_COUNTED.search(unit):
        return "", ""
    thing = done_to_things(scene.text, sentence, at, noun)
    people = not thing and (not noun or is_people(noun))
    of = owner_at(scene, sentence, at, statement, thing=thing, noun=noun, people=people, who=who)
    if thing:
        return thing, of
    if noun != unit and THINGS.search(noun):
        return noun, of
    dealt = done_to_people(scene.text, sentence, at) if not noun or is_people(noun) else ""
    if dealt:
        return dealt, of
    if unit == "people" and OWNED.search(scene.text, max(sentence.start, at.start - 10), at.start):
        before = [n.words for n in scene.inside(sentence, "place") if n.span.end <= at.start]
        return "inhabitants", before[-1] if before else of
    if PEOPLED.search(scene.text, max(sentence.start, at.start - 40), at.start) and unit in ("", "people", "souls"):
        before = [n.words for n in scene.inside(sentence) if n.span.end <= at.start]
        return "inhabitants", before[-1] if before else of
    harmed = right_at(scene.text, sentence, at)
    if harmed or nearest(scene.text, Span(sentence.start, min(sentence.end, at.end + NEAR // 3)), at, ahead=True):
        pass  # "wounded four residents", "eleven inhabitants drowned"
    elif unit == "residents" and (quantity.best or quantity.low or 0) < FEW:
        pass  # "three residents were freed"
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
    fate = harm_of(scene.text, sentence, at, unit, single=quantity.best == 1)
    if fate:
        return fate, of
    return (unit, of) if unit and unit not in ("%", "lives") else ("", "")


OTHERS_LOST = re.compile(
    rf"\b(?:enemy|{NOT_OWN}s?)(?:['’]s?)? (?:losses|casualties|dead|deaths|toll)\b[^.;:]{{0,25}}$",
    re.I,
)


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
