"""Which stance a statement takes on a question, told by its words and by who speaks: learnt weights, a table each.

`training/stances.py` learns them from conflicts of our own wording in which every statement is marked with the stances
that it takes. With them goes what the model makes of the statement. Both are a guess: they come where the rules of
`positions.py` leave the stance open, and in their place where both together are sure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.claims import truces, weighed_stances
from sayso.claims.matters import Draft
from sayso.claims.signs import weighed_as
from sayso.claims.spoken_kinds import ALWAYS
from sayso.claims.told import Told
from sayso.claims.vocabulary import stem
from sayso.claims.weighed_stances import STANCES
from sayso.types import Span, Stance
from sayso.values.clauses import main_clauses
from sayso.values.on_board import load_weights

WORD = re.compile(r"[^\W_]+|[?]")
NAMELESS = re.compile(r"^(?:neither|no|nobody|none|no one|not one|not a)\b", re.IGNORECASE)
BEFORE = 160  # characters before a statement that are looked at
SHORT = 40  # characters: a content below is short
LONGEST = 60  # words of a content that are looked at
SHARES = {"": 2.0, "c:": 1.2, "<": 0.7}  # what words of the content, of the cue and those before weigh
UNSURE = ("asserts", "other")  # stances by the rules in the place of which a learnt one may come
STAY = ("concedes", "unverified")  # stances by the rules in the place of which none comes
TIMES = 1.2  # as likely as the rules' stance must a learnt one be
LEAST = 0.35  # and at least so likely
PLAIN = 0.5  # and so likely a denial without a word for it ("all is calm"), or by the model a charge of a breach
SURE = 0.7  # and so likely where the rules know a stance
RARELY = 0.001  # what the model holds for less likely is so likely
BLAMES = ("attack", "equipment", "foreign fighters")  # kinds of matter in which who is blamed concedes
LEARNT = "its words and who speaks go with it: "  # how the reason for a learnt stance begins
OWNS_IT, AGREES_TO_IT = "it claims the deed", "it agrees to it"
COUNTS_ITS_OWN = " counts its own"  # how the reason of who tells the dead of its own side ends,
HOLDS_IT_NOT = " says that it does not hold the place"  # and of who says that a place is not its own
FOUND_IT = "a body that is no party says that it established it"
NOT_TAKEN = "it says that the place was not taken"
NEITHER_NOR = "it neither confirms nor denies"
FIRM = (
    OWNS_IT,
    AGREES_TO_IT,
    FOUND_IT,
    NOT_TAKEN,
    NEITHER_NOR,
    *truces.FIRM,
)  # reasons of the rules before which no learnt stance goes
SHOWN = 3  # signs told as the reason
NO_DENIAL = re.compile(
    r"\b(?:no longer|no more|no less|no fewer|out of|not only|not just|no doubt|not yet)\b", re.IGNORECASE
)
"""What has the form of a denial and denies nothing."""
DENIAL = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nor|neither|without|cannot|den(?:y|ies|ied|ials?|ying)|reject\w*|refut\w*|"
    r"dismiss\w*|fals\w+|untrue|lies?|lying|fabricat\w*|invent\w*|rumou?rs?|propaganda|nonsense|refus\w*|contradict\w*|"
    r"baseless|ridicul\w*|absurd\w*|laugh\w*|fail\w*|only|merely|empty|alone|wrong|forgery|fable)\b|n['’]t\b",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\b(?:destroy(?:ed|s)?|destruction|obliterat\w+|wiped out|ruined|wreck\w*|levell?ed|flattened|demolished|damag\w+|"
    r"struck|hit|bombed|shelled|sank|sunk|sinking|shot down|downed|crashed|burn(?:t|ed|ing)|on fire)\b",
    re.IGNORECASE,
)
Read = tuple[Stance, str]  # a stance by the rules, and why


@dataclass(frozen=True, slots=True)
class Asked:
    """A matter as what is said on it is seen: who is blamed, who spoke first, which stems are whose name."""

    kind: str
    holder: str
    blamed: frozenset[str]
    sides: frozenset[str]
    first: str
    names: Mapping[str, str]


def asked(draft: Draft) -> Asked:
    """What is asked of every statement of a matter."""
    blamed = {
        name
        for t in draft.told
        if t.own
        for name in (t.claim.slot("attacker"), *t.claim.slot("sides").split("; "))
        if name and name != t.party
    }
    sides = draft.conflict.belligerents()
    parties = sides | {p for t in draft.told for p in t.party.split("; ") if p}
    names = {stem(word): party for party in sorted(parties) for word in WORD.findall(party) if len(word) > 3}
    first = next((t.party for t in draft.told if t.party), "")
    return Asked(weighed_as(draft.kind), dict(draft.slots).get("holder", ""), frozenset(blamed), sides, first, names)


def signs_of(one: Told, to: Asked, read: Read, earlier: Sequence[tuple[str, Stance]]) -> dict[str, float]:
    """The signs of a statement: its words, what the rules read, who speaks, and what was said before.

    Args:
        one: what is told.
        to: the matter.
        read: its stance by the rules, and why.
        earlier: party and stance by the rules of what was said before it, in order.
    """
    signs = dict.fromkeys(_facts(one, to, read, earlier), 1.0) | {ALWAYS: 1.0}
    for part, share in SHARES.items():
        found = set(_words(one, to, part))
        signs |= {sign: share / math.sqrt(len(found)) for sign in found}
    return signs


def _facts(one: Told, to: Asked, read: Read, earlier: Sequence[tuple[str, Stance]]) -> Iterator[str]:
    """What is known of a statement besides its words, alone and with the kind of its matter."""
    stance, why = read
    who, said = _who(one, to), one.statement.stance
    held = _held(one)
    rule = "wording" if why == "by the wording" or not one.own else "rule"
    yield from (f"kind={to.kind}", f"said={said}", f"read={stance}", f"who={who}", f"held={held}")
    yield from (f"read={stance} {rule}", f"read={stance} {to.kind}", f"read={stance} {who}", f"said={said} {who}")
    yield from (f"who={who} {to.kind}", f"held={held} {said}", f"quote={one.statement.quote}")
    yield from (f"polarity={one.claim.polarity} {to.kind}", f"modality={one.claim.modality}")
    yield f"content={_size(one.statement.content)} cue={'some' if one.statement.cue else 'none'}"
    yield f"speaker={'nobody' if NAMELESS.match(_source(one)) else 'named' if one.speaker else 'none'}"
    yield from (f"{slot}={value} {to.kind}" for slot, value in _slots(one, to))
    before = next((s for party, s in reversed(earlier) if party and party == one.party), "nothing")
    others = next((s for party, s in reversed(earlier) if party != one.party), "nothing")
    yield from (f"own before={before}", f"others before={others} {who}")


def _who(one: Told, to: Asked) -> str:
    """Who speaks, as the question sees it."""
    if not one.party:
        return "nobody's"
    ours = set(one.party.split("; "))
    if ours & to.blamed:
        return "blamed"
    if to.kind == "control" and to.holder:
        return "holder" if to.holder in ours else "against" if ours & to.sides else "aside"
    if one.party == to.first:
        return "first"
    return "side" if ours & to.sides else "aside"


def _slots(one: Told, to: Asked) -> Iterator[tuple[str, str]]:
    """The slots of the claim, names as whose they are."""
    yield from (("change", one.claim.slot("change") or "none"), ("outcome", one.claim.slot("outcome") or "none"))
    for slot in ("attacker", "target", "holder", "from", "of"):
        name = one.claim.slot(slot)
        if not name:
            yield slot, "none"
        elif name in ("own", "enemy"):
            yield slot, name
        else:
            yield slot, "own" if name in one.party.split("; ") else "other"


def _held(one: Told) -> str:
    """What ties a statement to its matter: a claim that it takes up, one of its own, or a guess."""
    return "taken up" if not one.own else "typed" if one.claim.kind and not one.joined else "joined"


def _size(spans: Sequence[Span]) -> str:
    """How long a content is, in a word."""
    letters = sum(s.end - s.start for s in spans)
    return "none" if not letters else "short" if letters < SHORT else "long"


def _source(one: Told) -> str:
    return _text(one, one.statement.source)


def _text(one: Told, spans: Iterable[Span]) -> str:
    return " ".join(one.report.text[s.start : s.end] for s in sorted(spans))


def _words(one: Told, to: Asked, part: str) -> Iterator[str]:
    """The stems of one part of a statement, each after the mark of its part, and each two that follow each other."""
    if part == "":
        stems = list(_stems(_text(one, one.statement.content or one.statement.cue), one, to))[:LONGEST]
    elif part == "c:":
        stems = list(_stems(_text(one, one.statement.cue), one, to))
    else:
        every = (*one.statement.source, *one.statement.cue, *one.statement.content)
        start = min(s.start for s in every)
        stems = list(_stems(one.report.text[max(0, start - BEFORE) : start], one, to))
    yield from (part + word for word in stems)
    if part != "<":
        yield from (f"{part}{a} {b}" for a, b in pairwise(["^", *stems, "$"]))


def _stems(words: str, one: Told, to: Asked) -> Iterator[str]:
    """The stems of some words, the names of sides as whose they are, numbers as one."""
    for word in WORD.findall(words):
        cut = stem(word)
        party = to.names.get(cut, "") if word[0].isupper() else ""
        if party:
            yield "@own" if party in one.party.split("; ") else "@other" if one.party else "@side"
        elif word[0].isdigit():
            yield "@number"
        else:
            yield cut


def weights() -> Mapping[str, Mapping[str, float]]:
    """Stance -> sign -> its weight."""
    return load_weights("learnt_stances", room="claims")


def odds_of(signs: Mapping[str, float], table: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Stance -> how likely it is; they add up to one."""
    sums = {stance: sum(value * held.get(sign, 0.0) for sign, value in signs.items()) for stance, held in table.items()}
    each = {stance: 1 / (1 + math.exp(-min(30.0, max(-30.0, total)))) for stance, total in sums.items()}
    whole = sum(each.values())
    return {stance: share / whole for stance, share in each.items()}


def seen(about: Asked, rows: Sequence[tuple[Told, Read]]) -> Iterator[dict[str, float]]:
    """The signs of all that is told on a matter, each with what stands before it."""
    earlier: list[tuple[str, Stance]] = []
    for one, read in rows:
        yield signs_of(one, about, read, earlier)
        earlier.append((one.party, read[0]))


def with_model(odds: Mapping[str, float], model: Mapping[str, float]) -> dict[str, float]:
    """``odds`` with those that the model gives: the product of both, as shares."""
    both = {stance: share * max(RARELY, model.get(stance, 0.0)) for stance, share in odds.items()}
    whole = sum(both.values())
    return {stance: share / whole for stance, share in both.items()}


def settle(draft: Draft, rows: Sequence[tuple[Told, Read]]) -> list[Read]:
    """The stances on a matter: those by the rules, and learnt ones where these leave it open or the latter are sure.

    Args:
        draft: the matter.
        rows: what is told on it, each with its stance by the rules and why.
    """
    about, table, last = asked(draft), weights(), weighed_stances.weights()
    told = zip(rows, seen(about, rows), strict=True)
    return [
        weighed_once_more(one, about, read, settled(one, about, read, signs, table), signs, last)
        for (one, read), signs in told
    ]


def weighed_once_more(
    one: Told, to: Asked, read: Read, so_far: Read, signs: Mapping[str, float], table: Mapping[str, Mapping[str, float]]
) -> Read:
    """The stance after all is weighed once more (``weighed_stances.py``).

    One for which a rule is firm stays. So does "other", since gold seldom keeps what says nothing of a question, and
    nothing tells when it is right.
    """
    stance, why = read
    stays = (
        why in FIRM or why.endswith((COUNTS_ITS_OWN, HOLDS_IT_NOT)) or stance == "unverified" or so_far[0] == "other"
    )
    if stays or not one.statement.meaning:
        return so_far
    rather = weighed_stances.weighed(so_far[0], signs_weighed(one, to, so_far, signs), table)
    if not rather or (rather[0] == "denies" and _only_harms(one, to)):
        return so_far
    return rather[0], f"{LEARNT}{rather[1]}"


def signs_weighed(one: Told, to: Asked, so_far: Read, signs: Mapping[str, float]) -> dict[str, float]:
    """What is weighed once more of a statement.

    Args:
        one: what is told.
        to: the matter.
        so_far: its stance by the rules and by what is learnt of words, and why.
        signs: those of ``signs_of``.
    """
    stance, why = so_far
    by = "learnt" if why.startswith(LEARNT) else "wording" if why == "by the wording" else "rule"
    so = f"so far={stance}"
    facts = {sign: n for sign, n in signs.items() if "=" in sign}
    facts |= dict.fromkeys((so, f"{so} {by}", f"{so} {to.kind}", f"{so} {_who(one, to)}"), 1.0)
    model = dict(one.statement.meaning.stances) if one.statement.meaning else {}
    return weighed_stances.signs_of(facts, odds_of(signs, weights()), model)


def _is_open(read: Read) -> bool:
    """Whether the rules say no more than that something is said."""
    stance, why = read
    return stance in UNSURE and (why == "by the wording" or why.startswith("it takes up"))


def settled(
    one: Told, to: Asked, read: Read, signs: Mapping[str, float], table: Mapping[str, Mapping[str, float]]
) -> Read:
    """The likeliest stance where the rules leave it open, or the model with the words is sure, and the signs for it.

    A concession, and that something could not be verified, stay where the rules read them; what is confirmed is at most
    conceded. A denial without a word that denies must be likelier than others. A remark of one who is no
    side says who holds a place only where that is sure: "the fighting must stop" does not.
    """
    is_open, model = _is_open(read), dict(one.statement.meaning.stances) if one.statement.meaning else {}
    if read[0] in STAY or read[1] in FIRM or not (is_open or model):
        return read
    known = with_model(odds_of(signs, table), model)
    may = ("confirms", "concedes") if read[0] == "confirms" else STANCES
    odds = {stance: share for stance, share in known.items() if stance in may and _may(stance, one, to)}
    best = max(STANCES, key=lambda stance: odds.get(stance, 0.0))
    remark = read[0] == "other" and to.kind == "control" and not one.own and _who(one, to) == "aside"
    least = LEAST if is_open and not remark else SURE
    if best == read[0] or odds.get(best, 0.0) < max(least, TIMES * odds.get(read[0], 0.0)):
        return read
    if best == "denies" and (not _is_denial(one, known["denies"]) or _only_harms(one, to)):
        return read
    if best == "accuses" and to.kind == "truce" and model and model.get(best, 0.0) < PLAIN:
        return read  # words by which one is blamed for a breach are read by ``truces``
    strongest = sorted(signs, key=lambda sign: (-signs[sign] * table[best].get(sign, 0.0), sign))
    shown = [sign for sign in strongest if sign != ALWAYS][:SHOWN]
    by_model = f"; by the model {model.get(best, 0.0):.2f} likely" if model else ""
    rather = "" if is_open else f", not {read[0]} as the rules have it"
    return best, f"{LEARNT}{', '.join(shown)}{by_model}{rather}"


def _is_denial(one: Told, share: float) -> bool:
    """Whether a statement has a word that denies something, or is rather sure to deny without one."""
    words = _text(one, (*one.statement.cue, *one.statement.content))
    denies_nothing, rest = NO_DENIAL.search(words), main_clauses(NO_DENIAL.sub("", words))
    return bool(DENIAL.search(rest)) or (share >= PLAIN and not denies_nothing)


def _only_harms(one: Told, to: Asked) -> bool:
    """Whether a statement on an attack tells of destruction without a denial; on a loss, one of who is said to hit."""
    on_harm = to.kind in ("attack", "responsibility") or (to.kind == "equipment" and _who(one, to) == "blamed")
    return on_harm and tells_of_destruction(_text(one, (*one.statement.cue, *one.statement.content)))


def tells_of_destruction(words: str) -> bool:
    """Whether words tell of destruction and hold none that denies outside a subordinate clause.

    >>> tells_of_destruction("the hall was struck by two bombs, though no fire broke out")
    True
    >>> tells_of_destruction("no hall was struck")
    False
    """
    words = main_clauses(NO_DENIAL.sub("", words))
    return bool(HARMED.search(words)) and not DENIAL.search(words)


def _may(stance: str, one: Told, to: Asked) -> bool:
    """Who has the place does not deny that, and concedes it by a claim of its own alone; what is no blame of one's own
    is not conceded.
    """
    who = _who(one, to)
    if who == "holder" and (stance == "denies" or (stance == "concedes" and not one.own)):
        return False
    return stance != "concedes" or to.kind not in BLAMES or who in ("blamed", "nobody's")
