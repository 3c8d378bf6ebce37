"""Attributions put right by rules."""

from __future__ import annotations

from sayso.reading.quotes import Quotation
from sayso.types import Attribution, Span


def repair(text: str, attributions: list[Attribution], sentences: list[Span], quotations: list[Quotation]) -> list[Attribution]:
    """The attributions."""
    return attributions
