"""Train the reader: every head together, from the warm start, in the stages of the settings.

    python -m training.train --settings training/settings.toml [--shared FOLDER] [--slice] [--resume]

Writes ``last.pt`` every few minutes and ``epochN.pt`` after each epoch; at the end, and after the epochs that the
settings name, a line of figures per development set to ``log.txt``. ``--slice`` trains on a handful of texts for one
epoch, to see that everything runs.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.augment import Chances, augmented, name_pool
from training.conflicts import conflict_samples
from training.corpora import (
    CLUSTERS_HELD_OUT,
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
from training.excerpts import excerpts
from training.layers import cluster_names, tree_samples, with_own_names
from training.losses import crf_loss, likeness_loss, pointer_loss, reference_loss, syntax_losses
from training.model import Reader, load_reader
from training.windows import Batch, Window, collate, cut

Settings = dict[str, Any]
NEVER = Chances(0, 0, 0, 0)
CLUSTERS_OWN = OWN_DATA.parents[1] / "evaluation" / "clusters-own"
NAMED = ("trees", "wikigold")  # where names that stand in for others are taken from
LOSSES = ("role", "pointer", "name", "upos", "arc", "relation", "reference", "likeness")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Some texts, how many passes over them one epoch makes, and how they are changed."""

    name: str
    samples: list[Sample]
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
    chances = {name: Chances(**values) for name, values in settings["chances"].items()}
    own = with_own_names([widened(s) for s in held_out(own_samples(OWN_DATA))[0]], OWN_DATA / "claims")
    polnear = statement_samples(corpora / "attribution" / "train.jsonl")
    samples = {
        "polnear": polnear,
        "excerpts": list(excerpts(polnear, settings["seed"])),
        "own": own,
        "clusters": [s for folder in settings.get("clusters", [CLUSTERS_OWN]) for s in cluster_samples(Path(folder))],
        "conflicts": [replace(widened(s), names=s.names, kinds=s.kinds) for s in conflict_samples()],
        "negative": negative_samples(corpora / "attribution" / "gum_train.jsonl"),
        "trees": tree_samples(corpora, "train"),
        "spaced": tree_samples(corpora, "train", spaced=True),
        "wikigold": name_samples(corpora / "ner" / "wikigold.jsonl"),
    }
    chances |= {"clusters": chances["own"], "conflicts": chances["own"], "excerpts": chances["polnear"]}
    return [Corpus(name, found, chances.get(name, NEVER)) for name, found in samples.items()]


def cluster_samples(folder: Path) -> list[Sample]:
    """Statements and names of the project's own clusters, but for those that are held out."""
    out = []
    for path in sorted(folder.iterdir()):
        if not path.is_dir() or path.name in CLUSTERS_HELD_OUT:
            continue
        listed = json.loads((path / "ledger.json").read_text(encoding="utf8"))["entities"]
        for sample in own_samples(path):
            names = cluster_names(listed, sample.text)
            out.append(replace(widened(sample), id=f"{path.name}/{sample.id}", names=names, kinds=frozenset()))
    return out


def stage_at(settings: Settings, epoch: int) -> tuple[dict[str, Any], float, float]:
    """The stage of an epoch, with the factors of the learning rate at its beginning and its end."""
    for stage in settings["stage"]:
        if epoch < stage["epochs"]:
            first, last = stage["rate"]
            step = (last - first) / stage["epochs"]
            return stage, first + step * epoch, first + step * (epoch + 1)
        epoch -= stage["epochs"]
    raise ValueError(f"no stage holds epoch {epoch}")


def drawn(corpus: Corpus, share: float, epoch: int, seed: int) -> Iterator[Sample]:
    """The texts of one epoch. A share below 1 goes through the corpus in turn, so that no text is passed over."""
    order = corpus.samples[:]
    count = len(order)
    whole, rest = divmod(round(share * count), max(1, count))
    for _ in range(whole):
        yield from order
    random.Random(seed).shuffle(order)
    for i in range(rest):
        yield order[(epoch * rest + i) % count]


def epoch_batches(corpora: list[Corpus], tokenizer: Tokenizer, epoch: int, settings: Settings) -> list[list[Window]]:
    """The windows of one epoch in their batches, in their order."""
    chance = random.Random(settings["seed"] * 1000 + epoch)
    shares = stage_at(settings, epoch)[0]["share"]
    out: list[Window] = []
    pool = name_pool([sample for corpus in corpora if corpus.name in NAMED for sample in corpus.samples])
    for corpus in corpora:
        for sample in drawn(corpus, shares.get(corpus.name, 0), epoch, settings["seed"]):
            changed = augmented(sample, corpus.chances, chance, pool)
            out += cut(changed, tokenizer, settings["window"], chance)
    chance.shuffle(out)
    # windows of like length stand together within a stretch, so that little is padded
    size = settings["batch"]
    stretches = [sorted(out[i : i + 20 * size], key=length) for i in range(0, len(out), 20 * size)]
    batches = [batch for stretch in stretches for batch in full(stretch, size * settings["window"])]
    chance.shuffle(batches)
    return batches


def full(windows: list[Window], most: int) -> Iterator[list[Window]]:
    """Batches of at most ``most`` pieces, padding counted, of windows sorted by length."""
    batch: list[Window] = []
    for window in windows:
        if batch and (len(batch) + 1) * length(window) > most:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


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
    return torch.optim.AdamW(groups, weight_decay=rate["decay"], fused=True)


@lru_cache
def has_bfloat16(device: str) -> bool:
    """Whether matrix products in bfloat16 are quick here: on a graphics card, or a processor that says so."""
    flags = Path("/proc/cpuinfo")
    if device != "cpu":
        return bool(torch.cuda.is_bf16_supported())
    return flags.exists() and any(word in flags.read_text(encoding="utf8") for word in ("avx512_bf16", "amx_bf16"))


def loss_of(
    reader: Reader, batch: Batch, weight: dict[str, float], wanted: dict[str, Tensor]
) -> tuple[Tensor, list[float]]:
    """The weighted loss and its parts; 0 for those of which the batch teaches nothing."""
    attention = batch.inputs[1]
    device = attention.device.type
    with torch.autocast(device, torch.bfloat16, enabled=has_bfloat16(device)):
        out = reader.read(*batch.inputs).floats()
    parts = {
        "role": crf_loss(out.role, reader.crf(), batch.allowed, batch.known, attention),
        "pointer": pointer_loss(out.q, out.k, batch),
        "name": crf_loss(out.name, reader.name_crf(), batch.names, batch.named, attention),
        "reference": reference_loss(out.reference_query, out.reference_key, batch),
    }
    if batch.words:
        syntax = syntax_losses(out, reader.syntax, batch.words)
        parts |= dict(zip(("upos", "arc", "relation"), syntax, strict=True))
        parts["likeness"] = likeness_loss(out.likeness, batch.words, wanted)
    total = sum((weight[name] * part for name, part in parts.items()), torch.zeros((), device=device))
    return total, [parts[name].item() if name in parts else 0.0 for name in LOSSES]


class Run:
    """One training run with its state on disk."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = Path(settings["to"])
        self.folder.mkdir(parents=True, exist_ok=True)
        warm = Path(settings["warm_start"])
        self.tokenizer = Tokenizer.from_file(str(warm.with_name("tokenizer.json")))
        torch.manual_seed(settings["seed"])
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.reader = load_reader(warm).to(self.device)
        likeness = self.folder / "likeness.pt"
        held = torch.load(likeness, weights_only=True) if likeness.exists() else {}
        self.wanted = {text: vector.to(self.device) for text, vector in held.items()}
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
        """Go on where ``last.pt`` stopped; from the beginning where there is none."""
        if not (self.folder / "last.pt").exists():
            return
        state = torch.load(self.folder / "last.pt", map_location="cpu", weights_only=True)
        self.reader.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.batch = state["epoch"], state["batch"]
        self.say(f"resumed at epoch {self.epoch}, batch {self.batch}")

    def step(self, group: list[Window], done: float) -> list[float]:
        """One step, ``done`` of the epoch; the losses."""
        stage, first, last = stage_at(self.settings, self.epoch)
        factor = first + (last - first) * done
        rates = (self.settings["rate"]["encoder"], self.settings["rate"]["heads"])
        for parameters, rate in zip(self.optimiser.param_groups, rates, strict=True):
            parameters["lr"] = rate * factor
        batch = collate(group, self.settings["margin"]).to(self.device)
        loss, parts = loss_of(self.reader, batch, stage["weight"], self.wanted)
        self.optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), self.settings["clip"])
        self.optimiser.step()
        return parts

    def train_epoch(self, corpora: list[Corpus]) -> None:
        """The rest of one epoch."""
        batches = epoch_batches(corpora, self.tokenizer, self.epoch, self.settings)
        count = len(batches)
        recent: deque[list[float]] = deque(maxlen=50)
        begun, first, pieces = time.monotonic(), self.batch, 0
        self.reader.train()
        while self.batch < count:
            group = batches[self.batch]
            recent.append(self.step(group, self.batch / count))
            pieces += sum(map(length, group))
            self.batch += 1
            if (self.batch - first) % 25 == 0 or self.batch == count:
                means = " ".join(
                    f"{name} {sum(parts) / max(1, sum(p > 0 for p in parts)):.3f}"
                    for name, parts in zip(LOSSES, zip(*recent, strict=True), strict=True)
                )
                pace = pieces / (time.monotonic() - begun)
                self.say(f"epoch {self.epoch} batch {self.batch}/{count} {means} {pace:.0f} pieces a second")
            if time.monotonic() - self.saved > 60 * self.settings["checkpoint_minutes"]:
                self.save("last.pt")
        self.epoch, self.batch = self.epoch + 1, 0
        self.save("last.pt")
        self.save(f"epoch{self.epoch}.pt")

    def evaluate(self, sets: tuple[str, ...]) -> None:
        """One line of figures per development set."""
        reader = self.reader.to("cpu")
        decoding = reading_settings(reader)
        forward = torch_forward(reader)
        for name in sets:
            samples = development(Path(self.settings["shared"]), name)
            readings = list(read_all(samples, self.tokenizer, forward, decoding))
            self.say(f"  after {self.epoch} {name:9}{describe(measure(readings, decoding))}")
        self.reader.to(self.device)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--settings", type=Path, default=Path(__file__).parent / "settings.toml")
    parser.add_argument("--shared", help="where the corpora lie, in place of what the settings say")
    parser.add_argument("--slice", action="store_true", help="a handful of texts, one epoch")
    parser.add_argument("--resume", action="store_true", help="go on from last.pt")
    chosen = parser.parse_args()
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf8"))
    settings["shared"] = chosen.shared or settings["shared"]
    torch.set_num_threads(settings["threads"])
    corpora = load_corpora(settings)
    if chosen.slice:
        settings["stage"] = [
            settings["stage"][0] | {"epochs": 1, "share": dict.fromkeys(settings["stage"][0]["share"], 1)}
        ]
        settings["to"] += "-slice"
        corpora = [Corpus(c.name, c.samples[:4], c.chances) for c in corpora]
    run = Run(settings)
    if chosen.resume:
        run.resume()
    last = sum(stage["epochs"] for stage in settings["stage"])
    while run.epoch < last:
        run.train_epoch(corpora)
        if run.epoch == last or run.epoch in settings["evaluate_after"]:
            run.evaluate(("seeds",) if chosen.slice else SETS)


if __name__ == "__main__":
    main()
