"""What a copy of a dispatch adds to a matter: only what the dispatch does not tell, and numbers that it does not give.

A rewrite says once more what the dispatch said, and counts as one voice with it. But a newspaper puts reporting of its
own beside an agency's lines, and bulletins of one wording tell of another town each day; neither may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.claims.learnt_stances import Read
from sayso.claims.told import Told
from sayso.types import Figure

RETOLD = 0.6  # of the words of a statement, which the dispatch holds where it is only told again
_WORD = re.compile(r"\w{4,}")
Row = tuple[Told, Read]


def without_copied(rows: Sequence[Row], origins: Mapping[str, str]) -> list[Row]:
    """The rows of a matter, in their order, less those in which a copy tells again what its dispatch tells.

    A row of a copy stays where the dispatch tells nothing of the matter, or nothing of that party and has other words;
    of several copies the first that has something of a party.

    Args:
        rows: what is told, by date, each with its stance and why.
        origins: report id -> id of the report that it is a copy of, itself where it is none.
    """
    of = {one.report.id: origins.get(one.report.id, one.report.id) for one, _ in rows}
    copied = {dispatch for report, dispatch in of.items() if report != dispatch}
    held = {report.id: _words(report.text) for report in {one.report for one, _ in rows} if report.id in copied}
    first: dict[tuple[str, str], str] = {}
    for one, _ in sorted(rows, key=lambda row: of[row[0].report.id] != row[0].report.id):
        first.setdefault((of[one.report.id], one.party), one.report.id)

    def adds(one: Told) -> bool:
        dispatch, words = of[one.report.id], _words(one.words)
        if dispatch == one.report.id:
            return True
        retold = dispatch in held and len(words & held[dispatch]) >= RETOLD * len(words)
        return first[dispatch, one.party] == one.report.id and not retold

    return [row for row in rows if adds(row[0])]


def figures_added(figures: Sequence[Figure], origins: Mapping[str, str]) -> list[Figure]:
    """The figures, in their order, less those in which a copy gives again a number that its dispatch gives.

    Args:
        figures: of all reports.
        origins: as in ``without_copied``; of several copies with one number the first has it.
    """
    first: dict[tuple[object, ...], str] = {}
    for one in sorted(figures, key=lambda one: origins[one.report] != one.report):
        first.setdefault(_number(one, origins), one.report)
    return [one for one in figures if first[_number(one, origins)] == one.report]


def _number(one: Figure, origins: Mapping[str, str]) -> tuple[object, ...]:
    """Of which dispatch a number is, what it counts and how many."""
    return origins[one.report], one.what, one.unit, one.low, one.best, one.high


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
