"""The templates and the words, addresses and pictures that they print with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sayso import __version__
from sayso.app import addresses
from sayso.types import Report
from sayso.views import wording
from sayso.views.colours import STANCE_FAMILY
from sayso.views.index import outlet_of, parties_of
from sayso.views.outline import sentence_around
from sayso.views.pictures.chart import chart_svg
from sayso.views.pictures.history import history_svg
from sayso.views.pictures.ink import picture, sign
from sayso.views.pictures.matrix import matrix_svg
from sayso.views.pictures.swimlane import Mark, swimlane_svg
from sayso.views.pictures.worldmap import Pin, map_svg
from sayso.views.templating import in_two_widths, templates_of

NAV = (
    ("/", "Desk"),
    ("/matters", "Matters"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/reports", "Reports"),
    ("/names", "Names"),
    ("/figures", "Figures"),
    ("/discrepancies", "Discrepancies"),
    ("/review", "Review"),
    ("/log", "Log"),
    ("/problems", "Problems"),
)
KINDS = {"PER": "person", "ORG": "body", "LOC": "place", "MISC": "other"}


@cache
def templates() -> Environment:
    """The templates of the app; whatever is printed is escaped."""
    environment = templates_of("sayso.app")
    environment.filters.update(
        listed=wording.listed,
        parties=parties_of,
        outlet=outlet_of,
        family=STANCE_FAMILY.__getitem__,
        matter_address=addresses.matter_address,
        report_address=addresses.report_address,
        name_address=addresses.name_address,
        place_address=addresses.place_address,
        short=_short,
    )
    environment.globals.update(
        number=wording.number_words,
        kinds=KINDS,
        stance_words=wording.STANCES,
        nav=NAV,
        version=__version__,
        with_query=addresses.with_query,
        span_address=addresses.span_address,
        source_words=_source_words,
        around=lambda report, span: sentence_around(report.text, span),
        sign=_sign,
        to_mark=_to_mark,
        to_cell=_to_cell,
        to_course=lambda course: addresses.matter_address(course.matter),
        to_matter=lambda id: addresses.matter_address(id) if id else "",
        to_place=lambda pin: addresses.name_address(pin.name),
        to_pin=_to_pin,
        to_nowhere=lambda pin: "",
        swimlane=partial(in_two_widths, swimlane_svg),
        matrix=partial(in_two_widths, matrix_svg),
        chart=partial(in_two_widths, chart_svg),
        history=partial(in_two_widths, history_svg),
        worldmap=partial(in_two_widths, map_svg),
    )
    return environment


def _to_mark(path: str, query: Mapping[str, str]) -> Callable[[Mark], str]:
    """Where the signs of a swimlane lead: to the same page with that sentence shown."""
    return lambda mark: addresses.with_query(path, query, at=mark.number) + "#sentence"


def _to_cell(path: str, query: Mapping[str, str]) -> Callable[[str], str]:
    """Where the fields of a matter's matrix lead: to the same page with the sentence of that number shown."""
    return lambda number: addresses.with_query(path, query, at=number) + "#sentence" if number else ""


def _to_pin(path: str, query: Mapping[str, str]) -> Callable[[Pin], str]:
    """Where the pins of the map lead: to the same page with the matters of that place listed."""
    return lambda pin: addresses.with_query(path, query, place=pin.name) + "#place"


def _sign(stance: Any) -> Markup:
    """The sign of a stance by itself, as pictures show it."""
    drawn = picture(20, 20, sign(stance, 10, 10, 6.5), wording.STANCE_HEADINGS[stance].lower())
    return Markup('<span class="sign" aria-hidden="true">{}</span>').format(Markup(drawn))


def _source_words(report: Report) -> str:
    """Outlet, agency and day of a report."""
    source = wording.who_words(report.outlet or "", report.agency or "", report.path)
    return f"{source}, {wording.day_words(report.published)}"


def _short(words: str, most: int = 160) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
