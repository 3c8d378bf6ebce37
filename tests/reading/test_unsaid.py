"""Passages in which nobody claims anything: notes on earlier versions and tables; and turns of talk kept apart."""

from __future__ import annotations

import pytest

from sayso.reading.sentences import sentences
from sayso.reading.unsaid import outside_tables, table_problems, told_sentences, unsaid_passages, without_unsaid
from sayso.types import Attribution, Report, Span

COLUMNS = "Counted by           dead     hurt\n  the Vellan army    40       12\n  the Ostrian army   9        none\n"
STROKES = "| Who | Dead | Day |\n|---|---|---|\n| Vell | 40 | 2 May |\n"


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def passages(text: str) -> list[tuple[str, str]]:
    return [(u.kind, text[u.span.start : u.span.end]) for u in unsaid_passages(text, sentences(text))]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("An earlier version of this story said that 30 had drowned.",) * 2,
        (
            "Correction: an earlier post said that 30 had drowned. Vell counts 3.",
            "Correction: an earlier post said that 30 had drowned.",
        ),
        (
            "The first version of our report gave 30 dead; Vell counts 3.",
            "The first version of our report gave 30 dead",
        ),
        ("(This version corrects the number of the drowned, given as 30.)",) * 2,
        ("This article has been corrected to say that 3 drowned.",) * 2,
        (
            "CORRECTED-Vell counts the drowned (corrects paragraph 2 to 3, not 30; adds Vell)",
            "(corrects paragraph 2 to 3, not 30; adds Vell)",
        ),
        (
            "Note: in an earlier bulletin we said that 30 had drowned; Vell counts 3.",
            "Note: in an earlier bulletin we said that 30 had drowned",
        ),
        ("This story has been updated to say that Vell counts 3.", "This story has been updated to say that "),
        ("In an earlier bulletin the ministry said that 30 had drowned.", ""),
        ("An earlier report by the ministry said that 30 had drowned.", ""),
        ("The original version of the truce said that both would leave.", ""),
        ("This report said that the mill burnt, the ministry wrote.", ""),
    ],
)
def test_what_an_earlier_version_said_is_no_claim_now(text: str, note: str) -> None:
    assert passages(text) == ([("earlier version", note)] if note else [])
    told = [text[span.start : span.end] for span in told_sentences(text, sentences(text))]
    assert all("30" not in words for words in told) or not note


def test_what_an_interviewer_asks_is_left_out_where_names_stand_in_brackets() -> None:
    text = "[REPORTER] DO YOU THINK THAT VELL LOST THE MILL? [OSK] VELL LOST IT.\n[Reporter] And the dam?"
    asked = "[REPORTER] DO YOU THINK THAT VELL LOST THE MILL? "
    assert passages(text) == [("aside", asked), ("aside", "[Reporter] And the dam?")]


@pytest.mark.parametrize("table", [COLUMNS, STROKES])
def test_lines_in_columns_are_a_table(table: str) -> None:
    text = f"Both sides count the dead.\n\n{table}\nVell says it lost nobody."
    assert passages(text) == [("table", table.rstrip())]
    [problem] = table_problems(Report("r", text, "r.txt"), sentences(text))
    assert problem.span == place(text, table.rstrip())
    cell = "the Vellan army" if table == COLUMNS else "Vell |"
    read = [
        Attribution((place(text, cell),), (), (place(text, "40"),)),
        Attribution((place(text, "Vell says"),), (place(text, "says"),), (place(text, "it lost nobody"),)),
    ]
    assert without_unsaid(Report("r", text, "r.txt"), read, sentences(text)) == read[1:]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke.  She left.  They stayed.\nHe spoke.  She left.  They stayed.\nHe spoke.  She left.  They stayed.",
        "KELD  MILL\nSALT WAR\nBy Ana Ruvo",
        "Vell | Ostria\n\nThe mill burnt.",
    ],
)
def test_running_text_is_no_table(text: str) -> None:
    assert passages(text) == []


def test_no_statement_runs_into_the_next_turn() -> None:
    text = "Q: Who fired?\n\nA: We saw two guns.\n\nQ: Whose?\n\nA: I cannot say."
    runs_on = Attribution(
        (place(text, "We"), place(text, "I cannot")), (place(text, "saw"),), (place(text, "two guns.\n\nQ: Whose?"),)
    )
    [kept] = without_unsaid(Report("r", text, "r.txt"), [runs_on], sentences(text))
    assert kept.source == (place(text, "We"),)
    assert text[kept.content[0].start : kept.content[0].end].strip() == "two guns."
    label = Attribution((place(text, "We"),), (place(text, "A"),), (place(text, "two guns"),))
    assert without_unsaid(Report("r", text, "r.txt"), [label], sentences(text)) == []


def test_what_kind_a_text_is_speaks_for_nobody() -> None:
    text = "Analysis: what the truce of Tamm means"
    label = Attribution((place(text, "Analysis"),), (place(text, ":"),), (place(text, "what the truce of Tamm means"),))
    assert without_unsaid(Report("r", text, "r.txt"), [label], sentences(text)) == []


@pytest.mark.parametrize(
    ("note", "left"),
    [
        (
            "(CORRECTION: This version of the May 7 story corrects the toll given by the mayor to 13 hurt, not 23.)",
            "13 hurt",
        ),
        ("KELD, May 8 (Keld Cable) - This story corrects the toll to 13 hurt, not 23.", "13 hurt"),
        ("(Corrects toll in paragraph 3 to 13 hurt, not 23)", "13 hurt"),
        ("(Corrects to say that 13 had drowned instead of 23.)", "13 had drowned"),
    ],
)
def test_of_a_correction_holds_what_is_put_right(note: str, left: str) -> None:
    text = f"{note}\n\nVell counts 3."
    told = [text[span.start : span.end] for span in told_sentences(text, sentences(text))]
    assert told == [left, "Vell counts 3."]
    corrects = Attribution((place(text, "toll" if "toll" in note else "13"),), (place(text, "orrects"),), ())
    assert without_unsaid(Report("r", text, "r.txt"), [corrects], sentences(text)) == []


@pytest.mark.parametrize("text", ["Corrected: rebels agree to leave the mill", "The mayor corrects the toll to 3."])
def test_who_corrects_or_what_is_corrected_is_told(text: str) -> None:
    assert passages(text) == []


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("DNA tests", "showed", "two were one"),
        ("Keld Post", "-", "INTERVIEW"),
        ("Analysis", ":", "what it means"),
        ("Ruvo", "reported", ""),
    ],
)
def test_who_only_seems_to_speak(source: str, cue: str, content: str) -> None:
    text = f"The mill burnt.\n\n{source} {cue} {content}"
    given = Attribution((place(text, source),), (place(text, cue),), (place(text, content),) if content else ())
    body = Span(0, len(text)) if content else Span(0, text.index("\n"))
    assert without_unsaid(Report("r", text, "r.txt", body=body), [given], sentences(text)) == []


def test_no_sentence_is_left_of_a_table() -> None:
    rows = [f"{name}\t{n}\t{n + 3}" for n, name in enumerate(("Side", "Dead", "Wounded", "Missing"), 1)]
    text = "\n".join(["Vell counts three dead.", "", *rows, "", "Ostria counts nine dead."])
    assert table_problems(Report("r", text, "r.txt"), sentences(text))
    left = [text[span.start : span.end] for span in outside_tables(text, sentences(text))]
    assert left == ["Vell counts three dead.", "Ostria counts nine dead."]
