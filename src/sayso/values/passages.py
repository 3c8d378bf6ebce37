"""Parts of a text around a place in it. Pure."""

from __future__ import annotations

from sayso.types import Span


def sentence_around(text: str, span: Span) -> str:
    """The words of the sentence that ``span`` stands in, roughly: from the last full stop or line to the next."""
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! "))
    ends = [end for mark in (". ", ".\n", "\n") if (end := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]
