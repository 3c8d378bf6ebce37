"""Search with its filters, and the lists that go across matters: figures, discrepancies, map, timeline, problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.app.answers import Answer, Asked
from sayso.app.lists import Leaf, leaf_of
from sayso.app.matters import narrowed
from sayso.types import Report, Span
from sayso.views.asked import figures_about
from sayso.views.index import FACETS, Index
from sayso.views.outline import Topic, tallies_of
from sayso.views.pictures.chart import chart_of
from sayso.views.pictures.history import history_of
from sayso.views.pictures.matrix import ledger_matrix
from sayso.views.pictures.worldmap import View, view_of

LIMIT = 120  # paragraphs that a search looks at
VALUES = 40  # choices of a filter
COURSES = 25  # matters of the timeline's picture
FIGURES = 12  # tallies of a page
CLASHES = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a report that holds the words."""

    report: Report
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A matter whose standing changed on a day."""

    day: str
    topic: Topic
    standing: str
    before: str
    because: str


def search_page(asked: Asked) -> Answer:
    """Statements and places in reports that hold these words, narrowed by the filters."""
    index = asked.index
    words = asked.query.get("q", "")
    chosen = {facet: asked.query.get(facet, "") for facet in FACETS}
    days = (asked.query.get("from", ""), asked.query.get("to", ""))
    hits = [Hit(index.reports[id], span) for id, span in asked.site.ledger.search(words, LIMIT) if id in index.reports]
    numbers = _matching(index, chosen, days, hits if words else None)
    filtered = any(chosen.values()) or any(days)
    leaf = leaf_of(numbers, asked.number("page"))
    said = Leaf(tuple(index.said[each] for each in leaf.lines), leaf.number, leaf.last, leaf.total, leaf.first_line)
    records = {
        "q": words,
        "chosen": chosen,
        "first": days[0],
        "last": days[1],
        "leaf": said if words or filtered else None,
        "hits": [] if filtered else hits[:20],
        "hits_in_all": 0 if filtered else len(hits),
    }
    offered = {facet: _offer(index, facet, chosen[facet]) for facet in FACETS}
    return Answer("search.html", f"Search: {words}" if words else "Search", records, {"offered": offered})


def figures_page(asked: Asked) -> Answer:
    """All figures by what they count, the most counted first, each with its chart."""
    index = asked.index
    words = asked.query.get("q", "")
    found = tallies_of(figures_about(index.brief, words.split()), index.places) if words else index.tallies
    leaf = leaf_of(found, asked.number("page"), FIGURES)
    records = {"leaf": leaf, "charts": [chart_of(tally) for tally in leaf.lines], "q": words}
    return Answer("figures.html", "Figures", records)


def discrepancies_page(asked: Asked) -> Answer:
    """Passages that cannot both be right, the heaviest first."""
    clashes = asked.index.outline.clashes
    kind = asked.query.get("kind", "")
    found = [clash for clash in clashes if not kind or clash.discrepancy.kind == kind]
    records = {
        "leaf": leaf_of(found, asked.number("page"), CLASHES),
        "clash_kinds": asked.index.clash_kinds,
        "kind": kind,
    }
    return Answer("discrepancies.html", "Discrepancies", records)


def map_page(asked: Asked) -> Answer:
    """Matters on a map. Places without known coordinates are named beside it and stand nowhere on it."""
    index = asked.index
    standing, kind, place = (asked.query.get(key, "") for key in ("standing", "kind", "place"))
    topics = narrowed(index, standing, kind)
    pins, unknown = index.pins_of(topics) if standing or kind else index.all_pins
    view = _view(asked.query.get("view", "")) or (view_of(pins) if pins else None)
    records = {
        "pins": pins,
        "unknown": unknown[:VALUES],
        "unknown_in_all": len(unknown),
        "view": view,
        "place": place,
        "topics": [topic for topic in topics if place in index.places_of_topic(topic)][:VALUES] if place else [],
        "standings": index.standings,
        "matter_kinds": index.kinds,
        "standing": standing,
        "kind": kind,
    }
    return Answer("map.html", "Map", records, {"moves": _moves(view) if view else []})


def timeline_page(asked: Asked) -> Answer:
    """How matters stood over time, every change by day, and who says what on which matter."""
    index = asked.index
    standing, kind = (asked.query.get(key, "") for key in ("standing", "kind"))
    topics = narrowed(index, standing, kind)
    leaf = leaf_of(topics, asked.number("page"), COURSES)
    records = {
        "leaf": leaf,
        "history_record": history_of(leaf.lines),
        "matrix_record": ledger_matrix(leaf.lines),
        "changes": _changes(leaf.lines),
        "standings": index.standings,
        "matter_kinds": index.kinds,
        "standing": standing,
        "kind": kind,
    }
    return Answer("timeline.html", "Timeline", records)


def problems_page(asked: Asked) -> Answer:
    """What could not be read, and what to do about it."""
    leaf = leaf_of(asked.index.brief.problems, asked.number("page"))
    undated = asked.index.outline.undated
    records = {"leaf": leaf, "undated": [report for _, report in undated[:VALUES]], "undated_in_all": len(undated)}
    return Answer("problems.html", "Problems", records)


def _matching(index: Index, chosen: dict[str, str], days: tuple[str, str], hits: list[Hit] | None) -> Sequence[int]:
    """The numbers of the statements that answer to everything, the newest first."""
    sets = [index.facets[facet].get(value, set()) for facet, value in chosen.items() if value]
    if hits is not None:
        sets.append(_numbers_at(index, hits))
    between = index.numbers_between(*days)
    return sorted(each for each in set.intersection(*sets) if each in between) if sets else between


def _numbers_at(index: Index, hits: list[Hit]) -> set[int]:
    """The statements that lie where something was found."""
    found = set()
    for hit in hits:
        for number in index.numbers_in.get(hit.report.id, ()):
            cover = index.said[number].cover
            if cover.start < hit.span.end and hit.span.start < cover.end:
                found.add(number)
    return found


def _offer(index: Index, facet: str, chosen: str) -> list[tuple[str, int]]:
    """The choices of a filter, the most frequent first; what is chosen is among them."""
    counted = index.facet_counts[facet]
    offered = counted[:VALUES]
    if chosen and chosen not in dict(offered):
        offered = [*offered, (chosen, dict(counted).get(chosen, 0))]
    return offered


def _changes(topics: tuple[Topic, ...]) -> list[Change]:
    found = []
    for topic in topics:
        before = ""
        for each in topic.matter.standings:
            if each.date:
                found.append(Change(each.date, topic, each.standing, before, each.because))
            before = each.standing
    return sorted(found, key=lambda change: change.day, reverse=True)


def _view(words: str) -> View | None:
    """The part of the world that an address names, "39.8,46.7,5": latitude, longitude, degrees across."""
    try:
        lat, lon, span = (float(part) for part in words.split(","))
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0.1 <= span <= 360):
        return None
    return View(lat, lon, span)


def _moves(view: View) -> list[tuple[str, str, str]]:
    """Where the map can go from here: sign, words, and the view as an address names it."""
    moved = [
        ("+", "nearer", view.zoomed(2)),
        ("−", "farther", view.zoomed(0.5)),
        ("←", "west", view.moved(-0.3, 0)),
        ("→", "east", view.moved(0.3, 0)),
        ("↑", "north", view.moved(0, 0.2)),
        ("↓", "south", view.moved(0, -0.2)),
    ]
    return [(sign, words, f"{each.lat:.2f},{each.lon:.2f},{each.span:.2f}") for sign, words, each in moved]
