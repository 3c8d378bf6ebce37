from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from tests.views.briefs import BRIEF, CONTROL, EMPTY, REPORTS, position

from sayso.types import Brief
from sayso.views.page import brief_page


class Links(HTMLParser):
    """Names and targets of a page, whatever it would fetch, and the text of its reports."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.targets: list[str] = []
        self.fetched: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in ("meta", "link", "br", "input"):
            self.open.append(tag)
        if named.get("id"):
            self.names.append(named["id"] or "")
        if tag == "a" and named.get("href"):
            self.targets.append(named["href"] or "")
        self.fetched += [
            value or "" for key, value in attrs if key in ("src", "srcset") or (tag == "link" and key == "href")
        ]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(brief: Brief) -> tuple[str, Links]:
    page = brief_page(brief, version="0.1.0")
    return page, Links(page)


def test_every_link_leads_to_a_place_in_the_page() -> None:
    _, links = page_of(BRIEF)
    assert links.open == []
    assert len(links.targets) > 20
    assert {target.removeprefix("#") for target in links.targets} <= set(links.names)
    assert len(set(links.names)) == len(links.names)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page, links = page_of(BRIEF)
    assert links.fetched == ["data:,"]
    assert "<script" not in page
    assert not re.search(r"https?:|@import|url\(", page)


def test_words_of_a_report_never_become_markup() -> None:
    hostile = replace(
        BRIEF, reports=(replace(REPORTS[0], title="<script>alert(1)</script>", outlet="<b>x"), *REPORTS[1:])
    )
    page, links = page_of(hostile)
    assert "&lt;script&gt;alert(1)" in page
    assert "The port is &lt;ours&gt;" in page
    assert links.open == []


def test_a_quote_stands_in_its_sentence_and_links_to_its_report() -> None:
    page, _ = page_of(BRIEF)
    assert "<p>The port of Tarkhun <mark>is no longer ours</mark>, Velmara&#39;s Defence Ministry said.</p>" in page
    assert '<a class="place" href="#r3-20-37">R3 20-37</a>' in page
    assert '<a class="anchor" id="r3-20-37"></a><mark class="evidence concedes"' in page


def test_what_a_side_repeats_is_folded_away_but_there() -> None:
    words = ("President", "port", "speech", "Velmara", "soldiers")
    more = tuple(position("denies", "Velmara", "Dara Quill", "2031-03-03", "aaa111", word, "") for word in words)
    page, links = page_of(replace(BRIEF, matters=(replace(CONTROL, positions=more),)))
    assert "<summary>Velmara: 2 more of the kind</summary>" in page
    assert all(f"<mark>{word}</mark>" in page for word in words)
    assert links.open == []


def test_it_says_what_is_reprinted_inferred_and_not_read() -> None:
    page, _ = page_of(BRIEF)
    assert "one dispatch, counted once" in page
    assert "taken as 4 March 2031: inferred: it takes up what in/first.txt reports" in page
    assert "<li>in/empty.txt: is empty: nothing to read</li>" in page


def test_an_empty_ledger_has_a_page() -> None:
    page, links = page_of(EMPTY)
    assert "No matter yet" in page
    assert links.open == []


def test_of_many_matters_the_later_are_folded_away() -> None:
    matters = tuple(replace(CONTROL, id=f"{number:016d}") for number in range(25))
    page, links = page_of(replace(BRIEF, matters=matters))
    assert "<summary>and 5 more</summary>" in page
    assert 'href="#m25"' in page
    assert links.open == []
