"""Commands for the gazetteer: places import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.group import opens_ledger

if TYPE_CHECKING:
    from sayso.ledger import Ledger


@click.group()
def places() -> None:
    """Places of your own, beside those on board."""


@places.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@opens_ledger
def import_places(ledger: Ledger, file: str) -> None:
    """Keep the places of a GeoNames dump beside the ledger, in places.zip.

    \b
    FILE is a dump as geonames.org offers it: UA.zip, UA.txt, allCountries.zip.
    Its places are asked before those on board. Delete places.zip to be rid of them.
    """  # noqa: D301
    count = ledger.import_places(file)
    click.echo(f"{count:,} places kept beside {ledger.path}.")
