"""Figures over time: a line a count, the oldest first, with low, best and high, and who counts. Nothing is added up."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from sayso.views.outline import Count, Tally
from sayso.views.pictures.ink import WIDE, fitted, linked, picture, room_of, tag, words_at
from sayso.views.wording import NOBODY, amount_words, day_words, number_words, range_words

MOST = 40  # lines of a chart; the newest are kept
_ROW = 26
_TOP = 34
_BROAD = 60.0  # times that the highest is the lowest, from which on the scale is logarithmic
_BESIDE = 0.5  # of the width, for the words beside the bars


@dataclass(frozen=True, slots=True)
class Bar:
    """One count. ``number`` is its place in the tally, from 1; ends are None where the wording leaves them open."""

    number: int
    day: str
    by: str
    amount: str
    low: float | None
    best: float | None
    high: float | None
    spread: str
    note: str
    places: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The counts of one thing, the oldest first; ``left_out`` of them are older than those shown."""

    heading: str
    bars: tuple[Bar, ...]
    left_out: int = 0


def chart_of(tally: Tally) -> Chart:
    """Lay out the counts of one thing."""
    bars = [_bar(number, count) for number, count in enumerate(tally.counts, start=1)]
    bars.sort(key=lambda bar: (bar.day or "9999", -bar.number))
    return Chart(tally.heading, tuple(bars[-MOST:]), max(0, len(bars) - MOST))


def chart_svg(
    chart: Chart, *, width: float = WIDE, link: Callable[[Bar], str] = lambda _: "", standalone: bool = False
) -> str:
    """The picture of a chart; "" where it has no number."""
    ends = [value for bar in chart.bars for value in (bar.low, bar.best, bar.high) if value is not None]
    if not ends:
        return ""
    narrow = width < WIDE / 2
    left = 10.0 if narrow else width * _BESIDE
    scale = _Scale.of(min(ends), max(ends), left, width - (14 if narrow else 80))
    row_height = _ROW + 18 if narrow else _ROW
    body = []
    for number, bar in enumerate(chart.bars):
        top = _TOP + row_height * number
        body.append(linked(_row(bar, top, width, scale, narrow=narrow), link(bar), _label(bar)))
    bottom = _TOP + row_height * len(chart.bars)
    ticks = "".join(
        tag("path", d=f"M{scale.x(value):.1f} {_TOP - 8}V{bottom:.1f}", class_="rule")
        + words_at(scale.x(value), _TOP - 14, number_words(value), "quiet small middle")
        for value in scale.ticks(2 if narrow else 4)
    )
    words = "logarithmic scale; " if scale.log else ""
    words += f"{chart.left_out} older counts left out; " if chart.left_out else ""
    foot = words_at(
        4, bottom + 16, words + "bar: low to high, dot: as stated; counts are never added up", "quiet small"
    )
    label = f"Figures over time: {chart.heading}"
    return picture(width, bottom + 26, ticks + "".join(body) + foot, label, standalone=standalone)


def chart_lines(chart: Chart, *, width: int) -> list[str]:
    """A chart in plain text."""
    ends = [value for bar in chart.bars for value in (bar.low, bar.best, bar.high) if value is not None]
    if not ends:
        return [chart.heading, "  no number"]
    room = max(20, width - 62)
    scale = _Scale.of(min(ends), max(ends), 0, room - 1)
    lines = [chart.heading + (" (logarithmic scale)" if scale.log else "")]
    for bar in chart.bars:
        cells = [" "] * room
        low, high = bar.low if bar.low is not None else bar.best, bar.high if bar.high is not None else bar.best
        if low is not None and high is not None:
            for at in range(round(scale.x(low)), round(scale.x(high)) + 1):
                cells[at] = "-"
        if bar.best is not None:
            cells[round(scale.x(bar.best))] = "o"
        who = (bar.by or NOBODY)[:22]
        cells.append(" >" if bar.high is None and bar.low is not None else "")
        lines.append(f"  {_day(bar.day):<12} {who:<22} {bar.amount[:20]:>20}  {''.join(cells)}".rstrip())
    return lines


@dataclass(frozen=True, slots=True)
class _Scale:
    """Numbers laid out between two points, from nothing or, where they lie far apart, by powers of ten."""

    low: float
    high: float
    left: float
    right: float
    log: bool

    @classmethod
    def of(cls, low: float, high: float, left: float, right: float) -> _Scale:
        if low > 0 and high / low > _BROAD:
            return cls(low, high, left, right, True)
        return cls(0, high or 1, left, right, False)

    def x(self, value: float) -> float:
        if self.log:
            part = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            part = max(value, 0) / self.high
        return self.left + min(part, 1) * (self.right - self.left)

    def ticks(self, most: int) -> list[float]:
        if self.log:
            first = 10 ** math.ceil(math.log10(self.low))
            powers = [first * 10**n for n in range(12) if first * 10**n <= self.high]
            return [float(each) for each in powers[:: max(1, math.ceil(len(powers) / most))]]
        step = 10 ** math.floor(math.log10(self.high / most)) if self.high > 0 else 1
        step = next(step * by for by in (1, 2, 5, 10) if self.high / (step * by) <= most)
        return [step * number for number in range(int(self.high / step) + 1)]


def _bar(number: int, count: Count) -> Bar:
    figure, report = count.figure, count.places[0].report if count.places else None
    day = figure.as_of or (report.published if report else None) or ""
    day = day.rsplit("/", 1)[-1][:10]
    return Bar(
        number=number,
        day=day,
        by=figure.by,
        amount=amount_words(figure),
        low=figure.low,
        best=figure.best,
        high=figure.high,
        spread=range_words(figure),
        note=figure.note,
        places=len(count.places),
    )


def _row(bar: Bar, top: float, width: float, scale: _Scale, *, narrow: bool) -> str:
    y = top + (32 if narrow else 14)
    low, high = bar.low if bar.low is not None else bar.best, bar.high if bar.high is not None else bar.best
    parts = [tag("rect", x=0, y=top, width=width, height=44 if narrow else _ROW, class_="hit")]
    if low is not None and high is not None:
        room = max(scale.x(high) - scale.x(low), 2)
        parts.append(tag("rect", x=scale.x(low), y=y - 4, width=room, height=8, class_="ink-asserts", opacity="0.35"))
    if bar.high is None and bar.low is not None:  # open above
        x = scale.x(bar.low)
        parts.append(
            tag(
                "path",
                d=f"M{x:.1f} {y}H{min(scale.right + 40, width):.1f}",
                class_="ink-asserts",
                stroke_dasharray="2 4",
            )
        )
    best = bar.best if bar.best is not None else low
    if best is not None:
        parts.append(tag("circle", cx=scale.x(best), cy=y, r=5, class_="sign ink-asserts"))
    who, day = bar.by or NOBODY, _day(bar.day)
    if narrow:
        parts.append(words_at(4, top + 16, fitted(f"{day}  {who}: {bar.amount}", width - 8, 12), "small"))
        return "".join(parts)
    amount = fitted(bar.amount, 150)
    room = width * _BESIDE - 100 - room_of(amount) - 24
    parts.append(words_at(4, y + 4, day, "quiet small"))
    parts.append(words_at(96, y + 4, fitted(who, room)))
    parts.append(words_at(width * _BESIDE - 14, y + 4, amount, "strong end"))
    return "".join(parts)


def _label(bar: Bar) -> str:
    spread = "" if bar.spread in bar.amount else f", {bar.spread}"
    often = f", in {bar.places} places" if bar.places > 1 else ""
    note = f" ({bar.note})" if bar.note else ""
    return f"{bar.amount}{spread}{note}, {bar.by or NOBODY}, {day_words(bar.day)}{often}"


def _day(day: str) -> str:
    if not day:
        return "no date"
    words = day_words(day).split(" ")
    return f"{words[0]} {words[1][:3]} {words[2]}" if len(words) == 3 else day
