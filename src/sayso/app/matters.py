"""The list of matters, and a matter with all that is said on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.app.answers import Answer, Asked
from sayso.app.lists import leaf_of
from sayso.types import Report, Standing
from sayso.views.index import OPEN, Index, known_outlet
from sayso.views.outline import Clash, Topic
from sayso.views.pictures.chart import Chart, chart_of
from sayso.views.pictures.matrix import matter_matrix
from sayso.views.pictures.swimlane import sayings_of, swimlane_of

CHARTS = 6  # of one matter; the other figures are in the table


@dataclass(frozen=True, slots=True)
class Origin:
    """A dispatch and the reports that printed it."""

    agency: str
    reports: tuple[Report, ...]
    outlets: tuple[str, ...]


def matters_page(asked: Asked) -> Answer:
    """All matters by weight; narrowed by standing, kind and words of the question."""
    index = asked.index
    standing, kind, words = (asked.query.get(key, "") for key in ("standing", "kind", "q"))
    found = narrowed(index, standing, kind, words)
    records = {
        "leaf": leaf_of(found, asked.number("page")),
        "standings": index.standings,
        "matter_kinds": index.kinds,
        "standing": standing,
        "kind": kind,
        "q": words,
    }
    return Answer("matters.html", "Matters", records)


def matter_page(asked: Asked) -> Answer:
    """One matter: the question, how it stands, who says what when, figures, origins, discrepancies, history."""
    index = asked.index
    topic = asked.topic(asked.part("id"))
    sayings = sayings_of(topic)
    at = min(asked.number("at", 0), len(sayings))
    records = {
        "topic": topic,
        "matter": topic.matter,
        "notes": topic.notes,
        "day": asked.query.get("on", ""),
        "standing_then": standing_on(topic, asked.query.get("on", "")),
        "swimlane_record": swimlane_of(topic),
        "at": at,
        "chosen": sayings[at - 1] if at else None,
        "matrix_record": matter_matrix(topic),
        "charts": charts_of(topic),
        "origins": origins_of(topic, index),
        "clashes": clashes_of(topic, index),
        "pins": index.pins_of([topic])[0],
        "neighbours": neighbours_of(topic, index),
    }
    return Answer("matter.html", topic.matter.question, records)


def narrowed(index: Index, standing: str, kind: str, words: str = "") -> Sequence[Topic]:
    """The matters of this standing and kind with these words in their question; "" for any."""
    if not (standing or kind or words):
        return index.outline.topics
    wanted = words.casefold().split()
    return [
        topic
        for topic in index.outline.topics
        if (not standing or standing_word(topic) == standing)
        and (not kind or topic.matter.kind == kind)
        and all(word in topic.matter.question.casefold() for word in wanted)
    ]


def standing_word(topic: Topic) -> str:
    """How a matter stands now, "open" where nothing dated says so."""
    return topic.now.standing if topic.now else OPEN


def standing_on(topic: Topic, day: str) -> Standing | None:
    """How a matter stood on a day; None where it was not yet spoken of, or for no day."""
    before = [each for each in topic.matter.standings if day and each.date <= day]
    return before[-1] if before else None


def charts_of(topic: Topic) -> list[Chart]:
    """Charts of what is counted more than once."""
    return [chart_of(tally) for tally in topic.tallies if len(tally.counts) > 1][:CHARTS]


def origins_of(topic: Topic, index: Index) -> list[Origin]:
    """The reports that a matter rests on, by the dispatch that they are, the most printed first."""
    groups: dict[str, list[Report]] = {}
    for id in dict.fromkeys(position.report for position in topic.matter.positions):
        if id in index.reports:
            groups.setdefault(index.origin.get(id, id), []).append(index.reports[id])
    found = [
        Origin(
            next((report.agency for report in reports if report.agency), "") or "",
            tuple(reports),
            tuple(dict.fromkeys(outlet for report in reports if (outlet := known_outlet(report)))),
        )
        for reports in groups.values()
    ]
    return sorted(found, key=lambda origin: (-len(origin.reports), origin.reports[0].published or "9999"))


def clashes_of(topic: Topic, index: Index) -> list[Clash]:
    """Discrepancies of which a passage lies in the words of this matter."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for position in topic.matter.positions:
        spans.setdefault(position.report, []).append((position.evidence.start, position.evidence.end))
    for figure in topic.matter.figures:
        spans.setdefault(figure.report, []).append((figure.span.start, figure.span.end))
    near = {id(clash): clash for report in spans for clash in index.clashes_in.get(report, ())}
    return [
        clash
        for clash in near.values()
        if any(
            start < place.span.end and place.span.start < end
            for _, place in clash.passages
            if place.report
            for start, end in spans.get(place.report.id, ())
        )
    ]


def neighbours_of(topic: Topic, index: Index, most: int = 6) -> list[Topic]:
    """Other matters that the same statements or reports bear on, those that share most first."""
    shared: dict[str, int] = {}
    for report in {position.report for position in topic.matter.positions}:
        for other in index.topics_of_report.get(report, ()):
            if other.matter.id != topic.matter.id:
                shared[other.matter.id] = shared.get(other.matter.id, 0) + 1
    ranked = sorted(shared, key=lambda each: (-shared[each], index.topics[each].number))
    return [index.topics[each] for each in ranked[:most]]
