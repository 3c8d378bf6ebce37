from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.reports.pages import declared_encoding, looks_like_page, read_page
from sayso.reports.texts import Metadata

PAGE = Path(__file__).with_name("page.html").read_text("utf-8")
JSON_LD = re.compile(r"<script.*?</script>", re.DOTALL)


def stated(page: str) -> Metadata:
    found = read_page(page)
    assert found is not None
    return found[1]


def test_reads_the_running_text_and_nothing_around_it() -> None:
    found = read_page(PAGE)
    assert found is not None
    text, _ = found
    assert text.startswith("Hill town has fallen, says leader\n\nOSTROVAR (Tesserine) - The president")
    assert "“The flag flies over the town, ”he said" in text
    assert "\n\nA spokeswoman" in text
    assert not any(words in text for words in ("Subscribe", "Most read", "Home", "All rights"))


def test_reads_what_the_page_says_of_itself() -> None:
    assert stated(PAGE) == Metadata(
        title="Hill town has fallen, says leader",
        outlet="The Evening Lantern",
        published="2024-10-11T18:30:00+04:00",
        because="datePublished in the page's JSON-LD",
        address="https://lantern.example/world/2024/10/11/hill-town",
        language="en",
    )


@pytest.mark.parametrize(
    ("meta", "published", "because"),
    [
        (
            '<meta property="article:published_time" content="2024-10-11T10:00:00Z">',
            "2024-10-11T10:00:00Z",
            "published_time",
        ),
        ('<meta name="pubdate" content="Fri, 11 Oct 2024 10:00:00 GMT">', "2024-10-11", "pubdate"),
        ('<meta name="DC.date.issued" content="20241011">', "2024-10-11", "dc.date.issued"),
        (
            '<meta itemprop="datePublished" content="2024-10-11 10:00:00 +0400">',
            "2024-10-11 10:00:00 +0400",
            "datepublished",
        ),
        ('<meta name="date" content="soon">', "2024-10-12", "time element"),
        ("", "2024-10-12", "time element"),
    ],
)
def test_date_from_meta_then_time(meta: str, published: str, because: str) -> None:
    found = stated(JSON_LD.sub(meta, PAGE))
    assert found.published == published
    assert because in (found.because or "")


def test_date_from_the_address_last() -> None:
    found = stated(JSON_LD.sub("", PAGE).replace("<time", "<span").replace("</time>", "</span>"))
    assert (found.published, found.because) == ("2024-10-11", "the page's address")


def test_no_date_is_made_up() -> None:
    bare = re.sub(r"<link[^>]*>", "", JSON_LD.sub("", PAGE)).replace("<time", "<span").replace("</time>", "</span>")
    assert (stated(bare).published, stated(bare).because) == (None, None)


def test_publisher_where_the_site_has_no_name() -> None:
    assert stated(re.sub(r'<meta property="og:site_name"[^>]*>', "", PAGE)).outlet == "Lantern Media"


def test_broken_json_ld_is_passed_over() -> None:
    assert stated(PAGE.replace('"@graph": [', '"@graph": [[[{,')).published == "2024-10-12"


def test_broken_page_is_still_read() -> None:
    broken = re.sub(r"</(?:p|article|main|head|html|body)>", "", PAGE)[:-200]
    found = read_page(broken)
    assert found is not None
    assert "Nobody could verify either account." in found[0]


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<html><body><nav><a href=x>Home</a></nav></body></html>", "<!-- -->"]
)
def test_a_page_without_running_text(page: str) -> None:
    assert read_page(page) is None


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<html><body>no charset</body></html>", None),
    ],
)
def test_declared_encoding(data: bytes, encoding: str | None) -> None:
    assert declared_encoding(data) == encoding


def test_looks_like_page() -> None:
    assert looks_like_page("\n<!-- saved -->\n<!DOCTYPE html><p>")
    assert looks_like_page("<HTML>")
    assert not looks_like_page("BAKU (dpa) - <html> is a language")


def test_a_table_keeps_its_rows_as_lines_of_cells() -> None:
    rows = "<tr><th>Side</th><th>Dead</th></tr><tr><td>Vell</td><td>40</td></tr><tr><td>Ostria</td><td>9</td></tr>"
    said = "The two sides count their dead in the salt war differently, a reader of both lists said on Tuesday."
    page = (
        f"<html><body><article><h1>Losses</h1><p>{said}</p><table>{rows}</table><p>{said}</p></article></body></html>"
    )
    found = read_page(page)
    assert found is not None
    assert f"{said}\n\n| Side | Dead |\n| Vell | 40 |\n| Ostria | 9 |\n\n{said}" in found[0]


def test_a_table_that_only_lays_out_the_page_is_running_text() -> None:
    said = "The two sides count their dead in the salt war differently, a reader of both lists said on Tuesday. " * 3
    page = (
        f"<html><body><table><tr><td>{said}</td></tr><tr><td>{said} Nobody denied it.</td></tr></table></body></html>"
    )
    found = read_page(page)
    assert found is not None
    assert "|" not in found[0]
    assert found[0].endswith("Nobody denied it.")


def test_captions_are_no_running_text_and_the_title_element_names_the_outlet() -> None:
    told = "The army said on Monday that it had taken the mill of Keld, and nobody could verify that."
    found = read_page(
        "<html><head><title>Town falls - The Courier</title></head><body><article><h1>Town falls</h1><figure>"
        f"<img src='x.jpg'><figcaption>Fighters hold the mill. Photo: AFP</figcaption></figure><p>{told}</p>"
        f"<p>{told}</p><p>{told}</p><p>{told}</p></article></body></html>"
    )
    assert found is not None
    assert "Fighters" not in found[0]
    assert found[1].outlet == "The Courier"
