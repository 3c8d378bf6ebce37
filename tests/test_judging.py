"""Judgements through the ledger: kept, heeded by the brief, undone, and never lost by reading again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import JudgementError, LedgerError, NotFoundError
from sayso.ledger import Ledger
from sayso.types import Anchor, Attribution, Span
from sayso.views.anchors import (
    find_name,
    find_place,
    find_report,
    find_statement,
    find_words,
    matter_anchor,
    name_anchor,
    statement_anchor,
)
from sayso.views.changes import changes_lines
from sayso.views.judgements import judgement_words
from sayso.views.markdown import brief_markdown
from sayso.views.outline import outline
from sayso.views.page import brief_page
from sayso.views.shapes import figures_shape, matters_shape
from sayso.views.terminal import brief_lines, show_lines, text_of

OLD = """ORLIN, March 2, 2021 (Tarn Wire) - The army of Velgoria has captured Orlin, General Osk said.

The army of Marnia had not captured Orlin, its spokesman said.
"""
NEW = """MARN, March 4, 2021 (Tarn Wire) - Soldiers of Velgoria hold Orlin and its bridge firmly, Captain Rusk said.

"""
FIRST = "a.txt:35-74"  # the first statement's content


class Marker:
    """Finds what stands before "said" as content, up to ``cut`` characters of it."""

    def __init__(self, version: str, cut: int = 1000) -> None:
        self.version, self._cut = version, cut

    def read(self, text: str) -> tuple[list[Attribution], list[tuple[str, Span]]]:
        found = []
        at = text.find(" said")
        while at >= 0:
            start = max(text.rfind("\n", 0, at) + 1, text.rfind(" - ", 0, at) + 3)
            comma = text.rindex(",", start, at)
            content = Span(start, min(comma, start + self._cut))
            found.append(Attribution((Span(comma + 2, at),), (Span(at + 1, at + 5),), (content,)))
            at = text.find(" said", at + 1)
        names = ("Orlin", "Drusk", "Velgoria", "Marnia")
        at_names = [(i, n) for n in names for i in range(len(text)) if text.startswith(n, i)]
        return found, [("LOC", Span(i, i + len(n))) for i, n in sorted(at_names)]


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name, text in (("a.txt", OLD), ("b.txt", NEW)):
        (tmp_path / name).write_text(text)
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.fixture
def ledger(tmp_path: Path, paths: list[str]) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(paths[:1], reader=Marker("one"))
        yield ledger


def test_a_correction_shows_in_the_brief_and_is_taken_back(ledger: Ledger) -> None:
    before = find_statement(ledger.brief(), FIRST)
    judgement = ledger.judge("correct", [statement_anchor(before)], who="Ines", field="party", value="Nowhere")
    assert find_statement(ledger.brief(), FIRST).party == "Nowhere"
    ledger.undo(judgement.id[:8], who="Jo")
    assert find_statement(ledger.brief(), FIRST) == before
    assert [(j.action, j.who) for j in ledger.judgements()] == [("correct", "Ines"), ("undo", "Jo")]


def test_a_judgement_outlives_a_better_reader(ledger: Ledger, paths: list[str]) -> None:
    anchor = statement_anchor(find_statement(ledger.brief(), FIRST))
    ledger.judge("correct", [anchor], who="Ines", field="speaker", value="Ana Osk")
    ledger.add(paths[:1], reader=Marker("two", cut=30))
    statement = find_statement(ledger.brief(), FIRST)
    assert (statement.reader[:3], statement.speaker) == ("two", "Ana Osk")


def test_an_undoing_that_names_nothing_is_refused(ledger: Ledger) -> None:
    for id in ("", "feed"):
        with pytest.raises(NotFoundError):
            ledger.undo(id, who="Ines")


def test_merging_two_matters_and_undoing_it(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(
        "MARN, March 4, 2021 (Tarn Wire) - Rebels of Marnia have seized Drusk, the village chief said.\n"
    )
    ledger.add([str(tmp_path / "c.txt")], reader=Marker("one"))
    before = ledger.brief()
    assert len(before.matters) >= 2
    first, second = (matter_anchor(matter, before) for matter in before.matters[:2])
    judgement = ledger.judge("merge", [first, second], who="Ines")
    assert len(ledger.brief().matters) == len(before.matters) - 1
    ledger.undo(judgement.id, who="Ines")
    assert ledger.brief().matters == before.matters


def test_what_changed_since_a_day_or_a_report(ledger: Ledger, paths: list[str]) -> None:
    ledger.add(paths[1:], reader=Marker("one"))
    for since in ("2021-03-03", paths[0]):
        changes = ledger.changes(since)
        assert [find_report(ledger.brief(), id).path for id in changes.reports] == paths[1:]
        assert changes.matters
        assert {p.report for change in changes.matters for p in change.positions} == set(changes.reports)
    assert ledger.changes("2021-03-05").matters == ()
    assert ledger.changes(paths[1]).matters == ()
    with pytest.raises(NotFoundError):
        ledger.changes("yesterday")


def test_a_report_whose_year_is_inferred_is_new_from_its_day_on(ledger: Ledger, tmp_path: Path) -> None:
    held, partial = tmp_path / "held.txt", "MARN, March 4 (Tarn Wire) -"
    held.write_text(
        NEW.replace("MARN, March 4, 2021 (Tarn Wire) -", partial).replace("Velgoria", "Marnia, not Velgoria,")
    )
    (tmp_path / "bare.txt").write_text("Drusk is quiet.\n")
    ledger.add([str(held), str(tmp_path / "bare.txt")], reader=Marker("one"))
    brief = ledger.brief()
    report = find_report(brief, str(held))
    assert report.published == "2021-03-04"
    changes = ledger.changes("2021-03-03")
    assert changes.reports == (report.id,)
    assert {p.report for change in changes.matters for p in change.positions} == {report.id}
    said = text_of(changes_lines(brief, changes, width=200))
    assert f"{held}, 4 March 2021 (inferred)" in said
    assert "1 report without a date counted as old: R3" in said
    assert ledger.changes("2021-03-05").reports == ()


def test_a_newer_text_at_the_same_address_speaks_alone(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "v.db") as ledger:
        told = []
        dead = "\nVelgoria lost 7 soldiers, General Osk said.\n"
        for text in (OLD + dead, OLD.replace("has captured", "has lost") + dead.replace("7", "9")):
            line = {"text": text, "address": "https://quay.example/1", "outlet": "Quay"}
            (tmp_path / "one.jsonl").write_text(json.dumps(line))
            told.append(ledger.add([str(tmp_path / "one.jsonl")], reader=Marker("one")).words())
        brief = ledger.brief()
        older, newer = brief.versions[0]
        assert told == ["1 report added.", "1 report added, in place of the earlier text of R1."]
        assert [figure["low"] for figure in figures_shape(brief)] == [9]
        assert {figure.low for figure in brief.figures} == {7, 9}
        page = text_of(brief_lines(brief))
        assert "https://quay.example/1, replaced by R2" in page
        assert "\n   7, " not in page
        assert "replaced by <a" in brief_page(brief)
        assert "replaced by R2" in brief_markdown(brief)
        assert {p.report for matter in brief.matters for p in matter.positions} == {newer}
        assert {s.report for s in brief.statements} == {older, newer}
        changes = ledger.changes(older)
        assert changes.versions == ((older, newer),)
        said = [line.text for line in changes_lines(brief, changes, width=120)]
        assert any(line.startswith("  - ") and "has captured" in line for line in said)
        assert any(line.startswith("  + ") and "has lost" in line for line in said)


def test_what_cannot_be_judged_is_refused(ledger: Ledger) -> None:
    brief = ledger.brief()
    matter = matter_anchor(brief.matters[0], brief)
    with pytest.raises(JudgementError, match="one and the same matter"):
        ledger.judge("merge", [matter, matter], who="Ines")
    with pytest.raises(JudgementError, match="a note needs words"):
        ledger.judge("note", [matter], who="Ines", value=" ")
    report = Anchor("report", brief.reports[0].id)
    for day in ("27.10.2025", "5 December 2025", "2025-10-27x"):
        with pytest.raises(JudgementError, match="a day as YYYY-MM-DD"):
            ledger.judge("correct", [report], who="Ines", field="published", value=day)
    made = ledger.judge("correct", [report], who="Ines", field="title", value="Orlin is taken")
    assert ledger.brief().reports[0].title == "Orlin is taken"
    undoing = ledger.undo(made.id, who="Jo")
    with pytest.raises(JudgementError, match=f"undone already by {undoing.id[:8]} of Jo"):
        ledger.undo(made.id, who="Ines")
    ledger.undo(undoing.id, who="Ines")
    assert ledger.brief().reports[0].title == "Orlin is taken"
    assert find_name(brief, "ORLIN") == "Orlin"
    for words, within in (("Nowhere", ""), ("Marnia", "Orlin")):
        with pytest.raises(NotFoundError):
            find_name(brief, words, within=within)


def test_places_as_the_brief_prints_them(ledger: Ledger) -> None:
    brief = ledger.brief()
    assert find_place(brief, "[R1 50-92]") == (brief.reports[0], Span(50, 92))
    for words in ("R9 1-2", "50-92", "R1", "nowhere.txt:1-2"):
        with pytest.raises(NotFoundError):
            find_place(brief, words)
    assert find_report(brief, "a.txt") == brief.reports[0]


def test_a_place_must_lie_on_one_statement(ledger: Ledger) -> None:
    brief = ledger.brief()
    first, second = sorted(brief.statements, key=lambda each: each.content)
    (words,) = first.content
    for start, end in (
        (words.start + 4, words.end - 5),
        (words.start - 3, words.end + 2),
        (words.start, words.end + 9),
    ):
        assert find_statement(brief, f"R1:{start}-{end}") == first
    (other,) = second.content
    for place in ("0-36", f"{other.start - 2}-{other.start + 1}"):
        with pytest.raises(NotFoundError, match=r"no statement stands there; the nearest is R1:\d+-\d+ “The army of"):
            find_statement(brief, f"R1:{place}")
    with pytest.raises(NotFoundError, match=r"2 statements stand there, name one: R1:35-\d+ “.*”, R1:\d+-\d+ “"):
        find_statement(brief, "R1:0-5000")


def test_words_of_a_matter_must_lie_in_it(ledger: Ledger) -> None:
    brief = ledger.brief()
    matter = brief.matters[0]
    at = matter.positions[0].evidence
    anchor = find_words(brief, matter, f"R1:{at.start + 2}-{at.end}")
    assert (anchor.kind, anchor.span, anchor.label) == ("matter", at, matter.kind)
    with pytest.raises(NotFoundError, match=r"no words of “.*” stand there; of that report it has R1:"):
        find_words(brief, matter, "R1:0-12")
    if len(matter.positions) > 1:
        with pytest.raises(NotFoundError, match="lines stand there, name one"):
            find_words(brief, matter, "R1:0-5000")


def test_an_id_that_is_no_longer_used_leads_on(ledger: Ledger, paths: list[str], tmp_path: Path) -> None:
    text = "DRUSK, March 4, 2021 (Tarn Wire) - Rebels of Marnia have seized Drusk, Ana Ruhl said.\n"
    (tmp_path / "c.txt").write_text(text)
    ledger.add([str(tmp_path / "c.txt")], reader=Marker("one"))
    before = ledger.brief()
    first, second = before.matters[:2]
    made = ledger.judge("merge", [matter_anchor(each, before) for each in (first, second)], who="Ines")
    brief = ledger.brief()
    assert second.id not in {each.id for each in brief.matters}
    assert ledger.meant(brief, second.id[:8]).id == ledger.matter(second.id[:8])[1].id == first.id
    words = f"puts together the matter “{first.question}” ({first.id[:8]}) and the matter “{second.question}”"
    assert words in judgement_words(brief, made)
    for named in ("feed0123", second.id[:3] + "zzzzz"):
        with pytest.raises(NotFoundError):
            ledger.matter(named)


def test_ids_that_an_older_version_showed_lead_on(tmp_path: Path, paths: list[str]) -> None:
    path = tmp_path / "older.db"
    with Ledger.open(path) as ledger:
        ledger.add(paths, reader=Marker("one"))
        shown = ledger.brief().matters[0]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE held")
        connection.execute("CREATE TABLE days (report TEXT)")
        brief = connection.execute("SELECT brief FROM parts").fetchone()[0]
        connection.execute("UPDATE parts SET brief = ?", (brief.replace(shown.id.encode(), b"5eed5eed5eed"),))
        connection.execute("UPDATE alembic_version SET version_num = '0007'")
    with Ledger.open(path) as ledger:
        ledger.judge("correct", [name_anchor(ledger.brief().names[0])], who="Ines", field="party", value="Marnia")
        assert ledger.matter("5eed5e")[1].id in {each.id for each in ledger.brief().matters}


def test_a_note_stands_beside_its_matter(ledger: Ledger) -> None:
    brief = ledger.brief()
    matter = brief.matters[0]
    ledger.judge("note", [matter_anchor(matter, brief)], who="Ines", value="Ask the *mayor*.")
    undone = ledger.judge("note", [matter_anchor(matter, brief)], who="Ines", value="Never mind.")
    ledger.undo(undone.id, who="Ines")
    brief = ledger.brief()
    [note] = matters_shape(brief)[0]["notes"]
    assert (note["text"], note["who"]) == ("Ask the *mayor*.", "Ines")
    texts = [text_of(show_lines(brief, matter.id)), text_of(brief_lines(brief)), brief_page(brief)]
    assert all("Note by Ines, " in text and "Ask the *mayor*." in text for text in texts)
    assert "Ask the \\*mayor\\*." in brief_markdown(brief)
    assert "Never mind" not in "".join(texts)


def test_marks_stay_when_an_older_report_comes_or_a_day_is_set(ledger: Ledger, tmp_path: Path) -> None:
    older = tmp_path / "0.txt"
    older.write_text("MARN, March 1, 2021 (Tarn Wire) - Velgoria will hold the bridge of Orlin, Captain Rusk said.\n")
    ledger.add([str(older)], reader=Marker("one"))
    brief = ledger.brief()
    assert [Path(report.path).name for report in brief.reports] == ["0.txt", "a.txt"]
    assert [Path(find_report(brief, mark).path).name for mark in ("R1", "R2")] == ["a.txt", "0.txt"]
    first = Anchor("report", find_report(brief, "R1").id)
    ledger.judge("correct", [first], who="Ines", field="published", value="2020-01-01")
    brief = ledger.brief()
    assert Path(find_report(brief, "R1").path).name == "a.txt"
    one, _ = ledger.matter("1")
    assert outline(one).by_mark == tuple(each for each in outline(brief).by_mark if each[1] in one.reports)
    text = text_of(brief_lines(brief, width=100))
    assert text.index("  R1  ") < text.index("  R2  ")


def test_a_ledger_goes_through_a_folder_with_its_judgements(ledger: Ledger, paths: list[str], tmp_path: Path) -> None:
    statement = find_statement(ledger.brief(), FIRST)
    ledger.judge("correct", [statement_anchor(statement)], who="Ines", field="party", value="Nowhere", why="as agreed")
    ledger.undo(ledger.judge("reject", [statement_anchor(statement)], who="Jo").id, who="Ines")
    ledger.add(paths, reader=Marker("two"))
    ledger.export_folder(tmp_path / "out")
    with Ledger.open(tmp_path / "other.db") as other:
        assert other.import_folder(tmp_path / "out") == (2, 3)
        assert other.brief() == ledger.brief()
        assert [*other.readings()] == [*ledger.readings()]
        assert other.judgements() == ledger.judgements()
        assert other.search("Orlin") == ledger.search("Orlin")
        assert other.add(paths, reader=Marker("two")).words() == "0 reports added, 2 known already."


def test_a_text_that_was_changed_in_the_folder_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export_folder(tmp_path / "out")
    reports = tmp_path / "out" / "reports.jsonl"
    reports.write_text(reports.read_text().replace("has captured", "has mislaid"))
    with Ledger.open(tmp_path / "other.db") as other:
        with pytest.raises(LedgerError, match="was changed after it was exported"):
            other.import_folder(tmp_path / "out")
        assert other.brief().reports == ()
