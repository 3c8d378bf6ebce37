"""Mix the weights of two checkpoints of one network.

    python -m training.mix NEW OLD --new 0.6 --to FILE

A network that was trained further and the one that it came from, mixed, often read better than either.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.model import Reader, load_reader


def mixed(new: Reader, old: Reader, share: float) -> Reader:
    """``new`` with ``share`` of its own weights and the rest of those of ``old``."""
    before = old.state_dict()
    out = Reader(new.shape)
    out.load_state_dict({key: share * value + (1 - share) * before[key] for key, value in new.state_dict().items()})
    return out


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("new", type=Path)
    parser.add_argument("old", type=Path)
    parser.add_argument("--new", dest="share", type=float, required=True, help="the share of the first, 0 to 1")
    parser.add_argument("--to", type=Path, required=True)
    chosen = parser.parse_args()
    reader = mixed(load_reader(chosen.new), load_reader(chosen.old), chosen.share)
    torch.save({"model": reader.state_dict()}, chosen.to)


if __name__ == "__main__":
    main()
