from __future__ import annotations

import pytest

from sayso.reports.closings import read_closing

BODY = "The army took the town, the president said on Sunday."


@pytest.mark.parametrize(
    ("closing", "agency"),
    [
        ("(Reporting by A. Writer; Editing by B. Editor)", None),
        ("(Additional reporting by Reuters; Editing by B. Editor)", "Reuters"),
        ("With material from AFP", "AFP"),
        ("With files from the Canadian Press.", "CP"),
        ("(with dpa)", "dpa"),
        ("Mit Material von Tesserine", "Tesserine"),
        ("Con información de EFE", "EFE"),
        ("Quelle: dpa", "dpa"),
        ("© 2020 The Associated Press. All rights reserved.", "AP"),
        ("Reuters", "Reuters"),
        ("- AFP", "AFP"),
        ("dpa sh yyzz xx n1", None),
        ("This story has been updated to add the ministry's answer.", None),
    ],
)
def test_credit_lines_are_no_running_text(closing: str, agency: str | None) -> None:
    text = f"{BODY}\n\n{closing}\n"
    assert read_closing(text, 0) == (len(BODY), agency)


def test_several_credit_lines() -> None:
    text = f"{BODY}\n\n(Reporting by A. Writer)\n\nWith material from AFP\nCopyright 2020 The Daily Lark"
    assert read_closing(text, 0) == (len(BODY), "AFP")


@pytest.mark.parametrize("sign", [" (PTI)", " /dpa", "-VNA", " (A. Writer/AFP)", " – Reuters"])
def test_a_signature_stays_in_the_text(sign: str) -> None:
    end, agency = read_closing(BODY + sign, 0)
    assert end == len(BODY + sign)
    assert agency is not None


@pytest.mark.parametrize(
    "last",
    [
        "Reporting by state media was cut short by the ministry's order that all stations close at once, and by "
        "evening not one of the country's eleven broadcasters was on the air, the union of journalists told "
        "correspondents abroad in a long statement.",
        "With the town in their hands, the men rested.",
        "He was said to be in Baku (or near it).",
    ],
)
def test_running_text_stays(last: str) -> None:
    text = f"{BODY}\n\n{last}"
    assert read_closing(text, 0) == (len(text), None)


def test_a_text_of_credits_only_keeps_its_first_line() -> None:
    assert read_closing("With material from AFP", 0) == (len("With material from AFP"), None)
