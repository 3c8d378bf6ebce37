"""Commands that write the ledger out for other programs and take a whole ledger in: export, import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import opens_ledger
from sayso.cli.printing import write_text

if TYPE_CHECKING:
    from sayso.ledger import Ledger


FORMS = "json ucdp acled airwars jsonld geojson xlsx csv parquet folder".split()
NAMED = ("xlsx", "csv", "parquet", "folder")  # these are no text, or more than one file


@click.command()
@click.option("--to", "form", type=click.Choice(FORMS), default="json", show_default=True, help="The form.")
@click.option("--output", "-o", metavar="FILE", help="Write to FILE; a folder for csv, parquet and folder.")
@opens_ledger
def export(ledger: Ledger, form: str, output: str | None) -> None:
    """Write the ledger in a form that other programs open.

    \b
    json       the brief and all that was read, report by report
    ucdp       incidents as CSV in the columns of UCDP GED
    acled      incidents as CSV in the columns of ACLED
    airwars    civilian harm as CSV, with a grade
    jsonld     questions, claims and where they stand, in schema.org's words
    geojson    incidents on the map
    xlsx       every table as a sheet of one workbook
    csv        every table as a file in a folder
    parquet    the same as Parquet
    folder     all of the ledger as JSON lines; `sayso import` makes an equal
               ledger of it, judgements included

    docs/exports.md says what each column holds, and what is left empty and why.
    """  # noqa: D301
    if output is not None and output != "-":
        ledger.export(form, output)
    elif form in NAMED:
        raise click.UsageError("name the file or folder with --output")
    else:
        from sayso.views.exports.forms import file_of

        write_text(file_of(form, ledger.brief(), ledger.judged()).decode(), None)


@click.command("import")
@click.argument("folder")
@opens_ledger
def import_(ledger: Ledger, folder: str) -> None:
    """Take in a ledger that `export --to folder` wrote; a new ledger becomes equal to it."""
    from sayso.views.wording import count_words

    reports, judgements = ledger.import_folder(folder)
    click.echo(f"{count_words(reports, 'report')} and {count_words(judgements, 'judgement')} imported.")
