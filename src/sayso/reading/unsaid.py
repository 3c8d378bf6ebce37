"""Passages of a report in which nobody claims anything now: notes on what an earlier version said, tables, and lines
beside the report (``asides``). No statement is made of them; and none runs on from one turn of talk into the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.reading.asides import asides
from sayso.reading.asked import is_asked
from sayso.reading.interviews import questions_in
from sayso.reading.roster import source_words
from sayso.reading.sentences import trim
from sayso.types import Attribution, Claim, Problem, Report, Span, cover

TURN = re.compile(r"^[ \t]*(?P<label>[A-ZÀ-Þ][\w.’']*(?: [A-ZÀ-Þ][\w.’']*){0,3})[ \t]*:(?=\s)", re.MULTILINE)
KIND_OF_TEXT = frozenset(
    "interview analysis opinion exclusive live update updated breaking video watch explainer comment factbox timeline "
    "profile correction corrected clarification".split()
)
"""What a headline may set before a colon that is nobody's name."""
REPORT = r"(?:story|report|article|dispatch|post|piece|page|item|headline|caption|live ?blog|bulletin|update|version)"
SAYS = (
    r"(?:said|says|stated|gave|put|misstated|misidentified|misspelled|misspelt|reported|wrote|named|quoted|referred|"
    r"attributed|incorrectly|wrongly|mistakenly|erroneously|had|should have)"
)
OLD = r"(?:earlier|previous|first|original|prior)"
EARLIER = re.compile(
    rf"\b(?:an?|the|our) {OLD} (?:version|edition|headline|caption|post|update) of (?:this|our|the|that) {REPORT}\b|"
    rf"\bth(?:is|e) (?:version|{REPORT}) (?:corrects|fixes|amends|removes|clarifies)\b|"
    rf"\bthis (?:story|article|dispatch|post|live ?blog) {SAYS}\b|"
    rf"\bthis {REPORT} (?:has been|was|is) (?:corrected|amended|changed|edited)\b|"
    rf"\bin (?:an?|the|our) {OLD} (?:version|edition|{REPORT})\b[^.;\n]{{0,30}}?\b(?:we|it was) {SAYS}\b",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"\W*(?:corrections?|clarifications?|errat(?:um|a)|editor[’']s note|amendment)\b[^\n:–—]{0,30}[:–—]", re.I
)
OF_NOTE = re.compile(
    rf"\b(?:(?:an?|the|our) {OLD} {REPORT}|(?:this|our|the) {REPORT})\b[^.;\n]{{0,60}}?\b{SAYS}\b", re.I
)
CORRECTS = re.compile(
    rf"^(?:[^\n]{{2,110}}?\s[-–—]+\s+)?\W*(?:corrections?\W+)?"
    rf"(?:th(?:is|e) (?:version|{REPORT})(?: of [^.;\n]{{2,60}}?)? )?(?:corrects|fixes|amends|clarifies|refiles)"
    r"\b(?!:)[^.;\n]*?\bto (?:say (?:that )?|read )?",
    re.IGNORECASE,
)
"""`This version of the story corrects the toll to 13, not 23`: what stands after "to" holds, up to what it is not."""
IN_BRACKETS = re.compile(
    r"(?<=[^\s–—-] )[(\[](?:story |version |this )?"
    r"(?:corrects|clarifies|fixes|amends|refiles|removes|deletes|recasts|rewrites|adds|"
    r"updates|changes|inserts)\b[^()\[\]\n]{2,240}[)\]]",
    re.IGNORECASE,
)
"""An agency's note behind a headline on what is new in it: "(corrects toll in paragraph 2, adds comment)"."""
UPDATED = re.compile(
    rf"\bthis {REPORT} (?:has been|was|is) (?:updated|revised)\b[^.;\n]{{0,60}}?\bto "
    r"(?:say|reflect|add|include|note|state|show)(?: that)?\s",
    re.IGNORECASE,
)
PUT = re.compile(
    r"\[(?:[^\W\d_]+ )?(?:reporter|question|questioner|correspondent|journalist|interviewer|moderator|announcer)\]"
    r"[^\[\n]{1,1500}",
    re.IGNORECASE,
)
"""What an interviewer asks, in a script that sets the names of those who talk in square brackets."""
HELD_BEFORE = re.compile(r",? (?:not|instead of|rather than|from|and not) [^.;\n)]*", re.IGNORECASE)
LEFT_OVER = re.compile(r"[\s.)\]]+")
TESTS = re.compile(
    r"(?:(?:the|further|later|more|new|initial|preliminary|subsequent|DNA|genetic|lab|laboratory|forensic|ballistic|blood|"
    r"medical) )*(?:tests?|autops(?:y|ies)|samples|test results|checks)",
    re.IGNORECASE,
)
"""What shows something and is nobody who says it."""
UP_TO = re.compile(r";|\s[–—]\s|(?<=\w), (?:not|but|and not|when in fact|it should)\b")
PIPES = re.compile(r"[^|\n]*\|[^|\n]*\|.*")
GAP = re.compile(r"(?<=[^\s.!?:;”\"])(?:\t+| {2,})(?=\S)")
WIDEST, FEWEST = 160, 3  # characters of a line of a table; rows with two cells or more
Kind = Literal["earlier version", "table", "aside"]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A passage in which nobody claims anything, and what it is."""

    kind: Kind
    span: Span


def unsaid_passages(text: str, sentences: Sequence[Span]) -> list[Unsaid]:
    """All such passages of ``text`` in order."""
    return sorted([*_not_now(text, sentences), *_tables(text)], key=lambda each: each.span)


def _not_now(text: str, sentences: Sequence[Span]) -> Iterator[Unsaid]:
    """Notes on earlier versions, lines beside the report, what an interviewer asks."""
    yield from _earlier_versions(text, sentences)
    yield from (Unsaid("aside", span) for span in asides(text))
    yield from (Unsaid("aside", Span(*put.span())) for put in PUT.finditer(text))
    yield from (Unsaid("aside", span) for span in questions_in(text, sentences))


def _earlier_versions(text: str, sentences: Sequence[Span]) -> Iterator[Unsaid]:
    """Sentences that tell what an earlier version said, up to what is said instead; an agency's notes in brackets."""
    yield from (Unsaid("earlier version", Span(*note.span())) for note in IN_BRACKETS.finditer(text))
    yield from (Unsaid("earlier version", Span(*note.span())) for note in UPDATED.finditer(text))
    for sentence in sentences:
        correcting = CORRECTS.match(text[sentence.start : sentence.end])
        if correcting:
            holds = sentence.start + correcting.end()
            wrong = HELD_BEFORE.search(text, holds, sentence.end)
            yield Unsaid("earlier version", Span(sentence.start, holds))
            if wrong:
                yield Unsaid("earlier version", Span(*wrong.span()))
            continue
        start = text.rfind("\n", 0, sentence.start) + 1
        noted = NOTE.match(text, start)
        form = EARLIER.search(text, sentence.start, sentence.end) or (
            noted and OF_NOTE.search(text, sentence.start, sentence.end)
        )
        if form:
            instead = UP_TO.search(text, form.end(), sentence.end)
            yield Unsaid("earlier version", Span(sentence.start, instead.start() if instead else sentence.end))


def _tables(text: str) -> Iterator[Unsaid]:
    """Runs of lines in columns: with strokes between the cells, or with gaps."""
    block: list[tuple[Span, int]] = []
    for line in (*re.finditer(r"[^\n]*(?:\n|$)", text), None):
        words = line[0].rstrip() if line else ""
        cells = 1 + words.count("|") if PIPES.fullmatch(words) else 1 + len(GAP.findall(words.lstrip()))
        if line and words.strip() and len(words) <= WIDEST and (cells > 1 or _stub(words)):
            block.append((Span(line.start(), line.start() + len(words)), cells))
            continue
        yield from _table(text, block)
        block = []


def _stub(words: str) -> bool:
    """A line that may head rows of a table: short, no sentence."""
    return len(words) < 40 and words[-1] not in '.!?”":;,'


def _table(text: str, block: list[tuple[Span, int]]) -> Iterator[Unsaid]:
    rows = [place for place, (_, cells) in enumerate(block) if cells > 1]
    stroked = len(block) > 1 and all(text.startswith("|", span.start) for span, _ in block)
    wide = sum(cells > 2 for _, cells in block)
    if wide >= FEWEST - 1 and (len(rows) >= FEWEST or stroked):
        yield Unsaid("table", cover([span for span, _ in block[rows[0] : rows[-1] + 1]]))


def without_unsaid(report: Report, attributions: Iterable[Attribution], sentences: Sequence[Span]) -> list[Attribution]:
    """The attributions that claim something: none of an earlier version, a table, a line beside the report or the
    credits under it, none that is asked for, none that runs over the border of a turn of talk, and none of which the
    speaker is a word such as "Analysis" or a test.
    """
    text = report.text
    under = [Span(report.body.end, len(text))] if report.body else []
    spans = [*(each.span for each in unsaid_passages(text, sentences)), *under]
    turns = _turns(text)
    stated = (each for each in attributions if not _held(_place(each), spans) and not is_asked(text, each, sentences))
    cut = [_within_turn(each, turns) for each in stated]
    return [each for each in cut if each and not _is_kind_of_text(text, each) and not _are_tests(text, each)]


def _place(attribution: Attribution) -> Span:
    return (attribution.cue or attribution.source or attribution.content)[0]


def _is_kind_of_text(text: str, attribution: Attribution) -> bool:
    """True for "Analysis: What the truce means" and for "Keld Post - INTERVIEW"."""
    source, cue, content = (cover(part) for part in (attribution.source, attribution.cue, attribution.content))
    mark = text[cue.start : cue.end]
    return (mark == ":" and text[source.start : source.end].casefold() in KIND_OF_TEXT) or (
        mark in (":", "-", "–", "—") and text[content.start : content.end].casefold() in KIND_OF_TEXT
    )


def _are_tests(text: str, attribution: Attribution) -> bool:
    """True for "DNA tests showed that ..."."""
    source = cover(attribution.source)
    return TESTS.fullmatch(text, source.start, source.end) is not None


def _turns(text: str) -> list[Span]:
    """Each turn of an interview, its label included, up to the next one."""
    labels = [(match["label"].lower(), match.start()) for match in TURN.finditer(text)]
    if not any(label in source_words().interviewers for label, _ in labels):
        return []
    return [Span(a, b) for a, b in pairwise([*(start for _, start in labels), len(text)])]


def _within_turn(attribution: Attribution, turns: Sequence[Span]) -> Attribution | None:
    """What of an attribution stands in the turn of its cue; None for a label that was taken for a verb."""
    at = _place(attribution).start
    turn = next((each for each in turns if each.start <= at < each.end), None)
    if turn is None:
        return attribution
    if attribution.cue and at == turn.start:
        return None

    def inside(pieces: tuple[Span, ...]) -> tuple[Span, ...]:
        cut = (Span(max(p.start, turn.start), min(p.end, turn.end)) for p in pieces)
        return tuple(p for p in cut if p.start < p.end)

    return replace(attribution, source=inside(attribution.source), content=inside(attribution.content))


def told_sentences(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences without what tells of an earlier version and without lines beside the report: claims and figures
    are read from the others.
    """
    spans = sorted(each.span for each in _not_now(text, sentences))
    return [piece for sentence in sentences for piece in _without(text, sentence, spans)]


def outside_tables(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences without the rows of tables: a cell does not say what it counts."""
    spans = sorted(each.span for each in _tables(text))
    return [piece for sentence in sentences for piece in _without(text, sentence, spans)]


def _without(text: str, sentence: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What is left of a sentence, piece by piece."""
    inside = [each for each in spans if each.start < sentence.end and sentence.start < each.end]
    if not inside:
        yield sentence
        return
    edges = [sentence.start, *(edge for each in inside for edge in (each.start, each.end)), sentence.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        lead = LEFT_OVER.match(text, start, end)
        rest = trim(text, Span(lead.end() if lead else start, max(start, end)), ",;:–—")
        if any(letter.isalnum() for letter in text[rest.start : rest.end]):
            yield rest


def claimed(text: str, claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that stand in a table and that no statement holds."""
    spans = [each.span for each in _tables(text)]
    return [one for one in claims if one.statement or not _held(one.evidence, spans)]


def _held(span: Span, spans: Sequence[Span]) -> bool:
    return any(each.start <= span.start < each.end for each in spans)


def table_problems(report: Report, sentences: Sequence[Span]) -> list[Problem]:
    """That no statement was read from a table, for each."""
    tables = [each.span for each in unsaid_passages(report.text, sentences) if each.kind == "table"]
    return [
        Problem(
            "a table, from which no statement is read; look there for what it says",
            report.path,
            trim(report.text, span),
        )
        for span in tables
    ]
