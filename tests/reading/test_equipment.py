from __future__ import annotations

import time

import pytest

from sayso.reading.equipment import name_of, object_near, object_of, owner_of
from sayso.reading.named import Named
from sayso.types import Span, Statement


def owner(words: str, speaker: str = "Ostria") -> str:
    sides = [
        Named(Span(start, start + len(spelling)), spelling, "party", party)
        for spelling, party in (("Vell", "Vell"), ("Ostrian", "Ostria"))
        for start in [words.find(spelling)]
        if start >= 0
    ]
    span = Span(0, len(words))
    statement = Statement("s", "r", (), (), (span,), "indirect", speaker, speaker, "", "asserts", None)
    return owner_of(words, span, sides, statement)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("two Ostrian jets were shot down", "Ostria"),
        ("an Ostrian military transport plane crashed", "Ostria"),
        ("Vell's tanks were burnt", "Vell"),
        ("it destroyed a battery of Vell", "Vell"),
        ("its aircraft all came home", "Ostria"),
        ("an enemy drone was downed", "enemy"),
        ("Vell lost three tanks", "Vell"),
        ("the loss of one jet", "Ostria"),
        ("Vell shot down a jet", ""),
        ("a jet was shot down", ""),
        ("Vell lost contact with a jet", ""),
        ("an Ostrian K-12 jet had shot down at least two Vell military aircraft", "Vell"),
        ("an Ostrian jet destroyed three tanks", ""),
        ("a jet was shot down by an Ostrian helicopter", ""),
    ],
)
def test_whose_it_was_stands_beside_it_or_before_the_loss(words: str, wanted: str) -> None:
    assert owner(words) == wanted


def test_the_type_of_what_brought_it_down_is_not_its_own() -> None:
    assert name_of("One F-16 was shot down by a MiG-21", "aircraft", "") == "F-16"
    assert name_of("A plane was shot down by a MiG-21", "aircraft", "") == ""
    assert name_of("F-16s were flown", "aircraft", "") == "F-16"


def test_a_ship_is_called_by_its_name_where_the_report_has_one_alone() -> None:
    report = "The missile cruiser Orlin burnt. The ship sank, they said."
    assert name_of("The ship sank", "ship", report) == "Orlin"
    assert name_of("The ship sank", "ship", report + " The frigate Tamm came to help.") == ""
    assert name_of("the frigate Tamm sank", "ship", report) == "Tamm"
    assert name_of("a jet crashed", "aircraft", report) == ""


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("one of their drones had destroyed a helicopter on the ground", "aircraft"),
        ("a drone was shot down by a jet", "drone"),
        ("a warplane was brought down near the bridge", "aircraft"),
        ("nothing was lost", ""),
        ("a K-12 had shot down at least two drones", "drone"),
        ("the jet has destroyed more than six tanks", "vehicle"),
        ("jets shot down over the town", "aircraft"),
        ("a convoy of tankers was burnt on the road", "vehicle"),
        ("fuel tankers were set on fire", "vehicle"),
        ("a tanker was hit in the strait", "ship"),
        ("the tanker was sunk", "ship"),
        ("its jets had destroyed a radar", ""),
        ("Ostrian aircraft struck the old prison", ""),
        ("U.S. warplanes struck three sites", ""),
        ("jets hit military targets by night", ""),
        ("13 missiles were shot down", ""),
        ("the battery shot down nine rockets", ""),
        ("nine drones and four missiles were shot down", "drone"),
        ("the pilot plant was destroyed", ""),
        ("a frigate shot down two drones", "drone"),
        ("a ferry was burnt", "ship"),
        ("an MQ-9 crashed by the river", "drone"),
        ("a T-72 was burnt", "vehicle"),
    ],
)
def test_what_is_hit_is_lost_and_not_what_hits(words: str, what: str) -> None:
    assert object_of(words) == what


def test_a_patrol_boat_goes_by_its_name() -> None:
    assert name_of("guns sank the Velmian patrol boat Almirante Orlin", "ship", "") == "Almirante Orlin"


def test_a_type_may_go_by_a_name_and_of_several_none_is_meant() -> None:
    assert name_of("a Rafale was shot down", "aircraft", "") == "Rafale"
    assert name_of("three Rafales, a MiG-29 and an Su-30 were shot down", "aircraft", "") == ""
    assert name_of("an F-16 had shot down at least two MiG-21s", "aircraft", "") == "MiG-21"
    assert name_of("A plane was shot down by a Vellish MiG-21", "aircraft", "") == ""


@pytest.mark.parametrize(
    ("words", "sentence", "before", "last", "what"),
    [
        ("13 were shot down", "13 were shot down", "Vell sent 20 missiles.", "aircraft", ""),
        ("13 were shot down", "13 were shot down", "Vell sent 20 drones.", "", "drone"),
        ("it was shot down", "it was shot down", "He gave no proof.", "ship", "ship"),
        ("jets struck a radar", "jets struck a radar", "A ship sank.", "ship", ""),
        ("air defences were at work", "air defences were at work", "Nobody slept.", "aircraft", ""),
    ],
)
def test_what_was_lost_is_named_near_or_nothing_was(
    words: str, sentence: str, before: str, last: str, what: str
) -> None:
    assert object_near(words, sentence, before, last) == what


def test_equipment_is_read_in_no_time() -> None:
    words = "the tankers of the convoy and jets had of all things been by one of its " * 300
    begun = time.monotonic()
    object_of(words), name_of(words, "ship", words), owner(words)
    assert time.monotonic() - begun < 5
