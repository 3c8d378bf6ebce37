from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.score_ledger import fold, goes_with, main, overlaps, same_party, score, standing_on

GOLD: dict[str, Any] = {
    "matters": [
        {
            "question": "Who controls Lomna?",
            "kind": "control",
            "place": "Lomna",
            "names": ["Łomna"],
            "positions": [
                {
                    "party": "Varia",
                    "stance": "asserts",
                    "date": "2024-03-01",
                    "report": "01",
                    "evidence": "our troops hold the town of Lomna",
                },
                {
                    "party": "Oster; Lomna Council",
                    "stance": "denies",
                    "date": "2024-03-01",
                    "report": "01",
                    "evidence": "the fighting for Lomna goes on",
                },
            ],
            "standing": [
                {"date": "2024-03-01", "standing": "disputed"},
                {"date": "2024-03-03", "standing": "conceded"},
            ],
        }
    ]
}
REPORTS = {"01": "lomna/01"}


def position(party: str, stance: str, text: str, report: str = "samples/lomna/01.txt") -> dict[str, Any]:
    return {"party": party, "stance": stance, "report": report, "evidence": {"text": text, "start": 0, "end": 9}}


HOLD = position("Varia", "asserts", "said our troops hold the town")
GOES_ON = position("Lomna Council", "denies", "the fighting for Lomna goes on.")


def matter(*positions: dict[str, Any], **more: Any) -> dict[str, Any]:
    standings = [{"date": "2024-03-01", "standing": "disputed"}, {"date": "2024-03-03T10:00", "standing": "conceded"}]
    row = {"question": "Who holds ŁOMNA?", "kind": "control", "slots": {}, "standings": standings}
    return {**row, "positions": list(positions), **more}


def test_a_ledger_that_says_the_same_is_right_throughout() -> None:
    figures, missed = score([matter(HOLD, GOES_ON)], GOLD, REPORTS)
    assert missed == []
    shares = ("matter_recall", "position_recall", "party_accuracy", "stance_accuracy", "standing_accuracy")
    assert [figures[name] for name in shares] == [1.0] * 5


def test_the_list_may_stand_inside_an_object() -> None:
    assert score({"matters": [matter(HOLD)]}, GOLD, REPORTS) == score([matter(HOLD)], GOLD, REPORTS)


@pytest.mark.parametrize(
    "other",
    [
        matter(HOLD, kind="talks"),
        matter(HOLD, question="Who holds Brod?"),
        matter(position("Varia", "asserts", "our troops hold the town of Lomna", "samples/lomna/02.txt")),
        matter(position("Varia", "asserts", "our men hold the bridge")),
    ],
    ids=["kind", "place", "report", "evidence"],
)
def test_a_matter_is_not_found_by_another(other: dict[str, Any]) -> None:
    figures, missed = score([other], GOLD, REPORTS)
    assert figures["matters_found"] == 0
    assert figures["party_accuracy"] is None
    assert figures["standing_accuracy"] == 0.0
    assert missed == ["matter: Who controls Lomna?"]


def test_a_place_in_the_slots_will_do() -> None:
    figures, _ = score([matter(HOLD, question="Who holds the town?", slots={"place": "Lomna"})], GOLD, REPORTS)
    assert figures["matters_found"] == 1


def test_the_matter_with_most_positions_is_taken() -> None:
    standings = [{"date": "2024-03-01", "standing": "claimed"}]
    figures, _ = score([matter(HOLD, standings=standings), matter(HOLD, GOES_ON)], GOLD, REPORTS)
    assert figures["positions_found"] == 2
    assert figures["standings_right"] == 2


def test_what_was_missed_is_named() -> None:
    wrong = {**HOLD, "party": "Oster", "stance": "denies"}
    standings = [{"date": "2024-03-02", "standing": "claimed"}]
    figures, missed = score([matter(wrong, standings=standings)], GOLD, REPORTS)
    assert (figures["positions_found"], figures["party_right"], figures["stance_right"]) == (1, 0, 0)
    assert missed == [
        "position: Who controls Lomna? | Oster; Lomna Council denies 2024-03-01",
        "stance: Who controls Lomna? | Varia asserts read as denies",
        "standing: Who controls Lomna? | 2024-03-01 disputed read as None",
        "standing: Who controls Lomna? | 2024-03-03 conceded read as claimed",
    ]


def test_a_speaker_stands_in_for_a_party_that_is_not_named() -> None:
    nameless = {**HOLD, "party": "", "speaker": "Varian General Staff of Varia"}
    assert score([matter(nameless)], GOLD, REPORTS)[0]["party_right"] == 1


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        ("Varia", "government of Varia", True),
        ("Oster; Varia", "Varia", True),
        ("Varia", "Oster", False),
        ("", "", True),
        ("", "Varia", False),
        ("Varia", None, False),
    ],
)
def test_same_party(gold: str, said: str | None, right: bool) -> None:
    assert same_party(gold, said) is right


def test_evidence_overlaps_in_four_words_or_as_a_whole() -> None:
    assert overlaps("he said our troops hold the town", "our troops hold the bridge") is True
    assert overlaps("our troops hold a town", "our troops hold the bridge") is False
    assert overlaps("the loss", "confirmed the loss of it") is True
    assert overlaps("", "the loss") is False


def test_kinds_and_stances_that_go_together() -> None:
    assert goes_with("Foreign_fighters", "foreign fighters") is True
    assert goes_with("asserts", "announces", ({"asserts", "announces"},)) is True
    assert goes_with("asserts", "denies", ({"asserts", "announces"},)) is False


def test_fold_drops_accents_and_signs() -> None:
    assert fold("Élysée-Kreis!") == "elysee kreis"
    assert fold(None) == ""


def test_a_standing_holds_until_the_next() -> None:
    held = matter()
    assert standing_on(held, "2024-02-29") is None
    assert standing_on(held, "2024-03-02") == "disputed"
    assert standing_on(held, "2024-03-04") == "conceded"


def test_the_command_prints_figures_and_what_was_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name, row in (("matters", [matter(HOLD)]), ("gold", GOLD), ("map", REPORTS)):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(row), encoding="utf8")
        files.append(str(path))
    assert main(files) == 0
    printed = capsys.readouterr().out
    assert '"position_recall": 0.5' in printed
    assert printed.rstrip().endswith("position: Who controls Lomna? | Oster; Lomna Council denies 2024-03-01")


def test_the_command_asks_for_three_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["only.json"]) == 2
    assert "usage" in capsys.readouterr().err
