from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.store import made
from tests.store.made import reading, report

from sayso.errors import LedgerError, NewerLedgerError
from sayso.store import Store, open_store
from sayso.types import Problem, Reading, Report, Span


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def run_sql(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def refused(path: Path, *, create: bool = True) -> str:
    with pytest.raises(LedgerError) as caught:
        open_store(path, create=create)
    assert str(caught.value).startswith(f"{path}: ")
    return str(caught.value)


def test_what_is_added_is_there_when_opened_again(path: Path) -> None:
    first, second = report(number=2), report(number=1)
    with open_store(path) as store:
        assert store.add_report(first)
        assert store.add_report(second)
        assert store.add_reading(reading(second))
        assert store.add_problem(Problem("empty", "a.txt", Span(0, 1)))
    with open_store(path, create=False) as store:
        assert store.reports() == [first, second]
        assert store.report(second.id) == second
        assert store.report("nothing") is None
        assert store.readings() == [reading(second)]
        assert store.problems() == [Problem("empty", "a.txt", Span(0, 1))]


def test_adding_again_changes_nothing(path: Path) -> None:
    with open_store(path) as store:
        for new in (True, False):
            assert store.add_report(report()) is new
            assert store.add_reading(reading(report())) is new
            assert store.add_problem(Problem("empty", "a.txt")) is new
        assert len(store.search("town")) == 1
        assert (len(store.reports()), len(store.readings()), len(store.problems())) == (1, 1, 1)


def test_a_new_text_at_the_same_address_is_kept_beside_the_old(path: Path) -> None:
    old, new = (report(text, number, "https://a.example") for number, text in enumerate(("Ten dead.", "Eleven dead.")))
    with open_store(path) as store:
        assert store.add_report(old)
        assert store.add_report(new)
        assert store.reports() == [old, new]


def test_the_latest_reading_counts_and_the_older_stays(path: Path) -> None:
    one, two = report(number=1), report(number=2)
    with open_store(path) as store:
        for each in (one, two):
            store.add_report(each)
            store.add_reading(reading(each, "first"))
        store.add_reading(reading(one, "second"))
        assert [each.reader for each in store.readings()] == ["second", "first"]
        assert store.readings("first") == [reading(one, "first"), reading(two, "first")]
        assert (store.is_read(one.id, "second"), store.is_read(two.id, "second")) == (True, False)


def test_statements_can_be_asked_for_in_sql(path: Path) -> None:
    with open_store(path) as store:
        store.add_report(report())
        store.add_reading(reading(report()))
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT id, content FROM statements WHERE party = 'Velgoria' AND stance = 'asserts'")
    assert found.fetchall() == [("s1", "[[4, 8], [10, 12]]")]
    connection.close()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made.reports, made.readings)
def test_records_come_back_equal(path: Path, report: Report, reading: Reading) -> None:
    path.unlink(missing_ok=True)
    reading = Reading(report.id, *(getattr(reading, part) for part in tuple(Reading.__dataclass_fields__)[1:]))
    with open_store(path) as store:
        store.add_report(report)
        store.add_reading(reading)
        assert store.reports() == [report]
        assert store.readings() == [reading]


def test_a_problem_that_is_over_may_come_back(path: Path) -> None:
    bad, other = Problem("empty", "a.txt"), Problem("empty", "b.txt")
    with open_store(path) as store:
        store.add_problem(other)
        for _ in range(3):
            assert store.add_problem(bad)
            assert not store.add_problem(bad)
            assert store.problems() == [other, bad]
            store.mend(bad)
            assert store.problems() == [other]


def test_a_reading_that_was_set_aside_for_another_of_its_reader_is_kept_again(path: Path) -> None:
    one = report(number=1)
    with open_store(path) as store:
        store.add_report(one)
        for taught in ("a", "b"):
            assert store.add_reading(reading(one, f"first+{taught}"))
        assert (store.is_read(one.id, "first+a"), store.is_read(one.id, "first+b")) == (False, True)
        assert not store.add_reading(reading(one, "first+b"))
        assert store.add_reading(reading(one, "first+a"))
        assert [each.reader for each in store.readings()] == ["first+a~3"]
        assert store.is_read(one.id, "first+a")
        assert not store.is_read(one.id, "first+b")
        assert store.unread("first") == []


def test_the_sides_that_were_heeded_last_are_known(path: Path) -> None:
    with open_store(path) as store:
        assert store.heeded() is None
        for sign in ("aa", "bb", "aa"):
            store.heed(sign)
            assert store.heeded() == sign


def test_voices_are_kept_for_the_reports_of_a_block_and_replaced(path: Path) -> None:
    one, other = report("1 dead.", 1), report("2 dead.", 2)
    with open_store(path) as store:
        for each in (one, other):
            store.add_report(each)
            store.link(each.id, {each.text})
        store.keep_voices({one.id: ("old", {"tor": {"A": -1.5}}), other.id: ("x", {})})
        store.keep_voices({one.id: ("new", {"tor": {"A": -2.0}})})
        assert store.voices(store.block_of(one.id) or "") == {one.id: ("new", {"tor": {"A": -2.0}})}


def test_a_ledger_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    with open_store(path) as store:
        store.add_problem(Problem("empty", "a.txt"))
    run_sql(path, "DROP TABLE mended")
    for table in ("judgements", "name_keys", "blocks", "parts", "heads", "held", "heeded", "voices"):
        run_sql(path, f"DROP TABLE {table}")
    run_sql(path, "ALTER TABLE statements DROP COLUMN meaning")
    run_sql(path, "UPDATE alembic_version SET version_num = '0001'")
    with open_store(path) as store:
        store.mend(Problem("empty", "a.txt"))
        assert store.problems() == []


@pytest.mark.parametrize("table", ["reports", "readings", "statements", "problems", "mended"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET number = number + 1"])
def test_nothing_can_be_changed(path: Path, table: str, change: str) -> None:
    with open_store(path) as store:
        store.add_report(report())
        store.add_reading(reading(report()))
        store.add_problem(Problem("empty"))
        store.mend(Problem("empty"))
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        run_sql(path, change.format(table))


def test_a_reading_that_fails_leaves_nothing_behind(path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(LedgerError, match="FOREIGN KEY"):
            store.add_reading(reading(report()))
        assert store.readings() == []


ADDER = """
import sys
from sayso.store import open_store
from tests.store.made import report, reading
with open_store(sys.argv[1]) as store:
    for number in range(25):
        store.add_report(report(f"{number} dead.", number * 2 + int(sys.argv[2]) % 2))
        store.add_report(report("Both say so.", 999))
"""


def test_adders_at_the_same_time_wait_for_each_other(path: Path) -> None:
    root = Path(__file__).parents[2]
    adders = [
        subprocess.Popen([sys.executable, "-c", ADDER, str(path), str(number)], cwd=root, stderr=subprocess.PIPE)
        for number in range(2)
    ]
    said = [adder.communicate(timeout=120)[1].decode() for adder in adders]
    assert [adder.returncode for adder in adders] == [0, 0], said
    with open_store(path) as store:
        assert len(store.reports()) == 51


def test_no_ledger_where_none_is_to_be_made(path: Path) -> None:
    assert "there is no ledger here; make one with" in refused(path, create=False)
    path.touch()
    assert "empty file" in refused(path, create=False)
    assert path.read_bytes() == b""


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert store.add_report(report())


def test_what_is_no_ledger(tmp_path: Path, path: Path) -> None:
    assert "this is a folder" in refused(tmp_path)
    assert "there is no folder" in refused(tmp_path / "nowhere" / "sayso.db")
    path.write_text("Dear editor, ...")
    assert "this is no ledger" in refused(path)
    assert "cannot be opened" in refused(path / "below.db") or "there is no folder" in refused(path / "below.db")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device here")
def test_a_device_is_no_ledger() -> None:
    assert "this is no file" in refused(Path("/dev/null"))


def test_a_database_of_another_program(path: Path) -> None:
    run_sql(path, "CREATE TABLE recipes (name)")
    before = path.read_bytes()
    assert "another program" in refused(path)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version(path: Path) -> None:
    open_store(path).close()
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedgerError, match="made by a newer version of Sayso"):
        open_store(path)


def test_a_damaged_ledger(path: Path) -> None:
    with open_store(path) as store:
        store.add_report(report("word " * 50_000))
    data = path.read_bytes()
    path.write_bytes(data[:4_096] + b"\xff" * (len(data) - 4_096))
    with pytest.raises(LedgerError, match="damaged"):
        Store(str(path)).reports()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder here that nobody may write to")
def test_a_disk_that_nobody_may_write_to() -> None:
    assert "--ledger" in refused(Path("/proc/self/sayso.db"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_ledger_is_read_and_not_written(path: Path) -> None:
    with open_store(path) as store:
        store.add_report(report())
    path.chmod(0o400)
    with open_store(path, create=False) as store:
        assert store.reports() == [report()]
        with pytest.raises(LedgerError, match="cannot be written"):
            store.add_report(report(number=2))


def test_a_ledger_that_another_program_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.ledgers.PATIENCE", 0.1)
    with open_store(path) as store:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError, match="another program is writing"):
            store.add_report(report())
        holder.execute("ROLLBACK")
        holder.close()
        assert store.add_report(report())
