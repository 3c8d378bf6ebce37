"""Which positions may be misread, and a brief without them."""

from __future__ import annotations

from dataclasses import replace

from tests.views.briefs import BRIEF, COUNTS

from sayso.types import Brief, Likely
from sayso.views.likely import MEANING, left_out_words, only_sure, unsure_of, unsure_words
from sayso.views.outline import outline
from sayso.views.shapes import likely_shape
from sayso.views.terminal import brief_lines, show_lines, text_of

SURE, ELSEWHERE, WHOSE = Likely(0.9, 0.9, 0.9), Likely(0.31, 0.9, 0.9), Likely(0.9, 0.4, 0.45)


def with_likely(**stances: Likely | None) -> Brief:
    """The brief whose weightiest matter has positions of these chances, stance by stance, all others sure."""
    first, *rest = sorted(BRIEF.matters, key=lambda each: -each.weight)
    positions = tuple(replace(p, likely=stances.get(p.stance, SURE)) for p in first.positions)
    return replace(BRIEF, matters=(replace(first, positions=positions), *rest))


def test_a_part_below_its_bar_is_unsure_and_what_was_judged_is_not() -> None:
    assert unsure_of(SURE) == unsure_of(None) == ()
    assert unsure_of(ELSEWHERE) == ("question",)
    assert unsure_words(WHOSE) == "unsure: party .40, stance .45"
    assert unsure_words(Likely(0.395, 1.0, 1.0)) == "unsure: question .40"


def test_a_line_says_that_it_is_unsure_and_the_page_says_what_that_means() -> None:
    brief = with_likely(denies=ELSEWHERE)
    printed = text_of(show_lines(brief, brief.matters[0].id))
    assert printed.count("unsure: question .31") == 1
    meaning = " ".join(MEANING.split())
    assert meaning in " ".join(printed.split())
    assert meaning in " ".join(text_of(brief_lines(brief)).split())
    assert "unsure" not in text_of(brief_lines(with_likely()))


def test_what_may_be_misread_stands_last_of_its_side() -> None:
    first = max(BRIEF.matters, key=lambda each: each.weight)
    one = first.positions[0]
    for newer, wanted in ((SURE, "Newer."), (ELSEWHERE, one.text)):
        twice = (replace(one, likely=SURE), replace(one, likely=newer, date="2031-03-09", text="Newer."))
        matter = replace(first, positions=twice, standings=())
        [topic] = outline(replace(BRIEF, matters=(matter,))).topics
        assert topic.groups[0].sides[0].sayings[0].words == wanted


def test_only_what_is_sure_is_left_with_its_number_and_standing() -> None:
    brief = with_likely(denies=ELSEWHERE)
    sure = only_sure(brief)
    assert len(sure.matters[0].positions) == len(brief.matters[0].positions) - 1
    assert sure.matters[0].standings == brief.matters[0].standings
    assert left_out_words(brief.matters) == "1 unsure line left out by --sure; where questions stand rests on them too"
    assert left_out_words(sure.matters) == ""


def test_a_standing_on_unsure_lines_alone_says_so_and_their_figures_go() -> None:
    first = max(BRIEF.matters, key=lambda each: each.weight)
    lines = [
        replace(p, statement=f"s-{p.stance}", likely=SURE if p.stance == "concedes" else ELSEWHERE)
        for p in first.positions
    ]
    stands = (
        replace(first.standings[0], statements=("s-asserts", "s-denies")),
        replace(first.standings[1], statements=("s-asserts", "s-concedes")),
    )
    hidden, shown = (replace(COUNTS[at], statement=f"s-{stance}") for at, stance in enumerate(("asserts", "concedes")))
    matter = replace(first, positions=tuple(lines), standings=stands, figures=(hidden, shown))
    sure = only_sure(replace(BRIEF, matters=(matter,), figures=(hidden, shown)))
    told = [each.because.endswith("; it rests on unsure lines alone") for each in sure.matters[0].standings]
    assert told == [True, False]
    assert sure.matters[0].figures == sure.figures == (shown,)


def test_a_matter_of_unsure_lines_alone_goes_and_the_others_keep_their_numbers() -> None:
    brief = with_likely(**{p.stance: ELSEWHERE for matter in BRIEF.matters for p in matter.positions})
    gone = brief.matters[0].id
    before = {topic.matter.id: topic.number for topic in outline(brief).topics}
    after = {topic.matter.id: topic.number for topic in outline(only_sure(brief)).topics}
    assert after == {id: number for id, number in before.items() if id != gone}
    assert gone in {matter.id for matter in only_sure(brief, but=gone).matters}


def test_a_reprint_is_as_sure_as_the_surest_place_and_judged_where_one_was() -> None:
    first = max(BRIEF.matters, key=lambda each: each.weight)
    one = first.positions[0]
    for chances, wanted in (((ELSEWHERE, SURE), SURE), ((ELSEWHERE, None), None)):
        same = tuple(replace(one, likely=chance) for chance in chances)
        [topic] = outline(replace(BRIEF, matters=(replace(first, positions=same),))).topics
        assert [saying.likely for group in topic.groups for saying in group.sayings] == [wanted]


def test_json_has_two_places_and_null_for_what_was_judged() -> None:
    assert likely_shape(Likely(0.316, 0.9, 0.45)) == {"question": 0.32, "party": 0.9, "stance": 0.45}
    assert likely_shape(None) is None
