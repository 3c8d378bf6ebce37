"""Train the reader: every head together, from the warm start, in the stages of the settings.

    python -m training.train --settings training/settings.toml [--shared FOLDER] [--slice] [--resume]

Writes ``last.pt`` every few minutes and after each epoch; at the end, and after the epochs that the settings name, a
line of figures per development set to ``log.txt``. ``--slice`` trains on a handful of texts for one
epoch, to see that everything runs. Where the settings name a teacher, the reader learns from what it says, too
(``training/teaching.py``).
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.augment import Chances, augmented, name_pool
from training.chains import reference_samples
from training.conflicts import conflict_samples, is_held, is_later
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
from training.marked import all_marked
from training.meanings import Conflict, conflicts, judge, merged
from training.meanings import losses as meaning_losses
from training.meanings import measure as measure_meanings
from training.model import Outputs, Reader, load_reader
from training.teaching import taught, taught_meaning, taught_rows
from training.windows import Batch, Window, collate, cut

Settings = dict[str, Any]
Inputs = tuple[Tensor, Tensor, Tensor, Tensor]  # as of windows.Batch
NEVER = Chances(0, 0, 0, 0)
CLUSTERS_OWN = OWN_DATA.parents[1] / "evaluation" / "clusters-own"
NAMED = ("trees", "wikigold")  # where names that stand in for others are taken from
AHEAD = 4  # batches that each worker makes ahead
GROUPS = ("encoder", "marks", "heads")  # what has a learning rate of its own
MARKS = ("embeddings.case", "embeddings.newline")  # what no published encoder knows


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
        "clusters": [
            s
            for folder in settings.get("clusters", [CLUSTERS_OWN])
            for s in cluster_samples(Path(folder), settings["later"])
        ],
        "conflicts": small_conflicts(settings["later"]),
        "negative": negative_samples(corpora / "attribution" / "gum_train.jsonl"),
        "trees": tree_samples(corpora, "train"),
        "spaced": tree_samples(corpora, "train", spaced=True),
        "wikigold": name_samples(corpora / "ner" / "wikigold.jsonl"),
        "references": list(reference_samples()),
    }
    chances |= {"clusters": chances["own"], "conflicts": chances["own"], "excerpts": chances["polnear"]}
    chances["references"] = replace(chances["wikigold"], pronouns=0, renamed=0)
    return [Corpus(name, found, chances.get(name, NEVER)) for name, found in samples.items()]


def small_conflicts(later: bool) -> list[Sample]:
    """The reports of the small conflicts, with those of which the signs are learnt or without."""
    kept = (s for s in conflict_samples() if later or not is_later(s.id.rpartition("/")[0]))
    return [replace(widened(s), names=s.names, kinds=s.kinds) for s in kept]


def cluster_samples(folder: Path, later: bool) -> list[Sample]:
    """Statements and names of the project's own clusters, but for those that are held out; ``later`` as above."""
    out = []
    for path in sorted(folder.iterdir()):
        if not path.is_dir() or path.name in CLUSTERS_HELD_OUT or (is_later(path.name) and not later):
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


T = TypeVar("T")


def drawn(corpus: list[T], share: float, epoch: int, seed: int) -> Iterator[T]:
    """The texts of one epoch. A share below 1 goes through the corpus in turn, so that no text is passed over."""
    order = corpus[:]
    count = len(order)
    whole, rest = divmod(round(share * count), max(1, count))
    for _ in range(whole):
        yield from order
    random.Random(seed).shuffle(order)
    for i in range(rest):
        yield order[(epoch * rest + i) % count]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step learns from."""

    done: float  # of the epoch, behind it
    batch: Batch
    conflict: Conflict | None


@dataclass(frozen=True, slots=True)
class Taught:
    """Everything that is trained on."""

    corpora: list[Corpus]
    conflicts: list[Conflict]  # what statements mean: the small conflicts, the own reports
    ledgers: list[Conflict]  # the same of clusters
    tokenizer: Tokenizer


def epoch_steps(taught: Taught, epoch: int, settings: Settings, place: int = 0, of: int = 1) -> Iterator[Step]:
    """The steps of one epoch; of ``of`` workers the one at ``place`` makes every ``of``-th text its own."""
    chance = random.Random(settings["seed"] * 1000 + epoch)
    shares, seed = stage_at(settings, epoch)[0]["share"], settings["seed"]
    order = [(c, s) for c in taught.corpora for s in drawn(c.samples, shares.get(c.name, 0), epoch, seed)]
    chance.shuffle(order)
    apart = list(drawn(taught.conflicts, shares.get("meaning", 0), epoch, seed))
    apart += drawn(taught.ledgers, shares.get("ledgers", 0), epoch, seed)
    chance.shuffle(apart)
    order, apart = order[place::of], apart[place::of]
    chance = random.Random((settings["seed"] * 1000 + epoch) * 1000 + place)
    pool = name_pool([sample for corpus in taught.corpora if corpus.name in NAMED for sample in corpus.samples])
    held: list[Window] = []
    given = 0
    for number, (corpus, sample) in enumerate(order, 1):
        held += cut(augmented(sample, corpus.chances, chance, pool), taught.tokenizer, settings["window"], chance)
        if len(held) < settings["stretch"] * settings["batch"] and number < len(order):
            continue
        groups = list(full(sorted(held, key=length), settings["batch"] * settings["window"]))
        chance.shuffle(groups)
        due = round(len(apart) * number / len(order)) - given
        for n, group in enumerate(groups):
            with_it = apart[given + due * n // len(groups) : given + due * (n + 1) // len(groups)]
            yield Step(number / len(order), collate(group, settings["margin"]), merged(with_it) if with_it else None)
        given, held = given + due, []


class Steps(IterableDataset[Step]):
    """The steps of one epoch, made by workers of their own where there are some."""

    def __init__(self, taught: Taught, epoch: int, settings: Settings) -> None:
        self.taught, self.epoch, self.settings = taught, epoch, settings

    def __iter__(self) -> Iterator[Step]:
        worker = get_worker_info()
        place, of = (worker.id, worker.num_workers) if worker else (0, 1)
        return epoch_steps(self.taught, self.epoch, self.settings, place, of)


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


def optimiser(reader: Reader, turn: nn.Module, settings: Settings) -> torch.optim.AdamW:
    """AdamW with a rate each for the encoder, its marks for case and lines, and the heads."""
    groups: dict[str, list[nn.Parameter]] = {group: [] for group in GROUPS}
    for name, parameter in reader.named_parameters():
        inner = name.startswith(("embeddings.", "layers."))
        group = "marks" if name.startswith(MARKS) else "encoder" if inner else "heads"
        groups[group].append(parameter)
    groups["heads"] += turn.parameters()
    rate = settings["rate"]
    listed = [{"params": groups[group], "lr": rate[group]} for group in GROUPS]
    return torch.optim.AdamW(listed, weight_decay=rate["decay"], fused=True)


@lru_cache
def has_bfloat16(device: str) -> bool:
    """Whether matrix products in bfloat16 are quick here: on a graphics card, or a processor that says so."""
    flags = Path("/proc/cpuinfo")
    if device != "cpu":
        return bool(torch.cuda.is_bf16_supported())
    return flags.exists() and any(word in flags.read_text(encoding="utf8") for word in ("avx512_bf16", "amx_bf16"))


def losses_of(reader: Reader, out: Outputs, batch: Batch, wanted: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of everything that is marked in a batch."""
    attention = batch.inputs[1]
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
    return parts


def side_by_side(parts: Sequence[Inputs]) -> Inputs:
    """Windows of several batches as one."""
    width = max(each[0].shape[1] for each in parts)
    joined = (torch.cat([F.pad(x[k], (0, width - x[k].shape[1])) for x in parts]) for k in range(4))
    return tuple(joined)  # type: ignore[return-value]


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
        self.reader = self.quick(load_reader(warm).to(self.device))
        self.teacher = self.find_teacher()
        wide = self.teacher.shape.width if self.teacher else 1
        self.turn = nn.Linear(self.reader.shape.width, wide).to(self.device)  # to the teacher's rows
        likeness = self.folder / "likeness.pt"
        held = torch.load(likeness, weights_only=True) if likeness.exists() else {}
        self.wanted = {text: vector.to(self.device) for text, vector in held.items()}
        self.optimiser = optimiser(self.reader, self.turn, settings)
        self.epoch, self.batch = 0, 0
        self.saved = time.monotonic()

    def find_teacher(self) -> Reader | None:
        """The network that the settings name, where it is there."""
        path = Path(self.settings.get("teacher", ""))
        if path.is_file():
            return self.quick(load_reader(path).to(self.device).eval().requires_grad_(False))
        if "teacher" in self.settings:
            self.say(f"{path}: no teacher there, it is learnt from what is marked alone")
        return None

    def quick(self, reader: Reader) -> Reader:
        """The same, its layers compiled on a graphics card."""
        if self.device == "cuda":
            for layer in reader.layers:
                layer.compile(dynamic=True)
        return reader

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
            "turn": self.turn.state_dict(),
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
        self.turn.load_state_dict(state["turn"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.batch = state["epoch"], state["batch"]
        self.say(f"resumed at epoch {self.epoch}, batch {self.batch}")

    def encoded(self, reader: Reader, inputs: Inputs) -> Tensor:
        """The last hidden layer, in half precision where that is quick."""
        with torch.autocast(self.device, torch.bfloat16, enabled=has_bfloat16(self.device)):
            return reader.encode(*inputs)

    def heads(self, reader: Reader, hidden: Tensor) -> Outputs:
        """What the heads say of it."""
        with torch.autocast(self.device, torch.bfloat16, enabled=has_bfloat16(self.device)):
            return reader.heads(hidden).floats()

    def rows(self, reader: Reader, parts: Sequence[Inputs]) -> list[Tensor]:
        """The last hidden layer of several batches: at once on a graphics card, else each by itself, without padding
        the short windows of one to the length of the other's.
        """
        if self.device == "cpu":
            return [self.encoded(reader, each) for each in parts]
        rows = self.encoded(reader, side_by_side(parts)).split([len(each[0]) for each in parts])
        return [each[:, : inputs[0].shape[1]] for each, inputs in zip(rows, parts, strict=True)]

    def parts(self, step: Step) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
        """The losses of what is marked, and of what the teacher says."""
        batch = step.batch.to(self.device)
        conflict = step.conflict and step.conflict.to(self.device)
        inputs = [each.inputs for each in (batch, conflict) if each]
        rows = self.rows(self.reader, inputs)
        out = self.heads(self.reader, rows[0])
        marked, teaching = losses_of(self.reader, out, batch, self.wanted), {}
        said = judge(self.reader, conflict, rows[1].float()) if conflict else None
        if conflict and said:
            marked |= meaning_losses(said, conflict)
        if self.teacher is None:
            return marked, teaching
        with torch.no_grad():
            told = self.rows(self.teacher, inputs)
            wanted = self.heads(self.teacher, told[0])
            judged = judge(self.teacher, conflict, told[1].float()) if conflict else None
        mine, theirs = (torch.cat([one.flatten(0, 1) for one in each]) for each in (rows, told))
        attended = torch.cat([attention.flatten() for _, attention, *_ in inputs])
        teaching["rows"] = taught_rows(self.turn(mine.float()), theirs.float(), attended)
        teaching |= taught(out, wanted, self.reader, self.teacher, batch)
        if conflict and said and judged:
            teaching |= taught_meaning(said, judged, conflict)
        return marked, teaching

    def step(self, step: Step) -> dict[str, Tensor]:
        """One step; the losses."""
        stage, first, last = stage_at(self.settings, self.epoch)
        factor = first + (last - first) * step.done
        for parameters, group in zip(self.optimiser.param_groups, GROUPS, strict=True):
            parameters["lr"] = self.settings["rate"][group] * factor
        marked, teaching = self.parts(step)
        loss = torch.stack(
            [stage["weight"][name] * part for name, part in marked.items()]
            + [stage["teach"][name] * part for name, part in teaching.items()]
        ).sum()
        self.optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), self.settings["clip"])
        self.optimiser.step()
        return {n: p.detach() for n, p in marked.items()} | {f"~{n}": p.detach() for n, p in teaching.items()}

    def train_epoch(self, taught: Taught) -> None:
        """The rest of one epoch."""
        workers = self.settings["workers"] if self.device == "cuda" else 0
        steps = DataLoader(
            Steps(taught, self.epoch, self.settings),
            batch_size=None,
            num_workers=workers,
            prefetch_factor=AHEAD if workers else None,
        )
        recent: deque[dict[str, Tensor]] = deque(maxlen=50)
        begun, first, pieces = time.monotonic(), self.batch, 0
        self.reader.train()
        for number, step in enumerate(steps):
            if number < first:
                continue
            recent.append(self.step(step))
            pieces += sum(int(each.inputs[1].sum()) for each in (step.batch, step.conflict) if each)
            self.batch += 1
            if (self.batch - first) % 25 == 0:
                pace = pieces / (time.monotonic() - begun)
                self.say(f"epoch {self.epoch} {step.done:.2f} {means(recent)} {pace:.0f} pieces a second")
            if time.monotonic() - self.saved > 60 * self.settings["checkpoint_minutes"]:
                self.save("last.pt")
        self.epoch, self.batch = self.epoch + 1, 0
        self.save("last.pt")

    def evaluate(self, sets: tuple[str, ...], held: dict[str, list[Conflict]]) -> None:
        """One line of figures per development set, and per set of conflicts that are held out."""
        decoding = reading_settings(self.reader)
        forward = torch_forward(self.reader, self.device)
        for name in sets:
            samples = development(Path(self.settings["shared"]), name)
            readings = list(read_all(samples, self.tokenizer, forward, decoding))
            self.say(f"  after {self.epoch} {name:9}{describe(measure(readings, decoding))}")
        for name, left in held.items():
            self.say(f"  after {self.epoch} {name}: {measure_meanings(self.reader, left, self.device)}")


def means(recent: Iterable[dict[str, Tensor]]) -> str:
    """The means of some losses in one line."""
    found: dict[str, list[Tensor]] = {}
    for each in recent:
        for name, value in each.items():
            found.setdefault(name, []).append(value)
    return " ".join(f"{name} {float(torch.stack(values).mean()):.3f}" for name, values in found.items())


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
    if chosen.slice:
        settings["to"] += "-slice"
    torch.set_num_threads(settings["threads"])
    torch.set_float32_matmul_precision("high")  # products of the heads in TF32, on a graphics card
    run = Run(settings)
    corpora = load_corpora(settings)
    marked = list(all_marked())
    if chosen.slice:
        stage = settings["stage"][0]
        settings["stage"] = [stage | {"epochs": 1, "share": dict.fromkeys(stage["share"], 1)}]
        corpora = [Corpus(c.name, c.samples[:4], c.chances) for c in corpora]
        marked = [one for one in marked if one.conflict in ("aa-01", "aa-06", "itavera")]
    free = [one for one in marked if not one.held_out and (settings["later"] or not is_later(one.conflict))]
    small, long = ([one for one in free if (CLUSTERS_OWN / one.conflict).is_dir() == each] for each in (False, True))
    taught = Taught(corpora, conflicts(run.tokenizer, small), conflicts(run.tokenizer, long), run.tokenizer)
    held = {
        "small conflicts": conflicts(run.tokenizer, (one for one in marked if is_held(one.conflict))),
        "clusters": conflicts(run.tokenizer, (one for one in marked if one.conflict in CLUSTERS_HELD_OUT)),
    }
    if chosen.resume:
        run.resume()
    last = sum(stage["epochs"] for stage in settings["stage"])
    while run.epoch < last:
        run.train_epoch(taught)
        if run.epoch == last or run.epoch in settings["evaluate_after"]:
            run.evaluate(("seeds",) if chosen.slice else SETS, held)


if __name__ == "__main__":
    main()
