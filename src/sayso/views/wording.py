"""Records as words: days, amounts, names and quotations in the form in which a desk reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from sayso.types import Estimate, Figure, Problem, Stance, Word
from sayso.values.lettered_names import names_of
from sayso.views.holding import Note

STANCES: Final[tuple[Stance, ...]] = (
    "concedes",
    "asserts",
    "confirms",
    "accuses",
    "announces",
    "endorses",
    "denies",
    "withholds",
    "unverified",
    "other",
)
STANCE_HEADINGS: Final[dict[Stance, str]] = {
    "concedes": "Concedes",
    "asserts": "Asserts",
    "confirms": "Confirms",
    "accuses": "Accuses",
    "announces": "Announces",
    "endorses": "Endorses",
    "denies": "Denies",
    "withholds": "Withholds",
    "unverified": "Could not verify",
    "other": "Also says",
}
STANDING_MEANINGS: Final[dict[Word, str]] = {
    "claimed": "one party says so; nobody else has said anything, or others only give no comment",
    "unverified": "claimed, and a report says that nobody could verify it, or others do not confirm",
    "disputed": "a party with a say denies it or asserts what excludes it",
    "denied": "only the denial is known",
    "corroborated": "two or more independent origins, none of them a party, say so",
    "conceded": "the party to whose disadvantage it is says so itself",
    "verified": "an independent body, or the outlet's own reporter on the spot, established it",
    "withdrawn": "the party that claimed it takes it back",
    "withheld": "nobody says so; a party was asked and would not say",
}
PURPOSE: Final = "What was said, by whom, and where that leaves each question; not what is true."
NOBODY: Final = "no source named"
NO_DATE: Final = "date not known; give it with --published"
_SERVICES: Final = frozenset("facebook twitter telegram instagram youtube whatsapp x".split())
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # not locale-bound
)
_WORDINGS: Final = {"about": "about ", "at least": "at least ", "more than": "more than ", "at most": "at most "}
_DOUBLE: Final = frozenset('"“”„«»')
_QUOTES: Final = "\"“”„«»‘’'‹›"


def day_words(iso: str | None, *, year: bool = True) -> str:
    """An ISO day, time or interval ``first/last`` in words.

    >>> day_words("2020-11-08T10:00Z"), day_words("2020-11-08", year=False), day_words(None)
    ('8 November 2020', '8 November', 'no date')
    >>> day_words("2020-09-27/2020-11-08")
    '27 September to 8 November 2020'
    """
    if not iso:
        return "no date"
    if "/" in iso:
        return _interval_words(*iso.split("/", 1))
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def _interval_words(first: str, last: str) -> str:
    if not first or first == "..":
        return f"until {day_words(last)}"
    if not last or last == "..":
        return f"since {day_words(first)}"
    return period_words(first, last)


def period_words(first: str, last: str) -> str:
    """Two ISO days as a period, nothing said twice.

    >>> period_words("2020-11-08", "2020-11-09"), period_words("2020-11-08", "2020-11-08")
    ('8 to 9 November 2020', '8 November 2020')
    """
    if first[:10] == last[:10]:
        return day_words(first)
    if first[:7] == last[:7] and len(first) >= 10:
        return f"{int(first[8:10])} to {day_words(last)}"
    return f"{day_words(first, year=first[:4] != last[:4])} to {day_words(last)}"


def number_words(value: float | None) -> str:
    """A number with separators, nothing after the point where nothing stands there; a dash for an open end.

    >>> number_words(1221.0), number_words(1.5), number_words(None)
    ('1,221', '1.5', '–')
    """
    if value is None:
        return "–"
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def amount_words(figure: Figure) -> str:
    """A figure's value as its wording allows: "at least 140", "44 to 1,221", "about 10 km"."""
    value = figure.best if figure.best is not None else figure.low if figure.low is not None else figure.high
    if figure.wording == "range" and figure.low is not None and figure.high is not None:
        words = f"{number_words(figure.low)} to {number_words(figure.high)}"
    elif figure.wording == "vague":
        words = f"{number_words(figure.low)} or more" if figure.high is None else range_words(figure)
    elif figure.wording in ("at least", "more than"):
        words = _WORDINGS[figure.wording] + number_words(value)
    elif figure.wording == "at most":
        words = _WORDINGS[figure.wording] + number_words(figure.high if figure.high is not None else value)
    else:
        words = _WORDINGS.get(figure.wording, "") + number_words(value)
    unit = "" if figure.unit in ("", "people", "persons") or figure.unit == figure.what else f" {figure.unit}"
    return words + unit + (" (new)" if figure.new else "")


def range_words(figure: Figure) -> str:
    """Low and high of a figure, an open end said as such.

    >>> from sayso.types import Span
    >>> range_words(Figure("r", None, "killed", "", 140, None, 140, "at least", "people", False, None, "", Span(0, 1)))
    '140 or more'
    """
    if figure.low is None and figure.high is None:
        return "–"
    if figure.high is None:
        return f"{number_words(figure.low)} or more"
    if figure.low is None:
        return f"up to {number_words(figure.high)}"
    if figure.low == figure.high:
        return number_words(figure.low)
    return f"{number_words(figure.low)} to {number_words(figure.high)}"


def counted_words(figure: Figure) -> str:
    """The days that a figure is for: "since 27 September 2020, as of 8 November 2020"."""
    since = f"since {day_words(figure.since)}, as of " if figure.since else ""
    return since + day_words(figure.as_of)


def estimate_words(estimate: Estimate) -> str:
    """What a rule makes of several counts: "low 20, best 34, high 61 by the rule sayso"; an open end is said as such.

    >>> estimate_words(Estimate("acled", "killed", "", "", "people", False, None, 20, None, ""))
    'best 20 by the rule acled'
    >>> estimate_words(Estimate("ucdp", "killed", "", "", "people", False, 20, 34, None, ""))
    'low 20, best 34, no upper end by the rule ucdp'
    """
    unit = "" if estimate.unit in ("", "people", "persons") else f" {estimate.unit}"
    ends = [f"best {number_words(estimate.best)}{unit}"]
    if estimate.rule != "acled":
        low = f"low {number_words(estimate.low)}" if estimate.low is not None else "no lower end"
        high = f"high {number_words(estimate.high)}" if estimate.high is not None else "no upper end"
        ends = [low, *ends, high]
    return f"{', '.join(ends)} by the rule {estimate.rule}"


def counter_words(figure: Figure) -> str:
    """Who counts, and whose: a party's count of its enemy's losses is called that."""
    if figure.counting == "enemy":
        return f"{figure.by or NOBODY} of its enemy"
    return f"{figure.by} of its own" if figure.counting == "own" and figure.by else figure.by or NOBODY


def quoted(words: str) -> str:
    r"""Words of a report on one line, in quotation marks unless they bring their own at both ends.

    Words with double marks among them stand in single ones, so that the report's own marks are told from ours.

    >>> quoted("In Shuschi,\n the fighting continues."), quoted("“It’s a great victory!”")
    ('“In Shuschi, the fighting continues.”', '“It’s a great victory!”')
    """
    line = " ".join(words.split())
    if len(line) > 1 and line[0] in _QUOTES and line[-1] in _QUOTES:
        return line
    return f"‘{line}’" if _DOUBLE.intersection(line) else f"“{line}”"


def is_same(party: str, speaker: str) -> bool:
    """Whether a speaker is the party itself, by any of its names."""
    return speaker.casefold() in {name.casefold() for name in names_of(party)}


def who_words(party: str, speaker: str, otherwise: str = "the report itself") -> str:
    """Party first, then who speaks for it: "Azerbaijan (Ilham Aliyev)"; the one where they are the same.

    >>> who_words("Azerbaijan", "Ilham Aliyev"), who_words("Armenia", "Armenia"), who_words("", "")
    ('Azerbaijan (Ilham Aliyev)', 'Armenia', 'the report itself')
    >>> who_words("Orlin Hill Front (OHF)", "OHF")
    'Orlin Hill Front (OHF)'
    """
    sides = "; ".join(side.strip() for side in party.split(";") if side.strip())
    if sides and speaker and not is_same(sides, speaker):
        return f"{sides} ({speaker})"
    return sides or speaker or otherwise


def outlets_words(count: int) -> str:
    """How many outlets are known.

    >>> outlets_words(2), outlets_words(0)
    ('2 outlets', 'no known outlet')
    """
    return count_words(count, "outlet") if count else "no known outlet"


def thesis_words(thesis: str) -> str:
    """What the stances on a matter are about, where its question leaves that open.

    >>> thesis_words("that Armenia has it")
    'Said, denied or conceded: that Armenia has it'
    """
    return f"Said, denied or conceded: {thesis}"


def note_words(note: Note) -> str:
    """A note beside a matter: who wrote it, when, what and why."""
    why = f" ({note.why})" if note.why else ""
    return f"Note by {note.who}, {day_words(note.made[:10])}: {' '.join(note.text.split())}{why}"


def problem_words(problem: Problem) -> str:
    """A problem with the input that it stands for, named once."""
    if problem.path is None or problem.message.startswith(problem.path):
        return problem.message
    return f"{problem.path}: {problem.message}"


def channel_words(channel: str) -> str:
    """A channel as it is printed: services by their own names, "facebook" as Facebook."""
    return channel.capitalize() if channel in _SERVICES else channel


def count_words(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 report", "6 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


OF_FIGURES: Final[Mapping[str, Callable[..., str]]] = {  # the filters by which templates print figures
    "amount": amount_words,
    "spread": range_words,
    "period": counted_words,
    "counter": counter_words,
    "estimate": estimate_words,
}
