"""Commands that show the ledger in a browser or answer other programs, and who may log in: serve, mcp, user."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sayso.cli.group import opens_ledger

if TYPE_CHECKING:
    from sayso.ledger import Ledger


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8750, show_default=True, help="The port.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name of this machine, for other machines.")
@opens_ledger
def serve(ledger: Ledger, host: str, port: int, names: tuple[str, ...]) -> None:
    """Show the ledger in a browser.

    Only this machine can see it, unless --host names another address; then everybody logs in as a user made by
    `sayso user add`. Stop it with Ctrl-C.
    """
    from sayso.app.serving import serve as run

    path = str(ledger.path)
    run(ledger, path, host=host, port=port, names=names, on_ready=lambda at: click.echo(f"Open {at} (Ctrl-C stops)"))


@click.command()
@opens_ledger
def mcp(ledger: Ledger) -> None:
    """Answer programs that speak the Model Context Protocol, on standard input and output.

    Tools: search, matters, matter (its standing with evidence), statements (of a report). Nothing can be changed
    through them. Needs: pip install 'sayso[mcp]'. In a client's settings: command sayso, arguments --ledger FILE mcp.
    """
    from sayso import __version__
    from sayso.answering import serve_ledger

    serve_ledger(ledger, __version__)


@click.group()
def user() -> None:
    """Make and remove users, for `sayso serve --host`."""


@user.command("add")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@opens_ledger
def add_user(ledger: Ledger, name: str, password_stdin: bool) -> None:
    """Make a user, or give one a new password, which is asked for."""
    from sayso.app.users import Users

    if password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    users = Users(ledger.path)
    click.echo(f"{name} {'can log in now' if users.add(name, password) else 'has a new password'}.")


@user.command("remove")
@click.argument("name")
@opens_ledger
def remove_user(ledger: Ledger, name: str) -> None:
    """Take a user out. What that user judged stays."""
    from sayso.app.users import Users

    Users(ledger.path).remove(name)
    click.echo(f"{name} can no longer log in.")


@user.command("list")
@opens_ledger
def list_users(ledger: Ledger) -> None:
    """List the users."""
    from sayso.app.users import Users

    for name in Users(ledger.path).names():
        click.echo(name)
