"""What people decided: the table, and the guards that keep what is in from being changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and its guards."""
    words = ("field", "value", "why", "undoes")
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("made", "who", "action")),
        sa.Column("about", sa.JSON, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in words),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgements_no_{change.lower()} BEFORE {change} ON judgements "
            "BEGIN SELECT RAISE(ABORT, 'a ledger is only added to'); END"
        )
