"""The small conflicts hold together: every marked form stands in a report, every kind is one of the known ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("scipy")
from training.actors import Conflict, learn, read_conflicts, rows, shares, told_by, write
from training.align import align
from training.conflicts import FOLDER, is_held

from sayso.values.actors import KINDS, Weights, read_actors

PATHS = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_form_stands_in_a_report(path: Path) -> None:
    marked = json.loads(path.read_text(encoding="utf8"))
    text = "\n".join(marked["reports"])
    assert len(marked["reports"]) > 1
    assert [form for entry in marked["names"] for form in entry["forms"] if form not in text] == []
    assert {entry["kind"] for entry in marked["names"]} <= {*KINDS, "region"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_statement_stands_in_its_report_and_has_a_known_party(path: Path) -> None:
    marked = json.loads(path.read_text(encoding="utf8"))
    parties = {entry["party"] for entry in marked["names"]} | {""}
    assert marked["statements"]
    for number, text in enumerate(marked["reports"]):
        mine = [one for one in marked["statements"] if one["report"] == number]
        spans = [{"source": one["source"], "cue": one["cue"], "more": one["content"]} for one in mine]
        assert len(align(text, spans)) == len(mine)
    assert [one["source"] for one in marked["statements"] if one["party"] not in parties] == []


def _conflict(state: str) -> Conflict:
    texts = (f"They saw {state}'s army. Then {state} denied it, and Kestrin town slept. They left Kestrin.",)
    return Conflict(state, texts, {state.casefold(): "state", "kestrin": "place"})


def test_rows_leave_out_what_is_a_part_of_a_marked_name() -> None:
    conflict = Conflict("one", ("They met the Hill Army. Then Hill left with Mila.",), {"hill army": "group"})
    assert {row.name: row.kind for row in rows(conflict)} == {"Hill Army": "group", "Mila": "other"}


def test_weights_are_learnt_from_signs_of_several_conflicts() -> None:
    weights = learn([_conflict(state) for state in ("Velm", "Orna", "Suvo", "Tarn")])
    actors = read_actors(["They feared Lask's army."], weights)
    assert actors.kind("Lask") == "state"


def test_what_is_written_is_read_again_without_faint_signs(tmp_path: Path) -> None:
    row = [1.02] + [0.0] * (len(KINDS) - 1)
    write(Weights.of({"": row, "owns": row, "faint": [0.05] * len(KINDS)}), tmp_path / "actors.json")
    table = json.loads((tmp_path / "actors.json").read_text(encoding="utf8"))
    assert table["weights"].keys() == {"", "owns"}
    assert table["weights"]["owns"][0] * table["unit"] == pytest.approx(1.0)


def test_the_conflicts_can_be_read() -> None:
    conflicts = read_conflicts(PATHS[:2])
    assert [conflict.name for conflict in conflicts] == [path.stem for path in PATHS[:2]]
    assert all(conflict.kinds for conflict in conflicts)


def test_what_is_held_out_is_told_by_its_ending() -> None:
    assert [name for name in ("p-06", "p-16", "b-18", "b-180", "06") if is_held(name)] == ["p-06", "b-18"]


def test_what_was_told_is_counted_by_kind() -> None:
    weights = learn([_conflict(state) for state in ("Velm", "Orna", "Suvo", "Tarn")])
    told = told_by(weights, [_conflict("Lask")])
    assert told["state", "state"] == 1
    first, *kinds = shares("left out", 1, Counter({("state", "state"): 3, ("state", "other"): 1}))
    assert first == "left out: 1 conflicts, 4 names, 0.750 told right"
    assert kinds[0].split() == ["state", "4", "found", "0.750", "right", "1.000"]
