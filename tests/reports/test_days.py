from __future__ import annotations

import pytest

from sayso.reports.days import complete_day, find_day, is_weekday, iso_or_none

STATED = [
    ("OSTROVAR, Oct 11, 2024", "en", "2024-10-11"),
    ("Saturday 12 October 2024", "en", "2024-10-12"),
    ("13.10.2024", None, "2024-10-13"),
    ("16.5.22", None, "2022-05-16"),
    ("3 JAN 90", None, "1990-01-03"),
    ("8th November, 2020", "en", "2020-11-08"),
    ("8-Nov-2020", "en", "2020-11-08"),
    ("November 8 2020", "en", "2020-11-08"),
    ("2020-11-08T10:00", None, "2020-11-08"),
    ("1er mars 2020", "fr", "2020-03-01"),
    ("8 de noviembre de 2020", "es", "2020-11-08"),
    ("5. listopada 2020", "hr", "2020-10-05"),
    ("5 listopada 2020", "pl", "2020-11-05"),
    ("5. Jänner 2020", "de", "2020-01-05"),
    ("2020. november 8.", "hu", "2020-11-08"),
    ("8 ноября 2020", "ru", "2020-11-08"),
    ("8 نوفمبر 2020", "ar", "2020-11-08"),
    ("2020年11月8日", "zh", "2020-11-08"),
    ("13/4/2024", "en", "2024-04-13"),
    ("4/13/2024", "en", "2024-04-13"),
    ("3/4/2024", "fr", "2024-04-03"),
    ("3/3/2024", "en", "2024-03-03"),
    ("Feb 5", None, "--02-05"),
    ("Feb. 29", None, "--02-29"),
    ("18 APR 0425 LOCAL", None, "--04-18"),
    ("Sept. 27", None, "--09-27"),
    ("Nov 8, 17 dead", None, "--11-08"),
    ("8 ноя", "ru", "--11-08"),
]


@pytest.mark.parametrize(("text", "language", "iso"), STATED, ids=[text for text, *_ in STATED])
def test_finds_the_day_as_stated(text: str, language: str | None, iso: str) -> None:
    day = find_day(text, language)
    assert day is not None
    assert day.iso == iso
    assert text[day.start : day.end].strip() == day.words
    assert day.full == (None if iso.startswith("--") else iso)


@pytest.mark.parametrize(
    "text", ["31 Feb 2020", "12 tons", "22:13", "July 2020", "at 0425", "5 listopada", "", "99.99.2020"]
)
def test_finds_no_day_where_none_is_stated(text: str) -> None:
    assert find_day(text) is None


def test_day_and_month_either_way_round_stay_open() -> None:
    day = find_day("3/4/2024", "en")
    assert day is not None
    assert day.iso is None


@pytest.mark.parametrize(
    ("partial", "near", "iso"),
    [
        ("--02-05", "2026-02-06", "2026-02-05"),
        ("--12-30", "2021-01-02", "2020-12-30"),
        ("--01-02", "2020-12-30T10:00:00Z", "2021-01-02"),
        ("--02-29", "2023-06-01", "2024-02-29"),
        ("--02-29", "2026-06-01", None),
    ],
)
def test_completes_a_partial_day(partial: str, near: str, iso: str | None) -> None:
    assert complete_day(f"the dateline says it without a year ({partial})", near) == iso


def test_completes_nothing_else() -> None:
    assert complete_day(None, "2020-11-08") is None
    assert complete_day("the dateline says 8 Nov 2020", "2020-11-08") is None


@pytest.mark.parametrize("stamp", ["2020-11-08", "2020-11-08T18:30:00+04:00", " 2020-11-08 "])
def test_iso_stays_as_it_stands(stamp: str) -> None:
    assert iso_or_none(stamp) == stamp.strip()


@pytest.mark.parametrize("stamp", ["8 November", "20201108", "2020-13-01", "", "yesterday"])
def test_what_is_not_iso(stamp: str) -> None:
    assert iso_or_none(stamp) is None


def test_weekdays_in_many_languages() -> None:
    assert all(is_weekday(word) for word in ("Sunday", "Sonntag,", "dimanche", "воскресенье", "Fri."))
    assert not any(is_weekday(word) for word in ("Baku", "s", ""))
