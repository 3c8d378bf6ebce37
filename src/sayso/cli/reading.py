"""Commands that read reports: add, extract."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.group import as_json, opens_ledger, reads_reports
from sayso.cli.printing import finish, print_lines, progress, width

if TYPE_CHECKING:
    from sayso.ledger import Given, Ledger, Reader


@click.command()
@reads_reports
@opens_ledger
def add(ledger: Ledger, paths: tuple[str, ...], given: Given, reader: Reader) -> None:
    """Read reports into the ledger.

    PATH is a text or HTML file, JSON lines, a folder of them, or - for standard input. Adding a report again
    changes nothing.
    """
    with progress() as on_progress:
        done = ledger.add(paths, given, on_progress, reader)
    click.echo(done.words())
    finish(done.problems)


@click.command()
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
    with progress(unless=sys.stdout.isatty()) as on_progress:
        for each in read(paths, given, reader, on_progress):
            if isinstance(each, Problem):
                problems.append(each)
            elif as_json:
                click.echo(json.dumps(shapes.extract_shape(*each), ensure_ascii=False))
            else:
                print_lines(lists.extract_lines(*each, width=width()))
    finish(problems)
