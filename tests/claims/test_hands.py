from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_told

from sayso.claims.hands import parts_by_hands
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.types import Stance

NAMING = Naming((), {}, {}, {}, {})


def told(party: str, day: str, words: str, change: str = "gained", stance: Stance = "asserts") -> Told:
    return make_told(stance, {"place": "Orlin", "change": change}, party=party, day=day, text=words)


def days(*rows: Told) -> list[tuple[str, list[str]]]:
    return [(since, [one.words for one in part]) for since, part in parts_by_hands(rows, NAMING)]


TOOK = told("Ostria", "2021-03-02", "We captured Orlin.")
BACK = told("Vell", "2021-03-05", "We recaptured Orlin.")


def test_who_takes_a_place_back_opens_a_part() -> None:
    later = told("Ostria", "2021-03-06", "We never left Orlin.", "held")
    assert days(TOOK, BACK, later) == [("", [TOOK.words]), ("2021-03-05", [BACK.words, later.words])]


def test_a_place_may_be_taken_back_more_than_once() -> None:
    again = told("Ostria", "2021-03-09", "Orlin is back under our control.")
    assert [since for since, _ in days(TOOK, BACK, again)] == ["", "2021-03-05", "2021-03-09"]


def test_a_second_claim_to_have_taken_it_is_no_change_of_hands() -> None:
    other = told("Vell", "2021-03-05", "We captured Orlin.")
    assert len(days(TOOK, other)) == 1


def test_whoever_retakes_first_had_nobody_before_in_these_reports() -> None:
    assert days(BACK) == [("", [BACK.words])]


def test_denied_planned_or_of_the_same_day_opens_nothing() -> None:
    planned = replace(BACK, claim=replace(BACK.claim, modality="planned"))
    denied = replace(BACK, claim=replace(BACK.claim, polarity="-"))
    at_once = replace(BACK, date=TOOK.date)
    assert all(len(days(TOOK, one)) == 1 for one in (planned, denied, at_once))
    assert len(days(TOOK, told("Vell", "2021-03-05", "We recaptured Orlin.", stance="denies"))) == 1


def test_who_owns_that_it_was_lost_before_speaks_of_the_first_part() -> None:
    owns = told("Vell", "2021-03-05", "We had lost Orlin.", "lost", "concedes")
    later = replace(owns, date="2021-03-06")
    of_then = replace(later, claim=replace(owns.claim, when="2021-03-02"))
    assert days(TOOK, owns, BACK, later, of_then) == [
        ("", [TOOK.words, owns.words, of_then.words]),
        ("2021-03-05", [BACK.words, later.words]),
    ]


def test_where_nobody_takes_it_there_is_one_part() -> None:
    held = told("Vell", "2021-03-02", "Orlin is ours.", "held")
    assert days(held) == [("", [held.words])]
