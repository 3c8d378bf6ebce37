"""What the model makes of a statement; statements from before it did so have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("statements", sa.Column("meaning", sa.JSON(none_as_null=True)))
