from __future__ import annotations

import pytest

from sayso.reports.credits import Credit, is_byline, is_outlet, read_byline, read_credit


@pytest.mark.parametrize(
    ("words", "outlet", "agency"),
    [
        ("dpa", "dpa", "dpa"),
        ("The Associated Press", "AP", "AP"),
        ("ITAR-TASS", "TASS", "TASS"),
        ("The Saltmarket Post, with Tesserine", "The Saltmarket Post", "Tesserine"),
        ("Strandgate Daily/Paxwire", "Strandgate Daily", "Paxwire"),
        ("Paxwire/Strandgate Daily", "Strandgate Daily", "Paxwire"),
        ("The Amba Courier, from Tideline", "The Amba Courier", "Tideline"),
        ("AFP / The Daily Lark", "The Daily Lark", "AFP"),
        ("AFP and Reuters", "AFP", "AFP; Reuters"),
        ("with material from dpa", None, "dpa"),
        ("La Vigie de Corlay, shortened record", "La Vigie de Corlay", "La Vigie de Corlay"),
        ("Radio Lakeshore", "Radio Lakeshore", None),
        ("Tershan Telegraph Agency", "Tershan Telegraph Agency", "Tershan Telegraph Agency"),
        ("BBC", "BBC", None),
        ("Corr. TASS", "TASS", "TASS"),
        ("okd", "okd", "okd"),
    ],
)
def test_reads_outlet_and_agency(words: str, outlet: str | None, agency: str | None) -> None:
    assert read_credit(words) == Credit(outlet, agency)


@pytest.mark.parametrize("words", ["left", "centre", "some 3,000 men", "see page 4", "1990", "which he heads", ""])
def test_other_words_in_brackets_are_no_credit(words: str) -> None:
    assert read_credit(words) is None


def test_newspapers_are_told_from_agencies() -> None:
    assert is_outlet("The Evening Lantern")
    assert not is_outlet("Reuters")
    assert not is_outlet("Velgor-Press")


@pytest.mark.parametrize(
    ("line", "outlet", "agency"),
    [
        ("By Marit Oddesen, Channel Nine News, Vellin", "Channel Nine News", None),
        ("By A. Writer and B. Writer, Associated Press", "AP", "AP"),
        ("Von Ilse Brandvik, Nordtheimer Bote", "Nordtheimer Bote", None),
        ("By Nate Example", None, None),
    ],
)
def test_reads_bylines(line: str, outlet: str | None, agency: str | None) -> None:
    assert is_byline(line)
    assert read_byline(line) == Credit(outlet, agency)


def test_a_sentence_is_no_byline() -> None:
    assert not is_byline("By noon on Sunday the town had fallen.")
