"""What claims are read from: a report with its sentences, statements and names, and what it has spoken of so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sayso.reading.capitals import is_capital_here, is_seat
from sayso.reading.named import PLACE_NOUN, Named
from sayso.reading.sections import sections
from sayso.reading.unnamed_forces import rebels_in
from sayso.types import Claim, Report, Span, Statement, cover
from sayso.values.name_parts import has_title
from sayso.values.party_tables import world

DASH = re.compile(r"[^.;!?–—]{0,25}[–—:-]\s[^.;!?]*$")
TOTAL = re.compile(r"[^.;!?]{0,60}, (?:bring|tak|rais|push|lift|carry)ing (?:the|its|their) [^.;!?]*$")
"""What goes on after who says so: "killed 12, the ministry said, bringing the toll of the war to 3,000"."""
FAMILIES = {"fighting": "control", "equipment": "attack", "casualties": "attack", "responsibility": "attack"}
BETWEEN = 3  # words of a name that may stand between a title and the part of it that is taken for a place
SPEAKS = re.compile(r" (?:for the [A-Z]|,? who (?:speaks|heads|commands|leads|chairs)|,? spokes)")
POINTS_HERE = re.compile(r"\b(?:[Tt]he (?:city|town)(?! of\b)|(?<!\bare )here)\b")
HEADLINE, LEAD = 3, 2  # what a place named there weighs against one named anywhere else


@dataclass(frozen=True)
class Scene:
    """A report with all that claims are read from; ``is_movement`` tells movements from states by their names.

    ``forces`` are those without a name whose side is known: "the army".
    """

    report: Report
    anchor: date | None
    sentences: list[Span]
    statements: Sequence[Statement]
    named: Sequence[Named]
    party_of: Callable[[str], str]
    is_movement: Callable[[str], bool] = lambda party: False
    forces: Sequence[Named] = ()

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def inside(self, span: Span, kind: str = "") -> list[Named]:
        """The names within ``span``, of one kind if ``kind`` is given; those of a dateline stand for no place."""
        return [
            n
            for n in self.named
            if span.start <= n.span.start < span.end
            and kind in ("", n.kind)
            and not self.in_dateline(n.span)
            and not (n.kind == "place" and n.words in self.persons)
        ]

    def armed(self, span: Span) -> list[Named]:
        """What stands for a side within ``span``, by its name or as an army, troops or rebels without one."""
        sides = [n for n in self.inside(span) if n.party]
        unnamed = [n for n in self.forces if span.start <= n.span.start < span.end]
        return sorted((*sides, *unnamed, *rebels_in(self.text, span, self.party_of)), key=lambda n: n.span)

    def source_at(self, at: Span) -> Callable[[Span], bool]:
        """Whether a name stands with the source of the statement that holds ``at``, or beside its cue: "a miner from
        Orlin counted nine", "the minister, speaking in Orlin, said".
        """
        holder = holder_of(self.statements, at)
        if holder is None or not holder.source:
            return lambda span: False
        spoken = cover((*holder.source, *holder.cue))
        after = min((piece.start for piece in holder.content if piece.start >= spoken.end), default=spoken.end)
        beside = Span(spoken.start, after if holder.cue else spoken.end)
        return lambda span: (
            beside.start <= span.start < beside.end
            and not any(piece.start <= span.start < piece.end for piece in holder.content)
        )

    def in_dateline(self, span: Span) -> bool:
        """True between the headline and the running text: where the report was written, not what it is about."""
        body, title = self.report.body, self.report.title_span
        return body is not None and (title.end if title else 0) <= span.start < body.start

    @cached_property
    def persons(self) -> frozenset[str]:
        """Names taken for places that stand behind a title or speak for somebody: "by Ana Ruvo for the Council"."""
        names = {n.words for n in self.named if n.kind == "place"}
        return frozenset(name for name in names if self._is_person(name))

    def _is_person(self, name: str) -> bool:
        if re.search(rf"\b{PLACE_NOUN} of {re.escape(name)}\b", self.text):
            return False
        for start in (match.start() for match in re.finditer(re.escape(name), self.text)):
            end = start + len(name)
            if not self.text[end : end + 1].isalnum() and has_title(self.text, start, BETWEEN):
                return True
            if " " in name and SPEAKS.match(self.text, end):
                return True
        return False

    @cached_property
    def main_place(self) -> str:
        """The place that the report is about: named in its headline, its lead, and most often; "" for none."""
        return self._votes.most_common(1)[0][0] if self._votes else ""

    @cached_property
    def _votes(self) -> Counter[str]:
        title = self.report.title_span
        lead = next((s for s in self.sentences if not title or s.start >= title.end), None)
        votes: Counter[str] = Counter()
        for name in self.named:
            in_title = title is not None and name.span.start < title.end
            in_lead = lead is not None and lead.start <= name.span.start < lead.end
            town = name.kind == "place" or ((in_title or in_lead) and is_capital_here(self.text, name))
            if town and not self.in_dateline(name.span) and name.words not in self.persons:
                votes[name.words] += HEADLINE if in_title else LEAD if in_lead else 1
        return votes

    @cached_property
    def own_town(self) -> str:
        """The town that the report was written in, where it tells of it as well: its dateline "ORLIN, Ostria" has one
        town that is no seat of government, and the text names it or has "the city", "here". "" for none.
        """
        town, land, _ = ",".join(self.report.dateline).partition(",")
        if not land or len(self.report.dateline) > 1 or not self.report.body or town.title() in world():
            return ""
        text = self.text[self.report.body.start : self.report.body.end]
        named = re.search(rf"\b{re.escape(town)}\b", text, re.IGNORECASE)
        return named[0] if named else town.title() if POINTS_HERE.search(text) else ""

    def section_at(self, at: int) -> tuple[int, str]:
        """Where the section begins in which ``at`` stands, and the one place at its head, "" for none."""
        return max((each for each in self._sections if each[0] <= at), default=(0, ""))

    @cached_property
    def _sections(self) -> list[tuple[int, str]]:
        body = self.report.body.start if self.report.body else 0
        return [(section.start, self._only_town(section.head)) for section in sections(self.text, body)]

    def _only_town(self, span: Span) -> str:
        towns = {n.words for n in self.inside(span) if n.kind == "place" or is_seat(n)}
        return towns.pop() if len(towns) == 1 else ""

    def called(self, noun: str, before: int) -> str:
        """The place that the report has called ``noun`` last before an offset: "the dam" after "the Kezmen dam"."""
        found = ""
        for name in self.named:
            if name.kind not in ("place", "region") or self.in_dateline(name.span):
                continue
            if name.span.start >= before and found:
                break
            left = self.text[max(0, name.span.start - 30) : name.span.start].lower()
            right = self.text[name.span.end : name.span.end + 40].lower()
            if re.search(rf"\b{noun} (?:of |at |in )?(?:the )?$", left) or re.match(
                rf",? (?:the|an?) (?:[\w-]+ ){{0,2}}{noun}\b| {noun}\b", right
            ):
                found = name.words
        return found


@dataclass(slots=True)
class Earlier:
    """What a report has spoken of so far: places named, and claims made, by family of kinds.

    ``since`` is where its section begins, ``many`` the claims of which the place stands in a list with others.
    """

    named: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    last_sentence: Span | None = None
    last_named: Sequence[str] = ()
    since: int = 0
    many: set[str] = field(default_factory=set)

    def turn(self, since: int, place: str) -> None:
        """Begin a section: what was named before it is no longer meant, and ``place``, at its head, is."""
        if since > self.since:
            self.since, self.named, self.last_named = since, [place] if place else [], [place] if place else []

    def place(self, kind: str) -> str:
        """The place that "the town" stands for in a claim of ``kind``, "" where nothing was named.

        It is that of the last such claim, unless it is one of many; that of the sentence before where it names one
        since, and no other.
        """
        claim = self._placed(kind)
        latest = claim.evidence.start if claim else self.since - 1
        if self.last_sentence and latest < self.last_sentence.start and len(set(self.last_named)) == 1:
            return self.last_named[0]
        if claim is None:
            return (self.named or [""])[-1]
        return "" if claim.id in self.many else claim.slot("place")

    def _placed(self, kind: str) -> Claim | None:
        """The last claim of the section that has a place, before all of those of the family of ``kind``."""
        placed = [c for c in self.claims if c.slot("place") and c.evidence.start >= self.since]
        return next((c for c in reversed(placed) if family(c.kind) == family(kind)), placed[-1] if placed else None)

    def last(self, *kinds: str) -> Claim | None:
        """The last claim of one of ``kinds``."""
        return next((c for c in reversed(self.claims) if c.kind in kinds), None)


def family(kind: str) -> str:
    """Kinds that mean the same place where the text says "the town": control with fighting, attack with its dead."""
    return FAMILIES.get(kind, kind)


def holder_of(statements: Iterable[Statement], span: Span) -> Statement | None:
    """The innermost statement whose content, else whose cue, holds ``span``; None for the outlet's own voice."""
    at = span.start
    for part in ("content", "cue"):
        holding = [s for s in statements for p in getattr(s, part) if p.start <= at < p.end]
        if holding:
            return min(holding, key=lambda s: (sum(p.end - p.start for p in s.content), s.id))
    return None


def continued(scene: Scene, at: Span, sentence: Span) -> Statement | None:
    """The statement that goes on after a dash or colon, or with what a number brings a total to.

    "He reported gains - the number of places came to 200".
    """
    for statement in scene.statements:
        end = max((p.end for p in (*statement.content, *statement.cue)), default=0)
        between = scene.text[end : at.start]
        goes_on = DASH.match(between) or TOTAL.match(between)
        if statement.content and sentence.start <= end <= at.start and goes_on:
            return statement
    return None


def evidence_around(sentence: Span, statement: Statement | None, at: Span) -> Span:
    """The content around ``at``, cut to its sentence; what follows the content; the sentence where nobody is quoted.

    Words of the cue right behind what is said are no evidence by themselves: of "'Who fired?' he demanded" it is the
    question.
    """
    pieces = statement.content if statement else ()
    for piece in pieces:
        if piece.start <= at.start < piece.end:
            return Span(max(_begins(statement, piece, sentence), sentence.start), min(piece.end, sentence.end))
    ends = [p.end for p in pieces if sentence.start <= p.end <= at.start]
    said = [p for p in pieces if p.end <= at.start]
    told_before = said and not any(at.end <= p.start < sentence.end for p in pieces)
    if statement and told_before and any(cue.start <= at.start < cue.end for cue in statement.cue):
        return Span(max(said[-1].start, sentence.start), said[-1].end) if ends else said[-1]
    return Span(max(ends), sentence.end) if ends else sentence


ASIDE = 60  # characters of who says so between two pieces of one sentence


def _begins(statement: Statement | None, piece: Span, sentence: Span) -> int:
    """Where the sentence begins that ``piece`` ends: that of "[A truce], he said, [is expected]" with the truce."""
    for before in statement.content if statement else ():
        near = sentence.start <= before.start and piece.start - ASIDE < before.end <= piece.start
        if statement and near and any(before.end <= cue.start < piece.start for cue in statement.cue):
            return before.start
    return piece.start
