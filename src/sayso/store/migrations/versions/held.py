"""Which words each matter held under each id that it ever had; reports are no longer numbered by their days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SHOWN = """
INSERT OR IGNORE INTO held (matter, report, start, "end")
SELECT json_extract(m.value, '$.id'), json_extract(p.value, '$.report'),
    json_extract(p.value, '$.evidence.start'), json_extract(p.value, '$.evidence.end')
FROM parts, json_each(CAST(parts.brief AS TEXT), '$.matters') m, json_each(m.value, '$.positions') p
"""  # the ids that were shown last before this


def upgrade() -> None:
    """Drop the days; make the table, with the matters as they were worked out last."""
    op.drop_table("days")
    op.create_table(
        "held",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("matter", sa.Text, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.UniqueConstraint("matter", "report", "start", "end"),
    )
    op.execute(_SHOWN)
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER held_no_{change.lower()} BEFORE {change} ON held "
            "BEGIN SELECT RAISE(ABORT, 'a ledger is only added to'); END"
        )
