"""Statements and claims of all reports -> matters, positions, standings, figures, discrepancies. Pure."""

from sayso.claims.assemble import assemble

__all__ = ["assemble"]
