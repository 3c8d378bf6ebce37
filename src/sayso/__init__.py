"""Sayso reads news reports of a conflict and keeps a ledger of who says, denies, concedes and withholds what."""

from __future__ import annotations

__version__ = "0.1.0"
