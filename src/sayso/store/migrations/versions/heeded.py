"""With which sides of the user's all reports were last read: noted so that a changed file is heeded once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "heeded",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("sides", sa.String(16), nullable=False),
    )
