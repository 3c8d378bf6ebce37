"""What each name of a conflict is: a state, a movement, a people, a seat, a body of a state, a person, a town.

Weights learnt from small invented conflicts (training/actors.py) are summed over the signs of a name
(actor_signs.py); the chances of the kinds follow. Which names have which party is for others to say. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from sayso.values.actor_signs import Names, read_names, signs_of
from sayso.values.shares import shares_of

KINDS = ("state", "group", "people", "seat", "organ", "person", "place", "body", "other")
"""What a name may be; a breakaway region is a state here. A ``body`` takes no side, ``other`` is no name at all: the
first word of a sentence, a month."""

SIDES = ("state", "group")
"""The kinds that are parties of their own."""

_REASONS = 3
_BIAS = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """Sign -> its row, and what each row adds to each of ``KINDS``; the sign "" stands beside every name."""

    rows: Mapping[str, int]
    matrix: npt.NDArray[np.float32]

    @classmethod
    def of(cls, table: Mapping[str, Sequence[float]], unit: float = 1.0) -> Weights:
        """The weights of a table: sign -> one number for each kind, in units of ``unit``."""
        rows = {sign: row for row, sign in enumerate(table)}
        return cls(rows, np.array(list(table.values()), dtype=np.float32).reshape(len(rows), len(KINDS)) * unit)


@lru_cache(maxsize=1)
def weights_on_board() -> Weights:
    """The weights of tables/actors.json."""
    table = json.loads(files("sayso.values").joinpath("tables/actors.json").read_text(encoding="utf8"))
    return Weights.of(table["weights"], table["unit"])


@dataclass(frozen=True, slots=True)
class Actors:
    """Every name of the reports with the chances of its kinds."""

    names: Names
    chances: Mapping[str, npt.NDArray[np.float32]]
    weights: Weights

    def kind(self, name: str) -> str:
        """The likeliest kind of a name, "" for a name that the reports do not have."""
        found = self.chances.get(name)
        return "" if found is None else KINDS[int(found.argmax())]

    def chance(self, name: str, kinds: Iterable[str]) -> float:
        """How likely a name is of one of ``kinds``."""
        found = self.chances.get(name)
        return 0.0 if found is None else float(sum(found[KINDS.index(kind)] for kind in kinds))

    def because(self, name: str, kind: str) -> str:
        """The signs that speak most for a kind: 'what stands beside "Ostraya" is said of a state: "... troops"'."""
        column = KINDS.index(kind)
        signs = {
            sign: value * float(self.weights.matrix[self.weights.rows[sign], column])
            for sign, value in signs_of(name, self.names).items()
            if sign in self.weights.rows
        }
        best = [sign for sign in sorted(signs, key=lambda sign: -signs[sign]) if signs[sign] > 0 and _told(sign)]
        what = f": {', '.join(map(_told, best[:_REASONS]))}" if best else ""
        return f'"{name}" is spoken of as a {kind}{what}'


def read_actors(texts: Sequence[str], weights: Weights | None = None) -> Actors:
    """What every name of calm ``texts`` (party_words) is.

    Args:
        texts: the reports of one ledger, or one report.
        weights: those on board by default.
    """
    weights = weights or weights_on_board()
    names = read_names(texts)
    return Actors(names, {name: _chances(signs_of(name, names), weights) for name in names.seen}, weights)


def _chances(signs: Mapping[str, float], weights: Weights) -> npt.NDArray[np.float32]:
    known = [(weights.rows[sign], value) for sign, value in signs.items() if sign in weights.rows]
    total = weights.matrix[weights.rows[_BIAS]].copy()
    if known:
        total += np.array([value for _, value in known], dtype=np.float32) @ weights.matrix[[row for row, _ in known]]
    return shares_of(total)


_TOLD = (
    (re.compile(r"p?p=(.+)"), r'"\1 ..."'),
    (re.compile(r"n2?=(.+)"), r'"... \1"'),
    (re.compile(r"o=(.+)"), r'"...’s \1"'),
    (re.compile(r"[abw]=(.+)|(?:first|last|longer t|longer a|t|begins)[= ](.+)"), r'"\1\2"'),
    (re.compile(r"(has people)"), "it has a people"),
    (re.compile(r"(is people)"), "a land has its name"),
    (re.compile(r"(says)"), "it speaks"),
    (re.compile(r"(organ after)"), "what states have stands after it"),
    (re.compile(r"(titled)"), "a title stands before it"),
    (re.compile(r"(acronym)"), "its letters"),
    (re.compile(r"end=(..+)"), r"its ending -\1"),
)


def _told(sign: str) -> str:
    """A sign as a reader can follow it; "" for those that would say nothing."""
    for pattern, wording in _TOLD:
        match = pattern.fullmatch(sign)
        if match and re.search(r"\w", sign):
            return match.expand(wording) if "\\" in wording else wording
    return ""
