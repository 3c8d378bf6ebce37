"""When it happened: the first date in the words of a claim, else the one with which its sentence opens.

The date on which a truce was signed that was broken is not that of the breach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.reading.claim_scene import Scene
from sayso.types import Interval, Span, cover
from sayso.values.dates import DatePhrase, resolve_all
from sayso.values.places import resolve_place
from sayso.values.zones import local_day, read_utc

CLOCK = 30  # characters beside a date in which its hour stands
_AGREED = (
    r"(?:cease-?fire|truce|armistice|accords?|agreement|deal|treaty|pact|declaration|memorandum|resolution|protocol)"
)
_SIGNED_ON = re.compile(
    rf"\b{_AGREED}(?: [\w’'-]+){{0,2}}? (?:signed|agreed|reached|concluded|brokered|mediated|announced|adopted|struck|"
    r"sealed|dated|of|from)\b[^.;,()]{0,50}$",
    re.IGNORECASE,
)
_OF_THAT_DAY = re.compile(rf"(?:['’]s)? (?:[\w’'-]+ )?{_AGREED}\b", re.IGNORECASE)
_OF_THE_AGREEMENT = ("talks", "plan", "demand")
_SINCE = re.compile(r"\bsince (?:the |a )?(?:[\w’'-]+ ){0,2}$", re.IGNORECASE)
_BROKEN = re.compile(r"\b(?:violat|breach|br(?:eak|oke)|infring|accus|contraven)", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:(?:and|but|meanwhile|separately|also),? )?(?:in|on|during|late|early|earlier|overnight|that|last|"
    r"yesterday|today|at|shortly)\b[^.;:“”\"]*,?\s*$",
    re.IGNORECASE,
)
"""What may stand before what happened: "In a separate strike on Tuesday,"."""
_HAPPENS = ("attack", "casualties", "fighting", "control", "equipment", "displacement", "responsibility")


def when_of(scene: Scene, span: Span, kind: str, place: str) -> str | None:
    """When it happened, by the first date in ``span``; the day at ``place`` where an hour of UTC is given with it.

    Args:
        scene: the report.
        span: the words of a claim.
        kind: of the claim.
        place: of the claim.
    """
    found = next(_dates(scene, span, kind), None)
    if found is None and kind in _HAPPENS:
        opening = _opening(scene, span)
        dates = [each for each in _dates(scene, opening, kind) if each[1].last] if opening else []
        found = dates[-1] if dates else None
        span = opening if found and opening else span
    if found is None:
        return None
    phrase, interval = found
    first, last = interval.first, interval.last
    return _day(scene, span, phrase, first, place) if first == last and first else _days(first, last)


def _dates(scene: Scene, span: Span, kind: str) -> Iterator[tuple[DatePhrase, Interval]]:
    """The dates in ``span`` but for those on which an agreement was made, unless that is what the claim is about."""
    words = scene.text[span.start : span.end]
    broken = kind == "truce" and _BROKEN.search(words) is not None
    for phrase, interval in resolve_all(words, scene.anchor):
        before = _SIGNED_ON.search(words[: phrase.span.start])
        signed = before or _OF_THAT_DAY.match(words, phrase.span.end)
        since = interval.last is None or (before and _SINCE.search(words[: before.start()]))
        if not signed or since or kind in _OF_THE_AGREEMENT or (kind == "truce" and not broken):
            yield phrase, interval


def _opening(scene: Scene, span: Span) -> Span | None:
    """What stands before ``span`` in its sentence, if that is an adverbial and no words of who speaks."""
    sentence = next((s for s in scene.sentences if s.start <= span.start < s.end), None)
    if sentence is None or not _OPENS.match(scene.text[sentence.start : span.start]):
        return None
    for statement in scene.statements:
        spoken = [*statement.source, *statement.cue]
        if spoken and cover(spoken).start < span.start and sentence.start < cover(spoken).end:
            return None
    return Span(sentence.start, span.start)


def _day(scene: Scene, span: Span, phrase: DatePhrase, day: date, place: str) -> str:
    near = Span(max(span.start, span.start + phrase.span.start - CLOCK), span.start + phrase.span.end + CLOCK)
    moment = read_utc(scene.text[near.start : min(near.end, span.end)], day)
    where = resolve_place(place) if moment and place else None
    local = local_day(moment, where) if moment and where else None
    return (local.day if local else day).isoformat()


def _days(first: date | None, last: date | None) -> str:
    return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"
