"""How likely a position is read right: by how such positions fared in conflicts whose gold is known.

Three things may be wrong with a line: it answers another question, it is another party's, its stance is another. Each
has its signs, and what each sign weighs (``tables/likely.toml``) is learnt by ``training/choose_likely.py``. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.claims.learnt_stances import LEARNT
from sayso.claims.signs import Signs, chance_of, log_odds, read_as
from sayso.claims.told import Share, Told
from sayso.types import Likely, Stance
from sayso.values.on_board import load_table

LEAST = 0.15  # what is guessed to be on a matter and answers its question less likely than this is not told of it,
LEAST_UNLIKE = 0.25  # nor what answers it less likely than this,
LIKELY = 0.4  # where the model holds it for less likely than this that its statement speaks of that kind
TAKEN_FOR = {"support": ("foreign fighters",)}  # kinds for which the model often takes what is said on a matter
ALWAYS = "any"  # the sign that every line has
SOFT = "plan or reaction"  # the sign of lines on what shall be done, or on who welcomes, condemns or asks for what


@dataclass(frozen=True, slots=True)
class Shown:
    """The signs by which a line answers its question, is its party's, and has its stance."""

    question: Signs
    party: Signs
    stance: Signs


def likely(shown: Shown, table: Mapping[str, Mapping[str, float]] | None = None) -> Likely:
    """How likely each of the three is; by the weights on board where no ``table`` is given."""
    table = weights() if table is None else table
    return Likely(**{part: chance_of(getattr(shown, part), signs) for part, signs in table.items()})


def least_of(kind: str, read: Mapping[str, float], deed: str = "") -> float:
    """How likely a line must answer the question of a matter of ``kind`` on which it is only guessed to be, to be told.

    ``read`` says how likely its statement speaks of each kind by the model; empty where no model read it. ``deed`` is
    the one that the matter is on.
    """
    share = max((read.get(each, 0.0) for each in (*read_as(kind, deed), *TAKEN_FOR.get(kind, ()))), default=0.0)
    if not read or share >= LIKELY:
        return LEAST
    return 1.0 if kind == "support" else LEAST_UNLIKE


def signs_of(one: Told, share: Share, sides: frozenset[str], stance: Stance, why: str) -> Shown:
    """The signs of one line.

    Args:
        one: what is told.
        share: what speaks for its matter.
        sides: the belligerents of its conflict.
        stance: its stance on the question.
        why: the reason for the stance.
    """
    letters = sum(span.end - span.start for span in one.statement.content)
    question = {
        "speaks for it": log_odds(share.own),
        "speaks for another": log_odds(share.other),
        "speaks for none": log_odds(share.none),
        "length": math.log1p(letters),
        "claims it": float(_claims_it(one)),
        SOFT: float(one.claim.soft),
        **dict(share.place),
    }
    meaning = one.statement.meaning
    spoken_for, meant = (dict(meaning.sides), dict(meaning.stances)) if meaning else ({}, {})
    party = {
        f"by {one.ground}" if one.ground else "no reason": 1.0,
        "nobody named": float(not one.statement.speaker),
        "no party": float(not one.party),
        "belligerent": float(bool(sides & set(one.party.split("; ")))),
        "by the model": log_odds(spoken_for.get(one.party, 0.0)) if spoken_for else 0.0,
    }
    stances = {
        "by the model": log_odds(meant.get(stance, 0.0)),
        "likeliest by the model": log_odds(max(meant.values(), default=0.0)),
        "claims it": float(_claims_it(one)),
        f"{stance} {_how(why)}": 1.0,
        "withholds by the wording": float(one.statement.stance == "withholds"),
    }
    return Shown(*({ALWAYS: 1.0} | {sign: n for sign, n in each.items() if n} for each in (question, party, stances)))


def _claims_it(one: Told) -> bool:
    """Whether the statement makes the claim itself, and was not found on its matter some other way."""
    return one.own and bool(one.claim.kind) and not one.joined


def _how(why: str) -> str:
    """By what a stance was told: learnt weights, the wording, what is taken up, or a rule of ``positions.py``."""
    if why.startswith(LEARNT):
        return "learnt"
    return "by the wording" if why == "by the wording" else "taken up" if why.startswith("it takes up") else "by a rule"


def weights() -> Mapping[str, Mapping[str, float]]:
    """Part of a line -> sign -> what it weighs."""
    return load_table("likely", room="claims")
