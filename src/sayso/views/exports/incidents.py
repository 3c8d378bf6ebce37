"""Matters -> incidents: one place, one day, at most two sides, as codebooks of conflict data count.

An incident is what somebody says happened: a claim with a denial and nothing else makes none. A claim without a day of
its own belongs to the one day that is known for its place, or for its dead; where there is none, such claims make an
incident without a day, of which only is known that it had begun when it was told.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from sayso.types import Brief, Claim, Figure, Matter, Position, Reading, Report
from sayso.views.exports.codes import Code, code_of
from sayso.views.exports.codes import harmed as people_of
from sayso.views.exports.told import Told, conflicts_of, dated, names_place, only_blames, told_by_reports

KINDS = {  # kind of matter -> kinds of claim in it that happened at a place
    "control": ("control", "fighting"),
    "attack": ("attack", "responsibility"),
    "responsibility": ("responsibility",),
    "casualties": ("casualties", "attack", "responsibility"),  # the attack or deed that the same words tell of
    "equipment": ("equipment",),
}
SAYING = ("asserts", "confirms", "accuses", "endorses", "concedes", "other")  # stances that say that it happened
COUNTRY = 6  # UCDP's where_prec of a whole country
_BEATEN_OFF = re.compile(
    r"\b(?:repel|repuls|thwart|foil|resist|fought off|fend)|"
    r"\b(?:beat|thr[eo]w|push|dr[io]ve)\w* (?:\w+ ){0,2}(?:back|off)\b",
    re.I,
)
"""How it is told that somebody was beaten off; who only still holds a place tells of nothing that happened."""
_OURS = re.compile(r"\b(?:we|our)\b", re.I)
_OWN_DEED = re.compile(r"\W*(?:that )?(?:it|its|we|our|they|their|he|his)\b", re.I)
"""How words begin in which a side tells of what it did itself."""
NEAR = timedelta(days=7)  # a claim without a day belongs to the only known one if it was told so soon after it
Figures = Mapping[tuple[str, str | None], Sequence[Figure]]  # by report and statement
Day = tuple[str, str]  # first and last, ISO days, "" for open


class Located(Protocol):
    """Where a place lies. ``precision`` is UCDP's where_prec."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""

    @property
    def precision(self) -> int:
        """1 the place itself, up to 7."""

    @property
    def country(self) -> str:
        """ISO 3166 code, "" for none."""

    @property
    def region(self) -> str:
        """The first-level region, "" for none."""


Places = Mapping[str, Located]


@dataclass(frozen=True, slots=True)
class Incident:
    """What is said to have happened at one place on one day. ``day`` is its first and last day, "" where unknown.

    ``acting`` and ``harmed`` hold the sides said to have acted and those acted upon; ``told`` what says so, ``figures``
    the killed and injured at that place and day, ``place`` is "" for losses that are only counted for a side.
    """

    id: str
    place: str
    day: Day
    said: str
    acting: tuple[str, ...]
    harmed: tuple[str, ...]
    told: tuple[Told, ...]
    figures: tuple[tuple[Figure, Claim], ...]
    where: Located | None

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes of its claims, each once."""
        return tuple(dict.fromkeys(code for each in self.told if (code := code_of(each.claim, each.words))))

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The questions that it belongs to, each once; none where only reports themselves tell of it."""
        return tuple({each.matter.id: each.matter for each in self.told if each.matter.id}.values())

    @property
    def sides(self) -> tuple[str, str]:
        """Who acted and against whom; "" where nobody or more than one is named, two who accuse each other in order."""
        acting, harmed = self.acting, tuple(side for side in self.harmed if side not in self.acting)
        if len(acting) == 2:
            first, second = sorted(acting)
            return first, second
        return acting[0] if len(acting) == 1 else "", harmed[0] if len(harmed) == 1 else ""

    @property
    def precision(self) -> int | None:
        """UCDP's date_prec: 1 the day, 2 within six days, 3 a week, 4 a month, 5 up to a year; None where unknown."""
        if not all(self.day):
            return None
        days = (date.fromisoformat(self.day[1]) - date.fromisoformat(self.day[0])).days + 1
        return next((step for step, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def find_incidents(brief: Brief, readings: Iterable[Reading], places: Places) -> list[Incident]:
    """Every incident, by day and place.

    Args:
        brief: the brief of the ledger.
        readings: one reading a report, as judgements leave them.
        places: resolved place name -> where it lies; what is not in it has no coordinates.
    """
    spelt = {spelling: name.name for name in brief.names for spelling in name.spellings}
    readings = list(readings)
    armed = armed_parties(readings)
    claims, about = _claims(brief, readings)
    texts = {report.id: report.text for report in brief.reports}
    stances = {each.id: each.stance for each in brief.statements}
    claims = dated(claims, brief.reports)
    figures: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for figure in brief.figures:
        figures[figure.report, figure.statement].append(figure)
    pools: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for matter in brief.matters:
        slots = dict(matter.slots)
        for told in _told(matter, claims, about, texts, stances):
            place = slots.get("place") or _own_place(told.claim, texts, spelt, figures)
            if not slots.get("place") and told.claim.slot("place") and not place:
                continue
            if not (place and _is_total(told.claim, figures, places)):
                pools[place, slots.get("conflict", "")].append(told)
    conflicts = conflicts_of(brief)
    for told in told_by_reports(brief, readings, claims, spelt):
        if not _is_total(told.claim, figures, places):
            pools[dict(told.matter.slots)["place"], conflicts.get(told.position.report, "")].append(told)
    found = [
        _incident(place, day, group, figures, spelt, places, armed)
        for (place, _), pool in pools.items()
        if place
        for day, group in _days(pool)
    ]
    unplaced = (each for (place, _), pool in pools.items() if not place for each in pool)
    found += _losses(unplaced, figures, spelt)
    return sorted((each for each in found if each.told), key=lambda i: (i.day[0] or i.said, i.place, i.id))


def _claims(
    brief: Brief, readings: Iterable[Reading]
) -> tuple[Mapping[str, list[Claim]], Mapping[str, tuple[str, ...]]]:
    """Statement id -> claims in it, under their own id too; statement id -> the claims that it takes up."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            held[claim.id].append(claim)
            if claim.statement:
                held[claim.statement].append(claim)
    return held, {each.id: each.about for each in brief.statements}


def _told(
    matter: Matter,
    claims: Mapping[str, list[Claim]],
    about: Mapping[str, tuple[str, ...]],
    texts: Mapping[str, str],
    stances: Mapping[str, str],
) -> Iterator[Told]:
    """The claims of a matter that say that something happened, with the positions that tell them.

    A matter of the dead of a side has no place; its claims may be of any.
    """
    at = dict(matter.slots).get("place", "")
    spellings = (*dict(matter.slots).get("names", "").split(" / "), at, "")
    for position in matter.positions:
        own = claims.get(position.statement or "", [])
        taken_up = [c for id in about.get(position.statement or "", ()) for c in claims.get(id, [])]
        for claim in {c.id: c for c in (*own, *taken_up)}.values():
            here = position.evidence.start <= claim.evidence.start < position.evidence.end or claim not in own
            fits = (
                claim.kind in KINDS.get(matter.kind, ()) and claim.slot("change") != "seen" and not only_blames(claim)
            )
            placed = claim.slot("place") in spellings or (not at and claim.kind in KINDS["casualties"])
            if fits and here and placed and claim.modality == "actual":
                words = texts.get(claim.report, "")[claim.evidence.start : claim.evidence.end]
                yield Told(matter, position, claim, words, stances.get(position.statement or "", ""))


def _own_place(claim: Claim, texts: Mapping[str, str], spelt: Mapping[str, str], figures: Figures) -> str:
    """The place of dead that are counted for a side: the one that the sentence of the claim names; "" for none."""
    place = claim.slot("place")
    if not place or (claim.kind == "casualties" and not _counted_in(claim, figures)):
        return ""
    return spelt.get(place, place) if names_place(claim, texts.get(claim.report, "")) else ""


def _happened(told: Told) -> bool:
    held = told.claim.kind == "control" and told.claim.slot("change") == "held" and not _BEATEN_OFF.search(told.words)
    return told.position.stance in SAYING and told.claim.polarity == "+" and not held


def _days(pool: Sequence[Told]) -> list[tuple[Day, list[Told]]]:
    """What is told of a place, by the day on which it happened; under no day what cannot be told apart.

    Of what has no day a change of hands is one thing and an attack with its dead another, and so is what was told long
    after.
    """
    known = sorted({_day(each.claim) for each in pool if _happened(each)} - {("", "")})
    groups: dict[Day, list[Told]] = {day: [] for day in known}
    days_of: dict[str, set[Day]] = defaultdict(set)
    told_in: dict[str, dict[Day, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in pool:
        days_of[each.matter.id] |= {_day(each.claim)} if _happened(each) else set()
        if _day(each.claim) in groups:
            told_in[each.position.report][_day(each.claim)].add(_family(each))
    for each in pool:
        day = _day(each.claim)
        if day not in groups:
            near = [one for one in known if _is_near(one, each.position.date)]
            own = [one for one in near if each.matter.kind == "casualties" and one in days_of[each.matter.id]]
            day = near[0] if len(near) == 1 and len(known) == 1 else own[0] if len(own) == 1 else ("", "")
            day = day if any(day) else _day_told_beside(each, told_in[each.position.report])
        groups.setdefault(day, []).append(each)
    undated = groups.pop(("", ""), [])
    apart = [*groups.items(), *((("", ""), group) for group in _told_apart(undated))]
    return [(day, group) for day, group in apart if any(map(_happened, group))]


def _family(told: Told) -> str:
    """What a claim goes with: a change of hands with fighting, an attack with what it destroyed."""
    return {"fighting": "control", "equipment": "attack", "responsibility": "attack"}.get(
        told.claim.kind, told.claim.kind
    )


def _day_told_beside(told: Told, days: Mapping[Day, set[str]]) -> Day:
    """The one day on which the same report puts the like of it at that place, else none."""
    kind = _family(told)
    if len(days) != 1:
        return ("", "")
    [(day, kinds)] = days.items()
    return day if kind == "casualties" or kinds & {kind, "casualties"} else ("", "")


def _told_apart(undated: Sequence[Told]) -> list[list[Told]]:
    """What is told of a place without a day, parted by what it is and by when it was told."""
    hands = {each.position.statement for each in undated if each.claim.kind in ("control", "fighting")}
    struck = {each.position.statement for each in undated if _family(each) == "attack"}
    parts: tuple[list[Told], list[Told]] = ([], [])
    for each in undated:
        dead = each.claim.kind == "casualties" and (each.position.statement in hands or not struck)
        parts[each.claim.kind in ("control", "fighting") or (bool(hands) and dead)].append(each)
    return [group for part in parts for group in _by_telling(part)]


def _by_telling(part: Sequence[Told]) -> list[list[Told]]:
    """Runs of what was told within ``NEAR`` of each other; what has no day of telling goes with the first."""
    groups: list[list[Told]] = []
    last = ""
    for each in sorted(part, key=lambda told: told.position.date):
        said = each.position.date[:10]
        far = bool(last) and date.fromisoformat(said) - date.fromisoformat(last) > NEAR
        if not groups or far:
            groups.append([])
        groups[-1].append(each)
        last = said
    return groups


def _day(claim: Claim) -> Day:
    first, _, last = (claim.when or "").partition("/")
    return (first, last) if "/" in (claim.when or "") else (first, first)


def _is_near(day: Day, said: str) -> bool:
    if not all(day) or not said:
        return False
    first, at = date.fromisoformat(day[0]), date.fromisoformat(said[:10])
    return first <= at and at - date.fromisoformat(day[1]) <= NEAR


def _incident(
    place: str,
    day: Day,
    group: Sequence[Told],
    figures: Figures,
    spelt: Mapping[str, str],
    places: Places,
    armed: Collection[str],
) -> Incident:
    said = min((each.position.date for each in group if _happened(each) and each.position.date), default="")
    identity = hashlib.sha256("\x1f".join((place, *day, *sorted({t.claim.id for t in group}))).encode())
    acting = _once(side for each in group if _happened(each) for side in acting_in(each, spelt))
    return Incident(
        id=identity.hexdigest()[:12],
        place=place,
        day=day,
        said=said,
        acting=acting,
        harmed=_harmed(group, acting, spelt, armed),
        told=tuple(group),
        figures=_figures(group, figures, spelt),
        where=places.get(place),
    )


def acting_in(told: Told, spelt: Mapping[str, str]) -> tuple[str, ...]:
    """The sides that one claim says acted.

    Nobody accuses themselves: such an attacker was read wrongly, unless the wording tells of the own deed.
    """
    claim = told.claim
    if claim.kind == "fighting":
        return _named(told, claim.slot("sides"), spelt)
    if claim.kind == "control" and claim.slot("change") == "gained":
        ours = told.position.party if _OURS.search(told.words) else ""
        return _named(told, claim.slot("holder") or ours or dict(told.matter.slots).get("holder", ""), spelt)
    found = _named(told, claim.slot("attacker") or claim.slot("to"), spelt)
    blames = told.position.stance == told.stance == "accuses" and not _OWN_DEED.match(told.words)
    return () if blames and told.position.party in found else found


def _harmed(
    group: Sequence[Told], acting: Sequence[str], spelt: Mapping[str, str], armed: Collection[str]
) -> tuple[str, ...]:
    """The sides acted upon: who concedes it; whose dead are counted or who is said to lose the place; who denies that.

    The first of these that names one side only; where none does, all that the first one with any names.
    """
    lost = [t for t in group if t.claim.kind in ("control", "fighting")]
    ways = (
        (_named(t, t.position.party, spelt) for t in group if t.position.stance == "concedes"),
        (
            _named(t, t.claim.slot("of") or t.claim.slot("from"), spelt)
            for t in group
            if _happened(t) and _is_side(t, armed)
        ),
        (_named(t, t.position.party, spelt) for t in lost if t.position.stance == "denies"),
    )
    found = [
        tuple(side for side in _once(side for sides in way for side in sides) if side not in acting) for way in ways
    ]
    return next((sides for sides in found if len(sides) == 1), next(filter(None, found), ()))


def _is_side(told: Told, armed: Collection[str]) -> bool:
    """Whether the dead that a claim counts are those of a side, and not civilians of a nation that does not fight."""
    of = told.claim.slot("of")
    return told.claim.kind != "casualties" or people_of(told.claim.slot("who")) == "others" or not of or of in armed


def armed_parties(readings: Iterable[Reading]) -> frozenset[str]:
    """The parties that reports tell of as attacking, holding, losing, or losing men; "own" and "enemy" among them."""
    claims = [claim for reading in readings for claim in reading.claims]
    acting = {claim.slot(slot) for claim in claims for slot in ("attacker", "holder", "from")}
    losing = {claim.slot("of") for claim in claims if people_of(claim.slot("who")) == "others"}
    return frozenset(acting | losing | {"own", "enemy"})


def _named(told: Told, words: str, spelt: Mapping[str, str]) -> tuple[str, ...]:
    """The sides in ``words`` ("A; B") under the names of the ledger; "own" is the speaker's, "enemy" the other one's.

    Who the enemy is is known where only one other side speaks on the matter.
    """
    own = told.position.party
    others = _once(p.party for p in told.matter.positions if p.party and p.party != own and "; " not in p.party)
    meant = {"own": own, "enemy": others[0] if own and len(others) == 1 else ""}
    return _once(spelt.get(side, side) for each in words.split("; ") if (side := meant.get(each, each)))


def _once(sides: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sides))


def _figures(group: Sequence[Told], figures: Figures, spelt: Mapping[str, str]) -> tuple[tuple[Figure, Claim], ...]:
    """The killed and injured that the claims of casualties in ``group`` count, each with its claim, sides resolved."""
    counting = [_resolved(t, spelt) for t in group if t.claim.kind == "casualties" and _happened(t)]
    found = {
        (figure.report, figure.span): (figure, claim)
        for claim in counting
        for figure in _counted_in(claim, figures)
        if not figure.since
    }
    return tuple(found.values())


def _counted_in(claim: Claim, figures: Figures) -> list[Figure]:
    """The killed and injured that a claim counts."""
    return [
        figure
        for figure in figures.get((claim.report, claim.statement), ())
        if figure.what in ("killed", "injured") and claim.evidence.start <= figure.span.start < claim.evidence.end
    ]


def _is_total(claim: Claim, figures: Figures, places: Places) -> bool:
    """Whether a claim counts the dead of a war or a whole country: "since March 312 people have been killed"."""
    if claim.kind != "casualties":
        return False
    where = places.get(claim.slot("place"))
    counted = _counted_in(claim, figures)
    whole = where is not None and where.precision >= COUNTRY
    return whole or (bool(counted) and all(figure.since for figure in counted))


def _resolved(told: Told, spelt: Mapping[str, str]) -> Claim:
    """A claim that names the side whose dead it counts."""
    of = "; ".join(_named(told, told.claim.slot("of"), spelt))
    return replace(told.claim, slots=tuple(dict(told.claim.slots, of=of).items()))


def _losses(told: Iterable[Told], figures: Figures, spelt: Mapping[str, str]) -> list[Incident]:
    """Losses counted for a side and no place: new ones only, as a total would count the same dead again."""
    groups: dict[tuple[str, Day, str, float | None], list[Told]] = defaultdict(list)
    for each in told:
        of = dict(each.matter.slots).get("of", "")
        for figure, _ in _figures([each], figures, spelt):
            if figure.new and of:
                day = _day(each.claim)
                groups[of, day, "" if all(day) else each.position.date, figure.best].append(each)
    found = []
    for (of, day, _, _), group in groups.items():
        one = _incident("", day, group, figures, spelt, {}, ())
        new = tuple((figure, claim) for figure, claim in one.figures if figure.new)
        found.append(Incident(one.id, "", day, one.said, (), (of,), one.told, new, None))
    return found


def address_of(report: Report, position: Position) -> str:
    """Where the words of a position stand: path and offsets."""
    return f"{report.path}:{position.evidence.start}-{position.evidence.end}"
