"""Who gives out a text that is a communiqué as a whole, so that its "we" has a name.

A title says so ("Press release of the Ministry of Health"), the opening, a letterhead (a body on a line of its own over
the running text), the head of a post ("Ana Ruvo @anaruvo") or a signature at the end ("Official Spokesperson of the
Front"). A dispatch with a dateline and an outlet has neither letterhead nor signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.reading.roster import source_words, words_of
from sayso.types import Attribution, Report, Span, cover

NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|for|the|and|[A-ZÀ-Þ][\w’'-]*) )*[A-ZÀ-Þ][\w’'-]*)?"
ISSUED = re.compile(
    r"\b(?i:press release|press statement|statement|communiqu[eé]|information release|news release|announcement|"
    r"bulletin|"
    r"declaration|proclamation|message|notice|address|appeal)(?: (?i:no)\.? ?\d+| \d+)? (?:of|by|from|issued by) "
    r"(?P<who>(?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|[A-ZÀ-Þ][\w’'-]*))*)"
)
"""A title that says who gives out the whole text."""
MAKES_KNOWN = re.compile(
    r"(?P<who>[Tt]he [A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|[A-ZÀ-Þ][\w’'-]*))*),? (?:hereby )?(?:makes?|brings?|"
    r"informs?|"
    r"announces?|communicates?|issues?|wish(?:es)?|declares?)\b[^.\n]{0,80}\b(?:following|opinion|public|attention|people)\b"
)
OFFICE = (
    r"(?:spokes(?:person|man|woman)|(?:press|media|information) (?:service|office|cent(?:re|er)|bureau|department|"
    r"directorate|secretary|wing|officer)|public affairs office|(?:general|high|supreme|joint|military) command|"
    r"general staff|secretariat)"
)
OF_AN_OFFICE = re.compile(
    rf"(?:(?:the )?office of )?(?:the )?(?:(?:chief|official|military|general|central|deputy) )*{OFFICE}"
    rf"(?: of| for|,)? (?:the )?(?-i:(?P<who>{NAME}))\W*",
    re.IGNORECASE,
)
"""A line that names an office and whose it is: "Press Office of the Northern Front"."""
OFFICE_ALONE = re.compile(
    rf"(?:(?:the )?office of )?(?:the )?(?:(?:chief|official|military|general|central) )*{OFFICE}\W*", re.IGNORECASE
)
NUMBERED = re.compile(
    r"(?:[\w-]+ )?(?:press release|press statement|statement|communiqu[eé]|news release|bulletin|declaration|"
    r"proclamation)(?:,? (?:no|nr|number)?[.:]? ?[\d/-]+)?(?:,? [^.\n]{0,30}\d{4})?\W*",
    re.IGNORECASE,
)
"""A line that says that a text is given out: "STATEMENT No. 12"."""
BODY_LINE = re.compile(
    r"(?i:the )?(?P<who>[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|OF|FOR|THE|AND|[A-ZÀ-Þ][\w’'-]*)){1,7})\W*"
)
OUR_FORCES = re.compile(
    r"\b[Oo]ur (?:\w+ )?(?:forces|troops|units|fighters|soldiers|army|heroes|brigades?|air defences?)\b"
)
NO_SENDER = frozenset(
    "newspaper portal television radio channel broadcaster daily column register network club".split()
)
GENERAL = frozenset("general command high supreme staff joint military press office official".split())
LINE = re.compile(r"[^\r\n]+")
POSTED = re.compile(
    r"[ \t]*(?P<who>[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|\([A-ZÀ-Þ][\w’'./-]*\)|of|for|the|and|al|bin|de))*)"
    r"[ \t]*[|·•,–—-]?[ \t]*"
    r"\(?@\w{2,30}\)?(?:[ \t]*[|·•,–—:-].{0,40})?[ \t]*"
)
"""The head of a post: "Ana Ruvo (@anaruvo) · 19 Oct"."""
HEAD_LINES, FOOT_LINES = 8, 4
SHORT = 80  # characters: a line of a letterhead or signature is no longer


@dataclass(frozen=True, slots=True)
class Communique:
    """Who gives out a text, as it stands there, and the running text between letterhead and signature."""

    issuer: Span
    body: Span


def issuer_of(report: Report) -> Span | None:
    """Who gives out a text that is a communiqué as a whole: "Press release of the Ministry of Health"."""
    text = report.text
    title = report.title_span or Span(0, 0)
    match = ISSUED.search(text, title.start, title.end)
    if match is None:
        body = report.body.start if report.body else 0
        match = MAKES_KNOWN.match(text, body)
    if match:
        return Span(*match.span("who"))
    found = headed_or_signed(report)
    return found.issuer if found else None


@lru_cache(maxsize=16)
def headed_or_signed(report: Report) -> Communique | None:
    """The communiqué that a text is by its letterhead or its signature; None for any other text."""
    if report.dateline and (report.outlet or report.agency):
        return None
    text = report.text
    lines = _lines(text)
    head, foot = _head(text, lines), _foot(text, lines)
    if len(head) + len(foot) >= len(lines):
        return None
    issuer = _posted(text, head) or _signed(text, foot) or _headed(report, head, foot)
    if issuer is None:
        return None
    inner = lines[len(head) : len(lines) - len(foot)]
    return Communique(_well_written(text, issuer), cover(inner))


def letterhead(report: Report) -> str:
    """The short lines over the running text, as they stand there."""
    head = _head(report.text, _lines(report.text))
    return report.text[head[0].start : head[-1].end] if head else ""


def _lines(text: str) -> list[Span]:
    return [Span(*match.span()) for match in LINE.finditer(text) if match[0].strip()]


def _head(text: str, lines: list[Span]) -> list[Span]:
    """The short lines over the running text."""
    out: list[Span] = []
    for line in lines[:HEAD_LINES]:
        if _runs(text, line):
            break
        out.append(line)
    return out


def _foot(text: str, lines: list[Span]) -> list[Span]:
    """The short lines under the running text."""
    out: list[Span] = []
    for line in reversed(lines[-FOOT_LINES:]):
        if _runs(text, line):
            break
        out.insert(0, line)
    return out


def _runs(text: str, line: Span) -> bool:
    """True for a line of running text: a long one, or one that ends like a sentence."""
    words = text[line.start : line.end].strip()
    return len(words) > SHORT or (words[-1:] in '.!?:;”"' and NUMBERED.fullmatch(words) is None)


def _posted(text: str, lines: list[Span]) -> Span | None:
    """Whose account a post is from."""
    match = next((match for line in lines if (match := POSTED.fullmatch(text, line.start, line.end))), None)
    return Span(*match.span("who")) if match else None


def _signed(text: str, lines: list[Span]) -> Span | None:
    """Whose office is named on a line; of "General Command of the Northern Front" the front."""
    for line in reversed(lines):
        match = OF_AN_OFFICE.fullmatch(text, line.start, line.end)
        if match and not set(words_of(match["who"])) <= GENERAL:
            return Span(*match.span("who"))
    return None


def _headed(report: Report, head: list[Span], foot: list[Span]) -> Span | None:
    """The body of the letterhead: with its office, beside a line that says that this is given out, signed again at the
    end, or over a text that tells of "our forces".
    """
    text = report.text
    words = [text[line.start : line.end].strip() for line in head]
    bodies = [Span(*match.span("who")) for line in head if (match := _body_in(report, line))]
    for line in head:
        match = OF_AN_OFFICE.fullmatch(text, line.start, line.end)
        if match and not set(words_of(match["who"])) <= GENERAL:
            return Span(*match.span("who"))
    if not bodies:
        return None
    given_out = any(
        OFFICE_ALONE.fullmatch(line) or NUMBERED.fullmatch(line) or OF_AN_OFFICE.fullmatch(line) for line in words
    )
    name = text[bodies[0].start : bodies[0].end].casefold()
    again = any(name in text[line.start : line.end].casefold() for line in foot)
    return bodies[0] if given_out or again or _tells_of_own(text, head) else None


def _body_in(report: Report, line: Span) -> re.Match[str] | None:
    """A line that is nothing but the name of a body, no outlet's."""
    match = BODY_LINE.fullmatch(report.text, line.start, line.end)
    if match is None or match["who"] in (report.outlet, report.agency):
        return None
    words = set(words_of(match["who"]))
    is_body = words & source_words().bodies and not words & NO_SENDER and not words <= GENERAL
    return match if is_body and not OFFICE_ALONE.fullmatch(match[0]) else None


def _tells_of_own(text: str, head: list[Span]) -> bool:
    """Whether the running text tells of "our forces" in its own voice."""
    start = head[-1].end if head else 0
    return any(
        text.count('"', start, m.start()) % 2 == 0 and not _in_marks(text, m.start())
        for m in OUR_FORCES.finditer(text, start)
    )


def _in_marks(text: str, at: int) -> bool:
    """Whether curly marks are open at ``at`` in its line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count("“") > line.count("”")


def _well_written(text: str, issuer: Span) -> Span:
    """Where the text writes the issuer's name in small letters, of a letterhead in capitals."""
    name = text[issuer.start : issuer.end]
    if not name.isupper():
        return issuer
    found = (Span(*m.span()) for m in re.finditer(re.escape(name), text, re.IGNORECASE) if not m[0].isupper())
    return next(found, issuer)


FEWEST = 5  # words of a sentence that says something


def carry_whole(report: Report, attributions: list[Attribution], sentences: list[Span]) -> list[Attribution]:
    """The attributions with a statement of the issuer for each sentence of a headed or signed communiqué that none has.

    All of it is the issuer's words, whether a verb of saying stands beside them or not.
    """
    found = headed_or_signed(report)
    if found is None:
        return attributions
    return [*attributions, *said_in(report.text, found.body, attributions, sentences, (found.issuer,))]


def said_in(
    text: str,
    body: Span,
    attributions: Sequence[Attribution],
    sentences: Sequence[Span],
    source: tuple[Span, ...],
    *,
    fewest: int = FEWEST,
) -> list[Attribution]:
    """A statement of ``source`` for each sentence of ``body`` that none of the attributions has words of.

    One of fewer words than ``fewest`` says nothing.
    """
    taken = [span for each in attributions for span in (*each.source, *each.cue, *each.content)]
    return [
        Attribution(source, (), (said,), 0.5)
        for sentence in sentences
        for said in _said(text, sentence, fewest)
        if body.start <= said.start
        and said.end <= body.end
        and not any(span.start < said.end and said.start < span.end for span in taken)
    ]


COUNTED = re.compile(r"(?:\(?\d{1,2}[.)]|[-–—•*])\s+")


def _said(text: str, sentence: Span, fewest: int) -> Iterator[Span]:
    """A sentence without the number of its paragraph and the full stop, if it says something."""
    lead = COUNTED.match(text, sentence.start, sentence.end)
    start, end = lead.end() if lead else sentence.start, sentence.end
    if text[end - 1] in ".!" and len(text[start:end].split()) >= fewest:
        yield Span(start, end - 1)
