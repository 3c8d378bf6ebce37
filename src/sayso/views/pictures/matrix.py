"""Who says what: on one matter a row a party and a column a stance, over many a row a matter and a column a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.types import Stance
from sayso.views.index import parties_of
from sayso.views.outline import Saying, Topic
from sayso.views.pictures.ink import WIDE, fitted, linked, picture, room_of, sign, tag, words_at
from sayso.views.pictures.swimlane import NO_PARTY, sayings_of
from sayso.views.wording import STANCE_HEADINGS, STANCES, day_words, quoted

_ROW = 30
_HEAD = 34
_STRONG = 14.6  # the size as which bold words are measured
_SHOWN = 120  # letters of a saying in its label
PARTIES = 8  # columns of a matrix over many matters


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one field: the latest saying, how many there are, and what it leads to (a number, or a matter)."""

    stance: Stance
    count: int
    day: str
    who: str
    words: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name, where it leads, and a cell a column, None where nothing is said."""

    name: str
    leads_to: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns with what is said in each field. ``stances`` is True where the columns are stances."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def matter_matrix(topic: Topic) -> Matrix:
    """One matter: a row a party, a column a stance; a cell leads to the number of its latest saying."""
    sayings = sayings_of(topic)
    used = [stance for stance in STANCES if any(each.stance == stance for each in sayings)]
    parties = sorted(dict.fromkeys(each.party or NO_PARTY for each in sayings), key=lambda name: name == NO_PARTY)
    rows = []
    for party in parties:
        cells = []
        for stance in used:
            ours = [(n, s) for n, s in enumerate(sayings, 1) if (s.party or NO_PARTY) == party and s.stance == stance]
            cells.append(_cell([s for _, s in ours], str(ours[-1][0])) if ours else None)
        rows.append(Row(party, "", tuple(cells)))
    columns = tuple(STANCE_HEADINGS[stance].lower() for stance in used)
    return Matrix(f"Who says what: {topic.matter.question}", columns, tuple(rows))


def ledger_matrix(topics: Sequence[Topic], columns: int = PARTIES) -> Matrix:
    """Many matters: a row a matter, a column a party, in a field its latest saying; a cell leads to its matter."""
    spoken = Counter(
        party for topic in topics for party in {name for p in topic.matter.positions for name in parties_of(p.party)}
    )
    parties = sorted(spoken, key=lambda party: (-spoken[party], party))[:columns]
    rows = []
    for topic in topics:
        sayings = sayings_of(topic)
        cells = []
        for party in parties:
            ours = [each for each in sayings if party in parties_of(each.party)]
            cells.append(_cell(ours, topic.matter.id) if ours else None)
        rows.append(Row(topic.matter.question, topic.matter.id, tuple(cells)))
    return Matrix("Who says what on which matter", tuple(parties), tuple(rows))


def matrix_svg(
    matrix: Matrix,
    *,
    width: float = WIDE,
    link: Callable[[str], str] = lambda _: "",
    standalone: bool = False,
) -> str:
    """The picture of a matrix; ``link`` makes an address of what a cell or row leads to. "" where it is empty."""
    if not matrix.rows or not matrix.columns:
        return ""
    narrow = width < WIDE / 2
    names = 0.0 if narrow else min(width * 0.34, 330)
    step = (width - names - 8) / len(matrix.columns)
    row_height = _ROW + 18 if narrow else _ROW
    body = [
        words_at(names + step * number + 6, 20, fitted(column, step - 8, 11.5), "quiet small")
        for number, column in enumerate(matrix.columns)
    ]
    for number, row in enumerate(matrix.rows):
        top = _HEAD + row_height * number
        body.append(tag("path", d=f"M0 {top:.1f}H{width:.1f}", class_="rule"))
        name = words_at(
            4, top + (15 if narrow else 20), fitted(row.name, (width if narrow else names) - 12, _STRONG), "strong"
        )
        body.append(
            linked(name, link(row.leads_to), row.name, named=False) if row.leads_to and link(row.leads_to) else name
        )
        y = top + row_height - _ROW / 2
        body += [_field(cell, names + step * at, y, step, link) for at, cell in enumerate(row.cells) if cell]
    height = _HEAD + row_height * len(matrix.rows) + 6
    return picture(width, height, "".join(body), matrix.title, standalone=standalone)


def matrix_lines(matrix: Matrix, *, width: int) -> list[str]:
    """A matrix in plain text: the stance, how often, when last."""
    if not matrix.rows or not matrix.columns:
        return ["Nobody says anything yet."]
    name = min(max(len(row.name) for row in matrix.rows), max(20, width // 3))
    step = max(9, (width - name - 2) // len(matrix.columns))
    lines = [matrix.title, "", " " * name + "  " + "".join(f"{c[: step - 1]:<{step}}" for c in matrix.columns).rstrip()]
    for row in matrix.rows:
        cells = "".join(f"{_words(cell)[: step - 1]:<{step}}" for cell in row.cells)
        lines.append(f"{row.name[:name]:<{name}}  {cells}".rstrip())
    return lines


def _cell(sayings: Sequence[Saying], leads_to: str) -> Cell:
    last = sayings[-1]
    return Cell(last.stance, len(sayings), last.date, last.who, last.words, leads_to)


def _field(cell: Cell, x: float, y: float, room: float, link: Callable[[str], str]) -> str:
    words = quoted(cell.words)
    short = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
    heading = STANCE_HEADINGS[cell.stance].lower()
    label = f"{cell.who}, {day_words(cell.day)}, {heading}: {short}"
    count = f"×{cell.count} " if cell.count > 1 else ""
    both = f"{count}{_short_day(cell.day)}"
    shown = both if room_of(both, 11.5) <= room - 26 else count.strip() or fitted(both, room - 26, 11.5)
    inner = tag("rect", x=x, y=y - _ROW / 2 + 2, width=room - 4, height=_ROW - 4, class_="hit")
    inner += sign(cell.stance, x + 13, y, 6) + words_at(x + 24, y + 4, shown, "small")
    return linked(inner, link(cell.leads_to), f"{shown} {label}")


def _words(cell: Cell | None) -> str:
    if cell is None:
        return "."
    return f"{cell.stance} {cell.count}" if cell.count > 1 else str(cell.stance)


def _short_day(day: str) -> str:
    if not day:
        return ""
    number, month, *_ = day_words(day).split(" ")
    return f"{number} {month[:3]}"
