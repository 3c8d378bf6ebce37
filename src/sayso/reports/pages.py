"""HTML page -> main text and what the page says of itself: JSON-LD, meta elements, ``<time>``, canonical address.

trafilatura finds the running text. The date is only taken where the page states it; a date that merely stands somewhere
in the page is no date of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import Any

from lxml import etree, html

from sayso.reports.days import find_day, iso_or_none
from sayso.reports.mastheads import outlet_in
from sayso.reports.texts import Metadata

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|^<\?xml[^>]{0,100}encoding=[\"']([\w.-]+)", re.IGNORECASE
)
_DATE_NAMES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published"),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "publish-date",
        "publishdate",
        "publish_date",
    ),
    *("pubdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date"),
    *("citation_publication_date", "ptime", "published", "publication_date", "originalpublicationdate"),
)
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/.-]|$)")
_FEWEST_WORDS = 5  # of one line: less is a menu, no running text
_LONGEST_CELL = 150  # characters of a table's cell: a longer one is running text
_RULE = re.compile(r"[|\s:-]*")
_CAPTION = re.compile(r"<figcaption\b.*?</figcaption\s*>", re.IGNORECASE | re.DOTALL)
_SITE = re.compile(r"\s+[-–—|•·»]\s+([^-–—|•·»]{3,40})")
_NEWS = ("newsarticle", "reportagenewsarticle", "article", "blogposting", "liveblogposting", "report", "webpage")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    match = _DECLARED.search(data[:4_096].lstrip())
    return (match[1] or match[2]).decode("ascii", "ignore") if match else None


def looks_like_page(text: str) -> bool:
    """Whether a text without a telling name is HTML."""
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
            text[:2_000],
            re.IGNORECASE | re.DOTALL,
        )
    )


def read_page(text: str) -> tuple[str, Metadata] | None:
    """The page's running text under its headline, and what the page says of it; None when there is no running text.

    The headline and each paragraph are set apart by a blank line; a table's rows are lines of cells between strokes.
    """
    tree = _tree(text)
    if tree is None:
        return None
    body = _running_text(text)
    if not any(len(line.split()) >= _FEWEST_WORDS for line in body.splitlines()):
        return None
    stated = _metadata(tree)
    begins = stated.title and body.startswith(stated.title)
    return (body if begins or not stated.title else f"{stated.title}\n\n{body}"), stated


def _tree(text: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None


def _running_text(text: str) -> str:
    from trafilatura import extract

    text = _CAPTION.sub(" ", text)
    found = extract(text, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False) or ""
    lines = [_row(line.strip()) for line in found.splitlines() if line.strip() and not _RULE.fullmatch(line.strip())]
    return "".join(_gap(before, line) + line for before, line in pairwise(["", *filter(None, lines)]))


def _row(line: str) -> str:
    """A row of a table with strokes between its cells; as running text where a table only lays the page out."""
    if not line.startswith("|"):
        return line
    cells = [cell.strip() for cell in line.strip("| ").split("|")]
    laid_out = len([cell for cell in cells if cell]) < 2 or any(len(cell) > _LONGEST_CELL for cell in cells)
    return " ".join(filter(None, cells)) if laid_out else f"| {' | '.join(cells)} |"


def _gap(before: str, line: str) -> str:
    """What stands between two lines: paragraphs are set apart, rows of one table are not."""
    return "" if not before else "\n" if before.startswith("|") and line.startswith("|") else "\n\n"


def _metadata(tree: html.HtmlElement) -> Metadata:
    metas = {_name(meta): str(meta.get("content")).strip() for meta in reversed(tree.xpath("//meta[@content]"))}
    linked = list(_linked(tree))
    address = _address(tree, metas)
    published, because = _published(tree, metas, linked, address)
    return Metadata(
        title=_title(tree, metas, linked),
        outlet=_first(metas, _OUTLET_NAMES[:1])
        or _publisher(linked)
        or _first(metas, _OUTLET_NAMES[1:-1])
        or _beside_title(tree),
        published=published,
        because=because,
        address=address,
        language=_language(tree, linked),
    )


def _name(meta: html.HtmlElement) -> str:
    return str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((" ".join(metas[name].split()) for name in names if metas.get(name)), None)


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects about the report itself, news before other pages; broken JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath('//script[contains(@type, "ld+json")]/text()'):
        try:
            found.extend(_objects(json.loads(str(script), strict=False)))
        except (ValueError, RecursionError):
            continue
    for kind in _NEWS:
        yield from (fields for fields in found if kind in _kinds(fields))


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects in a piece of JSON-LD: one, a list of them, or those in its graph."""
    if isinstance(value, list):
        for part in value:
            yield from _objects(part)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []))
        yield from _objects(value.get("mainEntity", []))


def _kinds(fields: dict[str, Any]) -> set[str]:
    kinds = fields.get("@type", "")
    return {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _title(tree: html.HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    """The headline: as the page's data give it, else its only first-order heading, else its title element."""
    stated = next((name for fields in linked if (name := _text(fields.get("headline")))), None)
    headings = [words for heading in tree.xpath("//h1") if (words := " ".join(heading.text_content().split()))]
    title = " ".join((tree.findtext(".//title") or "").split())
    return stated or _first(metas, _TITLE_NAMES) or (headings[0] if len(headings) == 1 else None) or title or None


def _beside_title(tree: html.HtmlElement) -> str | None:
    """The name that the page's title element sets after the only first-order heading: "Town falls - The Lantern"."""
    headings = [words for heading in tree.xpath("//h1") if (words := " ".join(heading.text_content().split()))]
    title = " ".join((tree.findtext(".//title") or "").split())
    if len(headings) != 1 or not title.startswith(headings[0]):
        return None
    match = _SITE.fullmatch(title[len(headings[0]) :])
    return outlet_in(match[1]) if match else None


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    return next((name for fields in linked if (name := _text(fields.get("publisher")))), None)


def _text(value: object) -> str | None:
    """A string, or the name of an object, or the first of a list."""
    if isinstance(value, list):
        return next((words for part in value if (words := _text(part))), None)
    if isinstance(value, dict):
        return _text(value.get("name"))
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _published(
    tree: html.HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]], address: str | None
) -> tuple[str | None, str | None]:
    """The date of publication where the page states it, and which part of the page does."""
    candidates = [(fields.get("datePublished"), "datePublished in the page's JSON-LD") for fields in linked]
    candidates += [(metas[name], f"the page's meta element {name}") for name in _DATE_NAMES if name in metas]
    candidates += [(stamp, "the page's time element") for stamp in _times(tree)]
    match = _IN_ADDRESS.search(address or "")
    candidates += [("-".join(match.groups()), "the page's address")] if match else []
    for stamp, because in candidates:
        iso = _stamp(stamp)
        if iso:
            return iso, because
    return None, None


def _times(tree: html.HtmlElement) -> list[str]:
    """The times marked as that of publication, then the first inside the report's own part of the page."""
    marked = tree.xpath(
        '//time[@datetime][@pubdate or contains(@itemprop, "datePublished") or contains(@class, "publish")]/@datetime'
    )
    inside = tree.xpath("(//article//time[@datetime] | //main//time[@datetime])[1]/@datetime")
    only = tree.xpath("//time[@datetime]/@datetime")
    return [str(stamp) for stamp in [*marked, *inside, *(only if len(set(only)) == 1 else [])]]


def _stamp(value: object) -> str | None:
    """An ISO day or time, also from "2020-11-08 18:30:00 +0400", "20201108" or "Sun, 08 Nov 2020"."""
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    tried = (words, re.sub(r" (?=[+-]\d\d:?\d\d$)", "", words), re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", words))
    iso = next((iso for shape in tried if (iso := iso_or_none(shape))), None)
    if iso:
        return iso
    day = find_day(words.split("T")[0])
    return day.full if day else None


def _address(tree: html.HtmlElement, metas: dict[str, str]) -> str | None:
    stated = [str(link) for link in tree.xpath('//link[@rel="canonical"]/@href')] + [metas.get("og:url", "")]
    return next((link.strip() for link in stated if re.match(r"https?://\S+$", link.strip())), None)


def _language(tree: html.HtmlElement, linked: list[dict[str, Any]]) -> str | None:
    stated = [
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *(_text(fields.get("inLanguage")) for fields in linked),
    ]
    match = next((match for code in stated if code and (match := re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", code))), None)
    return match[0].lower() if match else None
