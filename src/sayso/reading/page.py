"""What the rules that put attributions right look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.reading.quotes import Quotation
from sayso.types import Attribution, Span


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at: the text, its sentences, its quotations, where the running text begins."""

    text: str
    sentences: list[Span]
    quotations: list[Quotation]
    starts: tuple[int, ...]

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


Rule = Callable[[Page, Attribution, Sequence[Attribution]], Attribution | None]
