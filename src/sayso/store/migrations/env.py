"""What Alembic runs: the migrations, on the connection handed over, in the transaction that it is in."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
