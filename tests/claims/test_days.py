from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_told

from sayso.claims.days import parts_by_days
from sayso.claims.told import Told


def struck(day: str, words: str, when: str | None = None, *, own: bool = True) -> Told:
    one = make_told("asserts", {"place": "Velgoria"}, kind="attack", day=day, text=words, own=own)
    return replace(one, claim=replace(one.claim, when=when))


MONDAY = struck("2021-03-01", "Strikes hit Velgoria.")
THURSDAY = struck("2021-03-04", "Strikes hit Velgoria again.")


def test_attacks_on_a_land_are_parted_by_day_and_remarks_go_with_the_last_one_before() -> None:
    early = struck("2021-02-27", "It did not comment.", own=False)
    between = struck("2021-03-03", "It rejected this.", own=False)
    assert parts_by_days([early, MONDAY, between, THURSDAY]) == [
        ("2021-03-01", [early, MONDAY, between]),
        ("2021-03-04", [THURSDAY]),
    ]


def test_what_is_told_later_of_a_day_is_of_that_day() -> None:
    later = struck("2021-03-09", "Strikes hit Velgoria on Monday last week.", "2021-03-01")
    open_ended = struck("2021-03-09", "Strikes have hit Velgoria since Monday.", "2021-03-01/")
    assert [day for day, _ in parts_by_days([MONDAY, later])] == ["2021-03-01"]
    assert [day for day, _ in parts_by_days([MONDAY, open_ended])] == ["2021-03-01", "2021-03-09"]
