"""Passages that cannot both be right: numbers of one thing that exclude each other, in two reports or one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.claims.naming import Naming
from sayso.types import Discrepancy, Figure, Report, Span, Statement

AROUND = 60  # characters shown on either side of a number
LASTING = ("distance", "inhabitants")  # what does not change from day to day


def find_discrepancies(
    figures: Sequence[Figure],
    statements: Mapping[str, Statement],
    reports: Mapping[str, Report],
    naming: Naming,
    within: Sequence[Discrepancy] = (),
) -> list[Discrepancy]:
    """Numbers that exclude each other, the heaviest first; each pair of counters once for one thing.

    Args:
        figures: those of all reports that are no copies.
        statements: by id.
        reports: by id.
        naming: how names are resolved.
        within: what the matters themselves show; a pair that stands there is not listed twice.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        key = _key(figure, naming)
        if key:
            groups[key].append(figure)
    out = [d for rows in groups.values() for d in _of_group(rows, statements, reports, naming)]
    out += [
        _within(f, reports) for f in figures if "from" in f.note and f.new is not None and _first_of_pair(f, figures)
    ]
    out = [*within, *(d for d in out if not any(_same(d, other) for other in within))]
    return sorted(out, key=lambda d: (-d.weight, d.reports, d.evidence))


def _same(one: Discrepancy, other: Discrepancy) -> bool:
    """True where the passages of both overlap, each with one of the other."""
    passages = list(zip(other.reports, other.evidence, strict=False))
    return all(
        any(report == where and span.start < theirs.end and theirs.start < span.end for where, theirs in passages)
        for report, span in zip(one.reports, one.evidence, strict=False)
    )


def _key(figure: Figure, naming: Naming) -> tuple[str, ...]:
    if figure.what == "distance":
        ends = sorted({naming.party(naming.place(e)) for e in figure.of.split(" - ")})
        return ("distance", *ends) if len(ends) == 2 else ()
    of = naming.party(figure.of) if figure.of else ""
    return (figure.what, of, figure.unit) if of and figure.new is not True else ()


def _of_group(
    rows: Sequence[Figure], statements: Mapping[str, Statement], reports: Mapping[str, Report], naming: Naming
) -> list[Discrepancy]:
    seen: set[tuple[str, ...]] = set()
    out = []
    for a, b in combinations(rows, 2):
        if not _excludes(a, b) or not _comparable(a, b, statements, naming):
            continue
        pair = tuple(sorted((_counter(a, statements, naming), _counter(b, statements, naming)))) + tuple(
            sorted((_number(a), _number(b)))
        )
        if pair not in seen:
            seen.add(pair)
            out.append(_between(a, b, reports))
    return out


def _comparable(a: Figure, b: Figure, statements: Mapping[str, Statement], naming: Naming) -> bool:
    """A toll that one counter raises from day to day is no discrepancy; what stays, and other counters, are."""
    if a.what in LASTING:
        return True
    same = _counter(a, statements, naming) == _counter(b, statements, naming)
    return a.as_of == b.as_of if same else bool(a.statement and b.statement)


def _counter(figure: Figure, statements: Mapping[str, Statement], naming: Naming) -> str:
    statement = statements.get(figure.statement or "")
    return (naming.party(statement.party) or naming.speaker(statement.speaker)) if statement else ""


def _excludes(a: Figure, b: Figure) -> bool:
    slack = 0.0 if a.what != "inhabitants" else 0.02
    low_a, high_a = a.low or 0.0, a.high if a.high is not None else float("inf")
    low_b, high_b = b.low or 0.0, b.high if b.high is not None else float("inf")
    return high_a < low_b * (1 - slack) or high_b < low_a * (1 - slack)


def _number(figure: Figure) -> str:
    return f"{figure.best if figure.best is not None else figure.low or 0:,g}"


def _between(a: Figure, b: Figure, reports: Mapping[str, Report]) -> Discrepancy:
    values = [x.best if x.best is not None else x.low or 0.0 for x in (a, b)]
    apart = abs(values[0] - values[1]) / max(*values, 1.0)
    lasting = 0.3 if a.what in LASTING else 1.0
    of = f" of {a.of}" if a.of else ""
    return Discrepancy(
        kind="number",
        what=f"{a.what}{of}: {_number(a)} {a.unit}, {_number(b)} {b.unit}",
        reports=(a.report, b.report),
        evidence=(_around(a, reports), _around(b, reports)),
        texts=tuple(
            reports[x.report].text[s.start : s.end] for x, s in ((a, _around(a, reports)), (b, _around(b, reports)))
        ),
        weight=lasting * (0.5 + apart),
        because="two numbers of one thing exclude each other",
    )


def _within(figure: Figure, reports: Mapping[str, Report]) -> Discrepancy:
    span = _around(figure, reports)
    words = reports[figure.report].text[span.start : span.end]
    return Discrepancy(
        "number",
        f"{figure.what}: {figure.note}",
        (figure.report,),
        (span,),
        (words,),
        0.8,
        "the sentence may be a mistranslation: both readings are kept",
    )


def _first_of_pair(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for the first of the two numbers of one "from ... to"."""
    return not any(
        f.report == figure.report and f.note == figure.note and 0 < figure.span.start - f.span.start < AROUND
        for f in figures
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
