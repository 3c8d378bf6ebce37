"""A matter or a report as a notebook shows it: HTML with a style of its own and no script; else plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sayso.types import Brief, Matter, Report
from sayso.views import wording
from sayso.views.marked import marks_of, paragraphs
from sayso.views.outline import outline, sentence_around
from sayso.views.terminal import show_lines, text_of

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """Something of a ledger to look at: a notebook takes the HTML, ``print`` the text."""

    text: str
    html: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def show_matter(brief: Brief, matter: Matter) -> Shown:
    """A matter: where it stands, who says what in which words, who counts what."""
    page = outline(brief)
    topic = next(topic for topic in page.topics if topic.matter.id == matter.id)
    html = _template().render(topic=topic, report=None, reports=page.reports)
    return Shown(text_of(show_lines(brief, matter.id, width=_WIDTH)), html)


def show_report(brief: Brief, report: Report) -> Shown:
    """A report: its text unaltered, statements marked by stance, each saying who speaks on being pointed at."""
    marks = marks_of(outline(brief)).get(report.id, [])
    html = _template().render(topic=None, report=report, paragraphs=paragraphs(report, marks, ()), reports=())
    return Shown(report.text, html)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("sayso.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=wording.day_words, amount=wording.amount_words, period=wording.counted_words)
    environment.filters.update(channel=wording.channel_words)
    environment.filters.update(counter=wording.counter_words, estimate=wording.estimate_words)
    environment.globals.update(
        headings=wording.STANCE_HEADINGS,
        meanings=wording.STANDING_MEANINGS,
        sentence=lambda place: sentence_around(place.report.text, place.span) if place.report else ("", "", ""),
        nobody=wording.NOBODY,
    )
    return environment.get_template("shown.html")
