"""Measure a checkpoint or an exported model on the development texts.

python -m training.evaluate --weights CHECKPOINT | --model FOLDER [--on polnear seeds ...] [--predictions FOLDER]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.reading.decoding import Decoding
from sayso.reading.tagger import MODEL_FOLDER
from training import decode
from training.corpora import Sample, name_samples, own_samples, statement_samples
from training.labels import NAMES, ROLES
from training.model import POINTER, Reader, load_reader
from training.score import Count, Scores, score_names, score_statements

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
OWN_DATA = HERE / "data"
CLUSTERS = ("ain-dhuraym", "chorgudere", "drozhnitsa", "hadarsha")
CENTRE, CONTEXT = 158, 48  # pieces of a window when reading
POINTER_KEEP, POINTER_FLOOR, POINTER_ORPHAN = 0.5, 0.2, 0.01  # chosen by training.tune
SETS = ("polnear", "own", "seeds", "clusters", "names")


def held_out(samples: list[Sample], numbers: int = 2) -> tuple[list[Sample], list[Sample]]:
    """``(train, dev)``: of each prefix of the ids, the reports with the last two numbers are for measuring."""
    groups: dict[str, list[Sample]] = {}
    for sample in sorted(samples, key=lambda s: s.id):
        groups.setdefault(sample.id.rstrip("0123456789").rstrip("-_"), []).append(sample)
    train = [s for group in groups.values() for s in (group[:-numbers] if len(group) > numbers else group)]
    dev = [s for group in groups.values() for s in (group[-numbers:] if len(group) > numbers else [])]
    return train, dev


def development(shared: Path, name: str) -> list[Sample]:
    """One of the development sets."""
    if name == "polnear":
        return statement_samples(shared / "corpora" / "attribution" / "dev.jsonl")
    if name == "own":
        return held_out(own_samples(OWN_DATA))[1]
    if name == "seeds":
        return statement_samples(shared / "gold" / "seeds" / "statements.jsonl")
    if name == "clusters":
        folder = shared / "gold" / "clusters"
        return [s for cluster in CLUSTERS for s in statement_samples(folder / cluster / "statements.jsonl")]
    return name_samples(shared / "corpora" / "ner" / "dev.jsonl")


def torch_forward(reader: Reader, device: str = "cpu") -> decode.Forward:
    """A checkpoint as a function of the model's inputs."""
    reader.eval()

    def forward(*inputs: decode.Array) -> decode.Outputs:
        with torch.no_grad():
            out = reader.read(*(torch.from_numpy(x).to(device) for x in inputs))
        role, q, k, name = (each.cpu().numpy() for each in (out.role, out.q, out.k, out.name))
        return role, q, k, name

    return forward


def reading_settings(reader: Reader, start_bias: float = 0.0) -> Decoding:
    """The settings with which a checkpoint is read."""
    with torch.no_grad():
        trans, start = (x.cpu().numpy().astype(np.float32) for x in reader.crf())
        name_trans, name_start = (x.cpu().numpy().astype(np.float32) for x in reader.name_crf())
    return Decoding(
        roles=tuple(ROLES),
        names=tuple(NAMES),
        start=start,
        trans=trans,
        name_start=name_start,
        name_trans=name_trans,
        centre=CENTRE,
        context=CONTEXT,
        pointer_dim=POINTER,
        pointer_keep=POINTER_KEEP,
        pointer_floor=POINTER_FLOOR,
        pointer_orphan=POINTER_ORPHAN,
        start_bias=start_bias,
    )


def read_all(
    samples: Iterable[Sample], tokenizer: Tokenizer, forward: decode.Forward, settings: Decoding, batch: int = 8
) -> Iterator[tuple[Sample, decode.Reading]]:
    """Every text with the model's outputs."""
    for sample in samples:
        yield sample, decode.run_model(decode.read_pieces(tokenizer, sample.text), forward, settings, batch)


def measure(readings: list[tuple[Sample, decode.Reading]], settings: Decoding) -> Scores | Count:
    """The figures of one development set."""
    if readings and readings[0][0].names is not None:
        return score_names((sample, decode.names(reading, settings)) for sample, reading in readings)
    return score_statements((sample, decode.statements(reading, settings)) for sample, reading in readings)


def describe(scores: Scores | Count) -> str:
    """Figures in one line."""
    if isinstance(scores, Scores):
        return scores.line()
    return f"PER ORG LOC F1 {100 * scores.f1:.1f} (P {100 * scores.precision:.1f} R {100 * scores.recall:.1f})"


def write_predictions(path: Path, readings: list[tuple[Sample, decode.Reading]], settings: Decoding) -> None:
    """Statements as JSON lines in the shape of ``sayso extract --json``."""
    with path.open("w", encoding="utf8") as out:
        for sample, reading in readings:
            found = [
                {"source": s.source, "cue": s.cue, "content": s.content} for s in decode.statements(reading, settings)
            ]
            out.write(json.dumps({"report": {"text": sample.text}, "statements": found}, ensure_ascii=False) + "\n")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--weights", type=Path, help="a checkpoint or the warm start's safetensors")
    which.add_argument("--model", type=Path, help="a folder with an exported model")
    parser.add_argument("--start-bias", type=float, default=0.0, help="as in training.export; only with --weights")
    parser.add_argument("--tokenizer", type=Path, help="that of the model measured, else of the model on board")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the corpora and the marked texts lie")
    parser.add_argument("--on", nargs="+", choices=SETS, default=list(SETS))
    parser.add_argument("--plain", action="store_true", help="link each span to its best cue and no other")
    parser.add_argument("--predictions", type=Path, help="folder for statements as JSON lines")
    chosen = parser.parse_args()
    if chosen.model:
        forward = decode.onnx_forward(chosen.model / "model.onnx")
        settings = Decoding.from_json(json.loads((chosen.model / "model.json").read_text(encoding="utf8")))
    else:
        reader = load_reader(chosen.weights)
        forward = torch_forward(reader)
        settings = reading_settings(reader, chosen.start_bias)
    if chosen.plain:
        settings = replace(settings, pointer_keep=1.0, pointer_floor=0.0, pointer_orphan=1.0)
    tokenizer = Tokenizer.from_file(str(chosen.tokenizer or (chosen.model or MODEL_FOLDER) / "tokenizer.json"))
    for name in chosen.on:
        # eight bits take their scale from the whole batch: one window at a time, as the reader does
        batch = 1 if chosen.model else 8
        readings = list(read_all(development(chosen.shared, name), tokenizer, forward, settings, batch))
        print(f"{name:9}{describe(measure(readings, settings))}", flush=True)
        if chosen.predictions and name != "names":
            chosen.predictions.mkdir(parents=True, exist_ok=True)
            write_predictions(chosen.predictions / f"{name}.jsonl", readings, settings)


if __name__ == "__main__":
    main()
