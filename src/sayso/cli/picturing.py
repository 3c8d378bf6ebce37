"""Commands that draw: timeline, matrix, figures, map; as text in a terminal, as SVG, PNG or HTML in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.group import as_json, opens_ledger, to_file
from sayso.cli.printing import dumped, show_list, width, write_text

if TYPE_CHECKING:
    from sayso.ledger import Ledger

MATTERS = 25  # of a picture over many matters
COUNTED = 12  # things counted, of a picture of figures

form = click.option(
    "--to",
    "form",
    type=click.Choice(["text", "svg", "png", "html"]),
    default="text",
    show_default=True,
    help="The form.",
)


@click.command()
@click.argument("matter", nargs=-1, metavar="[MATTER]")
@form
@to_file
@opens_ledger
def timeline(ledger: Ledger, matter: tuple[str, ...], form: str, output: str | None) -> None:
    """Draw who said what when on MATTER; without one, how the weightiest matters stood over time."""
    from sayso.views.outline import outline
    from sayso.views.pictures import history, swimlane

    page = outline(ledger.brief())
    if matter:
        one = ledger.meant(page.brief, " ".join(matter))
        lanes = swimlane.swimlane_of(next(each for each in page.topics if each.matter.id == one.id))
        lines = swimlane.swimlane_lines(lanes, width=width(output))
        _draw(form, output, lines, [(one.question, swimlane.swimlane_svg(lanes))], "Who said what when")
    else:
        courses = history.history_of(page.topics[:MATTERS])
        lines = history.history_lines(courses, width=width(output))
        _draw(form, output, lines, [("", history.history_svg(courses))], "How the matters stood over time")


@click.command()
@click.argument("matter", nargs=-1, metavar="[MATTER]")
@form
@to_file
@opens_ledger
def matrix(ledger: Ledger, matter: tuple[str, ...], form: str, output: str | None) -> None:
    """Draw who says what on MATTER; without one, on the weightiest matters."""
    from sayso.views.outline import outline
    from sayso.views.pictures.matrix import ledger_matrix, matrix_lines, matrix_svg, matter_matrix

    page = outline(ledger.brief())
    if matter:
        one = ledger.meant(page.brief, " ".join(matter))
        made = matter_matrix(next(each for each in page.topics if each.matter.id == one.id))
    else:
        made = ledger_matrix(page.topics[:MATTERS])
    _draw(form, output, matrix_lines(made, width=width(output)), [("", matrix_svg(made))], made.title)


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]")
@form
@to_file
@as_json
@opens_ledger
def figures(ledger: Ledger, words: tuple[str, ...], form: str, output: str | None, as_json: bool) -> None:
    """List the numbers: what is counted, of whom, who counts, low to high.

    WORDS narrow them to what is counted, of whom, or where: to figures of which all of these words stand in what is
    counted, in the question of a matter or in the sentence. A picture shows what is counted more than once.
    """
    from sayso.views import lists, shapes
    from sayso.views.asked import figures_about
    from sayso.views.outline import places_of, tallies_of
    from sayso.views.pictures.chart import chart_lines, chart_of, chart_svg

    found = ledger.brief()
    if form == "text" and output is None and not words:
        show_list(as_json, lambda: shapes.figures_shape(found), lambda room: lists.figures_lines(found, width=room))
        return
    kept = figures_about(found, words)
    if as_json:
        write_text(dumped(shapes.figures_shape(found, kept)), output)
        return
    tallies = tallies_of(kept, places_of(found))
    charts = [chart_of(tally) for tally in tallies if len(tally.counts) > 1 or words][:COUNTED]
    lines = [line for chart in charts for line in [*chart_lines(chart, width=width(output)), ""]]
    drawn = [(chart.heading, chart_svg(chart)) for chart in charts]
    _draw(form, output, lines or ["No figures."], drawn, "Figures over time")


@click.command("map")
@click.argument("matter", nargs=-1, metavar="[MATTER]")
@form
@to_file
@opens_ledger
def map_(ledger: Ledger, matter: tuple[str, ...], form: str, output: str | None) -> None:
    """Draw where the matters are, or MATTER; a place without known coordinates stands nowhere."""
    from sayso.views.index import Index
    from sayso.views.pictures.worldmap import map_lines, map_svg

    index = Index(ledger.brief(), (), ())
    topics = list(index.outline.topics)
    if matter:
        topics = [index.topics[ledger.meant(index.brief, " ".join(matter)).id]]
    pins, _ = index.pins_of(topics)
    _draw(form, output, map_lines(pins, width=width(output)), [("", map_svg(pins, link=lambda _: ""))], "Map")


def _draw(form: str, output: str | None, lines: list[str], pictures: list[tuple[str, str]], title: str) -> None:
    """Write lines or pictures in the form that was asked for."""
    from sayso.views.pictures.sheet import picture_page, png_of, stacked

    if form == "text":
        write_text("".join(f"{line}\n" for line in lines), output)
        return
    drawn = [(caption or title, svg) for caption, svg in pictures if svg]
    if not drawn:
        raise click.ClickException("there is nothing to draw: nothing of this has a day, a number or a place")
    if form == "html":
        write_text(picture_page(drawn, title), output)
    elif form == "svg":
        write_text(stacked(drawn, title) + "\n", output)
    else:
        _write_bytes(png_of(stacked(drawn, title)), output)


def _write_bytes(made: bytes, output: str | None) -> None:
    if output is not None and output != "-":
        Path(output).write_bytes(made)
    elif sys.stdout.isatty():
        raise click.UsageError("a PNG does not belong on a terminal; name a file with --output")
    else:
        sys.stdout.buffer.write(made)
