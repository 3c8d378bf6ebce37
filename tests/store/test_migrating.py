from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from sayso.store import migrating, open_store, tables


def test_migrations_make_the_tables_that_the_code_writes_to(tmp_path: Path) -> None:
    open_store(tmp_path / "sayso.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'sayso.db'}")
    options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("passages")}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), tables.metadata) == []
    engine.dispose()


def test_the_newest_revision_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrating.NEWEST]


def test_a_ledger_in_a_folder_with_odd_signs(tmp_path: Path) -> None:
    folder = tmp_path / "50 %(x)s ? # é"
    folder.mkdir()
    open_store(folder / "a%b.db").close()
    assert (folder / "a%b.db").read_bytes()[68:72] == b"Says"
