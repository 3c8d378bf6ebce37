"""What commands print with: lines with style, JSON, text to a file, a bar while reports are read, problems."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
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
WIDE = 100  # columns where the output is no terminal


def show_list(as_json: bool, shape: Callable[[], Any], lines: Callable[[int], list[Line]]) -> None:
    """Print a list as JSON or as lines; only the one that is wanted is made."""
    if as_json:
        write_text(dumped(shape()), None)
    else:
        print_lines(lines(width()))


def dumped(shape: Any) -> str:
    """A shape as JSON text."""
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def print_lines(lines: Iterable[Line], output: str | None = None) -> None:
    """Print lines with their style, or write them plain to the file ``output``."""
    from sayso.views.terminal import text_of

    if output is not None:
        write_text(text_of(lines), output)
        return
    for line in lines:
        click.secho(line.text.rstrip(), **STYLES.get(line.style, {}))


def write_text(text: str, output: str | None) -> None:
    """Write a text to the file ``output``, to the terminal where that is None or "-"."""
    if output is None or output == "-":
        click.echo(text, nl=False)
    else:
        Path(output).write_text(text, encoding="utf-8", errors="backslashreplace")


def width(output: str | None = None) -> int:
    """Columns to print in."""
    return WIDE if output else min(shutil.get_terminal_size((WIDE, 24)).columns, 120)


@contextmanager
def progress(*, unless: bool = False) -> Iterator[Callable[[str, int, int], None] | None]:
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


def finish(problems: Iterable[Problem]) -> None:
    """List what could not be read on standard error; exit code 1 if there is any."""
    from sayso.views.wording import count_words, problem_words

    found = [problem_words(problem) for problem in problems]
    if found:
        click.echo(f"Not read: {count_words(len(found), 'problem')}", err=True)
        for words in found:
            click.echo(f"  {words}", err=True)
        sys.exit(1)
