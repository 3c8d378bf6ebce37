"""What a person should look at first: statements, joined names and matters that were read or joined on thin grounds.

The grounds are the reasons that reading and naming give; each kind of thin reason has its weight here. A doubt is no
probability: it puts the queue in order. What was judged is not doubted again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from sayso.types import Anchor, KnownName, Matter, Position, Span
from sayso.views.anchors import name_anchor, statement_anchor
from sayso.views.index import UNSAID, Index, Said
from sayso.views.likely import LEAST, unsure_of
from sayso.views.outline import Topic

_REASONS: Final = (  # words of a reason, what is doubtful about it, how much
    ("the last person who spoke or was named", "the speaker is only the last one named", 0.35),
    ("which spoke before", "the speaker is taken over from an earlier sentence", 0.2),
    ("who spoke before", "the speaker is taken over from an earlier sentence", 0.2),
    ("the side named last before", "the party is only the side named last", 0.35),
    ("negated cue", "the stance hangs on a negation", 0.15),
    ("stance: other", "no stance was found in the words", 0.25),
    ("party: none", "it speaks for no known party", 0.15),
)
_MISREAD: Final = {
    "question": "it may answer another question",
    "party": "whose it is, is a guess",
    "stance": "its stance on the question is a guess",
}
_NAMES: Final = (
    ("the family name alone", 0.55),
    ("a short form", 0.5),
    ("the initials", 0.5),
    ("a part left out", 0.5),
    ("sounds alike", 0.3),
)
_MOST = 0.95
_SHARED = 2  # reports that two matters of one kind share before they are offered to be put together
_PAIRS = 400  # matters that are compared with each other, the weightiest


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to be judged, how doubtful it is (0 to 1), why, and how much hangs on it.

    One of ``said``, ``name`` and ``topic`` is set; ``other`` is the spelling that was joined, or the id of the matter
    that may be the same; ``elsewhere`` the matters on which the statement may not be, with its words there.
    """

    key: str
    kind: str
    score: float
    weight: float
    reasons: tuple[str, ...]
    said: Said | None = None
    name: KnownName | None = None
    topic: Topic | None = None
    other: str = ""
    other_topic: Topic | None = None
    elsewhere: tuple[tuple[Topic, Span], ...] = ()


def doubts_of(index: Index) -> list[Doubt]:
    """Everything that is doubtful and was not judged, the most doubtful first; of equals that on which most hangs."""
    judged = _judged(index)
    found = [*_statements(index, judged), *_names(index, judged), *_matters(index)]
    return sorted(found, key=lambda each: (-each.score, -each.weight, each.key))


def doubt_of(said: Said) -> Doubt:
    """How doubtful a statement is, 0 for not at all."""
    statement = said.statement
    reasons: dict[str, float] = {}
    for reason in statement.because:
        for words, doubt, weight in _REASONS:
            if words in reason:
                reasons[doubt] = weight
    if statement.source and not statement.speaker:
        reasons["nobody was made out behind the source"] = 0.3
    if not statement.content:
        reasons["no content was found"] = 0.3
    if len(statement.content) > 2:
        reasons["the content stands in several pieces"] = 0.15
    if said.topics and not statement.party and statement.stance not in ("unverified", "withholds"):
        reasons["it counts for a matter, but for no party"] = 0.25
    reasons |= _unsure(said)
    weight = sum(topic.matter.weight for topic in said.topics)
    score = min(_MOST, sum(reasons.values()) * (1.0 if said.topics else 0.6))
    elsewhere = tuple((topic, p.evidence) for topic, p in _lines(said) if "question" in unsure_of(p.likely))
    key = f"s-{statement.id}"
    return Doubt(key, "statement", round(score, 3), weight, tuple(reasons), said=said, elsewhere=elsewhere)


def _lines(said: Said) -> Iterable[tuple[Topic, Position]]:
    """The matters on which the statement counts, with what it counts for there."""
    return ((topic, p) for topic in said.topics for p in topic.matter.positions if p.statement == said.statement.id)


def _unsure(said: Said) -> dict[str, float]:
    """In what the statement may be misread on its matters, and how much: what it falls short of being sure."""
    found: dict[str, float] = {}
    for _, line in _lines(said):
        for part in unsure_of(line.likely):
            short = LEAST[part] - getattr(line.likely, part)
            found[_MISREAD[part]] = max(found.get(_MISREAD[part], 0.0), round(0.2 + short, 3))
    return found


def _statements(index: Index, judged: set[Anchor]) -> Iterable[Doubt]:
    for said in index.said:
        if statement_anchor(said.statement) not in judged:
            doubt = doubt_of(said)
            if doubt.score:
                yield doubt


def _names(index: Index, judged: set[Anchor]) -> Iterable[Doubt]:
    for known in index.brief.names:
        if name_anchor(known) in judged:
            continue
        for reason in known.because:
            spelling = reason.split(" = ", 1)[0]
            weight = next((weight for words, weight in _NAMES if reason.endswith(words) or words in reason), 0.0)
            if weight and spelling in known.spellings and spelling != known.name:
                often = len(index.named_in.get(known.name.casefold(), ()))
                key = f"n-{known.name}-{spelling}"
                yield Doubt(key, "name", weight, often, (reason,), name=known, other=spelling)


def _matters(index: Index) -> Iterable[Doubt]:
    """Pairs of matters of one kind that the same reports speak of: perhaps one question."""
    weighty = {topic.matter.id for topic in index.outline.topics[:_PAIRS]}
    shared: Counter[tuple[str, str]] = Counter()
    for topics in index.topics_of_report.values():
        near = [topic for topic in topics if topic.matter.id in weighty]
        for one, other in combinations(sorted(near, key=lambda each: each.number), 2):
            if _alike(one.matter, other.matter):
                shared[one.matter.id, other.matter.id] += 1
    for (one_id, other_id), often in shared.items():
        if often >= _SHARED:
            topic, other = index.topics[one_id], index.topics[other_id]
            words = f"{often} reports speak of both, and both ask about {topic.matter.kind}"
            weight = topic.matter.weight + other.matter.weight
            key = f"m-{one_id}-{other_id}"
            yield Doubt(key, "matter", 0.3, weight, (words,), topic=topic, other=other_id, other_topic=other)


def _alike(one: Matter, other: Matter) -> bool:
    """Whether two matters may be one: of one kind, and no slot that both fill says something else for sure."""
    if one.kind != other.kind:
        return False
    words, others = (_words(matter.slots) for matter in (one, other))
    return bool(words & others)


def _words(slots: Sequence[tuple[str, str]]) -> set[str]:
    return {
        word
        for slot, value in slots
        if slot not in UNSAID
        for word in value.casefold().replace("/", " ").split()
        if len(word) > 3
    }


def _judged(index: Index) -> set[Anchor]:
    return {anchor for judgement in index.brief.judgements if judgement.action != "note" for anchor in judgement.about}
