"""Choose how a checkpoint is decoded, on the development texts.

    python -m training.tune --weights CHECKPOINT [--shared FOLDER]

Prints statements by half of the content, and with the right source (F1), for each start bias, then for each setting
of the pointer in turn: the share of the best at which further cues are kept, the least share of all, and the least of
a source that a statement would else be without. Each choice is made by the mean over the sets.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from sayso.reading.decoding import Decoding
from sayso.reading.tagger import MODEL_FOLDER
from training import decode
from training.corpora import Sample
from training.evaluate import SHARED, development, read_all, reading_settings, torch_forward
from training.model import load_reader
from training.score import score_statements

SETS = ("polnear", "own", "seeds", "clusters")
BIASES = (-0.3, 0.0, 0.3, 0.5, 0.8, 1.2)
KEEPS = (1.0, 0.7, 0.5, 0.35, 0.25)
FLOORS = (0.0, 0.1, 0.15, 0.2, 0.3)
ORPHANS = (0.3, 0.1, 0.03, 0.02, 0.01, 0.003)
Readings = dict[str, list[tuple[Sample, decode.Reading]]]


def mean_f1(readings: Readings, settings: Decoding, label: str) -> float:
    """Print the figures of one choice; their mean."""
    shown, figures = [], []
    for name, texts in readings.items():
        scores = score_statements((sample, decode.statements(reading, settings)) for sample, reading in texts)
        shown.append(f"{name} {scores.half.f1:.3f} {scores.linked.f1:.3f}")
        figures.append(scores.linked.f1)
    mean = sum(figures) / len(figures)
    print(f"{label:20}{'  '.join(shown)}  mean {mean:.4f}", flush=True)
    return mean


def best(choices: Iterable[tuple[float, float]]) -> float:
    """The choice with the highest figure."""
    return max(choices, key=lambda pair: pair[1])[0]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, default=MODEL_FOLDER / "tokenizer.json")
    parser.add_argument("--shared", type=Path, default=SHARED)
    chosen = parser.parse_args()
    reader = load_reader(chosen.weights)
    tokenizer, forward, plain = (
        Tokenizer.from_file(str(chosen.tokenizer)),
        torch_forward(reader),
        reading_settings(reader),
    )
    readings = {name: list(read_all(development(chosen.shared, name), tokenizer, forward, plain)) for name in SETS}
    bias = best((b, mean_f1(readings, replace(plain, start_bias=b), f"start bias {b}")) for b in BIASES)
    plain = replace(plain, start_bias=bias)
    keep = best((k, mean_f1(readings, replace(plain, pointer_keep=k), f"pointer keep {k}")) for k in KEEPS)
    kept = replace(plain, pointer_keep=keep)
    floor = best((f, mean_f1(readings, replace(kept, pointer_floor=f), f"pointer floor {f}")) for f in FLOORS)
    floored = replace(kept, pointer_floor=floor)
    orphan = best((o, mean_f1(readings, replace(floored, pointer_orphan=o), f"pointer orphan {o}")) for o in ORPHANS)
    print(f"best: start bias {bias}, pointer keep {keep}, floor {floor}, orphan {orphan}")


if __name__ == "__main__":
    main()
