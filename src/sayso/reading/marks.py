"""The names that the model marked in a text, found by the place that they cover. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.types import Span


@dataclass(frozen=True)
class Marks:
    """Types and spans in order, where they begin, and how long the longest is."""

    each: Sequence[tuple[str, Span]]
    starts: Sequence[int]
    longest: int

    @classmethod
    def of(cls, tagged: Iterable[tuple[str, Span]]) -> Marks:
        """In the order of the text."""
        each = sorted(tagged, key=lambda one: one[1])
        return cls(each, [span.start for _, span in each], max((span.end - span.start for _, span in each), default=0))

    def on(self, span: Span) -> Iterator[tuple[str, Span]]:
        """Those that share a character with ``span``, without walking over all others."""
        for at in range(bisect_left(self.starts, span.start - self.longest), bisect_left(self.starts, span.end)):
            if self.each[at][1].end > span.start:
                yield self.each[at]
