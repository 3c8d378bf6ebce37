"""A matter as a swimlane: a lane a party, time across, a sign a saying; the standing runs along the top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.types import Stance, Standing
from sayso.views.colours import STANDING_FAMILY
from sayso.views.outline import Saying, Topic
from sayso.views.pictures.days import Days, day_of
from sayso.views.pictures.ink import WIDE, fitted, linked, picture, room_of, sign, tag, words_at
from sayso.views.wording import STANCE_HEADINGS, STANCES, day_words, quoted

NO_PARTY = "No party: outlets, independents"
_R = 6.5  # half a sign
_STEP = 19  # from one sign to the next
_HEAD = 22  # words of a lane
_ROWS = 9  # of signs in a lane; what does not fit is counted at its end
_SHOWN = 140  # letters of a saying in its label


@dataclass(frozen=True, slots=True)
class Mark:
    """A saying in a lane. ``number`` counts the sayings of the matter, by day."""

    number: int
    stance: Stance
    day: str
    who: str
    words: str
    places: int
    decides: bool

    @property
    def label(self) -> str:
        """What it says, in a line."""
        words = quoted(self.words)
        short = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
        often = f", in {self.places} reports" if self.places > 1 else ""
        return f"{self.who}, {day_words(self.day)}, {STANCE_HEADINGS[self.stance].lower()}: {short}{often}"


@dataclass(frozen=True, slots=True)
class Lane:
    """What one party says, the oldest first."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Swimlane:
    """A matter laid out in lanes."""

    question: str
    lanes: tuple[Lane, ...]
    standings: tuple[Standing, ...]


def sayings_of(topic: Topic) -> list[Saying]:
    """The sayings of a matter, the oldest first; their place here is their number, from 1."""
    return sorted(
        (saying for group in topic.groups for saying in group.sayings),
        key=lambda each: (each.date or "9999", each.party or "~", each.stance, each.words),
    )


def swimlane_of(topic: Topic) -> Swimlane:
    """Lay out a matter: parties by when they first spoke, voices without a party last."""
    lanes: dict[str, list[Mark]] = {}
    for number, each in enumerate(sayings_of(topic), start=1):
        reports = len({place.report.id for place in each.places if place.report})
        mark = Mark(number, each.stance, each.date, each.who, each.words, reports, each.decides)
        lanes.setdefault(each.party or NO_PARTY, []).append(mark)
    ordered = sorted(lanes.items(), key=lambda lane: lane[0] == NO_PARTY)
    found = tuple(Lane(name, tuple(marks)) for name, marks in ordered)
    return Swimlane(topic.matter.question, found, topic.matter.standings)


def swimlane_svg(
    swimlane: Swimlane,
    *,
    width: float = WIDE,
    link: Callable[[Mark], str] = lambda _: "",
    chosen: int = 0,
    standalone: bool = False,
) -> str:
    """The picture of a swimlane; "" where nothing in it has a day.

    Args:
        swimlane: what to draw.
        width: units across.
        link: the address that a mark leads to, "" for none.
        chosen: the number of the mark that the page shows the sentence of.
        standalone: whether the picture is a file of its own.
    """
    marks = [mark for lane in swimlane.lanes for mark in lane.marks]
    days = Days.of([mark.day for mark in marks], 8, width - 8)
    if days is None:
        return ""
    y, body = 46.0, []
    for lane in swimlane.lanes:
        drawn, height = _lane(lane, days, y, width, link, chosen)
        body.append(drawn)
        y += height
    legend, height = _legend({mark.stance for mark in marks}, y + 22, width)
    frame = _standings(swimlane.standings, days, 8) + days.axis(46, y)
    label = f"Who said what when: {swimlane.question}"
    return picture(width, y + height + 14, frame + "".join(body) + legend, label, standalone=standalone)


def swimlane_lines(swimlane: Swimlane, *, width: int) -> list[str]:
    """A swimlane in plain text: a column a day, a letter a saying."""
    marks = [mark for lane in swimlane.lanes for mark in lane.marks]
    days = sorted({mark.day[:10] for mark in marks if mark.day})
    if not days:
        return ["Nothing on this has a day."]
    name = min(max(len(lane.name) for lane in swimlane.lanes), 24)
    room = max(1, (width - name - 2) // 7)
    shown = days[-room:]
    lines = [swimlane.question, ""]
    if len(shown) < len(days):
        lines.append(f"the last {len(shown)} of {len(days)} days")
    lines.append(" " * name + "  " + "".join(f"{_tick(day):<7}" for day in shown).rstrip())
    for lane in swimlane.lanes:
        cells = ["".join(_LETTERS[mark.stance] for mark in lane.marks if mark.day[:10] == day) for day in shown]
        words = "".join(f"{cell if len(cell) < 7 else cell[:5] + '+':<7}" for cell in cells).rstrip()
        lines.append(f"{lane.name[:name]:<{name}}  {words}".rstrip())
    used = [stance for stance in STANCES if any(mark.stance == stance for mark in marks)]
    key = ", ".join(f"{_LETTERS[stance]} {STANCE_HEADINGS[stance].lower()}" for stance in used)
    return [*lines, "", key]


_LETTERS: dict[Stance, str] = {
    "asserts": "A",
    "confirms": "C",
    "accuses": "!",
    "announces": ">",
    "endorses": "+",
    "denies": "X",
    "concedes": "<",
    "withholds": "-",
    "unverified": "?",
    "other": ".",
}


def _tick(day: str) -> str:
    number, month, *_ = day_words(day).split(" ")
    return f"{number} {month[:3]}"


def _lane(
    lane: Lane, days: Days, top: float, width: float, link: Callable[[Mark], str], chosen: int
) -> tuple[str, float]:
    """The elements of a lane, and its height."""
    ends: list[float] = []  # where the last sign of each row ends
    drawn, left_out = [], 0
    for mark in lane.marks:
        day = day_of(mark.day)
        place = _placed(days, day, ends) if day else None
        if place is None:
            left_out += 1
            continue
        x, row = place
        y = top + _HEAD + _STEP * row + _R + 2
        drawn.append(_mark(mark, x, y, link(mark), chosen))
    height = _HEAD + _STEP * max(len(ends), 1) + 6
    more = f" ({left_out} more without room or day)" if left_out else ""
    name = words_at(8, top + 15, fitted(lane.name, width - 30 - room_of(more)) + more, "strong halo-text")
    line = tag("path", d=f"M0 {top:.1f}H{width:.1f}", class_="rule")
    return line + name + "".join(drawn), height


def _placed(days: Days, day: date, ends: list[float]) -> tuple[float, int] | None:
    """Where the next sign of a day goes: its x and its row; None where all rows are full."""
    start = days.x(day) + _R + 3
    stop = max(days.x(day) + days.band - _R - 1, start)
    for row, end in enumerate(ends):
        x = max(start, end + _STEP)
        if x <= stop:
            ends[row] = x
            return x, row
    if len(ends) < _ROWS:
        ends.append(start)
        return start, len(ends) - 1
    return None


def _mark(mark: Mark, x: float, y: float, address: str, chosen: int) -> str:
    hit = tag("rect", x=x - _STEP / 2, y=y - _STEP / 2, width=_STEP, height=_STEP, class_="hit")
    ring = tag("circle", cx=x, cy=y, r=_R + 3, class_="halo") if mark.number == chosen else ""
    current = "true" if mark.number == chosen else None
    return linked(hit + ring + sign(mark.stance, x, y, _R), address, mark.label, aria_current=current)


def _standings(standings: Sequence[Standing], days: Days, top: float) -> str:
    """The standing as a ribbon along the top: each from its day to the next one's."""
    dated = [(day, each) for each in standings if (day := day_of(each.date))]
    out = []
    for number, (day, each) in enumerate(dated):
        start = days.x(day)
        end = days.x(dated[number + 1][0]) if number + 1 < len(dated) else days.right
        room = end - start
        family = STANDING_FAMILY[each.standing]
        out.append(tag("rect", x=start, y=top, width=max(room - 1, 1), height=18, class_=f"wash-{family}"))
        if room > 40:
            out.append(words_at(start + 5, top + 13, fitted(each.standing, room - 8), f"small strong word-{family}"))
    return "".join(out)


def _legend(stances: set[Stance], top: float, width: float) -> tuple[str, float]:
    """What the signs mean, those that are used, and the height that takes."""
    out, x, y = [], 14.0, top
    for stance in STANCES:
        if stance not in stances:
            continue
        words = STANCE_HEADINGS[stance].lower()
        room = room_of(words, 11.5) + 34
        if x + room > width:
            x, y = 14.0, y + 20
        out.append(sign(stance, x, y - 4, 5.5) + words_at(x + 12, y, words, "quiet small"))
        x += room
    return "".join(out), y - top + 26
