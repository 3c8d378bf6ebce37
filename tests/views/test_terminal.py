from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.briefs import BRIEF, CONTROL, EMPTY, REPORTS, TAKEN, position

from sayso.types import Span
from sayso.views.outline import Place
from sayso.views.terminal import brief_lines, labels, show_lines, text_of

FIVE = ("President", "port", "speech", "Velmara", "soldiers")
TEXT = text_of(brief_lines(BRIEF, width=100))


def test_the_brief_opens_with_where_each_question_stands() -> None:
    assert TEXT.splitlines()[:6] == [
        "BRIEF  3 reports · 3 to 4 March 2031 · 2 outlets · 2 origins · 2 matters",
        "What was said, by whom, and where that leaves each question; not what is true.",
        "",
        "IN SHORT",
        " 1  CONCEDED     Who controls Tarkhun? (since about 4 March)  c0ffee12",
        " 2  CLAIMED      How many Velmaran soldiers were killed? (since 3 March)  dead5678",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "    Said, denied or conceded: that Osk has it",
        "    CONCEDED since 4 March 2031: Velmara, which held it, says that it is lost",
        "    before: DISPUTED from 3 March 2031: Osk asserts it, Velmara denies it",
        "      Osk (Ilmo Reth), speech, 3 March 2031",
        f"        “{TAKEN}”  [R1 63-106, R2 50-93]",
        "        at least 40, by Ilmo Reth, as of 3 March 2031  [R1 315-326]",
        "      “its dead at 12”  [R3 79-93]",
        "  R1 and R2: one dispatch of Meridian (The Selva Post and Harbour News)",
        "  “Velmara took the port in a war twenty years ago.”  [R1 370-418, R3 111-159]",
        "  R3 taken as 4 March 2031: inferred: it takes up what in/first.txt reports",
        "  in/empty.txt: is empty: nothing to read",
        "  R2  Harbour News (Meridian), 3 March 2031, in/reprint.txt",
    ],
)
def test_the_brief_says(line: str) -> None:
    assert line in TEXT.splitlines()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = max(len(line.text) for line in brief_lines(BRIEF, width=width))
    assert long <= width


def test_only_the_top_matters_are_shown_in_full_and_the_others_named() -> None:
    text = text_of(brief_lines(BRIEF, width=100, top=1))
    assert "2  CLAIMED      How many Velmaran soldiers" in text
    assert "CLAIMED since 3 March 2031" not in text
    assert "The first 1 in full below" in text


def test_the_newest_words_of_a_side_stand_for_the_others() -> None:
    more = [position("denies", "Velmara", "Dara Quill", "2031-03-03", "aaa111", word, "") for word in FIVE]
    brief = replace(BRIEF, matters=(replace(CONTROL, positions=tuple(more)),))
    text = text_of(brief_lines(brief, width=100))
    assert "      Velmara: 3 more of the kind" in text.splitlines()
    shown = text_of(show_lines(brief, CONTROL.id, width=100))
    assert all(word in shown for word in FIVE)


def test_a_few_words_of_evidence_are_shown_with_their_sentence() -> None:
    text = text_of(show_lines(BRIEF, CONTROL.id, width=140))
    assert "“The port of Tarkhun is no longer ours, Velmara's Defence Ministry said.”  [R3 20-37]" in text


def test_a_day_that_is_inferred_says_so() -> None:
    assert "4 March 2031 (inferred)" in text_of(show_lines(BRIEF, CONTROL.id, width=140))
    stated = replace(REPORTS[2], published_because="the dateline says March 4")
    text = text_of(brief_lines(replace(BRIEF, reports=(*REPORTS[:2], stated)), width=140))
    assert "(since 4 March)" in text
    assert "(inferred)" not in text


def test_questions_of_the_same_words_have_their_days_beside_them() -> None:
    later = tuple(replace(each, date="2031-05-09") for each in CONTROL.positions)
    other = replace(CONTROL, id="beef9012", positions=later, standings=(), weight=1.0)
    text = text_of(brief_lines(replace(BRIEF, matters=(*BRIEF.matters, other)), width=140))
    assert "Who controls Tarkhun? (3 to 4 March 2031)" in text
    assert "Who controls Tarkhun? (9 May 2031)" in text


def test_a_matter_in_full_names_the_reports_that_it_cites() -> None:
    text = text_of(show_lines(BRIEF, "dead567890abcdef", width=100))
    assert text.startswith(" 2  How many Velmaran soldiers were killed?\n")
    assert "R1" in text
    assert "R2" not in text


def test_an_empty_ledger_says_so() -> None:
    assert "No matter yet" in text_of(brief_lines(EMPTY))


def test_of_many_places_only_the_first_are_named() -> None:
    places = [Place(None, f"R{number}", Span(0, 5)) for number in range(1, 7)]
    assert labels(places).replace("\N{NO-BREAK SPACE}", " ") == "R1 0-5, R2 0-5, R3 0-5, R4 0-5 and 2 more"


def test_a_line_carries_the_standing_as_its_style() -> None:
    styles = {line.style for line in brief_lines(BRIEF)}
    assert {"title", "heading", "quote", "quiet", "conceded", "claimed"} <= styles


def test_of_many_matters_only_the_first_are_listed() -> None:
    matters = tuple(replace(CONTROL, id=f"{number:016d}") for number in range(30))
    text = text_of(brief_lines(replace(BRIEF, matters=matters), width=100, top=2))
    assert "    and 10 more: sayso matters" in text.splitlines()
    assert "and 10 more: sayso matters" not in text_of(brief_lines(replace(BRIEF, matters=matters), width=100))


def test_days_have_their_year_where_the_reports_are_of_several() -> None:
    reports = (replace(REPORTS[0], published="2029-12-31"), *REPORTS[1:])
    assert "(since about 4 March 2031)" in text_of(brief_lines(replace(BRIEF, reports=reports), width=100))
    assert "(since about 4 March)" in TEXT
