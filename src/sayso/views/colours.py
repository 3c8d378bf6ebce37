"""The colours of stances and standings, light and dark, for pages, printed pages and pictures alike.

A stance or standing is never told by its colour alone: its word or its sign always stands with it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

FAMILIES: Final = ("asserts", "denies", "concedes", "withholds", "unverified", "other")
STANCE_FAMILY: Final[dict[str, str]] = {
    "asserts": "asserts",
    "confirms": "asserts",
    "accuses": "asserts",
    "announces": "asserts",
    "endorses": "asserts",
    "denies": "denies",
    "concedes": "concedes",
    "withholds": "withholds",
    "unverified": "unverified",
    "other": "other",
}
STANDING_FAMILY: Final[dict[str, str]] = {
    "claimed": "asserts",
    "corroborated": "asserts",
    "disputed": "denies",
    "denied": "denies",
    "conceded": "concedes",
    "verified": "concedes",
    "unverified": "unverified",
    "withheld": "withholds",
    "withdrawn": "other",
}
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_NAMED = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})")


@cache
def colours_css() -> str:
    """The colours as variables of a style sheet, light and dark."""
    return _template("colours.css")


@cache
def pictures_css() -> str:
    """The style of pictures, in terms of those variables."""
    rules = [_template("pictures.css")]
    for family in FAMILIES:
        rules += [
            f".pic .ink-{family} {{ fill: var(--{family}); stroke: var(--{family}); }}",
            f".pic .edge-{family} {{ fill: var(--card); stroke: var(--{family}); }}",
            f".pic .wash-{family} {{ fill: var(--{family}-wash); }}",
            f".pic text.word-{family} {{ fill: var(--{family}); }}",
        ]
    return "\n".join(rules) + "\n"


@cache
def standalone_css() -> str:
    """The style of a picture that stands by itself, in light colours and without variables, which not all know."""
    light = colours_css().split("@media", 1)[0]
    named = dict(_NAMED.findall(light))
    return _VARIABLE.sub(lambda found: named[found[1]], pictures_css())


def _template(name: str) -> str:
    return (files("sayso.views") / "templates" / name).read_text(encoding="utf-8")
