"""Whom a number counts: soldiers, civilians, children, police ..., from the words that stand by the number.

What became of them (killed, displaced) is another question. Where the words name no group, or only say what some of
them were ("most of them civilians"), the answer is "": a gap stays a gap. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.types import Span
from sayso.values.number_words import GAP, any_of, plain
from sayso.values.on_board import load_table

_TABLE = load_table("people")
_GROUPS = {word: group for group, words in _TABLE["groups"].items() for word in words}
_BEFORE = {word: group for group, words in _TABLE["before"].items() for word in words}
_REACH = 90
"""Characters on either side of a number in which its group is looked for."""

_HARM = (
    r"(?:dead|deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|losses|tolls?|death tolls?|victims?|injuries|lives"
    r"|killed|wounded|injured)"
)
_WORD = r"[^\W\d_][\w'’-]*"


@cache
def _after() -> re.Pattern[str]:
    """What may stand between a number and its group: "12 other Velmaran soldiers and three"; no verb, no mark."""
    groups = any_of(list(_GROUPS))
    stop = (
        r"(?:were|was|are|is|have|has|had|in|at|by|from|near|on|after|when|who|while|and|or|but|as|including|with|to|"
        r"mostly|mainly|largely|chiefly|predominantly|killed|wounding|injuring|against)"
    )
    word = rf"(?!{stop}\b){_WORD}"
    return re.compile(
        rf"(?:{GAP}of{GAP}(?:the|them|whom|its|their|our|those|these))?(?:[\s“\"‘'‐-]+{word}){{0,4}}?[\s“\"‘'‐-]*\b(?P<group>{groups})\b"
        rf"(?!['’]|{GAP}(?:and{GAP}\w+{GAP})?(?:village|town|convoy|vehicle|car|bus|station|camp|hospital|school|post|base))",
        re.IGNORECASE,
    )


@cache
def _further() -> re.Pattern[str]:
    """One more group of the same number: "12 women and children", "soldiers, policemen and"."""
    return re.compile(
        rf"{GAP}?(?:,|/|(?:,?{GAP}(?:and|or|and/or)\b)){GAP}?(?P<group>{any_of(list(_GROUPS))})\b", re.IGNORECASE
    )


@cache
def _adjective() -> re.Pattern[str]:
    """As in "12 civilian deaths", "some 40 military dead"."""
    return re.compile(
        rf"(?:{GAP}(?:more|other|new|further|additional))?{GAP}(?P<group>{any_of(list(_BEFORE))}){GAP}{_HARM}\b",
        re.IGNORECASE,
    )


@cache
def _said_of_all() -> re.Pattern[str]:
    """As in "12 people, all of them children", "all 12 were civilians", "12 dead, both journalists"."""
    whole = r"(?:all|both|every one|each)(?: of (?:them|whom))?(?:,? (?:were|are))?"
    return re.compile(
        rf"[^.;:!?\n\d]{{0,50}}?[,(–—-]\s*{whole}\s+(?:{_WORD}\s+){{0,2}}?(?P<group>{any_of(list(_GROUPS))})\b"
        rf"|(?:{GAP}of{GAP}(?:them|whom|those|these|the{GAP}{_WORD}))?(?:{GAP}{_HARM})?{GAP}(?:were|are|was|is|being){GAP}"
        rf"(?P<later>{any_of(list(_GROUPS))})\b",
        re.IGNORECASE,
    )


@cache
def _heading() -> re.Pattern[str]:
    """As in "The civilian death toll rose to", "civilians killed rose to", "soldiers killed:" before a number."""
    told = r"(?:rose|risen|rises|grew|climbed|fell|stood|stands|reached|came|is|was|are|has|had|now|to|at|as)"
    noun = _HARM.replace("|killed|wounded|injured", "")
    return re.compile(
        rf"\b(?:(?P<adjective>{any_of(list(_BEFORE))})(?:{GAP}{noun})+|"
        rf"(?P<group>{any_of(list(_GROUPS))}){GAP}(?:{_WORD}{GAP})?{_HARM}(?={GAP}?:|{GAP}{told}\b))"
        rf"(?:(?!\b(?:and|or|including)\b|,)[^.;!?\n\d]){{0,60}}\Z",
        re.IGNORECASE,
    )


PERSONS = ("men", "people", "persons", "women")
"""Nouns for people that name no group by themselves."""

_ENDING = re.compile(r"(?:men|women|folk|ians|ists|eers|stans?|ants|ees|inees)$|^\w{3,}[^aeiou\W](?:ers|ors)$")
_NO_PEOPLE = re.compile(
    r"(?:towers?|containers?|trailers?|launchers?|carriers?|helicopters?|quarters|headquarters|papers?|letters?|numbers?|"
    r"rivers?|centers?|theat(?:er|re)s?|shelters?|borders?|met(?:er|re)s|trackers?|tankers?|freighters?|boosters?|"
    r"transformers?|cent(?:er|re)s|reactors?|corridors?|sectors?|motors?|tractors?|doors|floors|mortars|howitzers?|"
    r"interceptors?|computers?|powers|orders|matters|chapters?|plants|restaurants|pants|committees|trees|degrees|knees|"
    r"generators?|elevators?|bunkers?|cruisers?|destroyers?|bombers?|warrants|grants|variants|craters?|layers|winters|"
    r"summers|corners|dinners|offers|answers|covers|disasters|colou?rs|errors|factors|mirrors|fees|coffees|bulldozers|"
    r"loudspeakers|barriers|couriers|cylinders|fenders|registers|servers|routers|printers|cruisers|trawlers|steamers)$",
    re.IGNORECASE,
)
_OTHERS = (
    "adolescents adults agents aides arrivals bodies bodyguards brethren brothers captains casualties chiefs "
    "citizens colleagues colonels companions compatriots comrades cooks corpses couples cousins crew daughters "
    "dead deaths deportees dignitaries drivers elders evacuees families family friars friends generals guests "
    "grandparents "
    "heads homeless households husbands individuals injuries lives majors man martyrs members missionaries names "
    "nationals neighbors neighbours nephews nurses occupants officers orphans others parents person personnel "
    "persons relatives remains scholars scouts scribes serfs sisters sons souls spies spouses staff survivors "
    "teenagers tribesmen uncles victims widows witnesses wives woman youngsters youths "
).split()
_KNOWN = {*PERSONS, *_GROUPS, *(word.split()[-1] for word in _GROUPS), *_OTHERS}


def is_people(noun: str) -> bool:
    """Whether a noun is known to mean people: by the table of groups, some more words, or its ending.

    >>> is_people("soldiers"), is_people("beekeepers"), is_people("towers"), is_people("storeys")
    (True, True, False, False)
    """
    word = noun.lower()
    return word in _KNOWN or bool(_ENDING.search(word) and not _NO_PEOPLE.search(word))


def people_counted(text: str, number: Span) -> tuple[str, ...]:
    """The groups of people that the number at ``number`` counts, as the text has them in order; () for none said.

    Args:
        text: running text, at least the sentence of the number.
        number: where the number stands in it.

    >>> people_counted("Some 12 women and children were killed.", Span(5, 7))
    ('women', 'children')
    >>> people_counted("The civilian death toll rose to 40.", Span(32, 34))
    ('civilians',)
    """
    end = min(len(text), max(0, number.end) + _REACH)
    start = max(0, number.start - _REACH)
    adjective = _adjective().match(text, number.end, end)
    if adjective:
        return (_BEFORE[plain(adjective["group"])],)
    found = _after().match(text, number.end, end)
    if found:
        return _with_further(text, found, end)
    whole = _said_of_all().match(text, number.end, end)
    if whole:
        return (_GROUPS[plain(whole["group"] or whole["later"])],)
    ahead = _heading().search(text, start, max(0, number.start))
    if ahead:
        return (_BEFORE[plain(ahead["adjective"])] if ahead["adjective"] else _GROUPS[plain(ahead["group"])],)
    return ()


def _with_further(text: str, found: re.Match[str], end: int) -> tuple[str, ...]:
    groups, at = [_GROUPS[plain(found["group"])]], found.end()
    while more := _further().match(text, at, end):
        groups.append(_GROUPS[plain(more["group"])])
        at = more.end()
    return tuple(dict.fromkeys(groups))
