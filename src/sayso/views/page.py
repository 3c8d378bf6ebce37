"""The brief as one HTML file: style on board, no script, nothing fetched; readable on a telephone and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup

from sayso.types import Brief, Report, Span
from sayso.views import wording
from sayso.views.colours import pictures_css
from sayso.views.index import pins_of
from sayso.views.marked import Run, marks_of, paragraphs
from sayso.views.outline import Outline, Place, background_of, outline
from sayso.views.pictures.chart import chart_of, chart_svg
from sayso.views.pictures.matrix import matrix_svg, matter_matrix
from sayso.views.pictures.swimlane import Mark, sayings_of, swimlane_of, swimlane_svg
from sayso.views.pictures.worldmap import Pin, map_svg
from sayso.views.templating import in_two_widths, templates_of

SHORT = 20  # matters that the list at the top shows at once
LEAST = 3  # sayings of a matter that is worth a picture
CHARTS = 4  # of one matter
MOST = 3  # sayings of one side in one stance that stand open; the others fold away


def brief_page(brief: Brief, *, made: str = "", version: str = "") -> str:
    """The brief as a whole HTML page.

    Args:
        brief: what to print.
        made: when it was printed, in words; left out where empty.
        version: the version of Sayso, for the foot of the page.
    """
    page = outline(brief)
    style = Markup(_environment().get_template("brief.css").render() + pictures_css())
    shown = {
        "page": page,
        "texts": _texts(page),
        "background": background_of(page),
        "pictures": _pictures(page),
        "replaced": page.replaced,
    }
    return _template().render(**shown, style=style, made=made, version=version) + "\n"


def _pictures(page: Outline) -> dict[int, list[tuple[str, Markup]]]:
    """Number of a matter -> its pictures with their captions: for the first matters, those on which several speak."""
    spots = {place.name: place for place in page.brief.places}
    found: dict[int, list[tuple[str, Markup]]] = {}
    for topic in page.topics[:SHORT]:
        sayings = sayings_of(topic)
        if len(sayings) < LEAST:
            continue
        lanes, matrix = swimlane_of(topic), matter_matrix(topic)
        anchors = {str(number): f"#{saying.places[0].anchor}" for number, saying in enumerate(sayings, start=1)}
        drawn = [
            ("Who said what when", in_two_widths(swimlane_svg, lanes, link=_to_mark(anchors))),
            ("Who says what", in_two_widths(matrix_svg, matrix, link=_to_cell(anchors))),
        ]
        charts = [chart_of(tally) for tally in topic.tallies if len(tally.counts) > 1][:CHARTS]
        drawn += [(f"Figures over time: {chart.heading}", in_two_widths(chart_svg, chart)) for chart in charts]
        pins = pins_of(topic, spots)
        drawn += [("Where", in_two_widths(map_svg, pins, link=_to_nowhere))] if pins else []
        found[topic.number] = [(caption, picture) for caption, picture in drawn if picture]
    return found


def _to_mark(anchors: Mapping[str, str]) -> Callable[[Mark], str]:
    return lambda mark: anchors[str(mark.number)]


def _to_cell(anchors: Mapping[str, str]) -> Callable[[str], str]:
    return lambda number: anchors.get(number, "")


def _to_nowhere(pin: Pin) -> str:
    return ""


def _texts(page: Outline) -> list[tuple[str, Report, list[list[Run]]]]:
    marks, places = marks_of(page), _cited(page)
    return [
        (mark, report, paragraphs(report, marks.get(report.id, []), places.get(report.id, {}).items()))
        for mark, report in page.by_mark
    ]


def _cited(page: Outline) -> dict[str, dict[Span, str]]:
    """Report id -> every place in it that the page links to, by its anchor."""
    found: dict[str, dict[Span, str]] = {}
    for place in _places(page):
        if place.report:
            found.setdefault(place.report.id, {})[place.span] = place.anchor
    return found


def _places(page: Outline) -> Iterable[Place]:
    for topic in page.topics:
        yield from (place for group in topic.groups for saying in group.sayings for place in saying.places)
        yield from (place for tally in topic.tallies for count in tally.counts for place in count.places)
    yield from (place for tally in page.tallies for count in tally.counts for place in count.places)
    yield from (place for clash in page.clashes for _, place in clash.passages)
    yield from (place for place, _ in page.background)


@cache
def _environment() -> Environment:
    environment = templates_of("sayso.views")
    environment.globals.update(most=MOST, short=SHORT, no_date=wording.NO_DATE)
    return environment


@cache
def _template() -> Template:
    return _environment().get_template("brief.html")
