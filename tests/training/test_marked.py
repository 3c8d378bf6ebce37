"""Marked statements: which kinds, stance and questions they have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.marked import all_marked, from_cluster, from_conflicts


def test_a_statement_has_its_kinds_and_those_of_the_questions_that_it_answers(tmp_path: Path) -> None:
    conflict = {
        "reports": ["Nonsense, said the army of Vell."],
        "names": [],
        "questions": {"q1": {"kind": "casualties", "place": "", "question": "How many?"}},
        "statements": [
            {
                "report": 0, "source": "the army of Vell", "cue": "said", "content": ["Nonsense"], "party": "Vell",
                "stance": "asserts", "kinds": ["demand"], "on": [["q1", "denies", "Nonsense"]],
            }
        ],
    }  # fmt: skip
    (tmp_path / "p-18.json").write_text(json.dumps(conflict), encoding="utf8")
    (found,) = from_conflicts(tmp_path)
    assert (found.kinds, found.conflict, found.held_out) == (frozenset({"casualties", "plan"}), "p-18", True)
    assert (found.stance, found.questions) == ("denies", frozenset({"q1"}))
    assert [found.text[slice(*span)] for span in found.spans] == ["the army of Vell", "said", "Nonsense"]


def test_a_statement_of_a_cluster_without_a_position_has_no_known_kinds(tmp_path: Path) -> None:
    text = "Orlin is ours, Vell said. It rained, a farmer said."
    rows = [("Vell", "said", "Orlin is ours"), ("a farmer", "said", "It rained")]
    statements = [
        {"source": source, "cue": cue, "content": content, "stance": "asserts"} for source, cue, content in rows
    ]
    position = {"report": "01", "stance": "asserts", "evidence": "Orlin is ours"}
    matter = {"kind": "control", "question": "Whose is Orlin?", "positions": [position]}
    for report in ("01", "02"):  # the second is a copy and left out
        (tmp_path / f"{report}.txt").write_text(text, encoding="utf8")
        (tmp_path / f"{report}.json").write_text(json.dumps({"statements": statements}), encoding="utf8")
    ledger = {"matters": [matter], "copies": [["01", "02"]]}
    (tmp_path / "ledger.json").write_text(json.dumps(ledger), encoding="utf8")
    town, rain = from_cluster(tmp_path)
    assert (town.kinds, town.questions) == (frozenset({"control"}), frozenset({"Whose is Orlin?"}))
    assert (rain.kinds, rain.questions, rain.stance) == (None, frozenset(), "asserts")


def test_what_is_held_out_is_told_apart() -> None:
    marked = list(all_marked())
    held = {one.report for one in marked if one.held_out}
    assert {"own/ash-18", "b-06/0"} <= held
    assert not held & {"own/ash-16", "b-05/0"}
    assert any(name.startswith("itavera/") for name in held)
