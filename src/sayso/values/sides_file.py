"""`sides.toml`: what a user says of the sides of a conflict. It wins over what reports say and over the tables.

    [[side]]
    name = "Velgoria"
    names = ["Welgoria", "Ostgrad", "the Ninth Brigade"]
    speakers = ["Darko Milen"]
    against = ["Slatovina"]
    with = ["Ruzhenia"]
    kind = "state"

Only ``name`` must be given; "Orlin Hill Front (OHF)" stands for its name and for its letters. ``names`` stand for the
side, ``speakers`` speak for it, it is ``against`` some and ``with`` others; ``kind`` is state, region, group or body: a
body takes no side. Pure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import SidesError
from sayso.values.lettered_names import names_of

KINDS = ("state", "region", "group", "body")
LISTS = ("names", "speakers", "against", "with")


@dataclass(frozen=True, slots=True)
class GivenSides:
    """The sides as a user gives them: name -> party, party -> kind, speaker -> party, pairs, and the file's text."""

    parties: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    against: frozenset[frozenset[str]] = frozenset()
    together: frozenset[frozenset[str]] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.parties)


def read_sides(text: str, path: str = "sides.toml") -> GivenSides:
    """The sides that ``text`` gives.

    Args:
        text: the file's text.
        path: its name, for the message of an error.

    Raises:
        SidesError: it is no TOML, or holds something else than sides.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SidesError(path, f"no TOML: {error}") from error
    rows = found.get("side", [])
    if set(found) - {"side"} or not isinstance(rows, list):
        raise SidesError(path, "only tables [[side]] are known")
    sides = [_side(row, path) for row in rows]
    parties = {form: side["name"] for side in sides for form in names_of(side["name"])}
    parties |= {name: side["name"] for side in sides for name in (side["name"], *side["names"])}
    speakers = {name: side["name"] for side in sides for name in side["speakers"]}
    _no_two(sides, path)
    pairs = {key: frozenset(_pairs(sides, parties, key)) for key in ("against", "with")}
    both = pairs["against"] & pairs["with"]
    if both:
        raise SidesError(path, f"{' and '.join(sorted(min(both, key=sorted)))} are both with and against each other")
    kinds = {side["name"]: side["kind"] for side in sides}
    return GivenSides(parties, kinds, speakers, pairs["against"], pairs["with"], text)


def _side(row: Any, path: str) -> dict[str, Any]:
    name = row.get("name") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(name, str) or not name.strip():
        raise SidesError(path, "every [[side]] needs a name")
    unknown = set(row) - {"name", "kind", *LISTS}
    if unknown:
        raise SidesError(path, f"{name}: {', '.join(sorted(unknown))} is not known; name, kind, {', '.join(LISTS)} are")
    kind = row.get("kind", "state")
    if kind not in KINDS:
        raise SidesError(path, f"{name}: kind is one of {', '.join(KINDS)}")
    lists: dict[str, list[str]] = {}
    for key in LISTS:
        words = row.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise SidesError(path, f"{name}: {key} is a list of names")
        lists[key] = [word.strip() for word in words]
    return {"name": name.strip(), "kind": kind, **lists}


def _no_two(sides: list[dict[str, Any]], path: str) -> None:
    """One name stands for one side only, one person speaks for one."""
    for key in ("names", "speakers"):
        seen: dict[str, str] = {}
        for side in sides:
            for name in dict.fromkeys((side["name"], *side[key]) if key == "names" else side[key]):
                if seen.setdefault(name, side["name"]) != side["name"] or (
                    key == "names" and name == side["name"] and [s["name"] for s in sides].count(name) > 1
                ):
                    raise SidesError(path, f"{name} stands for more than one side")


def _pairs(sides: list[dict[str, Any]], parties: Mapping[str, str], key: str) -> Iterator[frozenset[str]]:
    for side in sides:
        for name in side[key]:
            other = parties.get(name, name)
            if other != side["name"]:
                yield frozenset((side["name"], other))
