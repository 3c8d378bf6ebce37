"""Where each thing has its page. Every state of a page is in its address, so that it can be sent to a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from sayso.types import Report, Span
from sayso.views.outline import Place


def matter_address(matter: str) -> str:
    """The page of a matter, by its id."""
    return f"/matters/{quote(matter)}"


def report_address(report: str) -> str:
    """The page of a report, by its id."""
    return f"/reports/{quote(report)}"


def name_address(name: str) -> str:
    """The page of a speaker, party or place."""
    return f"/names/{quote(name, safe='')}"


def span_address(report: Report | str, span: Span) -> str:
    """The place of words within their report."""
    id = report if isinstance(report, str) else report.id
    return f"{report_address(id)}?at={span.start}-{span.end}#here"


def place_address(place: Place) -> str:
    """The place of words within their report; the top of this page where the ledger does not hold the report."""
    return span_address(place.report, place.span) if place.report else "#"


def with_query(path: str, given: Mapping[str, str], **changed: str | int | None) -> str:
    """The address of ``path`` with the query as given, some of it changed; what is empty is left out.

    >>> with_query("/search", {"q": "bridge", "page": "2"}, page=None, party="Osk")
    '/search?q=bridge&party=Osk'
    """
    query = {**given, **{key: "" if value is None else str(value) for key, value in changed.items()}}
    words = urlencode({key: value for key, value in query.items() if value})
    return f"{path}?{words}" if words else path


def is_own(address: str) -> bool:
    """Whether an address leads to a page of ours and nowhere else.

    >>> is_own("/matters?page=2"), is_own("//evil.test/"), is_own("https://evil.test")
    (True, False, False)
    """
    return address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable()
