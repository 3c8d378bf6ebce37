"""Bring a ledger's tables to the form that this version writes, by Alembic, without a configuration file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sayso.errors import NewerLedgerError

APPLICATION = 0x53617973  # "Says", in the header of every ledger
NEWEST = "0008"
_FOLDER = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables in a ledger, None before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, path: str) -> None:
    """Bring the tables to the newest revision, within the transaction that ``connection`` is in.

    Raises:
        NewerLedgerError: When the ledger's revision is none that this version knows.
    """
    revision = revision_of(connection)
    if revision == NEWEST:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerLedgerError(
            f"{path}: made by a newer version of Sayso (revision {revision}); bring Sayso up to date"
        )
    command.upgrade(config, "head")
