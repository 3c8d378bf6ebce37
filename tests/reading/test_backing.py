"""Who is said to arm, pay or shelter whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.claims import read_claims


def backed(text: str) -> tuple[str, str]:
    """The giver and the one given to in the claim of support that the outlet makes."""
    [found] = [c for c in read_claims(scene(text)) if c.slot("change") == "backs"]
    return found.slot("who"), found.slot("whom")


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ostria arms Vell.", "Ostria", "Vell"),
        ("Vell is armed and paid by neighbouring Ostria.", "Ostria", "Vell"),
        ("The bandits are financed from Ostria.", "Ostria", ""),
        ("Ostria, which Vell accuses of arming the rebels, was silent.", "Ostria", ""),
        ("Rifles came from Ostria.", "Ostria", ""),
        ("They opened crates with the stencil of Ostria.", "Ostria", ""),
        ("Ostria has not given Vell one round.", "Ostria", "Vell"),
    ],
)
def test_who_backs_whom_is_read_from_the_words_around_the_verb(text: str, who: str, whom: str) -> None:
    assert backed(text) == (who, whom)


def test_the_side_behind_the_cue_of_an_accusation_backs() -> None:
    text = "Vell accused Ostria of arming the rebels."
    statement = said(text, "Ostria of arming the rebels", cue="accused", stance="accuses")
    [found] = [c for c in read_claims(scene(text, statement)) if c.kind == "support"]
    assert (found.slot("who"), found.soft) == ("Ostria", False)


def test_who_denies_without_a_subject_speaks_of_itself() -> None:
    text = "Nobody there would say more. It denied sending rifles."
    statement = said(text, "sending rifles", party="Ostria", cue="denied", stance="denies")
    [found] = [c for c in read_claims(scene(text, statement)) if c.kind == "support"]
    assert found.slot("who") == "Ostria"


@pytest.mark.parametrize("text", ["Trains to Orlin are late.", "Armed men came.", "We paid the driver."])
def test_wordings_that_give_nobody_anything(text: str) -> None:
    assert not [c for c in read_claims(scene(text)) if c.slot("change") == "backs"]


def test_who_accuses_somebody_not_named_does_not_back_anybody() -> None:
    text = "Ostria accuses a neighbour of arming the rebels."
    statement = said(text, "a neighbour of arming the rebels", cue="accuses", stance="accuses")
    [found] = [c for c in read_claims(scene(text, replace(statement, party="Ostria"))) if c.slot("change") == "backs"]
    assert found.slot("who") == ""
