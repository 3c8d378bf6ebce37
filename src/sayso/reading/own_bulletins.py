"""The side that gives out a report: that which its letterhead names, whose are its bodies and its "we". Pure."""

from __future__ import annotations

import re

from sayso.reading.bare_bodies import is_quoted
from sayso.reading.communiques import letterhead
from sayso.reading.party_table import Table
from sayso.reading.roster import source_words, words_of
from sayso.reading.source_phrases import ARTICLE
from sayso.types import Report

_GIVEN_OUT = re.compile(
    r"\b(?:communiqu[eé]|statement|bulletin|declaration|proclamation|announcement|notice|official|press (?:office|"
    r"service|release|statement)|information (?:office|cent(?:re|er)|service|bureau)|informs|order of the day|"
    r"by order of|message)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w’'-]+)*")


def by_own_bulletin(report: Report, table: Table) -> tuple[str, str] | None:
    """The side that gives out a text, by the one side that its letterhead names: "Ministry of Security of Orlin".

    The second is why. None for what an agency sends.
    """
    head = letterhead(report)
    if report.agency or not _GIVEN_OUT.search(head):
        return None
    for line in head.splitlines():
        found = _sides_in(line, table)
        if found:
            [(party, words), *more] = found.items()
            return None if more else (party, f'"{words}" gives it out')
    return None


def gives_out(phrase: str, at: int, report: Report) -> bool:
    """Whether a source that begins at ``at`` is who gives out a text: "we" of no quotation, or a body of its
    letterhead, "the Council".
    """
    if phrase.lower() in ("we", "us"):
        return not is_quoted(report.text, at)
    words = set(words_of(ARTICLE.sub("", phrase)))
    return bool(words & source_words().bodies) and words <= set(words_of(letterhead(report)))


def _sides_in(line: str, table: Table) -> dict[str, str]:
    """The parties that a line names, with the words for each."""
    found: dict[str, str] = {}
    for match in _CAPITALISED.finditer(line):
        forms = (form for word in (*match[0].split(), match[0]) for form in (word, word.title()))
        guess = next((guess for form in forms if (guess := table.party_of(form)) and guess.party), None)
        if guess:
            found.setdefault(guess.party, match[0])
    return found
