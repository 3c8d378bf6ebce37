"""The command line from end to end: what it prints, and what it says of input that it cannot read."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reading.answering import by_pattern, quoting, serving

from sayso.cli import main

SAMPLES = Path(__file__).parents[1] / "samples" / "shusha"
REPORT = "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun, President Ilmo Reth said.\n"
LISTS = ["matters", "statements", "figures", "discrepancies", "names", "sides"]


def run(*words: str | Path, given: str | bytes | None = None) -> Result:
    """A command with these words; every failure must be one that a user can read."""
    result = CliRunner().invoke(main, [str(word) for word in words], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample reports."""
    ledger = tmp_path_factory.mktemp("desk") / "desk.db"
    result = run("--ledger", ledger, "add", *sorted(SAMPLES.glob("0*")))
    assert result.exit_code == 0, result.output
    assert result.stdout == "7 reports added.\n"
    return ledger


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_the_brief_of_the_samples(desk: Path) -> None:
    result = run("--ledger", desk, "brief")
    assert result.exit_code == 0
    assert result.stdout.startswith("BRIEF  7 reports")
    assert "Shusha" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 120


def test_the_brief_in_every_form(desk: Path, tmp_path: Path) -> None:
    assert run("--ledger", desk, "brief", "--to", "markdown").stdout.startswith("# Brief, ")
    page = tmp_path / "brief.html"
    assert run("--ledger", desk, "brief", "--to", "html", "-o", page).stdout == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    as_json = json.loads(run("--ledger", desk, "brief", "--to", "json").stdout)
    assert len(as_json["reports"]) == 7
    assert json.loads(run("--ledger", desk, "brief", "--json").stdout) == as_json


def test_what_may_be_misread_is_left_out_on_demand_and_counted(desk: Path) -> None:
    every, sure = (json.loads(run("--ledger", desk, "show", "1", "--json", *more).stdout) for more in ([], ["--sure"]))
    assert {**every, "positions": 0, "standings": 0} == {**sure, "positions": 0, "standings": 0}
    for before, after in zip(every["standings"], sure["standings"], strict=True):
        assert after["because"] in (before["because"], f"{before['because']}; it rests on unsure lines alone")
    left_out = len(every["positions"]) - len(sure["positions"])
    assert 0 < left_out < len(every["positions"])
    printed = run("--ledger", desk, "show", "1", "--sure").stdout
    assert printed.endswith(f"{left_out} unsure lines left out by --sure; where questions stand rests on them too\n")
    assert "unsure:" not in printed
    assert "unsure:" in run("--ledger", desk, "show", "1").stdout
    assert "left out by --sure" in run("--ledger", desk, "brief", "--sure").stdout
    assert run("--ledger", desk, "brief", "--sure", "--since", "2020-11-09").exit_code == 2
    assert run("--ledger", desk, "brief", "--since", "").exit_code == 2


def test_words_are_left_out_of_a_matter_and_come_back(desk: Path, tmp_path: Path) -> None:
    ledger = shutil.copy(desk, tmp_path / "judged.db")
    positions = json.loads(run("--ledger", ledger, "show", "1", "--json").stdout)["positions"]
    (low, high), path = positions[0]["evidence"]["span"], positions[0]["report"]
    made = run("--ledger", ledger, "judge", "reject", f"{path}:{low}-{high}", "--from", "1", "--who", "Ines")
    assert made.exit_code == 0, made.output
    assert "Ines leaves out " in made.stdout
    left = json.loads(run("--ledger", ledger, "show", "1", "--json").stdout)["positions"]
    assert positions[0] not in left
    assert len(left) < len(positions)
    assert run("--ledger", ledger, "judge", "undo", made.stdout.split()[0]).exit_code == 0
    assert json.loads(run("--ledger", ledger, "show", "1", "--json").stdout)["positions"] == positions


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("name", "Nowhereland", "--party", "Armenia"), "no name is spelt so"),
        (("name", "Shusha", "--not", "Nowhereland"), "no other spelling of Shusha"),
        (("merge", "1", "1"), "one and the same matter"),
        (("merge", "controls shusha", "attacked stepanakert"), "--anyway merges them"),
        (("note", "1", " "), "a note needs words"),
        (("undo", "feed"), "0 judgements have that id"),
        (("report", "R1", "published", "27.10.2025"), "published takes a day as YYYY-MM-DD"),
        (("accept", "R1:90000-90009"), "no statement stands there; the nearest is R1:"),
        (("split", "1", "R1:90000-90009"), "stand there"),
    ],
)
def test_what_cannot_be_judged(desk: Path, words: tuple[str, ...], told: str) -> None:
    result = run("--ledger", desk, "judge", *words, "--who", "Ines")
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_the_help_keeps_its_lines() -> None:
    for words in ([], ["export"], ["places", "import"]):
        shown = run(*words, "--help").stdout
        assert "\\b" not in shown
    assert "\n  sayso add reports/        read reports into the ledger\n" in run("--help").stdout


def test_matters_as_promised(desk: Path) -> None:
    matters = json.loads(run("--ledger", desk, "matters", "--json").stdout)
    assert matters
    for matter in matters:
        assert {"question", "kind", "slots", "positions", "standings"} <= set(matter)
        for position in matter["positions"]:
            text = Path(position["report"]).read_text(encoding="utf-8") if position["report"].endswith(".txt") else None
            start, end = position["evidence"]["span"]
            assert text is None or text[start:end] == position["evidence"]["text"]
            assert {"party", "speaker", "stance", "position", "date", "report", "channel"} <= set(position)
        assert all(set(standing) == {"date", "standing", "because"} for standing in matter["standings"])


@pytest.mark.parametrize("name", LISTS)
def test_every_list_prints_lines_and_json(desk: Path, name: str) -> None:
    assert run("--ledger", desk, name).stdout.strip()
    assert isinstance(json.loads(run("--ledger", desk, name, "--json").stdout), list)


def test_a_file_of_sides_is_heeded_and_one_with_a_mistake_is_named(desk: Path, tmp_path: Path) -> None:
    sides = tmp_path / "mine.toml"
    sides.write_text("[[side]]\nname = 'Armenia'\nagainst = ['Ruritania']\n", encoding="utf-8")
    assert "the user: Armenia against Ruritania" in run("--ledger", desk, "--sides", sides, "sides").stdout
    sides.write_text("[[side]]\n", encoding="utf-8")
    result = run("--ledger", desk, "--sides", sides, "sides")
    assert (result.exit_code, "every [[side]] needs a name" in result.stderr) == (1, True)


def test_a_matter_by_words_number_and_id(desk: Path) -> None:
    first = json.loads(run("--ledger", desk, "matters", "--json").stdout)[0]
    by_number = run("--ledger", desk, "show", "1").stdout
    assert first["question"] in " ".join(by_number.split())
    assert run("--ledger", desk, "show", first["id"][:10]).stdout == by_number
    assert json.loads(run("--ledger", desk, "show", "--json", "1").stdout) == first


def test_no_such_matter_says_what_to_do(desk: Path) -> None:
    result = run("--ledger", desk, "show", "the moon")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: the moon: no matter has that id or these words; `sayso matters` lists them all, "
        "`sayso search` finds words in the reports\n"
    )


def test_statements_of_one_stance(desk: Path) -> None:
    found = json.loads(run("--ledger", desk, "statements", "--stance", "asserts", "--json").stdout)
    assert found
    assert {each["stance"] for each in found} == {"asserts"}


def test_statements_of_one_report_by_its_mark_and_of_a_party_in_any_spelling(desk: Path) -> None:
    found = json.loads(run("--ledger", desk, "statements", "--report", "R2", "--json").stdout)
    assert {Path(each["report"]).name for each in found} == {"02.txt"}
    names = json.loads(run("--ledger", desk, "names", "--json").stdout)
    speakers = {each["speaker"] for each in json.loads(run("--ledger", desk, "statements", "--json").stdout)}
    name = next(each for each in names if each["name"] in speakers and len(each["spellings"]) > 1)
    for spelling in name["spellings"]:
        found = json.loads(run("--ledger", desk, "statements", "--speaker", spelling, "--json").stdout)
        assert name["name"] in {each["speaker"] for each in found}


def test_words_are_found(desk: Path) -> None:
    assert "[R" in run("--ledger", desk, "search", "cluster", "munitions").stdout
    found = json.loads(run("--ledger", desk, "search", "cluster munitions", "--json").stdout)
    assert "cluster" in found[0]["text"].casefold()
    assert run("--ledger", desk, "search", "xylophone").stdout == "Nothing found.\n"


def test_the_whole_ledger_is_exported(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    run("export", "--ledger", desk, "--to", "json", "-o", out)
    shape = json.loads(out.read_text(encoding="utf-8"))
    assert len(shape["readings"]) == 7
    for reading in shape["readings"]:
        text = reading["report"]["text"]
        spans = [span for each in reading["statements"] for span in (*each["source"], *each["cue"], *each["content"])]
        assert all(0 <= start < end <= len(text) for start, end in spans)


def test_adding_again_changes_nothing(desk: Path) -> None:
    before = run("--ledger", desk, "export").stdout
    result = run("--ledger", desk, "add", *sorted(SAMPLES.glob("0*")))
    assert result.stdout == "0 reports added, 7 known already.\n"
    assert run("--ledger", desk, "export").stdout == before


def test_extract_prints_one_object_a_line(good: Path) -> None:
    result = run("extract", "--json", good, SAMPLES / "07.jsonl", SAMPLES / "01.txt")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(lines) == 3
    assert lines[0]["report"]["path"] == str(good)
    assert lines[0]["report"]["text"] == REPORT
    assert lines[0]["report"]["published"] == "2031-03-03"
    for line in lines:
        assert list(line) == ["report", "statements", "names", "figures", "problems"]


def test_extract_prints_for_people_too(good: Path) -> None:
    lines = run("extract", good).stdout.splitlines()
    assert lines[0].startswith(str(good))
    assert "    “Oskan troops have captured the port of Tarkhun”  [34-80]" in lines


def test_standard_input_and_what_is_given(tmp_path: Path) -> None:
    text = "Oskan troops have captured the port of Tarkhun, President Ilmo Reth said.\n"
    result = run("extract", "--json", "--published", "2031-03-03", "--outlet", "The Selva Post", "-", given=text)
    report = json.loads(result.stdout)["report"]
    assert (report["path"], report["text"], report["outlet"]) == ("-", text, "The Selva Post")
    assert report["published"] == "2031-03-03"
    ledger = tmp_path / "in.db"
    assert run("--ledger", ledger, "add", "--agency", "Meridian", "-", given=text).exit_code == 0
    assert json.loads(run("--ledger", ledger, "export").stdout)["reports"][0]["agency"] == "Meridian"


def test_the_ledger_of_the_environment(tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "env.db"))
    assert run("add", good).exit_code == 0
    assert (tmp_path / "env.db").exists()
    monkeypatch.delenv("SAYSO_LEDGER")
    monkeypatch.chdir(tmp_path)
    assert run("add", good).exit_code == 0
    assert (tmp_path / "sayso.db").exists()


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "broken.jsonl": b'{"text": "cut off\n',
    "textless.jsonl": b'{"title": "no text"}\n',
    "broken.html": b"<html><body><div><table><<<></p",
    "long.txt": b"A line of a text that is far too long.\n" * 1_300_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_rest_goes_on(name: str, tmp_path: Path, good: Path) -> None:
    bad, ledger = tmp_path / name, tmp_path / "desk.db"
    bad.write_bytes(BAD[name])
    result = run("--ledger", ledger, "add", bad, good)
    assert result.exit_code == 1
    assert result.stdout == "1 report added.\n"
    head, line = result.stderr.splitlines()
    assert head == "Not read: 1 problem"
    assert line.strip().startswith(str(bad))
    assert len(line) > len(str(bad)) + 15
    assert f"{bad}" in " ".join(run("--ledger", ledger, "brief").stdout.split())
    extracted = run("extract", "--json", bad, good)
    assert extracted.exit_code == 1
    assert json.loads(extracted.stdout)["report"]["path"] == str(good)
    assert line in extracted.stderr.splitlines()


def test_a_path_that_is_not_there(tmp_path: Path, good: Path) -> None:
    result = run("--ledger", tmp_path / "desk.db", "add", tmp_path / "none.txt", good)
    assert (result.exit_code, result.stdout) == (1, "1 report added.\n")
    assert f"{tmp_path / 'none.txt'}: there is no such file; check the spelling" in result.stderr


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = run("--ledger", tmp_path / "desk.db", "add", tmp_path / "nothing")
    assert result.exit_code == 1
    assert f"{tmp_path / 'nothing'}: no .txt" in result.stderr


def test_a_report_in_another_encoding_is_read_and_broken_signs_are_told(tmp_path: Path) -> None:
    text = "Zagreb (Meridian) – Die Größe der Truppe sei „unverändert“, sagte Präsident Müller für die Behörden.\n" * 5
    (tmp_path / "cp1252.txt").write_bytes(text.encode("cp1252"))
    result = run("extract", "--json", tmp_path / "cp1252.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["text"] == text
    broken = (REPORT * 20).encode().replace(b"Ilmo", b"Ilm\xff\xfe", 1)
    (tmp_path / "broken.txt").write_bytes(broken)
    result = run("extract", "--json", tmp_path / "broken.txt")
    assert str(tmp_path / "broken.txt") in result.stderr or result.exit_code == 0


def test_one_broken_line_of_json_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = tmp_path / "feed.jsonl"
    lines.write_text(
        json.dumps({"text": REPORT, "id": "a"}) + "\n{broken\n" + json.dumps({"text": REPORT + " ", "id": "b"}) + "\n",
        encoding="utf-8",
    )
    result = run("extract", "--json", lines)
    assert result.exit_code == 1
    assert [json.loads(line)["report"]["path"] for line in result.stdout.splitlines()] == ["a", "b"]
    assert f"{lines}:2" in result.stderr


def test_a_file_that_is_no_ledger(tmp_path: Path, good: Path) -> None:
    for words in (["brief"], ["add", str(good)]):
        result = run("--ledger", good, *words)
        assert result.exit_code == 1
        assert result.stderr == f"Error: {good}: this is no ledger; name another with --ledger\n"
    assert good.read_text(encoding="utf-8") == REPORT


def test_a_database_that_is_no_ledger(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    result = run("--ledger", other, "matters")
    assert result.exit_code == 1
    assert str(other) in result.stderr


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    for name in [*LISTS, "brief", "export"]:
        result = run("--ledger", tmp_path / "none.db", name)
        assert result.exit_code == 1
        assert str(tmp_path / "none.db") in result.stderr
        assert "add" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_from_a_newer_version(tmp_path: Path, good: Path) -> None:
    ledger = tmp_path / "new.db"
    run("--ledger", ledger, "add", good)
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    result = run("--ledger", ledger, "brief")
    assert result.exit_code == 1
    assert str(ledger) in result.stderr
    assert "newer" in result.stderr


def test_a_disk_that_cannot_be_written(desk: Path, good: Path) -> None:
    if not Path("/sys/kernel").is_dir():
        pytest.skip("no folder here that refuses even its owner")
    result = run("--ledger", "/sys/kernel/sayso.db", "add", good)
    assert result.exit_code == 1
    assert "/sys/kernel/sayso.db" in result.stderr
    result = run("--ledger", desk, "brief", "-o", "/sys/kernel/brief.txt")
    assert result.exit_code == 1
    assert "/sys/kernel/brief.txt: " in result.stderr


def test_a_model_that_cannot_be_read(tmp_path: Path, good: Path) -> None:
    ledger = tmp_path / "desk.db"
    result = run("--ledger", ledger, "add", "--model", tmp_path, good)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr
    from sayso.reading.tagger import MODEL_FOLDER

    damaged = tmp_path / "model"
    shutil.copytree(MODEL_FOLDER, damaged)
    with (damaged / "model.onnx").open("ab") as model:
        model.write(b"x")
    result = run("extract", "--model", damaged, good)
    assert result.exit_code == 1
    assert "damaged" in result.stderr


def test_a_date_that_is_none(good: Path) -> None:
    result = run("extract", "--published", "yesterday", good)
    assert result.exit_code == 1
    assert "'yesterday' is not a date; write it as 2020-11-08" in result.stderr


def test_only_debug_shows_a_traceback(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "sayso", "--ledger", str(tmp_path / "none.db"), "brief"]
    quiet = subprocess.run(words, capture_output=True, text=True, check=False)
    assert quiet.returncode == 1
    assert len(quiet.stderr.splitlines()) == 1
    loud = subprocess.run([*words[:3], "--debug", *words[3:]], capture_output=True, text=True, check=False)
    assert "Traceback" in loud.stderr


def test_a_reader_that_stops_listening_is_no_error(desk: Path) -> None:
    words = [sys.executable, "-m", "sayso", "--ledger", str(desk), "export"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_no_bar_where_no_terminal_is(good: Path, tmp_path: Path) -> None:
    result = run("--ledger", tmp_path / "desk.db", "add", good)
    assert result.stderr == ""
    assert result.stdout == "1 report added.\n"
    assert "\x1b" not in run("--ledger", tmp_path / "desk.db", "brief").stdout


def test_the_page_of_commands_is_current_and_the_readme_names_them_all() -> None:
    docs = Path(__file__).parents[1]
    made = subprocess.run([sys.executable, "-m", "sayso.cli"], capture_output=True, text=True, check=True).stdout
    page = (docs / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == made, "write it anew: python -m sayso.cli > docs/cli.md"
    readme = (docs / "README.md").read_text(encoding="utf-8")
    for name in main.commands:
        assert f"## sayso {name}\n" in page
        assert f"sayso {name}" in readme


def test_another_reader_by_its_name(good: Path) -> None:
    with serving(quoting(by_pattern)) as server:
        result = run("extract", "--json", "--reader", f"llm:small@{server.url}", good)
    assert result.exit_code == 0, result.output
    [statement, *_] = json.loads(result.stdout)["statements"]
    assert statement["speaker"] == "Ilmo Reth"
    refused = run("extract", "--reader", "bored", good)
    assert (refused.exit_code, "no such reader" in refused.stderr) == (1, True)
