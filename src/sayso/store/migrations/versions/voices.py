"""For whom those speak who are heard from a city, as worked out of each report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "voices",
        sa.Column("report", sa.String(16), primary_key=True),
        sa.Column("sign", sa.Text, nullable=False),
        sa.Column("cities", sa.JSON, nullable=False),
    )
