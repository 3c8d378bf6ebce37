"""On which day it happened, by the words of a claim and of its sentence."""

from __future__ import annotations

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.happened import when_of
from sayso.types import Span


@pytest.mark.parametrize(
    ("text", "evidence", "kind", "when"),
    [
        ("In a separate raid on Monday, a jet hit a mill.", "a jet hit a mill", "attack", "2021-03-01"),
        ("Ostria shelled Orlin, breaking a truce signed in Tamm in January.", "", "attack", None),
        ("Vell accused Ostria of breaking a truce signed in Tamm in January.", "", "truce", None),
        ("The January truce was broken when Ostria shelled Orlin on Monday.", "", "attack", "2021-03-01"),
        ("Forty have died since the truce of 4 January 2021.", "", "casualties", "2021-01-04/"),
        ("The sides met on a truce signed in Tamm on Monday.", "", "truce", "2021-03-01"),
        ("Since Monday, a jet hit a mill.", "a jet hit a mill", "attack", None),
    ],
)
def test_the_day_is_that_of_what_happened(text: str, evidence: str, kind: str, when: str | None) -> None:
    at = text.index(evidence)
    assert when_of(scene(text), Span(at, at + len(evidence or text)), kind, "") == when


def test_the_day_on_which_somebody_spoke_is_not_that_of_the_event() -> None:
    text = "On Monday a colonel said a jet hit a mill."
    content = "a jet hit a mill"
    at = text.index(content)
    assert when_of(scene(text, said(text, content)), Span(at, at + len(content)), "attack", "") is None
