from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.claims.judged import counting, judge_names, judge_readings, judge_reports, looked_at, make_judgement
from sayso.errors import JudgementError
from sayso.types import Action, Anchor, Claim, Figure, Judgement, KnownName, Reading, Report, Span, Statement
from sayso.views.anchors import statement_anchor

TEXT = "Orlin has fallen, the army said. Nobody confirmed it."
SAID = Statement(
    "s1", "r1", (Span(18, 26),), (Span(27, 31),), (Span(0, 16),), "indirect", "army", "A", "", "asserts", None
)
CLAIM = Claim("c1", "r1", "s1", "control", (("place", "Orlin"),), "+", "actual", None, Span(0, 16))
FIGURE = Figure("r1", "s1", "soldiers", "A", 3, 3, 3, "exact", "", None, None, "A", Span(33, 39))
READING = Reading("r1", "model-1", (SAID,), (CLAIM,), (), (FIGURE,), ())


def decide(action: Action, *about: Anchor, field: str = "", value: str = "", at: int = 1) -> Judgement:
    return make_judgement(action, about, made=f"2026-01-01T00:00:0{at}+00:00", who="Ines", field=field, value=value)


def undo(judgement: Judgement, at: int) -> Judgement:
    return make_judgement("undo", (), made=f"2026-01-01T00:00:0{at}+00:00", who="Ines", undoes=judgement.id)


def test_an_undone_judgement_does_not_count_until_its_undoing_is_undone() -> None:
    first = decide("accept", statement_anchor(SAID))
    second = undo(first, 2)
    assert counting([first]) == [first]
    assert counting([first, second]) == []
    assert counting([first, second, undo(second, 3)]) == [first]


def test_a_correction_says_who_set_it() -> None:
    judgement = decide("correct", statement_anchor(SAID), field="stance", value="concedes")
    ((reading,), problems) = judge_readings([READING], [judgement])
    assert (reading.statements[0].stance, problems) == ("concedes", [])
    assert reading.statements[0].because[-1] == "stance: set by Ines on 2026-01-01"


def test_what_was_accepted_or_corrected_was_looked_at() -> None:
    accepted, rejected = decide("accept", statement_anchor(SAID)), decide("reject", statement_anchor(SAID))
    corrected = decide("correct", statement_anchor(SAID), field="stance", value="concedes")
    assert looked_at([READING], [accepted]) == looked_at([READING], [corrected]) == {"s1"}
    assert looked_at([READING], [rejected]) == looked_at([], [accepted]) == frozenset()


def test_a_judgement_holds_for_the_reading_of_another_model() -> None:
    other = replace(SAID, id="s9", content=(Span(0, 15),), cue=(Span(27, 31),), reader="model-2")
    reading = replace(READING, reader="model-2", statements=(other,), claims=(), figures=())
    ((judged,), problems) = judge_readings([reading], [decide("reject", statement_anchor(SAID))])
    assert (judged.statements, problems) == ((), [])


def test_a_judgement_whose_words_are_read_no_more_becomes_a_problem() -> None:
    other = replace(SAID, content=(Span(33, 50),), cue=(Span(40, 49),))
    _, problems = judge_readings([replace(READING, statements=(other,))], [decide("reject", statement_anchor(SAID))])
    assert [p.path for p in problems] == ["r1"]
    assert "Ines" in problems[0].message


def test_what_rests_on_a_rejected_statement_goes_with_it() -> None:
    inner = replace(SAID, id="s2", content=(Span(33, 52),), within="s1")
    ((judged,), _) = judge_readings(
        [replace(READING, statements=(SAID, inner))], [decide("reject", statement_anchor(SAID))]
    )
    assert [s.within for s in judged.statements] == [None]
    assert (judged.claims, judged.figures) == ((), ())


@pytest.mark.parametrize(
    ("field", "value", "slots", "polarity"),
    [
        ("place", "Marn", (("place", "Marn"),), "+"),
        ("holder", "B", (("place", "Orlin"), ("holder", "B")), "+"),
        ("place", "", (), "+"),
        ("polarity", "-", (("place", "Orlin"),), "-"),
    ],
)
def test_any_slot_can_be_corrected(field: str, value: str, slots: tuple[tuple[str, str], ...], polarity: str) -> None:
    anchor = Anchor("claim", "r1", Span(0, 16), label="control")
    ((judged,), _) = judge_readings([READING], [decide("correct", anchor, field=field, value=value)])
    assert (judged.claims[0].slots, judged.claims[0].polarity) == (slots, polarity)


def test_a_figure_is_corrected_with_a_note() -> None:
    anchor = Anchor("figure", "r1", FIGURE.span)
    ((judged,), _) = judge_readings([READING], [decide("correct", anchor, field="high", value="5")])
    assert judged.figures[0].high == 5
    assert "Ines" in judged.figures[0].note


def test_a_report_gets_the_day_that_a_person_gives() -> None:
    report = Report("r1", TEXT, "a.txt")
    (judged,) = judge_reports(
        [report], [decide("correct", Anchor("report", "r1"), field="published", value="2026-01-05")]
    )
    assert judged.published == "2026-01-05"
    assert "Ines" in str(judged.published_because)


def test_names_are_joined_set_apart_and_given_a_party() -> None:
    known = [KnownName("Orlin", "LOC", ("Orlin", "Orlyn"), "", ()), KnownName("Marn", "LOC", ("Marn",), "", ())]
    orlin, orlyn, marn = (Anchor("name", name=n) for n in ("Orlin", "Orlyn", "Marn"))
    apart = judge_names(known, [decide("split", orlin, orlyn)])
    assert sorted(k.spellings for k in apart) == [("Marn",), ("Orlin",), ("Orlyn",)]
    merged = judge_names(known, [decide("merge", orlin, marn)])
    assert [k.spellings for k in merged] == [("Orlin", "Orlyn", "Marn")]
    assert "put together by Ines" in merged[0].because[-1]
    given = judge_names(known, [decide("correct", marn, field="party", value="A")])
    assert {k.name: k.party for k in given} == {"Orlin": "", "Marn": "A"}


@pytest.mark.parametrize(
    ("action", "kinds", "field", "value"),
    [
        ("correct", ["statement"], "stance", "shouts"),
        ("correct", ["statement"], "colour", "red"),
        ("correct", ["figure"], "low", "many"),
        ("correct", ["report"], "published", "Monday"),
        ("correct", ["name"], "type", "TOWN"),
        ("merge", ["matter"], "", ""),
        ("merge", ["matter", "name"], "", ""),
        ("split", ["statement", "statement"], "", ""),
    ],
)
def test_what_cannot_be_done_is_refused(action: Action, kinds: list[str], field: str, value: str) -> None:
    about = [Anchor(kind, "r1") for kind in kinds]  # type: ignore[arg-type]
    with pytest.raises(JudgementError):
        decide(action, *about, field=field, value=value)


@pytest.mark.parametrize(
    ("action", "value"), [("frobnicate", ""), ("correct", "half of it: \ud800"), ("note", "zero\0")]
)
def test_what_no_file_could_keep_is_no_judgement(action: Action, value: str) -> None:
    with pytest.raises(JudgementError):
        decide(action, statement_anchor(SAID), field="speaker", value=value)
