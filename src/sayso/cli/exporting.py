"""Commands that write the ledger out for other programs and take a whole ledger in: export, import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import opens_ledger, to_file
from sayso.cli.printing import dumped, write_text

if TYPE_CHECKING:
    from sayso.ledger import Ledger


@click.command()
@click.option("--to", "form", type=click.Choice(["json", "folder"]), default="json", show_default=True)
@to_file
@opens_ledger
def export(ledger: Ledger, form: str, output: str | None) -> None:
    """Write the whole ledger: the brief and all that was read, report by report.

    --to folder writes a folder of JSON lines that `sayso import` makes an equal ledger of, judgements included.
    """
    from sayso.views import shapes

    if form == "folder":
        if output is None or output == "-":
            raise click.UsageError("name the folder with --output")
        ledger.export_folder(output)
        return
    write_text(dumped(shapes.export_shape(ledger.brief(), ledger.readings())), output)


@click.command("import")
@click.argument("folder")
@opens_ledger
def import_(ledger: Ledger, folder: str) -> None:
    """Take in a ledger that `export --to folder` wrote; a new ledger becomes equal to it."""
    from sayso.views.wording import count_words

    reports, judgements = ledger.import_folder(folder)
    click.echo(f"{count_words(reports, 'report')} and {count_words(judgements, 'judgement')} imported.")
