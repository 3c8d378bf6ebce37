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
        ("Ostria had trained, armed and funded Vell before the raid.", "Ostria", "Vell"),
        ("The militia uses the quay to smuggle weapons supplied by Ostria.", "Ostria", ""),
        ("Ostrian weapons coming through the quay were seized.", "Ostria", ""),
        ("They see an Ostrian fingerprint on it.", "Ostria", ""),
        ("Ostria is not directly supporting the offensive.", "Ostria", ""),
        ("Ostria harbours the movement's leaders.", "Ostria", ""),
        ("Ostria shelters the splinter guerrillas.", "Ostria", ""),
        ("Their training camps in Ostria are known.", "Ostria", ""),
        ("Ostria had promised howitzers.", "Ostria", ""),
        ("The delivery of howitzers by Ostria goes on.", "Ostria", ""),
        ("Vell condemned arms deliveries to Ostria.", "", "Ostria"),
        ("Ostria sent drones or fighters to Vell.", "Ostria", "Vell"),
        ("It could hardly have begun without Ostrian consent.", "Ostria", ""),
        ("Ostria is not involved in the fighting in Orlin.", "Ostria", ""),
        ("The shells had been driven over from neighbouring Ostria, a clerk in Vell told us.", "Ostria", ""),
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


@pytest.mark.parametrize(
    "text",
    [
        "Trains to Orlin are late.",
        "Armed men came.",
        "We paid the driver.",
        "Refugee camps on its soil are full.",
        "Ostria hosts the talks.",
        "Ostria supports the government in Vell.",
        "Ostria promised aid deliveries.",
        "The army has trained its soldiers.",
    ],
)
def test_wordings_that_give_nobody_anything(text: str) -> None:
    assert not [c for c in read_claims(scene(text)) if c.slot("change") == "backs"]


def test_who_accuses_somebody_not_named_does_not_back_anybody() -> None:
    text = "Ostria accuses a neighbour of arming the rebels."
    statement = said(text, "a neighbour of arming the rebels", cue="accuses", stance="accuses")
    [found] = [c for c in read_claims(scene(text, replace(statement, party="Ostria"))) if c.slot("change") == "backs"]
    assert found.slot("who") == ""
