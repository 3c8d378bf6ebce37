"""Which two positions on one matter stand against each other, so that a reader has to look at both sentences.

Each pair has its signs: the two stances, whether their parties are opposed, numbers that exclude each other, days
between them, how surely both are read, what the model makes of their words. What each sign weighs
(``tables/against.toml``) is learnt from the discrepancies that the gold of other conflicts lists
(``training/choose_against.py``). Pure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sayso.claims.alike import directions
from sayso.claims.losses import TOLL
from sayso.claims.matters import Draft
from sayso.claims.positions import Weighed
from sayso.claims.signs import NUMBERED, Signs, chance_of, weighed_as
from sayso.types import Discrepancy, Meaning, Position
from sayso.values.on_board import load_table

ALWAYS = "any"  # the sign that every pair has
BAR = 0.15  # how likely a pair must be
MOST = 4  # pairs of one matter
OFTEN = 2  # pairs in which one passage stands
AMONG = 60  # positions of one matter that are compared, those likeliest on its question
STEPS = 5  # into how many steps a sign that is a share is cut
NEAR, NEXT = 300, 250  # characters between two passages of one report
SAYS = ("asserts", "confirms", "announces", "accuses")
OWNS = ("concedes", "endorses")
EACH_A_PART = ("displacement", "talks", "foreign fighters", "support", "plan", "demand")  # kinds told of in parts
COUNTED = ("casualties", "figure")
MANY_TIMES = 10  # times another a number is not of the same people
PART = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?) (?:[\w’'-]+ ){0,3}"
    r"(?:staff|workers|paramedics?|rescuers|medics|nurses|peacekeepers|journalists|children|women|members of|"
    r"employees|pupils|students|pilgrims|worshippers)\b",
    re.IGNORECASE,
)
"""Those who are part of all that are counted: "nine of its staff"."""
ONE_DEED = 0.15  # of their words two have in common that accuse of one deed
QUIET = ("withholds", "unverified")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|denied|false|untrue)\b|n['’]t\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions on one matter, the earlier first, and their signs."""

    first: Weighed
    second: Weighed
    signs: Signs


def find_against(
    draft: Draft, weighed: Sequence[Weighed], weights: Mapping[str, float] | None = None
) -> list[Discrepancy]:
    """The pairs of one matter that are likely enough, the likeliest first.

    Args:
        draft: the matter.
        weighed: its positions.
        weights: what each sign weighs; those on board where none are given.
    """
    weights = load_table("against", room="claims") if weights is None else weights
    return [_told(draft, pair, chance) for chance, pair in listed(list(pairs_of(draft, weighed)), weights)]


def listed(pairs: Sequence[Pair], weights: Mapping[str, float]) -> list[tuple[float, Pair]]:
    """Those of the pairs of one matter that are likely enough, with how likely; no passage stands in many."""
    likely = [(chance, pair) for pair in pairs if (chance := chance_of(pair.signs, weights)) >= BAR]
    used: Counter[tuple[str, int]] = Counter()
    out: list[tuple[float, Pair]] = []
    for chance, pair in sorted(likely, key=lambda each: (-each[0], _place(each[1].first), _place(each[1].second))):
        passages = (_place(pair.first), _place(pair.second))
        if len(out) < MOST and all(used[passage] < OFTEN for passage in passages):
            used.update(passages)
            out.append((chance, pair))
    return out


def _place(one: Weighed) -> tuple[str, int]:
    return one.position.report, one.position.evidence.start


def pairs_of(draft: Draft, weighed: Sequence[Weighed]) -> Iterator[Pair]:
    """Every two positions of a matter that stand in two passages, but for those that may both be right by their form.

    Of a matter with very many positions the ``AMONG`` likeliest are compared.
    """
    meanings = {one.statement.id: one.statement.meaning for one in draft.told}
    opposed = frozenset(draft.conflict.opposed)
    for pair in combinations(sorted(weighed, key=_doubt)[:AMONG], 2):
        first, second = sorted(pair, key=lambda w: (w.position.date, *_place(w)))
        if _place(first) != _place(second) and not _may_both_be(draft, first, second):
            read = [meanings.get(one.position.statement or "") for one in (first, second)]
            yield Pair(first, second, _signs(weighed_as(draft.kind), first, second, opposed, read))


def _may_both_be(draft: Draft, first: Weighed, second: Weighed) -> bool:
    """Whether nothing stands against each other, by the form of both or by what they count or blame."""
    if excludes(first, second):
        return _counts_apart(draft, first, second)
    return _agree(draft.asks, first, second)


def _agree(kind: str, first: Weighed, second: Weighed) -> bool:
    """Whether two positions without numbers that exclude each other agree, or speak of two things.

    One keeps quiet, one counts dead and the other wounded, one side owns what another says; of what many may have done
    or counted each tells a part; two that accuse speak of two deeds, as far as their words show, or of a truce that
    both may have broken.
    """
    a, b = first.position, second.position
    stances, same = {a.stance, b.stance}, (a.party or a.speaker) == (b.party or b.speaker)
    says = stances <= {*SAYS, *OWNS}
    if stances & set(QUIET) or (says and first.fate and second.fate and first.fate != second.fate):
        return True
    if stances <= set(SAYS) and (kind in EACH_A_PART or (kind in COUNTED and not _are_near(first, second))):
        return True
    if stances == {"accuses"} and (kind == "truce" or _in_common(a, b) < ONE_DEED):
        return True
    return not same and says and bool(stances & set(OWNS))


def _are_near(first: Weighed, second: Weighed) -> bool:
    """Whether both give a number, and none that is many times the other."""
    if not first.number or not second.number:
        return False
    low, high = sorted((first.number[0] or first.number[1], second.number[0] or second.number[1]))
    return high <= MANY_TIMES * low


def _counts_apart(draft: Draft, first: Weighed, second: Weighed) -> bool:
    """Whether two numbers that exclude each other count two things: what is new, a toll that rises, other days, a part.

    A running toll rises by whoever counts it, the number of one party by that party.
    """
    if any(one.counted and one.counted.change for one in (first, second)):
        return True
    a, b = first.position, second.position
    rises = bool(first.number and second.number and first.number[1] < second.number[0])
    same, whole = (a.party or a.speaker) == (b.party or b.speaker), draft.key[:2] == TOLL
    if draft.kind not in NUMBERED:
        return False
    low, high = (a.text, b.text) if rises else (b.text, a.text)
    part = PART.search(low) and not PART.search(high)
    later = a.date < b.date and rises and (same or whole)
    return bool(part) or later or (not whole and _days(a, b) == STEPS - 1) or not _are_near(first, second)


def _doubt(one: Weighed) -> float:
    return -one.position.likely.question if one.position.likely else -1.0


def _signs(
    kind: str,
    first: Weighed,
    second: Weighed,
    opposed: frozenset[frozenset[str]],
    read: Sequence[Meaning | None],
) -> Signs:
    a, b = first.position, second.position
    pair = " and ".join(sorted((a.stance, b.stance)))
    parties = _parties(a, b, opposed)
    days = _days(a, b)
    names = [
        ALWAYS,
        pair,
        f"{a.stance}, then {b.stance}",
        parties,
        f"{parties}: {pair}",
        f"{kind}: {parties}",
        f"{kind}: {pair}",
        kind,
        f"days {days}",
        f"words in common {_step(_in_common(a, b), 8)}",
        *_numbers(kind, first, second, f"{parties}, days {days}", pair),
        *(["one report", f"one report: {parties}"] if a.report == b.report else []),
        *(["one speaker"] if a.speaker and a.speaker == b.speaker else []),
        *(["taken back"] if first.takes_back or second.takes_back else []),
        *(["one says not"] if bool(_NOT.search(a.text)) != bool(_NOT.search(b.text)) else []),
    ]
    out: dict[str, float] = dict.fromkeys(names, 1.0) | {
        "learnt": float(first.learnt + second.learnt),
        "established": float(first.established + second.established),
        "length": math.log(max(10, len(a.text)) * max(10, len(b.text))),
    }
    if a.report == b.report:
        gap = max(0, b.evidence.start - a.evidence.end)
        out |= {"near": math.exp(-gap / NEAR), "next": float(gap < NEXT)}
    return {sign: n for sign, n in {**out, **_likely(a, b, pair), **_meant(*read)}.items() if n}


def _parties(a: Position, b: Position, opposed: frozenset[frozenset[str]]) -> str:
    one, other = (set(position.party.split("; ")) - {""} for position in (a, b))
    if any(frozenset((x, y)) in opposed for x in one for y in other):
        return "opposed parties"
    if one & other:
        return "one party"
    return "two parties" if one and other else "a party and none" if one or other else "no party"


def _days(a: Position, b: Position) -> int:
    """How many days lie between two positions, in steps: 0, 1, 2 or 3, 4 to 6, more."""
    if not a.date or not b.date:
        return 0
    apart = abs((date.fromisoformat(b.date[:10]) - date.fromisoformat(a.date[:10])).days)
    return min(STEPS - 1, int(2 * math.log1p(apart)))


def _step(share: float, steps: int = STEPS) -> int:
    return min(STEPS - 1, int(share * steps))


def _in_common(a: Position, b: Position) -> float:
    """How many words of two passages are the same, 0 to 1."""
    one, other = ({word.casefold()[:_STEM] for word in _WORD.findall(position.text)} for position in (a, b))
    return len(one & other) / math.sqrt(max(1, len(one)) * max(1, len(other)))


def excludes(a: Weighed, b: Weighed) -> bool:
    """Whether two positions give numbers of one fate of which one at most is right: no dead against wounded."""
    if a.fate and b.fate and a.fate != b.fate:
        return False
    return bool(a.number and b.number and (a.number[1] < b.number[0] or b.number[1] < a.number[0]))


def _numbers(kind: str, first: Weighed, second: Weighed, when: str, pair: str) -> Iterator[str]:
    a, b = first.number, second.number
    if a and b:
        yield "equal numbers" if a == b else "both numbers"
    elif a or b:
        yield "one number"
    if not excludes(first, second):
        yield from ("no numbers that exclude", f"no numbers that exclude: {pair}") if kind in NUMBERED else ()
        return
    low, high = sorted(max(1.0, one[0] or min(one[1], 1e9)) for one in (a, b) if one)
    yield from ("numbers exclude", f"numbers exclude: {when}")
    yield f"times {min(STEPS - 1, int(1.5 * math.log(high / low)))}"
    yield "counts exclude" if kind in NUMBERED else "numbers beside it exclude"
    yield "of one fate" if first.fate == second.fate else "of a fate"
    if first.counted and second.counted and first.counted.unit == second.counted.unit:
        yield "of one unit"
    if a and b and b[1] < a[0]:
        yield "fewer later"


def _likely(a: Position, b: Position, pair: str) -> Signs:
    if not a.likely or not b.likely:
        return {}
    question, stance = min(a.likely.question, b.likely.question), min(a.likely.stance, b.likely.stance)
    return {
        "likely": math.log(max(a.likely.question * b.likely.question, 1e-4)),
        "likely stances": math.log(max(a.likely.stance * b.likely.stance, 1e-4)),
        "less likely": question,
        f"less likely {_step(question)}": 1.0,
        f"less likely stance {_step(stance)}: {pair}": 1.0,
    }


def _meant(one: Meaning | None, other: Meaning | None) -> Signs:
    """What the model makes of both: one says and the other denies, one keeps quiet, both speak of one kind."""
    if not one or not other:
        return {}
    stances, kinds = [dict(each.stances) for each in (one, other)], [dict(each.kinds) for each in (one, other)]
    says = [sum(each.get(stance, 0.0) for stance in SAYS) for each in stances]
    denies = [each.get("denies", 0.0) for each in stances]
    against = says[0] * denies[1] + says[1] * denies[0]
    quiet = max(each.get("withholds", 0.0) + each.get("unverified", 0.0) for each in stances)
    alike = sum(math.sqrt(share * kinds[1].get(kind, 0.0)) for kind, share in kinds[0].items())
    here, there = directions([one.vector, other.vector])
    near = int(10 * max(0.0, float(here @ there)))
    return {
        "against": against,
        "quiet": quiet,
        "alike": alike,
        f"against {_step(against)}": 1.0,
        f"quiet {_step(quiet)}": 1.0,
        f"alike {_step(alike)}": 1.0,
        f"one question {near}": 1.0,
    }


_DOES = {
    "asserts": "says so",
    "confirms": "confirms it",
    "announces": "announces it",
    "accuses": "accuses",
    "denies": "denies it",
    "concedes": "concedes it",
    "withholds": "does not say",
    "unverified": "could not verify it",
    "endorses": "agrees",
    "other": "speaks of it",
}


def _told(draft: Draft, pair: Pair, chance: float) -> Discrepancy:
    a, b = pair.first.position, pair.second.position
    who = [position.party or position.speaker or "the report" for position in (a, b)]
    counts = draft.kind in NUMBERED and excludes(pair.first, pair.second)
    words = [_count(one) if counts else _DOES[one.position.stance] for one in (pair.first, pair.second)]
    kind = "number" if counts else "who" if a.stance == b.stance == "accuses" else "did or did not"
    return Discrepancy(
        kind,
        f"{draft.question} {who[0]}: {words[0]}; {who[1]}: {words[1]}",
        (a.report, b.report),
        (a.evidence, b.evidence),
        (a.text, b.text),
        0.5 + chance,
        _because(a, b, who, counts=counts),
    )


def _because(a: Position, b: Position, who: Sequence[str], *, counts: bool) -> str:
    if who[0] == who[1]:
        return f"{who[0]} counts otherwise" if counts else f"{who[0]} says both"
    if counts:
        return "two counts of one thing exclude each other"
    if a.stance == b.stance == "accuses":
        return "each blames somebody for it"
    if "denies" not in (a.stance, b.stance):
        return "both can hardly be right"
    return f"one {'owns' if 'concedes' in (a.stance, b.stance) else 'says'} what the other denies"


def _count(one: Weighed) -> str:
    low, high = one.number or (0.0, 0.0)
    return f"{low:,g}" if low == high else f"{low:,g} or more" if high == math.inf else f"{low:,g} to {high:,g}"
