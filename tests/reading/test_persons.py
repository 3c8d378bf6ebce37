"""What has become of a named person: captured, killed, alive."""

from __future__ import annotations

import pytest

from sayso.reading.reader import read_statements
from sayso.types import Name, Report, Span, Statement
from sayso.values.parties import learn_parties


def fates(content: str, *persons: str) -> list[str]:
    """The persons whose fate the claims of a report tell: one statement with ``content`` that an officer makes."""
    text = f"{content}, the officer said."
    report = Report(id="r", text=text, path="r.txt", published="2024-05-03", body=Span(0, len(text)))
    source = Span(text.index("the officer"), text.index(" said"))
    cue = Span(text.index("said"), text.index("said") + 4)
    statement = Statement(
        "s", "r", (source,), (cue,), (Span(0, len(content)),), "indirect", "officer", "", "", "asserts", None
    )
    names = [Name(p, "PER", (Span(text.index(p), text.index(p) + len(p)),)) for p in persons]
    reading = read_statements(report, [statement], names, learn_parties([]), "marked")
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


def test_a_person_in_an_apposition_only_tells_who_another_is() -> None:
    told = "Ilmo Sarn, a long-standing adviser to the movement's supreme commander Rufo Anka, had been killed"
    assert fates(told, "Ilmo Sarn", "Rufo Anka") == ["Ilmo Sarn"]
    assert fates("Ilmo Sarn, son of Rufo Anka, was killed", "Ilmo Sarn", "Rufo Anka") == ["Ilmo Sarn"]


@pytest.mark.parametrize(
    "content",
    [
        "Rufo Anka, Ilmo Sarn and Dana Reth were killed",
        "The mayor, Rufo Anka, his deputy, Ilmo Sarn, and the head of the port, Dana Reth, were also dead",
        "The strike killed Rufo Anka, Ilmo Sarn and Dana Reth",
    ],
)
def test_the_same_is_told_of_all_that_are_named_beside_each_other(content: str) -> None:
    everyone = ("Rufo Anka", "Ilmo Sarn", "Dana Reth")
    assert sorted(fates(content, *everyone)) == sorted(everyone)


def test_a_verb_of_one_tells_nothing_of_whom_a_sentence_names_before() -> None:
    assert fates("They met Rufo Anka, and Ilmo Sarn was killed", "Rufo Anka", "Ilmo Sarn") == ["Ilmo Sarn"]


@pytest.mark.parametrize("content", ["They confirmed Anka's death", "The death of Anka was confirmed"])
def test_the_death_of_a_person(content: str) -> None:
    assert fates(content, "Anka") == ["Anka"]


def test_what_those_of_a_person_did_is_not_done_to_him() -> None:
    assert fates("Anka's men killed twelve", "Anka") == []


def test_a_surname_stands_for_the_person_named_in_full() -> None:
    told = "The army confirmed Anka's death, and that Rufo Anka had led the raid"
    assert fates(told, "Anka", "Rufo Anka") == ["Rufo Anka"]
