from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import LedgerError, ModelError, SidesError
from sayso.ledger import Added, Given, Ledger, extract, ledger_path, load_reader
from sayso.types import Attribution, Problem, Span

CLAIM = (
    "SELVA, March 3, 2031 (Meridian) - Oskan troops have captured the port of Tarkhun, "
    "President Ilmo Reth of Osk said.\n"
)
LOSS = "VELM, March 4, 2031 (Meridian) - The port of Tarkhun is lost, the Defence Ministry of Velmara said.\n"


class SaidReader:
    """Reads "..., source said." and nothing else: a reader that needs no model."""

    def __init__(self, version: str = "said@1") -> None:
        self.version = version
        self.read_texts: list[str] = []

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        self.read_texts.append(text)
        found = re.finditer(r"- (?P<content>.*?), (?P<source>[^,]*?) (?P<cue>said)\.", text)
        names = [
            ("LOC", Span(*match.span())) for match in re.finditer("Tarkhun|Osk\\b|Velmara|Tolmar|Ruvek|Ansobar", text)
        ]
        return [self.attribution(match) for match in found], names

    @staticmethod
    def attribution(match: re.Match[str]) -> Attribution:
        source, cue, content = (Span(*match.span(part)) for part in ("source", "cue", "content"))
        return Attribution((source,), (cue,), (content,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "in"
    reports.mkdir()
    (reports / "1.txt").write_text(CLAIM, encoding="utf-8")
    (reports / "2.txt").write_text(LOSS, encoding="utf-8")
    return reports


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "desk.db") as opened:
        yield opened


def test_adding_tells_which_reports_state_no_day(ledger: Ledger, tmp_path: Path) -> None:
    bare, partial = tmp_path / "bare.txt", tmp_path / "partial.txt"
    bare.write_text("Tarkhun is quiet.\n", encoding="utf-8")
    partial.write_text("TARKHUN, March 9 (Tarn Wire) - Tarkhun is quiet.\n", encoding="utf-8")
    done = ledger.add([str(bare), str(partial)], reader=SaidReader())
    assert done.undated == (str(bare),)
    assert done.without_date().startswith(f"No date of its own: {bare}. Give it with --published")
    assert not ledger.add([str(bare)], reader=SaidReader()).without_date()


def test_reports_go_in_and_a_brief_comes_out(ledger: Ledger, folder: Path) -> None:
    assert ledger.add([str(folder)], reader=SaidReader()) == Added(2, 0, 0, ())
    brief = ledger.brief()
    assert [report.published for report in brief.reports] == ["2031-03-03", "2031-03-04"]
    assert next(statement.speaker for statement in brief.statements) == "Ilmo Reth"
    assert any("Tarkhun" in matter.question for matter in brief.matters)


def test_one_path_is_no_list_of_letters(ledger: Ledger, folder: Path) -> None:
    several = ledger.add([str(folder)])
    assert several.added > 1
    assert [ledger.add(path).known for path in (folder, str(folder))] == [several.added] * 2


def test_adding_again_reads_nothing_and_changes_nothing(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], reader=SaidReader())
    before, again = ledger.brief(), SaidReader()
    assert ledger.add([str(folder)], reader=again) == Added(0, 2, 0, ())
    assert again.read_texts == []
    assert ledger.brief() == before


def test_a_newer_reader_reads_anew_and_its_reading_counts(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], reader=SaidReader())
    assert ledger.add([str(folder)], reader=SaidReader("said@2")) == Added(0, 2, 2, ())
    assert all(reading.reader.startswith("said@2") for reading in ledger.readings())
    assert len(ledger.readings()) == 2


def test_a_bad_report_becomes_a_problem_and_the_rest_goes_on(ledger: Ledger, folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    done = ledger.add([str(folder)], reader=SaidReader())
    assert done.added == 2
    [problem] = done.problems
    assert problem.path == str(folder / "0.txt")
    assert problem in ledger.brief().problems
    ledger.add([str(folder)], reader=SaidReader())
    assert len([each for each in ledger.brief().problems if each.path == problem.path]) == 1


def test_a_report_that_can_be_read_later_is_no_problem_any_more(ledger: Ledger, folder: Path) -> None:
    bad = folder / "3.jsonl"
    for lines, left in (("{", 1), (CLAIM, 1), ('{"text": "All is calm."}', 0), ("{", 1)):
        bad.write_text(lines, encoding="utf-8")
        ledger.add([str(folder)], reader=SaidReader())
        assert len(ledger.brief().problems) == left
    ledger.add([str(folder / "1.txt")], reader=SaidReader())
    assert len(ledger.brief().problems) == 1
    bad.unlink()
    ledger.add([str(folder)], reader=SaidReader())
    assert ledger.brief().problems == ()


def test_a_path_that_is_not_there_is_told_and_not_kept(ledger: Ledger, tmp_path: Path) -> None:
    done = ledger.add([str(tmp_path / "none.txt")], reader=SaidReader())
    assert len(done.problems) == 1
    assert ledger.brief().problems == ()


def test_what_was_added_before_an_interruption_stays(tmp_path: Path, folder: Path) -> None:
    def interrupt(path: str, done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with Ledger.open(tmp_path / "desk.db") as ledger, pytest.raises(KeyboardInterrupt):
        ledger.add([str(folder)], None, interrupt, SaidReader())
    with Ledger.open(tmp_path / "desk.db", create=False) as ledger:
        assert [Path(report.path).name for report in ledger.brief().reports] == ["1.txt", "2.txt"]
        assert len(ledger.readings()) == 1
        again = SaidReader()
        assert ledger.add([str(folder)], reader=again) == Added(0, 2, 1, ())
        assert len(again.read_texts) == 1
        assert len(ledger.readings()) == 2


def test_progress_names_the_input_and_counts(ledger: Ledger, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    paths = [str(folder / "1.txt"), str(folder / "2.txt")]
    ledger.add(paths, None, lambda *step: told.append(step), SaidReader())
    assert told == [(paths[0], 0, 2), (paths[1], 1, 2)]
    ledger.add([str(folder)], None, lambda *step: told.append(step), SaidReader())
    assert len(told) == 2, "what is read already is not read again"


def test_what_a_later_report_teaches_of_a_party_is_read_into_the_earlier_ones(ledger: Ledger, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(
        "TOLMAR, 2 March 2031 (Meridian) - The port of Ruvek near Ansobar was empty, Tolmar said.\n", encoding="utf8"
    )
    second.write_text(
        "TOLMAR, 3 March 2031 (Meridian) - Oskian forces had left Ruvek, Oskia's port near Ansobar, "
        "the Oskian capital Tolmar said.\n",
        encoding="utf8",
    )
    ledger.add([str(first)], reader=SaidReader())
    assert "Oskia" not in {each.party for each in ledger.statements(report="first")}
    assert ledger.add([str(second)], reader=SaidReader()).renewed == 1
    assert {each.party for each in ledger.statements(report="first")} == {"Oskia"}


SIDES = """[[side]]
name = "Oskan Union"
names = ["Osk", "Oskan"]
against = ["Velmara"]
"""


def test_the_users_sides_lie_beside_the_ledger_and_win(folder: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "desk.db") as ledger:
        ledger.add([str(folder)], reader=SaidReader())
        assert "Oskan Union" not in {each.party for each in ledger.statements()}
    (tmp_path / "sides.toml").write_text(SIDES, encoding="utf-8")
    with Ledger.open(tmp_path / "desk.db") as ledger:
        assert "Oskan Union" in {each.party for each in ledger.statements(speaker="Ilmo")}
        assert ledger.brief().sides[0].because[0] == "the user: Oskan Union against Velmara"


def test_sides_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    for words, message in (("[[side]]", "every .* needs a name"), ("name =", "no TOML")):
        (tmp_path / "mine.toml").write_text(words, encoding="utf-8")
        with pytest.raises(SidesError, match=message):
            Ledger.open(tmp_path / "desk.db", sides=tmp_path / "mine.toml")
    with pytest.raises(SidesError, match="cannot be read"):
        Ledger.open(tmp_path / "desk.db", sides=tmp_path / "none.toml")


def test_what_is_given_holds_for_all_reports(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], Given("2031-03-09", "The Selva Post", "Meridian"), reader=SaidReader())
    assert {(report.published, report.outlet) for report in ledger.brief().reports} == {
        ("2031-03-09", "The Selva Post")
    }


def test_statements_by_party_speaker_stance_and_report(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], reader=SaidReader())
    assert len(ledger.statements()) >= 2
    [reth] = ledger.statements(speaker="ilmo reth")
    assert reth in ledger.statements(stance=reth.stance, report="1.txt")
    assert reth not in ledger.statements(report="2.txt")
    assert ledger.statements(party="nobody of that name") == []


def test_words_are_found_with_their_place(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], reader=SaidReader())
    texts = {report.id: report.text for report in ledger.brief().reports}
    found = [texts[report][span.start : span.end] for report, span in ledger.search("port of tarkhun")]
    assert found == ["port of Tarkhun", "port of Tarkhun"]


def test_claims_are_kept_by_statement(ledger: Ledger, folder: Path) -> None:
    ledger.add([str(folder)], reader=SaidReader())
    held = ledger.claims()
    assert set(held) <= {statement.id for statement in ledger.statements()}
    assert any(claim.kind == "control" for claims in held.values() for claim in claims)


def test_without_a_ledger_reports_are_read_and_not_kept(folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    problem, first, second = extract([str(folder)], reader=SaidReader())
    assert isinstance(problem, Problem)
    assert not isinstance(first, Problem)
    assert not isinstance(second, Problem)
    report, reading = first
    [statement] = [each for each in reading.statements if each.cue]
    assert [report.text[span.start : span.end] for span in statement.content] == [
        "Oskan troops have captured the port of Tarkhun"
    ]


def test_every_span_stands_in_the_text(folder: Path) -> None:
    for each in extract([str(folder)], reader=SaidReader()):
        assert not isinstance(each, Problem)
        report, reading = each
        for statement in reading.statements:
            for span in (*statement.source, *statement.cue, *statement.content):
                assert 0 <= span.start < span.end <= len(report.text)


def test_a_ledger_that_is_not_there_is_not_made_where_it_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"none\.db"):
        Ledger.open(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        load_reader(str(tmp_path))


def test_the_ledger_is_the_one_named_else_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", "other.db")
    assert ledger_path("named.db") == "named.db"
    assert ledger_path() == "other.db"
    monkeypatch.delenv("SAYSO_LEDGER")
    assert ledger_path() == "sayso.db"


def test_a_changed_file_of_sides_is_heeded_by_the_next_add_once_and_said_until_then(
    folder: Path, tmp_path: Path
) -> None:
    sides = tmp_path / "sides.toml"
    with Ledger.open(tmp_path / "desk.db") as ledger:
        ledger.add([str(folder)], reader=SaidReader())
        first = {each.report: each for each in ledger.readings()}
        assert not any("sides" in problem.message for problem in ledger.brief().problems)
    sides.write_text(SIDES, encoding="utf-8")
    with Ledger.open(tmp_path / "desk.db") as ledger:
        assert any("file of sides has changed" in problem.message for problem in ledger.brief().problems)
        added = ledger.add([str(folder)], reader=SaidReader())
        assert added.renewed > 0
        second = {each.report: each for each in ledger.readings()}
        assert {id for id in first if first[id] != second[id]}
        assert not any("file of sides has changed" in problem.message for problem in ledger.brief().problems)
        assert ledger.add([str(folder)], reader=SaidReader()).renewed == 0
    sides.unlink()
    with Ledger.open(tmp_path / "desk.db") as ledger:
        assert ledger.add([str(folder)], reader=SaidReader()).renewed == added.renewed
        third = {each.report: each for each in ledger.readings()}
        assert [each.claims for each in third.values()] == [each.claims for each in first.values()]
