"""The desk: what changed, where the weightiest matters stand, who has not confirmed, what is one wire story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from starlette.responses import RedirectResponse, Response

from sayso.app.answers import SEEN, Answer, Asked
from sayso.errors import NotFoundError, SaysoError
from sayso.types import Report
from sayso.views.index import Index, known_outlet, parties_of
from sayso.views.news import is_day, newest
from sayso.views.outline import Saying, Topic

TOPICS = 20
SILENT = 12
WIRES = 8
CLASHES = 6
DOUBTS = 5
YEAR = 365 * 86400  # seconds
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
    since = since_of(asked)
    records = {
        "newest": newest(index, since) if since else None,
        "seen": bool(asked.query.get("since")) or bool(asked.seen),
        "doubts": asked.snapshot.doubts[:DOUBTS],
        "doubts_in_all": len(asked.snapshot.doubts),
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
    return Answer("desk.html", "Desk", records, {"marks": index.marks})


def since_of(asked: Asked) -> str:
    """Since when a desk asks what is new: as the address says, else since it last said that it had seen all.

    Without either, the last day of the reports.

    Raises:
        SaysoError: the address says what is no day and no report.
    """
    said = asked.query.get("since")
    if said:
        try:
            if not is_day(said):
                asked.index.report(said)
        except NotFoundError as error:
            raise SaysoError(str(error)) from error  # the page is there, and the question is wrong
        return said
    if asked.seen in asked.index.reports:
        return asked.seen
    return asked.index.outline.last


def mark_seen(asked: Asked, form: Mapping[str, str]) -> Response:
    """Remember, in this browser, that everything up to the latest report was seen."""
    answer = RedirectResponse("/", 303)
    if asked.index.arrivals:
        answer.set_cookie(SEEN, asked.index.arrivals[-1], max_age=YEAR, httponly=True, samesite="lax")
    return answer


@lru_cache(maxsize=1)
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


@lru_cache(maxsize=1)
def wires(index: Index) -> list[Wire]:
    """Dispatches that several reports are, the most printed first."""
    found = []
    for group in index.brief.copies:
        reports = [index.reports[each] for each in group if each in index.reports]
        if len(reports) > 1:
            agency = next((report.agency for report in reports if report.agency), "") or ""
            title = next((report.title for report in reports if report.title), "") or reports[0].path
            outlets = tuple(dict.fromkeys(outlet for report in reports if (outlet := known_outlet(report))))
            found.append(Wire(agency, title, tuple(reports), outlets))
    return sorted(found, key=lambda wire: -len(wire.reports))
