"""Of which state a part of a report tells: that of its heading or opening words, of the headline, the one named most.

"The army" under the heading "ORLIN (Velgoria)" is that of Velgoria, whichever state most reports are about; and in a
report that hardly names that state it is the army of the state that this report tells of. Pure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from sayso.reading.bureaus import is_spoken_of
from sayso.reading.local_posts import home_is_on_board
from sayso.reading.party_table import Table
from sayso.types import Report, Span

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_STATE = rf"(?P<state>{_WORD}(?: (?:(?:of|the|and) )?{_WORD}){{0,4}})"
_HEADING = re.compile(
    rf"^[ \t]*(?:[^\n().:]{{2,40}} \((?:[^\n()]{{1,40}}, )?{_STATE}\)(?=[.:]| ?[–—-] |$)|"
    rf"{_STATE.replace('?P<state>', '?P<end>')}:?[ \t]*$|"
    rf"{_WORD}(?:[ -]{_WORD}){{0,3}}, {_STATE.replace('?P<state>', '?P<line>')}[ \t]*$)",
    re.MULTILINE,
)
"""What a section of a list begins with, "ORLIN (Hill district, Velgoria).", or a line of its own, "Orlin, Velgoria"."""
_OPENING = re.compile(rf"\W*(?:[A-Z][a-z]+, )?[Ii]n (?:the )?(?:\w+ern |(?:north|south|east|west) of )?{_STATE}(?=,? )")
_ORGAN = re.compile(
    r"\b(?:the|its) (?:[a-z]+ )?(?:army|military|government|ministry|junta|regime|authorities|police|president|"
    r"troops|soldiers|security forces)\b"
)
_TOPIC = re.compile(rf"(?:[A-Z][\w ]{{0,20}}(?::| [–—-]) )?{_STATE}: ")
_PASSING = 8
"""A state that is named so many times less often than another is not told of."""


def by_section(text: str, span: Span, table: Table) -> tuple[str, str] | None:
    """The state of the heading above ``span``, or of the words that open its paragraph, "In Velgoria, the army ...".

    The second is why.
    """
    paragraph = text.rfind("\n", 0, span.start) + 1
    opening = _OPENING.match(text, paragraph, span.start)
    if opening and _ORGAN.search(text, opening.end(), _end_of_sentence(text, opening.end())):
        party = _state(opening["state"], table)
        if party:
            return party, f'"{opening[0].strip()}" opens the paragraph'
    party, words = _heading_above(text, span.start, table)
    return (party, f'it stands under "{words}"') if party else None


def is_one_section(text: str, first: int, second: int, table: Table) -> bool:
    """Whether two places stand under the heading of one state, or under none: "the army" may be the same in both."""
    return _heading_above(text, first, table)[0] == _heading_above(text, second, table)[0]


def land_at_home(report: Report, named: Counter[str], table: Table) -> tuple[str, str] | None:
    """The state at home in a report that says nowhere whose "the army" is, and why.

    It is the one at home in all reports, but in a report that hardly names that the one in its headline, or that it
    names most.

    Args:
        report: with the headline.
        named: how often it names each state on board.
        table: the parties.
    """
    home = table.home
    if home and (not home_is_on_board(table) or is_spoken_of(home.party, named, _PASSING)):
        return home.party, f"at home, {home.because}"
    topic = _TOPIC.match(report.title or "")
    headed = _state(topic["state"], table) if topic else ""
    if headed:
        return headed, f"at home, the headline is about {headed}"
    if named:
        [(most, _)] = named.most_common(1)
        return most, f"at home, the report names {most} most"
    return (home.party, f"at home, {home.because}") if home else None


def _heading_above(text: str, at: int, table: Table) -> tuple[str, str]:
    """The state that the last heading before a place names, and its words."""
    ends, found = _headings_of_states(text, table)
    before = bisect_right(ends, at)
    return found[before - 1] if before else ("", "")


@lru_cache(maxsize=4)
def _headings_of_states(text: str, table: Table) -> tuple[list[int], list[tuple[str, str]]]:
    """Where each heading that names a state ends, and that state with the words of the heading."""
    named = (
        (match, _state(match["state"] or match["end"] or match["line"], table)) for match in _HEADING.finditer(text)
    )
    found = [(match.end(), party, match[0].strip()) for match, party in named if party]
    return [end for end, _, _ in found], [(party, words) for _, party, words in found]


def _state(name: str, table: Table) -> str:
    """The party of a state that goes by ``name``, "" for what is no state's name."""
    guess = table.party_of(name)
    return guess.party if guess and guess.kind == "state" and guess.by == "name" else ""


def _end_of_sentence(text: str, start: int) -> int:
    stop = re.compile(r"[.!?](?=\s)|\n").search(text, start)
    return stop.start() if stop else len(text)
