"""Where a matter stands on each date: a pure function of its positions up to that date. Nothing here is stored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.claims.learnt_stances import OWNS_IT
from sayso.claims.positions import Weighed
from sayso.types import Position, Span, Standing, Word

UNNAMED = re.compile(
    r"^(?:an?|one|two|three|some|several|the circle)\b|\b(?:source|sources|aide|adviser|insider)s?\b", re.IGNORECASE
)
EXPRESSLY = re.compile(
    r"\b(?:confirm|verif|corroborat|vouch|establish|authenti|exclud)\w*|\bl(?:eft|eaves?) (?:it |that |this )?open\b|"
    r"\brul(?:e|es|ed|ing) (?:\w+ )?out\b",
    re.IGNORECASE,
)
"""Words of who does not confirm: whoever gives no comment or no number leaves a claim as it is."""
ADMITS = re.compile(
    r"\b(?:acknowledg\w*|admi(?:t|ts|tted|tting|ssion)|conced\w*|concession|confess\w*|own(?:s|ed) up|"
    r"regret\w*|apolog\w*|sorry|mistak\w*|accident\w*|in error|erroneous\w*|misfir\w*|astray|stray|wrongly|"
    r"inadvertent\w*|unintend\w*|unintentional\w*|civilians?|for the first time)\b",
    re.IGNORECASE,
)
"""Words of who owns up to a deed, which one that tells of a strike of its own has not."""
STRIKES = ("attack", "responsibility")  # kinds of matter in which a side tells of deeds of its own
OWN_WORD = ("asserts", "announces", "confirms")
UNDATED = "no report on it has a date, so that nothing says what came first"
SAYS = ("asserts", "accuses", "confirms", "announces")
SHOWN = 4  # names that a reason gives,
SURE, SURE_READ = 0.4, 0.5  # of those whose lines are so likely on the question and theirs, where any are
FOUND, FOUND_READ = 0.2, 0.3  # a finding less likely on the question, or less likely to be one, verifies nothing
COUNTED = 0.3  # numbers in lines less likely on the question than this are set against no others
COUNTS = ("asserts", "confirms", "concedes", "accuses")


def standings(kind: str, weighed: Sequence[Weighed], belligerents: frozenset[str]) -> list[Standing]:
    """The standing on each date on which it changes, with who puts it there.

    Args:
        kind: the matter's kind, ``FATE`` where it asks what has become of one person.
        weighed: its positions, by date.
        belligerents: the parties of the conflict; what others say counts towards corroboration.

    Returns:
        Those by day, each with the reason and the statements of the last day on which it stood so. Where nothing on
        the matter has a date, one without a day for all that is said; none for none.
    """
    out: list[Standing] = []
    if weighed and not any(w.position.date for w in weighed):
        word, because, decisive = standing_of(kind, weighed, belligerents)
        return [Standing("", word, f"{because}; {UNDATED}", tuple(p.statement for p in decisive if p.statement))]
    for day in sorted({w.position.date for w in weighed if w.position.date}):
        known = [w for w in weighed if w.position.date and w.position.date <= day]
        word, because, decisive = standing_of(kind, known, belligerents)
        row = Standing(day, word, because, tuple(p.statement for p in decisive if p.statement))
        if out and out[-1].standing == word:
            out[-1] = replace(row, date=out[-1].date)  # since the first day of the word, with all who spoke since
        else:
            out.append(row)
    return out


def standing_of(
    kind: str, weighed: Sequence[Weighed], belligerents: frozenset[str]
) -> tuple[Word, str, list[Position]]:
    """The word, the reason and the positions that decide, for all that is known."""
    numbers = kind in ("casualties", "figure", "displacement")
    all_ = [w.position for w in weighed]
    if kind == "condemnation":  # nobody's word there is on a thesis that another may deny or own
        return "claimed", f"spoken of by {_names(all_)}", all_
    says = [p for p in all_ if p.stance in (COUNTS if numbers else SAYS)]
    denies = [p for p in all_ if p.stance == "denies"]
    guessed = {w.position for w in weighed if w.learnt}
    withholds = [p for p in all_ if p.stance == "withholds" and _who(p) not in {_who(s) for s in says}]
    unverified = [p for p in all_ if p.stance == "unverified"]
    established = [w.position for w in weighed if w.established and _is_likely(w.position, FOUND, FOUND_READ)]
    concedes = [w.position for w in weighed if w.position.stance == "concedes" and not w.takes_back]
    if numbers:  # who counts its own dead always concedes them
        concedes = [p for p in concedes if _had_denied(p, denies)]
    withdrawn = _withdrawn(weighed, says)
    if established and (not numbers or any(p.stance == "confirms" for p in established)):
        return "verified", f"established by {_names(established)}{_still(denies, says, guessed)}", established
    if withdrawn:
        return "withdrawn", f"taken back by {_names(withdrawn)}", withdrawn
    admitted = [
        p
        for p in concedes
        if p.party and not UNNAMED.search(p.speaker) and (p.party in belligerents or not belligerents or denies)
    ]
    admitted = _conceding(kind, admitted, says, [p for p in all_ if p not in guessed]) or _owning_up(concedes, denies)
    if kind != "plan" and admitted and not _boast(admitted, says) and not _comes_after(denies, admitted):
        owned = {who for a in admitted for who in _each(a)}
        rest = [d for d in denies if not owned & set(_each(d))]
        return "conceded", f"conceded by {_names(admitted)}{_still(rest, says, guessed)}", admitted
    contested = [d for d in denies if not says or any((_who(d), d.speaker) != (_who(s), s.speaker) for s in says)]
    accused = kind in ("truce", "attack", "responsibility", "equipment") and _mutual(says)
    broken, holds = _of_truce(kind, says)
    against = bool(broken and holds)
    confirmed = _borne_out(says, denies)
    if confirmed and not broken:
        return "corroborated", f"confirmed by {_names(confirmed)}{_still(denies, says, guessed)}", confirmed
    if (says and contested) or (numbers and _disagree(weighed)) or accused or against:
        on_truce = broken and (holds or denies)
        because = _on_truce(broken, holds, denies) if on_truce else _disputed(says, denies, accused)
        return "disputed", because, [*says, *denies]
    unconfirmed = [p for p in withholds if EXPRESSLY.search(p.text)]
    if says and (unverified or unconfirmed):
        return "unverified", _unconfirmed(says, unconfirmed, unverified), [*says, *unconfirmed, *unverified]
    relayed = {w.position for w in weighed if w.relays}
    independent = _independent([p for p in says if p not in relayed], belligerents)
    if independent:
        return "corroborated", f"said independently by {_names(independent)}", independent
    if says:
        return "claimed", f"said by {_names(says)}; {_besides(all_, says, withholds)}", [*says, *withholds]
    if denies:
        return "denied", f"only the denial by {_names(denies)} is known", denies
    if unverified:
        return "unverified", "a report says that it could not be verified", unverified
    if withholds:
        return "withheld", f"{_names(withholds)} {_verb(withholds, 'does', 'do')} not say", withholds
    rest = [p for p in all_ if p.stance in ("concedes", "endorses", "other")]
    return "claimed", f"spoken of by {_names(rest)}", rest


def _besides(all_: Sequence[Position], says: Sequence[Position], withholds: Sequence[Position]) -> str:
    """What others than those who say so do: some do not say, some only speak of it, or nobody else speaks."""
    if withholds:
        return f"{_names(withholds)} {_verb(withholds, 'does', 'do')} not say"
    known = {who for p in says for who in _each(p)}
    rest = [p for p in all_ if p not in says and not known & set(_each(p))]
    return f"spoken of by {_names(rest)}" if rest else "nobody else has said anything"


def _had_denied(conceding: Position, denies: Sequence[Position]) -> bool:
    """Whether a party owns what it had denied before."""
    return any(d.party == conceding.party and d.date < conceding.date for d in denies if d.party)


def _conceding(
    kind: str, admitted: Sequence[Position], says: Sequence[Position], sure: Sequence[Position]
) -> list[Position]:
    """Those of ``admitted`` who concede: not who says more often that it has the place, nor who was first to say so.

    Who tells of a strike of its own does not either; ``sure`` are the positions that are no guess.
    """
    if kind == "control":
        has, owns = (Counter(who for p in each for who in _each(p)) for each in (says, admitted))
        loose = [p for p in admitted if all(has[who] <= owns[who] for who in _each(p))]
        return [p for p in loose if all(has[who] < owns[who] for who in _each(p))] or loose or list(admitted)
    told = [p for p in sure if p.stance in (*OWN_WORD, "denies")]
    later = [p for p in admitted if _who(p) not in {_who(s) for s in says[:1]}]
    return [p for p in later if kind not in STRIKES or _owns_up(p, told)]


def _owns_up(conceding: Position, said: Sequence[Position]) -> bool:
    """Whether a party owns a deed that it last denied, or admits in so many words one that it had not told of.

    Who has claimed it before does neither.
    """
    ours = [s for s in said if s.party == conceding.party and _when(s) < _when(conceding)]
    if any(s.because.startswith(OWNS_IT) for s in ours):
        return False
    return ours[-1].stance == "denies" if ours else ADMITS.search(conceding.text) is not None


def _when(p: Position) -> tuple[str, str, Span]:
    """By what positions stand in their order."""
    return p.date, p.report, p.evidence


def _owning_up(concedes: Sequence[Position], denies: Sequence[Position]) -> list[Position]:
    """What those concede who had denied it, where nobody has denied it since."""
    deniers = {who for d in denies if d.party for who in _each(d)}
    owned = [p for p in concedes if p.party and deniers & set(_each(p))]
    return owned if _comes_after(owned, denies) else []


def _comes_after(later: Sequence[Position], earlier: Sequence[Position]) -> bool:
    """Whether the last day of the one is after that of the other."""
    return max((p.date for p in later), default="") > max((p.date for p in earlier), default="")


def _borne_out(says: Sequence[Position], denies: Sequence[Position]) -> list[Position]:
    """What those who are no party confirm of what others say, where nobody has denied it since."""
    outside = [p for p in says if p.stance == "confirms" and p.speaker and not p.party]
    sure = [p for p in outside if _is_likely(p, SURE, SURE_READ)]
    return sure if denies and len({_who(p) for p in says}) > 1 and _comes_after(sure, denies) else []


def _boast(admitted: Sequence[Position], says: Sequence[Position]) -> bool:
    """True where no other party says so, and those who own it assert it too: a claim and no concession."""
    owners = {who for a in admitted for who in _each(a)}
    others = [s for s in says if s.party and not owners & set(_each(s))]
    return not others and any(s.stance == "asserts" and owners & set(_each(s)) for s in says)


def _withdrawn(weighed: Sequence[Weighed], says: Sequence[Position]) -> list[Position]:
    """Those who take back in so many words what they, or their party, said."""
    claimants = {_who(p) for p in says}
    return [w.position for w in weighed if w.takes_back and (_who(w.position) in claimants or not claimants)]


def _disagree(weighed: Sequence[Weighed]) -> bool:
    """True where two parties' last numbers of one fate exclude each other: no dead stand against wounded."""
    counts = [w for w in weighed if w.position.stance in COUNTS and _is_likely(w.position, COUNTED, 0)]
    last = {(_who(w.position), w.fate): w.number for w in counts if w.number}
    return any(
        (one == other or not one or not other) and who != whose and (a[1] < b[0] or b[1] < a[0])
        for ((who, one), a), ((whose, other), b) in combinations(last.items(), 2)
    )


def _mutual(says: Sequence[Position]) -> bool:
    """True where two parties accuse each other."""
    accusers = {party for p in says if p.stance == "accuses" for party in p.party.split("; ") if party}
    return len(accusers) > 1


def _independent(says: Sequence[Position], belligerents: frozenset[str]) -> list[Position]:
    """What those say who are no party, where two of them do: in two reports and nobody else, or one confirming it."""
    outside = [p for p in says if p.speaker and not set(p.party.split("; ")) & belligerents]
    several = len({p.speaker for p in outside}) > 1 and len({_who(p) for p in says}) > 1
    apart = len({p.report for p in outside}) > 1 and len(outside) == len(says)
    return outside if several and (apart or any(p.stance == "confirms" for p in outside)) else []


def _who(p: Position) -> str:
    return p.party or p.speaker


def _is_likely(p: Position, question: float, stance: float) -> bool:
    """Whether a line is so likely on the question, and its stance so likely, that a strong word may rest on it."""
    return p.likely is None or (p.likely.question >= question and p.likely.stance >= stance)


def _surest(positions: Sequence[Position]) -> Sequence[Position]:
    """Those that are likely on the question and said by whom they seem to be; all where none is."""
    likely = [(p, p.likely.question, p.likely.party) if p.likely else (p, 1.0, 1.0) for p in positions]
    return [p for p, question, party in likely if question >= SURE and party >= SURE_READ] or positions


def _names(positions: Sequence[Position]) -> str:
    return _listed(list(dict.fromkeys(who for p in _surest(positions) for who in _each(p))))


def _verb(positions: Sequence[Position], one: str, several: str) -> str:
    return several if len({who for p in _surest(positions) for who in _each(p)}) > 1 else one


def _each(p: Position) -> list[str]:
    """The parties of a position, one by one; its speaker where it has none."""
    return [party for party in p.party.split("; ") if party] or [p.speaker or "the report"]


def _still(denies: Sequence[Position], says: Sequence[Position], guessed: Collection[Position]) -> str:
    """Who still denies it, as more than a guess: named, and not saying so more often, of which one may be misread."""
    counts, against = (Counter(who for p in each for who in _each(p)) for each in (says, denies))
    rest = [p for p in denies if p.party and p not in guessed and all(against[who] >= counts[who] for who in _each(p))]
    return f"; {_names(rest)} still {_verb(rest, 'denies', 'deny')} it" if rest else ""


def _disputed(says: Sequence[Position], denies: Sequence[Position], accused: bool) -> str:
    """Who says so and who denies it; where nobody does, two accuse each other, or count otherwise."""
    if denies:
        said, denied = _sides(_surest(says), _surest(denies))
        one, other = "say" if said[1:] else "says", "deny" if denied[1:] else "denies"
        return f"{_listed(said)} {one} so; {_listed(denied)} {other} it"
    if accused:
        return f"{_names([p for p in says if p.stance == 'accuses'])} accuse each other"
    return f"the numbers of {_names(says)} exclude each other"


def _sides(says: Sequence[Position], denies: Sequence[Position]) -> tuple[list[str], list[str]]:
    """Who stands on each side, each party on that of its last word; its speakers where a side has no other."""
    last: dict[str, str] = {}
    for p in sorted((*says, *denies), key=_when):
        last |= dict.fromkeys(_each(p), p.stance)
    out = []
    for side, against in ((says, False), (denies, True)):
        parties = [who for p in side for who in _each(p) if (last[who] == "denies") is against]
        out.append(list(dict.fromkeys(parties or [p.speaker or _who(p) for p in side])))
    return out[0], out[1]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN]) or "nobody named"


def _of_truce(kind: str, says: Sequence[Position]) -> tuple[list[Position], list[Position]]:
    """Those by whom a truce is broken, and those of others by whom it holds; none for any other matter."""
    broken = [p for p in says if p.stance == "accuses" and kind == "truce"]
    accusers = {who for p in broken for who in _each(p)}
    return broken, [p for p in says if p.stance != "accuses" and not accusers & set(_each(p))]


def _on_truce(broken: Sequence[Position], holds: Sequence[Position], denies: Sequence[Position]) -> str:
    """Who says that a truce is broken, who says that it holds, and who denies the one or the other."""
    parts = [f"{_names(broken)} {_verb(broken, 'says', 'say')} that it is broken"]
    if holds:
        parts.append(f"{_names(holds)} {_verb(holds, 'says', 'say')} that it holds")
    if denies:
        parts.append(f"{_names(denies)} {_verb(denies, 'denies', 'deny')} what is said")
    return "; ".join(parts)


def _unconfirmed(says: Sequence[Position], withholds: Sequence[Position], unverified: Sequence[Position]) -> str:
    parts = [f"said by {_names(says)}"]
    if withholds:
        parts.append(f"not confirmed by {_names(withholds)}")
    if unverified:
        parts.append("could not be verified")
    return "; ".join(parts)
