"""What was before: the earlier text of a report, and what the matter of an older id held."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.store import tables
from sayso.types import Report, Span


def earlier_text(connection: Connection, report: Report) -> str | None:
    """The report of the same address and outlet that was added last before this one."""
    if not report.address:
        return None
    table = tables.reports
    own = select(table.c.number).where(table.c.id == report.id).scalar_subquery()
    same = (table.c.address == report.address, table.c.outlet.is_not_distinct_from(report.outlet))
    before = select(table.c.id).where(*same, table.c.number < own)
    return connection.scalar(before.order_by(table.c.number.desc()).limit(1))


def held_words(connection: Connection, words: str) -> dict[str, list[tuple[str, Span]]]:
    """Id that begins with ``words`` -> the words (report and span) that the matter of that id ever held."""
    table = tables.held
    found: dict[str, list[tuple[str, Span]]] = {}
    query = select(table).where(table.c.matter.startswith(words, autoescape=True)).order_by(table.c.number)
    for row in connection.execute(query).mappings():
        found.setdefault(row["matter"], []).append((row["report"], Span(row["start"], row["end"])))
    return found
