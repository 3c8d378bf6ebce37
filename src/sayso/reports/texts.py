"""Text and what its source says about it -> Report. What neither the source nor the text says stays None.

Where several say it, the order is: the user, the source's own metadata, the text (dateline, byline, credit line).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from sayso.errors import ReportError
from sayso.reports.closings import closing_day, read_closing
from sayso.reports.days import Day, iso_or_none
from sayso.reports.heads import Head, read_head
from sayso.reports.languages import detect_language
from sayso.types import Report, Span


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of all reports that are read: it wins over what they say themselves. ``published`` is ISO."""

    published: str | None = None
    outlet: str | None = None
    agency: str | None = None

    def __post_init__(self) -> None:
        """Refuse a date that is none before anything is read."""
        if self.published is not None and iso_or_none(self.published) is None:
            raise ReportError(
                "--published", f"{self.published!r} is not a date; write it as 2020-11-08 or 2020-11-08T18:30"
            )


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or a JSON line says of its text. ``because`` names the place that gives the date."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    because: str | None = None
    dateline: tuple[str, ...] = field(default=())
    address: str | None = None
    language: str | None = None


def make_report(text: str, path: str, stated: Metadata, given: Given) -> Report:
    """The report that a text is, with what is known about it and no more.

    Args:
        text: The whole text as read, with its headline if it has one.
        path: How the user named the source.
        stated: What the source says of the text.
        given: What the user says of it.
    """
    language = stated.language or detect_language(text)
    head = read_head(text, language)
    title = _title_span(text, stated.title, head)
    body_end, closing_agency = read_closing(text, head.body)
    outlet, agency = _senders(head, closing_agency, stated, given)
    published, because = _published(head, closing_day(text, body_end, language), stated, given)
    return Report(
        id=report_id(text, outlet, stated.address),
        text=text,
        path=path,
        title=stated.title or (text[title.start : title.end].strip() if title else None),
        outlet=outlet,
        agency=agency,
        published=published,
        published_because=because,
        dateline=stated.dateline or (head.dateline.places if head.dateline else ()),
        address=stated.address,
        language=language,
        title_span=title,
        body=Span(min(head.body, body_end), body_end),
    )


def report_id(text: str, outlet: str | None, address: str | None) -> str:
    """The first 16 hexadecimal digits of SHA-256 over text, outlet and address."""
    digest = hashlib.sha256()
    for part in (text, outlet or "", address or ""):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:16]


def _title_span(text: str, title: str | None, head: Head) -> Span | None:
    """Where the headline stands: the one that the source states, if the text begins with it; else the first line."""
    if title is None:
        return head.title
    start = text.find(title, 0, len(title) + 2_000)
    return Span(start, start + len(title)) if 0 <= start < max(head.body, 1) else None


def _senders(head: Head, closing: str | None, stated: Metadata, given: Given) -> tuple[str | None, str | None]:
    """Outlet and agency. A dispatch republished by nobody that is named has the agency as its outlet."""
    credit = head.dateline.credit if head.dateline else None
    agency = given.agency or stated.agency or (credit and credit.agency) or head.byline.agency
    outlet = given.outlet or stated.outlet or head.masthead.outlet or (credit and credit.outlet) or head.byline.outlet
    agency = agency or head.masthead.agency or closing
    return outlet or None, agency or None


def _published(head: Head, closing: Day | None, stated: Metadata, given: Given) -> tuple[str | None, str | None]:
    if given.published:
        return given.published.strip(), "given by the user"
    if stated.published:
        return stated.published, stated.because
    day = head.dateline.day if head.dateline and head.dateline.day else head.day
    where = "the dateline" if head.dateline and day is head.dateline.day else "a date line"
    if closing and closing.full and (day is None or (not day.full and day.iso and day.iso[1:] == closing.full[4:])):
        day, where = closing, "a line at the end"
    if day is None and head.period:
        period = head.period
        return None, f"a line of the head says that it covers {period.words} ({period.first}/{period.last})"
    return _stated_day(day, where) if day else (None, None)


def _stated_day(day: Day, where: str) -> tuple[str | None, str]:
    """The day in full; or None, and why: no year is stated, or day and month may be either way round."""
    if day.full:
        return day.full, f"{where} says {day.words}"
    if day.iso:
        return None, f"{where} says {day.words} without a year ({day.iso})"
    return None, f"{where} says {day.words}, in which day and month may be either way round"
