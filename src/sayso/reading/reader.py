"""One report read from end to end: spans by the model, then statements, claims and figures by rules."""

from __future__ import annotations

from datetime import date

from sayso.reading.claims import Scene, is_old, read_claims
from sayso.reading.figures import read_figures
from sayso.reading.links import link
from sayso.reading.named import find_named
from sayso.reading.sentences import sentences
from sayso.reading.statements import make_statements
from sayso.reading.tagger import Reader
from sayso.types import Reading, Report
from sayso.values.parties import PartyTable, learn_parties


def read_report(report: Report, reader: Reader) -> Reading:
    """All that ``reader`` and the rules find in ``report``. What could not be read is among the problems."""
    attributions, tagged = reader.read(report.text)
    spans = sentences(report.text, report.language or "en")
    table = learn_parties([report.text])
    statements, names, problems = make_statements(report, attributions, tagged, spans, table, reader.version)
    anchor = day_of(report.published)

    def party_of(phrase: str) -> str:
        return _party(table, phrase)

    scene = Scene(report, anchor, spans, statements, find_named(report.text, names, party_of), party_of)
    claims = read_claims(scene)
    old = frozenset(c.id for c in claims if is_old(c.when, anchor))
    return Reading(
        report=report.id,
        reader=reader.version,
        statements=tuple(link(report.text, statements, claims, old)),
        claims=tuple(claims),
        names=tuple(names),
        figures=tuple(read_figures(scene)),
        problems=tuple(problems),
    )


def _party(table: PartyTable, phrase: str) -> str:
    guess = table.party_of(phrase)
    return guess.party if guess else ""


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or time, None for None."""
    return date.fromisoformat(published[:10]) if published else None
