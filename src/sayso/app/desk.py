"""The desk: what changed, where the weightiest matters stand, who has not confirmed, what is one wire story."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.app.answers import Answer, Asked
from sayso.types import Report
from sayso.views.index import Index, outlet_of, parties_of
from sayso.views.outline import Saying, Topic

TOPICS = 20
SILENT = 12
WIRES = 8
CLASHES = 6
_ANSWERS = frozenset({"asserts", "confirms", "denies", "concedes", "accuses"})


@dataclass(frozen=True, slots=True)
class Silence:
    """A party that was asked and has not said: the matter, and the latest words in which it held back."""

    party: str
    topic: Topic
    saying: Saying


@dataclass(frozen=True, slots=True)
class Wire:
    """Reports that are one dispatch: who wrote it, and where it was printed."""

    agency: str
    title: str
    reports: tuple[Report, ...]
    outlets: tuple[str, ...]


def desk_page(asked: Asked) -> Answer:
    """What a desk looks at first."""
    index = asked.index
    records = {
        "summary": {
            "reports": len(index.reports),
            "origins": index.outline.origins,
            "matters": len(index.topics),
            "statements": len(index.said),
            "first": index.outline.first,
            "last": index.outline.last,
        },
        "topics": index.outline.topics[:TOPICS],
        "silences": silences(index, SILENT),
        "wires": wires(index)[:WIRES],
        "wires_in_all": len(index.outline.copies),
        "clashes": index.outline.clashes[:CLASHES],
        "problems": len(index.brief.problems),
    }
    return Answer("desk.html", "Desk", records)


def silences(index: Index, most: int) -> list[Silence]:
    """Parties whose last word on a matter holds back, the weightiest matters first."""
    found: list[Silence] = []
    for topic in index.outline.topics:
        if len(found) >= most:
            break
        last: dict[str, Saying] = {}
        for saying in sorted((s for group in topic.groups for s in group.sayings), key=lambda each: each.date):
            for party in parties_of(saying.party):
                if saying.stance in _ANSWERS or saying.stance == "withholds":
                    last[party] = saying
        found += [Silence(party, topic, said) for party, said in last.items() if said.stance == "withholds"]
    return found[:most]


def wires(index: Index) -> list[Wire]:
    """Dispatches that several reports are, the most printed first."""
    found = []
    for group in index.brief.copies:
        reports = [index.reports[each] for each in group if each in index.reports]
        if len(reports) > 1:
            agency = next((report.agency for report in reports if report.agency), "") or ""
            title = next((report.title for report in reports if report.title), "") or reports[0].path
            outlets = tuple(dict.fromkeys(outlet_of(report) for report in reports))
            found.append(Wire(agency, title, tuple(reports), outlets))
    return sorted(found, key=lambda wire: -len(wire.reports))
