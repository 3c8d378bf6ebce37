"""Parts of a text around a place in it. Pure."""

from __future__ import annotations

from sayso.types import Span


def sentence_around(text: str, span: Span) -> str:
    """The words of the sentence that ``span`` stands in, roughly: from the last full stop or line to the next."""
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! "))
    ends = [end for mark in (". ", ".\n", "\n") if (end := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def sentence_before(text: str, at: int) -> str:
    """The words of the sentence before the one that stands at ``at``, roughly; "" at the head of a line.

    >>> sentence_before("Rain fell. The dam held. It broke.", 27)
    'The dam held'
    """
    line = text.rfind("\n", 0, at) + 1
    *_, last = ["", *text[line:at].replace("? ", ". ").replace("! ", ". ").split(". ")[:-1]]
    return last
