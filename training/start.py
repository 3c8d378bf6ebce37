"""What training begins with: fewer word pieces, more layers, and the larger network that teaches.

    python -m training.start pieces --tokenizer FILE --keep 20000 --to FOLDER [--shared FOLDER]
    python -m training.start reader --weights FILE --tokenizer FILE --layers 0 1 2 2 3 3 4 4 5 5 --to FOLDER
    python -m training.start teacher --weights FOLDER --to FOLDER

``pieces`` writes ``tokenizer.json`` with the pieces that come up most often in what is trained on; words of which a
piece is gone are cut into smaller ones. ``reader`` takes a BERT (statements-v1, or a checkpoint) whose words that
``--tokenizer`` cuts, keeps the rows of these pieces and lays its layers above each other in the order named, some of
them twice. ``teacher`` does the same with all-mpnet-base-v2 (Apache-2.0) as it is published, whose pieces are those of
BERT. Both write ``reader.pt`` or ``teacher.pt`` beside the tokenizer.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.conflicts import conflict_samples
from training.corpora import name_samples, own_samples, statement_samples
from training.evaluate import OWN_DATA, SHARED
from training.layers import tree_samples
from training.model import POSITIONS, Reader, Shape, published

SPECIAL = 104  # the first entries of BERT's vocabulary: padding, unused ones, [UNK], [CLS], [SEP], [MASK]
FIRST_OF_MPNET = 4  # its four special pieces stand before those of BERT: <s>, <pad>, </s>, <unk>
SPECIAL_OF_MPNET = {"[PAD]": 1, "[UNK]": 3, "[CLS]": 0, "[SEP]": 2}
ROWS_BEFORE = 2  # of its table of positions, which stand for no place
MPNET_NAMES = {
    "embeddings.word_embeddings": "embeddings.word",
    "embeddings.position_embeddings": "embeddings.position",
    "embeddings.LayerNorm": "embeddings.norm",
    "encoder.relative_attention_bias": "relative",
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "mixed",
    "attention.LayerNorm": "norm1",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "norm2",
    "encoder.layer": "layers",
}


def texts(shared: Path) -> Iterable[str]:
    """Everything that is trained on."""
    corpora = shared / "corpora"
    samples = [
        *statement_samples(corpora / "attribution" / "train.jsonl"),
        *tree_samples(corpora, "train"),
        *name_samples(corpora / "ner" / "wikigold.jsonl"),
        *own_samples(OWN_DATA),
        *conflict_samples(),
    ]
    return (sample.text for sample in samples)


def kept_pieces(vocabulary: dict[str, int], counts: Counter[int], keep: int) -> dict[str, int]:
    """The special pieces, all single characters, then what comes up most often; numbered anew in the old order."""
    names = {number: piece for piece, number in vocabulary.items()}
    always = [n for n, piece in names.items() if n < SPECIAL or len(piece.removeprefix("##")) == 1]
    often = sorted(set(names) - set(always), key=lambda n: (-counts[n], n))
    chosen = sorted([*always, *often[: max(0, keep - len(always))]])
    return {names[n]: place for place, n in enumerate(chosen)}


def fewer_pieces(tokenizer: Path, corpus: Iterable[str], keep: int) -> str:
    """``tokenizer.json`` with ``keep`` pieces."""
    cutter = Tokenizer.from_file(str(tokenizer))
    cutter.no_truncation()
    cutter.no_padding()
    counts = Counter(n for each in cutter.encode_batch(list(corpus), add_special_tokens=False) for n in each.ids)
    written: dict[str, Any] = json.loads(cutter.to_str())
    written["model"]["vocab"] = kept_pieces(written["model"]["vocab"], counts, keep)
    return json.dumps(written, ensure_ascii=False)


def pieces_in(tokenizer: Path) -> list[str]:
    """The pieces of a tokenizer in their order."""
    found: dict[str, int] = Tokenizer.from_file(str(tokenizer)).get_vocab()
    return sorted(found, key=found.__getitem__)


def deepened(state: dict[str, Tensor], before: list[str], after: list[str], layers: list[int]) -> Reader:
    """A reader from another's weights: its rows for the pieces ``after``, its layers in the order of ``layers``."""
    place = {piece: n for n, piece in enumerate(before)}
    rows = state["embeddings.word.weight"][[place[piece] for piece in after]]
    state = state | {"embeddings.word.weight": rows}
    kept = {name: value for name, value in state.items() if not name.startswith("layers.")}
    for number, source in enumerate(layers):
        start = f"layers.{source}."
        kept |= {f"layers.{number}.{n[len(start) :]}": v for n, v in state.items() if n.startswith(start)}
    reader = Reader(Shape.of(kept))
    ours = reader.state_dict()
    reader.load_state_dict(ours | {name: value.clone() for name, value in kept.items() if name in ours})
    return reader


def from_mpnet(state: dict[str, Tensor], before: list[str], after: list[str]) -> Reader:
    """The published MPNet in our network, for the pieces ``after``; its heads are new."""
    kept = published(state, MPNET_NAMES)
    place = {piece: n + FIRST_OF_MPNET for n, piece in enumerate(before)} | SPECIAL_OF_MPNET
    width = kept["embeddings.word.weight"].shape[1]
    kept["embeddings.word.weight"] = kept["embeddings.word.weight"][[place[piece] for piece in after]]
    kept["embeddings.position.weight"] = kept["embeddings.position.weight"][ROWS_BEFORE:][:POSITIONS]
    kept["embeddings.segment.weight"] = torch.zeros(2, width)
    reader = Reader(Shape.of(kept))
    ours = reader.state_dict()
    kept |= {
        f"embeddings.{name}.weight": torch.zeros_like(ours[f"embeddings.{name}.weight"]) for name in ("case", "newline")
    }
    missing = [name for name in ours if name.startswith(("embeddings", "layers", "relative")) and name not in kept]
    if missing:
        raise ValueError(f"no MPNet: {missing} not found")
    reader.load_state_dict(ours | {name: value for name, value in kept.items() if name in ours})
    return reader


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pieces", "reader", "teacher"))
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--tokenizer", type=Path, default=SHARED / "models" / "statements-v1" / "tokenizer.json")
    parser.add_argument("--keep", type=int, default=Shape().vocabulary)
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--to", type=Path, required=True)
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    target = chosen.to / "tokenizer.json"
    if chosen.what == "pieces":
        target.write_text(fewer_pieces(chosen.tokenizer, texts(chosen.shared), chosen.keep), encoding="utf8")
        return
    before, after = pieces_in(chosen.tokenizer), pieces_in(target)
    torch.manual_seed(0)
    if chosen.what == "teacher":
        reader = from_mpnet(load_file(chosen.weights / "model.safetensors"), before, after)
    elif chosen.weights.suffix == ".safetensors":
        reader = deepened(published(load_file(chosen.weights)), before, after, chosen.layers)
    else:
        held = torch.load(chosen.weights, map_location="cpu", weights_only=True)["model"]
        reader = deepened(held, before, after, chosen.layers)
    torch.save({"model": reader.state_dict()}, chosen.to / f"{chosen.what}.pt")


if __name__ == "__main__":
    main()
