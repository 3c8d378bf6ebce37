"""Blocks: reports that may be about one conflict, found by the names that they share, and what was worked out of each.

A ledger of many conflicts is worked on block by block, so that adding a report costs what its own block costs. All of
this can be dropped and made again from the readings: nothing here is anybody's word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log10

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from sayso.store import tables
from sayso.store.folders import Linked
from sayso.types import Brief

SHARED = 3  # names that two reports of one block share, in a ledger of up to MANY reports
MANY = 1000  # reports: among more, some share as many by chance, and chance would tie everything into one block
FREQUENT = 200  # reports: a name that more of them hold tells nothing
_SHARING = text(
    "SELECT k.report FROM name_keys k JOIN "
    "(SELECT key FROM name_keys WHERE key IN :keys GROUP BY key HAVING count(*) <= :most) f ON f.key = k.key "
    "WHERE k.report != :report GROUP BY k.report HAVING count(*) >= :least"
).bindparams(bindparam("keys", expanding=True))
_SIGNS = text(  # joined by the database: a ledger may hold very many
    "SELECT b.block, group_concat(b.report || ':' || coalesce(r.number, 'None'), ' ') FROM blocks b LEFT JOIN "
    "(SELECT report, max(number) AS number FROM readings GROUP BY report) r ON r.report = b.report GROUP BY b.block"
)


def link(connection: Connection, report: str, keys: Iterable[str]) -> str:
    """Put a report into the block of the reports that share names with it; blocks that it ties become one.

    Returns:
        The block: the id of one of its reports.
    """
    keys = sorted(keys)
    if keys:
        rows = [{"key": key, "report": report} for key in keys]
        connection.execute(insert(tables.name_keys).on_conflict_do_nothing(), rows)
    held = connection.scalar(select(func.count()).select_from(tables.blocks)) or 0
    given = {"keys": keys or [""], "most": FREQUENT, "report": report, "least": shared_in(held)}
    sharing = list(connection.execute(_SHARING, given).scalars())
    return tie(connection, [report, *sharing])


def shared_in(reports: int) -> int:
    """How many names two reports of one block share in a ledger of so many reports: two more for ten times as many.

    >>> shared_in(100), shared_in(1000), shared_in(10_000), shared_in(100_000)
    (3, 3, 5, 7)
    """
    return SHARED + round(2 * log10(max(reports, MANY) / MANY))


def tie(connection: Connection, reports: Sequence[str]) -> str:
    """Make one block of the blocks of these reports."""
    blocks = tables.blocks
    known = select(blocks.c.block).where(blocks.c.report.in_(reports)).distinct()
    tied = sorted({*connection.execute(known).scalars(), *reports[:1]})
    block = str(tied[0])
    connection.execute(insert(blocks).on_conflict_do_nothing(), [{"report": r, "block": block} for r in reports])
    if len(tied) > 1:
        connection.execute(update(blocks).where(blocks.c.block.in_(tied)).values(block=block))
        connection.execute(tables.parts.delete().where(tables.parts.c.block.in_(tied)))
        connection.execute(tables.heads.delete().where(tables.heads.c.block.in_(tied)))
    return block


def unlinked(connection: Connection) -> list[str]:
    """Reports that are in no block yet, in the order in which they were added."""
    reports, blocks = tables.reports, tables.blocks
    query = select(reports.c.id).outerjoin(blocks, blocks.c.report == reports.c.id).where(blocks.c.block.is_(None))
    return list(connection.execute(query.order_by(reports.c.number)).scalars())


def signs(connection: Connection) -> dict[str, str]:
    """Block -> what it is made of: its reports and the number of the reading of each that counts."""
    made = connection.execute(_SIGNS)
    return {block: " ".join(sorted(parts.split(" "))) for block, parts in made}


def links_of(connection: Connection) -> list[Linked]:
    """The block and the names of every report, in the order of their ids."""
    keys: dict[str, list[str]] = {}
    for report, key in connection.execute(select(tables.name_keys.c.report, tables.name_keys.c.key)):
        keys.setdefault(report, []).append(key)
    found = connection.execute(select(tables.blocks.c.report, tables.blocks.c.block).order_by(tables.blocks.c.report))
    return [Linked(report, block, tuple(sorted(keys.get(report, ())))) for report, block in found]


def link_again(connection: Connection, links: Iterable[Linked]) -> None:
    """Link reports as another ledger had linked them."""
    together: dict[str, list[str]] = {}
    for linked in links:
        link(connection, linked.report, linked.keys)
        together.setdefault(linked.block, []).append(linked.report)
    for reports in together.values():
        tie(connection, reports)


def keep_part(connection: Connection, block: str, digest: str, brief: Brief, written: bytes) -> None:
    """Keep what was worked out of a block, the heads of its matters to find them by, and which words each holds."""
    for table in (tables.parts, tables.heads):
        connection.execute(table.delete().where(table.c.block == block))
    connection.execute(insert(tables.parts), [{"block": block, "digest": digest, "brief": written}])
    heads = [{"block": block, "id": m.id, "question": m.question, "weight": m.weight} for m in brief.matters]
    if heads:
        connection.execute(insert(tables.heads), heads)
    words = dict.fromkeys(
        (m.id, p.report, p.evidence.start, p.evidence.end) for m in brief.matters for p in m.positions
    )
    held = [{"matter": id, "report": report, "start": start, "end": end} for id, report, start, end in words]
    if held:
        connection.execute(insert(tables.held).on_conflict_do_nothing(), held)
