"""Small conflicts as texts to learn from."""

from __future__ import annotations

import json
from pathlib import Path

from training.conflicts import LATER, conflict_samples, is_held, is_later, names_in

TEXT = "Orlin is ours, said the Free Hill Army of Dorin Sark. Vell laughed."
CONFLICT = {
    "reports": ["Nobody speaks here.", TEXT],
    "names": [
        {"kind": "group", "party": "Free Hill Army", "forms": ["Hill Army", "Free Hill Army"]},
        {"kind": "person", "party": "Free Hill Army", "forms": ["Dorin Sark"]},
        {"kind": "place", "party": "", "forms": ["Orlin"]},
    ],
    "statements": [
        {"report": 1, "source": "the Free Hill Army", "cue": "said", "content": ["Orlin", "is ours"]},
        {"report": 1, "source": "Vell", "cue": "laughed", "content": []},
    ],
}


def test_statements_and_names_of_each_report(tmp_path: Path) -> None:
    (tmp_path / "p-01.json").write_text(json.dumps(CONFLICT), encoding="utf8")
    (sample,) = conflict_samples(tmp_path)
    assert sample.id == "p-01/1", "a report without statements teaches nothing"
    first, second = sample.attributions or ()
    assert [TEXT[slice(*span)] for span in (*first.source, *first.cue, *first.content)] == [
        "the Free Hill Army", "said", "Orlin", "is ours",
    ]  # fmt: skip
    assert second.content == ()
    assert [(TEXT[s:e], kind) for s, e, kind in sample.names or ()] == [
        ("Orlin", "LOC"), ("Free Hill Army", "ORG"), ("Dorin Sark", "PER"),
    ]  # fmt: skip


def test_one_conflict_in_twelve_is_held_out(tmp_path: Path) -> None:
    for name in ("p-05", "p-06", "p-18"):
        (tmp_path / f"{name}.json").write_text(json.dumps(CONFLICT), encoding="utf8")
    assert [s.id for s in conflict_samples(tmp_path)] == ["p-05/1"]
    assert [s.id for s in conflict_samples(tmp_path, held_out=True)] == ["p-06/1", "p-18/1"]


def test_of_two_names_the_longer_one_stands() -> None:
    assert names_in("the Free Hill Army", CONFLICT["names"]) == ((4, 18, "ORG"),)  # type: ignore[arg-type]


def test_what_came_after_the_model_is_known_by_its_number() -> None:
    series, first = next(iter(LATER.items()))
    assert is_later(f"{series}-{first}")
    assert not is_later(f"{series}-{first - 1}")
    assert not is_later("a-99")
    assert not any(is_later(f"{name}-06") or is_later(f"{name}-18") for name in LATER)
    assert is_held("cg-18")
