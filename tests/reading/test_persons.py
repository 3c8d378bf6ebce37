"""What has become of a named person: captured, killed, alive."""

from __future__ import annotations

import pytest

from sayso.reading.reader import read_statements
from sayso.types import Name, Report, Span, Statement
from sayso.values.parties import learn_parties


def fates(content: str, person: str) -> list[str]:
    """The persons whose fate the claims of a report tell: one statement with ``content`` that an officer makes."""
    text = f"{content}, the officer said."
    report = Report(id="r", text=text, path="r.txt", published="2024-05-03", body=Span(0, len(text)))
    source = Span(text.index("the officer"), text.index(" said"))
    cue = Span(text.index("said"), text.index("said") + 4)
    statement = Statement(
        "s", "r", (source,), (cue,), (Span(0, len(content)),), "indirect", "officer", "", "", "asserts", None
    )
    at = text.index(person)
    name = Name(person, "PER", (Span(at, at + len(person)),))
    reading = read_statements(report, [statement], [name], learn_parties([]), "marked")
    return [c.slot("person") for c in reading.claims if c.kind == "casualties" and c.slot("person")]


@pytest.mark.parametrize(
    "content",
    [
        "The movement's commander, Rufo Anka, had been taken",
        "Rufo Anka was captured at the mill",
        "They confirmed the capture of its commander, Rufo Anka",
        "Rufo Anka, a geologist of forty, is still alive",
    ],
)
def test_the_fate_of_a_person_is_told(content: str) -> None:
    assert fates(content, "Rufo Anka") == ["Rufo Anka"]


@pytest.mark.parametrize(
    "content", ["Rufo Anka counted twelve dead", "Twelve men were captured after Rufo Anka had left"]
)
def test_who_only_counts_has_no_fate(content: str) -> None:
    assert fates(content, "Rufo Anka") == []
