"""``python -m sayso.cli``: the page of all commands, docs/cli.md, from the commands themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO

import click

from sayso.cli import main


def command_page(out: IO[str]) -> None:
    """Write the page of all commands, docs/cli.md, from the commands themselves."""
    out.write("# The commands\n\nWritten from the code by `python -m sayso.cli > docs/cli.md`; do not edit.\n")
    for name, command in _all("sayso", main):
        context = click.Context(command, info_name=name, max_content_width=88, terminal_width=88)
        out.write(f"\n## {context.info_name}\n\n```text\n{command.get_help(context)}\n```\n")


def _all(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and those within it, each with its whole name."""
    yield name, command
    if isinstance(command, click.Group):
        for own, inner in command.commands.items():
            yield from _all(f"{name} {own}", inner)


if __name__ == "__main__":
    command_page(sys.stdout)
