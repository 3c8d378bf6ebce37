"""What stands over a headline: the outlet's name, labels, an agency in brackets; and what may look like it."""

from __future__ import annotations

import pytest

from sayso.reports.mastheads import outlet_in
from sayso.reports.texts import Given, Metadata, make_report
from sayso.types import Report

BODY = "The army said on Monday that it had taken the mill of Keld. Nobody could verify it.\n\nMore of it."
HEADLINE = "Army denies loss of the mill"


def read(head: str, body: str = BODY) -> Report:
    return make_report(f"{head}\n\n{body}", "x.txt", Metadata(), Given())


@pytest.mark.parametrize(
    ("head", "outlet", "agency"),
    [
        (f"Radio Keld\n{HEADLINE}\nPublished on 8 October 2025", "Radio Keld", None),
        (f"Radio Keld\n{HEADLINE}\n\nPublished on Wednesday, October 8, 2025 - 09:42", "Radio Keld", None),
        (f"The New Times (Tor)\n\n{HEADLINE}\n\nOctober 8, 2025", "The New Times", None),
        (f"keld24.org\n{HEADLINE}\n8 October 2025", "keld24.org", None),
        (f"The Daily Quill, Tor\n(Xinhua)\n{HEADLINE}\n8 October 2025", "The Daily Quill", "Xinhua"),
        (f"Outlet: Keld Cable\nHeadline: {HEADLINE}\nDate: 8 October 2025", "Keld Cable", None),
        (f"Title: {HEADLINE}\nSource: Reuters\nPublished: 8 October 2025", "Reuters", "Reuters"),
        (f"Headline: {HEADLINE}\nBy: Ana Ruvo\nOutlet: Keld Post\nPublished: 8 Oct 2025", "Keld Post", None),
        (f"{HEADLINE}\nLive blog, The Courier, 8 October 2025", "The Courier", None),
        (f"{HEADLINE}\nThe Salt Lake Observer | October 8, 2025", "The Salt Lake Observer", None),
        (f"Hill Front\n{HEADLINE}\n8 October 2025", None, None),
        (f"EASTERN FRONT\n{HEADLINE}\n8 October 2025", None, None),
    ],
)
def test_what_stands_over_a_headline_is_none(head: str, outlet: str | None, agency: str | None) -> None:
    report = read(head)
    assert (report.title, report.outlet, report.agency) == (HEADLINE, outlet, agency)
    assert (report.published, report.dateline) == ("2025-10-08", ())
    assert report.body is not None
    assert report.text[report.body.start :].startswith("The army said")


def test_the_agency_of_a_dateline_is_not_the_outlet_that_prints_it() -> None:
    report = read(f"The Daily Quill, Tor\n{HEADLINE}\n\nThursday, 16 October 2025", f"KELD, Xinhua - {BODY}")
    assert (report.title, report.outlet, report.agency) == (HEADLINE, "The Daily Quill", "Xinhua")


def test_a_headline_in_capitals_is_told_from_a_name_by_what_recurs() -> None:
    own = "Salt Coast Watch\nKeld: Killings by the Army and Militias\n\n(Tor, October 20, 2025) – "
    named = read(f"{own}Soldiers shot nine people, Salt Coast Watch said today.")
    assert (named.title, named.outlet) == ("Keld: Killings by the Army and Militias", None)
    head = read(f"Rebels Seize Keld\nArmy Denies Losing the Mill\n\nTOR, October 20, 2025 - {BODY}")
    assert (head.title, head.outlet) == ("Rebels Seize Keld", None)


def test_an_interviewer_is_the_outlet_on_the_first_line() -> None:
    turns = "Jeune Keld: Who holds the mill?\n\nOsk: We do, and we will not leave it."
    report = read('Jeune Keld - INTERVIEW\n\nIda Osk: "We hold the mill"\n\nTor, 18 October 2025', turns)
    assert (report.title, report.outlet) == ('Ida Osk: "We hold the mill"', "Jeune Keld")


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Defence",
        "Press Office of the Northern Front",
        "The Hague",
        "Keld falls",
        "Salt Coast Watch",
        "OFFICIAL COMMUNIQUE No. 4",
        "Who holds the radio?",
    ],
)
def test_other_lines_name_no_outlet(line: str) -> None:
    assert outlet_in(line) is None


def test_a_letterhead_stays_one() -> None:
    report = read("SALT COAST ALLIANCE (SCA)\nOFFICIAL COMMUNIQUE No. 47\n\nKeld, 6 October 2025", "The SCA tells all:")
    assert (report.title, report.outlet, report.dateline) == ("SALT COAST ALLIANCE (SCA)", None, ("Keld",))


@pytest.mark.parametrize(
    "foot",
    [
        "___\n\nRuvo reported from Tor, Vellania. October 12, 2025.",
        "(Ana Ruvo reported from Tor. October 12, 2025.)",
        "Published 12 October 2025",
    ],
)
def test_the_day_at_the_foot(foot: str) -> None:
    report = read("Town falls", f"KELD (AP) — {BODY}\n\n{foot}")
    assert (report.published, report.published_because) == (
        "2025-10-12",
        f"a line at the end says {'12 October 2025' if 'Published' in foot else 'October 12, 2025'}",
    )
    assert report.body is not None
    assert report.text[: report.body.end].endswith("More of it.")
    assert read("Town falls\n\n1 May 2024", f"{BODY}\n\n{foot}").published == "2024-05-01"


def test_a_report_of_others_is_no_sign_off() -> None:
    last = "The Tor Lantern reported from Keld that the mill had burnt down on October 12, 2025."
    report = read("Town falls", f"{BODY}\n\n{last}")
    assert report.published is None
    assert report.body is not None
    assert report.text[: report.body.end].endswith("2025.")


@pytest.mark.parametrize(
    "head", ["X (formerly Twitter)\nIlmo Reth @ilmoreth\n3 May 2024, 07:12", "Ilmo Reth (@ilmoreth) · 3 May 2024"]
)
def test_the_head_of_a_post_is_no_headline_and_its_account_no_place(head: str) -> None:
    report = read(head, "We have taken the mill of Keld. The bridge is ours.\n\nMore of it.")
    assert (report.title, report.outlet, report.published, report.dateline) == (None, None, "2024-05-03", ())
