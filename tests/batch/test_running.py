"""A batch from end to end, with a server on this machine in place of a model: quick, and the same records."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.reading.answering import Asked, asked_text, by_pattern, quoting, said, serving

from sayso.batch import run_batch
from sayso.cli import main
from sayso.errors import BatchError, ReaderError
from sayso.extraction import extract
from sayso.reports import Given
from sayso.types import Problem
from sayso.views.shapes import extract_shape

REPORT = "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun, Ilmo Reth said."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{REPORT} The {number}. brigade left, Osk said.\n", encoding="utf8")
    rows = [json.dumps({"id": f"row-{number}", "text": REPORT}) for number in range(3)]
    (folder / "rows.jsonl").write_text("\n".join([*rows, "{broken"]) + "\n", encoding="utf8")
    return folder


def shapes(folder: Path) -> list[dict[str, Any]]:
    files = sorted(path for path in folder.glob("*.jsonl") if "problems" not in path.name)
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf8").splitlines()]


def run(corpus: Path, to: Path, server: Asked, **more: Any) -> Any:
    """A batch in threads of this process."""
    with ThreadPoolExecutor(2) as pool:
        return run_batch([str(corpus)], to, reader=f"llm:small@{server.url}", size=2, executor=pool, **more)


def test_the_lines_are_those_of_extract(corpus: Path, tmp_path: Path) -> None:
    with serving(quoting(by_pattern)) as server:
        done = run(corpus, tmp_path / "out", server, given=Given(outlet="The Lantern"))
        read = [
            json.loads(json.dumps(extract_shape(*each)))
            for each in extract([str(corpus)], Given(outlet="The Lantern"), server.reader())
            if not isinstance(each, Problem)
        ]
    assert (done.shards, done.known, done.reports, done.problems) == (4, 0, 8, 1)
    assert shapes(tmp_path / "out") == read
    assert read[0]["report"]["outlet"] == "The Lantern"
    assert read[0]["statements"][0]["speaker"] == "Ilmo Reth"
    [problem] = (tmp_path / "out" / "00004.problems.jsonl").read_text(encoding="utf8").splitlines()
    assert json.loads(problem)["path"].startswith(str(corpus / "rows.jsonl"))


def test_a_second_call_reads_only_what_changed(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with serving(quoting(by_pattern)) as server:
        run(corpus, out, server)
        asked = len(server.requests)
        assert run(corpus, out, server).known == 4
        assert len(server.requests) == asked
        (corpus / "0.txt").write_text(f"{REPORT} Nobody knows why.\n", encoding="utf8")
        (out / "00003.jsonl").unlink()
        again = run(corpus, out, server)
    assert (again.known, again.reports) == (2, 8)
    assert len(server.requests) == asked + 3
    assert any("Nobody knows why" in shape["report"]["text"] for shape in shapes(out))


def test_an_interrupted_batch_keeps_what_is_finished(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def closing(asked: dict[str, Any]) -> Any:
        return (401, {}, "") if "The 3. brigade" in asked_text(asked) else quoting(by_pattern)(asked)

    with serving(closing) as server:
        with pytest.raises(ReaderError, match="401"), ThreadPoolExecutor(1) as pool:
            run_batch([str(corpus)], out, reader=f"llm:small@{server.url}", size=2, executor=pool)
        assert (out / "done" / "00001").exists()
        assert not (out / "done" / "00002").exists()
        assert list(out.glob("*.part")) == []
        server.answer = quoting(by_pattern)
        assert run(corpus, out, server).known >= 1
    assert len(shapes(out)) == 8


def test_shards_beyond_the_last_are_taken_away(corpus: Path, tmp_path: Path) -> None:
    with serving(quoting(by_pattern)) as server:
        run(corpus, tmp_path / "out", server)
        (corpus / "rows.jsonl").unlink()
        assert run(corpus, tmp_path / "out", server).problems == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("*.jsonl")) == [f"0000{n}.jsonl" for n in (1, 2, 3)]


def test_a_report_without_an_answer_is_a_problem(corpus: Path, tmp_path: Path) -> None:
    with serving(lambda _: said("Mumble.")) as server:
        done = run(corpus, tmp_path / "out", server)
    assert (done.reports, done.problems) == (0, 9)


def test_a_folder_that_cannot_be_written(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf8")
    with serving(quoting(by_pattern)) as server, pytest.raises(BatchError, match="cannot be written"):
        run(corpus, tmp_path / "file" / "out", server)


@pytest.mark.model
def test_processes_of_its_own_by_the_command_line(corpus: Path, tmp_path: Path) -> None:
    (corpus / "rows.jsonl").unlink()
    words = ["batch", str(corpus), "--to", str(tmp_path / "out"), "--workers", "2", "--size", "3"]
    first, second = (CliRunner().invoke(main, words) for _ in range(2))
    assert first.stdout == "5 reports in 2 shards, 0 of them finished before; 0 problems.\n", first.output
    assert second.stdout == "5 reports in 2 shards, 2 of them finished before; 0 problems.\n"
    assert len(shapes(tmp_path / "out")) == 5
