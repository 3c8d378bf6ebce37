from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.reading.side_signs import NOBODY, Options, Telling, options_of
from sayso.types import Meaning, Report, Span, Statement
from sayso.values.learnt import Learnt
from sayso.values.parties import PartyTable

TABLE = PartyTable(
    {
        "Ostria": Learnt("Ostria", "state", "name", "x"),
        "Ostrian": Learnt("Ostria", "state", "demonym", "x"),
        "Hill Front": Learnt("Hill Front", "group", "name", "x"),
        "the Front": Learnt("Hill Front", "group", "short name", "x"),
    }
)
TEXT = (
    "Ostria shells the hills\n\n"
    'The Front holds the pass. "We stay," Captain Wenna Sark told us. Ostrian guns fell silent, the nurse said.\n\n'
    "Sark, a gunner of old, said more."
)


def span(words: str, after: int = 0) -> Span:
    at = TEXT.index(words, after)
    return Span(at, at + len(words))


def said(id: str, source: Span, content: Span, **fields: object) -> Statement:
    plain = Statement(id, "r", (source,), (), (content,), "direct", "", "", "", "asserts", None)
    return replace(plain, **fields)  # type: ignore[arg-type]


SARK = said("a", span("Captain Wenna Sark"), span("We stay"), speaker="Wenna Sark")
NURSE = said("b", span("the nurse"), span("Ostrian guns fell silent"), stance="accuses", speaker="the nurse")


def options(*statements: Statement) -> dict[str, Options]:
    report = Report("r", TEXT, "r.txt", outlet="The Hill Post", agency="Kestrel")
    return options_of(Telling(report, statements, TABLE))


def test_every_side_and_none_may_be_the_one() -> None:
    assert set(options(SARK)["a"]) == {"Ostria", "Hill Front", NOBODY}


def test_who_is_named_before_counts_by_sentence_and_paragraph() -> None:
    front = options(SARK)["a"]["Hill Front"]
    assert front["last"] == front["in paragraph before"] == 1
    assert front["in sentence before"] == 0
    assert front["last by group"] == 1
    assert "last" not in options(SARK)["a"]["Ostria"]


def test_who_is_named_in_what_is_said_counts_with_the_stance() -> None:
    ostria = options(NURSE)["b"]["Ostria"]
    assert ostria["in content accuses"] == ostria["first in content"] == ostria["alone in content"] == 1
    assert "in content" not in options(NURSE)["b"]["Hill Front"]


def test_headlines_name_sides() -> None:
    found = options(SARK)["a"]
    assert (found["Ostria"]["headline first"], found["Hill Front"]["headline"]) == (1, 0)


def test_words_of_the_source_and_beside_a_name_count_for_each_kind_of_side() -> None:
    found = options(SARK)["a"]
    assert found["Hill Front"]["w captain group"] == found["Ostria"]["w captain state"] == 1
    assert found[NOBODY]["b gunner none"] == 1  # "Sark, a gunner", elsewhere in the report
    assert "w gunner none" not in found[NOBODY]


def test_what_the_rules_guess_counts_by_its_ground() -> None:
    guessed = replace(SARK, party="Ostria", because=('party: "Captain" at home, Ostria is likeliest',))
    found = options(guessed)["a"]
    assert found["Ostria"]["rule home"] == 1
    assert "rule home" not in found["Hill Front"]
    assert options(SARK)["a"][NOBODY]["rule nothing"] == 1


def test_a_side_that_only_the_rules_know_may_be_it() -> None:
    assert "Ostrian opposition" in options(replace(NURSE, party="Ostrian opposition"))["b"]


def test_who_is_named_is_tied_by_all_that_is_said() -> None:
    def tied(chance: float) -> Meaning:
        return Meaning((), b"", ties=(("Ostrian", chance), ("Ostria", 0.1)))

    again = said("c", span("Sark", TEXT.index("Sark, a")), span("more"), speaker="Wenna Sark", meaning=tied(0.7))
    both = options(replace(SARK, meaning=tied(0.3)), again)
    assert both["a"]["Ostria"]["tie"] == both["c"]["Ostria"]["tie"] == pytest.approx(0.6)
    assert both["a"][NOBODY]["tie none"] == pytest.approx(0.4)


@pytest.mark.parametrize(
    "settled",
    [
        {"party": "Ostria; Hill Front"},
        {"speaker": "Kestrel"},
        {"because": ("party: none, who asks speaks for no side",)},
        {"because": ('party: the user: "Sark" is Ostria',)},
    ],
)
def test_what_is_settled_is_not_asked(settled: dict[str, object]) -> None:
    assert "a" not in options(replace(SARK, **settled))  # type: ignore[arg-type]


def test_of_two_names_that_overlap_the_longer_one_is_named() -> None:
    table = PartyTable({**TABLE.learnt, "Front": Learnt("Ostria", "state", "name", "x")})
    telling = Telling(Report("r", "The Hill Front won.", "r.txt"), [], table)
    assert [one.party for one in telling.named] == ["Hill Front"]
