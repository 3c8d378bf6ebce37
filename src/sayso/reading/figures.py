"""Numbers of a report as figures: what is counted, of whom, who counts, as of when, new or in all."""

from __future__ import annotations

import re

from sayso.reading.claims import HARM, SETTLEMENTS, Scene, holder_of
from sayso.types import Figure, Quantity, Span
from sayso.values.numbers import find_quantities

NOT_COUNTED = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|o'clock|times?|years old|a\.?m|p\.?m)\b", re.I
)
DISTANCE = re.compile(r"\b(?:from|to|away|apart|off|north|south|east|west|inside|outside|of)\b", re.I)
INHABITANTS = re.compile(r"\b(?:inhabitants?|residents|population|souls)\b", re.I)
DISPLACED = re.compile(r"\b(?:displaced|driven from|fled|homes|on the run|refugees?|evacuat\w+)\b", re.I)
NEAR = 70  # characters around a number in which the words that say what it counts must stand


def read_figures(scene: Scene) -> list[Figure]:
    """The figures of a report in reading order. Numbers that count nothing (dates, ages, times) are left out."""
    out = []
    for sentence in scene.sentences:
        words = scene.text[sentence.start : sentence.end]
        for quantity in find_quantities(words):
            figure = _figure(scene, sentence, quantity)
            if figure:
                out.append(figure)
    return out


def _figure(scene: Scene, sentence: Span, quantity: Quantity) -> Figure | None:
    at = Span(sentence.start + quantity.span.start, sentence.start + quantity.span.end)
    what, of = _what(scene, sentence, at, quantity)
    if not what:
        return None
    statement = holder_of(scene.statements, at)
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
        unit="people" if what in HARM or what in ("inhabitants", "displaced") else quantity.unit,
        new=quantity.change,
        as_of=as_of,
        by=statement.speaker if statement else "",
        span=at,
        note=quantity.because if "from" in quantity.because else "",
    )


def _what(scene: Scene, sentence: Span, at: Span, quantity: Quantity) -> tuple[str, str]:
    """What the number counts, and of whom or between what; ("", "") where it counts nothing."""
    words = scene.text[max(sentence.start, at.start - NEAR) : min(sentence.end, at.end + NEAR)]
    unit = quantity.unit
    if unit in ("km", "miles") or re.fullmatch(r"met(?:er|re)s|feet|nautical miles", unit):
        return ("distance", _ends(scene, sentence, at)) if DISTANCE.search(words) else ("", "")
    if NOT_COUNTED.search(unit):
        return "", ""
    sides = [n for n in scene.inside(sentence) if n.party]
    of = min(sides, key=lambda n: abs(n.span.start - at.start)).party if sides else ""
    if INHABITANTS.search(unit) or INHABITANTS.search(scene.text[at.end : at.end + 25]):
        places = [n.words for n in scene.inside(sentence, "place")]
        return "inhabitants", places[0] if places else of
    if DISPLACED.search(words):
        return "displaced", of
    for name, pattern in HARM.items():
        if re.search(rf"\b(?:{pattern})", words, re.I):
            return name, of
    if SETTLEMENTS.search(unit):
        return "settlements", of
    return (unit, of) if unit and unit != "%" else ("", "")


def _ends(scene: Scene, sentence: Span, at: Span) -> str:
    """What lies apart: the first place named before the number and the first after it."""
    places = [n for n in scene.inside(sentence) if n.kind in ("place", "home", "region")]
    before = [n.words for n in places if n.span.start < at.start][:1]
    after = [n.words for n in places if n.span.start > at.end][:1]
    return " - ".join(dict.fromkeys(before + after))
