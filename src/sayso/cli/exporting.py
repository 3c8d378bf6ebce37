"""Commands that write the ledger out for other programs: export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import opens_ledger, to_file
from sayso.cli.printing import dumped, write_text

if TYPE_CHECKING:
    from sayso.ledger import Ledger


@click.command()
@click.option("--to", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@to_file
@opens_ledger
def export(ledger: Ledger, form: str, output: str | None) -> None:
    """Write the whole ledger: the brief and all that was read, report by report."""
    from sayso.views import shapes

    write_text(dumped(shapes.export_shape(ledger.brief(), ledger.readings())), output)
