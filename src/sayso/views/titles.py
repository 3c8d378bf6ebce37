"""Questions that are the same word for word, told apart by the days on which they were spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.types import Matter
from sayso.views.wording import period_words


def days_beside(matters: Iterable[Matter]) -> dict[str, str]:
    """Id of each matter whose question another one has, too -> from when to when it was spoken of, or that it has no
    date.
    """
    every = list(matters)
    often = Counter(matter.question for matter in every)
    return {matter.id: days_of(matter) for matter in every if often[matter.question] > 1}


def days_of(matter: Matter) -> str:
    """From when to when a matter is spoken of, in words."""
    days = sorted(position.date[:10] for position in matter.positions if position.date)
    return period_words(days[0], days[-1]) if days else "no date"
