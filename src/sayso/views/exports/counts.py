"""The dead and injured of an incident as low, best and high, never added up across what may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.types import Claim, Figure
from sayso.values.figure_notes import is_beside, most_likely, stands_back
from sayso.views.exports.codes import harmed

Counted = tuple[Figure, Claim]


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest, best and highest number; None where no figure bounds it or none was given."""

    low: int | None = None
    best: int | None = None
    high: int | None = None

    def __add__(self, other: Range) -> Range:
        return Range(_sum(self.low, other.low), _sum(self.best, other.best), _sum(self.high, other.high))


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead in all, and of them those of either side, civilians, and those of whom it is not said."""

    all: Range
    a: int | None = None
    b: int | None = None
    civilians: int | None = None
    unknown: int | None = None


def deaths_of(figures: Iterable[Counted], sides: tuple[str, str]) -> Deaths:
    """The dead as UCDP counts them: in all, by side, civilians, not known.

    Where a figure does not say whom it counts, it may hold those that another counts, so that it alone is given, unless
    it is too small for that; else the groups have nobody in common and their sum is what UCDP asks for.
    """
    groups: dict[str, list[Counted]] = {}
    for figure, claim in figures:
        if figure.what == "killed":
            groups.setdefault(_group(figure, claim, sides), []).append((figure, claim))
    ranges = {name: range_of(_as_tolls(figure for figure, _ in group)) for name, group in groups.items()}
    unsaid = ranges.pop("unknown", None)
    if unsaid and not any(_most(each) > _most(unsaid) for each in ranges.values()):
        return Deaths(unsaid, unknown=unsaid.best)
    if not ranges:
        return Deaths(Range())
    whole, *others = ranges.values()
    for other in others:
        whole += other
    return Deaths(whole, **{name: found.best for name, found in ranges.items()})


def _most(found: Range) -> int:
    """The highest number that a range has."""
    return max(value or 0 for value in (found.low, found.best, found.high))


def _group(figure: Figure, claim: Claim, sides: tuple[str, str]) -> str:
    who = _who(figure, claim)
    if who == "civilians":
        return "civilians"
    of = claim.slot("of") or figure.of
    for name, side in zip("ab", sides, strict=True):
        if side and of == side and who == "others":
            return name
    return "unknown"


def _who(figure: Figure, claim: Claim) -> str:
    """Whom a figure counts, "civilians", "others" or ""; the claim says it where the figure does not."""
    kinds = {harmed(group) for group in figure.who.split("; ")} if figure.who else {harmed(claim.slot("who"))}
    return kinds.pop() if len(kinds) == 1 else ""


def range_of(figures: Iterable[Figure]) -> Range:
    """Lowest to highest of several figures for one thing; best is the latest, the lowest of the latest where several.

    Nobody's figure is trusted more than another's. An end stays open where a figure leaves it so ("at least 40").
    """
    given = list(figures)
    if not given:
        return Range()
    last = max(figure.as_of or "" for figure in given)
    lows = [_end(figure.low, figure.high, figure) for figure in given]
    highs = [_end(figure.high, figure.low, figure) for figure in given]
    bests = [best for figure in given if (figure.as_of or "") == last and (best := _best(figure)) is not None]
    return Range(
        None if None in lows else _whole(min(low for low in lows if low is not None)),
        _whole(min(bests, default=None)),
        None if None in highs else _whole(max(high for high in highs if high is not None)),
    )


def _end(this: float | None, other: float | None, figure: Figure) -> float | None:
    """One end of a figure, None where it is open; the number itself where neither end was noted."""
    return this if this is not None or other is not None else figure.best


def _best(figure: Figure) -> float | None:
    return most_likely(figure.low, figure.best, figure.high)


def _as_tolls(figures: Iterable[Figure]) -> list[Figure]:
    """The figures without parts and earlier counts of others; those that a text counts beside each other are one."""
    given = sorted(figures, key=lambda figure: (figure.report, figure.span))
    tolls: list[Figure] = []
    for figure in [each for each in given if not stands_back(each.note, new=each.new)] or given:
        last = tolls[-1] if tolls else None
        if last and is_beside(figure.note) and (last.report, last.what) == (figure.report, figure.what):
            tolls[-1] = _together(last, figure)
        else:
            tolls.append(figure)
    return tolls


def _together(one: Figure, other: Figure) -> Figure:
    low, best, high = ((one.low, other.low), (_best(one), _best(other)), (one.high, other.high))
    return replace(one, low=_total(*low), best=_total(*best), high=_total(*high))


def _total(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def count_civilians(figures: Sequence[Counted], what: str) -> Range:
    """The civilians, and people of whom nothing else is said, among the killed or injured."""
    return range_of(_as_tolls(f for f, claim in figures if f.what == what and _who(f, claim) != "others"))


def count_named(figures: Sequence[Counted], what: str, who: Sequence[str]) -> Range:
    """The killed or injured of whom figure or claim says one of these words, such as "children", and no other group."""
    return range_of(f for f, claim in figures if f.what == what and (f.who or claim.slot("who").casefold()) in who)
