"""The signs by which a side is the one that a speaker speaks for: what the rules guess, to whose names the model ties
the speaker, who is named before and in what is said, who is at home, which words stand for the speaker. Pure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp, log, log1p, sqrt

from sayso.reading.source_phrases import ASKS, ISSUES, PRIVATE
from sayso.types import Report, Span, Statement
from sayso.values.actor_signs import names_in
from sayso.values.learnt import BODIES, LIKELY
from sayso.values.parties import BY_USER, PartyGuess, PartyTable, ground_of, is_named, party_reason
from sayso.values.party_tables import world_states
from sayso.values.party_words import calm

NOBODY = ""
"""The option that a speaker speaks for no side, or for none that is known."""

Signs = Mapping[str, float]
Options = Mapping[str, Signs]

MOST = 12  # sides of a war up to which all are options, named in the report or not
NEAR, CLOSE = 200, 40  # characters over which a name loses its sway as one that is named near, or in the same sentence
LEAST = 0.01  # what a tie is at least, for its logarithm
LONGEST = 400  # characters before a speaker in which the sentence begins
PLACES = 6  # of a name, beside which the words that say who it is are read
BESIDE = 60  # characters before a name in which they stand
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STOP = re.compile(r"[.!?][”\"’»]?\s|\n")


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a side is named, whether it is a group, and by what (``Learnt.by``)."""

    start: int
    end: int
    party: str
    is_group: bool
    by: str


@dataclass(frozen=True)
class Telling:
    """A report with the sides that it names and what was made of its statements so far."""

    report: Report
    statements: Sequence[Statement]
    table: PartyTable

    @cached_property
    def named(self) -> list[Named]:
        """Every place where a side is named, in order; of two that overlap the longer one."""
        kept: list[Named] = []
        for one in sorted({*self._names(), *self._described()}, key=lambda n: (n.start, -n.end, n.party, n.by)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    def is_settled(self, statement: Statement) -> bool:
        """Whether it needs no asking for whom a statement speaks."""
        own = statement.speaker and statement.speaker in (self.report.outlet, self.report.agency)
        why = party_reason(statement)
        words = " ".join(self.report.text[span.start : span.end] for span in statement.source)
        private = not statement.party and PRIVATE.match(words) is not None
        return bool(own) or private or "; " in statement.party or BY_USER in why or why.startswith((ASKS, ISSUES))

    def named_in(self, spans: Iterable[Span]) -> list[Named]:
        """Those that begin in any of the spans."""
        places = list(spans)
        return [one for one in self.named if any(span.start <= one.start < span.end for span in places)]

    def _names(self) -> Iterator[Named]:
        known: dict[str, PartyGuess | None] = {}
        for words, start, end, _ in names_in(calm(self.report.text)):
            if words not in known:
                known[words] = self.table.party_of(words)
            guess = known[words]
            if guess and guess.party and guess.kind != "body" and "; " not in guess.party:
                yield Named(start, end, guess.party, guess.kind in BODIES, guess.by)

    def _described(self) -> Iterator[Named]:
        for words, one in self.table.learnt.items():
            if one.party and one.by in ("description", "short name"):
                first, rest = re.escape(words[0]), re.escape(words[1:])  # "The Front" opens a sentence
                for match in re.finditer(rf"\b(?i:{first}){rest}\b", self.report.text):
                    yield Named(match.start(), match.end(), one.party, one.kind in BODIES, one.by)

    @cached_property
    def is_group(self) -> Mapping[str, bool]:
        """Every side that is known of, and whether it is a group rather than a state or a region."""
        out: dict[str, bool] = {}
        taught = ((one.party, one.kind in BODIES) for one in self.table.learnt.values())
        named = ((one.party, one.is_group) for one in self.named)
        ruled = ((one.party, False) for one in self.statements if "; " not in one.party)
        for party, is_group in (*taught, *named, *ruled):
            if party:
                out.setdefault(party, is_group)
        return out

    @cached_property
    def count(self) -> Counter[str]:
        """How often each side is named."""
        return Counter(one.party for one in self.named)

    @cached_property
    def headed(self) -> list[str]:
        """The sides named in the headline, in order."""
        return [one.party for one in self.named if one.start < self.report.text.find("\n")]

    @cached_property
    def sent_from(self) -> frozenset[str]:
        """The sides of the dateline."""
        places = self.report.dateline
        guesses = (self.table.party_of(place) or self.table.home_of(place) for place in places)
        return frozenset(guess.party for guess in guesses if guess and guess.party)

    @cached_property
    def ties(self) -> Mapping[str, Mapping[str, float]]:
        """Statement -> how likely the model ties its speaker to each side; whoever is named is asked for once."""
        own = {one.id: _ties(one, self.table) for one in self.statements}
        asked: defaultdict[str, list[Mapping[str, float]]] = defaultdict(list)
        for one in self.statements:
            if is_named(one) and (found := own[one.id]) is not None:
                asked[one.speaker].append(found)
        return {one.id: _mean(asked[one.speaker]) if is_named(one) else own[one.id] or {} for one in self.statements}

    @cached_property
    def worded(self) -> Mapping[str, frozenset[str]]:
        """Named speaker -> the sides that words somewhere in the report give."""
        out: defaultdict[str, set[str]] = defaultdict(set)
        for one in self.statements:
            if is_named(one) and one.party and ground_of(party_reason(one)) == "words":
                out[one.speaker].add(one.party)
        return {speaker: frozenset(parties) for speaker, parties in out.items()}


def _ties(statement: Statement, table: PartyTable) -> Mapping[str, float] | None:
    if not statement.meaning or not statement.meaning.ties:
        return None
    out: defaultdict[str, float] = defaultdict(float)
    for name, share in statement.meaning.ties:
        guess = table.party_of(name)
        if guess and guess.party and guess.by != LIKELY:
            out[guess.party] += share
    return out


def _mean(each: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {party: sum(one.get(party, 0.0) for one in each) / len(each) for party in {p for one in each for p in one}}


def options_of(telling: Telling) -> dict[str, Options]:
    """Statement -> each side that its speaker may speak for, and ``NOBODY``, with the signs of each.

    None has what is settled: what the user says, an outlet or an interviewer, and several sides that speak
    together.
    """
    last: tuple[str, int] | None = None
    out: dict[str, Options] = {}
    for one in sorted(telling.statements, key=_start):
        if telling.is_settled(one):
            last = (one.party, _start(one)) if one.party else last
            continue
        place = _Place.of(telling, one, last)
        parties = telling.is_group if len(telling.is_group) <= MOST else place.likely_ones()
        out[one.id] = {party: place.signs(party) for party in sorted(parties)} | {NOBODY: place.of_nobody(len(parties))}
        if one.party and ground_of(party_reason(one)) == "words":
            last = one.party, place.at
    return out


def _start(statement: Statement) -> int:
    return min((span.start for span in statement.source or statement.spans), default=0)


@dataclass(frozen=True)
class _Place:
    """A statement where it stands: who is named before its speaker, in the same sentence and in what is said."""

    telling: Telling
    statement: Statement
    at: int
    ground: str
    sentence: int
    paragraph: int
    before: Sequence[Named]
    content: Sequence[Named]
    after: frozenset[str]
    source: frozenset[str]
    spoke: tuple[str, int] | None
    words: frozenset[str]
    beside: frozenset[str]

    @classmethod
    def of(cls, telling: Telling, statement: Statement, spoke: tuple[str, int] | None) -> _Place:
        text, at = telling.report.text, _start(statement)
        starts = [match.end() for match in _STOP.finditer(text, max(0, at - LONGEST), at)]
        stop = _STOP.search(text, at)
        end = stop.start() if stop else len(text)
        said = telling.named_in(statement.content)
        why = party_reason(statement)
        words, beside = _words_for(text, statement)
        return cls(
            telling=telling,
            statement=statement,
            at=at,
            ground=ground_of(why) if why else "",
            sentence=starts[-1] if starts else max(0, at - LONGEST),
            paragraph=text.rfind("\n", 0, at) + 1,
            before=telling.named[: bisect_left(telling.named, at + 1, key=lambda one: one.end)],
            content=said,
            after=frozenset(one.party for one in telling.named if at < one.start < end and one not in said),
            source=frozenset(one.party for one in telling.named_in(statement.source)),
            spoke=spoke,
            words=words,
            beside=beside,
        )

    @property
    def ties(self) -> Mapping[str, float]:
        """How likely the speaker is tied to each side."""
        return self.telling.ties[self.statement.id]

    def likely_ones(self) -> set[str]:
        """Of the sides of a war that has very many those that the report names, or that are guessed."""
        return {
            p for p in self.telling.is_group if self.telling.count[p] or p in self.ties or p == self.statement.party
        }

    def signs(self, party: str) -> Signs:
        """The signs of a side."""
        kind = "group" if self.telling.is_group.get(party) else "state"
        known = party in _states_on_board()
        who = "named" if is_named(self.statement) else "bare"
        tie = self.ties.get(party, 0.0)
        named, count, headed = self.telling.named, self.telling.count, self.telling.headed
        home = self.telling.table.home
        out = {
            f"is {kind}": 1.0,
            f"is {kind} {who}": 1.0,
            "known": float(known),
            "tie": tie,
            "tie root": sqrt(tie),
            "tie log": log(tie + LEAST) - log(LEAST),
            "share": count[party] / max(1, count.total()),
            "log named": log1p(count[party]),
            "headline": float(party in headed),
            "headline first": float(headed[:1] == [party]),
            "first": float(bool(named) and named[0].party == party),
            "dateline": float(party in self.telling.sent_from),
            f"dateline {kind}": float(party in self.telling.sent_from),
            "home": float(home is not None and home.party == party),
            "near home": float(home is not None and party in home.near),
            "worded elsewhere": float(party in self.telling.worded.get(self.statement.speaker, ())),
            "after in sentence": float(party in self.after),
            "in source": float(party in self.source),
        }
        if party == self.statement.party:
            out[f"rule {self.ground}"] = 1.0
            out[f"rule {self.ground} in source"] = float(party in self.source)
        out |= {**self._before(party), **self._said(party), **self._spoke(party)}
        out |= {f"{sign} known": n for sign, n in out.items() if known and n and sign.startswith(_ALSO_KNOWN)}
        out |= {f"w {word} {kind}": 1.0 for word in self.words} | {f"b {word} {kind}": 1.0 for word in self.beside}
        return out

    def _before(self, party: str) -> Signs:
        """Where the side is named before the speaker."""
        own = [one for one in self.before if one.party == party]
        if not own:
            return {}
        out = {
            "in sentence before": float(own[-1].start >= self.sentence),
            "in paragraph before": float(own[-1].start >= self.paragraph),
            "near": exp((own[-1].end - self.at) / NEAR),
        }
        last = self.before[-1]
        if last.party == party:
            where = "sentence" if last.start >= self.sentence else "paragraph" if last.start >= self.paragraph else ""
            how = "group" if last.is_group else last.by if last.by in ("name", "demonym", "seat") else "other"
            close = exp((last.end - self.at) / CLOSE) if where == "sentence" else 0.0
            out |= {"last": 1.0, f"last in {where or 'report'}": 1.0, f"last by {how}": 1.0, "last close": close}
        return out

    def _said(self, party: str) -> Signs:
        """Where the side is named in what is said."""
        if all(one.party != party for one in self.content):
            return {}
        return {
            "in content": 1.0,
            f"in content {self.statement.stance}": 1.0,
            "first in content": float(self.content[0].party == party),
            "alone in content": float(all(one.party == party for one in self.content)),
        }

    def _spoke(self, party: str) -> Signs:
        """Whether the side spoke last, as words say."""
        if not self.spoke or party not in self.spoke[0].split("; "):
            return {}
        return {"spoke before": 1.0, "spoke before in paragraph": float(self.spoke[1] >= self.paragraph)}

    def of_nobody(self, sides: int) -> Signs:
        """The signs that the speaker is of no side."""
        who = "named" if is_named(self.statement) else "bare"
        return {
            "none": 1.0,
            f"none {who}": 1.0,
            "rule none": float(self.ground == "none"),
            "rule nothing": float(not self.statement.party and self.ground != "none"),
            "tie none": 1 - min(1.0, sum(self.ties.values())),
            "no ties": float(not self.ties),
            f"sides {min(sides, 3)}": 1.0,
            **{f"w {word} none": 1.0 for word in self.words},
            **{f"b {word} none": 1.0 for word in self.beside},
        }


@cache
def _states_on_board() -> frozenset[str]:
    return frozenset(world_states().values())


_ALSO_KNOWN = ("rule ", "home", "dateline", "tie")
"""Signs that weigh otherwise of a state that the tables on board hold."""


def _words_for(text: str, statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the source, and those beside the name of a speaker anywhere in the report that it lacks."""
    words = {word.lower() for span in statement.source for word in _WORD.findall(text[span.start : span.end])}
    names = [word for word in _WORD.findall(statement.speaker) if word[0].isupper()] if is_named(statement) else []
    return frozenset(words), frozenset(_beside(text, names[-1]) if names else ()) - words


def _beside(text: str, name: str) -> Iterable[str]:
    """The words before a name in its sentence, and those of an apposition after it."""
    for _, match in zip(range(PLACES), re.finditer(rf"\b{re.escape(name)}\b", text), strict=False):
        before = _STOP.split(text[max(0, match.start() - BESIDE) : match.start()])[-1]
        yield from (word.lower() for word in _WORD.findall(before)[-5:])
        if text[match.end() : match.end() + 2] in (", ", " ("):
            after = _STOP.split(text[match.end() : match.end() + BESIDE])[0]
            yield from (word.lower() for word in _WORD.findall(after)[:7])
