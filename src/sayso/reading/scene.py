"""What resolving a source looks at: the report, its roster and sides, and who spoke before."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.quotes import Quotation
from sayso.reading.roster import Roster
from sayso.reading.sides import Sides
from sayso.types import Report, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: name, party and why; ``kind`` is person, body, place, described, outlet or none."""

    name: str
    party: str
    because: tuple[str, ...]
    kind: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier statement: where its cue stands, who spoke, what it covers."""

    at: int
    speaker: Speaker
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All that resolving a source looks at, but for the statements before it."""

    report: Report
    roster: Roster
    sides: Sides
    quotations: list[Quotation]

    @property
    def outlets(self) -> list[str]:
        """The names under which this outlet may speak of itself."""
        return [name for name in (self.report.outlet, self.report.agency) if name]


NOBODY = Speaker("", "", (), "none")
