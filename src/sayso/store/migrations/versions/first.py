"""The first tables, the search index, and the guards that keep what is in from being changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEPT = ("reports", "readings", "statements", "claims", "problems")


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=True)


def upgrade() -> None:
    """Make the tables, the index and the guards."""
    _reports()
    _readings()
    _statements()
    _claims()
    op.create_table(
        "problems",
        _number(),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.Column("span", sa.JSON),
    )
    op.execute(
        "CREATE VIRTUAL TABLE passages USING fts5"
        "(report UNINDEXED, start UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    for table in _KEPT:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'a ledger is only added to'); END"
            )
    op.execute("PRAGMA application_id = 1398897011")


def _reports() -> None:
    op.create_table(
        "reports",
        _number(),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "outlet", "agency", "published", "published_because")),
        sa.Column("dateline", sa.JSON, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("title_span", sa.JSON),
        sa.Column("body", sa.JSON),
    )
    op.create_index("reports_address", "reports", ["address"])


def _readings() -> None:
    op.create_table(
        "readings",
        _number(),
        sa.Column("report", sa.String(16), sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("names", "figures", "problems")),
        sa.UniqueConstraint("report", "reader"),
    )


def _statements() -> None:
    words = ("quote", "speaker", "party", "channel", "stance")
    op.create_table(
        "statements",
        _number(),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("source", "cue", "content")),
        *(sa.Column(name, sa.Text, nullable=False) for name in words),
        sa.Column("said", sa.Text),
        sa.Column("within", sa.Text),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("about", "because")),
        sa.Column("reader", sa.Text, nullable=False),
    )
    op.create_index("statements_reading", "statements", ["reading"])
    op.create_index("statements_party", "statements", ["party", "stance"])


def _claims() -> None:
    op.create_table(
        "claims",
        _number(),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("statement", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("slots", sa.JSON, nullable=False),
        sa.Column("polarity", sa.Text, nullable=False),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("when", sa.Text),
        sa.Column("evidence", sa.JSON, nullable=False),
    )
    op.create_index("claims_reading", "claims", ["reading"])
    op.create_index("claims_kind", "claims", ["kind"])
