from __future__ import annotations

from dataclasses import replace

from tests.views.briefs import BRIEF, CONTROL, COUNTS, DEAD, EMPTY, FIRST, REPORTS, position

from sayso.types import Span
from sayso.views.dated import is_inferred
from sayso.views.outline import outline, sentence_around

PAGE = outline(BRIEF)


def test_matters_come_by_weight() -> None:
    assert [(topic.number, topic.matter.question) for topic in PAGE.topics] == [
        (1, "Who controls Tarkhun?"),
        (2, "How many Velmaran soldiers were killed?"),
    ]


def test_reports_are_marked_in_the_order_of_their_dates() -> None:
    assert [(mark, report.path) for mark, report in PAGE.reports] == [
        ("R1", "in/first.txt"),
        ("R2", "in/reprint.txt"),
        ("R3", "in/second.txt"),
    ]
    undated = replace(BRIEF, reports=(replace(REPORTS[0], published=None), *REPORTS[1:]))
    assert [report.path for _, report in outline(undated).reports][-1] == "in/first.txt"


def test_the_same_words_in_a_reprint_are_one_saying_with_two_places() -> None:
    [asserts] = [group for group in PAGE.topics[0].groups if group.stance == "asserts"]
    assert [place.label for place in asserts.sayings[0].places] == ["R1 63-106", "R2 50-93"]
    assert len(asserts.sayings) == 2


def test_stances_follow_in_the_order_of_what_an_editor_asks() -> None:
    assert [group.stance for group in PAGE.topics[0].groups] == [
        "concedes",
        "asserts",
        "denies",
        "withholds",
        "unverified",
    ]


def test_a_side_opens_with_the_latest_words_that_decide_the_standing() -> None:
    later = position("asserts", "Osk", "Ilmo Reth", "2031-03-05", "ccc333", "said no more", "later")
    matter = replace(CONTROL, positions=(*CONTROL.positions, later), standings=CONTROL.standings[:1])
    groups = outline(replace(BRIEF, matters=(matter,))).topics[0].groups
    [side] = next(group.sides for group in groups if group.stance == "asserts")
    assert [saying.date for saying in side.sayings] == ["2031-03-03", "2031-03-05", "2031-03-03"]
    assert side.sayings[0].decides


def test_the_standing_now_and_those_before() -> None:
    topic = PAGE.topics[0]
    assert topic.now is not None
    assert topic.now.standing == "conceded"
    assert [standing.standing for standing in topic.earlier] == ["disputed"]


def test_figures_of_one_thing_stand_together_and_are_not_added_up() -> None:
    [tally] = PAGE.topics[1].tallies
    assert tally.heading == "killed, Velmaran soldiers"
    assert [(count.words, count.figure.by) for count in tally.counts] == [
        ("its dead at 12", "Velmaran Defence Ministry"),
        ("At least 40", "Ilmo Reth"),
    ]


def test_a_figure_that_a_matter_shows_is_not_shown_again() -> None:
    assert PAGE.tallies == ()
    assert len(outline(replace(BRIEF, matters=(CONTROL,))).tallies) == 1


def test_the_same_count_of_the_same_counter_is_one_count_with_two_places() -> None:
    twice = replace(COUNTS[0], report="bbb222")
    [tally] = outline(replace(BRIEF, matters=(replace(DEAD, figures=(COUNTS[0], twice)),))).topics[0].tallies
    assert [[place.mark for place in count.places] for count in tally.counts] == [["R1", "R2"]]


def test_reprints_are_one_origin() -> None:
    assert PAGE.copies == (("R1", "R2"),)
    assert PAGE.origins == 2


def test_an_inferred_date_is_known_as_such() -> None:
    assert [is_inferred(report) for report in REPORTS] == [False, False, True]
    assert [mark for mark, _ in PAGE.undated] == ["R3"]


def test_an_empty_ledger_has_an_outline() -> None:
    page = outline(EMPTY)
    assert (page.topics, page.reports, page.first, page.origins) == ((), (), "", 0)


def test_words_that_nobody_is_named_for_are_the_outlets() -> None:
    [group] = [group for group in PAGE.topics[0].groups if group.stance == "unverified"]
    assert group.sayings[0].who == "The Selva Post"


def test_the_sentence_around_words_is_cut_from_the_text() -> None:
    start = FIRST.index("The fighting goes on")
    before, words, after = sentence_around(FIRST, Span(start, start + 20))
    assert (before, words, after) == ("“", "The fighting goes on", ",” army spokeswoman Dara Quill said.")


def test_a_long_sentence_is_cut_at_a_space() -> None:
    text = "word " * 200 + "HERE" + " word" * 200
    start = text.index("HERE")
    before, words, after = sentence_around(text, Span(start, start + 4))
    assert before.startswith("… word")
    assert words == "HERE"
    assert after.endswith("word …")
    assert len(before) + len(after) < 400
