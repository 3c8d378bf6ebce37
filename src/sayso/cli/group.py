"""The group that holds all commands, and what several of them share: the open ledger, the reports to read, options.

An error is one line that names the input and says what to do, exit code 1; a traceback only with --debug.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from sayso.errors import SaysoError


class Commands(click.Group):
    """Commands in the order in which they are used; errors become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they were added."""
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
@click.option("--sides", metavar="FILE", help="What you say of the sides; else sides.toml beside the ledger.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(package_name="sayso", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, ledger: str | None, sides: str | None, debug: bool) -> None:
    """Read news reports of a conflict and keep a ledger of who says, denies, concedes and withholds what.

    \b
    sayso add reports/        read reports into the ledger
    sayso brief               print where each question stands, and who says so
    """  # noqa: D301
    ctx.obj = ledger
    ctx.meta["sayso.sides"] = sides
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
        create, sides = ctx.info_name in ("add", "import"), ctx.meta.get("sayso.sides")
        with Ledger.open(ledger_path(own or ctx.obj), create=create, sides=sides) as ledger:
            command(ledger, **options)

    return opened


def names_reports(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its paths, what is said of all its reports as ``given``, the names of ``model`` and ``reader``."""

    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option("--published", metavar="DATE", help="The day of publication, 2020-11-08, where reports do not say.")
    @click.option("--outlet", metavar="NAME", help="The outlet that published them.")
    @click.option("--agency", metavar="NAME", help="The agency that wrote them.")
    @click.option("--model", metavar="FOLDER", help="A model of your own, not the one on board.")
    @click.option(
        "--reader",
        metavar="READER",
        default="board",
        show_default=True,
        help="What finds statements: board, spacy:PIPELINE, or llm:MODEL@URL, which sends the reports to that address.",
    )
    @wraps(command)
    def naming(*args: Any, **options: Any) -> None:
        from sayso.ledger import Given

        given = Given(*(options.pop(name) for name in ("published", "outlet", "agency")))
        command(*args, given=given, **options)

    return naming


def reads_reports(command: Callable[..., None]) -> Callable[..., None]:
    """As ``names_reports``, with the ``reader`` itself."""

    @names_reports
    @wraps(command)
    def reading(*args: Any, model: str | None, reader: str, **options: Any) -> None:
        from sayso.ledger import load_reader

        command(*args, reader=load_reader(model, reader), **options)

    return reading


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
to_file = click.option("--output", "-o", metavar="FILE", help="Write to FILE, not to the terminal.")
