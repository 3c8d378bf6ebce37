"""What the signs of a side weigh (side_signs.py), and what the model makes of the words for a speaker and of the whole
statement: how likely each side is the one spoken for. Pure.

The weights lie beside the model, in ``sides.json``, since they go with its numbers; ``training/choose_sides.py`` learns
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.reading.decoding import Floats
from sayso.reading.side_signs import NOBODY, Signs
from sayso.values.shares import shares_of

CLASSES = ("nobody", "home", "state", "group")
"""What a side may be to the model: none, the one at home in the reports, another state, a movement."""


@dataclass(frozen=True, slots=True)
class SideWeights:
    """What each sign weighs, and of each of ``CLASSES`` its bias and the weights [classes, numbers] of a statement.

    ``without_seats`` are those for what is told before it is thought whose seats the cities are.
    """

    signs: Mapping[str, float]
    bias: Floats
    rows: Floats
    without_seats: SideWeights | None = None

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> SideWeights:
        """The weights that a file holds."""
        of_classes = [table["classes"][name] for name in CLASSES]
        bias, rows = ([each[part] for each in of_classes] for part in ("bias", "rows"))
        inner = cls.from_json(table["without_seats"]) if "without_seats" in table else None
        return cls(table["signs"], np.array(bias, dtype=np.float32), np.array(rows, dtype=np.float32), inner)

    def chances(self, options: Mapping[str, Signs], home: str, row: Floats) -> dict[str, float]:
        """How likely a speaker speaks for each of ``options``; ``row`` is what the model makes of the statement."""
        leaning = self.rows @ row + self.bias
        scores = [
            sum(self.signs.get(sign, 0.0) * n for sign, n in signs.items())
            + float(leaning[CLASSES.index(class_of(party, signs, home))])
            for party, signs in options.items()
        ]
        return dict(zip(options, map(float, shares_of(np.array(scores))), strict=True))


def class_of(party: str, signs: Signs, home: str) -> str:
    """Which of ``CLASSES`` a side is, by its signs and the side at home ("" for none)."""
    if party == NOBODY:
        return "nobody"
    return "home" if party == home else "group" if "is group" in signs else "state"
