from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_report

from sayso.claims.tolls import moving_tolls
from sayso.types import Claim, Report, Span


def counted(
    words: str, name: str, *, when: str | None = None, who: str = "people", day: str = "2021-10-20", text: str = ""
) -> tuple[Report, Claim]:
    report = make_report(text or words, published=day, name=name)
    start = report.text.index(words)
    slots = (("outcome", "killed"), ("who", who))
    evidence = Span(start, start + len(words))
    return report, Claim(f"c-{name}", name, f"s-{name}", "casualties", slots, "+", "actual", when, evidence)


FIRST = counted("2,100 people have been killed since March 4", "r1", when="2021-03-04/")
LATER = counted("3,200 people have been killed over the last year", "r2")


def test_a_toll_that_rises_is_news() -> None:
    assert moving_tolls([FIRST, LATER]) == {"c-r1", "c-r2"}


def test_a_toll_that_stays_the_same_is_background() -> None:
    same = counted("2,100 people have been killed since March 4", "r2", when="2021-03-04/")
    assert not moving_tolls([FIRST, same])


def test_two_numbers_of_one_report_do_not_move() -> None:
    assert not moving_tolls([FIRST, (FIRST[0], replace(FIRST[1], id="c-other"))])


def test_the_toll_of_an_old_war_or_of_the_last_days_is_none() -> None:
    old = counted("12,000 people have been killed since 1994", "r2")
    new = counted("40 people have been killed since October 18", "r2", when="2021-10-18/")
    assert not moving_tolls([FIRST, old])
    assert not moving_tolls([FIRST, new])


def test_those_who_fight_are_a_sides_losses() -> None:
    soldiers = counted("300 soldiers have been killed since March 4", "r2", who="soldiers")
    martyrs = counted("2,400 martyrs have fallen since March 4", "r2", who="martyrs")
    assert not moving_tolls([FIRST, soldiers])
    assert moving_tolls([FIRST, martyrs])


def test_of_a_sentence_the_number_of_the_whole_war_alone_is_a_toll() -> None:
    text = "A strike killed at least 42 people, the ministry said, bringing the total since March to 3,823."
    strike = counted("A strike killed at least 42 people", "r2", text=text)
    total = counted("bringing the total since March to 3,823", "r3", text=text)
    assert moving_tolls([FIRST, strike]) == frozenset()
    assert moving_tolls([FIRST, total]) == {"c-r1", "c-r3"}
