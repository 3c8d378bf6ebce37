"""The same reading over a large corpus: inputs cut into shards, each read by a worker into one JSON-lines file.

A worker holds no ledger and no database, only a reader: a shard can be read again, moved, or read on another machine.
A marker is written last, so that an interrupted batch goes on where it stopped.
"""

from sayso.batch.running import Batch, run_batch

__all__ = ["Batch", "run_batch"]
