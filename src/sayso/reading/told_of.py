"""What is told of a number beside what it counts: from when on, newly or in all, taken back, or only denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.claim_scene import Scene
from sayso.reading.harm import NEAR
from sayso.types import Figure, Quantity, Span, Statement
from sayso.values.dates import resolve_all
from sayso.values.figure_notes import TAKEN_BACK
from sayso.values.number_words import SMALL_CARDINAL

PARTED = re.compile(r"[;:]|\b(?:while|but|whereas)\b")
LATELY = re.compile(
    r"\b(?:in|over|during|within) the (?:past|last|previous) (?:day|night|24 hours|twenty-four hours)\b|\bovernight\b"
    r"|\bthis week\b"
    r"|\b(?:in|during) the night\b",
    re.I,
)
FAR = 250  # characters behind a count in which "another five" still adds to it
_RECORD = re.compile(
    r"\b(?:heaviest|worst|deadliest|bloodiest|biggest|largest|gravest|fiercest|most (?:serious|deadly|violent))\b"
    r"[^.;:\d]{0,70}(?:\bsince\b[^.;:\d]{0,40})?$",
    re.I,
)
"""What nothing is counted from: "the worst attack since 2014"."""
_COUNTS = re.compile(r"\d[\d.,]*\s+(?:(?!January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec)\w+)")
_STANDS = r"(?:has|had|have|now|is|was|stands?|stood|rose|risen|climbed|came|comes|up)"
_LEADS = re.compile(
    rf"[,\s]*(?:{_STANDS}\s+){{0,3}}(?:to|at|is|was|of|reached)\s+"
    r"(?:[a-z]+\s+){0,2}$",
    re.I,
)
_OF_ANOTHER = re.compile(
    rf"[,\s]*(?:{_STANDS}\s+){{0,3}}(?:to|reached)\s+"
    rf"(?:[a-z]+\s+){{0,3}}?(?:\d|{SMALL_CARDINAL})",
    re.I,
)
_ALSO = re.compile(r"\s+(?:[a-z]+\s+)?others?\b", re.I)
_ANOTHER = re.compile(r"\banother\s+(?:\w+\s+){0,2}$", re.I)
_TOLD = (
    r"(?:report(?:ed|s|ing)?|figures?|tolls?|counts?|counted|estimates?d?|numbers?|tall(?:y|ies)|totals?|statements?|spoken|"
    r"spoke|gave|given|giving|put|announced|named|claimed|said)"
)
_SOME = (
    r"(?:(?:about|some|around|at least|more than|over|up to|nearly|as|a|the|that|only|just|to|of|at|was|had been)\s+)*"
)
_NOUN = r"(?:figures?|tolls?|counts?|reports?|estimates?|numbers?|tall(?:y|ies)|totals?|statements?)"
_TAKEN_BACK = re.compile(
    rf"\b(?:(?:earlier|previous|initial|first|original|preliminary|provisional|prior)\s+(?:[\w’'-]+\s+){{0,2}}?"
    rf"{_NOUN}\s+(?:[\w’'-]+\s+){{0,2}}?{_SOME}"
    rf"|(?:earlier|previously|initially|at first|first|originally)\s+(?:[a-z]+\s+){{0,3}}?"
    rf"{_TOLD}\s+(?:(?:the|a|its|his|their|toll|number|figure|count|death|dead|of|as|at|that|out|there|were|was|only)\s+){{0,5}}?{_SOME}"
    rf"|(?:revis|correct|lower|reduc|cut|brought|scal)\w*\s+(?:downwards?|upwards?|down|up|it)?\s*from\s+{_SOME}"
    rf"|(?:down|up) from\s+{_SOME}"
    rf"|[,(–—-]\s*(?:and |but )?not\s+{_SOME})\s*[“\"‘']?$",
    re.I,
)
_NOT = re.compile(rf"\bnot\s+{_SOME}\s*[“\"‘']?$", re.I)
_THEN = re.compile(rf"(?:,|\band|\bor)?\s*\b(?:then|later|and)\s+(?:of|at|to|with)?\s*{_SOME}$", re.I)
_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|"
    r"ridicul(?:es|ed|ing)|contest(?:s|ed|ing)?)\b",
    re.I,
)
_SAYS_HIMSELF = re.compile(
    r"\b(?:say(?:s|ing)|said|add(?:s|ed|ing)|insist(?:s|ed|ing)?|put(?:s|ting)? the|giving|but|while|only)\b|[.!?;]\s",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:reports?|claims?|allegations?|accusations?|figures?|estimates?|statements?|assertions?|tolls?|accounts?)\b",
    re.I,
)

_THAT = re.compile(r"\b(?:that|of|about)\b")


def since_of(scene: Scene, sentence: Span, at: Span) -> str | None:
    """The day that a number counts from: by the "since" that leads to it, that after it, or that opens its sentence.

    "Those killed since May to 61, and all since June to 900": each "since" leads to the number behind it.
    """
    words, text = scene.text[sentence.start : sentence.end], scene.text
    if "since" not in words.lower():
        return None
    begun = [
        (Span(phrase.span.start + sentence.start, phrase.span.end + sentence.start), days.first)
        for phrase, days in resolve_all(words, scene.anchor)
        if days.first and days.last is None and "since" in days.because.lower()
    ]
    begun = [
        (span, day) for span, day in begun if not _RECORD.search(text, max(sentence.start, span.start - 80), span.start)
    ]
    leading = [
        day for span, day in begun if span.end <= at.start and _LEADS.fullmatch(text, span.end, at.start) is not None
    ]
    later = [
        day
        for span, day in begun
        if span.start >= at.end
        and not PARTED.search(text, at.end, span.start)
        and not _OF_ANOTHER.match(text, span.end, sentence.end)
    ]
    opening = [
        day
        for span, day in begun
        if span.start < at.start
        and not _COUNTS.search(text, sentence.start, span.start)
        and not (_OF_ANOTHER.match(text, span.end, at.start))
    ]
    chosen = leading[-1:] or later[:1] or opening[-1:]
    return chosen[0].isoformat() if chosen else None


def is_new(
    scene: Scene, sentence: Span, at: Span, quantity: Quantity, what: str, counted: Sequence[Figure]
) -> bool | None:
    """Whether a number is an increment; "others" and "another" are one only after a count of the same thing.

    Args:
        scene: the report.
        sentence: the number's.
        at: where it stands in the report.
        quantity: the number, with what its own words say.
        what: what it counts.
        counted: the figures that the report has told before.
    """
    if quantity.change is None:
        return True if _is_lately(scene, sentence, at) else None
    start = at.start + len("another ") if scene.text[at.start :].lower().startswith("another ") else at.start
    beside = _ALSO.match(scene.text, at.end) or _ANOTHER.search(scene.text, sentence.start, start)
    if quantity.change and beside and not any(each.what == what and _is_near(scene, each.span, at) for each in counted):
        return None
    return quantity.change


def _is_near(scene: Scene, one: Span, other: Span) -> bool:
    """Whether two numbers stand in one paragraph and not far apart."""
    return other.start - one.end < FAR and "\n\n" not in scene.text[one.end : other.start]


def _is_lately(scene: Scene, sentence: Span, at: Span) -> bool:
    """Whether a number is of the past day alone: no total."""
    for match in LATELY.finditer(scene.text, max(sentence.start, at.start - NEAR), min(sentence.end, at.end + NEAR)):
        low, high = min(at.end, match.end()), max(at.start, match.start())
        if not re.search(r"\d|,|\bof (?:whom|them)\b", scene.text[low:high]):
            return True
    return False


def is_taken_back(scene: Scene, sentence: Span, at: Span, what: str, last: Figure | None) -> bool:
    """Whether a number is told as an earlier one: "an earlier figure of 64", "revised from 23", "13 killed, not 23"."""
    text, start = scene.text, max(sentence.start, at.start - NEAR)
    if _NOT.search(text, start, at.start):
        near = last is not None and last.what == what and last.span.start >= sentence.start
        return near and _TAKEN_BACK.search(text, start, at.start) is not None
    if _TAKEN_BACK.search(text, start, at.start):
        return True
    chained = last is not None and last.note.startswith(TAKEN_BACK) and last.span.start >= sentence.start
    return chained and last is not None and _THEN.search(text, last.span.end, at.start) is not None


def rejected_by(scene: Scene, statement: Statement | None, sentence: Span, at: Span) -> str | None:
    """Whose number it is that the speaker of a statement only rejects, "" for nobody named; None for his own number."""
    if statement is None or not any(
        each.stance == "denies" and each.speaker == statement.speaker and _holds(each, at)
        for each in (statement, *scene.statements)
    ):
        return None
    denials = list(_REJECTS.finditer(scene.text, sentence.start, at.start))
    denial = denials[-1] if denials else None
    if denial is None or _SAYS_HIMSELF.search(scene.text, denial.end(), at.start):
        return None
    report = _REPORT.search(scene.text, denial.end(), at.start)
    if report is None:
        return ""
    that = _THAT.search(scene.text, report.end(), at.start)
    names = [n.words for n in scene.inside(Span(denial.end(), that.start() if that else at.start))]
    return names[0] if names else ""


def _holds(statement: Statement, at: Span) -> bool:
    return any(piece.start <= at.start < piece.end for piece in (*statement.content, *statement.cue))
