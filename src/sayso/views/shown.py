"""A matter or a report as a notebook shows it: HTML with a style of its own and no script; else plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from sayso.types import Brief, Matter, Report
from sayso.views.marked import marks_of, paragraphs
from sayso.views.outline import outline
from sayso.views.templating import templates_of
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
    html = _template().render(topic=topic, report=None, reports=page.by_mark)
    return Shown(text_of(show_lines(brief, matter.id, width=_WIDTH)), html)


def show_report(brief: Brief, report: Report) -> Shown:
    """A report: its text unaltered, statements marked by stance, each saying who speaks on being pointed at."""
    marks = marks_of(outline(brief)).get(report.id, [])
    html = _template().render(topic=None, report=report, paragraphs=paragraphs(report, marks, ()), reports=())
    return Shown(report.text, html)


@cache
def _template() -> Template:
    return templates_of("sayso.views").get_template("shown.html")
