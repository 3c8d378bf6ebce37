"""Where the places of the ledger are: each name over all reports, with the other places of its reports around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.lone_places import without_lone
from sayso.claims.naming import Naming
from sayso.types import KnownName, Place, Reading, Report
from sayso.values.gazetteers import Gazetteer
from sayso.values.places import PlaceContext, resolve_places


def locate(
    reports: Sequence[Report], readings: Sequence[Reading], naming: Naming, gazetteer: Gazetteer | None = None
) -> tuple[Place, ...]:
    """The place of every name of a place that a gazetteer has, in the order of ``naming.known``; pure.

    A name is placed report by report; over all of them the place counts that most reports mean. What the gazetteer
    does not have, invented or too small, is left out, and so is a namesake in a country that nothing else speaks of.
    """
    names = {k.name: k for k in naming.known if k.type == "LOC"}
    votes: dict[str, Counter[Place]] = defaultdict(Counter)
    datelines = {report.id: report.dateline for report in reports}
    for reading in readings:
        counts = Counter[str]()
        for name in reading.names:
            if name.type == "LOC":
                counts[naming.place(name.name)] += len(name.spans)
        told = {naming.place(claim.slot("place")) for claim in reading.claims} & names.keys()
        counts.update(dict.fromkeys(told - counts.keys(), 1))  # a place that a person set
        placed = _of_report(counts, datelines.get(reading.report, ()), names, gazetteer)
        for known, place in placed.items():
            votes[known][place] += 1
    return without_lone([votes[name].most_common(1)[0][0] for name in names if name in votes], gazetteer)


def _of_report(
    counts: Counter[str], dateline: tuple[str, ...], names: dict[str, KnownName], gazetteer: Gazetteer | None
) -> dict[str, Place]:
    spellings = {name: (name, *names[name].spellings) if name in names else (name,) for name in counts}
    around = tuple(name for name, count in counts.items() for _ in range(min(count, 5)))
    found = resolve_places([s for each in spellings.values() for s in each], PlaceContext(around, dateline), gazetteer)
    placed = {}
    for name, forms in spellings.items():
        form = next((each for each in forms if each in found), None)
        if form:
            because = found[form].because if form == name else f'as "{form}": {found[form].because}'
            placed[name] = replace(found[form], name=name, because=because)
    return placed
