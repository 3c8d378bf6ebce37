"""Who opposes whom, as lines for a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from sayso.types import Brief, Opposed
from sayso.views.outline import Places, places_of
from sayso.views.terminal import Line, labels, wrapped

SHOWN = 5  # places of evidence that a line shows


def sides_lines(brief: Brief, *, width: int) -> list[Line]:
    """Every pair of parties with how often they clash, who says so, and where that stands."""
    places = places_of(brief)
    lines = [line for each in brief.sides for line in _lines(brief, each, places, width)]
    return lines or [Line("No side stands against another.", "quiet")]


def sides_shape(brief: Brief) -> list[dict[str, Any]]:
    """``sides --json``: pairs of parties that oppose each other, with the statements that show it."""
    return [
        {
            "parties": list(each.parties),
            "weight": each.weight,
            "source": each.source,
            "because": list(each.because),
            "statements": list(each.statements),
        }
        for each in brief.sides
    ]


def _lines(brief: Brief, each: Opposed, places: Places, width: int) -> list[Line]:
    held = {statement.id: statement for statement in brief.statements}
    shown = [held[id] for id in each.statements if id in held]
    where = [
        places.place(one.report, span) for one in shown[:SHOWN] for span in (one.content or one.cue or one.source)[:1]
    ]
    head = f"{each.parties[0]} against {each.parties[1]} ({each.source})"
    evidence = f"  [{labels(where)}]" if where else ""
    return [
        *wrapped(head, width, "", "  ", style="heading"),
        *(line for reason in each.because for line in wrapped(reason, width, "    ", "      ", style="quiet")),
        *(wrapped(f"shown by{evidence}", width, "    ", "      ") if where else []),
    ]
