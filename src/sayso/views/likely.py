"""Which positions may be misread, in what, and a brief without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sayso.types import Brief, Likely, Matter
from sayso.views.wording import count_words

LEAST: Final = {"question": 0.4, "party": 0.5, "stance": 0.5}
"""Below these a part of a position is unsure: a question a little below one half, since gold leaves out lines that a
reader finds right (docs/measured.md)."""
MEANING: Final = (
    "unsure: how likely the line answers this question, is this party's, takes this stance, by how such lines fared "
    "where that is known"
)

ALONE: Final = "it rests on unsure lines alone"


def unsure_of(likely: Likely | None) -> tuple[str, ...]:
    """The parts of a position that may be misread: question, party, stance.

    >>> unsure_of(Likely(question=0.9, party=0.3, stance=0.8)), unsure_of(None)
    (('party',), ())
    """
    return tuple(part for part, least in LEAST.items() if likely and getattr(likely, part) < least)


def unsure_words(likely: Likely | None) -> str:
    """What may be misread, each with how likely it is right; "" where nothing is.

    >>> unsure_words(Likely(question=0.31, party=0.9, stance=0.4))
    'unsure: question .31, stance .40'
    """
    parts = ", ".join(f"{part} {getattr(likely, part):.2f}".replace(" 0.", " .") for part in unsure_of(likely))
    return f"unsure: {parts}" if parts else ""


def only_sure(brief: Brief, but: str = "") -> Brief:
    """The brief without positions that are unsure in any part, their figures, and matters that have lost all of theirs.

    Standings and the numbers of matters stay as they are: they rest on all positions. A standing that rests on unsure
    ones alone says so.

    Args:
        brief: all of it.
        but: the id of a matter that stays though it has none.
    """
    numbers = {matter.id: at for at, matter in enumerate(sorted(brief.matters, key=lambda each: -each.weight), start=1)}
    every = [p for matter in brief.matters for p in matter.positions]
    sure = {p.statement for p in every if not unsure_of(p.likely)}
    hidden = {p.statement for p in every if p.statement} - sure
    kept = ((matter, _sure_matter(matter)) for matter in brief.matters)
    return replace(
        brief,
        matters=tuple(now for was, now in kept if now.positions or not was.positions or was.id == but),
        figures=tuple(figure for figure in brief.figures if figure.statement not in hidden),
        numbers=tuple({**numbers, **dict(brief.numbers)}.items()),
    )


def _sure_matter(matter: Matter) -> Matter:
    """A matter without its unsure positions, the figures of these, and what was made of such figures."""
    sure = tuple(p for p in matter.positions if not unsure_of(p.likely))
    statements = {p.statement for p in sure}
    hidden = {p.statement for p in matter.positions if p.statement} - statements
    figures = tuple(figure for figure in matter.figures if figure.statement not in hidden)
    lost = {(f.what, f.of, f.who, f.new is True) for f in matter.figures if f.statement in hidden}
    return replace(
        matter,
        positions=sure,
        figures=figures,
        estimates=tuple(each for each in matter.estimates if (each.what, each.of, each.who, each.new) not in lost),
        standings=tuple(
            replace(each, because=f"{each.because}; {ALONE}" if each.because else ALONE)
            if each.statements and hidden.issuperset(each.statements)
            else each
            for each in matter.standings
        ),
    )


def left_out_words(matters: Iterable[Matter]) -> str:
    """How many positions of some matters are unsure, in words; "" where none is."""
    count = sum(bool(unsure_of(each.likely)) for matter in matters for each in matter.positions)
    return (
        f"{count_words(count, 'unsure line')} left out by --sure; where questions stand rests on them too"
        if count
        else ""
    )
