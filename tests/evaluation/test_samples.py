"""The gold of the samples points only at what the reports say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from lxml import html

from sayso.reports import read_path
from sayso.types import Quote, Report, Stance, Word

SAMPLES = Path(__file__).parents[2] / "samples"
CLUSTERS = ("shusha", "drozhnitsa", "chorgudere")
WORDS = set(get_args(Word))
STANCES = set(get_args(Stance))


def read_gold(cluster: str, name: str) -> Any:
    return json.loads((SAMPLES / "gold" / cluster / name).read_text(encoding="utf8"))


def read_sample(path: Path) -> str:
    """The words of a report in order, by the plainest means: the gold must hold whoever reads it."""
    source = path.read_text(encoding="utf8")
    if path.suffix == ".jsonl":
        return str(json.loads(source)["text"])
    if path.suffix == ".html":
        [main] = html.fromstring(source.encode()).iter("article")
        return "\n\n".join("".join(map(str, piece.itertext())) for piece in main.iterchildren("h1", "p"))
    return source


def texts(cluster: str) -> dict[str, str]:
    return {path.stem: read_sample(path) for path in (SAMPLES / cluster).iterdir() if path.is_file()}


def annotated(cluster: str) -> list[tuple[str, dict[str, Any]]]:
    names = sorted(path.name for path in (SAMPLES / "gold" / cluster).glob("[0-9]*.json"))
    return [(name[:-5], read_gold(cluster, name)) for name in names]


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_every_report_has_its_gold(cluster: str) -> None:
    names = [name for name, _ in annotated(cluster)]
    assert names == sorted(texts(cluster)) == sorted(read_gold(cluster, "map.json"))
    for name, gold in annotated(cluster):
        assert (SAMPLES / cluster / gold["file"]).stem == name


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_statements_stand_in_their_reports(cluster: str) -> None:
    reports = texts(cluster)
    for name, gold in annotated(cluster):
        for i, statement in enumerate(gold["statements"]):
            for words in (statement["source"], statement["cue"], statement["content"], *statement.get("more", ())):
                assert words in reports[name]
            assert statement["quote"] in get_args(Quote)
            assert statement["stance"] in STANCES
            assert statement["within"] is None or statement["within"] in set(range(len(gold["statements"]))) - {i}


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_statements_stand_in_the_text_that_sayso_reads(cluster: str) -> None:
    known_as = read_gold(cluster, "map.json")
    for name, gold in annotated(cluster):
        [report] = read_path(str(SAMPLES / cluster / gold["file"]))
        assert isinstance(report, Report)
        assert known_as[name] in report.path
        assert report.outlet in (gold["outlet"], gold["agency"])  # an agency may stand only under its letters
        assert (report.agency or "") == gold["agency"]
        assert (report.published or "")[:10] in ("", gold["date"])
        assert list(report.dateline) == gold["dateline"]
        for statement in gold["statements"]:
            for words in (statement["source"], statement["cue"], statement["content"], *statement.get("more", ())):
                assert words in report.text


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_offsets_mark_the_same_words(cluster: str) -> None:
    gold = dict(annotated(cluster))
    lines = (SAMPLES / "gold" / cluster / "statements.jsonl").read_text(encoding="utf8").rstrip("\n").split("\n")
    reports = texts(cluster)
    for line in map(json.loads, lines):
        assert line["text"] == reports[line["id"]]
        for row, statement in zip(line["attributions"], gold[line["id"]]["statements"], strict=True):
            for role in ("source", "cue", "content"):
                marked = [line["text"][start:end] for start, end in row[role]]
                wanted = [statement[role], *(statement.get("more", ()) if role == "content" else ())]
                assert marked == [words for words in wanted if words]


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_the_ledger_quotes_the_reports(cluster: str) -> None:
    reports, ledger = texts(cluster), read_gold(cluster, "ledger.json")
    quoted = [(row["report"], row["evidence"]) for matter in ledger["matters"] for row in matter["positions"]]
    quoted += [(row["report"], row["evidence"]) for row in ledger["figures"]]
    for row in ledger["discrepancies"]:
        quoted += zip(row["reports"], row["evidence"], strict=True)
    for report, words in quoted:
        assert words in reports[report]
    whole = "\n".join(reports.values())
    assert all(words in whole for words in ledger["background"])
    assert all(name in whole for row in ledger["entities"] for name in row["variants"])


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_the_ledger_uses_the_words_of_the_records(cluster: str) -> None:
    ledger = read_gold(cluster, "ledger.json")
    reprints = {report for copies in ledger["copies"] for report in copies[1:]}
    for matter in ledger["matters"]:
        assert {row["stance"] for row in matter["positions"]} <= STANCES
        assert {row["standing"] for row in matter["standing"]} <= WORDS
        assert [row["date"] for row in matter["standing"]] == sorted(row["date"] for row in matter["standing"])
        assert not reprints & {row["report"] for row in matter["positions"]}
