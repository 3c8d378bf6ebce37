from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.briefs import BRIEF, CONTROL, STATEMENT

from sayso.errors import NotFoundError
from sayso.types import Claim, Judgement, Likely, Name, Reading, Span
from sayso.views.anchors import statement_anchor
from sayso.views.beside import align_figures, only_here
from sayso.views.doubts import doubt_of, doubts_of
from sayso.views.index import Index
from sayso.views.news import newest
from sayso.views.records import record_shape

CLAIM = Claim("k1", "aaa111", "s1", "control", (("place", "Tarkhun"),), "+", "actual", None, Span(0, 5))
READING = Reading(
    "aaa111", "test@1", (STATEMENT,), (CLAIM,), (Name("Reth", "PER", (Span(40, 44), Span(9, 13))),), (), ()
)
ARRIVALS = ("bbb222", "aaa111", "ccc333")


@pytest.fixture
def index() -> Index:
    return Index(BRIEF, [READING], ARRIVALS)


def test_everything_is_found_by_its_id_or_the_beginning_of_it(index: Index) -> None:
    assert index.topic("c0ffee").matter == CONTROL
    assert index.report("R1") == index.reports["aaa111"]
    assert index.report("bbb2").id == "bbb222"
    for wrong in ("c0f", "nothing", ""):
        with pytest.raises(NotFoundError):
            index.topic(wrong)


def test_a_statement_comes_with_its_claims_and_matters(index: Index) -> None:
    said = index.said_by_id["s1"]
    assert said.claims == (CLAIM,)
    assert [topic.matter.id for topic in said.topics] == [CONTROL.id]
    assert index.facets["party"] == {"Osk": {0}}
    assert index.facets["place"] == {"Tarkhun": {0}}
    assert index.by_speaker["osk"] == index.by_speaker["ilmo reth"] == [0]


def test_a_name_is_found_under_every_spelling(index: Index) -> None:
    assert index.canonical("RETH") == "Ilmo Reth"
    assert index.canonical("Nobody") == "Nobody"
    assert index.named_in["ilmo reth"] == {"aaa111": Span(9, 13)}


def test_what_is_new_since_a_day_and_since_a_report(index: Index) -> None:
    by_day = newest(index, "2031-03-04")
    assert [report.id for report in by_day.reports] == ["ccc333"]
    [news] = by_day.matters
    assert (news.before and news.before.standing, news.is_new) == ("disputed", False)
    assert len(news.positions) == 1
    assert [report.id for report in newest(index, "aaa111").reports] == ["ccc333"]
    assert {report.id for report in newest(index, "bbb222").reports} == {"aaa111", "ccc333"}
    assert newest(index, "ccc333").reports == ()
    with pytest.raises(NotFoundError):
        newest(index, "gone")


def test_thin_reasons_are_doubted_and_good_ones_are_not(index: Index) -> None:
    assert doubt_of(index.said_by_id["s1"]).score == 0
    thin = replace(STATEMENT, because=("speaker: “he”, the last person who spoke or was named",))
    doubted = Index(replace(BRIEF, statements=(thin,)), [READING], ARRIVALS)
    [doubt] = [each for each in doubts_of(doubted) if each.said]
    assert doubt.score == 0.35
    assert doubt.reasons == ("the speaker is only the last one named",)


def test_a_line_that_may_be_misread_is_doubted_the_more_the_less_likely_it_is() -> None:
    found = []
    for share in (0.3, 0.1):
        control = next(matter for matter in BRIEF.matters if matter.positions)
        positions = tuple(replace(p, likely=Likely(share, 0.9, 0.9)) for p in control.positions)
        index = Index(replace(BRIEF, matters=(replace(control, positions=positions),)), [READING], ARRIVALS)
        found.append(doubt_of(index.said_by_id["s1"]))
    assert [each.reasons for each in found] == [("it may answer another question",)] * 2
    assert found[0].score < found[1].score


def test_what_was_judged_is_doubted_no_more() -> None:
    thin = replace(STATEMENT, because=("party: x, the side named last before is Osk",))
    judged = Judgement("j", "2031-03-05T00:00:00", "kim", "accept", (statement_anchor(thin),))
    brief = replace(BRIEF, statements=(thin,))
    assert [each.kind for each in doubts_of(Index(brief, (), ()))].count("statement") == 1
    assert [each for each in doubts_of(Index(replace(brief, judgements=(judged,)), (), ())) if each.said] == []


def test_a_record_is_json_with_the_promised_shapes(index: Index) -> None:
    paths = {report.id: report.path for report in BRIEF.reports}
    shape = record_shape({"topic": index.topic("c0ffee"), "matter": CONTROL, "span": Span(1, 2)}, paths)
    assert shape["topic"]["standing"] == "conceded"
    assert shape["matter"]["positions"][0]["report"] == "in/first.txt"
    assert shape["span"] == [1, 2]
    assert "text" not in record_shape(BRIEF.reports[0], paths)


def test_sentences_and_figures_of_two_reports_side_by_side() -> None:
    left, right = (BRIEF.reports[0].text, BRIEF.reports[2].text)
    only, other = only_here(left, right)
    assert all(left[span.start : span.end].strip() for span in only)
    assert not any("twenty years ago" in left[span.start : span.end] for span in only)
    assert any("no longer ours" in right[span.start : span.end] for span in other)
    assert only_here(left, left) == ((), ())
    [row] = align_figures(BRIEF.figures[:1], BRIEF.figures[1:])
    assert not row.same
    assert align_figures(BRIEF.figures, BRIEF.figures)[0].same


def test_days_are_cut_out_of_what_was_said() -> None:
    days = ("2031-03-01", "2031-03-05", "2031-03-03", "", "2031-03-05")
    said = tuple(replace(STATEMENT, id=f"s{n}", said=day or None) for n, day in enumerate(days))
    undated = tuple(replace(report, published=None) for report in BRIEF.reports)
    index = Index(replace(BRIEF, statements=said, reports=undated), (), ())
    for first, last, wanted in (
        ("", "", 5),
        ("2031-03-03", "", 3),
        ("", "2031-03-03", 2),
        ("2031-03-02", "2031-03-04", 1),
        ("2031-03-05", "2031-03-05", 2),
        ("2032-01-01", "", 0),
        ("", "2030-01-01", 0),
        ("2031-03-04", "2031-03-02", 0),
    ):
        found = [index.said[number].day for number in index.numbers_between(first, last)]
        assert len(found) == wanted, (first, last)
        assert all(day >= first and (not last or day <= last) for day in found)
