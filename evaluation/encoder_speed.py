"""How fast the encoder on board is, against what this machine's 8-bit matrix products allow.

    python -m evaluation.encoder_speed [--model FOLDER] [--threads N] [--seconds S]

Prints pieces a second over the windows of a long text, the encoder's arithmetic a second, that of one large 8-bit
product of the encoder's own shape by the same run time, and the share. Needs the training extra (onnx). The machine
should have nothing else to do.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from onnx import TensorProto, helper

from sayso.reading.tagger import MODEL_FOLDER, Tagger

LAYERS, WIDTH, INNER = 10, 384, 1536
BEST_OF = 5


def a_second(run: Callable[[], object], seconds: float) -> float:
    """Runs a second, the best of some stretches."""
    run()
    best = 0.0
    for _ in range(BEST_OF):
        count, begun = 0, time.perf_counter()
        while time.perf_counter() - begun < seconds / BEST_OF:
            run()
            count += 1
        best = max(best, count / (time.perf_counter() - begun))
    return best


def product(rows: int, threads: int) -> Callable[[], object]:
    """One product of ``rows`` pieces with the wide matrix, in eight bits, as a call."""
    inputs = [
        helper.make_tensor_value_info("a", TensorProto.UINT8, [rows, WIDTH]),
        helper.make_tensor_value_info("b", TensorProto.UINT8, [WIDTH, INNER]),
    ]
    output = helper.make_tensor_value_info("c", TensorProto.INT32, [rows, INNER])
    node = helper.make_node("MatMulInteger", ["a", "b"], ["c"])
    model = helper.make_model(
        helper.make_graph([node], "product", inputs, [output]), opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 9
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    chance = np.random.default_rng(1)
    feed = {
        "a": chance.integers(0, 255, (rows, WIDTH), dtype=np.uint8),
        "b": chance.integers(0, 255, (WIDTH, INNER), dtype=np.uint8),
    }
    return lambda: session.run(None, feed)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5.0)
    chosen = parser.parse_args()
    tagger = Tagger(chosen.model, threads=chosen.threads)
    text = "shells " * 1200
    read = tagger.encode(text)
    rows = [window.high - window.low + 2 for window in read.windows]
    runs = a_second(lambda: tagger.encode(text), chosen.seconds)
    work = sum(LAYERS * (2 * n * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER) + 4 * n * n * WIDTH) for n in rows)
    limit = a_second(product(max(rows), chosen.threads), chosen.seconds) * 2 * max(rows) * WIDTH * INNER
    print(f"{runs * sum(rows):.0f} pieces a second in windows, {runs * len(read.pieces.offsets):.0f} of the text")
    print(f"{runs * work / 1e9:.1f} of {limit / 1e9:.1f} billion steps a second")
    print(f"share of the 8-bit matrix speed: {100 * runs * work / limit:.0f} %")
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
