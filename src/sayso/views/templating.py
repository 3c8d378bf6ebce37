"""What every page is printed with, the app's and those on paper: templates, words, pictures in two widths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.views import wording
from sayso.views.likely import MEANING, unsure_words
from sayso.views.outline import Place, sentence_around
from sayso.views.pictures.ink import NARROW, WIDE


def templates_of(package: str) -> Environment:
    """The templates of a package; whatever is printed is escaped."""
    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        channel=wording.channel_words,
        day=wording.day_words,
        **wording.OF_FIGURES,
        quoted=wording.quoted,
        note=wording.note_words,
        thesis=wording.thesis_words,
        problem=wording.problem_words,
        unsure=unsure_words,
    )
    environment.globals.update(
        count=wording.count_words,
        outlets_words=wording.outlets_words,
        period=wording.period_words,
        who=wording.who_words,
        headings=wording.STANCE_HEADINGS,
        meanings=wording.STANDING_MEANINGS,
        purpose=wording.PURPOSE,
        nobody=wording.NOBODY,
        unsure_means=MEANING,
        sentence=_sentence,
    )
    return environment


def _sentence(place: Place) -> tuple[str, str, str]:
    return sentence_around(place.report.text, place.span) if place.report else ("", "", "")


def in_two_widths(draw: Callable[..., str], record: Any, **how: Any) -> Markup:
    """A picture in two widths; the style sheet shows the one that fits the screen. Pictures escape what they print."""
    wide, narrow = draw(record, width=WIDE, **how), draw(record, width=NARROW, **how)
    return Markup(f'<div class="wide">{wide}</div><div class="narrow">{narrow}</div>') if wide else Markup("")
