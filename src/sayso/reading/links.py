"""What a statement points back to: "rejected this", "this figure", "neither account", and silence on a question.

A statement whose own words make no claim takes up claims that were made before it in the same report. Every earlier
claim is weighed: how near it stands, who made it, whether it names the speaker's side, whether the words share its
subject, its place, or its numbers. What weighs most is taken up, if it weighs enough for what the statement does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.types import Claim, Span, Statement, cover
from sayso.values.numbers import find_quantities

TAKES_UP = ("denies", "withholds", "unverified", "endorses", "confirms", "concedes")
FIGURE = re.compile(
    r"\b(?:figures?|numbers?|tolls?|counts?|tall(?:y|ies)|how many|statistics|balance sheet|data|losses|updated|"
    r"totals?|counted|assessments?|estimates?)\b",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:either|neither|both|any of|accounts|claims|reports|versions|allegations|numbers)\b", re.I)
CHARGE = re.compile(
    r"\b(?:allegations?|accusations?|charges?|blame|reproach|slander|fabrications?|inventions?)\b", re.IGNORECASE
)
CHARGES = re.compile(r"\b(?:allegations|accusations|charges)\b", re.IGNORECASE)
LAID = ("attack", "responsibility")  # kinds of claim that "the charges" are of
POINTS = re.compile(
    r"\b(?:this|that|these|those|it|the (?:claim|report|account|story|allegation|accusation|charge|version|information|"
    r"statement|figure|number|question|matter|incident|news|rumou?r)s?)\b",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\W*+(?:(?:this|that|these|those|the|it|either|any such|all|a)\b\W*+)?(?:[\w-]++\W*+){0,2}"  # nothing read twice
)
HINT_WORDS = {
    "attack": r"planes?|sky|aircraft|pilots?|fragments?|craters?|hit|fired?|shots?|bang|smoke|flash|shell|debris",
    "equipment": r"planes?|jets?|aircraft|machine|helicopters?|drones?|pilots?|engine|crew|radar|wreck|tail|sky",
    "control": r"streets?|squares?|flags?|city|town|bridges?|gates?|garrison|front|retreat|barracks",
    "fighting": r"streets?|front|lines?|guns?|battle|sector",
    "casualties": r"dead|bod(?:y|ies)|graves?|hospitals?|names|faces|mothers?|families|coffins?|morgue|counted",
    "truce": r"calm|quiet|peace|signed|signature|guns?|accord|shooting",
    "foreign fighters": r"foreign\w*|trenches|passports?|papers|language|abroad|border",
    "displacement": r"roads?|buses|border|camps?|tents?|homes?|carts?|mattresses",
    "talks": r"telephone|phone|call|room|envoy|table|meeting|door",
    "responsibility": r"who|fired?|planes?|pilots?|culprits?|hand|fragments?",
}
HINTS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in HINT_WORDS.items()}
REACH = 2400  # characters: what was said further back is not taken up without being named again
NEAR = 400  # characters that cost a claim one point
STEM = 5  # letters by which words are compared
PLAIN = frozenset(
    "said says that this with from have been were they their there which would could about after before "
    "under over into than then them these those what when where while also only still more most other "
    "government ministry minister president spokesman spokeswoman army state people report reports".split()
)
COUNTED = ("casualties", "figure", "displacement")


@dataclass(frozen=True, slots=True)
class Page:
    """A report while its statements are linked: text, claims by statement, statements by id."""

    text: str
    claims: Sequence[Claim]
    by_id: dict[str, Statement]


def link(text: str, statements: Sequence[Statement], claims: Sequence[Claim], old: frozenset[str]) -> list[Statement]:
    """``statements`` with ``about`` filled: ids of the claims that each takes up.

    Args:
        text: the report's text.
        statements: in reading order.
        claims: all claims of the report.
        old: ids of claims about a time long past; nothing points back to these.
    """
    news = [c for c in claims if c.id not in old and not c.soft and (c.kind != "control" or c.slot("place"))]
    page = Page(text, news, {s.id: s for s in statements})
    own = {c.statement for c in news}
    done: list[Statement] = []
    for statement in statements:
        if statement.id in own and not _points_back(text, statement):
            done.append(statement)
            continue
        about = _taken_up(page, statement, done)
        done.append(replace(statement, about=tuple(c.id for c in about)))
    return done


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that may take up a claim: where it begins, its words, whether it speaks of a number."""

    statement: Statement
    start: int
    words: str
    counted: bool

    @classmethod
    def of(cls, text: str, statement: Statement) -> Answer:
        """From a statement in ``text``."""
        words = _words(text, (*statement.cue, *statement.content))
        counted = bool(FIGURE.search(words)) or _only_number(_words(text, statement.content))
        return cls(statement, cover(statement.spans).start, words, counted)


def _points_back(text: str, statement: Statement) -> bool:
    """True where the content is no more than "this", "the claim", "these allegations"."""
    return bool(BARE.fullmatch(_words(text, statement.content)))


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[s.start : s.end] for s in spans)


def _taken_up(page: Page, statement: Statement, done: Sequence[Statement]) -> list[Claim]:
    """The claims that weigh most for ``statement``: one, or one of each party for "neither account"."""
    answer = Answer.of(page.text, statement)
    start = answer.start
    before = [c for c in page.claims if c.statement != statement.id and start - REACH < c.evidence.start < start]
    weighed = sorted(((_weight(page, answer, c, done), c.evidence.start, c.id, c) for c in before), reverse=True)
    least = _least(page.text, statement)
    fitting = [c for weight, _, _, c in weighed if weight >= least]
    if not fitting:
        return []
    first = fitting[0]
    if statement.stance == "denies" and CHARGES.search(answer.words) and first.kind in LAID:
        return [c for c in fitting if c.statement == first.statement and c.kind in LAID]
    if statement.stance == "unverified" and BOTH.search(answer.words):
        others = [c for c in fitting if c.statement and _party(page, c) != _party(page, first)]
        return [first, *others[:1]]
    return [first]


def _least(text: str, statement: Statement) -> float:
    """What a claim must weigh at least: little for what answers something, more for what may stand by itself."""
    words = _words(text, statement.content)
    if statement.stance in TAKES_UP or _only_number(words):
        return -1.5
    return 1.0 if POINTS.search(words) or not words else 1.6


def _weight(page: Page, answer: Answer, claim: Claim, done: Sequence[Statement]) -> float:
    text, start, statement = page.text, answer.start, answer.statement
    weight = -max(0, start - claim.evidence.end) / NEAR
    weight += 1.0 if "\n" not in text[claim.evidence.end : start] else 0.0
    weight += 0.5 if claim.statement else 0.0
    return (
        weight
        + _by_party(page, statement, claim)
        + _by_subject(text, answer.words, claim)
        + _by_number(claim, counted=answer.counted)
        + _by_turn(page, statement, claim, done)
    )


def _by_party(page: Page, statement: Statement, claim: Claim) -> float:
    """Whose claim it is: one answers the other side, and what names one's own side."""
    maker, weight = _party(page, claim), 0.0
    named = bool(statement.party) and statement.party in dict(claim.slots).values()
    if statement.stance == "denies":
        weight += 1.0 if maker != statement.party else -1.2
        accused = claim.statement is not None and page.by_id[claim.statement].stance == "accuses"
        weight += 0.7 if accused and CHARGE.search(_words(page.text, (*statement.cue, *statement.content))) else 0.0
        weight += 1.2 if named and maker != statement.party else 0.0
    elif statement.stance in ("withholds", "endorses", "confirms"):
        weight += 0.3 if maker != statement.party else 0.0
        weight += 0.8 if named else 0.0
    elif statement.stance == "concedes":
        weight += 0.6 if named or maker == statement.party else 0.0
    return weight


def _by_subject(text: str, words: str, claim: Claim) -> float:
    """What both speak of: words in common, the place, and words that go with the kind."""
    evidence = text[claim.evidence.start : claim.evidence.end]
    shared = _stems(words) & _stems(evidence)
    weight = min(1.6, 0.8 * len(shared))
    place = claim.slot("place")
    weight += 1.5 if place and place in words else 0.0
    hints = HINTS.get(claim.kind)
    weight += 0.8 if hints and hints.search(words) else 0.0
    return weight


def _by_number(claim: Claim, *, counted: bool) -> float:
    """A figure takes up a count, and hardly anything else does."""
    if claim.kind in COUNTED:
        return 2.5 if counted else -0.6
    return -1.5 if counted else 0.0


def _by_turn(page: Page, statement: Statement, claim: Claim, done: Sequence[Statement]) -> float:
    """Going on: the same speaker right after what was said or taken up."""
    if not done or not statement.speaker or done[-1].speaker != statement.speaker or statement.stance == "denies":
        return 0.0
    goes_on = claim.statement == done[-1].id or claim.id in done[-1].about
    return 1.2 if goes_on else 0.0


@lru_cache(maxsize=1024)  # each statement is weighed against every claim before it
def _stems(words: str) -> frozenset[str]:
    """The longer words of a stretch, cut to their first letters; those that every report has are left out."""
    found = (word.casefold() for word in re.findall(r"[^\W\d_]{4,}", words))
    return frozenset(word[:STEM] for word in found if word not in PLAIN)


def _only_number(words: str) -> bool:
    """True for a content that is a bare number: "the Front counted nine"."""
    return 0 < len(words.split()) <= 3 and any(not q.unit for q in find_quantities(words))


def _party(page: Page, claim: Claim) -> str:
    return page.by_id[claim.statement].party if claim.statement in page.by_id else ""
