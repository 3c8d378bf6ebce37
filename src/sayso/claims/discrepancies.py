"""Passages that cannot both be right: distances and numbers of inhabitants, which last, and readings of one sentence.

What is said of one matter is compared in ``against.py``, what is counted side by side in ``counted_twice.py``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.claims.naming import Naming
from sayso.types import Discrepancy, Figure, Report, Span

AROUND = 60  # characters shown on either side of a number
BESIDE = 300  # characters within which a vague number is about the same losses
MAY_BE_INCREASE = "it may be the increase"
LASTING = ("distance", "inhabitants")  # what does not change from day to day
LIGHT = 0.3  # what such a number weighs beside what is told of the war


def find_discrepancies(
    figures: Sequence[Figure],
    reports: Mapping[str, Report],
    naming: Naming,
    within: Sequence[Discrepancy] = (),
) -> list[Discrepancy]:
    """Passages that cannot both be right, the heaviest first; each pair once.

    Args:
        figures: those of all reports that are no copies.
        reports: by id.
        naming: how names are resolved.
        within: what the matters themselves show; a pair that stands there is not listed twice.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        key = _key(figure, naming)
        if key:
            groups[key].append(figure)
    out = [d for rows in groups.values() for d in _of_group(rows, reports)]
    out += _half_told(figures, reports, naming)
    out += [_within(f, reports) for f in figures if f.new and MAY_BE_INCREASE in f.note]
    kept: list[Discrepancy] = []
    for each in [*sorted(within, key=lambda d: -d.weight), *out]:
        if not any(_same(each, other) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda d: (-d.weight, d.reports, d.evidence))


def _same(one: Discrepancy, other: Discrepancy) -> bool:
    """True where the passages of both overlap, each with one of the other."""
    passages = list(zip(other.reports, other.evidence, strict=False))
    return all(
        any(report == where and span.start < theirs.end and theirs.start < span.end for where, theirs in passages)
        for report, span in zip(one.reports, one.evidence, strict=False)
    )


def _key(figure: Figure, naming: Naming) -> tuple[str, ...]:
    """What a lasting number is of, () for all other numbers and for a distance with one end (``_half_told``)."""
    if figure.what not in LASTING or not figure.of or MAY_BE_INCREASE in figure.note:
        return ()
    if figure.what == "distance":
        ends = sorted({naming.party(naming.place(e)) for e in figure.of.split(" - ")})
        return ("distance", *ends) if len(ends) == 2 else ()
    return (figure.what, naming.party(figure.of), figure.unit, figure.who) if figure.new is not True else ()


def _half_told(figures: Sequence[Figure], reports: Mapping[str, Report], naming: Naming) -> list[Discrepancy]:
    """Distances of which one names but one end ("the town lies 14 km from X"), which another names with the same end.

    Only about as far apart counts: twice as far is another distance.
    """
    ends = [
        (f, frozenset(naming.party(naming.place(e)) for e in f.of.split(" - ")), _end(f, reports))
        for f in figures
        if f.what == "distance" and f.of
    ]
    for (a, ours, from_a), (b, theirs, from_b) in combinations(ends, 2):
        half = min(len(ours), len(theirs)) == 1 and (ours <= theirs or theirs <= ours)
        if half and ours == theirs and from_a != from_b:
            continue
        near = a.best and b.best and max(a.best, b.best) <= 2 * min(a.best, b.best)
        if half and near and a.unit == b.unit and a.report != b.report and _excludes(a, b):
            return [_between(a, b, reports)]
    return []


def _end(figure: Figure, reports: Mapping[str, Report]) -> str:
    """The word for where a distance is measured from, if it is no name: "six kilometres from the border"."""
    found = re.match(r"[\w ]{0,20}?\bfrom (?:the )?([a-z]+)", reports[figure.report].text[figure.span.end :][:50])
    return found.group(1) if found else ""


def _of_group(rows: Sequence[Figure], reports: Mapping[str, Report]) -> list[Discrepancy]:
    pairs: dict[tuple[str, ...], tuple[Figure, Figure]] = {}
    for a, b in combinations(rows, 2):
        if _excludes(a, b):
            pairs.setdefault(tuple(sorted((_number(a), _number(b)))), (a, b))
    return [_between(a, b, reports) for a, b in pairs.values()]


def _excludes(a: Figure, b: Figure) -> bool:
    if not all(f.best if f.best is not None else f.low or f.high for f in (a, b)):
        return False  # none counts something else
    slack = 0.02 if a.what == "inhabitants" else 0.0
    low_a, high_a = a.low or 0.0, a.high if a.high is not None else float("inf")
    low_b, high_b = b.low or 0.0, b.high if b.high is not None else float("inf")
    return high_a < low_b * (1 - slack) or high_b < low_a * (1 - slack)


def _number(figure: Figure) -> str:
    return f"{figure.best if figure.best is not None else figure.low or 0:,g}"


def _between(a: Figure, b: Figure, reports: Mapping[str, Report]) -> Discrepancy:
    values = [x.best if x.best is not None else x.low or 0.0 for x in (a, b)]
    apart = abs(values[0] - values[1]) / max(*values, 1.0)
    whom = f", {a.who.replace('; ', ' and ')}" if a.who else ""
    of = f" of {a.of}" if a.of else ""
    return Discrepancy(
        kind="number",
        what=f"{a.what}{whom}{of}: {_number(a)} {a.unit}, {_number(b)} {b.unit}",
        reports=(a.report, b.report),
        evidence=(_around(a, reports), _around(b, reports)),
        texts=tuple(
            reports[x.report].text[s.start : s.end] for x, s in ((a, _around(a, reports)), (b, _around(b, reports)))
        ),
        weight=LIGHT * (0.5 + apart),
        because="two numbers of one thing exclude each other",
    )


def settle_increases(figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` with A in "rose from A to B" marked as new where other figures say that it may be the increase."""
    out = []
    for figure in figures:
        why = _is_increase(figure, figures) if MAY_BE_INCREASE in figure.note and figure.new is None else ""
        out.append(replace(figure, new=True, note=f"{figure.note}; {why}") if why else figure)
    return out


def _is_increase(figure: Figure, figures: Sequence[Figure]) -> str:
    """Why A in "rose from A to B" may be the increase and not the earlier number, "" where nothing says so.

    What says so: dozens or the like counted beside it that A is one of; an earlier total of B less A. Both readings are
    kept either way.
    """
    after = next(
        (f for f in figures if f.report == figure.report and 0 < f.span.start - figure.span.start < AROUND), None
    )
    if after is None or not figure.best or not after.best or after.best <= figure.best:
        return ""
    for other in figures:
        if other.what != figure.what or other in (figure, after) or other.best is None:
            continue
        beside = other.report == figure.report and abs(other.span.start - figure.span.start) < BESIDE
        if beside and other.wording == "vague" and (other.low or 0) <= figure.best <= (other.high or after.best):
            return f"{_number(figure)} fits the vague number counted beside it"
        if other.of != figure.of or other.best >= after.best or (other.as_of or "") > (figure.as_of or "9999"):
            continue
        if other.best == after.best - figure.best:
            before = _number(other)
            return f"{before} were counted before, and {before} and {_number(figure)} make {_number(after)}"
    return ""


def _within(figure: Figure, reports: Mapping[str, Report]) -> Discrepancy:
    span, number = _around(figure, reports), _number(figure)
    words = reports[figure.report].text[span.start : span.end]
    return Discrepancy(
        "number",
        f"{figure.what}: {figure.note}",
        (figure.report,),
        (span,),
        (words,),
        0.8,
        f"{figure.note.rsplit('; ', 1)[-1]}; both readings are kept: {number} before, or {number} more",
    )


def _around(figure: Figure, reports: Mapping[str, Report]) -> Span:
    text = reports[figure.report].text
    start, end = max(0, figure.span.start - AROUND), min(len(text), figure.span.end + AROUND)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    before, after = text.rfind("\n", start, figure.span.start), text.find("\n", figure.span.end, end)
    return Span(before + 1 if before >= 0 else start, after if after >= 0 else end)
