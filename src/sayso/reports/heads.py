"""The head of a text: headline, bylines, dateline, and where running text begins.

Only the first lines are looked at. Nothing is taken out of the text: all that comes back are places in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reports.credits import Credit, credit_alone, is_byline, names_outlet, read_byline
from sayso.reports.dateline import Dateline, parse_dateline
from sayso.reports.days import Day, find_day, is_weekday
from sayso.reports.mastheads import find_masthead
from sayso.reports.periods import Period, find_period
from sayso.types import Span

_LINES = 8  # how far down a dateline may stand
_UNSURE_LINES = 3
_LONGEST_TITLE = 250
_LONGEST_LINE = 90  # of a head: a longer one is running text
_LONGEST_NAMES = 150  # of a line of names with a day
_LABEL = re.compile(
    r"(?:analysis|exclusive|breaking(?: news)?|urgent|interview|opinion|comment|commentary|explainer|factbox|timeline|"
    r"live|update|correction|x \(formerly twitter\)|twitter|telegram|facebook|press release|"
    r"in the name of (?:god|allah)\b.*|praise be to (?:god|allah)\b.*|"
    r"bismillah\b.*)\W*",
    re.IGNORECASE,
)
"""A line over a headline that is none."""
_POSTED = re.compile(r"(?:^|[\s(])@\w{2,30}\)?(?:\s*[·|•,–—-].*)?$")
"""Whose account a post is from: "Ana Ruvo @anaruvo · 19 Oct"."""
_SECTION = re.compile(r"\s+[–—|-]\s+(?:live(?: blog| updates)?|analysis|opinion|world|news|africa|asia|europe)$", re.I)
_LINE = re.compile(r"[^\r\n]+")
_STAMP = re.compile(
    r"\s*(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|released|uploaded)|"
    r"(?:date|day|time) (?:of publication|published)|publication date|date|dated|(?:situation )?as of|"
    r"stand|veröffentlicht|publié|publicado)?"
    r"(?:\s+(?:on|at|am|le|el|den))?[\s:,]*",
    re.IGNORECASE,
)
_TIME = r"(?:at\s+)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?\s*\(?[A-Za-z]{0,5}\)?[\s.]*"
_CLOCK = re.compile(
    rf"[\s,.|–-]*{_TIME}(?:[\s,;.|(–-]*(?:last )?(?:updated|modified|edited|corrected)\b[\s:]*(?:on )?"
    rf"(?:[^\W\d_]+day,? )?(?:\d{{1,2}} [^\W\d_]+ \d{{4}}|[^\W\d_]+ \d{{1,2}}, \d{{4}})?[\s,]*{_TIME}\)?)?",
    re.IGNORECASE,
)
"""What may stand behind the day of a date line: a time of day, and when the report was last changed."""
_PUBLISHED = re.compile(
    r"(?:(?:^|[.;|·•(–—]\s*)(?:First |Originally )?(?:Published|Posted|Issued|Released|Updated)|"
    r"(?:[;|·•(–—]\s*|^)(?:first |originally )?(?:published|posted|issued|released|updated))"
    r"(?:\s+online)?(?:\s+on)?:?\s+(?:[^\W\d_]+day,?\s+)?"
)
"""Words within a line of credits right before the day of publication: "... by A. Writer. Published 3 May 2021."."""
_TITLE_DAY = re.compile(r"[,:|–—-]\s*$")
_RANGE = 45  # no day of a range stands further on
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:to|until|through|and|-|–|—|/)\s*)?(?P<weekday>[^\W\d_]{3,}\.?,?\s*)?(?:\d{1,2}\s*(?:-|–|to|and|/)\s*)?"
)
_ENDS = re.compile(r"\s*(?:$|[,.;:(|·•–—-])")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a text say. ``body`` is where running text begins, ``masthead`` who publishes it,
    ``period`` the stretch of days that it covers.
    """

    title: Span | None
    dateline: Dateline | None
    day: Day | None
    byline: Credit
    body: int
    masthead: Credit
    period: Period | None = None


def read_head(text: str, language: str | None = None) -> Head:
    """Read headline, bylines, date lines and dateline from the first lines of ``text``."""
    lines = _first_lines(text)
    place, dateline = _find_dateline(text, lines, language)
    before = lines[:place] if dateline else lines[: max(_UNSURE_LINES, _over_running_text(text, lines))]
    named = [each for each in before[1:] if not dateline and _is_short(each) and _headed(text, each, language)]
    beside = [line for line in before if line in named or _is_beside(text, line, language)]
    kept = [line for line in before if line not in beside]
    dates = dateline is not None or any(_dated_line(text, line, language) for line in beside)
    over = find_masthead(text, kept, dated=dates)
    beside, kept = [*beside, *over.lines], [line for line in kept if line not in over.lines]
    title = over.title or _title(text, kept, beside, dated=dateline is not None)
    kept = [line for line in kept if title is None or not line.start <= title.start < line.end]
    day = next((day for line in before if (day := _stamped(text, line, language))), None)
    if dateline:
        body = lines[place].start + dateline.end
        day = day or (None if dateline.day else _days_told(text[body : lines[place].end], language))
    if not (dateline and dateline.day):
        heads = lines[:_UNSURE_LINES] if dateline else before
        day = day or next(filter(None, (_headed(text, line, language) for line in heads if line != title)), None)
    day = day or _day_beside(text, lines if dateline is None else before, title, language)
    if not dateline:
        body = next((line.start for line in lines if line in kept or line not in before), _end(lines))
    dated = day or (dateline and dateline.day)
    found = (find_period(text[line.start : line.end], language) for line in before)
    period = None if dated else next(filter(None, found), None)
    return Head(title, dateline, day, _sender(text, before, language), body, over.credit, period)


def _day_beside(text: str, lines: list[Span], title: Span | None, language: str | None) -> Day | None:
    """The day that a line of credits gives among other words, else one at an end of the headline."""
    found = (_published(text, line, language) for line in lines[:_UNSURE_LINES])
    return next(filter(None, found), None) or (
        _day_of_title(text[title.start : title.end], language) if title else None
    )


def _published(text: str, line: Span, language: str | None) -> Day | None:
    """The day in full behind the word "published" in a line of credits."""
    words = text[line.start : line.end][:_LONGEST_TITLE]
    for lead in _PUBLISHED.finditer(words):
        day = find_day(words[lead.end() :], language)
        if day and day.start == 0 and day.full and _ENDS.match(words[lead.end() + day.end :]):
            return day
    return None


def _day_of_title(title: str, language: str | None) -> Day | None:
    """A day set off at the end of a headline ("Noon briefing, 21 November 2023") or at its head ("May 9: ...")."""
    day, at = find_day(title, language), 0
    while day:
        start, end = at + day.start, at + day.end
        if start == 0 and re.match(r"\s?[:–—]\s|\s-\s", title[end:]):
            return day
        lead = title[:start].rstrip()
        if lead and is_weekday(lead.split()[-1].strip(",")):
            lead = lead[: -len(lead.split()[-1])]
        if not title[end:].strip(" .)") and _TITLE_DAY.search(lead) and find_period(title, language) is None:
            return day
        at = end
        day = find_day(title[at:], language)
    return None


def _over_running_text(text: str, lines: list[Span]) -> int:
    """How many lines stand over the first that is long or ends like a sentence."""
    words = (text[line.start : line.end].strip() for line in lines)
    runs = (len(each) > _LONGEST_LINE or each.rstrip('"”’»)').endswith((".", "!", "?", ":")) for each in words)
    return next((number for number, running in enumerate(runs) if running), len(lines))


def _is_short(line: Span) -> bool:
    """Whether a line of names is one, and no running text that opens with names and a day."""
    return line.end - line.start < _LONGEST_NAMES


def _is_beside(text: str, line: Span, language: str | None) -> bool:
    """Whether a line of a head is no headline: a byline, a date, an outlet with a date, a label, an invocation."""
    words = text[line.start : line.end].strip()
    return bool(
        is_byline(words)
        or _LABEL.fullmatch(words)
        or _stamped(text, line, language)
        or _published(text, line, language)
        or credit_alone(words)
        or _POSTED.search(words)
    ) or (_outlet_of(text, line, language) is not None)


def _title(text: str, kept: list[Span], beside: list[Span], *, dated: bool) -> Span | None:
    """The first line that may be a headline, if it is one; a line that is none may stand right under it."""
    if not kept:
        return None
    line = kept[0]
    under = any(text[line.end : other.start].strip() == "" for other in beside if other.start > line.start)
    may = dated or _may_be_over(text, line) if under else dated
    return line if _is_title(text, line, dated=may) else None


def _may_be_over(text: str, line: Span) -> bool:
    """Whether a line with a line of names or a date under it reads as a headline does: no sentence."""
    return not text[line.start : line.end].strip().rstrip('"”’»)').endswith(".")


def _sender(text: str, before: list[Span], language: str | None) -> Credit:
    """Outlet and agency of the byline; where it names no outlet, that of a line of its own beside a date."""
    bylines = [read_byline(text[line.start : line.end]) for line in before if is_byline(text[line.start : line.end])]
    alone = next((name for line in before if (name := credit_alone(text[line.start : line.end]))), None)
    credit = bylines[0] if bylines else Credit(alone, alone)
    named = next((name for line in before if (name := _outlet_of(text, line, language))), None)
    return credit if not named or (credit.outlet and credit.outlet != alone) else Credit(named, credit.agency)


def _outlet_of(text: str, line: Span, language: str | None) -> str | None:
    """The outlet that a line of names gives: "Channel Nine News, 31 October 2025", or alone right beside a date."""
    words = text[line.start : line.end].strip()
    day = find_day(words, language) if len(words) < _LONGEST_LINE else None
    if day and day.full and day.start == 0 and (behind := _name_behind(words[day.end :])) and names_outlet(behind):
        return behind
    dated = day is not None and day.full is not None and not _CLOCK.sub("", words[day.end :])
    name = words[: day.start].strip(" ,–—-|·•") if day and dated else _SECTION.sub("", words)
    parts = [name, *name.split(", "), *name.split(" | ")] if dated else [name]
    name = next((part for part in parts if names_outlet(part)), "")
    if not name:
        return None
    return name if dated or any(_dated_line(text, near, language) for near in _neighbours(text, line)) else None


def _neighbours(text: str, line: Span) -> list[Span]:
    """The lines right above and right under a line, blank ones passed over."""
    above = list(_LINE.finditer(text, max(0, line.start - 200), line.start))
    under = list(_LINE.finditer(text, line.end, line.end + 200))
    found = [m for m in above if m[0].strip()][-1:] + [m for m in under if m[0].strip()][:1]
    return [Span(*match.span()) for match in found]


def _dated_line(text: str, line: Span, language: str | None) -> bool:
    return bool(_stamped(text, line, language) or _headed(text, line, language))


def _first_lines(text: str) -> list[Span]:
    lines = (Span(match.start(), match.end()) for match in _LINE.finditer(text[:6_000]) if match[0].strip())
    return [line for line, _ in zip(lines, range(_LINES), strict=False)]


def _end(lines: list[Span]) -> int:
    return lines[-1].end if lines else 0


def _find_dateline(text: str, lines: list[Span], language: str | None) -> tuple[int, Dateline | None]:
    """The first line that surely opens with a dateline; else, near the top, one that may."""
    parsed = [parse_dateline(_line(text, line), language) for line in lines]
    for place, dateline in enumerate(parsed):
        if dateline and (dateline.sure or place < _UNSURE_LINES):
            return place, dateline
    return 0, None


def _line(text: str, line: Span) -> str:
    """The line as far as a dateline may reach, and a little on."""
    return text[line.start : min(line.end, line.start + 240)]


def _is_title(text: str, line: Span, *, dated: bool) -> bool:
    """A first line is the headline when a dateline follows it; or a blank line, and it does not end like a sentence:
    a lead taken for a headline would be lost to the running text, a headline in it does no harm.
    """
    words = text[line.start : line.end].strip()
    if len(words) > _LONGEST_TITLE:
        return False
    return dated or (_blank_after(text, line.end) and not words.rstrip('"”’»)').endswith("."))


def _blank_after(text: str, end: int) -> bool:
    return bool(re.match(r"\r?\n[ \t]*\r?\n\s*\S", text[end : end + 200]))


def _days_told(words: str, language: str | None) -> Day | None:
    """The day with which running text opens, the last of a range: "Saturday 30 November to Sunday 1 December 2024"."""
    last, at = None, 0
    while day := find_day(words[at : at + _RANGE], language):
        between = _BETWEEN.fullmatch(words[at : at + day.start])
        if between is None or (between["weekday"] and not is_weekday(between["weekday"].strip(" ,\t"))):
            break
        at, last = at + day.end, day
    return last if last and last.full and _ENDS.match(words[at:]) else None


def _stamped(text: str, line: Span, language: str | None) -> Day | None:
    """The day of a line that holds nothing but a date and a time ("Published: 8 November 2020, 18:32 GMT"), or a date
    and a name ("9 May 2021 | The Lantern").
    """
    words = text[line.start : line.end]
    if len(words) > 90 or not any(letter.isdigit() for letter in words):
        return None
    day = find_day(words, language)
    if day is None or not (_CLOCK.fullmatch(words[day.end :]) or (day.full and _name_behind(words[day.end :]))):
        return None
    lead = _STAMP.sub("", words[: day.start], count=1).strip(" ,")
    return day if not lead or is_weekday(lead) else None


def _name_behind(words: str) -> str | None:
    """The name set off behind the day of a line, after a dash only an outlet's: "9 May 2021 | The Lantern"."""
    match = _NAME_BEHIND.fullmatch(words)
    return match["name"] if match and (match["stroke"] in "|·•" or names_outlet(match["name"])) else None


_NAME_BEHIND = re.compile(
    r"\s*(?P<stroke>[|·•–—-])\s*(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:of|the|and|for|[A-ZÀ-Þ][\w’'&.-]*)){0,5})\s*"
)


def _headed(text: str, line: Span, language: str | None) -> Day | None:
    """The day in full with which a line of names ends ("By Ada Lind in Tor, The Lantern, 14 March 2019. All times
    local."), or that stands between names in capitals and a dash ("GENERAL COMMAND, 6 March 2021 - At dawn ...").
    """
    words = text[line.start : line.end].strip(" ()")
    day = find_day(words[:_LONGEST_TITLE], language)
    if day is None or not day.full:
        return None
    names = words[: day.start].split()
    if names and not names[-1].endswith(",") and is_weekday(names[-1]):
        names.pop()
    if names and not names[-1].endswith((",", ".", *_STROKES)):
        return None
    capitals = bool(names) and all(name.isupper() for name in names)
    named = all(not name[:1].islower() or name.strip(",.:") in _BESIDE_NAMES for name in names)
    after = words[day.end :]
    return day if (capitals and _DASH.match(after)) or (named and _LAST.fullmatch(after)) else None


_BESIDE_NAMES = frozenset(
    """by in from our for of the and at with to into correspondent correspondents reporter reporters desk staff compiled
    edited written special newspaper original translation translated agency live blog online edition page""".split()
)
_STROKES = ("|", "·", "•", "–", "—")
_DASH = re.compile(r"\s*(?:\([^()]*\)\s*)?[-–—]\s")
_LAST = re.compile(r"(?:[.,;](?:\s[^.!?\d]{0,40})?|(?:\s*[|·•]\s[^.!?\d|]{1,40}){1,2})?\.?\s*")
"""What may stand behind the day of a line of names: "All times local.", "| all times local"."""
