"""The lists of a ledger as lines for a terminal: matters, statements, figures, discrepancies, names, places found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sayso.errors import NotFoundError
from sayso.types import Brief, KnownName, Matter, Reading, Report, Span, Statement
from sayso.views.dated import published_words
from sayso.views.outline import Places, outline, places_of, sentence_around, tallies_of
from sayso.views.terminal import Line, clash_lines, labels, matter_lines, tally_lines, wrapped
from sayso.views.titles import days_beside
from sayso.views.versions import current_figures
from sayso.views.wording import channel_words, day_words, listed, quoted, who_words

CHOICES = 8  # matters that are named of several that a user may mean
_TYPES = {"PER": "person", "ORG": "body", "LOC": "place", "MISC": "other"}


def find_matter(brief: Brief, words: str) -> Matter:
    """The matter that a user means: by its number in the brief, the beginning of its id, or words of its question.

    Raises:
        NotFoundError: no matter answers to that, or more than one does; the message lists those.
    """
    matters = [topic.matter for topic in outline(brief).topics]
    return matters[find_head([(matter.id, matter.question) for matter in matters], words, days_beside(matters))]


def find_head(heads: Sequence[tuple[str, str]], words: str, days: Mapping[str, str] = MappingProxyType({})) -> int:
    """The place in ``heads`` (id and question of each matter, the weightiest first) of the one that a user means.

    ``days`` tells those apart that have the same question.

    Raises:
        NotFoundError: no matter answers to that, or more than one does; the message lists those.
    """
    if words.isdigit() and 0 < int(words) <= min(len(heads), 999):
        return int(words) - 1
    wanted = _folded(words).split()
    found = [n for n, (id, _) in enumerate(heads) if id.startswith(words.casefold())] or [
        n for n, (_, question) in enumerate(heads) if all(word in _folded(question) for word in wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(
            f"{words}: no matter has that id or these words; `sayso matters` lists them all, "
            "`sayso search` finds words in the reports"
        )
    choices = "".join(f"\n  {_choice(*heads[n], days)}" for n in found[:CHOICES])
    more = f"\n  and {len(found) - CHOICES} more" if len(found) > CHOICES else ""
    raise NotFoundError(f"{words}: {len(found)} matters answer to that, name one by its id:{choices}{more}")


def _choice(id: str, question: str, days: Mapping[str, str]) -> str:
    """A matter as one of several that a user may mean."""
    return f"{id[:8]} {question}" + (f" ({days[id]})" if id in days else "")


def matters_lines(brief: Brief, *, width: int) -> list[Line]:
    """Every matter on a line of its own: number, standing, question, since when, id."""
    page = outline(brief)
    return [line for topic in page.topics for line in matter_lines(topic, page, width)] or _none(
        "No matters yet: add reports first."
    )


def statements_lines(brief: Brief, statements: Sequence[Statement], *, width: int) -> list[Line]:
    """Statements, report by report in the order of their dates."""
    places = places_of(brief)
    by_report: dict[str, list[Statement]] = {}
    for statement in statements:
        by_report.setdefault(statement.report, []).append(statement)
    lines: list[Line] = []
    for mark, report in outline(brief).reports:
        ours = by_report.get(report.id)
        lines += _report_lines(mark, report, ours, places, width) if ours else []
    return lines or _none("No statement answers to that.")


def extract_lines(report: Report, reading: Reading, *, width: int) -> list[Line]:
    """What was read from one report: its statements, in the order of the text."""
    places = Places([("", report)])
    lines = _report_lines("", report, reading.statements, places, width)
    lines += [] if reading.statements else wrapped("no statements", width, "  ")
    return lines + [
        line for problem in reading.problems for line in wrapped(problem.message, width, "  ", style="quiet")
    ]


def figures_lines(brief: Brief, *, width: int) -> list[Line]:
    """Every figure by what it counts, the most counted first."""
    tallies = tallies_of(current_figures(brief), places_of(brief))
    return tally_lines(tallies, width=width) + _legend(brief, width) if tallies else _none("No figures.")


def discrepancies_lines(brief: Brief, *, width: int) -> list[Line]:
    """Every discrepancy with its passages, the heaviest first."""
    clashes = outline(brief).clashes
    lines = [line for clash in clashes for line in clash_lines(clash, width)]
    return lines + _legend(brief, width) if lines else _none("No discrepancies.")


def names_lines(names: Iterable[KnownName], *, width: int) -> list[Line]:
    """Every name with its type, the party it speaks for, its other spellings and why they were joined."""
    lines: list[Line] = []
    for name in names:
        party = f", {name.party}" if name.party and name.party != name.name else ""
        lines += wrapped(f"{name.name} ({_TYPES[name.type]}{party})", width, "", "  ", style="heading")
        others = [spelling for spelling in name.spellings if spelling != name.name]
        if others:
            lines += wrapped(f"also {listed(others)}", width, "    ")
            lines += [line for reason in name.because for line in wrapped(reason, width, "    ", style="quiet")]
    return lines or _none("No names.")


def search_lines(brief: Brief, found: Sequence[tuple[str, Span]], *, width: int) -> list[Line]:
    """What a search found: each place in its sentence. ``found`` holds report ids and spans."""
    places = places_of(brief)
    lines: list[Line] = []
    for report, span in found:
        place = places.place(report, span)
        before, words, after = sentence_around(place.report.text, span) if place.report else ("", "", "")
        lines += wrapped(f"{' '.join(f'{before}{words}{after}'.split())}  [{labels([place])}]", width, "", "  ")
    return lines + _legend(brief, width) if lines else _none("Nothing found.")


def _report_lines(mark: str, report: Report, statements: Sequence[Statement], places: Places, width: int) -> list[Line]:
    head = ", ".join(part for part in (mark, report.path, published_words(report)) if part)
    lines = wrapped(head, width, "", "  ", style="title")
    for statement in sorted(statements, key=_first_span):
        lines += _statement_lines(report, statement, places, width)
    return lines


def _first_span(statement: Statement) -> Span:
    return min((*statement.content, *statement.cue, *statement.source), default=Span(0, 0))


def _statement_lines(report: Report, statement: Statement, places: Places, width: int) -> list[Line]:
    who = who_words(statement.party, statement.speaker, report.outlet or report.agency or "the report itself")
    facts = [
        f"{statement.stance}: {who}",
        channel_words(statement.channel),
        day_words(statement.said) if statement.said else "",
    ]
    words = " … ".join(report.text[span.start : span.end] for span in statement.content)
    where = labels([places.place(report.id, span) for span in statement.content[:1]])
    return [
        *wrapped(", ".join(part for part in facts if part), width, "  ", "    "),
        *wrapped(f"{quoted(words)}  [{where}]", width, "    ", style="quote"),
    ]


def _legend(brief: Brief, width: int) -> list[Line]:
    marks = [f"{mark} {report.path}" for mark, report in outline(brief).by_mark]
    return [Line(""), *wrapped(f"Reports: {', '.join(marks)}", width, "", "  ", style="quiet")]


def _folded(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _none(words: str) -> list[Line]:
    return [Line(words, "quiet")]
