from __future__ import annotations

import pytest

from sayso.reports.heads import Head, read_head

BODY = "The army took the town, the president said. Nobody could verify it."


def read(text: str) -> tuple[Head, str | None, str]:
    head = read_head(text, "en")
    return head, text[head.title.start : head.title.end] if head.title else None, text[head.body :]


def test_title_then_dateline() -> None:
    head, title, body = read(f"Town falls, says leader\n\nOSTROVAR, Oct 11, 2024 (Tesserine) - {BODY}")
    assert (title, body) == ("Town falls, says leader", BODY)
    assert head.dateline is not None


def test_dateline_on_the_very_next_line() -> None:
    assert read(f"Town falls.\r\nBAKU (dpa) - {BODY}")[1:] == ("Town falls.", BODY)


def test_no_title_where_the_dateline_comes_first() -> None:
    assert read(f"Baku / Yerevan (dpa) – {BODY}\n\nMore.")[1:] == (None, f"{BODY}\n\nMore.")


def test_title_without_dateline() -> None:
    assert read(f"Town falls?\n\n{BODY}")[1:] == ("Town falls?", BODY)


def test_running_text_is_no_title() -> None:
    assert read("The army took it.\n\nMore of it.")[1:] == (None, "The army took it.\n\nMore of it.")
    assert read(f"{BODY}\n\nMore of it.")[1:] == (None, f"{BODY}\n\nMore of it.")


def test_one_line_is_running_text() -> None:
    assert read("The town fell")[1:] == (None, "The town fell")


def test_headline_in_capitals_with_a_dash_is_no_dateline() -> None:
    title, body = read(f"URGENT - TACURVA - TOWN HELD\n\nSANTA OLIVA, NOV 3 (INTERHEMI) - {BODY}")[1:]
    assert (title, body) == ("URGENT - TACURVA - TOWN HELD", BODY)


def test_byline_and_date_line() -> None:
    head, title, body = read(f"Town falls\n\nBy M. Oddesen, Channel Nine News\n2 April 2023\n\n{BODY}")
    assert (title, body) == ("Town falls", BODY)
    assert head.day is not None
    assert head.day.iso == "2023-04-02"
    assert head.byline.outlet == "Channel Nine News"


def test_date_line_with_words_and_a_time() -> None:
    head, _, body = read(f"Town falls\n\nPublished: Sunday, 8 November 2020, 18:32 GMT\n\n{BODY}")
    assert head.day is not None
    assert (head.day.iso, body) == ("2020-11-08", BODY)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    head, _, _ = read(f"Town falls\n\nOn 8 November 2020 the town fell.\n\n{BODY}")
    assert head.day is None


def test_empty_text() -> None:
    assert read(" \n ")[1] is None


@pytest.mark.parametrize(
    ("opening", "iso"),
    [
        ("Saturday 30 November to Sunday 1 December 2024, local time, oldest first.", "2024-12-01"),
        ("3-4 December 2024.", "2024-12-04"),
        ("Sat 30 Nov – Sun 1 Dec 2024", "2024-12-01"),
        ("Since 3 December 2024, the army has held it.", None),
        ("Monday, 2 December 2024 was a bad day.", None),
        ("Monday, 2 December: the army fell back.", None),
    ],
)
def test_running_text_opens_with_the_days_that_it_tells_of(opening: str, iso: str | None) -> None:
    day = read(f"Town falls\n\nOSTROVAR (The Harbour Post) – {opening}\n\nMore of it.")[0].day
    assert (day.iso if day else None) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("By Ada Lind in Tor, The Lantern, 14 March 2019", "2019-03-14"),
        ("The Quay Post, Tuesday 9 March 2021. All times local.", "2021-03-09"),
        ("Compiled by the desk from Tor and Mar, March 9, 2019. Newest first.", "2019-03-09"),
        ("(Machine translation into English. Original: newspaper Tor, Mar, 7 March 2021)", "2021-03-07"),
        ("GENERAL COMMAND OF THE HILL FRONT, 6 March 2021 - At dawn our units took the town.", "2021-03-06"),
        ("THE FRONT, 6 March 2021 (Radio Hills) - As read out at dawn.", "2021-03-06"),
        ("Fighters left the village of Tor, 6 March 2021.", None),
        ("The Quay Post, Tuesday 9 March. All times local.", None),
        ("The Quay Post, 9 March 2021, after its staff had left the town for good and would not say why.", None),
        ("The war of the Quay began on 9 March 2021", None),
    ],
)
def test_a_line_of_names_may_end_with_the_day(line: str, iso: str | None) -> None:
    day = read(f"Town falls\n\n{line}\n\n{BODY}")[0].day
    assert (day and day.iso) == iso


@pytest.mark.parametrize(
    ("head", "title", "outlet", "day"),
    [
        ("Town falls\nThe Keld Ledger\n3 May 2023", "Town falls", "The Keld Ledger", "2023-05-03"),
        ("Town falls\nAda Lind in Tor, Wed 3 May 2023\nThe Keld Ledger", "Town falls", "The Keld Ledger", "2023-05-03"),
        (
            "ANALYSIS\nWhy the town fell\nBy Ada Lind\nKeld News, 3 May 2023",
            "Why the town fell",
            "Keld News",
            "2023-05-03",
        ),
        (
            "War live: town falls\nKeld News – Live blog\nWednesday 3 May 2023",
            "War live: town falls",
            "Keld News",
            "2023-05-03",
        ),
        (
            "In the name of God\n\nSALT FRONT\nSpokesman\nStatement 7\nMon, 1 May 2023",
            None,
            None,
            "2023-05-01",
        ),
        ("Town falls\nThe Hague\n3 May 2023", None, None, "2023-05-03"),
        ("Town falls\nThe Keld Ledger", None, None, None),
        ("Town falls\nPress Office\n3 May 2023", None, None, "2023-05-03"),
    ],
)
def test_a_head_of_several_lines(head: str, title: str | None, outlet: str | None, day: str | None) -> None:
    found, named, _ = read(f"{head}\n\n{BODY}")
    assert (named, found.byline.outlet, found.day and found.day.full) == (title, outlet, day)


def test_an_outlet_with_a_date_is_no_place() -> None:
    assert read(f"Town falls\n\nKeld News, 3 May 2023\n\n{BODY}")[0].dateline is None


def test_running_text_that_opens_with_names_and_a_day_is_no_head() -> None:
    opening = "GENERAL COMMAND OF THE FRONT, 6 March 2021 - At dawn our units took the mill of Keld, and " + BODY * 2
    head, title, body = read(f"Keld is free\n\n{opening}\n\nMore of it.")
    assert title == "Keld is free"
    assert body.startswith("GENERAL COMMAND")
    assert head.day is not None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("A talk for the Quay Review. Published 3 May 2021. Put into English by the desk.", "2021-05-03"),
        ("By Ana Ruvo | Posted on 3 May 2021 | 4 min read", "2021-05-03"),
        ("Monday 3 May 2021, updated 21:10", "2021-05-03"),
        ("3 May 2021 | Last updated: 4 May 2021 09:12 GMT", "2021-05-03"),
        ("3 May 2021 | The Keld Review", "2021-05-03"),
        ("3 May 2021 – The Keld Review", "2021-05-03"),
        ("3 May 2021 – Keld, the bridge falls", None),
        ("The list that was published on 3 May 2021 names the dead", None),
    ],
)
def test_the_day_among_other_words_of_a_line_of_credits(line: str, iso: str | None) -> None:
    head, title, _ = read(f"Town falls\n{line}\n\n{BODY}")
    assert (head.day.iso if head.day else None) == iso
    assert title == ("Town falls" if iso else None)


@pytest.mark.parametrize(
    ("title", "iso"),
    [
        ("Noon briefing of the spokesman, 3 May 2021", "2021-05-03"),
        ("Live: the war in the north, Monday 3 May", "--05-03"),
        ("May 3: shells fall on Orlin again", "--05-03"),
        ("What happened at Orlin on 3 May 2021", None),
    ],
)
def test_a_day_set_off_at_an_end_of_the_headline(title: str, iso: str | None) -> None:
    head = read(f"{title}\n\n{BODY}")[0]
    assert (head.day.iso if head.day else None) == iso


def test_a_place_and_a_day_without_its_year_under_an_outlet_are_no_headline() -> None:
    head, title, _ = read(f"The Quay Daily\nOrlin, May 3\n\nTown falls\n\n{BODY}")
    assert head.dateline is not None
    assert head.dateline.places == ("Orlin",)
    assert title != "Orlin, May 3"


def test_what_a_report_covers_is_no_day_of_publication() -> None:
    head = read(f"Orlin Monitor\nMonthly summary, February 2024\n\n{BODY}")[0]
    assert head.day is None
    assert head.period is not None
    assert (str(head.period.first), str(head.period.last)) == ("2024-02-01", "2024-02-29")
    assert read(f"Town falls\n3 March 2024\nMonthly summary, February 2024\n\n{BODY}")[0].period is None


def test_a_line_of_names_with_the_day_between_strokes() -> None:
    text = "LIVE: Search goes on in Velmar\nHarbour Live | Sunday 15 June 2025 | all times GMT\n\n20:10\nWe close now."
    day = read_head(text).day
    assert day is not None
    assert day.full is not None
    assert str(day.full) == "2025-06-15"
