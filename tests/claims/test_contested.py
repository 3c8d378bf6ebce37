from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_draft, make_told, make_weighed

from sayso.claims.contested import find_contested
from sayso.claims.positions import Weighed
from sayso.claims.told import Told
from sayso.types import Span, Stance


def telling(stance: Stance, party: str, **given: str) -> Told:
    return make_told(stance, {"place": "Orlin", **given}, party=party, speaker=party)


def position(told: Told, stance: Stance, *, start: int = 0, report: str = "r1", day: str = "2021-03-02") -> Weighed:
    made = make_weighed(stance, told.party, day, report=report)
    return replace(
        made,
        position=replace(made.position, statement=told.statement.id, evidence=Span(start, start + 9), text="words"),
    )


SAID, DENIED = telling("asserts", "Ostria", change="gained"), telling("denies", "Vell", change="held")


def test_two_opposed_parties_stand_with_both_sentences() -> None:
    draft = make_draft(SAID, DENIED, opposed=("Ostria", "Vell"))
    [found] = find_contested(draft, [position(SAID, "asserts"), position(DENIED, "denies", start=20)])
    assert found.kind == "did or did not"
    assert found.evidence == (Span(0, 9), Span(20, 29))
    assert "Ostria says so, Vell denies it" in found.what


def test_parties_that_do_not_oppose_each_other_are_no_pair() -> None:
    positions = [position(SAID, "asserts"), position(DENIED, "denies", start=20)]
    assert find_contested(make_draft(SAID, DENIED), positions) == []


def test_what_is_on_the_matter_by_a_guess_is_none() -> None:
    guessed = replace(DENIED, joined="it shares words")
    draft = make_draft(SAID, guessed, opposed=("Ostria", "Vell"))
    assert find_contested(draft, [position(SAID, "asserts"), position(guessed, "denies", start=20)]) == []


def test_the_closest_two_of_one_report_come_before_those_of_two() -> None:
    draft = make_draft(SAID, DENIED, opposed=("Ostria", "Vell"))
    rows = [
        position(SAID, "asserts", report="r0", day="2021-03-01"),
        position(SAID, "asserts", start=100),
        position(DENIED, "denies", start=120),
    ]
    [found] = find_contested(draft, rows)
    assert found.reports == ("r1", "r1")


def test_a_party_that_concedes_later_what_it_denied_changed_its_word() -> None:
    conceded = telling("concedes", "Vell", change="lost")
    draft = make_draft(DENIED, conceded)
    rows = [position(DENIED, "denies"), position(conceded, "concedes", report="r2", day="2021-03-04")]
    [found] = find_contested(draft, rows)
    assert found.because == "Vell changed its word"
    assert find_contested(draft, [replace(row, position=replace(row.position, date="")) for row in rows]) == []


def test_two_days_of_one_change_of_hands() -> None:
    first, second = (
        replace(
            told := telling("asserts", party, change="gained"),
            claim=replace(told.claim, when=day),
            date="2021-03-09",
        )
        for party, day in (("Ostria", "2021-03-05"), ("Vell", "2021-03-07"))
    )
    [found] = find_contested(make_draft(first, second), [])
    assert (found.kind, found.what) == ("date", "? on 2021-03-05, on 2021-03-07")
    later = replace(second, claim=replace(second.claim, when="2021-03-12"))
    assert find_contested(make_draft(first, later), []) == [], "what is to come has not happened"


def test_two_kinds_of_ammunition_for_one_attack() -> None:
    one, other = (
        make_told("accuses", {"place": "Orlin", "weapon": words}, party="Vell", kind="attack")
        for words in ("incendiary shells", "phosphorus")
    )
    [found] = find_contested(make_draft(one, other, kind="attack"), [])
    assert found.kind == "weapon"
    assert find_contested(make_draft(one, one, kind="attack"), []) == []
