"""The brief, and one matter, as lines for a terminal: plain text at a given width, each with the name of its style.

Most important first and no dump: a matter shows the newest words of each side and says how many more there are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.types import Brief, Standing
from sayso.views.likely import MEANING, unsure_of, unsure_words
from sayso.views.outline import (
    Clash,
    Count,
    Group,
    Outline,
    Place,
    Saying,
    Tally,
    Topic,
    background_of,
    outline,
)
from sayso.views.wording import (
    NO_DATE,
    NOBODY,
    PURPOSE,
    STANCE_HEADINGS,
    amount_words,
    channel_words,
    count_words,
    counter_words,
    day_words,
    estimate_words,
    listed,
    note_words,
    outlets_words,
    period_words,
    problem_words,
    quoted,
    range_words,
    thesis_words,
    who_words,
)

NEWEST = 2  # sayings of one party in one stance that the brief shows; `show` gives all
SHORT = 20  # matters of which the question is listed where not all are shown in full
PASSAGES = 4  # of one discrepancy
LEAST = 40  # columns
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the name of its style: title, heading, quote, quiet, plain, or a standing's own word."""

    text: str
    style: str = "plain"


def brief_lines(brief: Brief, *, width: int = 100, top: int = 0) -> list[Line]:
    """The brief as lines; ``top`` matters in full and the others by their question only, 0 for all."""
    page = outline(brief)
    width = max(width, LEAST)
    shown = page.topics[:top] if top else page.topics
    lines = [*_head(page, width), *_in_short(page, width, len(shown))]
    for topic in shown:
        lines += [Line(""), *topic_lines(topic, width=width, newest=NEWEST)]
    lines += _meaning(shown, width)
    lines += _section("What the reports disagree on", _clash_lines(page.clashes, width), width)
    lines += _section("Other figures", tally_lines(page.tallies, width=width), width)
    lines += _section("Reprints: one origin, several outlets", _copies(page, width), width)
    lines += _section("Background, told again from report to report", _background(page, width), width)
    lines += _section("Dates that no report states", _undated(page, width), width)
    lines += _section("What could not be read", _problems(brief, width), width)
    lines += _section("Reports", _reports(page, width), width)
    return lines


def show_lines(brief: Brief, matter_id: str, *, width: int = 100) -> list[Line]:
    """One matter with everything said on it, and the reports that it cites."""
    page = outline(brief)
    topic = next(each for each in page.topics if each.matter.id == matter_id)
    cited = {place.mark for group in topic.groups for saying in group.sayings for place in saying.places}
    cited |= {place.mark for tally in topic.tallies for count in tally.counts for place in count.places}
    lines = topic_lines(topic, width=max(width, LEAST), newest=0)
    if topic.matter.because:
        lines += [Line(""), *wrapped(f"One question because {topic.matter.because}", width, "   ", style="quiet")]
    lines += _meaning([topic], width)
    return lines + _section("Reports", _reports(page, width, cited), width)


def topic_lines(topic: Topic, *, width: int, newest: int) -> list[Line]:
    """A matter: question, standing now and before, who says what with the words, who counts what."""
    lines = _hanging(f"{topic.number:>2}  ", topic.title, width, "heading")
    if topic.thesis:
        lines += wrapped(thesis_words(topic.thesis), width, "    ", style="quiet")
    lines += _standing_lines(topic, width)
    for note in topic.notes:
        lines += wrapped(note_words(note), width, "    ", " " * 6)
    for group in topic.groups:
        lines += [Line(f"    {STANCE_HEADINGS[group.stance].upper()}", "stance")]
        lines += _group_lines(group, width, newest)
    if topic.tallies:
        lines += [Line("    FIGURES", "stance"), *tally_lines(topic.tallies, width=width, indent="      ")]
    spread = f"{outlets_words(topic.matter.outlets)}, {count_words(topic.matter.origins, 'origin')}"
    return [*lines, *wrapped(f"{spread} · sayso show {topic.matter.id[:8]}", width, "    ", style="quiet")]


def tally_lines(tallies: Sequence[Tally], *, width: int, indent: str = "  ") -> list[Line]:
    """Figures: what is counted, then each count with its range, who counts, as of when and where it stands."""
    lines: list[Line] = []
    for tally in tallies:
        lines += wrapped(tally.heading, width, indent, style="heading")
        if tally.estimate:
            lines += wrapped(estimate_words(tally.estimate), width, indent + "  ", style="quiet")
        for count in tally.counts:
            lines += wrapped(count_line(count), width, indent + "  ", indent + "    ")
    return lines


def count_line(count: Count) -> str:
    """One count on one line: amount, its range where the wording leaves one, who counts, as of when, where."""
    figure = count.figure
    spread = "" if figure.low == figure.high or range_words(figure) in amount_words(figure) else range_words(figure)
    parts = [
        amount_words(figure) + (f" ({spread})" if spread and figure.wording not in ("at least", "more than") else ""),
        f"by {counter_words(figure)}" if figure.by or figure.counting == "enemy" else NOBODY,
        f"since {day_words(figure.since)}" if figure.since else "",
        f"as of {day_words(figure.as_of)}" if figure.as_of else "",
        f"note: {figure.note}" if figure.note else "",
    ]
    return f"{', '.join(part for part in parts if part)}  [{labels(count.places)}]"


def labels(places: Sequence[Place], most: int = 4) -> str:
    """Where words stand: the marks and offsets, after ``most`` of them only how many more."""
    shown = ", ".join(place.label.replace(" ", NO_BREAK) for place in places[:most])
    return shown + (f" and {len(places) - most} more" if len(places) > most else "")


def text_of(lines: Iterable[Line]) -> str:
    """Lines as one plain text that ends with a line break."""
    return "".join(f"{line.text.rstrip()}\n" for line in lines)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None, *, style: str = "plain") -> list[Line]:
    """Text broken into lines of ``width``, the first and the others indented as given."""
    rest = first if rest is None else rest
    lines: Iterator[str] = iter(
        textwrap.wrap(
            text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
        )
    )
    return [Line(line.replace(NO_BREAK, " "), style) for line in lines]


def clash_lines(clash: Clash, width: int) -> list[Line]:
    """A discrepancy: what it is about, why both cannot be right, the passages."""
    because = clash.discrepancy.because
    lines = wrapped(clash.discrepancy.what, width, "  ", style="heading")
    if because and because != clash.discrepancy.what:
        lines += wrapped(because, width, "    ")
    for text, place in clash.passages[:PASSAGES]:
        lines += wrapped(f"{quoted(text)}  [{labels([place])}]", width, "      ", style="quote")
    more = len(clash.passages) - PASSAGES
    return [*lines, *([Line(f"      and {count_words(more, 'more passage')}", "quiet")] if more > 0 else [])]


def _head(page: Outline, width: int) -> list[Line]:
    counts = [
        count_words(len(page.reports), "report"),
        period_words(page.first, page.last) if page.first else "no dates",
        outlets_words(len({report.outlet for _, report in page.reports if report.outlet})),
        count_words(page.origins, "origin"),
        count_words(len(page.topics), "matter"),
    ]
    return [*wrapped(f"BRIEF  {' · '.join(counts)}", width, style="title"), *wrapped(PURPOSE, width, style="quiet")]


def _in_short(page: Outline, width: int, shown: int) -> list[Line]:
    if not page.topics:
        return [Line(""), *wrapped("No matter yet: no claim of a known kind was read from these reports.", width)]
    lines = [Line(""), Line("IN SHORT", "title")]
    listed_topics = page.topics[:SHORT] if shown < len(page.topics) else page.topics
    for topic in listed_topics:
        lines += matter_lines(topic, page, width)
    more = len(page.topics) - len(listed_topics)
    lines += wrapped(f"and {more} more: sayso matters", width, "    ", style="quiet") if more else []
    if shown < len(page.topics):
        words = f"The first {shown} in full below; the others: sayso show ID, or sayso brief --top 0"
        lines += wrapped(words, width, style="quiet")
    return lines


def matter_lines(topic: Topic, page: Outline, width: int) -> list[Line]:
    """A matter on one line where it fits: number, standing, question, since when, id."""
    now = topic.now
    word, about = now.standing if now else "open", "about " if topic.is_guessed else ""
    since = f" (since {about}{day_words(now.date, year=page.names_year(now.date))})" if now and now.date else ""
    head = f"{topic.number:>2}  {word.upper():<12} "
    return _hanging(head, f"{topic.title}{since}  {topic.matter.id[:8]}", width, word)


def _standing_lines(topic: Topic, width: int) -> list[Line]:
    if topic.now is None:
        return []
    lines = wrapped(_standing_words(topic.now, "since"), width, "    ", style=topic.now.standing)
    for standing in topic.earlier:
        lines += wrapped(_standing_words(standing, "from"), width, "    before: ", " " * 12, style="quiet")
    return lines


def _standing_words(standing: Standing, since: str) -> str:
    dated = f" {since} {day_words(standing.date)}" if standing.date else ""
    return f"{standing.standing.upper()}{dated}" + (f": {standing.because}" if standing.because else "")


def _group_lines(group: Group, width: int, newest: int) -> list[Line]:
    lines: list[Line] = []
    for side in group.sides:
        for saying in side.sayings[:newest] if newest else side.sayings:
            lines += _saying_lines(saying, width)
        more = len(side.sayings) - newest
        if newest and more > 0:
            lines += wrapped(f"{side.name}: {more} more of the kind", width, " " * 6, style="quiet")
    return lines


def _saying_lines(saying: Saying, width: int) -> list[Line]:
    facts = [saying.who, channel_words(saying.channel), saying.day, unsure_words(saying.likely)]
    return [
        *wrapped(", ".join(part for part in facts if part), width, " " * 6, " " * 8),
        *wrapped(f"{quoted(saying.words)}  [{labels(saying.places)}]", width, " " * 8, style="quote"),
    ]


def _meaning(topics: Iterable[Topic], width: int) -> list[Line]:
    """What "unsure" means, where a saying is."""
    sayings = (saying for topic in topics for group in topic.groups for saying in group.sayings)
    unsure = any(unsure_of(saying.likely) for saying in sayings)
    return [Line(""), *wrapped(MEANING, width, style="quiet")] if unsure else []


def _clash_lines(clashes: Sequence[Clash], width: int) -> list[Line]:
    return [line for clash in clashes for line in clash_lines(clash, width)]


def _copies(page: Outline, width: int) -> list[Line]:
    reports = dict(page.reports)
    lines: list[Line] = []
    for group in page.copies:
        agencies = sorted({agency for mark in group if mark in reports and (agency := reports[mark].agency)})
        of = f" of {listed(agencies)}" if agencies else ""
        outlets = [(reports[mark].outlet if mark in reports else None) or mark for mark in group]
        lines += wrapped(
            f"{listed(group)}: one dispatch{of} ({listed(list(dict.fromkeys(outlets)))})", width, "  ", "    "
        )
    return lines


def _background(page: Outline, width: int) -> list[Line]:
    return [
        line
        for words, places in background_of(page)
        for line in wrapped(f"{quoted(words)}  [{labels(places)}]", width, "  ", "    ", style="quiet")
    ]


def _undated(page: Outline, width: int) -> list[Line]:
    lines: list[Line] = []
    for mark, report in page.undated:
        because = f": {report.published_because}" if report.published_because else ""
        shown = f"taken as {day_words(report.published)}" if report.published else NO_DATE
        lines += wrapped(f"{mark} {shown}{because}", width, "  ", "     ")
    return lines


def _problems(brief: Brief, width: int) -> list[Line]:
    return [line for problem in brief.problems for line in wrapped(problem_words(problem), width, "  ", "    ")]


def _reports(page: Outline, width: int, only: set[str] | None = None) -> list[Line]:
    lines: list[Line] = []
    replaced = page.replaced
    for mark, report in page.by_mark:
        if only is None or mark in only:
            source = who_words(report.outlet or "", report.agency or "", "")
            title = f"“{report.title}”" if report.title else ""
            newer = f"replaced by {replaced[report.id]}" if report.id in replaced else ""
            parts = [source, day_words(report.published), title, report.path, newer]
            lines += _hanging(f"{mark:>4}  ", ", ".join(part for part in parts if part), width)
    return lines


def _section(heading: str, lines: Sequence[Line], width: int) -> list[Line]:
    if not lines:
        return []
    return [Line(""), *wrapped(heading.upper(), width, style="title"), *lines]


def _hanging(head: str, text: str, width: int, style: str = "plain") -> list[Line]:
    return wrapped(text, width, head, " " * len(head), style=style)
