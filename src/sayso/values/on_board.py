"""The tables that lie in the package."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str, room: str = "values") -> dict[str, Any]:
    """The table ``name`` of a room's folder ``tables``; every call gives the same one, so change nothing in it."""
    return tomllib.loads(files(f"sayso.{room}").joinpath("tables", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_weights(name: str, room: str) -> Mapping[str, Mapping[str, float]]:
    """A table of weights that a program learnt: what may be told -> sign -> its weight."""
    table: dict[str, dict[str, float]]
    table = json.loads(files(f"sayso.{room}").joinpath("tables", f"{name}.json").read_text(encoding="utf-8"))
    return table
