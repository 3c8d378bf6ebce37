"""Train the reader: statements and names together, from the warm start.

    python -m training.train --settings training/settings.toml [--slice] [--resume]

Writes ``last.pt`` every few minutes and at the end of each epoch, with a line of figures per development set to
``log.txt``. ``--slice`` trains on a handful of texts for one epoch, to see that everything runs.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.augment import Chances, augmented
from training.corpora import (
    Attribution,
    Sample,
    name_samples,
    negative_samples,
    own_samples,
    statement_samples,
    wide_content,
)
from training.evaluate import (
    OWN_DATA,
    SETS,
    describe,
    development,
    held_out,
    measure,
    read_all,
    reading_settings,
    torch_forward,
)
from training.losses import name_loss, pointer_loss, role_loss
from training.model import Reader, load_warm_start
from training.windows import Batch, Window, collate, cut

Settings = dict[str, Any]
NEVER = Chances(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Some texts, how many passes over them one epoch makes, and how they are changed."""

    samples: list[Sample]
    share: float
    chances: Chances


def widened(sample: Sample) -> Sample:
    """One of the project's own reports with its content spans by PolNeAR's rule, so that both teach the same."""
    attributions = tuple(
        Attribution(a.source, a.cue, tuple(wide_content(sample.text, s) for s in a.content))
        for a in sample.attributions or ()
    )
    return Sample(sample.id, sample.text, attributions)


def load_corpora(settings: Settings) -> list[Corpus]:
    """Everything that is trained on."""
    corpora = Path(settings["shared"]) / "corpora"
    share = settings["share"]
    chances = {name: Chances(**values) for name, values in settings["chances"].items()}
    own = [widened(s) for s in held_out(own_samples(OWN_DATA))[0]]
    names = name_samples(corpora / "ner" / "train.jsonl") + name_samples(corpora / "ner" / "wikigold.jsonl")
    return [
        Corpus(statement_samples(corpora / "attribution" / "train.jsonl"), share["polnear"], chances["polnear"]),
        Corpus(own, share["own"], chances["own"]),
        Corpus(negative_samples(corpora / "attribution" / "gum_train.jsonl"), share["negative"], NEVER),
        Corpus(names, share["names"], NEVER),
    ]


def drawn(corpus: Corpus, epoch: int, seed: int) -> Iterator[Sample]:
    """The texts of one epoch. A share below 1 goes through the corpus in turn, so that no text is passed over."""
    order = corpus.samples[:]
    count = len(order)
    whole, rest = divmod(round(corpus.share * count), max(1, count))
    for _ in range(whole):
        yield from order
    random.Random(seed).shuffle(order)
    for i in range(rest):
        yield order[(epoch * rest + i) % count]


def epoch_windows(corpora: list[Corpus], tokenizer: Tokenizer, epoch: int, settings: Settings) -> list[Window]:
    """The windows of one epoch, in their order."""
    chance = random.Random(settings["seed"] * 1000 + epoch)
    out: list[Window] = []
    for corpus in corpora:
        for sample in drawn(corpus, epoch, settings["seed"]):
            changed = augmented(sample, corpus.chances, chance)
            out += cut(changed, tokenizer, settings["window"], chance)
    chance.shuffle(out)
    # windows of like length stand together within a stretch, so that little is padded
    size = settings["batch"]
    stretches = [sorted(out[i : i + 20 * size], key=length) for i in range(0, len(out), 20 * size)]
    batches = [stretch[i : i + size] for stretch in stretches for i in range(0, len(stretch), size)]
    chance.shuffle(batches)
    return [window for batch in batches for window in batch]


def length(window: Window) -> int:
    """Pieces of a window."""
    return window.high - window.low


def optimiser(reader: Reader, settings: Settings) -> torch.optim.AdamW:
    """AdamW with one rate for the encoder and one for the heads."""
    encoder = [*reader.embeddings.parameters(), *reader.layers.parameters()]
    inner = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in inner]
    rate = settings["rate"]
    groups = [{"params": encoder, "lr": rate["encoder"]}, {"params": heads, "lr": rate["heads"]}]
    return torch.optim.AdamW(groups, weight_decay=rate["decay"])


def rate_factor(done: float, warm_up: float) -> float:
    """Share of the full learning rate when ``done`` of all training lies behind: up, then down in a line."""
    return min(done / warm_up, 1.0) * (1.0 - done) + 1e-3


def loss_of(reader: Reader, batch: Batch, weight: dict[str, float]) -> tuple[Tensor, list[float]]:
    """The weighted loss and its parts."""
    with torch.autocast("cpu", torch.bfloat16):
        role, q, k, name = reader(*batch.inputs)
    parts = [role_loss(role, reader.crf(), batch), pointer_loss(q, k, batch), name_loss(name, batch)]
    total = weight["role"] * parts[0] + weight["pointer"] * parts[1] + weight["name"] * parts[2]
    return total, [part.item() for part in parts]


class Run:
    """One training run with its state on disk."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = Path(settings["to"])
        self.folder.mkdir(parents=True, exist_ok=True)
        warm = Path(settings["warm_start"])
        self.tokenizer = Tokenizer.from_file(str(warm / "tokenizer.json"))
        torch.manual_seed(settings["seed"])
        self.reader = load_warm_start(warm / "model.safetensors")
        self.optimiser = optimiser(self.reader, settings)
        self.epoch, self.batch = 0, 0
        self.saved = time.monotonic()

    def say(self, line: str) -> None:
        """A line to the screen and to the log."""
        line = f"{time.strftime('%H:%M:%S')} {line}"
        print(line, flush=True)
        with (self.folder / "log.txt").open("a", encoding="utf8") as log:
            log.write(line + "\n")

    def save(self, name: str) -> None:
        """Everything that is needed to go on."""
        state = {
            "model": self.reader.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "batch": self.batch,
        }
        scratch = self.folder / "writing.pt"
        torch.save(state, scratch)
        scratch.replace(self.folder / name)
        self.saved = time.monotonic()

    def resume(self) -> None:
        """Go on where ``last.pt`` stopped."""
        state = torch.load(self.folder / "last.pt", map_location="cpu", weights_only=True)
        self.reader.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.batch = state["epoch"], state["batch"]
        self.say(f"resumed at epoch {self.epoch}, batch {self.batch}")

    def step(self, group: list[Window], done: float) -> list[float]:
        """One step; the three losses."""
        factor = rate_factor(done, self.settings["rate"]["warm_up"])
        rates = (self.settings["rate"]["encoder"], self.settings["rate"]["heads"])
        for parameters, rate in zip(self.optimiser.param_groups, rates, strict=True):
            parameters["lr"] = rate * factor
        loss, parts = loss_of(self.reader, collate(group, self.settings["margin"]), self.settings["weight"])
        self.optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        return parts

    def train_epoch(self, corpora: list[Corpus]) -> None:
        """The rest of one epoch."""
        size = self.settings["batch"]
        windows = epoch_windows(corpora, self.tokenizer, self.epoch, self.settings)
        count = -(-len(windows) // size)
        sums, begun, first = [0.0, 0.0, 0.0], time.monotonic(), self.batch
        self.reader.train()
        while self.batch < count:
            group = windows[self.batch * size : (self.batch + 1) * size]
            parts = self.step(group, (self.epoch + self.batch / count) / self.settings["epochs"])
            sums = [a + b for a, b in zip(sums, parts, strict=True)]
            self.batch += 1
            if self.batch % 25 == 0 or self.batch == count:
                number = self.batch - first
                means = " ".join(f"{s / number:.4f}" for s in sums)
                pace = (time.monotonic() - begun) / number
                self.say(f"epoch {self.epoch} batch {self.batch}/{count} losses {means} {pace:.2f} s a batch")
            if time.monotonic() - self.saved > 60 * self.settings["checkpoint_minutes"]:
                self.save("last.pt")
        self.epoch, self.batch = self.epoch + 1, 0
        self.save("last.pt")
        self.save(f"epoch{self.epoch}.pt")

    def evaluate(self, sets: tuple[str, ...]) -> None:
        """One line of figures per development set."""
        decoding = reading_settings(self.reader)
        forward = torch_forward(self.reader)
        for name in sets:
            samples = development(Path(self.settings["shared"]), name)
            readings = list(read_all(samples, self.tokenizer, forward, decoding))
            self.say(f"  after {self.epoch} {name:9}{describe(measure(readings, decoding))}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--settings", type=Path, default=Path(__file__).parent / "settings.toml")
    parser.add_argument("--slice", action="store_true", help="a handful of texts, one epoch")
    parser.add_argument("--resume", action="store_true", help="go on from last.pt")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf8"))
    torch.set_num_threads(settings["threads"])
    corpora = load_corpora(settings)
    if chosen.slice:
        settings |= {"epochs": 1, "to": settings["to"] + "-slice"}
        corpora = [Corpus(c.samples[:8], min(c.share, 1), c.chances) for c in corpora]
    run = Run(settings)
    if chosen.resume:
        run.resume()
    sets = ("seeds",) if chosen.slice else SETS
    while run.epoch < settings["epochs"]:
        run.train_epoch(corpora)
        run.evaluate(sets)


if __name__ == "__main__":
    main()
