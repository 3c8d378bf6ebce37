"""Brief -> everything in it by what it is asked for: reports, matters, statements, names, each with what belongs to it.

Built once for a state of the ledger; a page then looks up what it shows and goes through nothing from end to end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sayso.errors import NotFoundError
from sayso.types import Brief, Claim, Figure, KnownName, Reading, Report, Span, Statement, cover
from sayso.types import Place as Spot
from sayso.values.lettered_names import names_of
from sayso.views.marked import Mark, marks_in
from sayso.views.outline import Clash, Outline, Places, Tally, Topic, outline, tallies_of
from sayso.views.pictures.worldmap import Pin
from sayso.views.versions import current_figures

_T = TypeVar("_T")
FACETS = ("party", "stance", "channel", "kind", "place", "outlet")


EXACT = 2  # where_prec up to which coordinates are those of the place itself
OPEN = "open"  # where a matter stands of which nothing dated says so
UNSAID = frozenset({"names", "words", "conflict"})  # slots by which matters are joined, not what they are about
_PLACE_SLOTS = frozenset({"place", "from", "to"})


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in a list: how many statements are its own, in how many reports it stands."""

    known: KnownName
    said: int
    reports: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the report that it stands in, the day it counts for, its claims and the matters it bears on."""

    statement: Statement
    report: Report
    mark: str
    number: int
    day: str
    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]

    @property
    def words(self) -> str:
        """The words of its content, else of its cue."""
        return " … ".join(self.report.text[span.start : span.end] for span in self.statement.content) or " ".join(
            self.report.text[span.start : span.end] for span in self.statement.cue
        )

    @property
    def cover(self) -> Span:
        """From its first character to its last."""
        return cover(self.statement.spans)


def frequent(values: Iterable[str], most: int = 60) -> list[tuple[str, int]]:
    """Values with how often each is there, the most frequent first.

    >>> frequent(["b", "a", "b", "c"])
    [('b', 2), ('a', 1), ('c', 1)]
    """
    return sorted(Counter(values).items(), key=lambda each: (-each[1], each[0]))[:most]


def outlet_of(report: Report) -> str:
    """Who published a report, else who wrote it, else how it was named."""
    return known_outlet(report) or report.path


def known_outlet(report: Report) -> str:
    """Who published a report, else who wrote it, "" where neither is known."""
    return report.outlet or report.agency or ""


def parties_of(words: str) -> tuple[str, ...]:
    """The parties that a statement or position speaks for, one by one."""
    return tuple(party.strip() for party in words.split(";") if party.strip())


class Index:
    """A brief by id and name. Use ``Index.of``."""

    def __init__(self, brief: Brief, readings: Sequence[Reading], arrivals: Sequence[str]) -> None:
        self.spots: dict[str, Spot] = {place.name: place for place in brief.places}
        self.brief = brief
        self.outline: Outline = outline(brief)
        self.places = Places(self.outline.reports)
        self.reports: dict[str, Report] = {report.id: report for report in brief.reports}
        self.marks: dict[str, str] = {report.id: mark for mark, report in self.outline.reports}
        self.arrivals = tuple(each for each in arrivals if each in self.reports)
        self.topics: dict[str, Topic] = {topic.matter.id: topic for topic in self.outline.topics}
        self.topics_of_report: dict[str, list[Topic]] = {}
        topics_of_statement = self._place_topics()
        claims = _claims_of(readings)
        self.said: tuple[Said, ...] = self._said(claims, topics_of_statement)
        self.said_by_id: dict[str, Said] = {said.statement.id: said for said in self.said}
        self.said_in: dict[str, list[Said]] = {}
        for said in self.said:
            self.said_in.setdefault(said.report.id, []).append(said)
        for group in self.said_in.values():
            group.sort(key=lambda said: said.number)
        self.origin: dict[str, str] = {each: group[0] for group in brief.copies for each in group}
        self.copies_of: dict[str, tuple[str, ...]] = {each: group for group in brief.copies for each in group}
        self.names: dict[str, KnownName] = {}
        for known in brief.names:
            for spelling in (known.name, *known.spellings):
                self.names.setdefault(spelling.casefold(), known)
        self.named_in = _named_in(readings, self.names)

    def topic(self, words: str) -> Topic:
        """The matter with this id, or whose id begins so.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        return _one(self.topics, words, "matter")

    def report(self, words: str) -> Report:
        """The report with this id, or whose id begins so, or with this mark (R2).

        Raises:
            NotFoundError: there is none, or more than one.
        """
        by_mark = self.by_mark.get(words.upper())
        return by_mark or _one(self.reports, words, "report")

    @cached_property
    def by_mark(self) -> dict[str, Report]:
        """Mark (R2) -> report."""
        return dict(self.outline.reports)

    @cached_property
    def facets(self) -> dict[str, dict[str, set[int]]]:
        """Facet -> value -> numbers in ``said`` of the statements that have it."""
        found: dict[str, dict[str, set[int]]] = {facet: {} for facet in FACETS}
        for number, said in enumerate(self.said):
            for facet, values in self._values(said):
                for value in values:
                    found[facet].setdefault(value, set()).add(number)
        return found

    @cached_property
    def facet_counts(self) -> dict[str, list[tuple[str, int]]]:
        """Facet -> its values with the number of their statements, the most frequent first."""
        return {
            facet: sorted(((value, len(held)) for value, held in values.items()), key=lambda each: (-each[1], each[0]))
            for facet, values in self.facets.items()
        }

    @cached_property
    def numbers_in(self) -> dict[str, list[int]]:
        """Report id -> the numbers in ``said`` of its statements."""
        found: dict[str, list[int]] = {}
        for number, said in enumerate(self.said):
            found.setdefault(said.report.id, []).append(number)
        return found

    @cached_property
    def standings(self) -> list[tuple[str, int]]:
        """Standings with how many matters stand so, the most frequent first."""
        return frequent(topic.now.standing if topic.now else OPEN for topic in self.outline.topics)

    @cached_property
    def kinds(self) -> list[tuple[str, int]]:
        """Kinds of matters, the most frequent first."""
        return frequent(topic.matter.kind for topic in self.outline.topics)

    @cached_property
    def outlets(self) -> list[tuple[str, int]]:
        """Outlets with how many reports are theirs, the most frequent first."""
        return frequent(outlet for report in self.reports.values() if (outlet := known_outlet(report)))

    @cached_property
    def clash_kinds(self) -> list[tuple[str, int]]:
        """Kinds of discrepancies, the most frequent first."""
        return frequent(clash.discrepancy.kind for clash in self.outline.clashes)

    @cached_property
    def name_types(self) -> list[tuple[str, int]]:
        """Types of names, the most frequent first."""
        return frequent(known.type for known in self.brief.names)

    @cached_property
    def name_lines(self) -> tuple[NameLine, ...]:
        """All names, those that speak most first."""
        lines = []
        for known in self.brief.names:
            key = known.name.casefold()
            lines.append(NameLine(known, len(self.by_speaker.get(key, ())), len(self.named_in.get(key, ()))))
        return tuple(sorted(lines, key=lambda line: (-line.said, -line.reports, line.known.name)))

    @cached_property
    def all_pins(self) -> tuple[list[Pin], list[str]]:
        """What ``pins_of`` gives for all matters."""
        return self.pins_of(self.outline.topics)

    def numbers_between(self, first: str, last: str) -> range:
        """The numbers in ``said`` of the days from ``first`` to ``last``, "" for an open end; the newest come first."""
        start = bisect_left(self._days, True, key=lambda day: day <= last) if last else 0
        stop = bisect_left(self._days, True, key=lambda day: day < first) if first else len(self._days)
        dated = bisect_left(self._days, True, key=lambda day: day == "")
        return range(start, min(stop, dated) if first or last else stop)

    @cached_property
    def _days(self) -> list[str]:
        return [said.day for said in self.said]

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """All figures by what they count, the most counted first."""
        return tallies_of(current_figures(self.brief), self.places)

    @cached_property
    def by_speaker(self) -> dict[str, list[int]]:
        """Speaker or party, in lower case -> numbers in ``said``, the newest first."""
        found: dict[str, list[int]] = {}
        for number, said in enumerate(self.said):
            parties = parties_of(said.statement.party)
            who = {said.statement.speaker, *(name for party in parties for name in names_of(party))} - {""}
            for name in who:
                found.setdefault(name.casefold(), []).append(number)
        return found

    @cached_property
    def topics_of_name(self) -> dict[str, list[Topic]]:
        """Name, in lower case -> matters that it stands in a slot or a position of."""
        found: dict[str, list[Topic]] = {}
        for topic in self.outline.topics:
            words = [value.replace(", ", ";") for slot, value in topic.matter.slots if slot not in UNSAID]
            words += [party for p in topic.matter.positions for party in (*parties_of(p.party), p.speaker) if party]
            parts = {part.strip() for value in words for part in value.replace(" / ", ";").split(";")} - {""}
            for name in {self.canonical(name).casefold() for part in parts for name in names_of(part)}:
                found.setdefault(name, []).append(topic)
        return found

    @cached_property
    def figures_in(self) -> dict[str, list[Figure]]:
        """Report id -> the figures in it, in the order of the text."""
        found: dict[str, list[Figure]] = {}
        for figure in self.brief.figures:
            found.setdefault(figure.report, []).append(figure)
        return {report: sorted(figures, key=lambda each: each.span) for report, figures in found.items()}

    @cached_property
    def background_in(self) -> dict[str, list[Span]]:
        """Report id -> the paragraphs in it that are told again from report to report."""
        found: dict[str, list[Span]] = {}
        for report, span in self.brief.background:
            found.setdefault(report, []).append(span)
        return found

    def marks_in(self, report: str) -> list[Mark]:
        """Everything that is marked in the text of a report."""
        statements = [(said.number, said.statement) for said in self.said_in.get(report, ())]
        topics = self.topics_of_report.get(report, ())
        return marks_in(report, topics, statements, self.background_in.get(report, ()))

    @cached_property
    def clashes_in(self) -> dict[str, list[Clash]]:
        """Report id -> the discrepancies that it has part in."""
        found: dict[str, list[Clash]] = {}
        for clash in self.outline.clashes:
            for report in dict.fromkeys(clash.discrepancy.reports):
                found.setdefault(report, []).append(clash)
        return found

    def places_of_topic(self, topic: Topic) -> list[str]:
        """The places that a matter is about, in the spelling of the ledger."""
        words = [
            part.strip() for slot, value in topic.matter.slots if slot in _PLACE_SLOTS for part in value.split("/")
        ]
        return list(dict.fromkeys(self.canonical(part) for part in words if part))

    def pins_of(self, topics: Iterable[Topic]) -> tuple[list[Pin], list[str]]:
        """Places of these matters whose coordinates are known, the weightiest matter first, and the other places."""
        held: dict[str, list[Topic]] = {}
        for topic in topics:
            for place in self.places_of_topic(topic):
                held.setdefault(place, []).append(topic)
        pins = [_pin(place, self.spots[place], found) for place, found in held.items() if place in self.spots]
        return pins, [place for place in held if place not in self.spots]

    def canonical(self, name: str) -> str:
        """The form in which the ledger knows a name, the name itself where it does not know it."""
        known = self.names.get(name.casefold())
        return known.name if known else name

    def _place_topics(self) -> dict[str, list[Topic]]:
        found: dict[str, list[Topic]] = {}
        for topic in self.outline.topics:
            for statement in {p.statement for p in topic.matter.positions if p.statement}:
                found.setdefault(statement, []).append(topic)
            for report in {p.report for p in topic.matter.positions}:
                self.topics_of_report.setdefault(report, []).append(topic)
        return found

    def _said(self, claims: Mapping[str, Sequence[Claim]], topics: Mapping[str, list[Topic]]) -> tuple[Said, ...]:
        by_report: dict[str, list[Statement]] = {}
        for statement in self.brief.statements:
            by_report.setdefault(statement.report, []).append(statement)
        found = []
        for mark, report in self.outline.reports:
            for number, each in enumerate(sorted(by_report.get(report.id, ()), key=lambda s: cover(s.spans)), start=1):
                day = (each.said or report.published or "")[:10]
                held = tuple(claims.get(each.id, ()))
                found.append(Said(each, report, mark, number, day, held, tuple(topics.get(each.id, ()))))
        return tuple(sorted(found, key=lambda said: said.day, reverse=True))

    def _values(self, said: Said) -> Iterable[tuple[str, Iterable[str]]]:
        yield "party", parties_of(said.statement.party)
        yield "stance", (said.statement.stance,)
        yield "channel", (said.statement.channel,) if said.statement.channel else ()
        yield "kind", {claim.kind for claim in said.claims}
        yield "place", {self.canonical(claim.slot("place")) for claim in said.claims if claim.slot("place")}
        yield "outlet", (outlet,) if (outlet := known_outlet(said.report)) else ()


def pins_of(topic: Topic, spots: Mapping[str, Spot]) -> list[Pin]:
    """The places of one matter whose names in its slots are names of the gazetteer's places."""
    words = [value for slot, value in topic.matter.slots if slot in _PLACE_SLOTS]
    names = dict.fromkeys(part.strip() for each in words for part in each.split("/"))
    return [_pin(name, spots[name], [topic]) for name in names if name in spots]


def _pin(name: str, at: Spot, topics: Sequence[Topic]) -> Pin:
    first = topics[0]
    more = f" and {len(topics) - 1} more" if len(topics) > 1 else ""
    standing = first.now.standing if first.now else ""
    words = f"{first.matter.question} {standing}{more}".strip()
    return Pin(name, at.lat, at.lon, at.precision <= EXACT, at.because, words, standing, len(topics), name)


def _claims_of(readings: Iterable[Reading]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.statement is not None:
                found.setdefault(claim.statement, []).append(claim)
    return found


def _named_in(readings: Iterable[Reading], names: Mapping[str, KnownName]) -> dict[str, dict[str, Span]]:
    """Name, in lower case -> report id -> the first place where it stands."""
    found: dict[str, dict[str, Span]] = {}
    for reading in readings:
        for name in reading.names:
            known = names.get(name.name.casefold())
            places = found.setdefault((known.name if known else name.name).casefold(), {})
            if name.spans:
                first = min(name.spans)
                places[reading.report] = min(places.get(reading.report, first), first)
    return found


def _one(held: Mapping[str, _T], words: str, kind: str) -> _T:
    if words in held:
        return held[words]
    found = [key for key in held if len(words) >= 4 and key.startswith(words)]
    if len(found) != 1:
        raise NotFoundError(f"{words}: {'more than one' if found else 'no'} {kind} has an id that begins so")
    return held[found[0]]
