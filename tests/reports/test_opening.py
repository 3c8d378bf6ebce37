from __future__ import annotations

import io
import json
import os
import sys
import time
from pathlib import Path

import pytest

from sayso.reports import Given, read_path
from sayso.reports.opening import LONGEST_TEXT
from sayso.types import Problem, Report

SAID = "The army took the town, the president said."
PAGE = Path(__file__).with_name("page.html")


def read(path: Path | str) -> list[Report | Problem]:
    return list(read_path(str(path)))


def problem(path: Path | str) -> str:
    [found] = read(path)
    assert isinstance(found, Problem)
    assert found.path is not None
    assert found.message.startswith(str(path))
    return found.message


def put(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def test_text_file_stays_as_it_is(tmp_path: Path) -> None:
    [report] = read(put(tmp_path, "a.txt", f"Town falls\r\n\r\n{SAID}\r\n"))
    assert isinstance(report, Report)
    assert report.text == f"Town falls\r\n\r\n{SAID}\r\n"
    assert report.path == str(tmp_path / "a.txt")


def test_page() -> None:
    [report] = read(PAGE)
    assert isinstance(report, Report)
    assert (report.outlet, report.agency, report.dateline) == ("The Evening Lantern", "Tesserine", ("OSTROVAR",))
    assert report.body is not None
    assert report.text[report.body.start :].startswith("The president told")
    assert report.text[: report.body.end].endswith("are dead.")


def test_page_under_any_name(tmp_path: Path) -> None:
    [report] = read(put(tmp_path, "saved", PAGE.read_bytes()))
    assert isinstance(report, Report)
    assert report.outlet == "The Evening Lantern"


def test_given_wins(tmp_path: Path) -> None:
    [report] = read_path(str(put(tmp_path, "a.txt", SAID)), Given("2020-11-09", "The Lark", "dpa"))
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.agency) == ("2020-11-09", "The Lark", "dpa")


def test_json_lines_go_on_after_a_broken_one(tmp_path: Path) -> None:
    line = json.dumps({"text": SAID})
    file = put(tmp_path, "a.jsonl", f'\ufeff{line}\n{{broken\n\n[]\n{line[:-1]}, "id": "r5"}}')
    first, second, fourth, fifth = read(file)
    assert isinstance(first, Report)
    assert isinstance(second, Problem)
    assert isinstance(fourth, Problem)
    assert isinstance(fifth, Report)
    assert (first.path, second.path, fourth.path, fifth.path) == (f"{file}:1", f"{file}:2", f"{file}:4", "r5")
    assert second.message.startswith(f"{file}:2: broken JSON")


def test_json_line_in_another_encoding(tmp_path: Path) -> None:
    assert "not in UTF-8" in problem_of_line(put(tmp_path, "a.jsonl", '{"text": "é"}'.encode("latin-1")))


def test_json_line_that_is_too_long(tmp_path: Path) -> None:
    long, short = json.dumps({"text": "word " * (LONGEST_TEXT // 4)}), json.dumps({"text": SAID})
    refused, report = read(put(tmp_path, "a.jsonl", f"{long}\n{short}\n"))
    assert isinstance(refused, Problem)
    assert "longer than" in refused.message
    assert isinstance(report, Report)
    assert report.path.endswith("a.jsonl:2")


def problem_of_line(path: Path) -> str:
    [found] = read(path)
    assert isinstance(found, Problem)
    return found.message


@pytest.mark.parametrize(
    "text",
    ['{\n "text": "%s"\n}', '[{"text": "%s"}]', '{"text": "%s"}\n{"text": "", "id": "x"}'],
    ids=["one object", "a list", "an object a line"],
)
def test_json_under_any_name(tmp_path: Path, text: str) -> None:
    report = read(put(tmp_path, "a.json", text % SAID))[0]
    assert isinstance(report, Report)
    assert report.text == SAID


def test_json_list_names_what_is_no_report(tmp_path: Path) -> None:
    file = put(tmp_path, "a.json", json.dumps([{"text": SAID}, 5]))
    _, refused = read(file)
    assert isinstance(refused, Problem)
    assert refused.message.startswith(f"{file}:2: no JSON object")


def test_folder_with_folders_sorted(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a.txt", "c.html", ".hidden.txt", "e.md", "f.png"):
        put(tmp_path, name, PAGE.read_bytes() if name == "c.html" else SAID + name)
    assert named(tmp_path) == ["a.txt", "b/1.TXT", "b/2.txt", "c.html"]


def named(folder: Path) -> list[str]:
    return [Path(each.path or "").relative_to(folder).as_posix() for each in read(folder)]


def test_folder_gives_all_that_is_read_when_named(tmp_path: Path) -> None:
    put(tmp_path, "a.xhtml", PAGE.read_bytes())
    put(tmp_path, "b.ndjson", json.dumps({"text": SAID}) + "\n")
    put(tmp_path, "c.json", json.dumps([{"text": SAID + " Today."}]))
    put(tmp_path, "d.json", json.dumps([{"statements": []}, 3]))
    put(tmp_path, "e.json", '{"text": ')
    found = read(tmp_path)
    assert named(tmp_path)[:3] == ["a.xhtml", "b.ndjson:1", "c.json"]
    assert [type(each) for each in found] == [Report, Report, Report, Problem]
    assert "e.json:1: broken JSON" in problem_words(found[3])


def problem_words(found: Report | Problem) -> str:
    assert isinstance(found, Problem)
    return found.message


def test_documents_in_a_folder_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", b"%PDF-1.4 some")
    put(tmp_path, "b.docx", b"PK\x03\x04" + b"x" * (LONGEST_TEXT + 1))
    put(tmp_path, "c.eml", f"Subject: Town falls\n\n{SAID}\n")
    put(tmp_path, "d.txt", SAID)
    pdf, word, mail, report = read(tmp_path)
    assert "a.pdf: this is a PDF file" in problem_words(pdf)
    assert "b.docx: this is a zip, Word" in problem_words(word)
    assert "c.eml: this is a mail; save the report's text" in problem_words(mail)
    assert isinstance(report, Report)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode here")
def test_a_name_that_is_not_utf8_is_written_with_its_bytes(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe9.pdf"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(
            SAID.encode() if name.endswith(b"txt") else b"%PDF-1.4"
        )
    refused, report = read(tmp_path)
    assert (refused.path, report.path) == (rf"{tmp_path}/caf\xe9.pdf", rf"{tmp_path}/caf\xe9.txt")
    assert problem_words(refused).startswith(rf"{tmp_path}/caf\xe9.pdf: this is")


def test_half_a_character_in_a_path_is_a_problem() -> None:
    assert "\ud800" not in problem_words(read("a\ud800.txt")[0])


def test_one_bad_file_does_not_stop_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "")
    put(tmp_path, "b.txt", SAID)
    first, second = read(tmp_path)
    assert isinstance(first, Problem)
    assert isinstance(second, Report)


def test_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert "in this folder" in problem(tmp_path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, path in ((SAID.encode(), "-"), (json.dumps({"text": SAID, "id": "r1"}).encode(), "r1")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        [report] = read("-")
        assert isinstance(report, Report)
        assert (report.text, report.path) == (SAID, path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "white space"),
        ("a.txt", b"%PDF-1.4 some", "PDF"),
        ("a.txt", bytes(range(256)) * 8, "no text"),
        ("a.html", b"<html><body></body></html>", "no running text"),
    ],
)
def test_bad_inputs_are_named_with_advice(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in problem(put(tmp_path, name, data))


def test_missing_and_impossible_paths(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", SAID)
    assert "no such file" in problem(tmp_path / "nothing.txt")
    assert "is a file, not a folder" in problem(file / "below.txt")
    assert "cannot be read" in problem("nul\0l.txt")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that fails when read")
def test_a_disk_that_fails() -> None:
    assert "cannot be read" in problem("/proc/self/mem")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", SAID)
    file.chmod(0)
    assert "may not read" in problem(file)


def test_a_text_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", b"word " * 10_000_000)
    start = time.perf_counter()
    assert "longer than the 5 MB" in problem(file)
    assert time.perf_counter() - start < 1


def test_json_nested_too_deeply_is_a_problem(tmp_path: Path) -> None:
    file = put(tmp_path, "a.json", '{"text": ' + "[" * 100_000)
    assert "nested too deeply" in problem_of_line(file)


def test_broken_characters_are_said(tmp_path: Path) -> None:
    report, said = read(put(tmp_path, "a.txt", "Президент сказал это.".encode()[:-3] + b"\xd0."))
    assert isinstance(report, Report)
    assert isinstance(said, Problem)
    assert "1 broken character" in said.message
