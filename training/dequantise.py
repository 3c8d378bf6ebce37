"""An exported model as floating-point weights again, so that training can go on from what is on board."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.model import FORBIDDEN

HALF = "_half"  # how the name of a matrix in 16 bits ends


def scaled(tensors: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix in floating point, whether it is kept in eight bits or not."""
    stem = name.removesuffix("_quantized")
    if stem + "_quantized" not in tensors:
        return tensors[stem]
    zero = tensors[stem + "_zero_point"].astype(np.float32)
    return (tensors[stem + "_quantized"].astype(np.float32) - zero) * tensors[stem + "_scale"]


def weights(path: Path) -> dict[str, Tensor]:
    """The weights of ``model.onnx``, by the names of the network; transitions from the ``model.json`` beside it."""
    graph = onnx.load(str(path)).graph
    tensors = {i.name.removesuffix(HALF): numpy_helper.to_array(i) for i in graph.initializer}
    state = {name: value for name, value in tensors.items() if not name.startswith("onnx::") and "weight_" not in name}
    for table in ("word", "position", "case", "newline"):
        state[f"embeddings.{table}.weight"] = scaled(tensors, f"embeddings.{table}.weight")
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and node.input[1].startswith("onnx::"):
            name = node.name.strip("/").removesuffix("_quant").removesuffix("/MatMul").replace("/", ".")
            state[name + ".weight"] = scaled(tensors, node.input[1]).T
        if node.name == "/embeddings/Add_3":
            segment = tensors[next(name for name in node.input if name in tensors)]
            state["embeddings.segment.weight"] = np.stack([segment, np.zeros_like(segment)])
    for name in [name for name in state if name.endswith(("_weight", "_bias"))]:  # layers that are kept as they are
        layer, _, part = name.rpartition("_")
        state[f"{layer}.{part}"] = state.pop(name)
    data = json.loads(path.with_name("model.json").read_text(encoding="utf8"))
    for key in ("trans", "start"):
        held = np.array(data["crf"][key], dtype=np.float32)
        state[key] = np.where(held <= FORBIDDEN / 2, 0, held)
        names = np.array(data["names"][key], dtype=np.float32)
        state[f"name_{key}"] = np.where(names <= FORBIDDEN / 2, 0, names)
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}
