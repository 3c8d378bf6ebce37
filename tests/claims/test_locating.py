"""The places of a ledger: each name once, by the places around it in its reports."""

from __future__ import annotations

from tests.claims.made import make_report

from sayso.claims.locating import locate
from sayso.claims.naming import resolve_names
from sayso.types import Name, NameType, Reading, Report, Span
from sayso.values.parties import learn_parties


def read(report: Report, *names: tuple[str, NameType]) -> Reading:
    spans = [Span(report.text.index(name), report.text.index(name) + len(name)) for name, _ in names]
    found = tuple(Name(name, kind, (span,)) for (name, kind), span in zip(names, spans, strict=True))
    return Reading(report.id, "test", (), (), found, (), ())


def test_names_of_places_are_located_together_and_others_are_not() -> None:
    report = make_report("Tripoli and Sidon lie in Lebanon, said Paris Orlin of Velgoria Heights.")
    names: list[tuple[str, NameType]] = [
        ("Tripoli", "LOC"), ("Sidon", "LOC"), ("Lebanon", "LOC"), ("Paris Orlin", "PER"), ("Velgoria Heights", "LOC"),
    ]  # fmt: skip
    reading = read(report, *names)
    naming = resolve_names([report], [reading], learn_parties([report.text]))
    places = locate([report], [reading], naming)
    assert {place.name: place.country for place in places} == {"Tripoli": "LB", "Sidon": "LB", "Lebanon": "LB"}
    assert {place.name for place in places} <= {known.name for known in naming.known}
