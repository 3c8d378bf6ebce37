"""The ledger as flat tables, one row a record, for data frames, Parquet and spreadsheets.

``report`` is the path or address that was added; ``start`` and ``end`` count characters of the report's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.types import Brief, Reading, Span, cover
from sayso.views.exports.codes import code_of, plover_of
from sayso.views.exports.tables import Cell, Column, Table, make_table
from sayso.views.shapes import likely_shape

Record = dict[str, Cell]
_REPORT = (
    Column("report", "text", "path or address of the report"),
    Column("report_id", "text", "id of the report"),
)
_PLACE = (
    Column("start", "integer", "where the words begin, in characters of the report's text"),
    Column("end", "integer", "where they end, exclusive"),
    Column("text", "text", "the words as they stand there"),
)
_MATTER = (Column("matter_id", "text", "id of the matter"), Column("question", "text", "its question"))
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "reports": (
        *_REPORT,
        Column("title", "text", "headline"),
        Column("outlet", "text", "who published it"),
        Column("agency", "text", "which agency wrote it"),
        Column("published", "text", "ISO day or time"),
        Column("published_because", "text", "where that comes from"),
        Column("dateline", "text", "places of the dateline"),
        Column("address", "text", "address on the web"),
        Column("language", "text", "language code"),
        Column("characters", "integer", "length of the text"),
        Column("copy_of", "text", "the report of which it is a copy, by path"),
        Column("replaced_by", "text", "the newer text of the same address, by report_id"),
    ),
    "statements": (
        *_REPORT,
        Column("statement_id", "text", "id of the statement"),
        Column("speaker", "text", "who says it"),
        Column("party", "text", "the side spoken for"),
        Column("stance", "text", "what the speaker does"),
        Column("channel", "text", "by which channel"),
        Column("quote", "text", "direct, indirect or mixed"),
        Column("said", "day", "when it was said"),
        Column("within", "text", "the statement whose content holds this one"),
        *_PLACE,
        Column("pieces", "text", "begin-end of each piece of the content, where it stands in several"),
        Column("source", "text", "the words that name the source"),
        Column("cue", "text", "the words that attribute"),
        Column("because", "text", "reasons"),
        Column("reader", "text", "which model and rules read it"),
    ),
    "claims": (
        *_REPORT,
        Column("claim_id", "text", "id of the claim"),
        Column("statement_id", "text", "the statement that makes it; empty: the report's own voice"),
        Column("kind", "text", "kind of claim"),
        Column("slots", "text", "slot: words, one after the other"),
        Column("polarity", "text", "+ or -"),
        Column("modality", "text", "actual, planned, possible or demanded"),
        Column("when", "text", "ISO day, or first/last"),
        *_PLACE,
        Column("plover", "text", "PLOVER's type, mode and context"),
        Column("acled_event_type", "text", "ACLED's event type"),
        Column("acled_sub_event_type", "text", "ACLED's sub-event type"),
    ),
    "matters": (
        *_MATTER,
        Column("kind", "text", "kind of claim"),
        Column("slots", "text", "slot: words, one after the other"),
        Column("standing", "text", "where it stands now"),
        Column("since", "day", "since when"),
        Column("because", "text", "why"),
        Column("positions", "integer", "how many positions"),
        Column("outlets", "integer", "outlets that report on it"),
        Column("origins", "integer", "independent origins"),
        Column("weight", "number", "how much is said on it"),
    ),
    "positions": (
        *_MATTER,
        Column("party", "text", "the side"),
        Column("speaker", "text", "who speaks"),
        Column("stance", "text", "stance on the question"),
        Column("date", "day", "when"),
        Column("channel", "text", "by which channel"),
        *_REPORT,
        Column("statement_id", "text", "the statement"),
        *_PLACE,
        Column("because", "text", "why this stance"),
        Column("likely_question", "number", "how likely it is on this question, 0 to 1; empty: a person judged it"),
        Column("likely_party", "number", "how likely the party is read right where it is"),
        Column("likely_stance", "number", "how likely the stance is read right where it is"),
    ),
    "standings": (
        *_MATTER,
        Column("date", "day", "from when on"),
        Column("standing", "text", "where it stands"),
        Column("because", "text", "why"),
        Column("statements", "text", "ids of the statements that put it there"),
    ),
    "figures": (
        *_REPORT,
        Column("statement_id", "text", "the statement; empty: the report's own voice"),
        Column("what", "text", "what is counted"),
        Column("of", "text", "of whom"),
        Column("who", "text", "soldiers, civilians, children ...; empty: not said"),
        Column("low", "number", "lowest that the words allow"),
        Column("best", "number", "the number itself"),
        Column("high", "number", "highest; empty: open"),
        Column("wording", "text", "exact, about, at least ..."),
        Column("unit", "text", "unit"),
        Column("new", "boolean", "an increment, not a total; empty: not said"),
        Column("since", "day", "counted from when on"),
        Column("as_of", "day", "as of when"),
        Column("by", "text", "who counts"),
        *_PLACE,
        Column("note", "text", "anything odd about it"),
    ),
    "discrepancies": (
        Column("discrepancy", "integer", "number of the discrepancy; one row for each passage"),
        Column("kind", "text", "kind"),
        Column("what", "text", "what cannot both be right"),
        Column("weight", "number", "how much it matters"),
        Column("because", "text", "why"),
        *_REPORT,
        *_PLACE,
    ),
    "names": (
        Column("name", "text", "fullest form"),
        Column("type", "text", "PER, ORG, LOC or MISC"),
        Column("spellings", "text", "every spelling"),
        Column("party", "text", "the side that it stands for"),
        Column("because", "text", "why spellings were joined"),
    ),
    "problems": (
        Column("path", "text", "the input"),
        Column("message", "text", "what could not be read"),
        Column("start", "integer", "where, if in a report"),
        Column("end", "integer", "to where"),
    ),
}
NAMES = tuple(COLUMNS)


def ledger_table(name: str, brief: Brief, readings: Iterable[Reading]) -> Table:
    """One of ``NAMES``: "reports", "statements", "claims", "matters", "positions" and so on."""
    return make_table(name, COLUMNS[name], _RECORDS[name](brief, readings))


def _reports(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    paths = {report.id: report.path for report in brief.reports}
    firsts = {id: paths.get(group[0], group[0]) for group in brief.copies for id in group[1:]}
    newer = {old: new for group in brief.versions for old, new in pairwise(group)}
    for report in brief.reports:
        yield {
            "report": report.path,
            "report_id": report.id,
            **_plain("reports", report),
            "characters": len(report.text),
            "copy_of": firsts.get(report.id),
            "replaced_by": newer.get(report.id),
        }


def _statements(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    at = _Places(brief)
    for each in brief.statements:
        yield {
            **_plain("statements", each),
            **at(each.report, cover(each.content or each.spans)),
            "statement_id": each.id,
            "pieces": "; ".join(f"{s.start}-{s.end}" for s in each.content) if len(each.content) > 1 else None,
            "source": at.all_words(each.report, each.source),
            "cue": at.all_words(each.report, each.cue),
        }


def _claims(brief: Brief, readings: Iterable[Reading]) -> Iterator[Record]:
    at = _Places(brief)
    for reading in readings:
        for each in reading.claims:
            code = code_of(each)
            yield {
                **_plain("claims", each),
                **at(each.report, each.evidence),
                "claim_id": each.id,
                "statement_id": each.statement,
                "plover": plover_of(each),
                "acled_event_type": code.acled[1] if code else None,
                "acled_sub_event_type": code.acled[2] if code else None,
            }


def _matters(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    for each in brief.matters:
        now = each.standings[-1] if each.standings else None
        yield {
            "matter_id": each.id,
            **_plain("matters", each),
            "standing": now.standing if now else None,
            "since": now.date if now else None,
            "because": now.because if now else None,
            "positions": len(each.positions),
        }


def _positions(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    at = _Places(brief)
    for matter in brief.matters:
        for each in matter.positions:
            yield {
                "matter_id": matter.id,
                "question": matter.question,
                **_plain("positions", each),
                **at(each.report, each.evidence),
                "statement_id": each.statement,
                **{f"likely_{part}": share for part, share in (likely_shape(each.likely) or {}).items()},
            }


def _standings(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    for matter in brief.matters:
        for each in matter.standings:
            yield {"matter_id": matter.id, "question": matter.question, **_plain("standings", each)}


def _figures(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    at = _Places(brief)
    for each in brief.figures:
        yield {**_plain("figures", each), **at(each.report, each.span), "statement_id": each.statement}


def _discrepancies(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    at = _Places(brief)
    for number, each in enumerate(brief.discrepancies, start=1):
        for report, span in zip(each.reports, each.evidence, strict=False):
            yield {"discrepancy": number, **_plain("discrepancies", each), **at(report, span)}


def _names(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    for each in brief.names:
        yield _plain("names", each)


def _problems(brief: Brief, _: Iterable[Reading]) -> Iterator[Record]:
    for each in brief.problems:
        start, end = (each.span.start, each.span.end) if each.span else (None, None)
        yield {**_plain("problems", each), "start": start, "end": end}


_RECORDS: Mapping[str, Callable[[Brief, Iterable[Reading]], Iterator[Record]]] = {
    "reports": _reports,
    "statements": _statements,
    "claims": _claims,
    "matters": _matters,
    "positions": _positions,
    "standings": _standings,
    "figures": _figures,
    "discrepancies": _discrepancies,
    "names": _names,
    "problems": _problems,
}


class _Places:
    """Where words stand, as cells: report, offsets and the words themselves."""

    def __init__(self, brief: Brief) -> None:
        self._reports = {report.id: report for report in brief.reports}

    def __call__(self, report: str, span: Span) -> Record:
        path = self._reports[report].path if report in self._reports else report
        words = self.words(report, span)
        return {"report": path, "report_id": report, "start": span.start, "end": span.end, "text": words}

    def words(self, report: str, span: Span) -> str:
        """The report's words in ``span``."""
        return self._reports[report].text[span.start : span.end] if report in self._reports else ""

    def all_words(self, report: str, spans: Sequence[Span]) -> str:
        """The words of several spans."""
        return " … ".join(self.words(report, span) for span in spans)


def _plain(table: str, record: object) -> Record:
    """What a record and a table call by the same name; several words, or pairs of them, are one cell."""
    held = {c.name: getattr(record, c.name) for c in COLUMNS[table] if hasattr(record, c.name)}
    return {name: _cell(value) if isinstance(value, tuple) else value for name, value in held.items()}


def _cell(words: Sequence[object]) -> str:
    return "; ".join(": ".join(word) if isinstance(word, tuple) else str(word) for word in words)
