from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.made import report

from sayso.store import Store, open_store
from sayso.store.search import parse_terms, shortest
from sayso.types import Span

TEXTS = (
    "Çavuşoğlu spoke of Şuşa.\n\nThe town, he said, has fallen. The Town has fallen, they heard.",
    "A cease-fire was agreed.\r\n\r\nIn the town of Drozhnitsa nobody spoke.\r\n",
    "总统宣布占领舒沙。",
    "Marks \ufdd0in\ufdd1 the text of a town.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ledger") / "sayso.db") as opened:
        for number, text in enumerate(TEXTS):
            opened.add_report(report(text, number))
        yield opened


def found(store: Store, words: str) -> set[str]:
    return {TEXTS[int(id, 16)][span.start : span.end] for id, span in store.search(words)}


@pytest.mark.parametrize(
    ("words", "passages"),
    [
        ("cavusoglu", {"Çavuşoğlu"}),
        ("SUSA", {"Şuşa"}),
        ("town", {"town", "Town", "Marks \ufdd0in\ufdd1 the text of a town."}),
        ("town fallen", {"town, he said, has fallen", "Town has fallen"}),
        ('"has fallen"', {"has fallen"}),
        ("droz*", {"Drozhnitsa"}),
        ("cease-fire", {"cease-fire"}),
        ("spoke nobody", {"nobody spoke"}),
        ("占领", {"占领"}),
        ("spoke fallen", set()),
        ("nowhere", set()),
        ('"', set()),
        ("", set()),
        ("- * ()", set()),
    ],
)
def test_finds_the_shortest_passages(store: Store, words: str, passages: set[str]) -> None:
    assert found(store, words) == passages


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_words_are_an_error(store: Store, words: str) -> None:
    store.search(words.replace("\0", "").encode("utf-8", "ignore").decode())


def test_no_more_than_asked_for(store: Store) -> None:
    assert len(store.search("town", limit=1)) <= 2


def test_terms() -> None:
    assert parse_terms('NOT "the town" OR dro*') == ['"NOT"', '"the town"', '"OR"', '"dro"*']


def test_shortest_takes_the_closest_pair() -> None:
    assert shortest([[Span(0, 1), Span(10, 11)], [Span(12, 13)]]) == [Span(10, 13)]
    assert shortest([[Span(0, 1)], []]) == []
