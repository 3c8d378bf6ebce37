"""Where a place is: its name looked up in a gazetteer, and of several places of that name the one that fits.

Many places share a name. What decides: how many people live there; countries, regions and towns named beside it; the
dateline; the states of the conflict. The others are kept as alternatives. A name that no gazetteer has stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import asin, cos, log10, radians, sin, sqrt

from sayso.types import Place
from sayso.values.gazetteers import Gazetteer, Row, gazetteer_on_board, place_key
from sayso.values.on_board import load_table
from sayso.values.party_tables import world

PRECISION = {
    "capital": 1, "city": 1, "site": 1, "district": 3, "region": 4, "area": 5, "continent": 6, "country": 6, "water": 7,
}  # fmt: skip
"""UCDP's where_prec of each kind."""

KEPT = 4  # alternatives that a place keeps
_PRIOR = {"country": 2.6, "continent": 3.0, "area": 2.0, "water": 2.0, "capital": 1.0, "region": -0.3, "district": -1.0}
_ALIAS = 1.2  # what a name counts less that is not the main one; swept .6-2 on the corpora, flat from 1 to 1.5
_SAME = 0.5  # km: one place under two names, which is no help to either
_BESIDE = 4.0  # "Springfield, Illinois"
_NEAR = ((60.0, 2.5), (200.0, 1.8), (500.0, 1.0), (1200.0, 0.4))  # km to another place of the report, and its weight
_SUFFIX = {
    "country": "", "region": "region province oblast governorate state republic krai wilayat department prefecture",
    "district": "district county raion rayon woreda municipality sub-district subdistrict area commune",
    "city": "city town village settlement camp suburb neighbourhood neighborhood",
    "water": "river sea lake ocean strait gulf bay canal",
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _SUFFIX.items() for word in words.split()}
_WORDS = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_AFTER = re.compile(rf"^(?P<name>.+?)[\s-]+(?P<word>{_WORDS})$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:the\s+)?(?:\w+\s+)?(?P<word>{_WORDS})\s+of\s+(?P<name>.+)$", re.IGNORECASE)
_THE = re.compile(r"^(?:the|la|le|der|die|das|el)\s+", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?$")
_SIDE = re.compile(
    r"^(?P<side>(?:far|upper|lower|mid|greater)?-?\s*(?:north|south|east|west|centr|middle|mainland|downtown)\w*"
    r"(?:[-\s](?:north|south|east|west)\w*)*)\s+(?P<name>[^\W\d_].+)$",
    re.IGNORECASE,
)
_SIDES = frozenset("north south east west northern southern eastern western centre center central the".split())
_KNOWN = 50_000  # people of a town from which its name within another name is taken for it ("Mosul University")
_WORDS_BESIDE = {kind: frozenset(words.split()) for kind, words in load_table("place_words").items()}
_GENERIC = _WORDS_BESIDE["generic"]
_HAMLET = 5_000  # people of a town below which a list of states is rather meant
_FAR_LARGER = 50  # times as many people as a namesake has
_SMALL = re.compile(r"\b(?:of|the|in|at|near|and|for|de|la)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What stands around a name: other place names of the report, its dateline, the states of the conflict.

    ``names`` may hold one name several times: what is named often weighs more. ``beside`` is the name right after it
    ("Springfield, Illinois").
    """

    names: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Option:
    """A place that a name may mean, how likely it is by itself, and what that was read from."""

    row: Row
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """The places of a report as far as they are known: countries and regions by weight, towns by where they are."""

    countries: dict[str, float]
    regions: dict[str, float]
    points: tuple[tuple[str, float, float], ...]


def resolve_place(name: str, context: PlaceContext | None = None, gazetteer: Gazetteer | None = None) -> Place | None:
    """The place that ``name`` means in ``context``, None where no gazetteer has it.

    Args:
        name: as it stands in a report; "the Donetsk region", "northern Syria", "Schuschi" are understood.
        context: what stands around it.
        gazetteer: one of the user's, asked first; that on board is asked in any case.

    >>> place = resolve_place("Martuni", PlaceContext(names=("Stepanakert", "Azerbaijan")))
    >>> place.country, place.precision, [other.country for other in place.alternatives][:1]
    ('AZ', 1, ['AM'])
    """
    context = context or PlaceContext()
    names = (*context.names, *context.dateline, *context.countries, context.beside)
    options = {each: _options(each, gazetteer) for each in dict.fromkeys((name, *names)) if each}
    scene = _scene(options, Counter(n for n in names if n and n != name), context, None)
    chosen = {each: _best(found, each, scene)[0] for each, found in options.items() if found}
    scene = _scene(options, Counter(n for n in names if n and n != name), context, chosen)
    return _place(name, options.get(name, ()), scene, gazetteer, context.beside)


def resolve_places(
    names: Sequence[str], context: PlaceContext | None = None, gazetteer: Gazetteer | None = None
) -> dict[str, Place]:
    """The places that the names of one report mean, decided together; names that no gazetteer has are left out.

    >>> sorted(place.country for place in resolve_places(["Tripoli", "Sidon", "Beirut"]).values())
    ['LB', 'LB', 'LB']
    """
    context = context or PlaceContext()
    around = (*names, *context.names, *context.dateline, *context.countries)
    options = {each: _options(each, gazetteer) for each in dict.fromkeys(around) if each}
    counts = Counter(each for each in around if each)
    chosen: dict[str, _Option] | None = None
    for _ in range(3):  # what is sure helps what is not
        scene = _scene(options, counts, context, chosen)
        chosen = {each: _best(found, each, scene)[0] for each, found in options.items() if found}
    scene = _scene(options, counts, context, chosen)
    found = {each: _place(each, options[each], scene, gazetteer, "") for each in dict.fromkeys(names) if each}
    return {name: place for name, place in found.items() if place}


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points of latitude and longitude, on a ball.

    >>> round(distance((40.378, 49.892), (40.181, 44.514)))
    457
    """
    (lat, lon), (lat2, lon2) = (tuple(map(radians, point)) for point in (a, b))
    part = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(part)))


def _options(name: str, gazetteer: Gazetteer | None) -> tuple[_Option, ...]:
    clean = " ".join(_OWNER.sub("", name.strip(" \t\n.,;:()\"“”'’")).split())
    if clean == clean.lower() != clean.upper() or clean.lower() in _SIDES:
        return ()  # "of" is no town in Turkey, and "the West" no region of Cameroon
    for form, kind, why in _forms(clean):
        found = _found(form, gazetteer)
        if kind == "side":
            found = [(r, main) for r, main in found if r.kind not in ("city", "district", "site") or r.people >= _KNOWN]
        if kind == "part" and _WORDS_BESIDE["abroad"] & set(clean.lower().split()):
            found = [
                (r, main) for r, main in found if r.kind in ("city", "capital") and main
            ]  # not the state that it is of
        elif kind == "part":
            found = [
                (r, main) for r, main in found if r.kind in ("country", "capital") or (main and r.people >= _KNOWN)
            ]
        if found:
            return tuple(sorted((_weighed(form, each, kind, why) for each in found), key=lambda o: (-o.score, o.row)))
    return ()


def _forms(name: str) -> list[tuple[str, str, str]]:
    """What to look a name up as, the whole first; the kind that its words ask for, and what was left out."""
    bare = _THE.sub("", name)
    forms = [(name, "", "")] + ([(bare, "", "")] if bare != name else [])
    for pattern in (_AFTER, _BEFORE):
        match = pattern.match(bare)
        if match:
            forms.append((_THE.sub("", match["name"]), _KIND_OF[match["word"].lower()], f'"{match["word"]}"'))
    side = _SIDE.match(bare)
    if side:
        forms.append((side["name"], "side", f'"{side["side"]}" of it'))
    words = bare.split()
    if not _names_something(words):
        return forms
    for size in range(min(4, len(words) - 1), 0, -1):  # "Khan Yunis hospital": the place in the name of another
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            plain = {place_key(word) for word in part} - _GENERIC
            if part[0][:1].isupper() and part[-1][:1].isupper() and not _SMALL.fullmatch(part[0]) and plain:
                forms.append((" ".join(part), "part", f'part of "{bare}"'))
    return forms


def _names_something(words: Sequence[str]) -> bool:
    """Whether the words are those of an institution, a work, an occasion that is called by its place."""
    plain = [re.sub(r"['’]s?$", "", word.lower()).strip(".,") for word in words]
    if plain[-1:] and plain[-1] in _WORDS_BESIDE["street"]:
        return False
    return any(
        word in _WORDS_BESIDE["institution"] or word in _GENERIC or word.removesuffix("s") in _GENERIC for word in plain
    )


@lru_cache(maxsize=4096)
def _on_board(name: str) -> tuple[tuple[Row, bool], ...]:
    return tuple((found.row, found.main) for found in gazetteer_on_board().find(name))


def _found(name: str, gazetteer: Gazetteer | None) -> list[tuple[Row, bool]]:
    own = [(found.row, found.main) for found in gazetteer.find(name)] if gazetteer else []
    rest = [
        (row, main)
        for row, main in _on_board(name)
        if not any(row.kind == r.kind and distance((row.lat, row.lon), (r.lat, r.lon)) < 25 for r, _ in own)
    ]
    short = name.isupper() and len(place_key(name)) <= 3  # "US", "BC": no town in small letters is meant
    return [
        each for each in (*own, *rest) if not short or each[0].kind in ("country", "region", "area", "continent") or own
    ]


def _alias(name: str, row: Row, *, main: bool) -> float:
    """What is taken off because the name is not the main one of the place."""
    if main or row.kind in ("continent", "area", "water"):
        return 0.0
    if row.kind != "country":
        return _ALIAS
    return 0.0 if name in _state_words() else 2 * _ALIAS


@cache
def _state_words() -> frozenset[str]:
    """Names and adjectives of states as English writes them."""
    return frozenset(
        name for name, entry in world().items() if entry.kind == "state" and entry.by in ("name", "demonym")
    )


def _weighed(name: str, found: tuple[Row, bool], kind: str, why: str) -> _Option:
    row, main = found
    score = log10(row.people + 10) + _PRIOR.get(row.kind, 0.0) - _alias(name, row, main=main)
    if kind == "part":
        score -= 1.0
    if kind == "city":
        score += 2.0 if row.kind in ("city", "capital") else 0.0
    elif kind in ("region", "district"):
        score += 2.0 if row.kind in ("region", "district") else 0.0
    elif kind == "water":
        score += 3.0 if row.kind == "water" else 0.0
    called = "" if main else f"another name of {row.name}"
    return _Option(row, score, "; ".join(part for part in (why, called) if part))


def _scene(
    options: dict[str, tuple[_Option, ...]],
    counts: Counter[str],
    context: PlaceContext,
    chosen: dict[str, _Option] | None,
) -> _Scene:
    countries: defaultdict[str, float] = defaultdict(float)
    regions: defaultdict[str, float] = defaultdict(float)
    points: dict[tuple[str, float, float], None] = {}
    for name, count in counts.items():
        found = options.get(name, ())
        if not found:
            continue
        row, sure = (chosen[name].row, 1.0) if chosen else (found[0].row, _sure(found))
        weight = (
            sure * (1.0 + 0.25 * min(count - 1, 4)) * (1.5 if name in (*context.dateline, *context.countries) else 1.0)
        )
        if row.kind == "country":
            countries[row.country] += weight
        elif row.kind not in ("continent", "water"):
            countries[row.country] += 0.5 * weight
            if row.kind in ("region", "district"):
                regions[row.region] += weight
            elif row.kind in ("city", "capital", "site") and sure > 0.5 and not found[0].why.startswith("part"):
                points[name, row.lat, row.lon] = None
                regions[row.region] += 0.5 * weight
    return _Scene(dict(countries), dict(regions), tuple(points))


def _sure(found: tuple[_Option, ...]) -> float:
    """How far a name alone says which place it is, 0 to 1."""
    ahead = found[0].score - found[1].score if len(found) > 1 else 3.0
    return min(1.0, 0.2 + ahead / 2.0)


def _best(found: tuple[_Option, ...], name: str, scene: _Scene, beside: str = "") -> list[_Option]:
    """The options, likeliest first, with what the scene adds."""
    return sorted((_placed(each, name, scene) for each in found), key=lambda o: (-o.score, o.row))


def _placed(option: _Option, name: str, scene: _Scene) -> _Option:
    row, reasons, score = option.row, [option.why] if option.why else [], option.score
    country = scene.countries.get(row.country, 0.0)
    if row.kind == "country":
        rival = max((weight for code, weight in scene.countries.items() if code != row.country), default=0.0)
        score -= min(1.5, max(0.0, 0.6 * (rival - country)))  # "Georgia" among American states
        country -= 1.0
    if country > 0 and row.country:
        score += min(2.5, 1.2 * country)
        reasons.append(f"{row.country} is named")
    if row.region and row.kind != "country" and scene.regions.get(row.region, 0.0) > 0:
        score += min(2.0, (0.8 if row.kind == "region" else 1.2) * scene.regions[row.region])
    if row.kind in ("city", "capital", "district", "site"):
        away = [(distance((row.lat, row.lon), (lat, lon)), other) for other, lat, lon in scene.points if other != name]
        near = min((each for each in away if each[0] > _SAME), default=None)
        weight = next((w for km, w in _NEAR if near and near[0] <= km), 0.0)
        if near and weight:
            score += weight if row.kind != "district" else weight / 2
            reasons.append(f"{near[0]:.0f} km from {near[1]}")
    return replace(option, score=score, why="; ".join(reasons))


def _place(
    name: str, found: tuple[_Option, ...], scene: _Scene, gazetteer: Gazetteer | None, beside: str
) -> Place | None:
    if not found:
        return None
    ranked = _with_region_first(_best(found, name, scene))
    if beside:
        ranked = _by_neighbour(ranked, beside, gazetteer)
    others = [each.row for each in ranked[1:] if each.row.kind != "district" or len(ranked) < KEPT]
    alternatives = tuple(_made(name, row, gazetteer, "another place of that name") for row in others[:KEPT])
    best = ranked[0]
    reasons = [best.why or ("the only place of that name" if len(ranked) == 1 else "the largest place of that name")]
    reasons += [f"{len(ranked)} places have the name"] if len(ranked) > 1 else []
    return replace(_made(name, best.row, gazetteer, "; ".join(reasons)), alternatives=alternatives)


def _with_region_first(ranked: list[_Option]) -> list[_Option]:
    """The options, a region or capital before a small town that only has its name, such as Oregon in Illinois."""
    town = ranked[0].row
    if town.kind != "city" or town.people >= _KNOWN:
        return ranked
    large = [
        each
        for each in ranked
        if each.row.country == town.country
        and each.row.kind in ("region", "capital")
        and place_key(each.row.name) == place_key(town.name)
        and each.row.people > _FAR_LARGER * max(town.people, 1)
    ]
    if not large:
        return ranked
    first = replace(large[0], why="far larger than the towns of that name")
    return [first, *(each for each in ranked if each is not large[0])]


def _by_neighbour(ranked: list[_Option], beside: str, gazetteer: Gazetteer | None) -> list[_Option]:
    """The options, those first that lie in what is named right after the name, unless nobody calls them so."""
    around = [
        row for row, _ in _found(_THE.sub("", beside), gazetteer) if row.kind in ("country", "region", "district")
    ]
    states, regions = (
        {r.country for r in around if r.kind == "country"},
        {r.region for r in around if r.kind != "country"},
    )
    listed = bool(regions) and any(each.row.kind == "region" and not each.why.startswith("another") for each in ranked)
    out = []
    for option in ranked:
        inside = option.row.kind != "country" and (option.row.country in states or option.row.region in regions)
        if inside and listed and option.row.kind == "city" and option.row.people < _HAMLET:
            inside = False  # "Oklahoma, Pennsylvania and Ohio" are three states
        called = _ALIAS if option.why.startswith("another name") else 0.0
        more = (
            replace(option, score=option.score + _BESIDE - called, why=f'"{beside}" stands beside it')
            if inside
            else option
        )
        out.append(more)
    return sorted(out, key=lambda o: (-o.score, o.row))


def _made(name: str, row: Row, gazetteer: Gazetteer | None, because: str) -> Place:
    region = (gazetteer.region(row.region) if gazetteer else "") or gazetteer_on_board().region(row.region)
    also = tuple(dict.fromkeys(n for n in (row.name, *row.also) if place_key(n) != place_key(name)))
    return Place(
        name, row.name, row.lat, row.lon, row.kind, row.country, region, PRECISION.get(row.kind, 5), also, (), because
    )  # fmt: skip
