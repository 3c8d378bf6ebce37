"""Keep reports and readings and give them back: one SQLite file, to which is only ever added."""

from __future__ import annotations

from sayso.store.folders import Kept, read_folder, write_folder
from sayso.store.ledgers import Store, open_store

__all__ = ["Kept", "Store", "open_store", "read_folder", "write_folder"]
