"""Small conflicts in the form of clusters."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.conflicts import as_cluster, write_cluster

TEXT = "Orlin is ours, said the Hill Army. Vell laughed at that."
CONFLICT = {
    "reports": [TEXT],
    "names": [],
    "questions": {"q1": {"kind": "control", "place": "Orlin", "question": "Who holds Orlin?"}},
    "statements": [
        {
            "report": 0, "source": "the Hill Army", "cue": "said", "content": ["Orlin is ours"], "party": "Hill Army",
            "stance": "asserts", "kinds": ["control"], "on": [["q1", "asserts", "Orlin is ours"]],
        },
        {
            "report": 0, "source": "Vell", "cue": "laughed", "content": ["that"], "party": "Vell", "stance": "other",
            "kinds": [], "on": [["q1", "denies", "Vell laughed at that"]],
        },
    ],
}  # fmt: skip


def test_questions_are_matters_and_what_speaks_to_them_positions() -> None:
    (matter,) = as_cluster(CONFLICT)["matters"]
    assert (matter["kind"], matter["names"]) == ("control", ["Orlin"])
    told = [(p["party"], p["stance"], p["report"], p["date"]) for p in matter["positions"]]
    assert told == [("Hill Army", "asserts", "01", "2026-01-01"), ("Vell", "denies", "01", "2026-01-01")]


def test_what_is_written_has_exact_spans(tmp_path: Path) -> None:
    write_cluster(CONFLICT, tmp_path)
    line = json.loads((tmp_path / "statements.jsonl").read_text(encoding="utf8"))
    assert [TEXT[slice(*row["content"][0])] for row in line["attributions"]] == ["Orlin is ours", "that"]
    assert json.loads((tmp_path / "map.json").read_text(encoding="utf8")) == {"01": "01"}
