"""Which problems with inputs are over: the table, and the guards that keep what is in from being changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        "mended",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("problem", sa.String(16), nullable=False),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER mended_no_{change.lower()} BEFORE {change} ON mended "
            "BEGIN SELECT RAISE(ABORT, 'a ledger is only added to'); END"
        )
