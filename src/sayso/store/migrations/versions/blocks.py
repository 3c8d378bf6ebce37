"""Blocks of reports and what was worked out of each: can be dropped and made again, so nothing guards it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "name_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("report", sa.String(16), primary_key=True),
    )
    op.create_table(
        "blocks",
        sa.Column("report", sa.String(16), primary_key=True),
        sa.Column("block", sa.String(16), nullable=False),
    )
    op.create_index("blocks_block", "blocks", ["block"])
    op.create_table(
        "parts",
        sa.Column("block", sa.String(16), primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("brief", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "heads",
        sa.Column("block", sa.String(16), primary_key=True),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_table(
        "days",
        sa.Column("report", sa.String(16), primary_key=True),
        sa.Column("block", sa.String(16), nullable=False),
        sa.Column("published", sa.Text, nullable=False),
    )
    op.create_index("days_block", "days", ["block"])
