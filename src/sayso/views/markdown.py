"""The brief as Markdown, for a mail, a wiki or an editing system. Words of reports are escaped, never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.types import Brief, Standing
from sayso.views.likely import unsure_words
from sayso.views.outline import Outline, Place, Saying, Tally, Topic, background_of, outline
from sayso.views.terminal import labels
from sayso.views.wording import (
    PURPOSE,
    STANCE_HEADINGS,
    amount_words,
    channel_words,
    count_words,
    counted_words,
    counter_words,
    day_words,
    estimate_words,
    note_words,
    period_words,
    problem_words,
    quoted,
    range_words,
    thesis_words,
    who_words,
)

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def brief_markdown(brief: Brief) -> str:
    """The brief as one Markdown text."""
    page = outline(brief)
    parts = [_head(page), _in_short(page), *(_topic(topic) for topic in page.topics)]
    parts += [section(page) for section in (_clashes, _figures, _copies, _background, _undated, _problems, _reports)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(words: str) -> str:
    r"""Words on one line, with every sign of Markdown and HTML made harmless.

    >>> escaped("a <b> *c*")
    'a \\<b\\> \\*c\\*'
    """
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))


def _head(page: Outline) -> str:
    period = period_words(page.first, page.last) if page.first else "no dated reports"
    reports, origins = count_words(len(page.reports), "report"), count_words(page.origins, "origin")
    counts = f"{reports} of {origins}, {count_words(len(page.topics), 'matter')}."
    return f"# Brief, {period}\n\n{counts} {PURPOSE}"


def _in_short(page: Outline) -> str:
    if not page.topics:
        return "No matter yet: no claim of a known kind was read from these reports."
    lines = [f"{topic.number}. {escaped(topic.title)}{_now(topic, page)}" for topic in page.topics]
    return "## In short\n\n" + "\n".join(lines)


def _now(topic: Topic, page: Outline) -> str:
    if topic.now is None:
        return ""
    since = f" since {day_words(topic.now.date, year=page.names_year(topic.now.date))}" if topic.now.date else ""
    return f" **{topic.now.standing}**{since}"


def _topic(topic: Topic) -> str:
    parts = [f"## {topic.number}. {escaped(topic.title)}"]
    parts += [escaped(thesis_words(topic.thesis))] if topic.thesis else []
    standings = [_standing(standing, "from") for standing in topic.earlier]
    if topic.now:
        standings.insert(0, _standing(topic.now, "since"))
    parts += ["\n".join(standings)] if standings else []
    parts += ["\n".join(f"- {escaped(note_words(note))}" for note in topic.notes)] if topic.notes else []
    for group in topic.groups:
        parts.append(f"### {STANCE_HEADINGS[group.stance]}\n\n" + "\n".join(_saying(each) for each in group.sayings))
    parts += [_tally(tally) for tally in topic.tallies]
    return "\n\n".join(parts)


def _standing(standing: Standing, since: str) -> str:
    dated = f" {since} {day_words(standing.date)}" if standing.date else ""
    return f"- **{standing.standing}**{dated}: {escaped(standing.because)}"


def _saying(saying: Saying) -> str:
    known = (saying.who, channel_words(saying.channel), saying.day, unsure_words(saying.likely))
    facts = ", ".join(part for part in known if part)
    return f"- {escaped(facts)}: {escaped(quoted(saying.words))} {_where(saying.places)}"


def _where(places: Sequence[Place]) -> str:
    return f"({labels(places)})".replace("\N{NO-BREAK SPACE}", " ")


def _tally(tally: Tally) -> str:
    rows = [
        f"| {escaped(amount_words(one.figure))} | {range_words(one.figure)} | {escaped(counter_words(one.figure))} "
        f"| {counted_words(one.figure)} | {_where(one.places)} |"
        for one in tally.counts
    ]
    head = "| count | low to high | who counts | as of | where |\n| --- | --- | --- | --- | --- |"
    by = f": {estimate_words(tally.estimate)}" if tally.estimate else ""
    return "\n".join([f"**{escaped(tally.heading)}**{by}\n", head, *rows])


def _clashes(page: Outline) -> str:
    lines = []
    for clash in page.clashes:
        lines.append(f"- **{escaped(clash.discrepancy.what)}**: {escaped(clash.discrepancy.because)}")
        lines += [f"  - {escaped(quoted(text))} {_where([place])}" for text, place in clash.passages]
    return _section("What the reports disagree on", lines)


def _figures(page: Outline) -> str:
    return "\n\n".join(["## Other figures", *(_tally(tally) for tally in page.tallies)]) if page.tallies else ""


def _copies(page: Outline) -> str:
    lines = [f"- {', '.join(group)}: one dispatch, counted once" for group in page.copies]
    return _section("Reprints: one origin, several outlets", lines)


def _background(page: Outline) -> str:
    lines = [f"- {escaped(quoted(words))} {_where(places)}" for words, places in background_of(page)]
    return _section("Background, told again from report to report", lines)


def _undated(page: Outline) -> str:
    lines = []
    for mark, report in page.undated:
        shown = f"taken as {day_words(report.published)}" if report.published else "date not known"
        because = f": {escaped(report.published_because)}" if report.published_because else ""
        lines.append(f"- {mark} {shown}{because}")
    return _section("Dates that no report states", lines)


def _problems(page: Outline) -> str:
    lines = [f"- {escaped(problem_words(each))}" for each in page.brief.problems]
    return _section("What could not be read", lines)


def _reports(page: Outline) -> str:
    lines = []
    replaced = page.replaced
    for mark, report in page.by_mark:
        source = who_words(report.outlet or "", report.agency or "", "")
        newer = f"replaced by {replaced[report.id]}" if report.id in replaced else ""
        parts = [source, day_words(report.published), report.title or "", report.path, newer]
        lines.append(f"- {mark}: {escaped(', '.join(part for part in parts if part))}")
    return _section("Reports", lines)


def _section(heading: str, lines: Sequence[str]) -> str:
    return f"## {heading}\n\n" + "\n".join(lines) if lines else ""
