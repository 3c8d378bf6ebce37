"""Weights -> 8-bit ONNX with its settings, as the reader on board loads it.

    python -m training.export --weights CHECKPOINT --version statements-v2 [--to FOLDER]

Writes ``model.onnx``, ``tokenizer.json`` and ``model.json``. Matrix products of the encoder and the embedding
tables become 8-bit, but for the heads and a few products that suffer from it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from sayso.reading.tagger import CLS, SEP
from training.decode import PAD
from training.dequantise import HALF
from training.evaluate import reading_settings
from training.labels import CLAIM_KINDS, NAMES, RELATIONS, ROLES, STANCES, UPOS
from training.model import OUTPUTS, POINTER, POSITIONS, Reader, load_reader

INPUTS = ["input_ids", "attention_mask", "case_ids", "newline_ids"]
HEADS = ("role", "q", "k", "name", "syntax", "reference_query", "reference_key", "likeness", "meaning/piece")
JUDGING = (
    *("wide", "kind", "stance", "matter", "asks", "answers", "nothing", "away", "alike"),
    *("near_from", "near_to", "near_between", "near_away", "near_alike", "near"),
)
LAST = {"syntax.relation": "relation"} | {f"meaning.{name}": f"meaning_{name}" for name in JUDGING}
LARGEST = 30_000_000  # bytes
FLOAT_LAYERS = (0, 1)  # where 8 bits cost most
LARGE = 4096  # numbers in a matrix that is worth halving
FOLDER = Path(__file__).parent.parent / "src" / "sayso" / "reading" / "model"


def write_float(reader: Reader, path: Path) -> None:
    """The network as float32 ONNX; batch and length stay open."""
    example = torch.ones(2, 16, dtype=torch.int64)
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS + OUTPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            reader.eval(),
            (example,) * len(INPUTS),
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def float_nodes(path: Path) -> list[str]:
    """The matrix products that stay in floating point: the heads, and the last of each early layer."""
    kept = tuple(f"/{name}/" for name in HEADS) + tuple(f"/layers.{i}/narrow/" for i in FLOAT_LAYERS)
    nodes = onnx.load(str(path), load_external_data=False).graph.node
    return [node.name for node in nodes if node.op_type == "MatMul" and node.name.startswith(kept)]


def quantise(source: Path, target: Path) -> None:
    """Dynamic 8-bit quantisation of the encoder and the embedding tables.

    Weights are unsigned: with signed ones, sums overflow on processors without VNNI.
    """
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QUInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=float_nodes(source),
    )


def with_last_layers(path: Path, reader: Reader) -> None:
    """Add the weights of the last layers as outputs that take no computing: those that score relations, of chosen
    pairs alone, and those that judge what statements mean.
    """
    model = onnx.load(str(path))
    state = reader.state_dict()
    for layer, part in ((layer, part) for layer in LAST for part in ("weight", "bias") if f"{layer}.{part}" in state):
        name, weight = f"{LAST[layer]}_{part}", state[f"{layer}.{part}"]
        values = numpy_helper.from_array(weight.numpy(), f"{layer}_{part}")
        model.graph.initializer.append(values)
        model.graph.node.append(helper.make_node("Identity", [values.name], [name], name=f"/last/{name}"))
        model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(weight.shape)))
    onnx.save(model, str(path))


def halve(path: Path) -> None:
    """Keep the matrices that stay in floating point in 16 bits; the run time makes them 32 as it loads them."""
    model = onnx.load(str(path))
    graph = model.graph
    large = [i for i in graph.initializer if i.data_type == TensorProto.FLOAT and np.prod(i.dims) >= LARGE]
    for at, each in enumerate(large):
        values = numpy_helper.to_array(each).astype(np.float16)
        graph.initializer.append(numpy_helper.from_array(values, each.name + HALF))
        cast = helper.make_node(
            "Cast", [each.name + HALF], [each.name], name=f"/half/{each.name}", to=TensorProto.FLOAT
        )
        graph.node.insert(at, cast)
        graph.initializer.remove(each)
    onnx.save(model, str(path))


def settings_of(reader: Reader, version: str, digest: str, start_bias: float) -> dict[str, Any]:
    """What ``model.json`` holds."""
    decoding = reading_settings(reader, start_bias)
    return {
        "name": "sayso-reader",
        "version": version,
        "sha256": digest,
        "inputs": INPUTS,
        "outputs": OUTPUTS,
        "roles": ROLES,
        "crf": {
            "start": decoding.start.tolist(),
            "trans": decoding.trans.tolist(),
            "start_bias": decoding.start_bias,
        },
        "pointer": {
            "dim": POINTER,
            "keep": decoding.pointer_keep,
            "floor": decoding.pointer_floor,
            "orphan": decoding.pointer_orphan,
        },
        "names": {
            "labels": NAMES,
            "start": decoding.name_start.tolist(),
            "trans": decoding.name_trans.tolist(),
        },
        "syntax": {"upos": UPOS, "relations": RELATIONS},
        "meaning": {"kinds": [kind.replace("_", " ") for kind in CLAIM_KINDS], "stances": STANCES},
        "window": {"centre": decoding.centre, "context": decoding.context, "longest": POSITIONS},
        "case": {"none": 0, "lower": 1, "capitalised": 2, "capitals": 3, "no_word": 4, "digits": 5},
        "special": {"cls": CLS, "sep": SEP, "pad": PAD},
    }


def export(reader: Reader, tokenizer: Path, folder: Path, version: str, start_bias: float = 0.0) -> Path:
    """Write the three files; the path of the model."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch) / "whole.onnx", Path(scratch) / "small.onnx"
        write_float(reader, whole)
        quantise(whole, small)
        with_last_layers(small, reader)
        halve(small)
        content = small.read_bytes()
    if len(content) > LARGEST:
        raise ValueError(f"model of {len(content)} bytes, at most {LARGEST} allowed")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "model.onnx"
    written = folder / "model.onnx.new"
    written.write_bytes(content)
    written.replace(target)
    cutter = Tokenizer.from_file(str(tokenizer))
    cutter.no_truncation()
    cutter.no_padding()
    cutter.save(str(folder / "tokenizer.json"), pretty=False)
    settings = settings_of(reader, version, hashlib.sha256(content).hexdigest(), start_bias)
    (folder / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf8")
    return target


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="a checkpoint or the warm start's safetensors")
    parser.add_argument("--tokenizer", type=Path, default=FOLDER / "tokenizer.json")
    parser.add_argument("--version", required=True)
    parser.add_argument("--to", type=Path, default=FOLDER)
    parser.add_argument("--start-bias", type=float, default=0.0, help="by how much likelier spans begin when it reads")
    chosen = parser.parse_args()
    reader = load_reader(chosen.weights)
    path = export(reader, chosen.tokenizer, chosen.to, chosen.version, chosen.start_bias)
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
