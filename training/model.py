"""The network: a BERT encoder with its heads, in plain torch.

Heads: roles, pointer, names; syntax (tag, head and relation of each word); reference (what a pronoun stands for);
likeness (a vector, to be averaged over a sentence); meaning (of a statement: its kinds of claim, and a vector that is
like those of statements on the same question). The network on board and the larger one that teaches it differ in
their shape alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.values.actors import KINDS as NAME_KINDS
from training.labels import CLAIM_KINDS, NAMES, RELATIONS, ROLES, STANCES, UPOS

POINTER, ARC, RELATION, REFERENCE, LIKENESS = 128, 160, 96, 96, 128
MEANING, INNER_MEANING, MATTER = 256, 384, 96
TIE = 64  # width of the pointer to names of one party
FAR, ALIKE = 9, 3  # buckets of the distance behind a name, and as many before it; likenesses of words
POSITIONS, DROPOUT = 512, 0.1
BUCKETS, FARTHEST = 32, 128  # of the distances that attention leans on, as in MPNet
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is.

    Args:
        vocabulary: how many word pieces it knows.
        layers: how many layers lie above each other.
        width: numbers per piece between them.
        relative: whether attention leans on how far pieces are apart, as in MPNet.
    """

    vocabulary: int = 20000
    layers: int = 10
    width: int = 384
    relative: bool = False

    @classmethod
    def of(cls, state: Mapping[str, Tensor]) -> Shape:
        """The shape that weights have."""
        vocabulary, width = state["embeddings.word.weight"].shape
        layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
        return cls(vocabulary, layers, width, "relative.weight" in state)


ATTENTION_HEADS = 12


class Embeddings(nn.Module):
    """Word, position and type embeddings with case and newline added."""

    def __init__(self, vocabulary: int, width: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(POSITIONS, width)
        self.segment = nn.Embedding(2, width)
        self.case = nn.Embedding(6, width)
        self.newline = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, ids: Tensor, case: Tensor, newline: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        summed = self.word(ids) + self.case(case) + self.newline(newline)
        summed = summed + self.position(positions) + self.segment.weight[0]
        out: Tensor = self.norm(summed)
        return out


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.mixed = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        """Self-attention; ``bias`` is added to the scores and closes the padding."""
        batch, length, width = x.shape
        shape = (batch, length, ATTENTION_HEADS, width // ATTENTION_HEADS)
        q = self.query(x).view(shape).transpose(1, 2)
        k = self.key(x).view(shape).transpose(1, 2)
        v = self.value(x).view(shape).transpose(1, 2)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        out: Tensor = self.mixed(mixed.transpose(1, 2).reshape(batch, length, width))
        return out

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.attend(x, bias)))
        x = self.norm2(x + self.drop(self.narrow(F.gelu(self.wide(x)))))
        return x


class Syntax(nn.Module):
    """Tag of each word, what it hangs on, and how."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.upos = nn.Linear(width, len(UPOS))
        self.arc_word = nn.Linear(width, ARC)
        self.arc_head = nn.Linear(width, ARC)
        self.arc_pair = nn.Linear(ARC, ARC)
        self.relation_word = nn.Linear(width, RELATION)
        self.relation_head = nn.Linear(width, RELATION)
        self.relation = nn.Linear(3 * RELATION, len(RELATIONS))
        self.drop = nn.Dropout(2 * DROPOUT)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Tag scores; query and key of the arc; word and head side of the relation. One row per piece."""
        query = self.arc_pair(self.drop(F.gelu(self.arc_word(x))))
        key = self.drop(F.gelu(self.arc_head(x)))
        word = self.drop(F.gelu(self.relation_word(x)))
        head = self.drop(F.gelu(self.relation_head(x)))
        return self.upos(x), query, key, word, head

    def relations(self, word: Tensor, head: Tensor) -> Tensor:
        """Scores of the relations of pairs."""
        scores: Tensor = self.relation(torch.cat([word * head, word, head], dim=-1))
        return scores


class Meaning(nn.Module):
    """What statements mean: heads over the pieces of a statement."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.piece = nn.Linear(width, MEANING)
        self.wide = nn.Linear(2 * MEANING, INNER_MEANING)
        self.kind = nn.Linear(INNER_MEANING, len(CLAIM_KINDS))
        self.stance = nn.Linear(INNER_MEANING, len(STANCES))
        self.matter = nn.Linear(INNER_MEANING, MATTER)
        self.asks = nn.Linear(MEANING, TIE)
        self.answers = nn.Linear(MEANING, TIE)
        self.nothing = nn.Linear(MEANING, 1)
        self.away = nn.Embedding(2 * FAR, 1)
        self.alike = nn.Embedding(ALIKE, 1)
        self.near_from = nn.Linear(MEANING, TIE)
        self.near_to = nn.Linear(MEANING, TIE, bias=False)
        self.near_between = nn.Linear(MEANING, TIE, bias=False)
        self.near_away = nn.Embedding(2 * FAR, TIE)
        self.near_alike = nn.Embedding(ALIKE, TIE)
        self.near = nn.Linear(TIE, 1)
        self.called = nn.Linear(MEANING, len(NAME_KINDS))
        self.drop = nn.Dropout(2 * DROPOUT)
        for table in (self.away, self.alike, self.near_away, self.near_alike):
            nn.init.zeros_(table.weight)

    def forward(self, x: Tensor) -> Tensor:
        """One row per piece, from the last hidden layer."""
        out: Tensor = self.piece(self.drop(x))
        return out

    def belongs(self, means: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Where names and speakers point, where names are pointed to, the scores of pointing to nothing, and those of
        the kinds of names, from the means over the rows of their pieces.
        """
        inner = self.drop(F.gelu(means, approximate="tanh"))
        return self.asks(inner), self.answers(inner), self.nothing(inner), self.called(inner)

    def beside(self, one: Tensor, other: Tensor, between: Tensor, away: Tensor, alike: Tensor) -> Tensor:
        """What the pointer to a name near by scores more, from the mean rows of both and of the pieces between them."""
        hidden = self.near_from(one) + self.near_to(other) + self.near_between(between)
        hidden = hidden + self.near_away(away) + self.near_alike(alike)
        out: Tensor = self.near(self.drop(F.gelu(hidden, approximate="tanh"))).squeeze(-1)
        return out

    def judge(self, asker: Tensor, whole: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of kinds and of stances, and a vector of length 1, from the means over the rows of the pieces of
        statements: those of the speaker, and all.
        """
        both = F.gelu(torch.cat([asker, whole], dim=-1), approximate="tanh")
        inner = self.drop(F.gelu(self.wide(both), approximate="tanh"))
        return self.kind(inner), self.stance(inner), F.normalize(self.matter(inner), dim=-1)


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the heads say, one row per piece."""

    role: Tensor
    q: Tensor
    k: Tensor
    name: Tensor
    upos: Tensor
    arc_query: Tensor
    arc_key: Tensor
    relation_word: Tensor
    relation_head: Tensor
    reference_query: Tensor
    reference_key: Tensor
    likeness: Tensor

    def all(self) -> tuple[Tensor, ...]:
        """In the order of the exported outputs."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def floats(self) -> Outputs:
        """The same in single precision."""
        return Outputs(*(value.float() for value in self.all()))


OUTPUTS = [*(field.name for field in fields(Outputs)), "meaning"]


class Reader(nn.Module):
    """The encoder with its heads; ``trans`` and ``start`` are the CRF over roles, those with ``name_`` over names."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape, width = shape, shape.width
        self.embeddings = Embeddings(shape.vocabulary, width)
        self.layers = nn.ModuleList(Layer(width) for _ in range(shape.layers))
        if shape.relative:
            self.relative = nn.Embedding(BUCKETS, ATTENTION_HEADS)
        self.drop = nn.Dropout(DROPOUT)
        self.role = nn.Linear(width, len(ROLES))
        self.q = nn.Linear(width, POINTER)
        self.k = nn.Linear(width, POINTER)
        self.name = nn.Linear(width, len(NAMES))
        self.trans = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.start = nn.Parameter(torch.zeros(len(ROLES)))
        self.name_trans = nn.Parameter(torch.zeros(len(NAMES), len(NAMES)))
        self.name_start = nn.Parameter(torch.zeros(len(NAMES)))
        self.syntax = Syntax(width)
        self.reference_query = nn.Linear(width, REFERENCE)
        self.reference_key = nn.Linear(width, REFERENCE)
        self.likeness = nn.Linear(width, LIKENESS)
        self.meaning = Meaning(width)

    def encode(self, ids: Tensor, attention: Tensor, case: Tensor, newline: Tensor) -> Tensor:
        """The last hidden layer."""
        bias = (1.0 - attention[:, None, None, :].float()) * FORBIDDEN
        if self.shape.relative:
            leaning = self.relative.weight.detach()[apart(ids.shape[1]).to(ids.device)]
            bias = bias + leaning.permute(2, 0, 1)
        x: Tensor = self.drop(self.embeddings(ids, case, newline))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def heads(self, whole: Tensor) -> Outputs:
        """All that the heads say of the last hidden layer, but for meaning."""
        x = self.drop(whole)
        return Outputs(
            self.role(x),
            self.q(x),
            self.k(x),
            self.name(x),
            *self.syntax(x),
            self.reference_query(x),
            self.reference_key(x),
            self.likeness(whole),
        )

    def read(self, ids: Tensor, attention: Tensor, case: Tensor, newline: Tensor) -> Outputs:
        """All that the heads say, but for meaning."""
        return self.heads(self.encode(ids, attention, case, newline))

    def forward(self, ids: Tensor, attention: Tensor, case: Tensor, newline: Tensor) -> tuple[Tensor, ...]:
        """All that the heads say."""
        whole = self.encode(ids, attention, case, newline)
        return (*self.heads(whole).all(), self.meaning(whole))

    def crf(self) -> tuple[Tensor, Tensor]:
        """``(trans, start)`` of the CRF over roles, forbidden steps closed."""
        trans, start = forbidden_steps(ROLES)
        return self.trans + trans.to(self.trans.device), self.start + start.to(self.start.device)

    def name_crf(self) -> tuple[Tensor, Tensor]:
        """``(trans, start)`` of the CRF over names, forbidden steps closed."""
        trans, start = forbidden_steps(NAMES)
        return self.name_trans + trans.to(self.trans.device), self.name_start + start.to(self.start.device)


@lru_cache(maxsize=64)
def apart(length: int) -> Tensor:
    """[length, length]: the bucket of the distance from each piece to each, as MPNet counts them.

    The first half of the buckets is for pieces before, the second for those behind; near ones have one each.
    """
    steps = torch.arange(length)[None, :] - torch.arange(length)[:, None]
    half, near = BUCKETS // 2, BUCKETS // 4
    size = steps.abs()
    far = near + ((size.clamp(min=1) / near).log() / math.log(FARTHEST / near) * (half - near)).long()
    return torch.where(size < near, size, far.clamp(max=half - 1)) + half * (steps > 0)


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


def published(state: Mapping[str, Tensor], names: Mapping[str, str] = OLD_NAMES) -> dict[str, Tensor]:
    """The weights of a published BERT by the names of this network; what is not of the encoder keeps its name.

    Args:
        state: the weights as they are published.
        names: what is called how here.
    """
    out = {}
    for key, value in state.items():
        name = {"c.weight": "embeddings.case.weight", "n.weight": "embeddings.newline.weight"}.get(key, key)
        name = name.removeprefix("b.")
        for old, new in names.items():
            name = name.replace(old, new)
        out[name] = value.float()
    return out


def fitted(state: dict[str, Tensor]) -> Reader:
    """A reader with these weights; heads that they lack are new, and a names head with fewer kinds grows."""
    reader = Reader(Shape.of(state))
    old = state.get("name.weight")
    if old is not None and len(old) < len(NAMES):
        for key in ("name.weight", "name.bias"):
            grown = reader.state_dict()[key].clone()
            grown[: len(state[key])] = state[key]
            state[key] = grown
    missing, unknown = reader.load_state_dict(state, strict=False)
    encoder = [key for key in missing if key.startswith(("embeddings.", "layers."))]
    if unknown or encoder:
        raise ValueError(f"weights do not fit: missing {encoder}, unknown {unknown}")
    return reader


def load_onnx(path: Path) -> Reader:
    """A reader from a model on board: its eight bits as floating point."""
    from training.dequantise import weights

    return fitted(weights(path))


def load_reader(path: Path) -> Reader:
    """A reader from a checkpoint of ``training.train``, the warm start's safetensors or a model on board."""
    if path.suffix == ".safetensors":
        return fitted(published(load_file(path)))
    if path.suffix == ".onnx":
        return load_onnx(path)
    return fitted(torch.load(path, map_location="cpu", weights_only=True)["model"])
