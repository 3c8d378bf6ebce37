from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_report, make_told

from sayso.claims.naming import Naming
from sayso.claims.told import LONGEST, evidence_of, is_history, is_unlikely, kinds_read, points_back, tell
from sayso.types import Meaning, Reading, Span

NAMING = Naming((), {"Orlyn": "Orlin"}, {"Reth": "Ilmo Reth"}, {"Oskan": "Osk"}, {})


def reading(*, about: bool = False) -> Reading:
    told = make_told("asserts", {"place": "Orlyn"}, party="Oskan", speaker="Reth")
    other = make_told("denies", party="Velmara", speaker="a minister").statement
    statements = (told.statement, replace(other, about=(told.claim.id,) if about else ()))
    return Reading("r1", "reader", statements, (told.claim,), (), (), ())


def test_names_are_resolved() -> None:
    [told] = [t for t in tell([make_report("The town of Orlin was taken.")], {"r1": reading()}, NAMING) if t.claim.kind]
    assert (told.place, told.speaker, told.party, told.own) == ("Orlin", "Ilmo Reth", "Osk", True)
    assert told.words == "The town of Orlin was taken."


def test_a_claim_is_told_by_those_who_take_it_up_too() -> None:
    told = tell([make_report("The town of Orlin was taken.")], {"r1": reading(about=True)}, NAMING)
    assert [(one.party, one.own) for one in told] == [("Osk", True), ("Velmara", False)]


def with_kinds(**kinds: float) -> Reading:
    plain = reading()
    meaning = Meaning(tuple(kinds.items()), b"")
    return replace(plain, statements=tuple(replace(s, meaning=meaning) for s in plain.statements))


def test_a_claim_whose_kind_the_model_holds_for_unlikely_makes_no_matter() -> None:
    report = make_report("The town of Orlin was taken.")
    kinds = {
        t.claim.kind for t in tell([report], {"r1": with_kinds(control=0.001, fighting=0.0015, talks=0.2)}, NAMING)
    }
    assert kinds == {""}
    likely = tell([report], {"r1": with_kinds(control=0.001, fighting=0.3, talks=0.2)}, NAMING)
    assert "control" in {t.claim.kind for t in likely}


def test_the_likeliest_kind_is_told_where_it_needs_no_place() -> None:
    report = make_report("The town of Orlin was taken.")
    told = [t for t in tell([report], {"r1": with_kinds(talks=0.7, truce=0.6, control=0.001)}, NAMING) if t.claim.kind]
    assert {(t.claim.kind, t.joined) for t in told} == {("talks", "read as speaking of talks, by 70%")}
    assert not [t for t in tell([report], {"r1": with_kinds(talks=0.3, control=0.001)}, NAMING) if t.claim.kind]


def test_who_backs_whom_is_told_without_a_wording_and_without_a_giver() -> None:
    report = make_report("The town of Orlin was taken.")
    told = [t for t in tell([report], {"r1": with_kinds(support=0.7, control=0.001)}, NAMING) if t.claim.kind]
    assert {(t.claim.kind, t.claim.slots, t.claim.soft) for t in told} == {("support", (("change", "backs"),), False)}


def test_who_arms_somebody_is_not_guessed_to_send_fighters() -> None:
    report, read = make_report("The town of Orlin was taken."), with_kinds(**{"foreign fighters": 0.9, "support": 0.1})
    plain = replace(read.claims[0], statement="another")
    arms = replace(read.claims[0], kind="support", slots=(("change", "backs"),))
    for claim, kinds in ((plain, {"foreign fighters"}), (arms, {"support"})):
        told = tell([report], {"r1": replace(read, statements=read.statements[:1], claims=(claim,))}, NAMING)
        assert {t.claim.kind for t in told} == kinds
    assert not is_unlikely(arms, read.statements[0], 0.3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They sent missiles over the pass.", "support"),
        ("They sent soldiers with rifles over the pass.", "foreign fighters"),
        ("They sent nobody over the pass.", "foreign fighters"),
    ],
)
def test_arms_from_abroad_are_support_and_no_fighters(text: str, kind: str) -> None:
    told = make_told("accuses", text=text)
    statement = replace(told.statement, meaning=Meaning((("foreign fighters", 0.9), ("support", 0.2)), b""))
    shares = kinds_read(told.report, statement)
    assert max(shares, key=lambda each: shares[each]) == kind


def test_what_answers_a_charge_of_arming_is_on_it_too() -> None:
    text = "They sent missiles over the pass. The embassy declined to comment."
    told, content = make_told("withholds", text=text), (Span(34, len(text)),)
    meaning = Meaning((("foreign fighters", 0.9), ("support", 0.2)), b"")
    assert kinds_read(told.report, replace(told.statement, content=content, meaning=meaning))["support"] == 0.9
    assert kinds_read(told.report, None) == {}


def test_a_report_without_a_reading_tells_nothing() -> None:
    assert tell([make_report("Nothing.")], {}, NAMING) == []


def test_evidence_runs_from_source_to_content_as_far_as_they_are_close() -> None:
    statement = make_told("asserts").statement
    near = replace(statement, source=(Span(40, 50),), cue=(Span(51, 55),))
    assert evidence_of(near, Span(0, 30)) == Span(0, 55)
    far = replace(statement, source=(Span(LONGEST + 1, LONGEST + 9),))
    assert evidence_of(far, Span(0, 30)) == Span(0, 30)


def test_the_name_above_an_answer_is_no_evidence_of_it() -> None:
    answer = replace(make_told("asserts").statement, source=(Span(0, 9),), cue=(), content=(Span(200, 240),))
    assert evidence_of(answer, None) == Span(200, 240)
    assert evidence_of(replace(answer, source=(Span(180, 190),)), None) == Span(180, 240)


@pytest.mark.parametrize(
    ("when", "old"),
    [
        (None, False),
        ("1992-05-08", True),
        ("1992-01-01/1992-12-31", True),
        ("1992-05-08/", False),
        ("2021-03-01", False),
    ],
)
def test_what_is_long_past_is_history(when: str | None, old: bool) -> None:
    claim = replace(make_told("asserts").claim, when=when)
    assert is_history(claim, make_report("")) is old
    assert not is_history(claim, make_report("", published=None))


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Some 8,000 people have died since 1998, the churches say.", True),
        ("More than 4,000 have been killed since then, says a study.", True),
        ("The clinic counted 40 dead since then.", False),
        ("Nine hundred died in the blast on Monday.", False),
    ],
)
def test_the_toll_of_a_whole_war_is_history(text: str, toll: bool) -> None:
    told = make_told("asserts", kind="casualties", text=text)
    assert is_history(told.claim, told.report) is toll
    assert not is_history(replace(told.claim, kind="displacement"), told.report)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("the figure as grossly exaggerated", True),
        ("this", True),
        ("these allegations", True),
        ("the figure of 2,000 dead in Orlin", False),
        ("the town", False),
    ],
)
def test_a_word_for_what_was_said_before_points_back(content: str, *, wanted: bool) -> None:
    assert points_back(make_told("denies", text=content)) is wanted


def test_the_evidence_of_a_remark_holds_all_its_pieces_that_stand_close() -> None:
    statement = make_told("asserts").statement
    pieces = replace(statement, content=(Span(10, 14), Span(30, 60)), cue=(Span(20, 25),))
    assert evidence_of(pieces, None) == Span(10, 60)
    assert evidence_of(pieces, Span(10, 14)) == Span(10, 25)
    far = replace(pieces, content=(Span(10, 14), Span(LONGEST + 50, LONGEST + 60)))
    assert evidence_of(far, None) == Span(10, 25)
