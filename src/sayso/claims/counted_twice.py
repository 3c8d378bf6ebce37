"""Numbers of one thing that stand close together, or where one paragraph is told again, and cannot both be right.

Beside ``discrepancies.py``, which compares numbers over all reports by whose they are, this looks at where they stand:
two counters in neighbouring sentences of one report ("a driver counted 40 buses; the town hall makes it 25"), a number
that is put right ("not four, but three"), and a background paragraph that comes back with another number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.claims.naming import Naming
from sayso.claims.origins import RECURS, containment, word_runs
from sayso.types import Discrepancy, Figure, Report, Span

NEAR = 200  # characters between two numbers that count one thing
PUT_RIGHT = 60  # between a number and the one that it is put right by
BEFORE = 3  # figures before one that are looked at
FEW_TIMES = 40
AROUND = 60
NEVER = ("share", "inhabitants", "distance")  # what two people do not count
PART = re.compile(
    r"\s+(?:\w+\s+)?(?:of (?:them|whom|those|these|which|the (?:dead|killed|injured|wounded))|"
    r"(?:(?:is|are|was|were) )?among (?:them|the (?:dead|killed|injured|wounded)))\b",
    re.I,
)
EARLIER = re.compile(r"\b(?:earlier|previously|until then|so far|still|first)\b[^.]*$", re.I)
NOT = re.compile(r"\bnot\s+[“\"‘']?$", re.IGNORECASE)


def find_counted_twice(
    figures: Sequence[Figure], background: Sequence[tuple[str, Span]], reports: Mapping[str, Report], naming: Naming
) -> list[Discrepancy]:
    """Each pair of numbers once.

    Args:
        figures: those of reports that are no copies.
        background: paragraphs that come back, by report.
        reports: by id.
        naming: how names are resolved.
    """
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: f.span):
        by_report[figure.report].append(figure)
    out = [d for rows in by_report.values() for d in _beside(rows, reports, naming)]
    return out + _told_again(figures, background, reports)


def _beside(rows: Sequence[Figure], reports: Mapping[str, Report], naming: Naming) -> list[Discrepancy]:
    out = []
    for place, later in enumerate(rows):
        for earlier in reversed(rows[max(0, place - BEFORE) : place]):
            apart = later.span.start - earlier.span.end
            text = reports[later.report].text
            if not _one_thing(earlier, later, naming) or later.new or earlier.new:
                continue
            if any(is_part(each, text) for each in (earlier, later)) or EARLIER.search(
                text[: earlier.span.start][-60:]
            ):
                continue
            if apart <= PUT_RIGHT and any(NOT.search(text[: each.span.start][-12:]) for each in (earlier, later)):
                out.append(_between(earlier, later, reports, 1.0, "one number is put right by the other"))
                break
            counters = {earlier.by, later.by}
            if apart <= NEAR and len(counters) == 2 and "\n\n" not in text[earlier.span.end : later.span.start]:
                weight = 0.9 if "" not in counters else 0.7
                out.append(_between(earlier, later, reports, weight, "two counts of one thing stand beside each other"))
                break
    return out


def is_part(figure: Figure, text: str) -> bool:
    """True for a number of some among others: "nine of them", "eight of those killed"."""
    return bool(PART.match(text[figure.span.end :][:40])) or not _best(figure)


def _one_thing(a: Figure, b: Figure, naming: Naming) -> bool:
    """True where both count one thing, and their numbers exclude each other."""
    if a.what in NEVER or a.what != b.what or len({a.unit, b.unit} - {"", "people"}) > 1:
        return False
    of = {naming.party(f.of) or f.of for f in (a, b) if f.of}
    who = {f.who for f in (a, b) if f.who}
    return len(of) < 2 and len(who) < 2 and _excludes(a, b)


def _excludes(a: Figure, b: Figure) -> bool:
    low, high = sorted((_best(a), _best(b)))
    if low <= 0 or high / low > FEW_TIMES:
        return False
    return _top(a) < (b.low or 0.0) or _top(b) < (a.low or 0.0)


def _told_again(
    figures: Sequence[Figure], background: Sequence[tuple[str, Span]], reports: Mapping[str, Report]
) -> list[Discrepancy]:
    """What one paragraph counts otherwise from report to report."""
    told = [
        (figure, word_runs(reports[report].text[span.start : span.end]))
        for report, span in background
        for figure in figures
        if figure.report == report and span.start <= figure.span.start and figure.span.end <= span.end
    ]
    most: dict[tuple[str, float, float], tuple[float, Figure, Figure]] = {}
    for place, (later, theirs) in enumerate(told):
        for earlier, ours in told[:place]:
            alike = containment(ours, theirs) if earlier.report != later.report else 0.0
            one = earlier.what == later.what and earlier.unit == later.unit and _excludes(earlier, later)
            low, high = sorted((_best(earlier), _best(later)))
            if one and alike >= RECURS and alike > most.get((later.what, low, high), (0.0,))[0]:
                most[later.what, low, high] = (alike, earlier, later)
    why = "a paragraph that is told again has another number"
    return [_between(earlier, later, reports, 0.5, why) for _, earlier, later in most.values()]


def _between(a: Figure, b: Figure, reports: Mapping[str, Report], weight: float, because: str) -> Discrepancy:
    spans = (_around(a, reports), _around(b, reports))
    values = (f"{_best(a):,g}", f"{_best(b):,g}")
    counters = [f"{f.by}: " if f.by else "" for f in (a, b)]
    of = f" of {a.of or b.of}" if a.of or b.of else ""
    return Discrepancy(
        kind="number",
        what=f"{a.what}{of}: {counters[0]}{values[0]}, {counters[1]}{values[1]}",
        reports=(a.report, b.report),
        evidence=spans,
        texts=tuple(reports[f.report].text[s.start : s.end] for f, s in zip((a, b), spans, strict=True)),
        weight=weight,
        because=because,
    )


def _around(figure: Figure, reports: Mapping[str, Report]) -> Span:
    """The sentence part around a number, to whole words and within its paragraph."""
    text = reports[figure.report].text
    start = max(text.rfind("\n", 0, figure.span.start) + 1, figure.span.start - AROUND)
    stop = text.find("\n", figure.span.end)
    end = min(stop if stop >= 0 else len(text), figure.span.end + AROUND)
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def _best(figure: Figure) -> float:
    return next((x for x in (figure.best, figure.low, figure.high) if x is not None), 0.0)


def _top(figure: Figure) -> float:
    return figure.high if figure.high is not None else float("inf")
