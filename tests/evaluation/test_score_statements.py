from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.score_statements import f_score, main, pair, read_lines, read_marked, score, trim

TEXT = "The army said the bridge was hit. “Nobody fired,” the ministry wrote on Telegram."


def find(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def row(source: str, cue: str, content: str, **more: str) -> dict[str, Any]:
    roles = {"source": source, "cue": cue, "content": content}
    return {**{role: find(words) if words else [] for role, words in roles.items()}, **more}


ARMY = row("The army", "said", "the bridge was hit", stance="asserts", channel="")
MINISTRY = row("the ministry", "wrote", "Nobody fired,", stance="denies", channel="Telegram")
GOLD = [{"id": "1", "text": TEXT, "attributions": [ARMY, MINISTRY]}]


def predict(*statements: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"report": {"text": TEXT}, "statements": list(statements)}]


def test_what_is_marked_alike_is_right_throughout() -> None:
    figures = score(predict(ARMY, {**MINISTRY, "channel": "telegram"}), GOLD)
    assert figures["content@0.5+source"] == {"p": 1.0, "r": 1.0, "f": 1.0, "pred": 2, "gold": 2}
    assert figures["exact_content"]["f"] == 1.0
    assert figures["stance_accuracy"] == [1.0, 2]
    assert figures["channel_accuracy"] == [1.0, 1]
    assert figures["reports_missing"] == 0


def test_stops_and_quotation_marks_at_the_edges_do_not_count() -> None:
    quoted = row("the ministry", "wrote", "“Nobody fired,”")
    assert score(predict(quoted), GOLD)["exact_content"] == {"p": 1.0, "r": 0.5, "f": 0.6667, "pred": 1, "gold": 2}
    start, end = find("“Nobody fired,”")[0]
    assert TEXT[slice(*trim(TEXT, start, end))] == "Nobody fired"


def test_a_content_of_half_the_characters_is_found_but_not_at_four_fifths() -> None:
    figures = score(predict(row("The army", "said", "bridge was")), GOLD)
    assert figures["content@0.5"]["r"] == 0.5
    assert figures["content@0.8"]["r"] == 0.0
    assert figures["exact_content"]["r"] == 0.0


def test_less_than_half_is_not_found() -> None:
    assert score(predict(row("The army", "said", "bridge")), GOLD)["content@0.5"]["f"] == 0.0


def test_the_wrong_source_is_counted_apart() -> None:
    figures = score(predict(row("the ministry", "said", "the bridge was hit")), GOLD)
    assert figures["content@0.5"]["r"] == 0.5
    assert figures["content@0.5+source"]["r"] == 0.0


def test_no_source_on_either_side_is_the_same_source() -> None:
    silent = row("", "said", "the bridge was hit")
    gold = [{"text": TEXT, "attributions": [silent]}]
    assert score(predict(silent), gold)["content@0.5+source"]["f"] == 1.0


def test_each_statement_is_paired_once_and_the_same_cue_decides() -> None:
    wanted = read_marked(TEXT, ARMY)
    other_cue, same_cue = (read_marked(TEXT, row("", cue, "the bridge was hit")) for cue in ("wrote", "said"))
    assert pair([other_cue, same_cue], [wanted], 0.5) == [(wanted, same_cue)]


def test_what_has_no_content_is_not_judged() -> None:
    gold = [{"text": TEXT, "attributions": [ARMY, row("the ministry", "wrote", "")]}]
    own_voice = row("", "", "the bridge was hit")
    assert score(predict(ARMY, own_voice), gold)["content@0.5"] == {"p": 1.0, "r": 1.0, "f": 1.0, "pred": 1, "gold": 1}


def test_a_report_without_prediction_is_missing() -> None:
    figures = score([], GOLD)
    assert figures["reports_missing"] == 1
    assert figures["content@0.5"] == {"p": 0.0, "r": 0.0, "f": 0.0, "pred": 0, "gold": 2}


@pytest.mark.parametrize(("right", "predicted", "gold", "mean"), [(0, 0, 0, 0.0), (1, 2, 1, 0.6667), (3, 4, 4, 0.75)])
def test_f_score(right: int, predicted: int, gold: int, mean: float) -> None:
    assert f_score(right, predicted, gold)["f"] == mean


def test_other_line_breaks_inside_a_text_do_not_split_a_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": "one\u2028two"}, ensure_ascii=False) + "\n\n", encoding="utf8")
    assert read_lines(path) == [{"text": "one\u2028two"}]


def test_the_command_prints_the_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / "predicted.jsonl", tmp_path / "gold.jsonl"]
    for path, rows in zip(files, (predict(ARMY), GOLD), strict=True):
        path.write_text("\n".join(json.dumps(line) for line in rows), encoding="utf8")
    assert main([str(path) for path in files]) == 0
    assert json.loads(capsys.readouterr().out) == score(predict(ARMY), GOLD)


def test_the_command_asks_for_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
