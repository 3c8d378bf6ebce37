"""Where a claim is placed: by who tells it there, by its clause, its section, its dateline; and where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.claims import read_claims
from sayso.reading.sections import sections
from sayso.types import Claim, Span


def told_by(source: str, content: str, *, before: str) -> str:
    text = f"{before} {source} said {content}."
    at = text.index(source)
    statement = replace(said(text, content), source=(Span(at, at + len(source)),))
    [found] = [c for c in read_claims(scene(text, statement)) if c.kind == "casualties" and c.statement]
    return found.slot("place")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("Police in Tamm", "Tamm"),
        ("The Tamm police", "Tamm"),
        ("The eye clinic of a charity in Tamm", "Tamm"),
        ("The mayor of Tamm", "Tamm"),
        ("An official in Tamm", "Tamm"),
        ("A miner from Tamm", "Orlin"),
        ("A minister, back from Tamm,", "Orlin"),
    ],
)
def test_those_of_a_town_tell_of_the_town(source: str, place: str) -> None:
    assert told_by(source, "nine people had been killed", before="Shells fell on Orlin.") == place


def last(text: str, kind: str) -> Claim:
    return [c for c in read_claims(scene(text)) if c.kind == kind][-1]


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        ("20:10\n", "Tamm"),
        ("• ", "Tamm"),
        ("Losses\n", "Tamm"),
        ("", "Orlin"),
    ],
)
def test_after_what_opens_a_section_the_place_of_the_report_is_meant(mark: str, place: str) -> None:
    text = "Shells fell on Tamm. Tamm is old. Tamm is far.\n\nThey shelled Orlin."
    text = f"{text}\n\n{mark}Ten men died."
    assert last(text, "casualties").slot("place") == place


@pytest.mark.parametrize("head", ["3 May, Tamm: ", "Tamm, 3 May: "])
def test_a_place_and_a_day_at_the_head_of_an_entry_say_where(head: str) -> None:
    assert last(f"Shells fell on Orlin.\n\n{head}Ten men died.", "casualties").slot("place") == "Tamm"


def test_sections_begin_at_time_lines_bullets_headings_and_days_of_places() -> None:
    text = "A long opening sentence ends here.\n\n14.30 GMT\nOne.\n\nTALKS\nTwo.\n\n• Three.\n\n4-5 May, Orlin: Four."
    found = list(sections(text, 0))
    assert [text[each.start :].split("\n")[0] for each in found] == [
        "14.30 GMT",
        "TALKS",
        "• Three.",
        "4-5 May, Orlin: Four.",
    ]
    assert [text[each.head.start : each.head.end] for each in found] == ["", "", "", "4-5 May, Orlin:"]


def test_one_of_a_list_is_not_meant_alone_but_the_place_of_the_report() -> None:
    text = (
        "Shells fell on Tamm. Tamm is old. They fought at Orlin and Tamm. Vell met its envoys. Ten posts were captured."
    )
    assert last(text, "control").slot("place") == "Tamm"


@pytest.mark.parametrize(
    ("join", "place"),
    [(", while jets of Ostria struck Orlin.", "Tamm"), (" near Orlin.", "Orlin"), (".", "Tamm")],
)
def test_a_clause_without_a_place_is_where_the_report_was_written(join: str, place: str) -> None:
    head = "TAMM, Vell (KW) - "
    text = f"{head}A missile of Ostria hit the main hospital{join} Nobody was killed here."
    made = scene(text)
    report = replace(made.report, dateline=("TAMM, Vell",), body=Span(len(head), len(text)))
    assert read_claims(replace(made, report=report))[0].slot("place") == place


def test_what_was_taken_from_a_side_is_not_in_its_hands() -> None:
    claim = last("Two Ostria posts near Orlin were seized.", "control")
    assert (claim.slot("holder"), claim.slot("from")) == ("", "Ostria")
    assert last("Two Ostria posts near Orlin were seized by Vell.", "control").slot("holder") == "Vell"
