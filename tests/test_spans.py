"""Every span of every reading is an offset into the untouched text, with the model on board."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.spans import check, check_all, texts_in

from sayso.reading.reader import read_report
from sayso.reading.tagger import load_tagger
from sayso.reports import read_path
from sayso.types import Report, Span

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(folder.name for folder in (ROOT / "samples").iterdir() if folder.is_dir() and folder.name != "gold")


def read_all(folder: Path) -> Counter[str]:
    total: Counter[str] = Counter()
    reader = load_tagger()
    for report in read_path(str(folder)):
        assert isinstance(report, Report)
        total.update(check(report, read_report(report, reader)))
    return total


@pytest.mark.model
@pytest.mark.parametrize("cluster", SAMPLES)
def test_spans_of_the_samples(cluster: str) -> None:
    total = read_all(ROOT / "samples" / cluster)
    assert total["broken"] == 0
    assert min(total[sort] for sort in ("statement", "claim", "name", "figure")) > 0


@pytest.mark.model
def test_spans_of_the_annotated_reports() -> None:
    total = check_all([ROOT / "training" / "data"], load_tagger(), None, None)
    assert total["texts"] >= 72
    assert total["statement"] > 5 * total["texts"]
    assert total["broken"] == 0


def test_a_span_outside_the_text_is_broken() -> None:
    text = "“The town is ours! ”General Tarov said in Vellin. The army did not confirm this."
    report = Report(id="r", text=text, path="r.txt")
    reading = read_report(report, load_tagger())
    assert check(report, reading)["broken"] == 0
    first, *rest = reading.statements
    beyond = replace(first, cue=(Span(0, len(text) + 1),))
    assert check(report, replace(reading, statements=(beyond, *rest)))["broken"] == 1


def test_texts_come_from_json_lines_and_text_files(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n\n{"id": 2}\n{"text": "Two."}\n', encoding="utf8")
    (tmp_path / "b.txt").write_text("Three.", encoding="utf8")
    (tmp_path / "c.json").write_text("{}", encoding="utf8")
    assert list(texts_in(tmp_path)) == ["One.", "Two.", "Three."]


def test_a_later_run_goes_on_where_an_earlier_one_ended(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n{"text": "Two."}\n', encoding="utf8")
    done, reader = tmp_path / "done", load_tagger()
    assert check_all([tmp_path / "a.jsonl"], reader, 1, done)["texts"] == 1
    assert check_all([tmp_path / "a.jsonl"], reader, None, done)["texts"] == 1
    assert check_all([tmp_path / "a.jsonl"], reader, None, done)["texts"] == 0
