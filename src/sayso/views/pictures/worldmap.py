"""Places on a map of borders: a pin a place, with what it stands for. What has no coordinates is not shown.

The map is on board (Natural Earth, 1:50 million). It draws one view of borders, some contested, and says so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from sayso.views.colours import STANDING_FAMILY
from sayso.views.pictures.ink import WIDE, linked, picture, room_of, tag, words_at

BORDERS = "Borders: Natural Earth. They show one view; some are contested."
LEAST = 5.0  # degrees that a map shows at least, so that a single place has its surroundings
MOST = 360.0
_HUNDREDTHS = 100
_FINE = 0.7  # units that two points of a border lie apart at least
_COARSE = 1.6  # the same on a map of more than _FAR degrees, which has far more borders
_FAR = 60.0
_Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map. ``exact`` is False where the coordinates stand for a wider area; ``because`` says whence."""

    name: str
    lat: float
    lon: float
    exact: bool
    because: str
    words: str
    standing: str = ""
    count: int = 1
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that a map shows: its middle, and degrees of longitude from left to right."""

    lat: float
    lon: float
    span: float

    def moved(self, right: float, up: float) -> View:
        """Moved by parts of its width."""
        lat = max(-80.0, min(80.0, self.lat + up * self.span * math.cos(math.radians(self.lat))))
        return replace(self, lat=lat, lon=(self.lon + right * self.span + 180) % 360 - 180)

    def zoomed(self, times: float) -> View:
        """Nearer for more than 1, farther for less."""
        return replace(self, span=min(MOST, max(LEAST / 4, self.span / times)))


@dataclass(frozen=True, slots=True)
class Country:
    """A country's outer lines, in degrees, and the box around each."""

    name: str
    rings: tuple[_Ring, ...]
    boxes: tuple[tuple[float, float, float, float], ...]


def view_of(pins: Sequence[Pin], width: float = WIDE, height: float = WIDE * 0.6) -> View:
    """The part of the world that holds these pins, with some room around; the whole world for none."""
    if not pins:
        return View(20, 10, MOST)
    lats, lons = [pin.lat for pin in pins], [pin.lon for pin in pins]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    across = max(lons) - min(lons)
    down = (max(lats) - min(lats)) / max(math.cos(math.radians(lat)), 0.2) * width / height
    return View(lat, lon, min(MOST, max(LEAST * 1.6, max(across, down) * 1.35)))


def map_svg(
    pins: Sequence[Pin],
    *,
    width: float = WIDE,
    height: float = 0,
    view: View | None = None,
    link: Callable[[Pin], str] = lambda pin: pin.leads_to,
    standalone: bool = False,
) -> str:
    """The map; "" without a pin and without a view.

    Args:
        pins: what to show.
        width: units across.
        height: units down; 0.6 of the width where 0.
        view: the part of the world; the part that holds the pins where None.
        link: the address that a pin leads to, "" for none.
        standalone: whether the picture is a file of its own.
    """
    if not pins and view is None:
        return ""
    height = height or round(width * 0.6)
    view = view or view_of(pins, width, height)
    body = _land(view, width, height) + _pins(pins, _Paper(view, width, height), link)
    body += words_at(6, height - 7, BORDERS, "quiet small halo-text")
    frame = tag("rect", x=0.5, y=0.5, width=width - 1, height=height - 1, class_="rule")
    names = ", ".join(pin.name for pin in pins[:12])
    return picture(width, height, body + frame, f"Map: {names or 'no place'}", standalone=standalone)


def map_lines(pins: Sequence[Pin], *, width: int) -> list[str]:
    """The places in plain text, from north to south."""
    lines = [
        f"{pin.name}  {_degrees(pin.lat, 'NS')} {_degrees(pin.lon, 'EW')}{'' if pin.exact else ' (about)'}  {pin.words}"
        for pin in sorted(pins, key=lambda pin: -pin.lat)
    ]
    return [line[:width] for line in lines] or ["No place has known coordinates."]


class _Paper:
    """Degrees to units: straight parallels and meridians, true in the middle."""

    def __init__(self, view: View, width: float, height: float) -> None:
        self.view, self.width, self.height = view, width, height
        self.scale = width / view.span
        self.fine = _COARSE if view.span > _FAR else _FINE
        self.squeeze = max(math.cos(math.radians(view.lat)), 0.2)
        half = view.span / 2
        down = half * height / width * self.squeeze
        self.box = (view.lon - half, view.lat - down, view.lon + half, view.lat + down)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place lies."""
        x = self.width / 2 + (lon - self.view.lon) * self.scale
        return x, self.height / 2 - (lat - self.view.lat) * self.scale / self.squeeze

    def shape(self, country: Country) -> str:
        """The part of a country that is seen, as a path."""
        return "".join(
            self._ring(ring)
            for ring, box in zip(country.rings, country.boxes, strict=True)
            if self._sees(box) and (box[2] - box[0] + box[3] - box[1]) * self.scale > 2 * self.fine
        )

    def label(self, country: Country) -> str:
        """A country's name in the middle of what is seen of it, where it fits."""
        best, room = None, 0.0
        for ring, box in zip(country.rings, country.boxes, strict=True):
            if not self._sees(box):
                continue
            left, top = self.point(max(box[0], self.box[0]), min(box[3], self.box[3]))
            right, bottom = self.point(min(box[2], self.box[2]), max(box[1], self.box[1]))
            if right - left > room and bottom - top > 16:
                middle = self._inside(ring, (left + right) / 2, (top + bottom) / 2)
                best, room = middle or best, right - left if middle else room
        if best is None or room < room_of(country.name, 11.5) + 8:
            return ""
        return words_at(best[0], best[1] + 4, country.name, "quiet small middle halo-text")

    def _inside(self, ring: _Ring, x: float, y: float) -> tuple[float, float] | None:
        """The middle of the longest stretch of land on the line at height ``y``; None where there is none."""
        points = [self.point(*each) for each in ring]
        cuts = sorted(
            a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairwise(points) if (a[1] > y) != (b[1] > y)
        )
        seen = [(max(a, 0.0), min(b, self.width)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        a, b = max(seen, key=lambda each: each[1] - each[0], default=(x, x))
        return ((a + b) / 2, y) if b - a > 30 else None

    def _sees(self, box: tuple[float, float, float, float]) -> bool:
        return box[0] < self.box[2] and box[2] > self.box[0] and box[1] < self.box[3] and box[3] > self.box[1]

    def _ring(self, ring: _Ring) -> str:
        """A ring as a path: what lies far outside is drawn in to the edge, points too close to be seen are left out."""
        out: list[str] = []
        last = (math.inf, math.inf)
        for lon, lat in ring:
            x, y = self.point(lon, lat)
            x, y = min(max(x, -60), self.width + 60), min(max(y, -60), self.height + 60)
            if abs(x - last[0]) + abs(y - last[1]) >= self.fine:
                out.append(f"{x:.1f} {y:.1f}")
                last = (x, y)
        return f"M{'L'.join(out)}Z" if len(out) > 2 else ""


@lru_cache(maxsize=64)
def _land(view: View, width: float, height: float) -> str:
    """Sea, land, borders and the names of countries."""
    paper = _Paper(view, width, height)
    land, labels = [], []
    for country in _world():
        shape = paper.shape(country)
        if shape:
            land.append(shape)
            labels.append(paper.label(country))
    body = tag("rect", width=width, height=height, class_="sea")
    return body + tag("path", d="".join(land), class_="land") + "".join(labels)


def _pins(pins: Iterable[Pin], paper: _Paper, link: Callable[[Pin], str]) -> str:
    """Pins, the weightiest where they are, others beside them where they would lie on top; names where they fit."""
    taken: list[tuple[float, float, float, float]] = []
    placed: list[tuple[float, float, float]] = []
    drawn = []
    for pin in sorted(pins, key=lambda each: -each.count):
        x, y = paper.point(pin.lon, pin.lat)
        if not (0 <= x <= paper.width and 0 <= y <= paper.height):
            continue
        r = min(14.0, 6 + math.sqrt(pin.count))
        there = _free(x, y, r, placed)
        placed.append((*there, r))
        drawn.append(linked(_pin(pin, (x, y), there, r, paper, taken), link(pin), f"{pin.name}: {pin.words}"))
    return "".join(reversed(drawn))


def _free(x: float, y: float, r: float, placed: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """The nearest place for a pin at which it lies on no other; where it is, if there is none near by."""
    for away in (0, 1, 2, 3):
        for turn in range(8 if away else 1):
            there = x + away * 2 * r * math.sin(turn * math.pi / 4), y - away * 2 * r * math.cos(turn * math.pi / 4)
            if all(math.dist(there, each[:2]) > r + each[2] + 1 for each in placed):
                return there
    return x, y


def _pin(
    pin: Pin,
    at: tuple[float, float],
    there: tuple[float, float],
    r: float,
    paper: _Paper,
    taken: list[tuple[float, float, float, float]],
) -> str:
    """A pin; where it had to give way, a line leads to where the place is."""
    x, y = there
    inner = ""
    if there != at:
        inner += tag("path", d=f"M{at[0]:.1f} {at[1]:.1f}L{x:.1f} {y:.1f}", class_="axis")
    inner += tag("circle", cx=x, cy=y, r=r + 1, class_="hit")
    if not pin.exact:
        inner += tag("circle", cx=x, cy=y, r=r + 6, class_="halo", stroke_dasharray="3 3")
    family = STANDING_FAMILY.get(pin.standing, "other")
    inner += tag("circle", cx=x, cy=y, r=r, class_=f"sign ink-{family}", fill_opacity="0.75")
    return inner + _name(pin, x, y, r, paper, taken)


def _name(pin: Pin, x: float, y: float, r: float, paper: _Paper, taken: list[tuple[float, float, float, float]]) -> str:
    room = room_of(pin.name)
    for left in (x + r + 4, x - r - 4 - room):
        box = (left, y - 9, left + room, y + 7)
        free = all(box[2] < t[0] or box[0] > t[2] or box[3] < t[1] or box[1] > t[3] for t in taken)
        if free and left > 0 and box[2] < paper.width:
            taken.append(box)
            return words_at(left, y + 5, pin.name, "strong halo-text")
    return ""


@cache
def _world() -> tuple[Country, ...]:
    held = json.loads((files("sayso.views.pictures") / "world.json").read_text(encoding="utf-8"))
    arcs = [_points(steps) for steps in held["arcs"]]
    found = []
    for name, rings in held["countries"]:
        lines = tuple(_line(ring, arcs) for ring in rings)
        found.append(Country(name, lines, tuple(_box(line) for line in lines)))
    return tuple(found)


def _points(steps: Sequence[int]) -> _Ring:
    x = y = 0
    out = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x / _HUNDREDTHS, y / _HUNDREDTHS))
    return out


def _line(ring: Sequence[int], arcs: Sequence[_Ring]) -> _Ring:
    """A ring's points from its arcs; ~n is arc n backwards. Beyond the date line, degrees go on past 180."""
    out: _Ring = []
    for each in ring:
        part = arcs[each] if each >= 0 else arcs[~each][::-1]
        for lon, lat in part[1:] if out else part:
            turns = round((out[-1][0] - lon) / 360) if out else 0
            out.append((lon + 360 * turns, lat))
    return out


def _box(line: _Ring) -> tuple[float, float, float, float]:
    lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
    return min(lons), min(lats), max(lons), max(lats)


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.2f}°{signs[value < 0]}"
