"""Where a claim says that something happened: no seat of reporters, no outlet, and no whole land that has towns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.claims.conflicts import Conflict
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.values.demonyms import is_people_of
from sayso.values.mapped_places import is_wide
from sayso.values.names import SAME, compare_places

PLACED_KINDS = ("control", "fighting", "attack", "equipment")
PROVINCE = "regions?|provinces?|governorates?|county|counties|oblasts?|prefectures?"
LAND = "valley|mountains?|plain|desert|coast|republic|enclave|territory|strip"
LAND_OF = LAND.replace("|territory", "")  # "the whole urban territory of Orlin" is a town's
KIND_OF_PLACE = re.compile(
    r" (?:dam|bridge|airport|airfield|port|harbour|pass|heights|hills?|district|town|city|village|camp|base|market|"
    r"station)$",
    re.I,
)
WHERE = r"\b(?:in|on|at|near|outside|around|against|into|towards?)\s+"
THERE = re.compile(r"\bthere\b(?! (?:was|were|is|are|had|has|have|would|will|may|could)\b)", re.I)
TOWNS = 2  # claims of towns from which the country or region around them is no place


def is_spelt(one: Told) -> bool:
    """Whether the words of a claim hold its place as a word of its own: not "Velgorian" for Velgoria."""
    spelt = re.escape(one.claim.slot("place"))
    return bool(spelt) and re.search(rf"\b{spelt}\b", one.words) is not None


def is_there(one: Told) -> bool:
    """Whether the words of a claim put it at a place told of before: "were killed there"."""
    claim = one.claim.evidence
    return THERE.search(one.report.text, claim.start, claim.end) is not None


class Places:
    """The place of each claim, as far as it says where something happened.

    The town from which reports are sent is none unless the words put something there, and a whole country or region
    is none where its reports speak of places in it. An outlet is none.
    """

    def __init__(self, told: Sequence[Told], conflicts: Mapping[str, Conflict], naming: Naming) -> None:
        """Find the seats of reporters, and whether a conflict has places apart from its parties."""
        self._naming, self._conflicts = naming, conflicts
        self._counts: dict[tuple[str, str, str], tuple[int, int]] = {}
        self._texts: dict[str, list[tuple[str, str]]] = defaultdict(list)  # of each conflict, and case-folded
        sent: dict[str, Counter[str]] = defaultdict(Counter)
        self._outlets: set[str] = set()
        for report in {t.report.id: t.report for t in told}.values():
            self._outlets |= {naming.place(name) for name in (report.outlet, report.agency) if name}
            names = {naming.place(n) if n in naming.places else naming.place(n.title()) for n in report.dateline}
            sent[conflicts[report.id].id].update(names)
            self._texts[conflicts[report.id].id].append((report.text, report.text.casefold()))
        told_of = Counter((conflicts[t.report.id].id, t.place) for t in told if t.own and t.place and _in_body(t))
        self._seats = {
            c: {name for name, n in count.items() if n > 1 and told_of[c, name] < n} for c, count in sent.items()
        }
        self._local = Counter(
            conflicts[t.report.id].id
            for t in told
            if t.own and t.place and t.claim.kind in PLACED_KINDS and not self._wide(t) and not self._sent(t)
        )

    def of(self, one: Told) -> str:
        """The place of a claim, "" where none is meant."""
        if one.placed:
            return one.place
        if (
            not one.place
            or one.place in self._outlets
            or self._sent(one)
            or self._fired_from(one)
            or self.is_peoples(one)
        ):
            return ""
        if self._wide(one) and self._local[self._conflicts[one.report.id].id] >= TOWNS:
            return one.place if self._is_province(one) and self._put_there(one) else ""
        bare = one.place.rpartition(" ")[0] if KIND_OF_PLACE.search(one.place) else ""
        return self._naming.places.get(bare) or self._naming.places.get(bare.title()) or one.place

    def land(self, one: Told) -> str:
        """The land or region that a claim names as its place, or means by "there"; "" where it does neither."""
        return one.place if (is_spelt(one) or is_there(one)) and self._wide(one) and not self.is_peoples(one) else ""

    def is_peoples(self, one: Told) -> bool:
        """True where the place of a claim is the adjective of a party: "Velgorian" of Velgoria."""
        return any(is_people_of(one.place, side) for side in self._sides(one))

    def _sides(self, one: Told) -> set[str]:
        return {*self._naming.parties, *self._conflicts[one.report.id].belligerents()}

    def _wide(self, one: Told) -> bool:
        """True for the name of a party, of its country, or of a region."""
        sides = self._sides(one)
        spelt = self._naming.party(one.place)
        if spelt in sides or one.place in sides or any(_of_the_state(one.place, side) for side in sides):
            return True
        if any(self._sounds(one.place, side) for side in sides if side[-3:] == one.place[-3:]):
            return True
        return self._is_land(one) or self._is_province(one)

    def _is_land(self, one: Told) -> bool:
        """True for a valley, a sea, a part of the world: once called so, it is one whatever else it is called."""
        return is_wide(one.place) or self._called(one, LAND, LAND_OF)[0] > 0

    def _is_province(self, one: Told) -> bool:
        """True for what is mostly called a province; many a town has the name of its province."""
        called, named = self._called(one, PROVINCE, PROVINCE)
        return called > 0 and named <= 2 * called

    def _called(self, one: Told, after: str, of: str) -> tuple[int, int]:
        """How often the reports of a conflict call the place of a claim so, and how often they name it at all."""
        key = (self._conflicts[one.report.id].id, one.place, after)
        if key not in self._counts:
            spellings = self._naming.spellings(one.place)
            name, folded = "|".join(map(re.escape, spellings)), [spelling.casefold() for spelling in spellings]
            so = re.compile(rf"\b(?:(?:{name}) (?:{after})|(?:{of}) of (?:the )?(?:{name}))\b", re.I)
            named = re.compile(rf"\b(?:{name})\b", re.I)
            texts = [text for text, small in self._texts[key[0]] if any(each in small for each in folded)]
            self._counts[key] = (
                sum(len(so.findall(text)) for text in texts),
                sum(len(named.findall(text)) for text in texts),
            )
        return self._counts[key]

    def _put_there(self, one: Told) -> bool:
        """True where the words put something in the province: "shells fell in Velgor province"."""
        name = "|".join(re.escape(s) for s in self._naming.spellings(one.place))
        return re.search(rf"{WHERE}(?:the )?(?:(?:{PROVINCE}) of )?(?:{name})\b", one.words, re.I) is not None

    @staticmethod
    @lru_cache(maxsize=4096)
    def _sounds(place: str, side: str) -> bool:
        """True for another spelling of a party's name: Sarkamar of Zarkamar."""
        return compare_places(place, side).score >= SAME

    def _fired_from(self, one: Told) -> bool:
        """True where the words say that an attack came from there."""
        named = re.escape(one.claim.slot("place"))
        origin = rf"\bfrom (?:[^,;.]{{0,40}} )?(?:(?:near|at|in|around) )?{named}(?!\w)"
        return one.claim.kind in ("attack", "responsibility") and bool(re.search(origin, one.words))

    def _sent(self, one: Told) -> bool:
        """True where reports are sent from there and the words put nothing there."""
        here = {self._naming.place(n) for n in one.report.dateline} | {
            self._naming.place(n.title()) for n in one.report.dateline
        }
        seat = one.place in self._seats.get(self._conflicts[one.report.id].id, ())
        if not seat and (one.place not in here or _in_body(one)):
            return False
        spellings = {*self._naming.spellings(one.place), one.claim.slot("place")}
        return not re.search(WHERE + f"(?:{'|'.join(re.escape(s) for s in spellings if s)})", one.words, re.I)


def _of_the_state(place: str, side: str) -> bool:
    """True for what is called by a state's name or its adjective: "Velgorian" of Velgoria."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(place.casefold(), side.casefold(), strict=False)) if a != b),
        min(len(place), len(side)),
    )
    return shared >= 4 and shared >= len(side) - 2 and len(place) - shared <= 3


def _in_body(one: Told) -> bool:
    """True where the claim's words name its place in the running text, not in the dateline."""
    begin = max(one.evidence.start, one.report.body.start if one.report.body else 0)
    return bool(one.claim.slot("place")) and one.claim.slot("place") in one.report.text[begin : one.evidence.end]
