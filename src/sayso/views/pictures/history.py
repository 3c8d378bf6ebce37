"""How matters stood over time: a lane a matter, each standing a band from its day to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.types import Standing
from sayso.views.colours import STANDING_FAMILY
from sayso.views.outline import Topic
from sayso.views.pictures.days import Days, day_of
from sayso.views.pictures.ink import WIDE, fitted, linked, picture, room_of, tag, words_at
from sayso.views.wording import day_words

_LANE = 46
_TOP = 30


@dataclass(frozen=True, slots=True)
class Course:
    """How one matter stood, the earliest first, and until when anything was said on it."""

    matter: str
    question: str
    standings: tuple[Standing, ...]
    until: str


@dataclass(frozen=True, slots=True)
class History:
    """Matters side by side in time."""

    courses: tuple[Course, ...]


def history_of(topics: Sequence[Topic]) -> History:
    """Lay out matters in time, in the order given; those without a dated standing are left out."""
    courses = []
    for topic in topics:
        dated = tuple(each for each in topic.matter.standings if day_of(each.date))
        days = sorted(p.date for p in topic.matter.positions if p.date)
        if dated:
            courses.append(Course(topic.matter.id, topic.matter.question, dated, max([*days[-1:], dated[-1].date])))
    return History(tuple(courses))


def history_svg(
    history: History,
    *,
    width: float = WIDE,
    link: Callable[[Course], str] = lambda _: "",
    standalone: bool = False,
) -> str:
    """The picture; "" where nothing has a day."""
    every = [day for course in history.courses for day in (course.standings[0].date, course.until)]
    days = Days.of(every, 8, width - 8)
    if days is None:
        return ""
    body = [_course(course, days, _TOP + _LANE * at, width, link) for at, course in enumerate(history.courses)]
    bottom = _TOP + _LANE * len(history.courses)
    label = "How the matters stood over time"
    return picture(width, bottom + 8, days.axis(_TOP, bottom) + "".join(body), label, standalone=standalone)


def history_lines(history: History, *, width: int) -> list[str]:
    """The same in plain text: a line a change."""
    lines = []
    for course in history.courses:
        lines.append(course.question[:width])
        lines += [
            f"  {day_words(each.date):<18} {each.standing.upper():<13} {each.because}"[:width].rstrip()
            for each in course.standings
        ]
    return lines or ["No matter has a dated standing yet."]


def _course(course: Course, days: Days, top: float, width: float, link: Callable[[Course], str]) -> str:
    dated = [(day_of(each.date), each) for each in course.standings]
    last = day_of(course.until) or dated[-1][0]
    out = [tag("path", d=f"M0 {top:.1f}H{width:.1f}", class_="rule")]
    out.append(words_at(8, top + 17, fitted(course.question, width - 16, 14.6), "strong halo-text"))
    for at, (day, each) in enumerate(dated):
        if day is None or last is None:
            continue
        following = dated[at + 1][0] if at + 1 < len(dated) else None
        start, end = days.x(day), days.x(following) if following else days.x(last) + days.band
        family = STANDING_FAMILY[each.standing]
        room = max(end - start - 1, 3)
        out.append(tag("rect", x=start, y=top + 24, width=room, height=16, rx=2, class_=f"wash-{family}"))
        out.append(tag("rect", x=start, y=top + 24, width=3, height=16, class_=f"ink-{family}"))
        if room > 36:
            out.append(words_at(start + 7, top + 36, fitted(each.standing, room - 8, 11.5), f"small word-{family}"))
        elif following is None and start + room + room_of(each.standing, 11.5) + 6 < width:
            out.append(words_at(start + room + 4, top + 36, each.standing, f"small word-{family}"))
        elif following is None:
            out.append(words_at(start - 4, top + 36, each.standing, f"small end word-{family}"))
    now = course.standings[-1]
    return linked(
        "".join(out), link(course), f"{course.question} {now.standing} since {day_words(now.date)}", named=False
    )
