"""The records, in the order in which they are made.

report -> spans -> statements -> claims -> matters -> positions -> standings. All are frozen; a later record points
at an earlier one by id and offset and does not copy it. Offsets count characters (code points) of ``Report.text``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

Quote = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts", "denies", "confirms", "accuses", "endorses", "announces", "concedes", "withholds", "other", "unverified"
]
Word = Literal[
    "claimed", "unverified", "disputed", "denied", "corroborated", "conceded", "verified", "withdrawn", "withheld"
]
NameType = Literal["PER", "ORG", "LOC", "MISC"]
Rule = Literal["sayso", "ucdp", "acled"]
Counting = Literal["", "own", "enemy", "outsider"]
Action = Literal["accept", "reject", "correct", "merge", "split", "note", "undo"]
SOFT = ("plan", "demand", "condemnation", "office")
"""Kinds of claim that only say what is wanted, planned or thought of it; support does where nobody is said to give."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice ``start..end`` of a report's text, in code points, end exclusive."""

    start: int
    end: int


def cover(spans: Collection[Span]) -> Span:
    """From the first character of ``spans`` to the last; empty where there are none."""
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))


@dataclass(frozen=True, slots=True)
class Interval:
    """The days that a date expression may mean, first and last inclusive, and why.

    ``precision`` is UCDP's date_prec: 1 exact day, 2 within 2-6 days, 3 a week, 4 a month, 5 more, up to a year.
    ``first`` is None for an open beginning ("until Friday"), ``last`` for an open end ("since September 27").
    """

    first: date | None
    last: date | None
    precision: int
    because: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated: ``low`` and ``high`` as the wording allows, None for open.

    ``wording`` is one of exact, about, at least, more than, at most, range, vague; ``change`` is True for an increment
    ("another 23"), False for a total ("in all"), None where the text does not say.
    """

    span: Span
    low: float | None
    high: float | None
    best: float | None
    wording: str
    change: bool | None
    unit: str
    because: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text as an outlet published it; never changed after reading.

    ``path`` is how the user named it (file, address, or id in a JSON-lines file). ``published`` is an ISO day or
    time, None when nothing says it; ``published_because`` says where it comes from. ``title_span`` and ``body`` say
    where headline and running text (after the dateline) stand in ``text``.
    """

    id: str
    text: str
    path: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    published_because: str | None = None
    dateline: tuple[str, ...] = ()
    address: str | None = None
    language: str | None = None
    title_span: Span | None = None
    body: Span | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: what, where, and what to do about it."""

    message: str
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a reader returns: the spans of one statement, nothing made of them yet. Each tuple may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name in one report: its fullest form there, its type and every place where it stands."""

    name: str
    type: NameType
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the model makes of a statement, as a guess.

    Args:
        kinds: each kind of claim, and how likely the statement speaks of it, 0 to 1.
        vector: a number of one signed byte each, of which the direction counts: those of statements on one question
            point the same way.
        stances: each stance, and how likely the statement takes it on the question that it speaks to; they add up to 1.
        ties: names of the report and how likely each is of the speaker's party. What is missing to 1 is the chance that
            the report ties the speaker to no name.
        sides: parties, "" for none, and how likely each is the one that the speaker speaks for here.
    """

    kinds: tuple[tuple[str, float], ...]
    vector: bytes
    stances: tuple[tuple[str, float], ...] = ()
    ties: tuple[tuple[str, float], ...] = ()
    sides: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in a report and what was made of it.

    ``speaker`` is resolved within the report ("He" -> "Ilham Aliyev"); "" when the text names nobody. ``party`` is the
    side spoken for, several joined by "; ", "" for independent or unknown. ``said`` is an ISO day or None.
    ``within`` is the id of the statement whose content holds this one. ``about`` lists the claims that it points
    back to ("rejected this"). ``because`` gives the reasons for speaker, party, stance and said, one line each.
    """

    id: str
    report: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote: Quote
    speaker: str
    party: str
    channel: str
    stance: Stance
    said: str | None
    within: str | None = None
    about: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    reader: str = ""
    meaning: Meaning | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Source, cue and content."""
        return (*self.source, *self.cue, *self.content)


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition with typed slots, read from the span ``evidence``.

    ``statement`` is the innermost statement around it, None for the outlet's own voice. ``slots`` holds pairs of slot
    name and words as they stand in the text (resolved across reports later). ``polarity`` is "+" or "-";
    ``modality`` one of actual, planned, possible, demanded; ``when`` an ISO day, an interval "first/last", or None.
    """

    id: str
    report: str
    statement: str | None
    kind: str
    slots: tuple[tuple[str, str], ...]
    polarity: str
    modality: str
    when: str | None
    evidence: Span

    def slot(self, name: str) -> str:
        """The words in slot ``name``, "" where it is empty."""
        return dict(self.slots).get(name, "")

    @property
    def soft(self) -> bool:
        """True where it only says what is wanted or thought of it: to hail somebody is, to arm somebody is not."""
        return self.kind in SOFT or (self.kind == "support" and self.slot("change") != "backs")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, of whom, who counts, as of when; ``new`` as in ``Quantity.change``.

    ``what`` is what became of them (killed, displaced ...), ``of`` the party whose they are, ``who`` the groups of
    people that the number counts (soldiers, civilians, children ...), several joined by "; ", "" where the text does
    not say.
    ``since`` is the ISO day from which on it counts ("since September 27"), None where none is given.
    ``counting`` says who counts whom: ``own`` where a party counts its own, ``enemy`` where it counts those of its
    opponent, ``outsider`` where no party counts, "" where that is not known.
    """

    report: str
    statement: str | None
    what: str
    of: str
    low: float | None
    high: float | None
    best: float | None
    wording: str
    unit: str
    new: bool | None
    as_of: str | None
    by: str
    span: Span
    note: str = ""
    who: str = ""
    since: str | None = None
    counting: Counting = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report by one reader."""

    report: str
    reader: str
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and the rule that says so."""

    score: float
    because: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """One person, body or place over all reports, with every spelling and why they were joined."""

    name: str
    type: NameType
    spellings: tuple[str, ...]
    party: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map: what reports call it (``name``), what the gazetteer calls it (``listed``), and where it is.

    ``kind`` is one of capital, city, district, region, country, area, continent, water, site; ``country`` an ISO 3166
    code, "" for none; ``region`` the first-level region. ``precision`` is UCDP's where_prec: 1 the place itself, 3 a
    district, 4 a region, 5 a wider or longish area, 6 a country or more, 7 waters. ``also`` holds other names, such as
    those of the other side. ``alternatives`` are other places of that name, the likeliest
    first; they have none of their own.
    """

    name: str
    listed: str
    lat: float
    lon: float
    kind: str
    country: str
    region: str
    precision: int
    also: tuple[str, ...]
    alternatives: tuple[Place, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely a position is read right, 0 to 1: that it answers its question, and, where it does, that party and
    stance are right. It tells how such positions fared in conflicts with gold, and nothing of what is true.
    """

    question: float
    party: float
    stance: float


@dataclass(frozen=True, slots=True)
class Position:
    """What one party says on one matter at one date, with the words that say it.

    ``stance`` is relational: "the fighting goes on" denies the capture. ``position`` is a short wording of it.
    ``likely`` is None where a person judged the statement, and where no model said what it means.
    """

    party: str
    speaker: str
    channel: str
    stance: Stance
    position: str
    date: str
    report: str
    statement: str | None
    evidence: Span
    text: str
    because: str
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a matter stands from ``date`` on, and the statements that put it there: what was said, not what is so."""

    date: str
    standing: Word
    because: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of one thing that a matter's figures count, by a stated ``rule``; None for an open end.

    ``new`` is True for numbers told as new since an earlier count: they stand apart, and nothing is added up.
    """

    rule: Rule
    what: str
    of: str
    who: str
    unit: str
    new: bool
    low: float | None
    best: float | None
    high: float | None
    because: str


@dataclass(frozen=True, slots=True)
class Matter:
    """The question that claims from all reports answer together, with its positions and how it stood on each date.

    ``outlets`` counts those that are known; ``origins`` dispatches.
    """

    id: str
    question: str
    kind: str
    slots: tuple[tuple[str, str], ...]
    positions: tuple[Position, ...]
    standings: tuple[Standing, ...]
    figures: tuple[Figure, ...]
    outlets: int
    origins: int
    weight: float
    because: str
    estimates: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two passages, in two reports or in one, that cannot both be right."""

    kind: str
    what: str
    reports: tuple[str, ...]
    evidence: tuple[Span, ...]
    texts: tuple[str, ...]
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about, so that it is found again in what another reader made of the same report.

    Words of a report are named by its id, their ``span`` and, for a statement, its ``cue``; a matter by words that it
    holds; a name by one of its spellings. ``label`` is the kind of a claim or matter. ``id`` and ``name`` of a matter
    are its id and question when it was judged; words that were set apart from one have none.
    """

    kind: Literal["report", "statement", "claim", "figure", "matter", "name"]
    report: str = ""
    span: Span | None = None
    cue: Span | None = None
    name: str = ""
    label: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, when and why; added and never changed. ``undo`` names the judgement that it takes back.

    ``accept``, ``reject`` and ``note`` are about one anchor; ``correct`` sets ``field`` to ``value`` there; ``merge``
    says that two anchors (matters or names) are one, ``split`` that the second is not part of the first. ``made`` is
    an ISO time in UTC.
    """

    id: str
    made: str
    who: str
    action: Action
    about: tuple[Anchor, ...]
    field: str = ""
    value: str = ""
    why: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class MatterChange:
    """What is new on a matter: positions and figures from new reports, where it stood and stands now.

    ``before`` is "" for a new matter. ``history`` says of which earlier days the standing is now another one.
    """

    matter: Matter
    before: str
    now: str
    positions: tuple[Position, ...]
    figures: tuple[Figure, ...]
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed ``since`` a day or a report: new reports, matters with something new, reports with a new text.

    ``passages`` holds, for each of ``versions``, what stands in the older text and what in the newer in its place.
    """

    since: str
    reports: tuple[str, ...]
    matters: tuple[MatterChange, ...]
    versions: tuple[tuple[str, str], ...]
    judgements: tuple[Judgement, ...]
    passages: tuple[tuple[tuple[Span | None, Span | None], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two parties that stand against each other, how often they clash, and who says so.

    ``source`` is text, where statements show it, or user, where the user's file says it. ``statements`` are the
    evidence, in reading order.
    """

    parties: tuple[str, str]
    weight: int
    source: Literal["text", "user"]
    because: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that the views show, as one frozen record: built by ``Ledger.brief``.

    ``judgements`` are those that count, undone ones left out. ``versions`` lists reports of one address with
    different texts, the oldest first; only the newest of each speaks in matters. ``places`` holds those of ``names``
    that a gazetteer has; ``Place.name`` is ``KnownName.name``. ``numbers`` gives reports, by id, the
    numbers that they got when they were added, and the matters of a part of a ledger those that they have in the
    whole. ``sides`` says who opposes whom. ``rule`` is that of the estimates which printed forms show.
    """

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    matters: tuple[Matter, ...]
    figures: tuple[Figure, ...]
    discrepancies: tuple[Discrepancy, ...]
    names: tuple[KnownName, ...]
    copies: tuple[tuple[str, ...], ...]
    background: tuple[tuple[str, Span], ...]
    problems: tuple[Problem, ...]
    judgements: tuple[Judgement, ...] = ()
    versions: tuple[tuple[str, ...], ...] = ()
    places: tuple[Place, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    sides: tuple[Opposed, ...] = ()
    rule: Rule = "sayso"
