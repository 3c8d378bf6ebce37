"""``python -m sayso.cli``: the page of all commands, docs/cli.md, from the commands themselves."""

from __future__ import annotations

import sys
from typing import IO

import click

from sayso.cli import main


def command_page(out: IO[str]) -> None:
    """Write the page of all commands, docs/cli.md, from the commands themselves."""
    out.write("# The commands\n\nWritten from the code by `python -m sayso.cli > docs/cli.md`; do not edit.\n")
    for name in ["", *main.list_commands(click.Context(main))]:
        command = main.commands[name] if name else main
        context = click.Context(command, info_name=f"sayso {name}".strip(), max_content_width=88, terminal_width=88)
        out.write(f"\n## {context.info_name}\n\n```text\n{command.get_help(context)}\n```\n")


if __name__ == "__main__":
    command_page(sys.stdout)
