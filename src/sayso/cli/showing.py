"""Commands that print what the ledger holds: brief, matters, show, statements, figures, names, search and so on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.group import as_json, opens_ledger, to_file
from sayso.cli.printing import dumped, print_lines, show_list, width, write_text

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.types import Matter, Rule
    from sayso.views.terminal import Line

RULES = ["sayso", "ucdp", "acled"]
by_rule = click.option(
    "--rule", type=click.Choice(RULES), help="How several counts become low, best and high; else as numbers.toml says."
)
surely = click.option("--sure", is_flag=True, help="Leave out lines that may be misread, and say how many.")
STANCES = "asserts denies confirms accuses endorses announces concedes withholds unverified other".split()
TOP = 10  # matters that the brief on a terminal shows in full


@click.command()
@click.option("--to", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text", help="The form.")
@click.option("--top", type=click.IntRange(min=0), default=TOP, show_default=True, help="Matters in full; 0: all.")
@click.option("--since", metavar="DATE|REPORT", help="Only what is new since that day, or since that report was added.")
@surely
@by_rule
@to_file
@as_json
@opens_ledger
def brief(
    ledger: Ledger,
    form: str,
    top: int,
    since: str | None,
    sure: bool,
    rule: Rule | None,
    output: str | None,
    as_json: bool,
) -> None:
    """Print where each question stands, who says so, and what the reports disagree on."""
    if since is not None:
        if not since.strip():
            raise click.UsageError("--since names a day (2020-11-08) or a report (R3)")
        if sure:
            raise click.UsageError("--sure goes with the whole brief, not with --since")
        _print_changes(ledger, since, form, output, as_json)
        return
    from sayso.views.likely import only_sure
    from sayso.views.terminal import brief_lines

    every = ledger.brief()
    every = replace(every, rule=rule or every.rule)
    found = only_sure(every) if sure else every
    if form == "text" and not as_json:
        lines = brief_lines(found, width=width(output), top=top)
        print_lines([*lines, *(_left_out(every.matters) if sure else ())], output)
    else:
        write_text(_rendered(found, "json" if as_json else form), output)


@click.command()
@as_json
@opens_ledger
def matters(ledger: Ledger, as_json: bool) -> None:
    """List the questions with where each stands, the weightiest first."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    show_list(as_json, lambda: shapes.matters_shape(found), lambda width: lists.matters_lines(found, width=width))


@click.command()
@click.argument("matter", nargs=-1, required=True, metavar="MATTER")
@surely
@by_rule
@as_json
@opens_ledger
def show(ledger: Ledger, matter: tuple[str, ...], sure: bool, rule: Rule | None, as_json: bool) -> None:
    """Show all that is said on one matter.

    MATTER is its number in the brief, the beginning of its id, or words of its question.
    """
    from sayso.views import shapes, terminal
    from sayso.views.holding import notes_of
    from sayso.views.likely import only_sure

    found, every = ledger.matter(" ".join(matter))
    found = replace(found, rule=rule or found.rule)
    found = only_sure(found, but=every.id) if sure else found
    one = next(each for each in found.matters if each.id == every.id)
    paths = {report.id: report.path for report in found.reports}
    show_list(
        as_json,
        lambda: shapes.matter_shape(one, paths, notes_of(found).get(one.id, ())),
        lambda width: [
            *terminal.show_lines(found, one.id, width=width),
            *(_left_out([every]) if sure else ()),
        ],
    )


@click.command()
@click.option("--party", metavar="NAME", help="Only of this party, in any spelling that is joined to it.")
@click.option("--speaker", metavar="NAME", help="Only by this speaker, in any spelling.")
@click.option("--stance", type=click.Choice(STANCES), help="Only of this stance.")
@click.option("--report", metavar="REPORT", help="Only from this report, by its mark, or those whose path holds this.")
@as_json
@opens_ledger
def statements(ledger: Ledger, as_json: bool, **wanted: str | None) -> None:
    """List the statements: who says what, with which stance, in which words."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    kept = ledger.statements(brief=found, **wanted)
    show_list(
        as_json,
        lambda: shapes.statements_shape(found, kept, ledger.claims()),
        lambda width: lists.statements_lines(found, kept, width=width),
    )


@click.command()
@as_json
@opens_ledger
def discrepancies(ledger: Ledger, as_json: bool) -> None:
    """List passages that cannot both be right."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    show_list(
        as_json,
        lambda: shapes.discrepancies_shape(found),
        lambda width: lists.discrepancies_lines(found, width=width),
    )


@click.command()
@as_json
@opens_ledger
def names(ledger: Ledger, as_json: bool) -> None:
    """List the names with their spellings, the party of each and why spellings were joined."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    show_list(
        as_json,
        lambda: shapes.names_shape(found.names, found.places),
        lambda width: lists.names_lines(found.names, width=width),
    )


@click.command()
@as_json
@opens_ledger
def sides(ledger: Ledger, as_json: bool) -> None:
    """List who opposes whom, with what shows it: the reports' text or your own sides.toml.

    docs/sides.md says what such a file may hold.
    """
    from sayso.views import sides as shown

    found = ledger.brief()
    show_list(as_json, lambda: shown.sides_shape(found), lambda width: shown.sides_lines(found, width=width))


@click.command()
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@as_json
@opens_ledger
def search(ledger: Ledger, text: tuple[str, ...], as_json: bool) -> None:
    """Find words in the reports, each place in its sentence."""
    from sayso.views import lists, shapes

    found, places = ledger.brief(), ledger.search(" ".join(text))
    show_list(
        as_json,
        lambda: shapes.search_shape(found, places),
        lambda width: lists.search_lines(found, places, width=width),
    )


def _left_out(matters: Iterable[Matter]) -> list[Line]:
    """How many lines `--sure` leaves out."""
    from sayso.views.likely import left_out_words
    from sayso.views.terminal import Line

    words = left_out_words(matters)
    return [Line(""), Line(words, "quiet")] if words else []


def _print_changes(ledger: Ledger, since: str, form: str, output: str | None, as_json: bool) -> None:
    from sayso.views import changes

    if form not in ("text", "json"):
        raise click.UsageError("--since prints text or JSON")
    found, made = ledger.brief(), ledger.changes(since)
    if as_json or form == "json":
        write_text(dumped(changes.changes_shape(found, made)), output)
    else:
        print_lines(changes.changes_lines(found, made, width=width(output)), output)


def _rendered(found: Any, form: str) -> str:
    from sayso import __version__
    from sayso.views import markdown, page, shapes

    if form == "json":
        return dumped(shapes.brief_shape(found))
    return markdown.brief_markdown(found) if form == "markdown" else page.brief_page(found, version=__version__)
