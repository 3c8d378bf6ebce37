from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.parties import answer, read_annotated, same_speaker

from sayso.reading.tagger import load_tagger

ROOT = Path(__file__).parents[2]
# Measured: speakers .89, .95, .88; parties .93, .97, .98.
FLOORS = {"shusha": (0.85, 0.90), "chorgudere": (0.90, 0.93), "drozhnitsa": (0.85, 0.93)}


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_who_speaks_for_whom_in_the_samples(name: str) -> None:
    reports = read_annotated(f"{ROOT / 'samples' / name}:{ROOT / 'samples/gold' / name}")
    found = answer(reports, load_tagger(), alone=False)
    speakers, parties = FLOORS[name]
    assert sum(each.speaker_right for each in found) >= speakers * len(found)
    assert sum(each.party_right for each in found) >= parties * len(found)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Wagram Pogossjan", "Vahram Poghosyan", True),
        ("Velgorian government", "government", True),
        ("Darko Milen", "Dana Milen", False),
        ("A; B", "A", False),
        ("Osk army; Vell army", "Vell army; Osk army", True),
        ("", "somebody", False),
    ],
)
def test_speakers_are_one_by_name(gold: str, said: str, same: bool) -> None:
    assert same_speaker(gold, said) is same
