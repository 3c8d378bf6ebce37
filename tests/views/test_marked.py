from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.views.briefs import BRIEF, FIRST, REPORTS, TAKEN, span

from sayso.types import Span
from sayso.views.marked import Mark, marks_of, paragraphs
from sayso.views.outline import outline

PAGE = outline(BRIEF)


def runs_of(marks: list[Mark]) -> list[tuple[str, tuple[str, ...]]]:
    return [(run.text, run.classes) for paragraph in paragraphs(REPORTS[0], marks, []) for run in paragraph]


def test_evidence_is_marked_with_its_stance_and_leads_back_to_its_matter() -> None:
    marked = [run for paragraph in paragraphs(REPORTS[0], marks_of(PAGE)["aaa111"], []) for run in paragraph]
    [taken] = [run for run in marked if run.text == TAKEN]
    assert taken.classes == ("evidence", "content", "asserts")
    assert taken.title == "asserts: Osk (Ilmo Reth)"
    assert taken.matters == (1,)


def test_source_and_cue_are_marked() -> None:
    runs = runs_of(marks_of(PAGE)["aaa111"])
    assert ("President Ilmo Reth", ("source",)) in runs
    assert ("said in a speech", ("cue",)) in runs


def test_where_spans_overlap_the_innermost_gives_the_stance() -> None:
    outer, inner = Mark(Span(0, 20), "evidence", "asserts"), Mark(Span(10, 30), "evidence", "denies")
    runs = runs_of([Mark(Span(0, 29), "evidence", "asserts"), Mark(Span(4, 8), "evidence", "denies")])
    assert runs[:3] == [
        ("Osk ", ("evidence", "asserts")),
        ("says", ("evidence", "denies")),
        (" it has taken Tarkhun", ("evidence", "asserts")),
    ]
    assert "".join(text for text, _ in runs_of([outer, inner])).startswith("Osk says it has taken Tarkhun")


def test_an_anchor_stands_where_its_span_starts() -> None:
    where = span("aaa111", "Velmara does not confirm")
    runs = [run for paragraph in paragraphs(REPORTS[0], [], [(where, "r1-x")]) for run in paragraph]
    [anchored] = [run for run in runs if run.anchors]
    assert anchored.anchors == ("r1-x",)
    assert anchored.text.startswith("Velmara does not confirm")


def test_background_is_marked() -> None:
    assert ("Velmara took the port in a war twenty years ago.", ("background",)) in runs_of(marks_of(PAGE)["aaa111"])


@given(st.lists(st.tuples(st.integers(0, len(FIRST)), st.integers(0, len(FIRST)))))
def test_whatever_is_marked_the_words_are_those_of_the_report(pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(Span(min(pair), max(pair)), "content", "asserts") for pair in pairs]
    shown = "".join(text for text, _ in runs_of(marks))
    assert shown.split() == FIRST.split() or "".join(shown.split()) == "".join(FIRST.split())
