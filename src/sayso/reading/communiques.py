"""Who gives out a text that is a communiqué as a whole, so that its "we" has a name."""

from __future__ import annotations

import re

from sayso.types import Report, Span

ISSUED = re.compile(
    r"\b(?i:press release|press statement|statement|communiqu[eé]|information release|news release|announcement|"
    r"bulletin|"
    r"declaration|proclamation|message|notice|address|appeal)(?: (?i:no)\.? ?\d+| \d+)? (?:of|by|from|issued by) "
    r"(?P<who>(?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|[A-ZÀ-Þ][\w’'-]*))*)"
)
"""A title that says who gives out the whole text."""
MAKES_KNOWN = re.compile(
    r"(?P<who>[Tt]he [A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|[A-ZÀ-Þ][\w’'-]*))*),? (?:hereby )?(?:makes?|brings?|"
    r"informs?|"
    r"announces?|communicates?|issues?|wish(?:es)?|declares?)\b[^.\n]{0,80}\b(?:following|opinion|public|attention|people)\b"
)


def issuer_of(report: Report) -> Span | None:
    """Who gives out a text that is a communiqué as a whole: "Press release of the Ministry of Health"."""
    text = report.text
    title = report.title_span or Span(0, 0)
    match = ISSUED.search(text, title.start, title.end)
    if match is None:
        body = report.body.start if report.body else 0
        match = MAKES_KNOWN.match(text, body)
    return Span(*match.span("who")) if match else None
