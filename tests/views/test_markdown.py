from __future__ import annotations

from tests.views.briefs import BRIEF, EMPTY

from sayso.views.markdown import brief_markdown, escaped

TEXT = brief_markdown(BRIEF)


def test_the_brief_as_markdown() -> None:
    assert TEXT.startswith("# Brief, 3 to 4 March 2031\n\n3 reports of 2 origins, 2 matters.")
    for line in (
        "1. Who controls Tarkhun? **conceded** since 4 March",
        "- **disputed** from 3 March 2031: Osk asserts it, Velmara denies it",
        "- Velmara (Defence Ministry), 4 March 2031 (inferred): “The port of Tarkhun is no longer ours, "
        "Velmara's Defence Ministry said.” (R3 20-37)",
        "| at least 40 | 40 or more | Ilmo Reth | 3 March 2031 | (R1 315-326) |",
        "- R1, R2: one dispatch, counted once",
        "- in/empty.txt: is empty: nothing to read",
    ):
        assert line in TEXT.splitlines()


def test_words_of_a_report_never_become_markup() -> None:
    assert "“The port is \\<ours\\>,”" in TEXT
    assert escaped("# a\n* b [c](d) `e` | f") == "\\# a \\* b \\[c\\](d) \\`e\\` \\| f"


def test_an_empty_ledger_says_so() -> None:
    assert "No matter yet" in brief_markdown(EMPTY)
