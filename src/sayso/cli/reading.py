"""Commands that read reports: add, extract, batch."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.group import as_json, names_reports, opens_ledger, reads_reports
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
    if undated := done.without_date():
        click.echo(undated, err=True)
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


@click.command()
@names_reports
@click.option("--to", "folder", metavar="FOLDER", required=True, help="Where the lines go.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes; as many as there are processors.")
@click.option("--size", type=click.IntRange(1), default=50, show_default=True, help="Files of a shard.")
def batch(
    paths: tuple[str, ...], given: Given, model: str | None, reader: str, folder: str, workers: int | None, size: int
) -> None:
    """Read a large corpus into a folder of JSON lines.

    The lines are those of `extract --json`; what cannot be read stands in NUMBER.problems.jsonl. Inputs are cut into
    shards; a JSON-lines file is one of its own. Called again, it goes on where it stopped. PATH as for `add`, but no -.
    """
    from sayso.batch import run_batch

    with progress() as on_progress:
        done = run_batch(
            paths,
            folder,
            given=given,
            model=model,
            reader=reader,
            workers=workers or os.cpu_count() or 1,
            size=size,
            on_shard=on_progress,
        )
    click.echo(done.words())
    if done.problems:
        click.echo(f"Not read: {done.problems}, listed in {folder}/*.problems.jsonl", err=True)
        sys.exit(1)
