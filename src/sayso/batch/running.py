"""Workers that read shards, and the batch that hands shards to them."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.batch.shards import SIZE, Shard, cut, write_whole
from sayso.errors import BatchError
from sayso.extraction import read_or_tell
from sayso.reading.readers import BOARD, load_reader
from sayso.reading.tagger import Reader
from sayso.reports import Given, read_path
from sayso.types import Problem
from sayso.views.shapes import extract_shape, problem_shape

OnShard = Callable[[str, int, int], None]  # the shard that is finished, shards done, shards in all


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch: its shards, those that were finished before, reports read and problems in all of them."""

    shards: int
    known: int
    reports: int
    problems: int

    def words(self) -> str:
        """What came of it, in a sentence.

        >>> Batch(4, 1, 180, 0).words()
        '180 reports in 4 shards, 1 of them finished before; 0 problems.'
        """
        return (
            f"{self.reports} reports in {self.shards} shards, {self.known} of them finished before; "
            f"{self.problems} problems."
        )


def run_batch(
    paths: Iterable[str],
    folder: str | Path,
    *,
    given: Given | None = None,
    model: str | None = None,
    reader: str = BOARD,
    workers: int = 1,
    size: int = SIZE,
    executor: Executor | None = None,
    on_shard: OnShard | None = None,
) -> Batch:
    """Read a corpus into JSON lines, one file for each shard, each line as ``sayso extract --json`` prints it.

    Use this for more reports than a ledger should hold, or where only their statements are wanted. Called again, it
    reads only the shards that are not finished, or whose inputs, reader or version changed.

    Args:
        paths: files and folders.
        folder: where the lines go; made where it does not exist.
        given: what you say of all these reports.
        model: a folder with another model than the one on board.
        reader: which reader, as for ``--reader``.
        workers: processes on this machine; each holds a model and takes one processor.
        size: files of a shard.
        executor: other workers than these processes, such as dask's ``Client().get_executor()``; they must see the same
            files.
        on_shard: called after each shard.

    Raises:
        BatchError: the folder cannot be written, or a worker died. What is finished is kept.
        ModelError, ReaderError: the reader cannot be used.
    """
    version = load_reader(model, reader).version  # what is wrong with it is said here, not by every worker
    shards = [
        Shard(number, inputs, given or Given(), model, reader, version, str(folder))
        for number, inputs in enumerate(cut(paths, size), 1)
    ]
    try:
        Path(folder, "done").mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise BatchError(f"{folder}: cannot be written ({problem.strerror})") from problem
    _clear(Path(folder), len(shards))
    waiting = [shard for shard in shards if not shard.is_finished()]
    own = executor is None and bool(waiting)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn) if own else nullcontext(executor) as pool:
        if pool is not None and waiting:
            _read_all(pool, waiting, len(shards), on_shard)
    counts = [json.loads(shard.marker.read_text(encoding="utf8")) for shard in shards]
    reports, problems = (sum(count[what] for count in counts) for what in ("reports", "problems"))
    return Batch(len(shards), len(shards) - len(waiting), reports, problems)


def _clear(folder: Path, last: int) -> None:
    """Take away shards of an earlier call beyond the last one now: they would be read with the others."""
    for marker in (folder / "done").iterdir():
        if marker.name.isdigit() and int(marker.name) > last:
            for end in (".jsonl", ".problems.jsonl"):
                (folder / f"{marker.name}{end}").unlink(missing_ok=True)
            marker.unlink()


def _read_all(pool: Executor, waiting: list[Shard], total: int, on_shard: OnShard | None) -> None:
    """Have every shard read; the first that fails stops those that have not begun."""
    futures: dict[Future[Any], Shard] = {pool.submit(read_shard, shard): shard for shard in waiting}
    done = total - len(waiting)
    try:
        for future in as_completed(futures):
            future.result()
            done += 1
            if on_shard:
                on_shard(str(futures[future].lines), done, total)
    except (BrokenProcessPool, CancelledError) as problem:
        raise BatchError("a worker died, perhaps for want of memory; run it again with fewer workers") from problem
    finally:
        for future in futures:
            future.cancel()


@lru_cache(maxsize=1)
def _reader(model: str | None, named: str) -> Reader:
    """The reader of a worker, loaded once; one thread, because the other processors have workers of their own."""
    return load_reader(model, named, threads=1)


def read_shard(shard: Shard) -> None:
    """Read a shard and write its lines, its problems and, last, its marker."""
    digest = shard.digest()  # before anything is read: what changes meanwhile is read again the next time
    reader = _reader(shard.model, shard.reader)
    lines: list[str] = []
    problems: list[str] = []
    for path in shard.paths:
        for each in read_path(path, shard.given):
            read = each if isinstance(each, Problem) else read_or_tell(each, reader)
            if isinstance(read, Problem):
                problems.append(json.dumps(problem_shape(read), ensure_ascii=False))
            else:
                lines.append(json.dumps(extract_shape(*read), ensure_ascii=False))
    write_whole(shard.lines, lines)
    if problems:
        write_whole(shard.problems, problems)
    else:
        shard.problems.unlink(missing_ok=True)
    counts = {"digest": digest, "reports": len(lines), "problems": len(problems), "reader": reader.version}
    write_whole(shard.marker, [json.dumps(counts)])
