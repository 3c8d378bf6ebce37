"""A long list cut into pages, told apart by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE = 40  # lines of a page


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: its lines, its number from 1, how many pages and how many lines there are in all."""

    lines: tuple[T, ...]
    number: int
    last: int
    total: int
    first_line: int


def leaf_of(every: Sequence[T], number: int, size: int = PAGE) -> Leaf[T]:
    """A page of a list, the nearest one that there is.

    >>> leaf_of("abcde", 9, 2)
    Leaf(lines=('e',), number=3, last=3, total=5, first_line=5)
    """
    last = max(1, -(-len(every) // size))
    at = min(max(number, 1), last)
    start = (at - 1) * size
    return Leaf(tuple(every[start : start + size]), at, last, len(every), min(start + 1, len(every)))
