from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report, make_told

from sayso.claims import assemble
from sayso.claims.judged import make_judgement
from sayso.types import Anchor, Brief, Judgement, Problem, Reading, Report, Span

TEXT = "Ostrian troops have taken the river port of Orlin, the president said on Tuesday in a televised address."
LATER = "Vell says that the port of Orlin is lost and that its last units have left the quays by boat at dawn."
BAD = Problem("empty", "bad.txt")


def reading(report: Report, party: str, **slots: str) -> Reading:
    told = make_told("asserts", {"place": "Orlin", **slots}, party=party, speaker=party, text=report.text)
    statement = replace(told.statement, id=f"s-{report.id}", report=report.id, said=report.published)
    claim = replace(told.claim, id=f"c-{report.id}", report=report.id, statement=statement.id)
    return Reading(report.id, "reader", (statement,), (claim,), (), (), (Problem("a gap", report.path),))


def brief(*, reprint: bool = False) -> Brief:
    first, second = make_report(TEXT, name="a"), make_report(LATER, name="b", published="2021-03-04")
    reports, readings = [second, first], [reading(second, "Vell", change="lost", **{"from": "Vell"})]
    readings.append(reading(first, "Ostria", change="gained", holder="Ostria"))
    if reprint:
        copy = make_report(TEXT + " ", name="z", published="2021-03-03")
        reports.append(copy)
        readings.append(reading(copy, "Ostria", change="gained", holder="Ostria"))
    return assemble([replace(r, outlet=f"The {r.id} Post") for r in reports], readings, [BAD])


def test_a_claim_and_its_concession_make_one_matter_with_its_history() -> None:
    [matter] = brief().matters
    assert matter.question == "Who controls Orlin?"
    assert [(p.party, p.stance) for p in matter.positions] == [("Ostria", "asserts"), ("Vell", "concedes")]
    assert [(s.date, s.standing) for s in matter.standings] == [("2021-03-02", "claimed"), ("2021-03-04", "conceded")]
    assert matter.standings[-1].statements == ("s-b",)
    assert (matter.outlets, matter.origins) == (2, 2)


def test_outlets_that_nothing_names_are_not_counted() -> None:
    first, second = make_report(TEXT, name="a"), make_report(LATER, name="b", published="2021-03-04")
    readings = [reading(first, "Ostria", change="gained", holder="Ostria"), reading(second, "Vell", change="lost")]
    assert [m.outlets for m in assemble([first, second], readings, []).matters] == [0]
    named = replace(first, outlet="The Quay")
    assert [m.outlets for m in assemble([named, second], readings, []).matters] == [1]


def test_every_position_points_at_its_words() -> None:
    texts = {r.id: r.text for r in brief().reports}
    for matter in brief().matters:
        for position in matter.positions:
            assert texts[position.report][position.evidence.start : position.evidence.end] == position.text


def test_a_reprint_adds_an_outlet_and_no_origin() -> None:
    [matter] = brief(reprint=True).matters
    assert (matter.outlets, matter.origins) == (3, 2)
    assert [p.report for p in matter.positions] == ["a", "b"]
    assert brief(reprint=True).copies == (("a", "z"),)


def test_reports_come_by_date_and_problems_are_all_shown() -> None:
    shown = brief()
    assert [r.id for r in shown.reports] == ["a", "b"]
    assert {p.message for p in shown.problems} == {"empty", "a gap"}


def test_a_report_without_a_reading_is_shown_and_adds_nothing() -> None:
    shown = assemble([make_report(TEXT)], [], [])
    assert len(shown.reports) == 1
    assert (shown.matters, shown.statements, shown.figures, shown.discrepancies) == ((), (), (), ())


def test_an_empty_ledger_has_an_empty_brief() -> None:
    assert assemble([], [], []) == Brief((), (), (), (), (), (), (), (), ())


def placed(report: str, text: str, place: str) -> Judgement:
    anchor = Anchor("claim", report, Span(0, len(text)), label="control")
    return make_judgement("correct", [anchor], made="2026-01-01T00:00:00+00:00", who="Ines", field="place", value=place)


def test_a_matter_whose_place_is_corrected_to_one_that_no_report_spells_stays_with_that_place() -> None:
    reports = [make_report(TEXT, name="a"), make_report(LATER, name="b", published="2021-03-04")]
    other = make_report(
        "Ostria says that it took Tamm, and that it took the heights.", name="c", published="2021-03-04"
    )
    readings = [reading(r, "Ostria", change="gained", holder="Ostria") for r in reports]
    readings += [reading(other, "Ostria", place="Tamm", change="gained", holder="Ostria")]
    shown = assemble([*reports, other], readings, [], [placed("c", other.text, "Drapsaca")])
    assert sorted((m.question, len(m.positions)) for m in shown.matters) == [
        ("Who controls Drapsaca?", 1),
        ("Who controls Orlin?", 2),
    ]
    [known] = [name for name in shown.names if name.name == "Drapsaca"]
    assert (known.type, known.because) == ("LOC", ("set by Ines on 2026-01-01",))


def test_a_real_place_that_a_person_sets_is_on_the_map() -> None:
    report = make_report(TEXT, name="a")
    shown = assemble(
        [report], [reading(report, "Ostria", change="gained", holder="Ostria")], [], [placed("a", TEXT, "Raqqa")]
    )
    assert [(place.name, place.country) for place in shown.places] == [("Raqqa", "SY")]
