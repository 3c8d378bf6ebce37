"""The dateline: where and when a report was filed and by whom, at the head of its running text.

"BAKU/YEREVAN, Nov 8 (Reuters) -", "Goma, le 27 janvier (AFP) -", "MOSCOW, March 5. /TASS/." One line in, its parts out;
a line that only looks like a dateline (a name with a gloss in brackets, a headline with a dash) gives None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reports.agencies import is_broadcaster, known_agency
from sayso.reports.credits import Credit, is_outlet, names_outlet, read_credit
from sayso.reports.days import Day, find_day, is_weekday

_REACH = 170  # no dateline is longer
_DASH = r"(?:--+|[-‒–—―−])"
_BREAK = rf"(?:\s+{_DASH}+\s+|\s*(?:--+|[–—―])\s*|\s*[‒–—―-]$)"
_PREFIX = r"\s*(?:(?:date|dated|datum|fecha)\b:?\s*(?=\d))?"
_HEAD = r"(?P<head>(?:[^()\n\[\]]|\([^()\n]{2,30}\)(?=,)|\[[^\[\]\n]{2,30}\](?=,)){0,120}?)"
_CREDITED = re.compile(
    rf"{_PREFIX}{_HEAD}\s*\((?P<credit>[^()\n]{{2,80}})\)(?!\s*,)(?P<dash>\s*[.,:]?\s*{_DASH}+)?(?P<rest>[.:]?\s*)"
)
_STROKES = re.compile(rf"{_PREFIX}{_HEAD}[\s.,]*/(?P<credit>[^/\n]{{2,40}})/\.?\s*(?:{_DASH}\s*)?")
_NAMED = re.compile(rf",\s*(?P<credit>[^\W\d_][^,()\n.]{{1,30}}?)\s*(?:\.\s+|\s*{_DASH}+\s*|$)")
_AGENCY = re.compile(
    r",\s*(?P<credit>[A-ZÀ-Þ][^,()\n.–—]{1,50}?)(?:\s*\((?P<short>[^()\n]{2,12})\))?\s*"
    rf"(?:\s{_DASH}+\s|[–—])\s*(?=\S)"
)
_AGENCY_WORD = re.compile(r"\b(?:agency|agence|agencia|agentur|press|presse|news|newswire|wire)$", re.IGNORECASE)
_DATED = re.compile(rf"{_PREFIX}{_HEAD}{_BREAK}")
_OPENS = re.compile(
    r"(?!(?:In|At|On|From|By|Since|Dated|Signed)\b)[A-ZÀ-Þ][\w’'-]+(?:[ /]+[A-ZÀ-Þ][\w’'-]+){0,2},\s"
    r"(?:[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2}\s[^\W\d_]{3,10}\.?),\s+(?=[A-ZÀ-Þ])"
)
_SENT = re.compile(r"(?P<credit>[^\W\d_][^,()\n.–—-]{1,30})[.:]\s+")
_TIME = re.compile(
    r"[\s,.:–-]*(?:(?:at\s+|um\s+|à\s+)?(?:\d{1,2}[:.h]\d{2}|\d{4})(?:\s*[ap]\.?m\.?)?\s*(?:h|hrs|uhr|gmt|utc|z|local|[a-z]{2,4}t)?"
    r"(?:\s+time)?)?[\s,.]*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"[\s,]*\b(?:le|den|der|am|el|il|em|on|o|dated|this)$", re.IGNORECASE)
_LONG_STOP = re.compile(r"\w{6,}\.|\w{4,}\.\s+\w")  # no shortened name: a sentence ends here
_FILED = re.compile(rf"(?P<place>[^,\n]{{2,60}}?)\s+{_DASH}+\s+(?P<credit>[^,\n]{{2,40}}),\s*(?P<day>[^\n]*\d)\.?\s*$")
_ALONE = re.compile(
    r"(?!(?:In|At|On|From|By|Dated|Signed)\b)[A-ZÀ-Þ][\w’'-]+(?:[ /]+[A-ZÀ-Þ][\w’'-]+){0,3},\s[^\n;:()]{0,30}\d{4}\s*"
)
_ALONE_YEARLESS = re.compile(
    r"(?!(?:In|At|On|From|By|Dated|Signed)\b)[A-ZÀ-Þ][\w’'-]+(?:[ /]+[A-ZÀ-Þ][\w’'-]+){0,2}"
    r"(?:,\s[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)?,\s(?:[^\W\d_]+day,?\s)?"
    r"(?:[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,10}\.?)\.?\s*"
)
_PLACE_BREAK = re.compile(r"\s*/\s*|\s*&\s*|\s+(?:and|und|et|y|AND)\s+")
_SMALL = frozenset(
    "de del della di da do dos das du des la las lo los le les al el es ash an ad ar as az of the on sur sous am im "
    "der den van ob bei near nad na pri ibn bin bu i e in upon nahe près cerca outside aboard y".split()
)
_BODIES = frozenset(
    "party army front force forces ministry union movement organisation organization council group brigade brigades "
    "agency command government committee guard militia corps association party's "
    "assessment report update bulletin briefing digest review summary statement newsletter".split()
)
_LABELS = frozenset(
    "EXCLUSIVE URGENT UPDATE BREAKING ANALYSIS FACTBOX LIVE CORRECTION CORRECTED WRAPUP TIMELINE EXPLAINER "
    "INTERVIEW OPINION WATCH LOOK FLASH ALERT ROUNDUP HIGHLIGHTS NEWS VIDEO PHOTOS GRAPHIC SPECIAL REFILE ADVISORY "
    "NOTE SUMMARY BULLETIN COMMUNIQUE EDITORIAL COMMENTARY BY PART CHAPTER KEY THE A REVERSAL COMMENT ABSTRACT "
    "LETTERS PUBLISHED POSTED UPDATED ISSUED RELEASED FILED MODIFIED PRINTED UPLOADED".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Places as written ("KYIV, Ukraine" is one), the day, who sent it, and where in the line running text begins.

    ``sure`` is False for a form that prose can take too: capitals and a dash, nothing more; a place and a day without
    its year.
    """

    places: tuple[str, ...]
    day: Day | None
    credit: Credit
    end: int
    sure: bool = True


def parse_dateline(line: str, language: str | None = None) -> Dateline | None:
    """Read the dateline at the head of a line, None when there is none.

    >>> parse_dateline("BAKU/YEREVAN, Nov 8 (Reuters) - Azerbaijan").places
    ('BAKU', 'YEREVAN')
    >>> parse_dateline("The Free Syrian Army (FSA) - a rebel group - denied it.") is None
    True
    """
    head = line[:_REACH]
    for form in (_credited, _strokes, _named, _signed, _filed, _dated, _alone, _opens):
        dateline = form(head, language)
        if dateline is not None and _begins_sentence(line[dateline.end :]):
            return dateline
    return None


def parse_places(text: str) -> tuple[str, ...] | None:
    """The places that a dateline names, as written; None when the words cannot be places."""
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", text).strip(" \t\xa0,;:")
    places = tuple(_without_stop(place.strip(" \t\xa0,")) for place in _PLACE_BREAK.split(text))
    return places if all(_is_place(place) for place in places) else None


def _without_stop(place: str) -> str:
    """The place without a closing full stop, but for that of a shortened name ("CAMBRIDGE, Mass.", "N.Y.")."""
    return place if re.search(r"[,.].*\.$", place) else place.rstrip(".")


def _credited(head: str, language: str | None) -> Dateline | None:
    """PLACES, DAY (CREDIT) -"""
    match = _CREDITED.match(head)
    if match is None:
        return None
    if not match["head"].strip(" ,"):
        return _leading(head, match, language)
    parts, inside = _split(match["head"], language), find_day(match["credit"], language)
    words = match["credit"][: inside.start].rstrip(" ,") if inside else match["credit"]
    credit = read_credit(words)
    if credit is None and parts and parts[1] and match["dash"] and re.fullmatch(r"[^\W\d_]{3,20}", words):
        credit = Credit(outlet=words, agency=words)  # an agency that writes itself small: "(pribrezh)"
    if parts is None or credit is None or _is_gloss(parts[0], words):
        return None
    places, day = parts[0], parts[1] or inside
    if match["dash"] or (day and (credit.agency or match.end() == len(head))) or known_agency(words):
        return Dateline(places, day, credit, match.end())
    return None


def _leading(head: str, match: re.Match[str], language: str | None) -> Dateline | None:
    """(CREDIT) -, (CREDIT) - PLACES, DAY -, (PLACES, DAY) -, (PLACES) -"""
    if not match["dash"]:
        return None
    credit = read_credit(match["credit"])
    if credit and (
        known_agency(match["credit"])
        or is_outlet(credit.outlet or "")
        or (match["credit"].isupper() and " " not in match["credit"])
    ):
        then = _DATED.match(head, match.end())
        parts = _split(then["head"], language) if then else None
        if then and parts and parts[0] and (parts[1] or parts[0][0].isupper()):
            return Dateline(parts[0], parts[1], credit, then.end())
        return Dateline((), None, credit, match.end())
    parts = _split(match["credit"], language)
    return Dateline(parts[0], parts[1], Credit(), match.end(), sure=parts[1] is not None) if parts else None


def _strokes(head: str, language: str | None) -> Dateline | None:
    """PLACES, DAY. /CREDIT/."""
    match = _STROKES.match(head)
    parts = _split(match["head"], language) if match else None
    if match is None or parts is None or not (parts[1] or known_agency(match["credit"])):
        return None
    credit = read_credit(match["credit"])
    return Dateline(parts[0], parts[1], credit, match.end()) if credit else None


def _named(head: str, language: str | None) -> Dateline | None:
    """PLACES, DAY, KNOWN AGENCY. or PLACES, KNOWN AGENCY -"""
    match = next((match for match in _NAMED.finditer(head) if known_agency(match["credit"])), None)
    parts = _split(head[: match.start()], language) if match else None
    if match is None or parts is None or (parts[1] is None and "." in match[0]):  # "By A. Writer, Reuters. BAKU"
        return None
    return Dateline(parts[0], parts[1], read_credit(match["credit"]) or Credit(), match.end())


def _signed(head: str, language: str | None) -> Dateline | None:
    """PLACES, DAY, NAME - where the name calls itself an agency, or its short form stands behind it in brackets."""
    match = _AGENCY.search(head)
    parts = _split(head[: match.start()], language) if match else None
    if match is None or parts is None or not parts[0] or parts[1] is None:
        return None
    if not (match["short"] or _AGENCY_WORD.search(match["credit"])):
        return None
    credit = read_credit(match["short"] or match["credit"])
    return Dateline(parts[0], parts[1], credit, match.end()) if credit else None


def _filed(head: str, language: str | None) -> Dateline | None:
    """PLACES - CREDIT, DAY on a line of its own"""
    match = _FILED.match(head)
    day = find_day(match["day"], language) if match else None
    if match is None or day is None or day.start or not _TIME.fullmatch(match["day"][day.end :]):
        return None
    places, credit = parse_places(match["place"]), read_credit(match["credit"])
    return Dateline(places, day, credit, match.end()) if places and credit else None


def _dated(head: str, language: str | None) -> Dateline | None:
    """PLACES, DAY - or PLACES, DAY - KNOWN AGENCY. or, in capitals only, PLACES -"""
    match = _DATED.match(head)
    parts = _split(match["head"], language) if match else None
    if match is None or parts is None or not parts[0]:
        return None
    sent = _SENT.match(head, match.end())
    if sent and known_agency(sent["credit"]):
        return Dateline(parts[0], parts[1], read_credit(sent["credit"]) or Credit(), sent.end())
    if parts[1]:
        return Dateline(parts[0], parts[1], Credit(), match.end())
    if _in_capitals(parts[0]) and not head[match.end() :].isupper():
        return Dateline(parts[0], None, Credit(), match.end(), sure=False)
    return None


def _alone(head: str, language: str | None) -> Dateline | None:
    """A line that is nothing but PLACES, DAY: the head of a situation report. Without the year it is unsure, and the
    day stands last.
    """
    full, yearless = _ALONE.fullmatch(head), _ALONE_YEARLESS.fullmatch(head)
    parts = _split(head, language) if full or yearless else None
    if parts is None or not parts[0] or parts[1] is None or names_outlet(parts[0][0]):
        return None
    if parts[1].full is None and not (yearless and head.rstrip(" .").endswith(parts[1].words.rstrip("."))):
        return None
    return Dateline(parts[0], parts[1], Credit(), len(head), sure=parts[1].full is not None)


def _opens(head: str, language: str | None) -> Dateline | None:
    """PLACE, DAY, with no more between it and the sentence: it is unsure."""
    match = _OPENS.match(head)
    parts = _split(match[0].rstrip(" ,"), language) if match else None
    if match is None or parts is None or not parts[0] or parts[1] is None or names_outlet(parts[0][0]):
        return None
    return Dateline(parts[0], parts[1], Credit(), match.end(), sure=False)


def _split(head: str, language: str | None) -> tuple[tuple[str, ...], Day | None] | None:
    """Places and day of "Baku / Yerevan, Sunday 8 November 2020", in either order; None when other words are left."""
    head = head.strip(" \t\xa0,:")
    day = find_day(head, language)
    if day is None:
        places = parse_places(_without_weekday(head))
        return (places, None) if places else None
    lead = _without_weekday(_ARTICLE.sub("", head[: day.start].strip(" \t\xa0,")))
    rest = _TIME.sub("", head[day.end :], count=1)
    if (lead and rest) or not (lead or rest):
        return ((), day) if not (lead or rest) else None
    places = parse_places(lead or rest)
    return (places, day) if places else None


def _without_weekday(text: str) -> str:
    lead, _, last = text.rpartition(" ")
    return lead.rstrip(" ,") if is_weekday(last) else text


def _is_place(place: str) -> bool:
    words = place.replace(",", " ").split()
    if not 1 <= len(words) <= 7 or len(place) > 60 or any(sign in place for sign in ':;?!"“”«»…*#@'):
        return False
    if any(letter.isdigit() for letter in place) or words[0].upper().strip(".") in _LABELS:
        return False
    if words[-1].casefold() in _BODIES or _LONG_STOP.search(place):
        return False
    if any(known_agency(part) or is_broadcaster(part) for part in place.split(",")[1:]):
        return False
    capital = [word for word in words if not word[0].islower()]
    small = [word for word in words if word[0].islower()]
    return bool(capital or "-" in place) and all(_is_particle(word) for word in small)


def _is_particle(word: str) -> bool:
    """A small word in a place's name: "de", "al-Hasakah", "d'Ivoire"."""
    first, mark, _ = re.sub(r"['’ʼ]", "-", word).partition("-")
    return first in _SMALL or (bool(mark) and len(first) <= 3)


def _is_gloss(places: tuple[str, ...], credit: str) -> bool:
    """Whether the brackets only shorten the name before them: "Kurdistan Workers' Party (PKK)"."""
    letters = [word[0] for place in places for word in re.split(r"[\s-]", place) if word[:1].isalpha()]
    initials = "".join(letter for letter in letters if letter.isupper())
    return len(credit) > 1 and credit.replace(".", "") in (initials, "".join(letters).upper())


def _in_capitals(places: tuple[str, ...]) -> bool:
    """Whether each place begins with a word in capitals ("MANCHESTER, N.H.")."""
    return all(len(place.split()[0].strip(",.")) > 1 and place.split(",")[0].isupper() for place in places)


def _begins_sentence(rest: str) -> bool:
    first = rest.lstrip(" \t\xa0\"'“”„«‘’([")[:1]
    return not first.islower()
