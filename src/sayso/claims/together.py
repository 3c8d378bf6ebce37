"""Statements settle together which matters they are on: what is said alike answers one question.

By its signs (``signs.py``), and by which matters its own claims were found to be on, each statement leans to some. What
it leans to is weighed once more with what those statements lean to that are most like it or stand beside it. What each
sign weighs both times is in ``tables/settling.toml``, learnt by ``training/settle_matters.py``. Pure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.claims.alike import Alike
from sayso.claims.signs import PLACE_SIGNS, Shown, Signs, weighed_as
from sayso.claims.told import Share
from sayso.claims.vocabulary import Key
from sayso.types import Statement
from sayso.values.on_board import load_table

NEAREST = 10  # statements most like one, which it heeds
STEEP = 14.0  # how fast what a statement counts falls with its distance: one at a cosine of .9 counts a quarter
FAR = 0.01  # what counts beside all of them, so that those which are all unlike it count nothing
LEAST = 0.05  # added to what others lean to, so that they rule nothing out
LEAST_OWN = 0.0001  # added to what a statement itself leans to
ENOUGH = 0.14  # the share from which a statement is on a matter,
BESIDE = 0.34  # where it is this part of the likeliest's
KEPT = 3  # statements found to be on a matter that it keeps where their share is smaller,
LEAST_KEPT = 0.02  # if it is no smaller than this, so that none that may be one goes empty
NONE: Key = ()
Shares = dict[Key, float]
Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Leaning:
    """A statement of a report: the signs of each matter that it may be on, and of none (``NONE``); on which it was
    found.
    """

    statement: str
    report: str
    signs: Shown
    found: Collection[Key]


def lean(statement: Statement, shown: Shown, sure: Collection[Key], others: Collection[Key]) -> Leaning:
    """How a statement leans.

    Args:
        statement: the one.
        shown: the signs of each matter that it may be on (``signs.py``).
        sure: the matters that its own words name.
        others: those on which it was found some other way.
    """
    found = {*sure, *others}
    keys = dict.fromkeys([*shown, *sorted(found)])
    signs = {key: {**shown.get(key, {}), **_signs_found(key, sure, others)} for key in keys}
    none = {
        "none": 1.0,
        f"none {statement.stance}": 1.0,
        "none sure": float(bool(sure)),
        "none found": float(bool(others)),
    }
    return Leaning(statement.id, statement.report, {**signs, NONE: none}, found)


def _signs_found(key: Key, sure: Collection[Key], others: Collection[Key]) -> dict[str, float]:
    """How a matter was found, or that others were and not it."""
    kind = weighed_as(key[0])
    if key in sure:
        return {"sure": 1.0, f"sure {kind}": 1.0}
    by = {"found": 1.0, f"found {kind}": 1.0} if key in others else {}
    if sure:
        return by | {
            "sure of another": 1.0,
            "sure of another of its kind": float(any(weighed_as(k[0]) == kind for k in sure)),
        }
    return by or {"found another": float(bool(others))}


def settle(leanings: Sequence[Leaning], shares: Sequence[Shares]) -> list[list[Key]]:
    """The matters of each statement, the likeliest first: those that it names, and those of which it has share enough.

    Args:
        leanings: of all statements of one conflict.
        shares: what ``weigh_together`` gives of them.
    """
    held: defaultdict[Key, list[tuple[float, int]]] = defaultdict(list)
    for place, (leaning, of) in enumerate(zip(leanings, shares, strict=True)):
        for key in leaning.found:
            held[key].append((-of.get(key, 0.0), place))
    kept = [{key for key in leaning.found if "sure" in leaning.signs[key]} for leaning in leanings]
    for key, rows in held.items():
        for share, place in sorted(rows)[:KEPT]:
            if -share >= LEAST_KEPT:
                kept[place].add(key)
    return [
        sorted(_likely(of) | kept[place], key=lambda key: (-of.get(key, 0.0), key)) for place, of in enumerate(shares)
    ]


def _likely(shares: Shares) -> set[Key]:
    """The matters of which a statement has share enough."""
    matters = {key: share for key, share in shares.items() if key != NONE}
    least = max(ENOUGH, BESIDE * max(matters.values(), default=0.0))
    return {key for key, share in matters.items() if share > least}


def weigh_together(leanings: Sequence[Leaning], alike: Alike, table: Weights | None = None) -> list[Shares]:
    """For each statement the share of every matter, and of none; they add up to one.

    Args:
        leanings: of all statements of one conflict, in reading order, those of a report together.
        alike: how like each other they are.
        table: what each sign weighs; that on board where none is given.
    """
    table = table or load_table("settling", room="claims")
    alone = [shares_by(leaning.signs, table["alone"]) for leaning in leanings]
    return [shares_by(signs, table["together"]) for signs in signs_beside(leanings, alike, alone)]


def signs_beside(leanings: Sequence[Leaning], alike: Alike, alone: Sequence[Shares]) -> list[dict[Key, Signs]]:
    """The signs of each matter by what the statement itself and others lean to by theirs ``alone``."""
    nearest = alike.nearest([leaning.statement for leaning in leanings], NEAREST)
    out = []
    for at, (leaning, near) in enumerate(zip(leanings, nearest, strict=True)):
        others = {
            "near": _mean(near, alone),
            "near elsewhere": _mean([each for each in near if leanings[each[0]].report != leaning.report], alone),
        }
        for name, beside in (("before", at - 1), ("after", at + 1)):
            if 0 <= beside < len(leanings) and leanings[beside].report == leaning.report:
                others[name] = alone[beside]
        out.append({key: _beside(key, share, leaning, others) for key, share in alone[at].items()})
    return out


def _beside(key: Key, own: float, leaning: Leaning, others: Mapping[str, Shares]) -> Signs:
    signs = {"own": math.log(own + LEAST_OWN)}
    signs |= {name: math.log(shares.get(key, 0.0) / LEAST + 1) for name, shares in others.items()}
    if key == NONE:
        return {f"none {name}": value for name, value in signs.items()} | {"none": 1.0}
    known = leaning.signs[key]
    return signs | {name: known[name] for name in ("sure", "found") if name in known}


def _mean(near: Iterable[tuple[int, float]], shares: Sequence[Shares]) -> Shares:
    """What the statements of ``near`` lean to, those most alike counting most."""
    counts = [(place, math.exp(STEEP * (cosine - 1))) for place, cosine in near]
    whole, said = FAR + sum(count for _, count in counts), defaultdict[Key, float](float)
    for place, count in counts:
        for key, share in shares[place].items():
            said[key] += share * count / whole
    return said


def shares_by(signs: Shown, weights: Mapping[str, float]) -> Shares:
    """The share of each of several by what its signs weigh; they add up to one."""
    totals = {key: sum(n * weights.get(sign, 0.0) for sign, n in each.items()) for key, each in signs.items()}
    most = max(totals.values())
    odds = {key: math.exp(total - most) for key, total in totals.items()}
    whole = sum(odds.values())
    return {key: each / whole for key, each in odds.items()}


def share_of(shares: Shares, key: Key, signs: Signs) -> Share:
    """What speaks for the matter ``key``, which shows ``signs``, beside the likeliest other one and none."""
    others = [share for other, share in shares.items() if other not in (NONE, key)]
    place = tuple((name, value) for name, value in signs.items() if name.startswith(PLACE_SIGNS))
    return Share(shares.get(key, 0.0), max(others, default=0.0), shares.get(NONE, 0.0), place)
