"""The end of a text: closing credit lines, which are no running text, and the agency that they name."""

from __future__ import annotations

import re

from sayso.reports.agencies import known_agency
from sayso.reports.credits import is_name
from sayso.reports.days import Day, find_day

LONGEST_CREDIT = 240  # a closing paragraph longer than this is running text
_NAME = r"(?P<name>[^\W\d_][^\n;:()]{1,60}?)"
_GIVES = r"material|reporting|files|inputs?|information|content|copy|informationen|informations?|información"
_FROM = re.compile(
    rf"\b(?:{_GIVES})\s+(?:provided\s+)?(?:from|by|of|von|der|de|d['’])\s*(?:the\s+)?{_NAME}\s*(?=[.;,)\n]|$)",
    re.IGNORECASE,
)
_WITH = re.compile(rf"^[(\[]?(?:with|mit|avec|con|com)\s+(?:the\s+)?{_NAME}\s*[)\]]?\.?$", re.IGNORECASE)
_SOURCE = re.compile(
    rf"(?:source|quelle|fuente|fonte|agency|agentur|источник)\s*:\s*{_NAME}\s*[)\]]?\.?$", re.IGNORECASE
)
_RIGHTS = re.compile(
    rf"(?:©|\(c\)|copyright)[\s©]*(?:\d{{4}}\s*)?(?:by\s+)?(?:the\s+)?{_NAME}(?=[.,;:\n)]|\s*$)", re.IGNORECASE
)
_WRITERS = re.compile(
    r"(?P<name>.{2,40}?) (?:writers?|correspondents?|journalists?|reporters?) .+ contributed", re.IGNORECASE
)
_CREDITING = re.compile(
    r"[(\[*]?\s*(?:(?:additional |with )?(?:reporting|writing) by|written by|edit(?:ed|ing) by|compiled by"
    r"|translated by"
    r"|(?:source|quelle|fuente|fonte)\s*:|©|\(c\)\s|copyright\b|this (?:story|report|article) (?:was|has been)\b"
    rf"|(?:with|using|contains|includes) (?:additional )?(?:{_GIVES}) |mit (?:material|informationen) |con información "
    r"|dpa(?: [a-z]{2,4}){2,})",
    re.IGNORECASE,
)
_NAMES = r"[A-ZÀ-Þ][\w’'.-]*(?:(?:,|,? and)? [A-ZÀ-Þ][\w’'.-]*){0,15}"
_SENT_FROM = re.compile(
    rf"[(\[*]?\s*{_NAMES},? (?:(?:also )?reported|contributed|reporting)\b"
    r"[^\n]{0,30}? from (?=[A-ZÀ-Þ])"
)
"""A reporter's sign-off: "Bell reported from Tor."."""
_OF_SIGN_OFF = frozenset("and in from of de la the to this also reported contributed reporting report story".split())
_DATE_LINE = re.compile(
    r"[(\[*]?\s*(?:(?:first |originally )?(?:published|posted|issued|filed|released)(?: on| at)?|date)?:?\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_*–—=~-]{2,}|#+|-?30-?")
_SIGNATURE = re.compile(r"(?<=[.!?”\"’»])\s*(?:\(|\[|/|--?|–|—)\s*([^\n()\[\]]{2,32}?)\s*[)\]/]?\.?$")


def read_closing(text: str, start: int) -> tuple[int, str | None]:
    """Where running text from ``start`` on ends, and the agency that the lines after it name or that signs it."""
    end, agency = len(text.rstrip()), None
    while end > start:
        opening = max(text.rfind("\n", start, end) + 1, start)
        line = text[opening:end].strip()
        if opening <= start or not _is_crediting(line):
            break
        agency = _agency_in(line) or agency
        end = start + len(text[start:opening].rstrip())
    return max(start, end), agency or _signature(text[start:end])


def closing_day(text: str, end: int, language: str | None = None) -> Day | None:
    """The day in full that the credit lines from ``end`` on give: "(Bell reported from Tor. 12 May 2021.)"."""
    for line in reversed(text[end:].splitlines()):
        day = find_day(line, language)
        if day and day.full and not line[day.end :].strip(" .)]*") and (_is_sign_off(line) or _is_date(line)):
            return day
    return None


def _is_sign_off(line: str) -> bool:
    """Whether a line is nothing but who reported from where, and perhaps when."""
    match = _SENT_FROM.match(line.strip())
    rest = re.findall(r"[^\W\d_][\w’'-]*", line.strip()[match.end() :]) if match else []
    return bool(match) and all(not word[0].islower() or word in _OF_SIGN_OFF for word in rest)


def _is_date(line: str) -> bool:
    """Whether a line is nothing but a day with its year."""
    day = find_day(line) if len(line) < 60 else None
    return bool(day and day.full and _DATE_LINE.fullmatch(line[: day.start]) and not line[day.end :].strip(" .)]*"))


def _is_crediting(line: str) -> bool:
    if len(line) > LONGEST_CREDIT:
        return False
    if _RULE.fullmatch(line) or _is_sign_off(line) or _is_date(line):
        return True
    if _CREDITING.match(line) or _WRITERS.match(line) or known_agency(_bare(line)):
        return True
    match = _WITH.match(line)
    return bool(match and _known_within(match["name"]))


def _agency_in(line: str) -> str | None:
    """The first agency that a credit line names: a known one, or any name after "material from"."""
    for pattern in (_FROM, _WITH, _SOURCE, _RIGHTS, _WRITERS):
        for match in pattern.finditer(line):
            known = _known_within(match["name"])
            if known or (pattern is _FROM and "reporting by" not in match[0].lower() and is_name(match["name"])):
                return known or str(match["name"]).strip()
    return _known_within(_bare(line))


def _bare(line: str) -> str:
    return line.strip("()[]/–—-*. ")


def _known_within(words: str) -> str | None:
    names = re.split(r"\s*[,/]\s*|\s+(?:and|und|et|y)\s+", words)
    return next((known for name in names if (known := known_agency(name))), None)


def _signature(text: str) -> str | None:
    """A known agency in brackets or after a dash or stroke at the very end: "on Sunday. (PTI)", "in Baku. /dpa"."""
    match = _SIGNATURE.search(text[-48:].split("\n")[-1])
    return _known_within(match[1]) if match else None
