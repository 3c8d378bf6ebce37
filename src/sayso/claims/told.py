"""One claim as one statement tells it, names resolved: what matters are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.claims.naming import Naming
from sayso.claims.spoken_kinds import kinds_of, why
from sayso.claims.tolls import moving_tolls
from sayso.types import Claim, Reading, Report, Span, Statement
from sayso.values.numbers import find_quantities
from sayso.values.passages import sentence_around

LONGEST = 420  # characters of evidence; longer ones are cut to the claim's own words
BESIDE = 100  # characters within which a name without a word of saying belongs to what is said
MADE_BY_WORDS = ("displacement", "talks", "truce")  # kinds of which a conflict has one matter, told without a wording
MADE = (*MADE_BY_WORDS, "foreign fighters", "support")  # those that are told so by what the model makes of a statement
LEAST_ODDS = -1.0  # log of the odds by words from which they do
LEAST_SHARE = 0.33  # how likely the likeliest kind must be by the model
UNLIKELY = 0.03  # a claim whose kind is less likely than this by the model makes no matter
AKIN = {  # kinds that one wording may speak of, beside its own
    "control": ("fighting",),
    "fighting": ("control",),
    "attack": ("responsibility", "casualties"),
    "responsibility": ("attack",),
    "casualties": ("figure", "attack"),
    "figure": ("casualties", "displacement"),
    "support": ("foreign fighters",),
    "condemnation": ("support",),
    "demand": ("plan",),
}
SENTENCE_END = re.compile(r"[.!?…]['”’\"»]*\s+|\n+")
HISTORY = timedelta(days=400)
ANAPHOR = re.compile(
    r"\W*(?:this|that|it|these|those|(?:the|this|that|these|those|such|any such) (?:\w+ )?(?:claims?|figures?|numbers?|"
    r"reports?|allegations?|accusations?|account|version|story|charges?|toll|statement))(?: as [^.;]{3,40})?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """Of all that speaks for any matter or none, how much speaks for this one, for the best other, for none.

    ``place`` holds the signs by where the report named its place, or another one (``signs.PLACE_SIGNS``).
    """

    own: float
    other: float
    none: float
    place: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A claim told by a statement. ``own`` is False where the statement takes up a claim that another one made.

    A statement whose content has no typed claim is told with a claim of kind ""; ``joined`` says why such a one, or a
    claim without a place, belongs to its matter. ``placed`` is True where a person set the place of the claim,
    ``named`` where its words name it by what all reports know, though its own report's reading does not. ``share`` is
    None before all statements have settled together, and where no model said what the statement means. ``ground`` is
    on what its party rests, "" for nothing. ``ship`` is the name of the ship that it tells of (``ships.py``).
    """

    claim: Claim
    statement: Statement
    report: Report
    party: str
    speaker: str
    place: str
    date: str
    evidence: Span
    own: bool
    joined: str = ""
    voice: bool = False
    placed: bool = False
    named: bool = False
    share: Share | None = None
    ground: str = ""
    ship: str = ""

    @property
    def words(self) -> str:
        """The evidence as it stands in the report."""
        return self.report.text[self.evidence.start : self.evidence.end]

    @property
    def cue(self) -> str:
        """The words by which the statement is attributed."""
        return " ".join(self.report.text[span.start : span.end] for span in self.statement.cue)


def points_back(one: Told) -> bool:
    """Whether all that a statement says is a word for what was said before: "rejects the figure", "denied this"."""
    return ANAPHOR.fullmatch(" ".join(one.report.text[s.start : s.end] for s in one.statement.content)) is not None


def with_places_set(told: Sequence[Told], places: Collection[str]) -> list[Told]:
    """``told``, marked where a person set the place of the claim; ``places`` are the ids of such claims."""
    return [replace(one, placed=True) if one.claim.id in places else one for one in told]


def tell(reports: Sequence[Report], readings: Mapping[str, Reading], naming: Naming) -> list[Told]:
    """Every claim of every statement, own ones and those taken up, in the order of publication.

    A statement with neither is told once, with a claim of kind "".
    """
    read = [(report, readings[report.id]) for report in reports if report.id in readings]
    moving = moving_tolls((report, claim) for report, reading in read for claim in reading.claims)
    return [one for report, reading in read for one in _told(report, reading, naming, moving)]


def _told(report: Report, reading: Reading, naming: Naming, moving: Collection[str]) -> Iterator[Told]:
    claims = {c.id: c for c in reading.claims}
    held: dict[str, list[Claim]] = defaultdict(list)
    statements = {s.id: s for s in reading.statements}
    for claim in reading.claims:
        if not is_unlikely(claim, statements.get(claim.statement or "")):
            held[claim.statement or ""].append(claim)
    for statement in reading.statements:
        for claim in held[statement.id]:
            if claim.id in moving or not is_history(claim, report):
                yield _one(report, claim, statement, naming, own=True)
        taken_up = [claims[identity] for identity in statement.about if identity in claims]
        for claim in taken_up:
            yield _one(report, claim, statement, naming, own=False)
        if not statement.content and not statement.cue and not statement.source:
            continue
        known = {claim.kind for claim in (*held[statement.id], *taken_up)}
        if any(claim.slot("change") == "backs" for claim in held[statement.id]):
            known.add("foreign fighters")  # who is said to arm somebody is not guessed to send men
        guessed = [(kind, because) for kind, because in _guessed(report, statement) if kind not in known]
        for kind, because in guessed:
            told = _one(report, _claim(statement, kind), statement, naming, own=True)
            yield replace(told, joined=because)
        if not held[statement.id] and not taken_up and not guessed:
            yield _one(report, _claim(statement, ""), statement, naming, own=True)


def tell_voice(reports: Sequence[Report], readings: Mapping[str, Reading], naming: Naming) -> list[Told]:
    """The claims that reports make in their own voice: they say what a report is about and make no positions."""
    out: list[Told] = []
    for report in reports:
        for claim in readings[report.id].claims if report.id in readings else ():
            if claim.statement is None and not is_history(claim, report):
                said = (report.published or "")[:10]
                voice = Statement(
                    f"{report.id}-voice-{claim.id}",
                    report.id,
                    (),
                    (),
                    (claim.evidence,),
                    "indirect",
                    "",
                    "",
                    "",
                    "other",
                    said,
                )
                out.append(replace(_one(report, claim, voice, naming, own=True), voice=True))
    return out


ARMS = re.compile(
    r"\b(?:arms|arming|weapons?|weaponry|rifles?|guns?|shells?|rockets?|missiles?|drones?|howitzers?|mortars?|"
    r"ammunition|cartridges?|munitions|explosives|tanks|lorries|fuel|supply|supplied|supplies|supplying|crates?|"
    r"unmanned|batter(?:y|ies)|launchers?|deliver(?:s|ed|y|ies|ing)|shipments?|licen[cs]es?|"
    r"armed(?! (?:forces|groups?|men|gangs?|wing)))\b",
    re.IGNORECASE,
)
MEN = re.compile(
    r"\b(?:soldiers?|troops|fighters?|mercenar\w+|instructors?|volunteers?|battalions?|men|servicemen|servicewom[ae]n|"
    r"advisers?|pilots?|crews?|technicians?|foreigners?|passports?|company|contingent|brigade|nationals|"
    r"fight(?:s|ing)?|fought|regulars|boots|marines)\b",
    re.IGNORECASE,
)
SENTENCE = 250  # characters before a statement in which the sentence before it may begin


def sent(words: str) -> str:
    """Of which kind of claim on what comes from abroad words speak: of men, or of arms alone; "" for neither.

    >>> sent("drones with their crews"), sent("a shipment of drones"), sent("a lie")
    ('foreign fighters', 'support', '')
    """
    return "foreign fighters" if MEN.search(words) else "support" if ARMS.search(words) else ""


def kinds_read(report: Report, statement: Statement | None) -> dict[str, float]:
    """Kind -> how likely a statement speaks of it by the model, which takes arms from abroad for fighters."""
    shares = dict(statement.meaning.kinds) if statement and statement.meaning else {}
    fighters, support = shares.get("foreign fighters", 0.0), shares.get("support", 0.0)
    if statement and fighters > support:
        words = " ".join(report.text[span.start : span.end] for span in statement.content or statement.spans)
        words = words if sent(words) else sentence_before(report, statement)
        if sent(words) == "support":
            shares |= {"foreign fighters": support, "support": fighters}
    return shares


def sentence_before(report: Report, statement: Statement) -> str:
    """The words of the paragraph right before a statement, from where their last sentence begins."""
    at = start_of(statement)
    words = report.text[max(0, at - SENTENCE) : at].rpartition("\n\n")[2].rstrip()
    return re.split(r"(?<=[.!?])[”\"]?\s", words)[-1]


def is_unlikely(claim: Claim, statement: Statement | None, least: float = UNLIKELY) -> bool:
    """True where the model holds that the statement does not speak of the kind of the claim, nor of one akin to it:
    each of them is less likely than ``least``. Of deeds it was taught nothing.
    """
    if claim.slot("deed"):
        return False
    shares = dict(statement.meaning.kinds) if statement and statement.meaning else {}
    known = [shares[kind] for kind in (claim.kind, *AKIN.get(claim.kind, ())) if kind in shares]
    return bool(known) and max(known) < least


def _guessed(report: Report, statement: Statement) -> Iterator[tuple[str, str]]:
    """The kinds of which a statement speaks though no wording of them stands in it, with the reason: the likeliest by
    what the model makes of it, or, where another reader read it, those that its words go with.
    """
    if statement.meaning:
        kind, share = max(kinds_read(report, statement).items(), key=lambda each: each[1])
        if kind in MADE and share > LEAST_SHARE:
            yield kind, f"read as speaking of {kind}, by {share:.0%}"
        return
    odds = kinds_of(report, statement)
    for kind in MADE_BY_WORDS:
        if odds[kind] > LEAST_ODDS:
            yield kind, why(kind, report, statement)


def _claim(statement: Statement, kind: str) -> Claim:
    """What stands for the claim of a statement that has none of its own; of no kind where ``kind`` is empty.

    One of support is that somebody backs somebody; who is not said.
    """
    span = (statement.content or statement.cue or statement.source)[0]
    identity = f"{statement.id}-{kind}" if kind else statement.id
    slots = (("change", "backs"),) if kind == "support" else ()
    return Claim(identity, statement.report, statement.id, kind, slots, "+", "actual", None, span)


def _one(report: Report, claim: Claim, statement: Statement, naming: Naming, *, own: bool) -> Told:
    speaker = naming.speaker(statement.speaker)
    return Told(
        claim=claim,
        statement=statement,
        report=report,
        party=naming.party_for(statement),
        speaker=speaker,
        place=naming.place(claim.slot("place")),
        date=statement.said or (report.published or "")[:10],
        evidence=evidence_of(statement, claim.evidence if own else None),
        own=own,
        ground=naming.ground_for(statement),
    )


def evidence_of(statement: Statement, content: Span | None) -> Span:
    """From the first to the last of source, cue and content, as far as they stand close together.

    Of a text that is somebody's as a whole, an answer or a communiqué, the name above it is no evidence.
    """
    main = content or (statement.content[0] if statement.content else (statement.cue or statement.source)[0])
    start, end = main.start, main.end
    more = () if content else statement.content[1:]
    source = (s for s in statement.source if statement.cue or start - s.end < BESIDE)
    for span in sorted((*source, *statement.cue, *more), key=lambda s: abs(s.start - main.start)):
        low, high = min(start, span.start), max(end, span.end)
        if high - low <= LONGEST:
            start, end = low, high
    return Span(start, end)


def is_history(claim: Claim, report: Report) -> bool:
    """True for a claim about a time more than a year before the report, and for the toll of a whole war: background."""
    if claim.kind == "casualties" and _is_toll(report.text, claim.evidence):
        return True
    if not claim.when or not report.published or claim.when.endswith("/"):
        return False
    last = claim.when.split("/")[-1]
    return bool(last) and date.fromisoformat(report.published[:10]) - date.fromisoformat(last) > HISTORY


_MANY = 500  # dead of a whole war, where a war is meant
_WHOLE = re.compile(
    r"\bsince(?: then\b| (?:the )?(?:start|beginning|outbreak|war|conflict|rebellion|uprising|revolt|insurgency)\b|"
    r" (?:1[89]|20)\d\d\b|,|\.|$| (?:\w+ ){1,3}(?:declared|broke|seceded|rose|invaded|began)\b)|"
    r"\b(?:years?|decades?) of (?:war|fighting|conflict|rebellion|insurgency)\b|"
    r"\bin the (?:war|conflict|rebellion|uprising|insurgency)\b",
    re.IGNORECASE,
)


def _is_toll(text: str, evidence: Span) -> bool:
    """Whether a count of dead is one of all that a war has cost: "some 8,000 have died since 1998"."""
    words = sentence_around(text, evidence)
    return bool(_WHOLE.search(words)) and any((q.low or 0) >= _MANY for q in find_quantities(words))


def start_of(statement: Statement) -> int:
    """Where the first of its words stands, in characters."""
    return min(s.start for s in (*statement.source, *statement.cue, *statement.content))


def window(one: Told) -> str:
    """The statement with the beginning of its sentence, and the question before it: "Who blew up the gates?"."""
    spans: Sequence[Span] = (*one.statement.source, *one.statement.cue, *one.statement.content)
    text, start = one.report.text, start_of(one.statement)
    end = max(s.end for s in spans)
    if end - start > 600:
        start, end = one.evidence.start, one.evidence.end
    bounds = [m.end() for m in SENTENCE_END.finditer(text, max(0, start - 240), start)]
    first = bounds[-1] if bounds else start
    if len(bounds) > 1 and text[:first].rstrip(" ").endswith("?"):
        first = bounds[-2]
    return text[first:end]


def claimed(one: Told) -> str:
    """The words of the claim, without those who say so."""
    return one.report.text[one.claim.evidence.start : one.claim.evidence.end]
