from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report, make_told

from sayso.claims.discrepancies import find_discrepancies, settle_increases
from sayso.claims.naming import Naming
from sayso.types import Discrepancy, Figure, Span, Statement

NAMING = Naming((), {}, {}, {}, {})
TEXT = "Ostria counts 140 dead of Vell.\nVell counts 60 of its own dead, ten km from Orlin."
REPORTS = {"r1": make_report(TEXT), "r2": make_report(TEXT, name="r2", published="2021-03-04")}
OSTRIA, VELL = (make_told("asserts", party=party, speaker=party).statement for party in ("Ostria", "Vell"))


def figure(
    number: float, by: Statement | None, *, what: str = "killed", of: str = "Vell", report: str = "r1",
    new: bool | None = None, as_of: str = "2021-03-02", note: str = "", start: int = 14,
) -> Figure:  # fmt: skip
    owner = by.id if by else None
    span = Span(start, start + 3)
    return Figure(report, owner, what, of, number, number, number, "exact", "people", new, as_of, "", span, note)


def find(*figures: Figure) -> list[Discrepancy]:
    return find_discrepancies(figures, REPORTS, NAMING)


def test_two_numbers_of_inhabitants_exclude_each_other() -> None:
    people = [figure(n, None, what="inhabitants", start=start) for n, start in ((140, 14), (60, 44))]
    [found] = find(*people)
    assert found.what == "inhabitants of Vell: 140 people, 60 people"
    assert [REPORTS[r].text[s.start : s.end] for r, s in zip(found.reports, found.evidence, strict=True)] == list(
        found.texts
    )
    assert "140 dead" in found.texts[0]
    assert "\n" not in "".join(found.texts)
    assert find(people[0], replace(people[1], of="Ostria")) == []
    assert find(people[0], people[0]) == []


def test_dead_of_one_party_in_two_places_are_not_compared() -> None:
    assert find(figure(140, OSTRIA), figure(60, VELL, start=44)) == []


def test_a_distance_lasts() -> None:
    ten, eleven = (
        figure(n, None, what="distance", of=of, report=report)
        for n, of, report in ((10, "Orlin - Tamm", "r1"), (11, "Tamm - Orlin", "r2"))
    )
    [found] = find(ten, eleven)
    assert found.reports == ("r1", "r2")


NOTE = '"44": exact; from A to B: A is the earlier number; mistranslated, it may be the increase; counts people'
ROSE = [figure(44, VELL, note=NOTE, start=14), figure(1221, VELL, new=False, start=20)]


def vague(number: float) -> Figure:
    return replace(figure(number, VELL, start=2), high=None, wording="vague")


def test_a_rise_by_itself_is_taken_as_it_stands() -> None:
    assert settle_increases(ROSE) == ROSE
    assert find(*ROSE) == []


def test_a_rise_beside_a_vague_number_that_fits_may_be_a_mistranslation() -> None:
    _, rise, total = settle_increases([vague(24), *ROSE])
    assert (rise.new, total.new) == (True, False)
    [found] = find(vague(24), rise, total)
    assert found.because.endswith("both readings are kept: 44 before, or 44 more")
    assert "44 fits the vague number counted beside it" in found.because


def test_a_rise_from_what_was_counted_before_may_be_none() -> None:
    before = figure(1177, VELL, report="r2", as_of="2021-03-01")
    rise, total, _ = settle_increases([*ROSE, before])
    assert rise.new
    assert rise.note.endswith("1,177 were counted before, and 1,177 and 44 make 1,221")
    assert settle_increases([*ROSE, figure(44, VELL, report="r2", as_of="2021-03-01")])[0].new is None
    assert total == ROSE[1]


def test_a_distance_of_which_one_end_is_not_told() -> None:
    half = figure(12, None, what="distance", of="Orlin", report="r1")
    whole = figure(14, None, what="distance", of="Tamm - Orlin", report="r2")
    [found] = find(half, whole)
    assert found.reports == ("r1", "r2")
    assert find(half, figure(60, None, what="distance", of="Tamm - Orlin", report="r2")) == [], "another distance"
