"""Claims read against claims marked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.score_claims import Tally, judge, main, place_of

from sayso.types import Claim, Span

TEXT = "Ostria has captured Orlin. Nine people died at Tamm."
MARKED = [
    {
        "kind": "control", "evidence": "Ostria has captured Orlin", "trigger": "captured", "polarity": "+",
        "slots": {"place": "Orlin", "holder": "Ostria"}, "modality": "actual",
    },
    {
        "kind": "casualties", "evidence": "Nine people died at Tamm", "trigger": "died", "polarity": "+",
        "slots": {"place": "Tamm", "outcome": "killed"}, "modality": "actual",
    },
]  # fmt: skip
DATA = Path(__file__).parents[2] / "training/data"


def claim(kind: str, words: str, place: str) -> Claim:
    start = TEXT.index(words)
    return Claim(kind, "r", None, kind, (("place", place),), "+", "actual", None, Span(start, start + len(words)))


def test_what_is_read_missed_and_too_much_is_counted() -> None:
    tally = Tally()
    read = [claim("control", "Ostria has captured Orlin", "Orlin"), claim("attack", "Nine people died", "Tamm")]
    judge("one", TEXT, MARKED, read, tally)
    assert (dict(tally.marked), dict(tally.read)) == ({"control": 1, "casualties": 1}, {"control": 1, "attack": 1})
    assert dict(tally.paired) == {"control": 1}
    assert (tally.right["place"], tally.asked["place"], tally.right["holder"]) == (1, 1, 0)
    assert [line.split()[0] for line in tally.lines] == ["slot", "missed", "more"]


def test_white_space_of_the_text_does_not_matter() -> None:
    assert place_of("a  b\nc", "b c") == Span(3, 6)
    assert place_of("a b", "c") is None


@pytest.mark.model
def test_about_half_of_the_claims_of_a_series_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA), "birch"]) == 0
    last = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("all"))
    assert float(last.split()[-1]) > 0.48
