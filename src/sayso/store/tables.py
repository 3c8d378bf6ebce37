"""The tables, as the newest migration leaves them. Nothing in them is changed or removed once it is in, but in those
that hold what can be worked out again: ``name_keys``, ``blocks``, ``parts``, ``heads`` and ``voices``.

``held`` holds every id that a matter ever had with the words that it held, so that an id leads on when it is no longer
used. ``number`` counts rows in the order in which they came. Spans are JSON lists of start and end. The index for
full-text search is in the migrations only, in SQLite's own words.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
_json = JSON(none_as_null=True)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=True)


reports = Table(
    "reports",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("published", Text),
    Column("published_because", Text),
    Column("dateline", _json, nullable=False),
    Column("address", Text),
    Column("language", Text),
    Column("title_span", _json),
    Column("body", _json),
    Index("reports_address", "address"),
)
readings = Table(
    "readings",
    metadata,
    _number(),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("names", _json, nullable=False),
    Column("figures", _json, nullable=False),
    Column("problems", _json, nullable=False),
    UniqueConstraint("report", "reader"),
)
statements = Table(
    "statements",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("report", String(16), nullable=False),
    Column("source", _json, nullable=False),
    Column("cue", _json, nullable=False),
    Column("content", _json, nullable=False),
    Column("quote", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("said", Text),
    Column("within", Text),
    Column("about", _json, nullable=False),
    Column("because", _json, nullable=False),
    Column("reader", Text, nullable=False),
    Column("meaning", _json),
    Index("statements_reading", "reading"),
    Index("statements_party", "party", "stance"),
)
claims = Table(
    "claims",
    metadata,
    _number(),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("report", String(16), nullable=False),
    Column("statement", Text),
    Column("kind", Text, nullable=False),
    Column("slots", _json, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("when", Text),
    Column("evidence", _json, nullable=False),
    Index("claims_reading", "reading"),
    Index("claims_kind", "kind"),
)
problems = Table(
    "problems",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("message", Text, nullable=False),
    Column("path", Text),
    Column("span", _json),
)
mended = Table(
    "mended",
    metadata,
    _number(),
    Column("problem", String(16), nullable=False),
)
heeded = Table(
    "heeded",
    metadata,
    _number(),
    Column("sides", String(16), nullable=False),
)
name_keys = Table(
    "name_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("report", String(16), primary_key=True),
)
blocks = Table(
    "blocks",
    metadata,
    Column("report", String(16), primary_key=True),
    Column("block", String(16), nullable=False),
    Index("blocks_block", "block"),
)
parts = Table(
    "parts",
    metadata,
    Column("block", String(16), primary_key=True),
    Column("digest", Text, nullable=False),
    Column("brief", LargeBinary, nullable=False),
)
heads = Table(
    "heads",
    metadata,
    Column("block", String(16), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("weight", Float, nullable=False),
)
held = Table(
    "held",
    metadata,
    _number(),
    Column("matter", Text, nullable=False),
    Column("report", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("matter", "report", "start", "end"),
)
voices = Table(
    "voices",
    metadata,
    Column("report", String(16), primary_key=True),
    Column("sign", Text, nullable=False),
    Column("cities", _json, nullable=False),
)
judgements = Table(
    "judgements",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("made", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("about", _json, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Text, nullable=False),
)
