"""How fast reports are read and where the time goes, on reports of our own; and what the machine could do at most.

`python -m evaluation.speed` reads 200 reports of about 600 words as `sayso extract --json` does, in one process. It
prints the share of time outside the encoder, the pieces a second against the machine's own 8-bit matrix speed, and the
memory at its highest. `--write FOLDER` keeps the reports, `--json FILE` what was read, to compare two versions. The
matrix speed needs the training extra (onnx); without it that line is left out, and says so.
"""

from __future__ import annotations

import argparse
import json
import resource
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.extraction import extract
from sayso.reading.tagger import Tagger
from sayso.types import Problem
from sayso.views.shapes import extract_shape

ROOT = Path(__file__).parents[1]
FOLDERS = ("training/data", "samples/*", "evaluation/clusters-own/*")


class TimedSession:
    """The encoder's session, with a clock around it: seconds of its runs, processor seconds of all, the pieces read.

    The rules read a report while the encoder is at the next, so its processor time is not what passes in a run: it is
    all but what Python's own threads took outside the runs.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self.seconds = 0.0
        self.pieces = self.runs = 0
        self._began = time.process_time()
        self._inside = {thread: -taken for thread, taken in threads_time().items()}

    def get_outputs(self) -> Any:
        return self._session.get_outputs()

    def run(self, outputs: Sequence[str], feed: dict[str, Any]) -> Any:
        wall, own, thread = time.perf_counter(), time.thread_time(), threading.get_ident()
        out = self._session.run(outputs, feed)
        self.seconds += time.perf_counter() - wall
        self._inside[thread] = self._inside.get(thread, 0.0) - time.thread_time() + own
        self.pieces += feed["input_ids"].size
        self.runs += 1
        return out

    def processor(self) -> tuple[float, float]:
        """Processor seconds so far: in all, and of the encoder."""
        taken = time.process_time() - self._began
        return taken, taken - sum(seconds + self._inside.get(thread, 0.0) for thread, seconds in threads_time().items())


def threads_time() -> dict[int, float]:
    """The processor seconds that each of Python's threads has taken."""
    threads = [each.ident for each in threading.enumerate() if each.ident is not None]
    return {each: time.clock_gettime(time.pthread_getcpuclockid(each)) for each in threads}


def own_texts() -> dict[str, list[str]]:
    """Our own reports by family: the folder they lie in, or what their name begins with in the training data."""
    families: dict[str, list[str]] = defaultdict(list)
    for folder in FOLDERS:
        for path in sorted(ROOT.glob(f"{folder}/*.txt")):
            family = path.stem.split("-")[0] if path.parent.name == "data" else path.parent.name
            families[family].append(path.read_text(encoding="utf8"))
    return dict(families)


def made_reports(count: int, words: int) -> Iterator[str]:
    """Reports of about ``words`` words: one of ours, and paragraphs of others of its family after it."""
    families = list(own_texts().values())
    for number in range(count):
        family = families[number % len(families)]
        turn = number // len(families)
        text = family[turn % len(family)].rstrip()
        step = turn // len(family) + 1
        others = [family[(turn + step * k) % len(family)] for k in range(1, 4 * len(family))]
        for paragraph in (p for other in others for p in other.split("\n\n")[2:]):
            if len(text.split()) >= words:
                break
            text += "\n\n" + paragraph.strip()
        yield " ".join(text.split(" ")[: words * 6 // 5]) + "\n"


def write_reports(folder: Path, count: int, words: int) -> list[str]:
    """The made reports as files in ``folder``; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(made_reports(count, words), 1):
        path = folder / f"{number:03}.txt"
        path.write_text(text, encoding="utf8")
        paths.append(str(path))
    return paths


def timed(paths: Sequence[str], threads: int) -> tuple[TimedSession, float, list[str]]:
    """The clock of the encoder, seconds in all, and what was read, a line for each report."""
    reader = Tagger(threads=threads)
    clock = TimedSession(reader._session)
    reader.__dict__["_session"] = clock
    list(extract(paths[:1], reader=reader))  # tables and expressions are read once
    clock.__init__(clock._session)  # type: ignore[misc]
    wall = time.perf_counter()
    lines = [
        json.dumps({"problem": each.message} if isinstance(each, Problem) else extract_shape(*each), ensure_ascii=False)
        for each in extract(paths, reader=reader)
    ]
    return clock, time.perf_counter() - wall, lines


def matrix_speed(threads: int, seconds: float = 3.0) -> float:
    """Multiplications and additions a second of onnxruntime's own 8-bit matrix product, in the encoder's shapes."""
    import onnxruntime
    from onnx import TensorProto, helper

    rows, width, height = 128, 384, 1536
    node = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
    graph = helper.make_graph(
        [node],
        "speed",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, [rows, width])],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [rows, height])],
        [
            helper.make_tensor(
                "b", TensorProto.UINT8, [width, height], bytes(range(256)) * (width * height // 256), True
            )
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    feed = {"a": np.arange(rows * width, dtype=np.int64).astype(np.uint8).reshape(rows, width)}
    session.run(None, feed)
    best, until = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < until:
        began = time.perf_counter()
        session.run(None, feed)
        best = min(best, time.perf_counter() - began)
    return 2 * rows * width * height / best


def work_a_piece(folder: Path) -> int:
    """Multiplications and additions that one piece costs in the encoder's 8-bit matrix products."""
    import onnx

    graph = onnx.load(str(folder / "model.onnx")).graph
    sizes = {each.name: int(np.prod(each.dims)) for each in graph.initializer if len(each.dims) == 2}
    return sum(2 * sizes.get(node.input[1], 0) for node in graph.node if node.op_type == "MatMulInteger")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--write", type=Path, default=Path("build/speed"))
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    paths = write_reports(chosen.write, chosen.reports, chosen.words)
    lengths = [len(Path(path).read_text(encoding="utf8").split()) for path in paths]
    clock, wall, lines = timed(paths, chosen.threads)
    processor, encoder = clock.processor()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if chosen.json:
        chosen.json.write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{len(paths)} reports, {sum(lengths) / len(lengths):.0f} words in the mean, {chosen.threads} threads")
    print(f"  in all       {wall:7.1f} s, {processor:7.1f} s of processor time; {1000 * wall / len(paths):.0f} ms each")
    print(f"  the encoder  {clock.seconds:7.1f} s, {encoder:7.1f} s of processor time; {clock.runs} windows")
    share, busy = 1 - clock.seconds / wall, 1 - encoder / processor
    print(f"  outside the encoder: {share:.1%} of the time, {busy:.1%} of the processor time")
    print(f"  memory at its highest: {peak:.0f} MB")
    report_speed(clock, chosen.threads)


def report_speed(clock: TimedSession, threads: int) -> None:
    """Print the pieces a second, and the share of what the machine's 8-bit matrix product would allow."""
    reached = clock.pieces / clock.seconds
    try:
        most = matrix_speed(threads) / work_a_piece(Tagger().folder)
    except ImportError:
        print(f"  {reached:.0f} pieces a second; the machine's matrix speed is NOT MEASURED: it needs onnx")
        return
    print(f"  {reached:.0f} pieces a second, {reached / most:.0%} of the {most:.0f} that 8-bit products alone allow")


if __name__ == "__main__":
    main()
