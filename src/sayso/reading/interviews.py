"""Interviews without names before the answers: questions and answers as paragraphs that take turns.

Somebody "spoke to us" or was "interviewed" above them. The questions are nobody's, the answers the words of whoever
is asked. Explainers and analyses that ask questions have neither such an opening nor a "you" and an "I".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.reading.communiques import said_in
from sayso.reading.roster import Person
from sayso.types import Attribution, Span, cover

PARAGRAPH = re.compile(r"[^\s][^\n]*(?:\n(?!\s*\n)[^\n]+)*")
OPENING = re.compile(
    r"\b(?:interview(?:ed)?\b(?: with\b)?|(?:spoke|speaks|talked|talks|sat down|sits down|met) (?:to|with)\b|"
    r"received us\b|(?:in )?conversation with\b|took (?:our |the )?questions\b|answered (?:our |the )?questions\b)",
    re.IGNORECASE,
)
"""What says above the questions that somebody is asked."""
ASKED = re.compile(r"\?[”’\"'»)\]]*\s*\Z")
YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
ME = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y|[Mm]e)\b(?!\.)")
LABELLED = re.compile(r"[A-ZÀ-Þ][^\n:.?!]{0,30}:\s")
AFTERWARDS = re.compile(
    r"\b(?:requests? for comment|(?:interview|conversation) (?:was|has been|took place)|edited for|"
    r"translated (?:from|by))\b",
    re.IGNORECASE,
)
"""What is no answer any more, behind the last one."""
OF_OTHERS = re.compile(r"\b(?:says?|said|den(?:y|ies|ied)|calls?|called|accuses?d?|claims?|claimed|told)\b")
FEWEST, LONGEST = 3, 500
"""Questions that an interview has at least, and how long one is at most, in characters."""
REACH = 1500
"""Characters above the first question in which the opening stands."""
INDEFINITE = re.compile(
    r"(?:he|she|it|they|this|that|these|those|you|who|which|(?:any|every|some|no)(?:one|body)\b.*|"
    r"(?:those|people) who\b.*)",
    re.IGNORECASE,
)
"""Who, in an answer, is spoken of and is nobody with a name: "anyone who says so"."""
OWN = re.compile(r"(?:I|we|us|me|our|my)", re.IGNORECASE)
WORDS = 3
"""Of a sentence of an answer that says something."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Where words above it say that somebody is asked, the questions and the answers."""

    openings: tuple[Span, ...]
    questions: tuple[Span, ...]
    answers: tuple[Span, ...]


@lru_cache(maxsize=16)
def interview_in(text: str) -> Interview | None:
    """The interview that a text is; None for any other text, and for one with names before what is said."""
    paragraphs = [Span(*match.span()) for match in PARAGRAPH.finditer(text)]
    asked = [at for at, each in enumerate(paragraphs) if _is_question(text, each)]
    if len(asked) < FEWEST:
        return None
    first = paragraphs[asked[0]].start
    openings = tuple(Span(*match.span()) for match in OPENING.finditer(text, max(0, first - REACH), first))
    if not openings or not _take_turns(asked):
        return None
    turns = list(_up_to_the_end(text, paragraphs[asked[0] :]))
    if len(turns) % 2 and not _is_question(text, turns[-1]):
        turns = turns[:-1]  # what the report tells behind the last answer
    questions, answers = tuple(turns[::2]), tuple(turns[1::2])
    to_you = sum(YOU.search(text, each.start, each.end) is not None for each in questions)
    own = sum(ME.search(text, each.start, each.end) is not None for each in answers)
    if any(each.end - each.start > LONGEST for each in questions) or to_you < 2 or 3 * own < len(answers):
        return None
    if any(LABELLED.match(text, each.start, each.end) for each in (*questions[:1], *answers[:1])):
        return None
    return Interview(openings, questions, answers)


def _is_question(text: str, paragraph: Span) -> bool:
    return ASKED.search(text[paragraph.start : paragraph.end]) is not None


def _take_turns(asked: Sequence[int]) -> bool:
    """Whether an answer of one paragraph stands between any two questions, or an even number of turns."""
    return all((at - asked[0]) % 2 == 0 for at in asked)


def _up_to_the_end(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    for each in paragraphs:
        if AFTERWARDS.search(text, each.start, each.end):
            return
        yield each


def questions_in(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences that an interviewer says, but for those that tell what somebody else says: "Velgoria denies it"."""
    found = interview_in(text)
    for question in found.questions if found else ():
        for one in sentences:
            if question.start <= one.start < question.end:
                words = text[one.start : one.end]
                if YOU.search(words) or ASKED.search(words) or not OF_OTHERS.search(words):
                    yield Span(one.start, min(one.end, question.end))


def carry_answers(
    text: str, persons: Sequence[Person], attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions with the answers of an interview as the words of whoever is asked, sentence by sentence.

    "I" and "we" in an answer are that person; what "they" or "anyone" does there is that person's to say.
    """
    found = interview_in(text)
    who = _who_is_asked(text, found, persons) if found else None
    if found is None or who is None:
        return list(attributions)
    out = [each for one in attributions for each in _of(text, one, found.answers, who)]
    for answer in found.answers:
        out += said_in(text, answer, out, sentences, (who,), fewest=WORDS)
    return out


def answers_in(text: str) -> tuple[Span, ...]:
    """The answers of an interview; none of another text."""
    found = interview_in(text)
    return found.answers if found else ()


def _of(text: str, one: Attribution, answers: Sequence[Span], who: Span) -> Iterator[Attribution]:
    """What is left of an attribution: one of an answer is of whoever is asked or of a name, others have none of it."""

    def answered(span: Span) -> bool:
        return any(each.start <= span.start < each.end for each in answers)

    if not answered((one.cue or one.source or one.content)[0]):
        content = tuple(span for span in one.content if not answered(span))
        if content or not one.content:
            yield replace(one, content=content)
        return
    source = cover(one.source) if one.source else None
    words = text[source.start : source.end].strip() if source else ""
    if OWN.fullmatch(words):
        yield replace(one, source=(who,))
    elif words and not INDEFINITE.fullmatch(words):
        yield one


def _who_is_asked(text: str, found: Interview, persons: Sequence[Person]) -> Span | None:
    """The person in the sentence of an opening, of several the one named most; else the last one before it."""
    for opening in found.openings:
        start = max(text.rfind("\n", 0, opening.start), text.rfind(". ", 0, opening.start)) + 1
        stop = _STOP.search(text, opening.end)
        end = stop.start() if stop else len(text)
        named = [(len(each.spans), span) for each in persons for span in each.spans if start <= span.start < end]
        if named:
            return max(named, key=lambda each: (each[0], each[1].start))[1]
    first = found.questions[0].start
    return max((span for each in persons for span in each.spans if span.start < first), default=None)


_STOP = re.compile(r"[.!?](?=\s)|\n")
