from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.briefs import BRIEF, CONTROL, COUNTS, EMPTY, REPORTS, STATEMENT, TAKEN

from sayso.errors import NotFoundError
from sayso.types import Problem, Reading, Span
from sayso.views.lists import (
    discrepancies_lines,
    extract_lines,
    figures_lines,
    find_matter,
    matters_lines,
    names_lines,
    search_lines,
    statements_lines,
)
from sayso.views.terminal import text_of


@pytest.mark.parametrize("words", ["1", "c0ffee", "who controls tarkhun", "TARKHÚN", "controls Tarkhun?"])
def test_a_matter_is_found_by_number_id_or_words(words: str) -> None:
    assert find_matter(BRIEF, words).question == "Who controls Tarkhun?"


def test_where_no_matter_or_several_answer_the_message_says_what_to_do() -> None:
    with pytest.raises(NotFoundError, match=r"harbour: no matter has that id .* `sayso matters`"):
        find_matter(BRIEF, "harbour")
    with pytest.raises(NotFoundError, match=r"2 matters .*\n  c0ffee12 Who controls.*\n  dead5678 How many"):
        find_matter(BRIEF, "?")


def test_several_of_the_same_words_are_told_apart_by_their_days() -> None:
    twins = tuple(
        replace(CONTROL, id=id, positions=tuple(replace(p, date=day) for p in CONTROL.positions))
        for id, day in (("aaaa1111", "2031-03-04"), ("bbbb2222", "2031-05-09"))
    )
    with pytest.raises(NotFoundError, match=r"aaaa1111 .*\? \(4 March 2031\)\n  bbbb2222 .*\(9 May 2031\)"):
        find_matter(replace(BRIEF, matters=twins), twins[0].question)


def test_matters_on_a_line_each() -> None:
    assert text_of(matters_lines(BRIEF, width=100)).splitlines() == [
        " 1  CONCEDED     Who controls Tarkhun? (since about 4 March)  c0ffee12",
        " 2  CLAIMED      How many Velmaran soldiers were killed? (since 3 March)  dead5678",
    ]


def test_statements_by_report() -> None:
    assert text_of(statements_lines(BRIEF, [STATEMENT], width=100)).splitlines() == [
        "R1, in/first.txt, 3 March 2031",
        "  asserts: Osk (Ilmo Reth), speech, 3 March 2031",
        f"    “{TAKEN}”  [R1 63-106]",
    ]


def test_what_was_read_from_one_report() -> None:
    reading = Reading("aaa111", "test@1", (STATEMENT,), (), (), COUNTS[:1], (Problem("no source", span=Span(1, 2)),))
    text = text_of(extract_lines(REPORTS[0], reading, width=100))
    assert text.splitlines()[0] == "in/first.txt, 3 March 2031"
    assert f"    “{TAKEN}”  [63-106]" in text.splitlines()
    assert text.endswith("  no source\n")
    assert "no statements" in text_of(extract_lines(REPORTS[0], Reading("aaa111", "", (), (), (), (), ()), width=80))


def test_figures_with_who_counts() -> None:
    lines = text_of(figures_lines(BRIEF, width=100)).splitlines()
    assert lines[0] == "  killed, Velmaran soldiers"
    assert lines[1] == "    12, by Velmaran Defence Ministry, as of 4 March 2031  [R3 79-93]"
    assert lines[-1].startswith("Reports: R1 in/first.txt")


def test_discrepancies_with_their_passages() -> None:
    lines = text_of(discrepancies_lines(BRIEF, width=100)).splitlines()
    assert lines[0] == "  Velmaran soldiers killed: at least 40, 12"
    assert "      “At least 40”  [R1 315-326]" in lines


def test_names_with_spellings_and_reasons() -> None:
    lines = text_of(names_lines(BRIEF.names, width=100)).splitlines()
    assert lines == [
        "Ilmo Reth (person, Osk)",
        "    also Reth",
        "    “Reth” is the last word of “Ilmo Reth”",
        "Tarkhun (place)",
    ]


def test_what_a_search_found_stands_in_its_sentence() -> None:
    lines = text_of(search_lines(BRIEF, [("ccc333", Span(20, 37))], width=100)).splitlines()
    assert lines[0] == "The port of Tarkhun is no longer ours, Velmara's Defence Ministry said.  [R3 20-37]"


def test_an_empty_list_says_so() -> None:
    for lines in (
        matters_lines(EMPTY, width=80),
        statements_lines(EMPTY, [], width=80),
        figures_lines(EMPTY, width=80),
        discrepancies_lines(EMPTY, width=80),
        names_lines([], width=80),
        search_lines(EMPTY, [], width=80),
    ):
        assert len(lines) == 1
        assert lines[0].text
