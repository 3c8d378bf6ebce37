"""Figures of a matter as low, best and high, by a rule that a user can choose; who counts whom is said with each.

Totals and numbers told as new stand apart, and nothing is ever added up. Of each counter the latest count stands, and
those before it are history; so is what a report itself calls an earlier count, and part of another ("two of them").
How reliable a counter is follows from who counts whom: an outsider before a party that counts its own, this before a
party that counts the losses of its enemy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from sayso.claims.naming import Naming
from sayso.claims.revaluing import revalue
from sayso.types import Counting, Estimate, Figure, Report, Rule, Statement
from sayso.values.figure_notes import is_denied, most_likely, stands_back
from sayso.values.numbers_file import NumberWords
from sayso.values.on_board import load_table

RELIABLE: dict[Counting, int] = {"outsider": 0, "own": 1, "": 1, "enemy": 2}
BECAUSE: dict[Rule, str] = {
    "sayso": "of each counter the latest; best is the newest of these, the lowest of that day, and what a party counts "
    "of its enemy only where nobody else counts",
    "ucdp": "of each counter the latest; best is the most reliable (an outsider, then a party of its own, then of its "
    "enemy), of equals the lower",
    "acled": "of each counter the latest; one number, the most conservative of these",
}
FEW_TIMES = 40  # counts further from the middle one than this count something else: a whole war beside a day
PEOPLE = ("", "people", "persons")
APART = ("distance",)  # of two places, not of a party
Key = tuple[str, str, str, str, bool]  # what, of, who, unit, new


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the day as of which it counts, and its counter."""

    figure: Figure
    day: str
    counter: str


def mark_counters(
    figures: Sequence[Figure],
    statements: Mapping[str, Statement],
    naming: Naming,
    opposed: Collection[frozenset[str]],
) -> list[Figure]:
    """``figures`` with the name of the whole ledger for whom they count, and who counts whom."""
    sides = {side for pair in opposed for side in pair}
    return [_marked(figure, statements, naming, opposed, sides) for figure in figures]


def _marked(
    figure: Figure,
    statements: Mapping[str, Statement],
    naming: Naming,
    opposed: Collection[frozenset[str]],
    sides: Collection[str],
) -> Figure:
    statement = statements.get(figure.statement or "")
    of = figure.of if figure.what in APART or not figure.of else naming.party(figure.of) or figure.of
    if of == "enemy":
        return replace(figure, of=_opponent(statement.party if statement else "", opposed), counting="enemy")
    if statement is None or is_denied(figure.note):
        return replace(figure, of=of)
    parties = set(statement.party.split("; ")) - {""}
    counting: Counting = ""
    if of and of in parties:
        counting = "own"
    elif of and any(frozenset((party, of)) in opposed for party in parties):
        counting = "enemy"
    elif not parties & set(sides) and (statement.speaker or parties):
        counting = "outsider"
    return replace(figure, of=of, counting=counting)


def _opponent(party: str, opposed: Collection[frozenset[str]]) -> str:
    """The one party that stands against another, "" where there are several or none."""
    others = {other for pair in opposed if party in pair for other in pair - {party}}
    return others.pop() if len(others) == 1 else ""


def estimates(
    figures: Sequence[Figure], reports: Mapping[str, Report], statements: Mapping[str, Statement]
) -> tuple[Estimate, ...]:
    """Each thing counted, by each rule: those with most counts first."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        unit = "people" if figure.unit in PEOPLE else figure.unit
        groups[figure.what, figure.of, figure.who, unit, figure.new is True].append(figure)
    ordered = sorted(groups.items(), key=lambda each: -len(each[1]))
    return tuple(
        _estimate(rule, key, [_counted(f, reports, statements) for f in _valued(_standing(rows), reports, rule)])
        for key, rows in ordered
        for rule in get_args(Rule)
    )


def _standing(rows: Sequence[Figure]) -> Sequence[Figure]:
    """The figures that are no earlier count and no part of one, if there are some."""
    return [f for f in rows if not stands_back(f.note, new=f.new)] or rows


def rule_of(words: NumberWords | None) -> Rule:
    """The rule that goes with the user's values of vague words; our own where there are none."""
    return next((rule for rule in get_args(Rule) if words and words.use == rule), "sayso")


def _valued(rows: Sequence[Figure], reports: Mapping[str, Report], rule: Rule) -> list[Figure]:
    """The figures with the values that a rule of others has for vague words; under our own they stay as they are."""
    if rule == "sayso":
        return list(rows)
    return [revalue([f], reports, _words(rule))[0] if f.wording == "vague" else f for f in rows]


@cache
def _words(rule: Rule) -> NumberWords:
    return NumberWords(load_table("vague")[rule])


def _counted(figure: Figure, reports: Mapping[str, Report], statements: Mapping[str, Statement]) -> Counted:
    statement, report = statements.get(figure.statement or ""), reports.get(figure.report)
    day = (figure.as_of or "").split("/")[-1] or ((report.published or "")[:10] if report else "")
    who = (statement.party or statement.speaker) if statement and not is_denied(figure.note) else ""
    return Counted(figure, day, who or figure.by or figure.report)


def _estimate(rule: Rule, key: Key, rows: Sequence[Counted]) -> Estimate:
    standing = _of_one_size(_latest(rows))
    low, best, high = _range(rule, standing)
    return Estimate(rule, *key, low, best, high, BECAUSE[rule])


def _latest(rows: Sequence[Counted]) -> list[Counted]:
    """The counts of each counter that no later one of its own replaces."""
    last: dict[str, str] = {}
    for row in rows:
        last[row.counter] = max(last.get(row.counter, ""), row.day)
    return [row for row in rows if row.day == last[row.counter]]


def _of_one_size(rows: Sequence[Counted]) -> list[Counted]:
    """The counts without those that are so far from the middle one that they count something else."""
    values = sorted(value for row in rows if (value := _best(row.figure)))
    if not values:
        return list(rows)
    middle = values[(len(values) - 1) // 2]
    far = [row for row in rows if (value := _best(row.figure)) and not 1 / FEW_TIMES <= value / middle <= FEW_TIMES]
    return [row for row in rows if row not in far]


def _range(rule: Rule, rows: Sequence[Counted]) -> tuple[float | None, float | None, float | None]:
    bests = [(row, value) for row in rows if (value := _best(row.figure)) is not None]
    if rule == "acled":
        return None, min((value for _, value in bests), default=None), None
    low = None if any(_open(r.figure) == "low" for r in rows) else min((_low(r.figure) for r in rows), default=None)
    high = None if any(_open(r.figure) == "high" for r in rows) else max((_high(r.figure) for r in rows), default=None)
    if rule == "ucdp":
        first = min((RELIABLE[row.figure.counting] for row, _ in bests), default=0)
        return low, min((v for row, v in bests if RELIABLE[row.figure.counting] == first), default=None), high
    others = [(row, value) for row, value in bests if row.figure.counting != "enemy"] or bests
    newest = max((row.day for row, _ in others), default="")
    return low, min((value for row, value in others if row.day == newest), default=None), high


def _open(figure: Figure) -> str:
    """Which end a figure leaves open: "low", "high" or ""."""
    if figure.low is None and figure.high is None:
        return ""
    return "low" if figure.low is None else "high" if figure.high is None else ""


def _low(figure: Figure) -> float:
    return next((x for x in (figure.low, figure.best) if x is not None), 0.0)


def _high(figure: Figure) -> float:
    return next((x for x in (figure.high, figure.best) if x is not None), 0.0)


def _best(figure: Figure) -> float | None:
    return most_likely(figure.low, figure.best, figure.high)
