"""Claims of all reports gathered into matters: one question each, by kind and defining slots with names resolved.

A wrong join is worse than a missed one: what names neither place nor party stays outside, and a matter that nobody
speaks of for a while is closed.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.claims.charges import accused_in
from sayso.claims.conflicts import Conflict
from sayso.claims.days import parts_by_days
from sayso.claims.hands import parts_by_hands
from sayso.claims.joining import join
from sayso.claims.keys import ON_A_LAND, keys_of
from sayso.claims.losses import TOLL, begun
from sayso.claims.naming import Naming
from sayso.claims.outsiders import by_outsider, receiver
from sayso.claims.placing import placed_by_words, places_in
from sayso.claims.questions import question
from sayso.claims.ships import at_ships
from sayso.claims.told import Told, claimed, is_unlikely
from sayso.claims.vocabulary import BACKS, Key, is_placed, most_telling

FATE = "fate"  # what has become of one person: nothing is counted, so that the own side's admission concedes it
WORDS = 6  # telling words by which a matter may be found
SPELLINGS = 3  # of a place that a question shows
CALLED = 2  # claims by whose type or name a question calls what was lost, if no other is so often
FEW = 2  # so many statements, or fewer, are no matter where the kind of each of their claims
DOUBTFUL = 0.3  # is less likely than this by the model
SILENCE = timedelta(days=60)  # a matter of which nobody speaks for longer is closed; the next claim opens another
HAS_IT = re.compile(r"\b(?:in|under) (?:[\w’'-]+ ){0,4}(?:hands|control)\b|\b(?:is|are|was|were|now) ours\b", re.I)
"""What says that somebody has a place, not that it was taken."""
ONE = {"pilot", "soldier", "officer", "serviceman", "sailor", "airman", "conscript", "guard", "fighter", "journalist"}
"""Words for one who may be a prisoner."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A matter before its positions are weighed: kind, slots and all that was told, by date; the key that joined it."""

    id: str
    kind: str
    question: str
    slots: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]
    conflict: Conflict
    because: str
    key: Key = ()

    @property
    def asks(self) -> str:
        """Its kind, ``FATE`` where it asks what has become of one person."""
        return FATE if dict(self.slots).get("person") else self.kind


def gather(
    told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming, voice: Sequence[Told] = ()
) -> list[Draft]:
    """The matters of all that was told, each with its question; claims with no defining slot are left out.

    Args:
        told: what statements tell.
        conflicts: report id -> its conflict.
        naming: how names are resolved.
        voice: what the reports say in their own voice, which shows what they are about.
    """
    groups: dict[Key, list[Told]] = defaultdict(list)
    everything = at_ships(placed_by_words([*told, *voice], conflicts, naming), conflicts, naming)
    for one, key in join(everything, keys_of(everything, conflicts, naming), conflicts, naming):
        groups[key].append(one)
    parted = by_outsider(groups, conflicts, naming)
    for group in parted.values():
        group.sort(key=lambda t: (t.date, t.report.published or "", t.evidence))
    return [
        _draft(key, part, conflicts[part[0].report.id], naming, since)
        for key, group in parted.items()
        for spoken in ([group] if key[:2] == TOLL else _split(group))
        for since, part in _parted(key, spoken, naming)
        if not _is_doubtful(part)
    ]


def _parted(key: Key, told: list[Told], naming: Naming) -> list[tuple[str, list[Told]]]:
    """What is told by date, with the day from which on, or on which, each part of it is; "" for no day."""
    if key[0] == "control":
        return parts_by_hands(told, naming)
    return parts_by_days(told) if key[:2] == ON_A_LAND else [("", told)]


def _is_doubtful(told: Sequence[Told]) -> bool:
    """Whether one or two statements are all of a matter and the model doubts the kind of all that they claim."""
    own = [t for t in told if t.own and t.claim.kind]
    few = len({t.statement.id for t in told}) <= FEW
    return few and bool(own) and all(not t.placed and is_unlikely(t.claim, t.statement, DOUBTFUL) for t in own)


def _split(group: Sequence[Told]) -> list[list[Told]]:
    """Parts between which nobody speaks of the matter for longer than ``SILENCE``."""
    parts: list[list[Told]] = [[]]
    for one in group:
        if parts[-1] and _days(parts[-1][-1].date, one.date) > SILENCE:
            parts.append([])
        parts[-1].append(one)
    return parts


def _days(a: str, b: str) -> timedelta:
    return date.fromisoformat(b) - date.fromisoformat(a) if a and b else timedelta(0)


def _draft(key: Key, told: Sequence[Told], conflict: Conflict, naming: Naming, since: str = "") -> Draft:
    kind = key[0]
    of_a_party = key[1] in ("by", BACKS)
    accused = accused_in(key)
    name = accused or (key[2] if kind == "figure" or of_a_party else key[-1])
    place = name if is_placed(key) else ""
    whole = key[:2] == TOLL
    party = name if (kind in ("casualties", "figure") or of_a_party) and not (place or whole) else ""
    names = " / ".join(naming.spellings(name)) if place or party or accused else ""
    owner = key[3] if kind == "equipment" and key[2] == "of" else ""
    called = _called(told) if kind == "equipment" else Counter()
    often = [name for name, count in called.items() if count >= CALLED]
    whom = receiver(told, party, conflict, naming) if kind == "support" else ""
    since = begun(told) if whole else since
    slots = {
        "place": place,
        "whom": whom,
        "of": "" if kind == "casualties" and key[1] == "fate" else owner or party or accused,
        "person": party if kind == "casualties" and key[1] == "fate" else "",
        "what": key[1] if kind in ("figure", "equipment", "responsibility") else "",
        "name": " / ".join(name for name, _ in called.most_common()),
        "outcome": "killed" if whole else key[1] if kind == "casualties" else "",
        "since": since,
        "holder": _holder(told, conflict) if kind == "control" else "",
        "names": names,
        "places": ", ".join(_places(told, naming)) if not (place or whole) else "",
        "sides": ", ".join(_sides(told, naming)) if kind == "foreign fighters" else "",
        "words": ", ".join(most_telling([claimed(t) for t in told], WORDS)),
        "conflict": ", ".join(s for n in conflict.names for s in (naming.spellings(n) or (n,))),
    }
    first = min((t.date or "9999", t.report.id) for t in told)
    identity = hashlib.sha256("\x1f".join((*key, *first)).encode()).hexdigest()[:12]
    about = _shown(naming.spellings(place)) if place else ""
    because = f"joined by {kind}: {', '.join(k for k in key[1:] if k != conflict.id) or 'the conflict'}"
    filled = tuple((k, v) for k, v in slots.items() if v)
    return Draft(
        identity,
        kind,
        question(
            key, about, party or accused, conflict, whom, often[0] if len(often) == 1 else _alone(key, told), since
        ),
        filled,
        tuple(told),
        conflict,
        because,
        key,
    )


def _called(told: Sequence[Told]) -> Counter[str]:
    """The types and names of the equipment in the claims of a matter, and how many claims have each."""
    return Counter(name for t in told if t.own and (name := t.claim.slot("name")))


def _alone(key: Key, told: Sequence[Told]) -> str:
    """The one who is said to be a prisoner where all claims of a matter are of one: "pilot"; "" for several."""
    whom = {t.claim.slot("who") for t in told if t.own and t.claim.kind == "casualties"} - {""}
    return whom.pop() if key[:2] == ("casualties", "captured") and len(whom) == 1 and whom <= ONE else ""


def _places(told: Sequence[Told], naming: Naming) -> list[str]:
    """Every spelling of the places that claims of a matter without a place of its own name, in a slot or in words."""
    named = dict.fromkeys(t.place for t in told if t.place and t.own)
    if told[0].claim.kind == "displacement":  # whence and whither are two places or more
        words = "\n".join(t.words for t in told if t.own)
        standing = {name for spelling, name in naming.places.items() if re.search(rf"\b{re.escape(spelling)}\b", words)}
        named |= dict.fromkeys(sorted(standing))
    named |= dict.fromkeys(place for t in told for place in places_in(claimed(t), naming))
    return list(dict.fromkeys(s for place in named for s in (naming.spellings(place) or (place,))))


def _sides(told: Sequence[Told], naming: Naming) -> list[str]:
    """Every spelling of the sides that the claims of a matter name: whose men, with whom."""
    named = dict.fromkeys(p for t in told if t.own for p in naming.party(t.claim.slot("sides")).split("; ") if p)
    return list(dict.fromkeys(s for party in named for s in (naming.spellings(party) or (party,))))


def _shown(spellings: Sequence[str]) -> str:
    """The first spellings of a place; of those that differ by capitals alone one, rather not in capitals only."""
    found: dict[str, str] = {}
    for one in spellings:
        other = found.get(one.casefold(), "")
        found[one.casefold()] = one if not other or other.isupper() else other
    return " / ".join(list(found.values())[:SPELLINGS])


def _holder(told: Sequence[Told], conflict: Conflict) -> str:
    """Who is first said to have taken the place: whom the words name, else who speaks, rather one that fights."""
    gained = [t for t in told if t.claim.slot("change") == "gained" and t.claim.polarity == "+"]
    fights = conflict.belligerents()
    takers = [(t, holder) for t in gained if (holder := t.claim.slot("holder") or (t.party in fights and t.party))]
    takers = takers or [(t, t.party) for t in gained if t.party]
    return next((who for t, who in takers if not HAS_IT.search(claimed(t))), takers[0][1] if takers else "")
