"""What likeness is learnt from: the sentence vectors of the untouched all-MiniLM-L6-v2, in fewer dimensions.

    python -m training.likeness --teacher FOLDER [--shared FOLDER] [--to build/training/likeness.pt]

The folder holds ``model.safetensors`` and ``tokenizer.json`` as all-MiniLM-L6-v2 (Apache-2.0) is published. Its vectors
are cut to the directions in which they differ most. Without the file that is written here, training leaves likeness
out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from training.evaluate import SHARED
from training.layers import tree_samples
from training.model import LIKENESS, Reader, Shape, published

BATCH, LONGEST = 64, 128  # sentences at a time; pieces that are read of each


def load_teacher(path: Path) -> Reader:
    """The published encoder in our network; its heads are not used."""
    found = published(load_file(path))
    reader = Reader(Shape.of(found))
    state = reader.state_dict()
    state |= {name: torch.zeros_like(state[name]) for name in ("embeddings.case.weight", "embeddings.newline.weight")}
    reader.load_state_dict(state | {name: value for name, value in found.items() if name in state})
    return reader.eval()


@torch.no_grad()
def vectors(teacher: Reader, tokenizer: Tokenizer, texts: list[str]) -> Tensor:
    """The mean of the last layer for each text, of length 1, as the published model is used."""
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = torch.zeros(len(texts), teacher.likeness.in_features)
    for first in range(0, len(order), BATCH):
        group = order[first : first + BATCH]
        encoded = tokenizer.encode_batch([texts[i] for i in group])
        ids = torch.tensor([e.ids for e in encoded])
        mask = torch.tensor([e.attention_mask for e in encoded])
        none = torch.zeros_like(ids)
        hidden = teacher.encode(ids, mask, none, none) * mask[:, :, None]
        out[group] = F.normalize(hidden.sum(1) / mask.sum(1, keepdim=True), dim=1)
    return out


def narrowed(wide: Tensor) -> Tensor:
    """The directions in which the vectors differ most, without moving their origin."""
    _, _, directions = torch.linalg.svd(wide, full_matrices=False)
    return F.normalize(wide @ directions[:LIKENESS].T, dim=1)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--to", type=Path, default=Path("build/training/likeness.pt"))
    chosen = parser.parse_args()
    texts = sorted(
        {
            " ".join(s.text[sentence[0].start : sentence[-1].end].split())
            for s in tree_samples(chosen.shared / "corpora", "train")
            for sentence in s.sentences or ()
        }
    )
    tokenizer = Tokenizer.from_file(str(chosen.teacher / "tokenizer.json"))
    wide = vectors(load_teacher(chosen.teacher / "model.safetensors"), tokenizer, texts)
    narrow = narrowed(wide)
    a, b = wide[::7], narrow[::7]
    print(f"{len(texts)} sentences; cosines move by {((a @ a.T) - (b @ b.T)).abs().mean():.3f} in the mean")
    chosen.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save(dict(zip(texts, narrow, strict=True)), chosen.to)


if __name__ == "__main__":
    main()
