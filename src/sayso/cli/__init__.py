"""The command line: parse, call the ledger, print a view. Whatever is heavy is imported inside a command.

Commands stand in modules by what they do; here they come together, in the order in which they are used.
"""

from __future__ import annotations

from sayso.cli.exporting import export, import_
from sayso.cli.group import main
from sayso.cli.judging import judge, log
from sayso.cli.picturing import figures, map_, matrix, timeline
from sayso.cli.placing import places
from sayso.cli.reading import add, batch, extract
from sayso.cli.serving import mcp, serve, user
from sayso.cli.showing import brief, discrepancies, matters, names, search, show, sides, statements

__all__ = ["main"]

LOOKING = (brief, matters, show, timeline, matrix, map_, statements, figures, discrepancies, names, sides, search)
for command in (add, *LOOKING, extract, batch, judge, log, export, import_, places, serve, mcp, user):
    main.add_command(command)
