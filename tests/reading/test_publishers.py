"""Outlets that are a side themselves: their "we" and their running text are that side's."""

from __future__ import annotations

import pytest

from sayso.reading.publishers import publishing_party
from sayso.reading.sentences import sentences
from sayso.reading.statements import make_statements
from sayso.types import Attribution, Report, Span
from sayso.values.parties import learn_parties

TEXT = "The army took the mill of Tamm on Monday. We deny that anybody was hurt there."
TABLE = learn_parties([f"{TEXT} Ostria and its army hold Tamm, the Ostrian Ministry of War said."])


def report_of(outlet: str | None) -> Report:
    return Report(id="r", text=TEXT, path="r.txt", outlet=outlet, body=Span(0, len(TEXT)))


@pytest.mark.parametrize(
    ("outlet", "party"),
    [
        ("Ostrian Ministry of War", "Ostria"),
        ("Press Service of the Ostrian Ministry of War", "Ostria"),
        ("US State Department", "United States"),
        ("CENTCOM", "United States"),
        ("Ostrian News Agency", ""),
        ("The Ostrian Post", ""),
        ("SANA", ""),
        ("Radio Ostria", ""),
        ("Ostrian Refugee Council", ""),
        ("The Tarn Wire", ""),
        (None, ""),
    ],
)
def test_an_office_of_a_side_is_that_side_and_who_reports_is_none(outlet: str | None, party: str) -> None:
    found = publishing_party(report_of(outlet), TABLE)
    assert (found[0] if found else "") == party


@pytest.mark.parametrize(("outlet", "party"), [("Ostrian Ministry of War", "Ostria"), ("The Tarn Wire", "")])
def test_the_release_of_a_side_is_what_it_says(outlet: str, party: str) -> None:
    we, deny = TEXT.index("We"), TEXT.index("deny")
    content = Span(TEXT.index("anybody"), len(TEXT) - 1)
    denied = Attribution((Span(we, we + 2),), (Span(deny, deny + 4),), (content,))
    statements, _, _ = make_statements(report_of(outlet), [denied], [], sentences(TEXT), TABLE, "reader")
    said = [(s.speaker, s.party, TEXT[s.content[0].start : s.content[0].end]) for s in statements]
    first = [(outlet, party, "The army took the mill of Tamm on Monday")] if party else []
    assert sorted(said) == sorted([*first, (outlet, party, "anybody was hurt there")])
