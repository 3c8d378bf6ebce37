"""What each party says on a matter: the stance of a statement turned into its stance on the question.

"The fighting goes on" denies the capture; "the city is out of our control" concedes it, whatever the verb; one's own
dead are conceded. The thesis of a matter of control is that its holder, the first to claim it, has the place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.claims.charges import accused_in
from sayso.claims.copied import without_copied
from sayso.claims.empty_words import is_question, says_nothing
from sayso.claims.learnt_stances import (
    AGREES_TO_IT,
    COUNTS_ITS_OWN,
    FOUND_IT,
    HOLDS_IT_NOT,
    LEARNT,
    NEITHER_NOR,
    NOT_TAKEN,
    OWNS_IT,
    Read,
    settle,
    tells_of_destruction,
)
from sayso.claims.likely import least_of, likely, signs_of
from sayso.claims.losses import HOSTILE
from sayso.claims.matters import Draft
from sayso.claims.own_deeds import ASTRAY, NO_FIGHTERS, owns_the_dead
from sayso.claims.own_strikes import names_of_others, tells_its_deed
from sayso.claims.taking_back import takes_back
from sayso.claims.told import Told, kinds_read, sentence_before
from sayso.claims.truces import on_truce, takes_sides
from sayso.claims.vocabulary import is_placed
from sayso.types import Likely, Position, Quantity, Stance
from sayso.values.fates import FATES
from sayso.values.numbers import find_quantities

FATE_NEAR = 45  # characters between a number and the word that says what became of those whom it counts
BEFORE_IT = 12  # how much nearer such a word must stand before the number than one after it
KEPT: tuple[Stance, ...] = ("withholds", "unverified", "endorses", "announces")
OTHER_CAUSE = re.compile(
    r"\b(?:engine|technical|malfunction\w*|mechanical|pilot error|accident\w*|hard landing|emergency landing|"
    r"own mines?|own laying|own shells?|fell short|weather|short circuit|gas leak|staged|montage|"
    r"invented|fabricat\w*)\b",
    re.IGNORECASE,
)
MEASURES = re.compile(r"year|month|week|day|hour|minute|km|kilomet|miles|met(?:er|re)s|%|per ?cent|old")
OLD = re.compile(
    r"\b(?:earlier|previous|initial|old) (?:\w+ )?(?:figures?|tolls?|counts?|numbers?|estimates?|tall(?:y|ies)) "
    r"(?:of |at )?$",
    re.IGNORECASE,
)  # "revising an earlier figure of 79"
ELSE = re.compile(r"\b(?:others?|another|rather|instead|or|not) (?:(?:at|of|about|only|say) )*$", re.IGNORECASE)
INSPECTS = re.compile(
    r"\b(?:observ\w*|monitor\w*|mission|inspect\w*|commission\w*|inquiry|inquest|investigat\w*|tribunal|court|verif\w*|"
    r"coroner|prosecutor\w*|united nations|un|registers?|registry|rapporteur|auditors?|experts?|technicians|panel|"
    r"compact|established|determined|concluded|geolocated|watch)\b",
    re.IGNORECASE,
)
A_PICTURE = re.compile(
    r"(?:the authenticity of |where |when )?(?:[\w’'-]+ ){0,5}?(?:videos?|clips?|footage|photo(?:graph)?s?|pictures?|"
    r"images?|recordings?|documents?|geolocation)\b",
    re.IGNORECASE,
)
SHOWS = re.compile(r"\b(?:that|show\w*|prov\w+|confirm\w*|demonstrat\w+|establish\w*|as)\b", re.IGNORECASE)
"""What makes a finding about the matter of one about a picture: "videos that show the town taken"."""
FINDS = re.compile(
    r"\b(?:establish\w*|f(?:ind|inds|ound)|conclu\w*|determin\w*|verif\w*|lists?|document\w*|confirmed|record(?:s|ed)|"
    r"log(?:s|ged)?|book|roll|register)\b",
    re.IGNORECASE,
)
OWNS_UP = re.compile(
    r"\b(?:claim\w*|t(?:ake|ook|akes|aken|aking)|accept\w*|assum\w*) (?:\w+ )?responsibility\b", re.IGNORECASE
)
AGREES = re.compile(r"(?<!not )(?<!nothing )\b(?:sign(?:s|ed)|accept(?:s|ed)|approve[sd])\b", re.IGNORECASE)
OWN_DEAD = re.compile(
    r"\b(?:its|our|his|their|own) (?:\w+ )?(?:soldiers?|troops|men|servicemen|fighters|guards|police\w*|officers?) "
    r"(?:(?:had|have|has) (?:been )?|were |was )?(?:killed|wounded|hurt|injured|died|dead|fallen|fell)\b",
    re.IGNORECASE,
)
NEITHER = re.compile(
    r"\bconfirm\w* (?:n?or|and|or to) den(?:y|ied|ying)\b|\bden(?:y|ied|ying) (?:n?or|or to) confirm\w*\b",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(?:we|us|ours?|own)\b", re.IGNORECASE)
GOES_ON = ("asserts", "other", "accuses")
BLAMES = ("attack", "responsibility", "equipment")  # kinds of matter in which a side that is accused answers
TELLS_IT = ("asserts", "announces", "confirms", "concedes")  # stances of who says that it happened
SHORT = 110  # characters of a position's wording


@dataclass(frozen=True, slots=True)
class Weighed:
    """A position with what standings ask of it: does its speaker take back, has an outsider established it.

    ``fate`` is what became of those whom it counts: killed, injured, captured ...; "" where nothing says it.
    ``relays`` is True for who only passes on what somebody else says: "Reuters said, citing the ministry"; ``learnt``
    where the stance is a guess by learnt weights; ``least`` is how likely it must answer its question to be told, 0
    where it was not guessed on which matter it is.
    """

    position: Position
    takes_back: bool
    established: bool
    number: tuple[float, float] | None
    counted: Quantity | None = None
    relays: bool = False
    learnt: bool = False
    fate: str = ""
    least: float = 0.0


def weigh(draft: Draft, origins: dict[str, str]) -> list[Weighed]:
    """The positions of a matter by date. A copy adds only what its dispatch does not tell (copied.py).

    Args:
        draft: the matter.
        origins: report id -> id of the report that it is a copy of, itself where it is none.
    """
    relayed = {t.statement.within for t in draft.told if t.statement.within}
    rows = without_copied(by_rules(draft), origins)
    out: dict[tuple[str, str], Weighed] = {}
    counts = {one.claim.id: _counted(one) for one, _ in rows if one.own}
    units = {counted.unit for counted in counts.values() if counted} | {""}
    for (one, _), (stance, why) in zip(rows, settle(draft, rows), strict=True):
        own_voice = one.speaker and one.speaker in (one.report.outlet, one.report.agency) and not one.statement.party
        if stance != "unverified" and own_voice:
            continue  # what a report says in its own voice is no position, unless its outlet is a side
        if is_question(one) or says_nothing(one):
            continue  # nor is what an interviewer asks
        counted = counts.get(one.claim.id) if one.own else _counted(one)
        if counted and counted.unit not in units:  # "300 births" beside the dead
            counted = None
        outcome = one.claim.slot("outcome") if one.own else ""
        weighed = Weighed(
            _position(one, draft, stance, why),
            one.statement.stance == "concedes" and takes_back(one.words, draft.kind),
            _established(one, stance),
            _range(counted),
            counted,
            one.statement.id in relayed,
            why.startswith(LEARNT),
            (_fate(counted, one) if counted else "") or outcome,
            0.0 if _is_firm(one, draft) else _least(one, draft),
        )
        key = (one.statement.id, stance)
        if key not in out or one.own:
            out.setdefault(key, weighed)
    return sorted(_told_once(out.values()), key=lambda w: (w.position.date, w.position.report, w.position.evidence))


def _least(one: Told, draft: Draft) -> float:
    """How likely what is guessed to be on a matter must answer its question to be told."""
    return least_of(draft.kind, kinds_read(one.report, one.statement), draft.key[1] if draft.key else "")


def without_unlikely(draft: Draft, weighed: Sequence[Weighed]) -> tuple[Draft, list[Weighed]]:
    """A matter and its positions without the statements only guessed to be on it that hardly answer its question."""
    doubts = ((w, w.position.likely) for w in weighed)
    told = {w.position.statement for w, likely in doubts if likely is None or likely.question >= w.least}
    left_out = {w.position.statement for w in weighed} - told
    kept = tuple(one for one in draft.told if one.statement.id not in left_out)
    return replace(draft, told=kept), [w for w in weighed if w.position.statement in told]


def _is_firm(one: Told, draft: Draft) -> bool:
    """Whether a statement names its matter, takes up what was claimed, or counts what is of no one place."""
    counts = one.own and one.claim.kind in ("casualties", "figure")
    return not one.joined or (counts and not (draft.key and is_placed(draft.key)))


def _told_once(rows: Iterable[Weighed]) -> list[Weighed]:
    """The rows less those whose words another shows with more beside them, by the same speaker with the same stance."""
    kept: dict[tuple[str, str, str, str], list[Weighed]] = defaultdict(list)
    for row in sorted(rows, key=lambda w: (w.position.evidence.start, -w.position.evidence.end)):
        p = row.position
        alike = kept[p.report, p.speaker, p.party, p.stance]
        if not any(p.evidence.end <= other.position.evidence.end for other in alike):
            alike.append(row)
    return [row for alike in kept.values() for row in alike]


@dataclass(frozen=True, slots=True)
class Held:
    """Who is said to have a place, whether not only others say so, and whether the holder denies what others say."""

    holder: str
    claimed: bool
    disowned: bool


def held_of(draft: Draft) -> Held:
    """The holder of a matter of control; "" for any other."""
    holder = dict(draft.slots).get("holder", "")
    told = (t for t in draft.told if t.own and t.claim.kind == "control" and direction(t, holder) > 0)
    gains = [t for t in told if t.claim.slot("change") in ("gained", "held")]
    own = any(t.party == holder and t.statement.stance not in ("denies", "withholds") for t in gains)
    denies = any(t.party == holder and t.statement.stance == "denies" for t in draft.told)
    claimed = own or not gains
    return Held(holder, claimed, denies and not claimed)


def by_rules(draft: Draft) -> list[tuple[Told, Read]]:
    """All that is told on a matter, each with its stance by the rules and why."""
    held = held_of(draft)
    made = {t.claim.id: t for t in draft.told if t.own}
    out: list[tuple[Told, Read]] = []
    for one in draft.told:
        read = relational(one, held, draft)
        maker = made.get(one.claim.id)
        if (
            not one.own
            and maker
            and one.statement.stance in GOES_ON
            and (maker.party, maker.speaker) == (one.party, one.speaker)
        ):
            read = (relational(maker, held, draft)[0], "it goes on about what the same speaker said")
        out.append((one, read))
    return out


def _position(one: Told, draft: Draft, stance: Stance, why: str) -> Position:
    words = " ".join(one.words.split())
    return Position(
        party=one.party,
        speaker=one.speaker,
        channel=one.statement.channel,
        stance=stance,
        position=words if len(words) <= SHORT else words[: SHORT - 1].rsplit(" ", 1)[0] + "…",
        date=one.date,
        report=one.report.id,
        statement=one.statement.id,
        evidence=one.evidence,
        text=one.words,
        because=why if not one.joined or one.joined in why else f"{why}; {one.joined}",
        likely=_likely(one, draft, stance, why),
    )


def _likely(one: Told, draft: Draft, stance: Stance, why: str) -> Likely | None:
    """How likely the position is read right; None where no model said what its statement means."""
    if one.share is None:
        return None
    return likely(signs_of(one, one.share, draft.conflict.belligerents(), stance, why))


def relational(one: Told, held: Held, draft: Draft) -> tuple[Stance, str]:
    """The stance on the question, and the reason where it is not that of the wording."""
    stance = one.statement.stance
    if NEITHER.search(one.words):
        return "withholds", NEITHER_NOR
    if stance in KEPT:
        return stance, "by the wording"
    if stance in ("asserts", "accuses") and one.party and accused_in(draft.key) == one.party:
        return "denies", "it answers what it is accused of"
    if draft.kind in BLAMES and stance in ("asserts", "other") and _gives_other_cause(one, draft):
        return "denies", "it gives another cause"
    if draft.kind in BLAMES and stance in ("asserts", "accuses", "confirms") and OWNS_UP.search(one.words):
        return "asserts", OWNS_IT
    if draft.kind in BLAMES and stance in ("asserts", "accuses", "confirms") and tells_its_deed(one, draft, stance):
        return "asserts", OWNS_IT
    if draft.kind in BLAMES and stance == "concedes" and OWN_DEAD.search(one.words):
        return "asserts", "it tells of its own dead"
    if draft.kind in ("truce", "talks") and stance == "asserts" and one.party and AGREES.search(one.cue):
        return "endorses", AGREES_TO_IT
    if draft.kind == "truce" and not (one.own and _established(one, stance)):
        read = on_truce(one.words, stance, takes_sides=takes_sides(one, draft))
        if read:
            return read
    if not one.own:
        return _taken_up(one, stance, held.holder if held.claimed else "", draft)
    if stance == "other":
        return stance, "by the wording"
    if _established(one, stance):
        return "confirms", FOUND_IT
    if draft.kind == "control" and one.claim.kind == "fighting" and _stands_aside(one, draft):
        return "other", f"{one.party} is no side, and speaks of fighting"
    if draft.kind == "control":
        return _on_control(one, stance, held, allied=draft.conflict.are_allied(one.party, held.holder))
    if draft.kind in ("casualties", "figure"):
        return _on_numbers(one, stance, draft)
    if stance in ("accuses", "denies", "confirms", "concedes"):
        return stance, "by the wording"
    if one.claim.polarity == "-":
        return "denies", "it says that it did not happen"
    if draft.kind in ("attack", "responsibility", "foreign fighters") and stance == "asserts":
        return _on_blame(one, draft)
    attacker = one.claim.slot("attacker")
    if (
        draft.kind in (*BLAMES, "truce", "foreign fighters")
        and attacker
        and one.party
        and attacker != one.party
        and not draft.conflict.are_allied(attacker, one.party)
    ):
        return "accuses", f"it blames {attacker}"
    return stance, "by the wording"


def _on_blame(one: Told, draft: Draft) -> tuple[Stance, str]:
    """Whom an assertion blames: a shot of one's own gone astray is conceded, the deed of others an accusation."""
    words, sides = one.report.text[one.claim.evidence.start : one.claim.evidence.end], draft.conflict.belligerents()
    if draft.kind == "foreign fighters":
        sent = one.claim.slot("sides").split("; ")
        if one.party and one.party in sent:
            return "concedes", f"{one.party} says so of itself"
        return ("accuses", "it says so of others") if one.party in sides or any(sent) else ("asserts", "by the wording")
    if one.party in sides and ASTRAY.search(words):
        return "concedes", f"{one.party} says that it went astray"
    attacker = one.claim.slot("attacker")
    if attacker and draft.conflict.are_allied(attacker, one.party):
        return "asserts", "by the wording"
    named = names_of_others(one, draft) & {w.casefold() for w in re.findall(r"\w+", words)}
    if one.party in sides and (named or HOSTILE.search(words) or (attacker and attacker != one.party)):
        return "accuses", f"it blames {attacker or ', '.join(sorted(named)) or 'the other side'}"
    if one.party in sides and not OWN.search(words) and attacker in ("", "enemy"):
        return "accuses", f"{one.party} tells of a deed that it does not call its own"
    return "asserts", "by the wording"


def _stands_aside(one: Told, draft: Draft) -> bool:
    """Whether a party speaks that is none to the conflict, as far as its sides are known."""
    sides = draft.conflict.belligerents()
    return bool(one.party and sides) and not sides & set(one.party.split("; "))


def _gives_other_cause(one: Told, draft: Draft) -> bool:
    """True where a party to the conflict says that it was an engine, an accident, one's own mine."""
    return one.party in draft.conflict.belligerents() and bool(OTHER_CAUSE.search(one.words))


def _taken_up(one: Told, stance: Stance, holder: str, draft: Draft) -> tuple[Stance, str]:
    """A statement on somebody's claim: what it denies it denies; a remark of an opponent denies."""
    if stance == "denies" and draft.kind == "control" and one.party and one.party == holder:
        return "asserts", f"{holder} rejects what is said against its own claim"
    if stance in ("asserts", "other") and one.party and holder and one.party != holder and draft.kind == "control":
        pair = frozenset((one.party, holder))
        if pair in draft.conflict.opposed and not draft.conflict.are_allied(one.party, holder):
            return "denies", f"a remark of {one.party}, which stands against {holder}"
    if (
        stance in GOES_ON
        and draft.kind in BLAMES
        and one.party
        and _is_accused(one, draft)
        and not _only_harms(one, draft)
    ):
        return "denies", f"a remark of {one.party}, which is accused"
    return stance, f"it takes up the matter: {one.joined}" if one.joined else "it takes up what was claimed before"


def _only_harms(one: Told, draft: Draft) -> bool:
    """Whether who speaks of an attack tells of destruction and denies nothing."""
    return draft.kind != "equipment" and tells_of_destruction(one.words)


def _is_accused(one: Told, draft: Draft) -> bool:
    """Whether others accuse the party of who speaks in the matter, and it does not tell the deed itself."""
    return not any(_tells_it(other, one.party) for other in draft.told) and any(
        other.own
        and other.party != one.party
        and one.party in (other.claim.slot("attacker"), *other.claim.slot("sides").split("; "))
        for other in draft.told
    )


def _tells_it(one: Told, party: str) -> bool:
    """Whether ``party`` itself says that it happened, and blames nobody else for it."""
    says = one.own and one.party == party and one.statement.stance in TELLS_IT and one.claim.polarity == "+"
    return says and one.claim.kind in BLAMES and one.claim.slot("attacker") in ("", party)


def _on_control(one: Told, stance: Stance, held: Held, *, allied: bool) -> tuple[Stance, str]:
    holder = held.holder
    sign = direction(one, holder)
    if stance == "denies":
        sign = -abs(sign) if one.claim.kind != "fighting" and one.claim.slot("change") != "held" else sign
    ours = not one.party or one.party == holder or allied
    lost = sign > 0 and one.claim.slot("change") == "lost" and one.claim.modality == "actual" and not ours
    if lost and not held.disowned:
        return "concedes", f"{one.party} says that the place is lost"
    holds = _belongs(one.claim.slot("holder"), one.party)
    if sign > 0 and not ours and holds and one.claim.polarity == "-" and not held.disowned:
        return "concedes", f"{one.party}{HOLDS_IT_NOT}"
    if stance == "concedes":
        return "concedes", "by the wording"
    if (
        stance == "denies"
        and one.claim.polarity == "-"
        and one.claim.slot("change") == "gained"
        and (holds or not holder)
    ):
        return "denies", NOT_TAKEN
    if sign < 0 and ours and holder and held.claimed:
        return "asserts", f"said by {one.party}, which stands with {holder}" if allied else f"said by {holder} itself"
    if sign < 0:
        return "denies", "it excludes that the place was taken"
    return ("asserts" if stance in ("accuses", "denies") else stance), "by the wording"


def direction(one: Told, holder: str) -> int:
    """1 where a claim of control or fighting supports that ``holder`` has the place, -1 where it excludes it."""
    claim = one.claim
    sign = -1 if claim.polarity == "-" else 1
    if claim.kind == "fighting":
        return -sign
    if claim.slot("change") == "held":
        who = claim.slot("holder") or one.party
        return sign if who and who == holder else -1
    if claim.slot("change") == "lost":
        loser = claim.slot("from") or one.party
        return -sign if loser and loser == holder else sign
    who = claim.slot("holder")
    return -sign if who and holder and not _belongs(who, holder) else sign


def _belongs(who: str, party: str) -> bool:
    return bool(who) and (who == party or who in party.split("; "))


def _on_numbers(one: Told, stance: Stance, draft: Draft) -> tuple[Stance, str]:
    of = dict(draft.slots).get("of", "")
    counts_its_own = draft.kind == "casualties" and of and of in one.party.split("; ")
    if stance in ("denies", "concedes") or (stance == "confirms" and not counts_its_own):
        return stance, "by the wording"
    before = sentence_before(one.report, one.statement)
    if counts_its_own and owns_the_dead(one.words, one.speaker, before):
        return "concedes", f"{of}{COUNTS_ITS_OWN}"
    if counts_its_own and stance in ("asserts", "accuses"):
        return "asserts", NO_FIGHTERS
    return ("asserts" if stance == "accuses" else stance), "by the wording"


def _established(one: Told, stance: Stance) -> bool:
    """True where a body that is no party, and whose work it is, says that it established the answer."""
    cue = one.cue
    found = stance == "confirms" or FINDS.search(f"{one.speaker} {cue}")
    body = INSPECTS.search(one.speaker) or INSPECTS.search(cue)
    content = " ".join(one.report.text[s.start : s.end] for s in one.statement.content)
    if A_PICTURE.match(content) and not SHOWS.search(content):
        return False  # that a video is genuine is not yet what it is about
    return bool(found and body) and not one.party and bool(one.speaker) and stance in ("confirms", "asserts", "accuses")


def _counted(one: Told) -> Quantity | None:
    """The first number that the claim counts with, a total before one that is new; none that measures: "ten km, others
    eleven".
    """
    words = _counting_words(one)
    quantities = list(find_quantities(words))
    measures = [q for q in quantities if MEASURES.search(q.unit)]
    found = [
        q
        for q in quantities
        if q not in measures and not (measures and _measures_too(q, words)) and not OLD.search(words, 0, q.span.start)
    ]
    return next((q for q in found if not q.change), found[0] if found else None)


def _counting_words(one: Told) -> str:
    """Where a number of what is told is looked for."""
    spans = [one.claim.evidence] if one.own else one.statement.content
    return " ".join(one.report.text[s.start : s.end] for s in spans)


def _fate(number: Quantity, one: Told) -> str:
    """What became of those whom a number counts, by the nearest word for it with no other number between."""
    start = one.words.find(_counting_words(one)[number.span.start : number.span.end])
    end, found = start + number.span.end - number.span.start, []
    for fate, pattern in FATES.items() if start >= 0 else ():
        for match in pattern.finditer(one.words):
            after = match.start() >= start
            between = one.words[end : match.start()] if after else one.words[match.end() : start]
            if len(between) <= FATE_NEAR and not re.search(r"\d|[;:]", between):
                found.append((len(between) + (0 if after else BEFORE_IT), fate))
    return min(found, default=(0, ""))[1]


def _measures_too(number: Quantity, words: str) -> bool:
    """Whether a number stands for another in the same unit: "others eleven"."""
    return not number.unit and bool(ELSE.search(words, 0, number.span.start))


def _range(counted: Quantity | None) -> tuple[float, float] | None:
    """The lowest and highest that a number may mean."""
    if counted is None:
        return None
    return (counted.low or 0.0, counted.high if counted.high is not None else float("inf"))
