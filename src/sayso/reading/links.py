"""What a statement points back to: "rejected this", "this figure", "neither account", and silence on a question.

A statement whose own words make no claim takes up claims that were made before it in the same report. The words tell
which: a figure, both accounts, or simply what was last claimed, by somebody else where the statement denies it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Claim, Span, Statement
from sayso.values.numbers import find_quantities

TAKES_UP = ("denies", "withholds", "unverified", "endorses", "confirms", "concedes")
FIGURE = re.compile(
    r"\b(?:figures?|numbers?|tolls?|counts?|tall(?:y|ies)|how many|statistics|balance sheet|data|losses|updated)\b",
    re.I,
)
BOTH = re.compile(r"\b(?:either|neither|both|any of|accounts|claims|reports|versions|allegations)\b", re.I)
CHARGE = re.compile(r"\b(?:allegations?|accusations?|charges?|blame|reproach)\b", re.I)
COUNTED = ("casualties", "figure", "displacement")
REACH = 1500  # characters: what was said further back is not taken up without being named again
NEXT = 220  # characters: how close a remark of the same speaker must follow to go on about the same


def link(text: str, statements: Sequence[Statement], claims: Sequence[Claim], old: frozenset[str]) -> list[Statement]:
    """``statements`` with ``about`` filled: ids of the claims that each takes up.

    Args:
        text: the report's text.
        statements: in reading order.
        claims: all claims of the report.
        old: ids of claims about a time long past; nothing points back to these.
    """
    news = [c for c in claims if c.id not in old and (c.kind != "control" or c.slot("place"))]
    own: dict[str, list[Claim]] = {}
    for claim in news:
        own.setdefault(claim.statement or "", []).append(claim)
    by_id = {s.id: s for s in statements}
    done: list[Statement] = []
    for statement in statements:
        if own.get(statement.id) and not _points_back(text, statement):
            done.append(statement)
            continue
        about = _taken_up(text, statement, done, news, by_id)
        done.append(replace(statement, about=tuple(c.id for c in about)))
    return done


def extent(statement: Statement) -> Span:
    """From the first to the last character of a statement's spans."""
    spans = [*statement.source, *statement.cue, *statement.content]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _points_back(text: str, statement: Statement) -> bool:
    """True where the content is no more than "this", "the claim", "these allegations"."""
    words = " ".join(text[s.start : s.end] for s in statement.content)
    return bool(
        re.fullmatch(r"\W*(?:(?:this|that|these|those|the|it|either|any such|all|a)\b\W*)?(?:[\w-]+\W*){0,2}", words)
    )


def _taken_up(
    text: str, statement: Statement, done: Sequence[Statement], claims: Sequence[Claim], by_id: dict[str, Statement]
) -> list[Claim]:
    start = extent(statement).start
    before = [c for c in claims if c.statement != statement.id and start - REACH < c.evidence.start < start]
    words = " ".join(text[s.start : s.end] for s in statement.content)
    if statement.stance in TAKES_UP or _only_number(words):
        return _pointed_at(text, statement, done, before, by_id)
    goes_on = statement.stance in ("asserts", "accuses", "confirms") and _next(text, statement, done)
    return _gone_on(statement, done, claims) if goes_on else []


def _next(text: str, statement: Statement, done: Sequence[Statement]) -> bool:
    """True where the statement before stands right in front, in the same paragraph."""
    if not done:
        return False
    between = text[extent(done[-1]).end : extent(statement).start]
    return len(between) < 60 and "\n" not in between


def _only_number(words: str) -> bool:
    """True for a content that is a bare number: "the Front counted nine"."""
    return 0 < len(words.split()) <= 3 and any(not q.unit for q in find_quantities(words))


def _pointed_at(
    text: str, statement: Statement, done: Sequence[Statement], before: Sequence[Claim], by_id: dict[str, Statement]
) -> list[Claim]:
    words = " ".join(text[s.start : s.end] for s in (*statement.cue, *statement.content))
    start = extent(statement).start
    counted = bool(FIGURE.search(words)) or _only_number(" ".join(text[s.start : s.end] for s in statement.content))
    fitting = [c for c in before if (c.kind in COUNTED) == counted] or ([] if counted else list(before))
    quoted = [c for c in fitting if c.statement] or fitting
    if statement.stance == "unverified":
        last = quoted[-1:]
        other = [c for c in quoted if last and c.statement and _party(c, by_id) != _party(last[0], by_id)]
        return last + (other[-1:] if BOTH.search(words) else [])
    if statement.stance in ("withholds", "concedes"):
        same = _gone_on(statement, done, before)
        ours = [c for c in fitting if statement.party and _party(c, by_id) == statement.party]
        if same or (ours and statement.stance == "concedes"):
            return same or ours[-1:]
    others = [c for c in quoted if _party(c, by_id) != statement.party or not statement.party] or (
        [c for c in quoted if start - c.evidence.end < NEXT] if statement.stance == "denies" else quoted
    )
    charged = [c for c in others if c.statement and by_id[c.statement].stance == "accuses"]
    against = [
        c
        for c in others
        if statement.stance == "denies" and statement.party and statement.party in dict(c.slots).values()
    ]
    if against and not counted:
        return against[-1:]
    named = [c for c in others if c.slot("place") and c.slot("place") in words]
    if named and not counted:
        return named[-1:]
    return (charged if CHARGE.search(words) and charged else others)[-1:]


def _party(claim: Claim, by_id: dict[str, Statement]) -> str:
    return by_id[claim.statement].party if claim.statement in by_id else ""


def _gone_on(statement: Statement, done: Sequence[Statement], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the same speaker's statement just before, which this one goes on about."""
    if not done or not statement.speaker or done[-1].speaker != statement.speaker:
        return []
    if extent(statement).start - extent(done[-1]).end > NEXT:
        return []
    same = [c for c in claims if c.statement == done[-1].id or c.id in done[-1].about]
    return same[-1:]
