"""Two spellings of one place that only a map tells: Mykolaiv and Nikolaev, Bakhmut and Artyomovsk. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from sayso.values.gazetteers import Row, gazetteer_on_board

CITIES = ("city", "capital")


def same_on_the_map(names: Iterable[str], countries: Collection[str]) -> list[tuple[str, str, str]]:
    """Pairs of ``names`` under which a gazetteer has one city, and the words that say so.

    Args:
        names: names of places, the first of two in the order in which they stand.
        countries: codes of the countries that are spoken of; cities elsewhere are left out.
    """
    found: defaultdict[Row, list[str]] = defaultdict(list)
    for name in names if countries else ():
        rows = [row for row in _cities(name) if row.country in countries]
        if rows:
            found[max(rows, key=lambda row: row.people)].append(name)
    return [
        (spelt[0], other, f'"{spelt[0]}" and "{other}" are one city on the map, {row.name}')
        for row, spelt in found.items()
        for other in spelt[1:]
    ]


@lru_cache(maxsize=20_000)
def _cities(name: str) -> tuple[Row, ...]:
    return tuple(row for row, _ in gazetteer_on_board().find(name) if row.kind in CITIES)
