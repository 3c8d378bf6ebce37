"""The ledger as it stands, laid out once for each state of it and kept until something is added.

Laying out a large ledger takes long. It is done in a thread of its own; who asks meanwhile is shown what was known
before, marked as such.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from sayso.ledger import Ledger
from sayso.views.doubts import Doubt, doubts_of
from sayso.views.index import Index, frequent

PATIENCE = 3.0  # seconds that a reader waits for what is new before being shown what was known
FRESH = 0.5  # seconds for which the ledger is not asked again whether anything was added


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the ledger and everything in it, what should be judged first; ``behind`` while more is laid out."""

    state: str
    index: Index
    doubts: list[Doubt]
    doubt_kinds: list[tuple[str, int]]
    behind: bool = False


class Snapshots:
    """Gives the snapshot of now. Safe to call from many threads."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="snapshot")
        self._kept: Snapshot | None = None
        self._making: Future[Snapshot] | None = None
        self._asked = 0.0

    def close(self) -> None:
        """Stop laying out."""
        self._thread.shutdown(cancel_futures=True)

    def forget(self) -> None:
        """Ask the ledger at the next call, however soon: something was just added."""
        self._asked = 0.0

    def current(self) -> Snapshot:
        """The snapshot of now, or the one before where that is not laid out in time."""
        with self._lock:
            if self._kept is not None and time.monotonic() - self._asked < FRESH:
                return self._kept if self._making is None else replace(self._kept, behind=True)
            state = self.ledger.state()
            self._asked = time.monotonic()
            if self._kept is not None and self._kept.state == state:
                return self._kept
            making = self._making or self._thread.submit(self._make, state)
            self._making = making
            kept = self._kept
        try:
            return making.result(None if kept is None else PATIENCE)
        except TimeoutError:
            assert kept is not None  # without one, the wait has no end
            return replace(kept, behind=True)

    def _make(self, state: str) -> Snapshot:
        try:
            index = Index(self.ledger.brief(), self.ledger.readings(), self.ledger.arrivals())
            doubts = doubts_of(index)
            made = Snapshot(state, index, doubts, frequent(each.kind for each in doubts))
            self._kept = made
            return made
        finally:
            self._making = None
