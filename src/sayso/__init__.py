"""Sayso reads news reports of a conflict and keeps a ledger of who says, denies, concedes and withholds what.

>>> import sayso
>>> with sayso.Ledger.open("desk.db") as ledger:  # doctest: +SKIP
...     ledger.add(["reports/"])
...     for matter in ledger.brief().matters:
...         print(matter.question, matter.standings[-1].standing)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.ledger import Given, Ledger, extract
    from sayso.types import Brief, Figure, Matter, Position, Problem, Report, Span, Standing, Statement

__version__ = "0.1.0"
__all__ = [
    "Brief",
    "Figure",
    "Given",
    "Ledger",
    "Matter",
    "Position",
    "Problem",
    "Report",
    "SaysoError",
    "Span",
    "Standing",
    "Statement",
    "extract",
]
_HOMES = {"SaysoError": "sayso.errors", "Given": "sayso.ledger", "Ledger": "sayso.ledger", "extract": "sayso.ledger"}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for, so that ``import sayso`` stays instant."""
    if name not in __all__:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "sayso.types")), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
