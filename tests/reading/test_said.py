"""On which day something was said."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.said import Clause, dates_in, may_carry, published_day, said_on
from sayso.types import Span

MONDAY = "2020-11-09"


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "day"),
    [
        ("The president on Sunday announced the conquest of the city.", "announced", "the conquest", "2020-11-08"),
        ("“We hold,” he said Saturday in the capital.", "said", "We hold,", "2020-11-07"),
        ("The town fell on Friday, the mayor said.", "said", "The town fell on Friday", None),
        ("He had already reported gains on Saturday.", "had already reported", "gains on Saturday", "2020-11-07"),
        ("The capital rejected this already on Saturday.", "rejected", "this", "2020-11-07"),
        ("He wrote that towns had been taken since September 27.", "wrote", "towns had been taken", None),
    ],
)
def test_the_day_of_the_clause(text: str, cue: str, content: str, day: str | None) -> None:
    clause = Clause(find(text, cue), (find(text, content),), Span(0, len(text)), ())
    found = said_on(text, dates_in(text, date(2020, 11, 9)), date(2020, 11, 9), clause)
    assert (found[0].isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("The mayor declared Saturday a day of mourning.", "declared", "a day of mourning", "The mayor"),
        ("The mayor proclaimed Saturday a public holiday.", "proclaimed", "a public holiday", "The mayor"),
        ("The mayor announced talks for Saturday.", "announced", "talks", "The mayor"),
        ("The mayor said he will meet them on Saturday.", "said", "he will meet them", "The mayor"),
        ("Two died where a bomb fell on Saturday, the mayor said.", "said", "Two died", "the mayor"),
    ],
)
def test_the_day_of_what_is_told_is_none_of_the_telling(text: str, cue: str, content: str, source: str) -> None:
    clause = Clause(find(text, cue), (find(text, content),), Span(0, len(text)), (), (find(text, source),))
    assert said_on(text, dates_in(text, date(2020, 11, 9)), date(2020, 11, 9), clause) is None


def test_the_day_beside_the_speaker_stays_that_of_the_telling() -> None:
    for text in (
        "On Saturday, the mayor said that two had died.",
        "The mayor on Saturday declared the war over.",
        "The mayor announced Saturday a truce.",
    ):
        cue = next(word for word in ("said", "declared", "announced") if word in text)
        told = next(words for words in ("two had died", "the war over", "a truce") if words in text)
        who = find(text, "the mayor" if "the mayor" in text else "The mayor")
        clause = Clause(find(text, cue), (find(text, told),), Span(0, len(text)), (), (who,))
        found = said_on(text, dates_in(text, date(2020, 11, 9)), date(2020, 11, 9), clause)
        assert found is not None
        assert found[0].isoformat() == "2020-11-07"


def test_a_date_in_another_content_is_not_taken() -> None:
    text = "Patrols heard fire on Saturday, the mission stated, but it was unable to say who fired."
    other = find(text, "Patrols heard fire on Saturday")
    clause = Clause(find(text, "was unable to say"), (find(text, "who fired"),), Span(0, len(text)), (other,))
    assert said_on(text, dates_in(text, date(2020, 11, 9)), date(2020, 11, 9), clause) is None


def test_a_day_passes_on_in_the_simple_past_only() -> None:
    assert may_carry("told", giving=True)
    assert not may_carry("had declared", giving=True)
    assert not may_carry("has not reacted", giving=False)


@pytest.mark.parametrize(
    ("published", "day"), [("2020-11-09T10:00:00Z", date(2020, 11, 9)), ("soon", None), (None, None)]
)
def test_published_day(published: str | None, day: date | None) -> None:
    assert published_day(published) == day
