"""The command line: parse, call the ledger, print a view. Whatever is heavy is imported inside a command.

An error is one line that names the input and says what to do, exit code 1; a traceback only with --debug.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Given, Ledger, Reader
    from sayso.types import Problem
    from sayso.views.terminal import Line

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "heading": {"bold": True},
    "stance": {"underline": True},
    "quiet": {"dim": True},
    "claimed": {"fg": "cyan"},
    "corroborated": {"fg": "cyan", "bold": True},
    "unverified": {"fg": "yellow"},
    "withheld": {"fg": "yellow"},
    "disputed": {"fg": "red"},
    "denied": {"fg": "red"},
    "conceded": {"fg": "green"},
    "verified": {"fg": "green", "bold": True},
    "withdrawn": {"dim": True},
}
STANCES = "asserts denies confirms accuses endorses announces concedes withholds unverified other".split()
TOP = 10  # matters that the brief on a terminal shows in full
WIDE = 100  # columns where the output is no terminal


class Commands(click.Group):
    """Commands in the order in which they are used; errors become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of this file."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; only --debug shows a traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            raise click.ClickException("interrupted; what was added until then is kept") from None
        except Exception as error:
            if ctx.params["debug"]:
                raise
            raise click.ClickException(_message(error)) from error


def _message(error: Exception) -> str:
    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
    fault = f"{type(error).__name__}: {error}"
    return f"a fault in Sayso ({fault}); nothing stored is lost. `sayso --debug ...` shows where; please report it"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--ledger", "-l", metavar="FILE", help="The ledger file; else SAYSO_LEDGER, else sayso.db here.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(package_name="sayso", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, ledger: str | None, debug: bool) -> None:
    r"""Read news reports of a conflict and keep a ledger of who says, denies, concedes and withholds what.

    \b
    sayso add reports/        read reports into the ledger
    sayso brief               print where each question stands, and who says so
    """
    ctx.obj = ledger
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def opens_ledger(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the open ledger as its first argument, and --ledger after its own name too."""

    @click.option("--ledger", "-l", "own", metavar="FILE", help="The ledger file, here or before the command.")
    @wraps(command)
    def opened(own: str | None, **options: Any) -> None:
        from sayso.ledger import Ledger, ledger_path

        ctx = click.get_current_context()
        with Ledger.open(ledger_path(own or ctx.obj), create=ctx.info_name == "add") as ledger:
            command(ledger, **options)

    return opened


def reads_reports(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its paths, what is said of all its reports as ``given``, and the ``reader``."""

    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option("--published", metavar="DATE", help="The day of publication, 2020-11-08, where reports do not say.")
    @click.option("--outlet", metavar="NAME", help="The outlet that published them.")
    @click.option("--agency", metavar="NAME", help="The agency that wrote them.")
    @click.option("--model", metavar="FOLDER", help="A model of your own, not the one on board.")
    @wraps(command)
    def reading(*args: Any, model: str | None, **options: Any) -> None:
        from sayso.ledger import Given, load_reader

        given = Given(*(options.pop(name) for name in ("published", "outlet", "agency")))
        command(*args, given=given, reader=load_reader(model), **options)

    return reading


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
to_file = click.option("--output", "-o", metavar="FILE", help="Write to FILE, not to the terminal.")


@main.command()
@reads_reports
@opens_ledger
def add(ledger: Ledger, paths: tuple[str, ...], given: Given, reader: Reader) -> None:
    """Read reports into the ledger.

    PATH is a text or HTML file, JSON lines, a folder of them, or - for standard input. Adding a report again
    changes nothing.
    """
    with _progress() as on_progress:
        done = ledger.add(paths, given, on_progress, reader)
    click.echo(done.words())
    _finish(done.problems)


@main.command()
@click.option("--to", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text", help="The form.")
@click.option("--top", type=click.IntRange(min=0), default=TOP, show_default=True, help="Matters in full; 0: all.")
@to_file
@as_json
@opens_ledger
def brief(ledger: Ledger, form: str, top: int, output: str | None, as_json: bool) -> None:
    """Print where each question stands, who says so, and what the reports disagree on."""
    from sayso.views.terminal import brief_lines

    found = ledger.brief()
    if form == "text" and not as_json:
        _print(brief_lines(found, width=_width(output), top=top), output)
    else:
        _write(_rendered(found, "json" if as_json else form), output)


@main.command()
@as_json
@opens_ledger
def matters(ledger: Ledger, as_json: bool) -> None:
    """List the questions with where each stands, the weightiest first."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    _show(as_json, lambda: shapes.matters_shape(found), lambda width: lists.matters_lines(found, width=width))


@main.command()
@click.argument("matter", nargs=-1, required=True, metavar="MATTER")
@as_json
@opens_ledger
def show(ledger: Ledger, matter: tuple[str, ...], as_json: bool) -> None:
    """Show all that is said on one matter.

    MATTER is its number in the brief, the beginning of its id, or words of its question.
    """
    from sayso.views import lists, shapes, terminal

    found = ledger.brief()
    one = lists.find_matter(found, " ".join(matter))
    paths = {report.id: report.path for report in found.reports}
    _show(
        as_json,
        lambda: shapes.matter_shape(one, paths),
        lambda width: terminal.show_lines(found, one.id, width=width),
    )


@main.command()
@click.option("--party", metavar="NAME", help="Only of this party.")
@click.option("--speaker", metavar="NAME", help="Only by this speaker.")
@click.option("--stance", type=click.Choice(STANCES), help="Only of this stance.")
@click.option("--report", metavar="PATH", help="Only from reports whose path holds this.")
@as_json
@opens_ledger
def statements(ledger: Ledger, as_json: bool, **wanted: str | None) -> None:
    """List the statements: who says what, with which stance, in which words."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    kept = ledger.statements(brief=found, **wanted)
    _show(
        as_json,
        lambda: shapes.statements_shape(found, kept, ledger.claims()),
        lambda width: lists.statements_lines(found, kept, width=width),
    )


@main.command()
@as_json
@opens_ledger
def figures(ledger: Ledger, as_json: bool) -> None:
    """List the numbers: what is counted, of whom, who counts, low to high."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    _show(as_json, lambda: shapes.figures_shape(found), lambda width: lists.figures_lines(found, width=width))


@main.command()
@as_json
@opens_ledger
def discrepancies(ledger: Ledger, as_json: bool) -> None:
    """List passages that cannot both be right."""
    from sayso.views import lists, shapes

    found = ledger.brief()
    _show(
        as_json,
        lambda: shapes.discrepancies_shape(found),
        lambda width: lists.discrepancies_lines(found, width=width),
    )


@main.command()
@as_json
@opens_ledger
def names(ledger: Ledger, as_json: bool) -> None:
    """List the names with their spellings, the party of each and why spellings were joined."""
    from sayso.views import lists, shapes

    found = ledger.brief().names
    _show(as_json, lambda: shapes.names_shape(found), lambda width: lists.names_lines(found, width=width))


@main.command()
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@as_json
@opens_ledger
def search(ledger: Ledger, text: tuple[str, ...], as_json: bool) -> None:
    """Find words in the reports, each place in its sentence."""
    from sayso.views import lists, shapes

    found, places = ledger.brief(), ledger.search(" ".join(text))
    _show(
        as_json,
        lambda: shapes.search_shape(found, places),
        lambda width: lists.search_lines(found, places, width=width),
    )


@main.command()
@as_json
@reads_reports
def extract(paths: tuple[str, ...], given: Given, reader: Reader, as_json: bool) -> None:
    """Read reports and print what they say, without a ledger.

    With --json: one object for each report, one a line. PATH as for `add`.
    """
    from sayso.ledger import extract as read
    from sayso.types import Problem
    from sayso.views import lists, shapes

    problems = []
    with _progress(unless=sys.stdout.isatty()) as on_progress:
        for each in read(paths, given, reader, on_progress):
            if isinstance(each, Problem):
                problems.append(each)
            elif as_json:
                click.echo(json.dumps(shapes.extract_shape(*each), ensure_ascii=False))
            else:
                _print(lists.extract_lines(*each, width=_width()))
    _finish(problems)


@main.command()
@click.option("--to", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@to_file
@opens_ledger
def export(ledger: Ledger, form: str, output: str | None) -> None:
    """Write the whole ledger: the brief and all that was read, report by report."""
    from sayso.views import shapes

    _write(_dumped(shapes.export_shape(ledger.brief(), ledger.readings())), output)


def _rendered(found: Any, form: str) -> str:
    from sayso import __version__
    from sayso.views import markdown, page, shapes

    if form == "json":
        return _dumped(shapes.brief_shape(found))
    return markdown.brief_markdown(found) if form == "markdown" else page.brief_page(found, version=__version__)


def _show(as_json: bool, shape: Callable[[], Any], lines: Callable[[int], list[Line]]) -> None:
    if as_json:
        _write(_dumped(shape()), None)
    else:
        _print(lines(_width()))


def _dumped(shape: Any) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _print(lines: Iterable[Line], output: str | None = None) -> None:
    from sayso.views.terminal import text_of

    if output is not None:
        _write(text_of(lines), output)
        return
    for line in lines:
        click.secho(line.text.rstrip(), **STYLES.get(line.style, {}))


def _write(text: str, output: str | None) -> None:
    if output is None or output == "-":
        click.echo(text, nl=False)
    else:
        Path(output).write_text(text, encoding="utf-8", errors="backslashreplace")


def _width(output: str | None = None) -> int:
    return WIDE if output else min(shutil.get_terminal_size((WIDE, 24)).columns, 120)


@contextmanager
def _progress(*, unless: bool = False) -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error while reports are read; nothing where that is no terminal."""
    if unless or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[path]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, path="")
        yield lambda path, done, total: bar.update(task, completed=done, total=total or None, path=path)


def _finish(problems: Iterable[Problem]) -> None:
    """List what could not be read on standard error; exit code 1 if there is any."""
    from sayso.views.wording import count_words, problem_words

    found = [problem_words(problem) for problem in problems]
    if found:
        click.echo(f"Not read: {count_words(len(found), 'problem')}", err=True)
        for words in found:
            click.echo(f"  {words}", err=True)
        sys.exit(1)


def command_page(out: IO[str]) -> None:
    """Write the page of all commands, docs/cli.md, from the commands themselves."""
    out.write("# The commands\n\nWritten from the code by `python -m sayso.cli > docs/cli.md`; do not edit.\n")
    for name in ["", *main.list_commands(click.Context(main))]:
        command = main.commands[name] if name else main
        context = click.Context(command, info_name=f"sayso {name}".strip(), max_content_width=88, terminal_width=88)
        out.write(f"\n## {context.info_name}\n\n```text\n{command.get_help(context)}\n```\n")


if __name__ == "__main__":
    command_page(sys.stdout)
