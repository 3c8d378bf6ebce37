"""Who speaks for whom, where a report gives only a name: presidents, ministers, commanders and their spokesmen.

The table holds those of the wars of the last decades, full names and, for the best known, the one by which they go
alone. Other spellings are found by sound. Pure; the table is read once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from sayso.values.names import SAME, compare_names
from sayso.values.party_tables import read_rows
from sayso.values.sounds import plain_letters, read_word

NO_SIDE = "-"
"""What stands in the table for a body that takes no side."""


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, list[tuple[str, str]]], dict[str, tuple[str, str]]]:
    """Key of a family name's sound -> full names and parties; a name that stands alone -> the same."""
    full: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    alone: dict[str, tuple[str, str]] = {}
    for party, names, short, _ in read_rows("office_holders"):
        for name in names:
            for key in read_word(_family_name(name)).keys:
                full[key].append((name, party))
        alone |= {plain_letters(name): (name, party) for name in short}
    return dict(full), alone


@lru_cache(maxsize=4096)
def holder_of_office(name: str) -> tuple[str, str] | None:
    """The name in the table and its party, ``NO_SIDE`` for a body of none; None for whom the table does not know.

    >>> holder_of_office("Volodymyr Zelenskyy"), holder_of_office("Peskov"), holder_of_office("Anna Peskova")
    (('Volodymyr Zelensky', 'Ukraine'), ('Peskov', 'Russia'), None)
    """
    full, alone = _table()
    if " " not in name:
        return alone.get(plain_letters(name))
    near = (each for key in read_word(_family_name(name)).keys for each in full.get(key, ()))
    return next((each for each in near if compare_names(name, each[0], "PER").score >= SAME), None)


def _family_name(name: str) -> str:
    """The last word, without an article: "Burhan" of "Abdel Fattah al-Burhan"."""
    return re.split("[ -]", name)[-1]
