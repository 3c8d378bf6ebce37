"""``python -m sayso``: the same as the command ``sayso``."""

from __future__ import annotations

from sayso.cli import main

main(prog_name="sayso")
