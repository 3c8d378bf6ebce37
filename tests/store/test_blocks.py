from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.made import report

from sayso.store import Store, blocks, open_store
from sayso.store.blocks import FREQUENT
from sayso.types import Brief

EMPTY = Brief((), (), (), (), (), (), (), (), ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "desk.db") as store:
        for name in "abcd":
            store.add_report(replace(report(), id=name, path=f"{name}.txt"))
        yield store


def test_reports_that_share_three_names_are_one_block(store: Store) -> None:
    store.link("a", ["orln", "mrn", "vlgr", "tst"])
    store.link("b", ["orln", "mrn", "drsk"])
    assert store.block_of("a") != store.block_of("b")
    store.link("c", ["orln", "mrn", "vlgr", "drsk"])
    assert {store.block_of(name) for name in "abc"} == {store.block_of("a")}, "c ties a and b"
    assert [r.id for r in store.reports(store.block_of("a"))] == ["a", "b", "c"]


def test_a_name_that_very_many_reports_hold_ties_nothing(store: Store) -> None:
    for number in range(FREQUENT):
        store.link(f"x{number}", ["orln"])
    store.link("a", ["orln", "mrn", "vlgr"])
    store.link("b", ["orln", "mrn", "vlgr"])
    assert store.block_of("a") != store.block_of("b")


def test_the_larger_a_ledger_the_more_names_two_reports_must_share(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MANY", 1)
    store.link("a", ["orln", "mrn", "vlgr"])
    for number in range(8):
        store.link(f"x{number}", [])
    store.link("b", ["orln", "mrn", "vlgr"])
    assert store.block_of("a") != store.block_of("b"), "three of nine reports' names may be chance"
    store.link("c", ["orln", "mrn", "vlgr", "drsk", "tmm"])
    store.link("d", ["orln", "mrn", "vlgr", "drsk", "tmm"])
    assert store.block_of("c") == store.block_of("d")


def test_a_person_can_tie_blocks(store: Store) -> None:
    store.link("a", [])
    store.link("b", [])
    store.tie(["a", "b"])
    assert store.block_of("a") == store.block_of("b")
    assert store.unlinked() == ["c", "d"]


def test_what_was_worked_out_is_given_back_until_anything_changes(store: Store) -> None:
    block = store.link("a", ["orln", "mrn", "vlgr"])
    store.keep_part(block, "digest", EMPTY, b"written")
    assert (store.part(block, "digest"), store.part(block, "another")) == (b"written", None)
    store.link("b", ["orln", "mrn", "vlgr"])
    kept = store.part(str(store.block_of("a")), "digest")
    assert kept in (b"written", None), "the sign of a block tells whether it still holds"
    assert store.signs()[str(store.block_of("b"))] == "a:None b:None"
