"""Attacks on a whole land: those of each day are a question of their own, since a land is attacked on many."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.told import Told


def parts_by_days(told: Sequence[Told]) -> list[tuple[str, list[Told]]]:
    """What is told by date of attacks on a land, parted by the day on which they are said to have been.

    What claims no attack itself goes with the last day before it of which one is claimed, else with the first.

    Returns:
        pairs of an ISO day, "" where none is known, and what is told of it.
    """
    days = sorted({_day(one) for one in told if one.own}) or [""]
    parts: dict[str, list[Told]] = {day: [] for day in days}
    for one in told:
        day = _day(one) if one.own else max((day for day in days if day <= one.date), default=days[0])
        parts[day].append(one)
    return list(parts.items())


def _day(one: Told) -> str:
    """The one day on which a claim says that it was, else that on which it was said."""
    when = one.claim.when or ""
    return when if len(when) == len("2021-03-02") else one.date
