from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_draft, make_report, make_told, make_weighed

from sayso.claims.judged import make_judgement
from sayso.claims.judged_matters import judge_drafts, judge_positions
from sayso.claims.matters import Draft
from sayso.types import Action, Anchor, Judgement, Likely, Span


def draft(name: str, *reports: str) -> Draft:
    told = [
        replace(make_told("asserts", party=r), report=make_report("The town of Orlin was taken.", name=r))
        for r in reports
    ]
    return replace(make_draft(*told), id=name, question=f"{name}?")


def anchor(report: str) -> Anchor:
    return Anchor("matter", report, Span(0, 28), label="control")


def decide(action: Action, *about: Anchor, field: str = "", value: str = "") -> Judgement:
    return make_judgement(action, about, made="2026-01-01T00:00:00+00:00", who="Ines", field=field, value=value)


def reports_of(drafts: list[Draft]) -> dict[str, list[str]]:
    return {d.question: sorted(t.report.id for t in d.told) for d in drafts}


def test_two_matters_become_one_and_say_why() -> None:
    merged = judge_drafts(
        [draft("a", "r1"), draft("b", "r2"), draft("c", "r3")], [decide("merge", anchor("r1"), anchor("r2"))]
    )
    assert reports_of(merged) == {"a?": ["r1", "r2"], "c?": ["r3"]}
    assert "put together by Ines" in merged[0].because


def test_words_are_set_apart_from_a_matter() -> None:
    parted = judge_drafts([draft("a", "r1", "r2")], [decide("split", anchor("r1"), anchor("r2"), value="Another?")])
    assert reports_of(parted) == {"a?": ["r1"], "Another?": ["r2"]}
    assert len({d.id for d in parted}) == 2


def test_words_are_left_out_of_a_matter_and_the_matter_with_its_last() -> None:
    assert reports_of(judge_drafts([draft("a", "r1", "r2")], [decide("reject", anchor("r1"), anchor("r2"))])) == {
        "a?": ["r1"]
    }
    assert judge_drafts([draft("a", "r1")], [decide("reject", anchor("r1"), anchor("r1"))]) == []


def test_the_last_words_stay_in_their_matter() -> None:
    assert reports_of(judge_drafts([draft("a", "r1")], [decide("split", anchor("r1"), anchor("r1"))])) == {"a?": ["r1"]}


def test_a_matter_is_left_out_or_asks_another_question() -> None:
    assert judge_drafts([draft("a", "r1")], [decide("reject", anchor("r1"))]) == []
    (named,) = judge_drafts([draft("a", "r1")], [decide("correct", anchor("r1"), field="question", value="Who?")])
    assert named.question == "Who?"


def test_a_stance_that_a_person_set_holds_in_the_matter() -> None:
    judgement = decide("correct", Anchor("statement", "r1", Span(0, 1)), field="position", value="concedes")
    (judged,) = judge_positions([make_weighed("asserts", "A")], {"s": judgement})
    assert (judged.position.stance, judged.position.because) == ("concedes", "set by Ines on 2026-01-01")


def test_what_a_person_looked_at_is_not_asked_how_likely_it_is_nor_whose_a_speaker_is_whom_a_person_knows() -> None:
    one = make_weighed("asserts", "A", speaker="Osk")
    one = replace(one, position=replace(one.position, likely=Likely(0.5, 0.4, 0.3)))
    [read] = judge_positions([one], {}, (), ("Rusk",))
    assert read == one
    [known] = judge_positions([one], {}, (), ("Osk",))
    assert known.position.likely == Likely(0.5, 1.0, 0.3)
    [seen] = judge_positions([one], {}, ("s",), ("Osk",))
    assert seen.position.likely is None
