"""Brief -> Outline: the order and the grouping that every printed form of the brief shares.

Reports get short marks (R1, R2 ...) in the order in which they were added, so that a mark stays that report's; where
that is not known, in the order of their dates. Matters come by weight; the same words of the same speaker, reprinted,
become one line that names every place.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.types import (
    Brief,
    Discrepancy,
    Estimate,
    Figure,
    Likely,
    Matter,
    Position,
    Report,
    Rule,
    Span,
    Stance,
    Standing,
)
from sayso.views.dated import is_guessed, is_inferred
from sayso.views.holding import Note, notes_of
from sayso.views.likely import unsure_of
from sayso.views.titles import days_beside
from sayso.views.versions import current_figures, replaced_by
from sayso.views.wording import STANCES, amount_words, day_words, quoted, who_words

_T = TypeVar("_T")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“„«‘(\[]*[^\W\d_a-zà-ÿ])|\n\s*\n")
_WINDOW = 1000  # characters on either side in which a sentence's ends are looked for
FEW = 4  # words of evidence that are shown with their sentence
_SHORT = 110  # characters of a background paragraph shown
_CONTEXT = 320  # characters of a sentence shown around the words; longer ones are cut at a space


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the report, its mark, and the offsets."""

    report: Report | None
    mark: str
    span: Span

    @property
    def label(self) -> str:
        """Mark and offsets, "R2 57-101"."""
        return f"{self.mark} {self.span.start}-{self.span.end}".strip()

    @property
    def anchor(self) -> str:
        """The name of this place within a page."""
        return f"{self.mark.lower()}-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that a party says on a matter, with every place where it stands in these words.

    ``decides`` is True where the matter's standing rests on it; ``likely`` is that of the place read most surely.
    """

    stance: Stance
    party: str
    speaker: str
    channel: str
    date: str
    position: str
    words: str
    places: tuple[Place, ...]
    because: str
    decides: bool = False
    likely: Likely | None = None

    @property
    def is_guessed(self) -> bool:
        """Whether the day of its report is only inferred."""
        report = self.places[0].report
        return bool(self.date and report and is_guessed(report))

    @property
    def day(self) -> str:
        """When it was said, in words, with a word where that is only inferred."""
        return day_words(self.date) + (" (inferred)" if self.is_guessed else "")

    @property
    def who(self) -> str:
        """Party and speaker; for words that nobody is named for, the outlet."""
        report = self.places[0].report
        own = (report and (report.outlet or report.agency)) or "the report itself"
        return who_words(self.party, self.speaker, own)


@dataclass(frozen=True, slots=True)
class Side:
    """What one party says in one stance: the latest words that decide the standing, then the newest first; what may be
    misread stands last.
    """

    name: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The sides that take one stance, the one that spoke last first."""

    stance: Stance
    sides: tuple[Side, ...]

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """All sayings of the stance, side by side."""
        return tuple(saying for side in self.sides for saying in side.sayings)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure with every place where the same count of the same counter stands, and the words there."""

    figure: Figure
    places: tuple[Place, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one thing: what, of whom, and each count, the newest first. Counts are never added up.

    ``new`` is True where these are numbers told as new since an earlier count. ``estimate`` is what a rule makes of a
    matter's counts, None where there is but one or they are no matter's.
    """

    what: str
    of: str
    counts: tuple[Count, ...]
    who: str = ""
    new: bool = False
    estimate: Estimate | None = None

    @property
    def heading(self) -> str:
        """What is counted, of which people, and of whom; that they are new, where they are."""
        new = "new since an earlier count" if self.new else ""
        return ", ".join(part for part in (self.what, self.who.replace("; ", " and "), self.of, new) if part)


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter laid out: its number in the brief, how it stands, who says what, who counts what, what is noted.

    ``days`` is from when to when it was spoken of, where another matter asks the same.
    """

    number: int
    matter: Matter
    groups: tuple[Group, ...]
    tallies: tuple[Tally, ...]
    notes: tuple[Note, ...] = ()
    days: str = ""

    @property
    def title(self) -> str:
        """The question, with the days on which it was spoken of where another has the same words."""
        return f"{self.matter.question} ({self.days})" if self.days else self.matter.question

    @property
    def is_guessed(self) -> bool:
        """Whether the day since when it stands so is only inferred: no dated report puts it there."""
        now, sayings = self.now, [each for group in self.groups for each in group.sayings]
        then = [each for each in sayings if now and each.date == now.date]
        return bool(then) and all(each.is_guessed for each in then)

    @property
    def now(self) -> Standing | None:
        """The latest standing."""
        return self.matter.standings[-1] if self.matter.standings else None

    @property
    def thesis(self) -> str:
        """What is said, denied or conceded where the question leaves it open: who is said to have a place; "" else."""
        holder = dict(self.matter.slots).get("holder", "")
        return f"that {holder} has it" if holder else ""

    @property
    def earlier(self) -> tuple[Standing, ...]:
        """Standings before the latest, newest first."""
        return tuple(reversed(self.matter.standings[:-1]))


@dataclass(frozen=True, slots=True)
class Clash:
    """A discrepancy with the places of its passages."""

    discrepancy: Discrepancy
    passages: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief in reading order: ``reports`` by date, with their marks.

    ``first`` and ``last`` are ISO days, "" where no report has a date.
    """

    brief: Brief
    reports: tuple[tuple[str, Report], ...]
    topics: tuple[Topic, ...]
    tallies: tuple[Tally, ...]
    clashes: tuple[Clash, ...]
    copies: tuple[tuple[str, ...], ...]
    background: tuple[tuple[Place, str], ...]
    first: str
    last: str
    origins: int

    def names_year(self, iso: str) -> bool:
        """Whether a day needs its year: not where all reports, and the day, are of one year."""
        return not self.first[:4] == self.last[:4] == iso[:4]

    @property
    def by_mark(self) -> tuple[tuple[str, Report], ...]:
        """Reports in the order of their marks, to look one up."""
        return tuple(sorted(self.reports, key=lambda each: int(each[0][1:])))

    @property
    def replaced(self) -> dict[str, str]:
        """Id of each report that a newer text at its address replaced -> the mark of the newest."""
        marks = {report.id: mark for mark, report in self.reports}
        return {older: marks.get(newest, newest) for older, newest in replaced_by(self.brief).items()}

    @property
    def undated(self) -> tuple[tuple[str, Report], ...]:
        """Reports whose date was inferred or is not known."""
        return tuple((mark, report) for mark, report in self.reports if is_inferred(report) or not report.published)


def outline(brief: Brief) -> Outline:
    """Lay out a brief for print: reports by date, matters by weight, sayings by stance, figures by what they count."""
    marked = _mark_reports(brief)
    numbers = dict(brief.numbers)
    places, notes, spoken = Places(marked), notes_of(brief), days_beside(brief.matters)
    topics = tuple(
        replace(
            lay_out(matter, numbers.get(matter.id, number), places, brief.rule, notes.get(matter.id, ())),
            days=spoken.get(matter.id, ""),
        )
        for number, matter in enumerate(sorted(brief.matters, key=lambda matter: -matter.weight), start=1)
    )
    days = sorted(report.published[:10] for report in brief.reports if report.published)
    return Outline(
        brief=brief,
        reports=marked,
        topics=topics,
        tallies=tallies_of(_other_figures(brief), places),
        clashes=tuple(_clash(each, places) for each in sorted(brief.discrepancies, key=lambda each: -each.weight)),
        copies=tuple(tuple(places.mark(report) for report in group) for group in brief.copies if len(group) > 1),
        background=_background(brief, places),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        origins=len(brief.reports) - sum(len(group) - 1 for group in (*brief.copies, *brief.versions) if group),
    )


class Places:
    """Reports by id, to say where a span stands."""

    def __init__(self, marked: Iterable[tuple[str, Report]]) -> None:
        self._by_id = {report.id: (mark, report) for mark, report in marked}
        self._order = {report: number for number, report in enumerate(self._by_id)}

    def mark(self, report: str) -> str:
        """The mark of a report, its id where the brief does not hold it."""
        return self._by_id[report][0] if report in self._by_id else report

    def order(self, report: str) -> int:
        """How many reports come before this one by their dates; all where the brief does not hold it."""
        return self._order.get(report, len(self._order))

    def place(self, report: str, span: Span) -> Place:
        """Where a span stands."""
        mark, record = self._by_id.get(report, (report, None))
        return Place(record, mark, span)

    def words(self, report: str, span: Span) -> str:
        """The words at a span, "" where the brief does not hold the report."""
        record = self._by_id.get(report, ("", None))[1]
        return record.text[span.start : span.end] if record else ""


def places_of(brief: Brief) -> Places:
    """The places of a brief."""
    return Places(_mark_reports(brief))


def lay_out(matter: Matter, number: int, places: Places, rule: Rule = "sayso", notes: tuple[Note, ...] = ()) -> Topic:
    """One matter for print, its figures by ``rule``."""
    estimates = [each for each in matter.estimates if each.rule == rule]
    return Topic(number, matter, _groups(matter, places), tallies_of(matter.figures, places, estimates), notes)


def tallies_of(figures: Sequence[Figure], places: Places, estimates: Sequence[Estimate] = ()) -> tuple[Tally, ...]:
    """Figures by what and whom they count, new ones apart from totals; most counted first, then as they come."""
    grouped: dict[tuple[str, str, str, bool], list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((figure.what, figure.of, figure.who, figure.new is True), []).append(figure)
    known: dict[tuple[str, str, str, bool], Estimate] = {}
    for each in estimates:
        known.setdefault((each.what, each.of, each.who, each.new), each)
    tallies = [
        Tally(key[0], key[1], counts, key[2], key[3], known.get(key) if len(counts) > 1 else None)
        for key, counts in ((key, _counts(rows, places)) for key, rows in grouped.items())
    ]
    return tuple(sorted(tallies, key=lambda tally: -len(tally.counts)))


def background_of(page: Outline) -> list[tuple[str, list[Place]]]:
    """Background paragraphs, shortened, each once with every place where it is told."""
    together: dict[str, list[Place]] = {}
    for place, words in page.background:
        together.setdefault(textwrap.shorten(words, _SHORT, placeholder=" …"), []).append(place)
    return list(together.items())


def sentence_around(text: str, span: Span) -> tuple[str, str, str]:
    """The sentence around a span as (before, words, after), for showing words where they stand.

    >>> sentence_around("It rained. The army said it held the bridge. Nobody came.", Span(25, 43))
    ('The army said ', 'it held the bridge', '.')
    """
    low, high = max(0, span.start - _WINDOW), min(len(text), span.end + _WINDOW)
    ends = [low + match.end() for match in _SENTENCE_END.finditer(text[low:high])]
    start = max((end for end in ends if end <= span.start), default=low)
    stop = min((end for end in ends if end >= span.end), default=high)
    before, after = text[start : span.start].lstrip(), text[span.end : stop].rstrip()
    if len(before) > _CONTEXT // 2:
        before = "… " + before[-_CONTEXT // 2 :].split(" ", 1)[-1]
    if len(after) > _CONTEXT // 2:
        after = after[: _CONTEXT // 2].rsplit(" ", 1)[0] + " …"
    return before, text[span.start : span.end], after


def _mark_reports(brief: Brief) -> tuple[tuple[str, Report], ...]:
    numbers = dict(brief.numbers)
    ordered = sorted(brief.reports, key=lambda report: (report.published or "9999", report.path))
    return tuple((f"R{numbers.get(report.id, place)}", report) for place, report in enumerate(ordered, start=1))


def _groups(matter: Matter, places: Places) -> tuple[Group, ...]:
    decisive = set(matter.standings[-1].statements) if matter.standings else set()
    sayings = _sayings(matter.positions, decisive, places)
    groups = ((stance, [each for each in sayings if each.stance == stance]) for stance in STANCES)
    return tuple(Group(stance, _sides(found)) for stance, found in groups if found)


def _sides(sayings: Sequence[Saying]) -> tuple[Side, ...]:
    by_side: dict[str, list[Saying]] = {}
    newest = _newest(sayings, lambda each: each.date)
    for saying in sorted(newest, key=lambda each: bool(unsure_of(each.likely))):
        by_side.setdefault(saying.party or saying.who, []).append(saying)
    return tuple(Side(name, tuple(_telling(each))) for name, each in by_side.items())


def _telling(ordered: Sequence[Saying]) -> list[Saying]:
    first = next((saying for saying in ordered if saying.decides), ordered[0])
    return [first, *(saying for saying in ordered if saying is not first)]


def _sayings(positions: Sequence[Position], decisive: set[str], places: Places) -> list[Saying]:
    joined: dict[tuple[str, str, str, str], list[Position]] = {}
    for position in sorted(positions, key=lambda each: (places.order(each.report), each.evidence)):
        words = quoted(position.text).casefold()
        joined.setdefault((position.stance, position.party, position.speaker, words), []).append(position)
    return [_saying(group, decisive, places) for group in joined.values()]


def _saying(group: Sequence[Position], decisive: set[str], places: Places) -> Saying:
    first = min(group, key=lambda position: position.date or "9999")
    return Saying(
        stance=first.stance,
        party=first.party,
        speaker=first.speaker,
        channel=first.channel,
        date=first.date,
        position=first.position,
        words=_told(first, places),
        places=tuple(dict.fromkeys(places.place(each.report, each.evidence) for each in [first, *group])),
        because=first.because,
        decides=any(each.statement in decisive for each in group),
        likely=_surest(group),
    )


def _told(position: Position, places: Places) -> str:
    """The words of a position; a few of them with the rest of their sentence, without which they say little."""
    report = places.place(position.report, position.evidence).report
    stands = places.words(position.report, position.evidence) == position.text
    if report is None or not stands or len(position.text.split()) > FEW:
        return position.text
    return "".join(sentence_around(report.text, position.evidence))


def _surest(group: Sequence[Position]) -> Likely | None:
    """How likely the surest of some positions is; None where one was judged or none weighed."""
    known = [each.likely for each in group]
    return max(filter(None, known), key=lambda each: each.question * each.party * each.stance) if all(known) else None


def _other_figures(brief: Brief) -> list[Figure]:
    """Figures for the brief: not shown with a matter, no background, and with a side or a counter to them."""
    shown = {(figure.report, figure.span) for matter in brief.matters for figure in matter.figures}
    told_again: dict[str, list[Span]] = {}
    for report, span in brief.background:
        told_again.setdefault(report, []).append(span)
    return [
        figure
        for figure in current_figures(brief)
        if (figure.of or figure.by)
        and (figure.report, figure.span) not in shown
        and not any(_inside(figure.span, span) for span in told_again.get(figure.report, ()))
    ]


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _counts(figures: Sequence[Figure], places: Places) -> tuple[Count, ...]:
    joined: dict[tuple[str, str, str, str], list[Figure]] = {}
    for figure in figures:
        as_of = (figure.as_of or "") if figure.by else ""  # the same number, told again by nobody, is one count
        joined.setdefault((amount_words(figure), figure.by, figure.since or "", as_of), []).append(figure)
    counts = [
        Count(
            group[0],
            tuple(places.place(each.report, each.span) for each in group),
            places.words(group[0].report, group[0].span),
        )
        for group in joined.values()
    ]
    return tuple(_newest(counts, _count_day))


def _newest(things: Iterable[_T], day: Callable[[_T], str]) -> list[_T]:
    return sorted(things, key=day, reverse=True)


def _count_day(count: Count) -> str:
    report = count.places[0].report
    return count.figure.as_of or (report.published if report else None) or ""


def _clash(discrepancy: Discrepancy, places: Places) -> Clash:
    parts = zip(discrepancy.reports, discrepancy.evidence, discrepancy.texts, strict=False)
    return Clash(discrepancy, tuple((text, places.place(report, span)) for report, span, text in parts))


def _background(brief: Brief, places: Places) -> tuple[tuple[Place, str], ...]:
    found = ((places.place(report, span), places.words(report, span)) for report, span in brief.background)
    return tuple((place, words) for place, words in found if words)
