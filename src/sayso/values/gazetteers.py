"""A gazetteer: places under all their names, in one compact file, of which only what is looked up is unpacked.

The file is a zip. ``places/N`` holds rows of places, ``names/XX`` and ``names/XXX`` the names that begin so and the
numbers of their places, ``regions`` what first-level regions are called. ``tables/build_places.py`` builds the one on
board; one of the user's own is made of a GeoNames dump by ``read_dump`` and ``write_gazetteer``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from anyascii import anyascii

from sayso.errors import GazetteerError

CHUNK = 512  # places in one member; with bzip2 a look-up takes a few milliseconds, and the file is a third smaller
_STAMP = (2026, 1, 1, 0, 0, 0)  # the same bytes from the same places
_OTHER = re.compile(r"[^a-z0-9]+")


class Row(NamedTuple):
    """A place as a gazetteer lists it. ``names`` are the keys of its other names, ``also`` those to show."""

    name: str
    kind: str
    country: str
    region: str
    lat: float
    lon: float
    people: int
    names: tuple[str, ...]
    also: tuple[str, ...]


class Found(NamedTuple):
    """A place found under a name, and whether that is its main name."""

    row: Row
    main: bool


@lru_cache(maxsize=4096)
def place_key(name: str) -> str:
    """What names are compared by: plain letters and digits, small, nothing between them.

    >>> place_key("Şuşa"), place_key("N'Djamena"), place_key("Saint-Denis")
    ('susa', 'ndjamena', 'saintdenis')
    """
    return _OTHER.sub("", anyascii(name).lower())


LARGE = 2000  # names in a member from which it is split by a third letter


def write_gazetteer(path: Path, rows: Sequence[Row], regions: Mapping[str, str]) -> None:
    """Write ``rows`` to ``path``; ``regions``: code of a first-level region ("AZ.42") -> its name."""
    ordered = sorted(rows, key=lambda r: (place_key(r.name), r.country, r.region, r.kind, r.lat, r.lon))
    names: dict[str, list[str]] = defaultdict(list)
    for number, row in enumerate(ordered):
        for key in dict.fromkeys((place_key(row.name), *row.names)):
            names[key].append(str(number))
    names.pop("", None)
    sizes = Counter(key[:2] for key in names)
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        members[key[: 3 if sizes[key[:2]] > LARGE else 2]].append(f"{key}\t{' '.join(names[key])}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2, compresslevel=9) as archive:
        for start in range(0, len(ordered), CHUNK):
            _write(archive, f"places/{start // CHUNK}", (_line(row) for row in ordered[start : start + CHUNK]))
        for start_of_name, lines in sorted(members.items()):
            _write(archive, f"names/{start_of_name}", lines)
        _write(archive, "regions", (f"{code}\t{name}" for code, name in sorted(regions.items())))


def _write(archive: zipfile.ZipFile, member: str, lines: Iterable[str]) -> None:
    info = zipfile.ZipInfo(member, _STAMP)
    info.compress_type = zipfile.ZIP_BZIP2
    archive.writestr(info, "\n".join(lines))


def _line(row: Row) -> str:
    cells = (row.name, row.kind, row.country, row.region, f"{row.lat:.3f}", f"{row.lon:.3f}", row.people)
    return "\t".join(str(cell) for cell in (*cells, ";".join(row.also))).rstrip("\t")


class Gazetteer:
    """Places under their names. Nothing is unpacked before it is looked up. ``sign`` changes with what it holds."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a gazetteer.

        Raises:
            GazetteerError: they are none.
        """
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise GazetteerError("this is no gazetteer; make one with `sayso places import FILE`") from error
        self.sign = f"{crc32(data):08x}"
        self._members = frozenset(self._archive.namelist())
        self._places = lru_cache(maxsize=128)(self._read_places)
        self._names = lru_cache(maxsize=64)(self._read_names)

    def find(self, name: str) -> list[Found]:
        """Every place that has ``name``, in no order."""
        key = place_key(name)
        member = next((m for m in (f"names/{key[:3]}", f"names/{key[:2]}") if m in self._members), "")
        numbers = self._names(member).get(key, "") if member else ""
        rows = (self._places(int(number) // CHUNK)[int(number) % CHUNK] for number in numbers.split())
        return [Found(row, place_key(row.name) == key) for row in rows]

    def region(self, code: str) -> str:
        """What a first-level region is called, "" where it is not known."""
        return self._names("regions").get(code, "") if code else ""

    def _text(self, member: str) -> str:
        return self._archive.read(member).decode("utf-8") if member in self._members else ""

    def _read_names(self, member: str) -> dict[str, str]:
        return dict(line.split("\t") for line in self._text(member).splitlines())

    def _read_places(self, chunk: int) -> list[Row]:
        return [_row(line) for line in self._text(f"places/{chunk}").splitlines()]


def _row(line: str) -> Row:
    name, kind, country, region, lat, lon, people, *also = line.split("\t")
    shown = tuple(also[0].split(";")) if also else ()
    return Row(name, kind, country, region, float(lat), float(lon), int(people), (), shown)


@cache
def gazetteer_on_board() -> Gazetteer:
    """The gazetteer that comes with the program."""
    return Gazetteer((files("sayso.values") / "tables" / "places.zip").read_bytes())


_KINDS = {"P": "city", "A": "district", "T": "area", "H": "water", "L": "area", "S": "site", "R": "site", "V": "area"}


def read_dump(lines: Iterable[str]) -> Iterator[Row]:
    """The places of a GeoNames dump (``allCountries.txt``, ``UA.txt``): one a line, nineteen cells apart by tabs.

    Raises:
        GazetteerError: a line has another shape; it says which.
    """
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 1 and not cells[0]:
            continue
        try:
            yield _dumped(cells)
        except (IndexError, ValueError) as error:
            raise GazetteerError(
                f"line {number} is no line of a GeoNames dump: it has {len(cells)} cells, not 19"
            ) from error


def import_dump(path: Path, out: Path) -> int:
    """Make a gazetteer of a GeoNames dump, plain or zipped as it is offered, and write it to ``out``; how many places.

    Raises:
        GazetteerError: it is no dump; ``out`` stays as it was.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                names = [n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")]
                text = archive.read(names[0]).decode("utf-8") if names else ""
        else:
            text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: no GeoNames dump: it is not UTF-8") from error
    rows = list(read_dump(text.splitlines()))
    if not rows:
        raise GazetteerError(f"{path}: no GeoNames dump: it holds no places")
    regions = {row.region: row.name for row in rows if row.kind == "region" and row.region}
    write_gazetteer(out, rows, regions)
    return len(rows)


def _dumped(cells: Sequence[str]) -> Row:
    name, others, lat, lon, kind, code = cells[1], cells[3], float(cells[4]), float(cells[5]), cells[6], cells[7]
    country, region, people = cells[8], cells[10], int(cells[14] or 0)
    sort = {"PCLI": "country", "ADM1": "region"}.get(code, _KINDS.get(kind, "site"))
    keys = dict.fromkeys(place_key(each) for each in others.split(",") if each)
    own = place_key(name)
    names = tuple(key for key in keys if len(key) > 1 and key != own)
    return Row(name, sort, country, f"{country}.{region}" if region else "", lat, lon, people, names, ())
