"""The network: a BERT encoder of six layers with three heads (roles, pointer, names), in plain torch."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.decode import NAMES, ROLES

WIDTH, INNER, LAYERS, ATTENTION_HEADS, POINTER = 384, 1536, 6, 12, 128
VOCABULARY, POSITIONS, DROPOUT = 30522, 512, 0.1
FORBIDDEN = -1e4


class Embeddings(nn.Module):
    """Word, position and type embeddings with case and newline added."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Embedding(2, WIDTH)
        self.case = nn.Embedding(6, WIDTH)
        self.newline = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, ids: Tensor, case: Tensor, newline: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        summed = self.word(ids) + self.case(case) + self.newline(newline)
        summed = summed + self.position(positions) + self.segment.weight[0]
        out: Tensor = self.norm(summed)
        return out


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        """Self-attention; ``bias`` is added to the scores and closes the padding."""
        batch, length, _ = x.shape
        shape = (batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q = self.query(x).view(shape).transpose(1, 2)
        k = self.key(x).view(shape).transpose(1, 2)
        v = self.value(x).view(shape).transpose(1, 2)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        out: Tensor = self.mixed(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        return out

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.attend(x, bias)))
        x = self.norm2(x + self.drop(self.narrow(F.gelu(self.wide(x)))))
        return x


class Reader(nn.Module):
    """The encoder with its heads; ``trans`` and ``start`` are the CRF over roles."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)
        self.role = nn.Linear(WIDTH, len(ROLES))
        self.q = nn.Linear(WIDTH, POINTER)
        self.k = nn.Linear(WIDTH, POINTER)
        self.name = nn.Linear(WIDTH, len(NAMES))
        self.trans = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.start = nn.Parameter(torch.zeros(len(ROLES)))

    def encode(self, ids: Tensor, attention: Tensor, case: Tensor, newline: Tensor) -> Tensor:
        """The last hidden layer."""
        bias = (1.0 - attention[:, None, None, :].float()) * FORBIDDEN
        x: Tensor = self.drop(self.embeddings(ids, case, newline))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(
        self, ids: Tensor, attention: Tensor, case: Tensor, newline: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x = self.drop(self.encode(ids, attention, case, newline))
        return self.role(x), self.q(x), self.k(x), self.name(x)

    def crf(self) -> tuple[Tensor, Tensor]:
        """``(trans, start)`` of the CRF over roles, forbidden steps closed."""
        trans, start = forbidden_steps(ROLES)
        return self.trans + trans, self.start + start

    def lean(self, bias: float) -> None:
        """Make beginnings of sources and cues likelier (below 0: less likely)."""
        with torch.no_grad():
            self.role.bias[[ROLES.index("B-source"), ROLES.index("B-cue")]] += bias


def forbidden_steps(labels: list[str]) -> tuple[Tensor, Tensor]:
    """``(trans, start)`` with ``FORBIDDEN`` where an I- label does not continue its own kind, else 0."""
    trans, start = torch.zeros(len(labels), len(labels)), torch.zeros(len(labels))
    for j, after in enumerate(labels):
        if not after.startswith("I-"):
            continue
        start[j] = FORBIDDEN
        for i, before in enumerate(labels):
            if before[2:] != after[2:] or before == "O":
                trans[i, j] = FORBIDDEN
    return trans, start


OLD_NAMES = {
    "embeddings.word_embeddings": "embeddings.word",
    "embeddings.position_embeddings": "embeddings.position",
    "embeddings.token_type_embeddings": "embeddings.segment",
    "embeddings.LayerNorm": "embeddings.norm",
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "wide",
    "output.LayerNorm": "norm2",
    "output.dense": "narrow",
    "encoder.layer": "layers",
}


def load_warm_start(path: Path) -> Reader:
    """A reader with the weights of the warm start; its names head is new."""
    state = {}
    for key, value in load_file(path).items():
        name = {"c.weight": "embeddings.case.weight", "n.weight": "embeddings.newline.weight"}.get(key, key)
        if name.startswith("b."):
            name = name[2:]
            for old, new in OLD_NAMES.items():
                name = name.replace(old, new)
        state[name] = value.float()
    reader = Reader()
    missing, unknown = reader.load_state_dict(state, strict=False)
    if unknown or set(missing) - {"name.weight", "name.bias"}:
        raise ValueError(f"{path}: weights do not fit: missing {missing}, unknown {unknown}")
    return reader


def load_reader(path: Path) -> Reader:
    """A reader from a checkpoint of ``training.train`` or from the warm start's safetensors."""
    if path.suffix == ".safetensors":
        return load_warm_start(path)
    reader = Reader()
    reader.load_state_dict(torch.load(path, map_location="cpu", weights_only=True)["model"])
    return reader
