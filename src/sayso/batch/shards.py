"""Shards: which inputs belong together, which are finished already, and where their lines lie.

In the folder of a batch, shard 7 is ``00007.jsonl``, with ``00007.problems.jsonl`` beside it where something could not
be read. ``done/00007`` marks it as finished, and holds a digest of what it was made of.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sayso.reports import Given, folder_files

SIZE = 50  # files of a shard: some minutes of work, so that little is lost when one is interrupted
LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs that one worker reads, one after the other, and what it needs to know for that."""

    number: int
    paths: tuple[str, ...]
    given: Given
    model: str | None
    reader: str
    version: str
    folder: str

    @property
    def lines(self) -> Path:
        """The file of its reports, a line each."""
        return Path(self.folder, f"{self.number:05}.jsonl")

    @property
    def problems(self) -> Path:
        """The file of what could not be read."""
        return Path(self.folder, f"{self.number:05}.problems.jsonl")

    @property
    def marker(self) -> Path:
        """The file that says that it is finished."""
        return Path(self.folder, "done", f"{self.number:05}")

    def digest(self) -> str:
        """What it is made of: its inputs, when they were last changed, what is said of them, reader and version."""
        files = [(path, *_state(path)) for path in self.paths]
        key = json.dumps([files, self.given.published, self.given.outlet, self.given.agency, self.version])
        return hashlib.sha256(f"{version('sayso')} {key}".encode()).hexdigest()[:16]

    def is_finished(self) -> bool:
        """Whether its lines are there and were made of what it is made of now."""
        try:
            kept = json.loads(self.marker.read_text(encoding="utf8"))["digest"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return bool(kept == self.digest()) and self.lines.exists()


def _state(path: str) -> tuple[int, int]:
    """Size and time of the last change; zeros where the file is not there."""
    try:
        found = Path(path).stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def cut(paths: Iterable[str], size: int = SIZE) -> list[tuple[str, ...]]:
    """The inputs in shards, in order: ``size`` files together, a JSON-lines file, which holds many reports, alone.

    >>> cut(["a.txt", "b.txt", "c.txt", "many.jsonl", "d.txt"], 2)
    [('a.txt', 'b.txt'), ('c.txt',), ('many.jsonl',), ('d.txt',)]
    """
    shards: list[tuple[str, ...]] = []
    together: list[str] = []
    for path in _files(paths):
        alone = path.endswith(LINES)
        if together and (alone or len(together) == size):
            shards.append(tuple(together))
            together = []
        if alone:
            shards.append((path,))
        else:
            together.append(path)
    return [*shards, tuple(together)] if together else shards


def _files(paths: Iterable[str]) -> Iterator[str]:
    """Every file of ``paths``; of a folder those that are read or named as a problem, sorted."""
    for path in paths:
        if Path(path).is_dir():
            yield from folder_files(path)
        else:
            yield path


def write_whole(path: Path, lines: Sequence[str]) -> None:
    """Write a file so that it is there with all its lines or not at all."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf8") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
