"""Learn the branch of the network that reads what statements mean.

    python -m training.meanings --weights CHECKPOINT --to OUT [--settings training/meanings.toml] [--resume] [--most N]

The layers below the branch stay as they are and are run once; a step is one conflict with all its reports. The branch
begins as the layers beside it, its heads are new. Learnt together: the kinds of claim of each statement, its stance
(which is not on board), vectors that are alike where two statements of a conflict answer the same question, and a
pointer from names and speakers to names of one party (``training/allegiance.py``). After every epoch the checkpoint is
written and what is held out is measured: ``kinds`` the share of statements of which the likeliest kind is right,
``stance`` the share right, ``ties`` how often the likeliest pointer goes to a name of the party, ``one report`` and
``two reports`` how often two statements on one question are nearer than two on different ones.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reading.decoding import window_bounds
from training.allegiance import Ties, called, report_of, tie_losses, ties_right
from training.conflicts import is_held, is_small
from training.corpora import CLUSTERS_HELD_OUT
from training.decode import batch_inputs, read_pieces
from training.evaluate import CENTRE, CONTEXT
from training.labels import CLAIM_KINDS, STANCES
from training.marked import Marked, all_marked
from training.model import FORBIDDEN, TRUNK, Meaning, Reader, load_reader
from training.windows import UNMARKED, PieceFinder

SETTINGS = Path(__file__).with_name("meanings.toml")
TOKENIZER = Path(__file__).parents[1] / "src" / "sayso" / "reading" / "model" / "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The marked statements of one conflict over the hidden layer of its reports."""

    hidden: Tensor  # [windows, length, width] in half precision
    attention: Tensor  # [windows, length]
    centre: Tensor  # [windows, length] bool: the pieces whose rows are kept, each piece of the reports once
    asker: Tensor  # [statements, pieces]: shares of the speaker's pieces; rows add up to 1
    whole: Tensor  # [statements, pieces]: shares of all its pieces
    report: Tensor  # [statements]: which report each stands in
    kinds: Tensor  # [statements, kinds] float
    kinds_known: Tensor  # [statements] bool
    stance: Tensor  # [statements]; UNMARKED where it was not marked
    compared: Tensor  # [statements, statements] bool: the first of the two is on a question
    together: Tensor  # [statements, statements] bool: they are on one question
    ties: tuple[Ties, ...]  # of its reports, where names are marked

    @classmethod
    def of(cls, reader: Reader, tokenizer: Tokenizer, marked: Sequence[Marked]) -> Conflict:
        """A conflict from all its statements, those of one report beside each other."""
        inputs, centres, told, places, names = [], [], [], [], []
        before = 0
        for number, (_, group) in enumerate(groupby(marked, key=lambda m: m.report)):
            statements = list(group)
            pieces = read_pieces(tokenizer, statements[0].text)
            find = PieceFinder(pieces, len(statements[0].text))
            bounds = list(window_bounds(len(pieces), CENTRE, CONTEXT))
            inputs += [batch_inputs(pieces, [(low, high)]) for low, _, _, high in bounds]
            centres += [(start - low + 1, end - low + 1) for low, start, end, _ in bounds]
            for one in statements:
                speaker, every = (sorted({i + before for span in spans for i in find(span)}) for spans in _parts(one))
                if speaker and every:
                    told.append((number, one))
                    places.append((speaker, every))
            if is_small(statements[0].conflict):
                found = [
                    (each, [i + before for i in sorted(find((each.span.start, each.span.end)))])
                    for each in called(*report_of(statements[0].report))
                ]
                names.append([each for each in found if each[1]])
            before += len(pieces)
        width = max(each[0].shape[1] for each in inputs)
        padded = [
            torch.from_numpy(np.concatenate([np.pad(x[k], ((0, 0), (0, width - x[k].shape[1]))) for x in inputs]))
            for k in range(4)
        ]
        centre = torch.zeros(padded[0].shape, dtype=torch.bool)
        for row, (start, end) in enumerate(centres):
            centre[row, start:end] = True
        with torch.no_grad():
            hidden = reader.trunk(*padded)[0].half()
        asker, whole = (torch.stack([_share(pair[k], before) for pair in places]) for k in (0, 1))
        statements = [one for _, one in told]
        on = torch.tensor([bool(one.questions) for one in statements])
        same = torch.tensor([[bool(a.questions & b.questions) for b in statements] for a in statements])
        other = ~torch.eye(len(statements), dtype=torch.bool)
        return cls(
            hidden, padded[1], centre, asker, whole,
            report=torch.tensor([number for number, _ in told]),
            kinds=torch.tensor([[float(_label(k) in (one.kinds or ())) for k in CLAIM_KINDS] for one in statements]),
            kinds_known=torch.tensor([one.kinds is not None for one in statements]),
            stance=torch.tensor([STANCES.index(s.stance) if s.stance in STANCES else UNMARKED for s in statements]),
            compared=on[:, None] & other,
            together=same & other,
            ties=tuple(Ties.of(f, torch.stack([_share(p, before) for _, p in f])) for f in names if f),
        )  # fmt: skip


def _parts(one: Marked) -> tuple[Iterable[Any], Iterable[Any]]:
    """The spans of the speaker, else of the cue, and all spans."""
    return one.source or one.cue, one.spans


def _share(places: Sequence[int], count: int) -> Tensor:
    row = torch.zeros(count)
    row[list(places)] = 1 / len(places)
    return row


def _label(kind: str) -> str:
    return kind.replace("_", " ")


def conflicts(
    reader: Reader, tokenizer: Tokenizer, marked: Iterable[Marked], most: int | None = None
) -> list[Conflict]:
    """The statements by their conflicts (``most`` of these), ready to learn from. Reports of none stand alone."""
    groups: dict[str, list[Marked]] = defaultdict(list)
    for one in marked:
        groups[one.report if one.report.startswith("own/") else one.conflict].append(one)
    return [Conflict.of(reader, tokenizer, group) for group in islice(groups.values(), most)]


def rows_of(branch: Meaning, one: Conflict) -> Tensor:
    """One row per piece of all reports of a conflict."""
    bias = (1.0 - one.attention[:, None, None, :].float()) * FORBIDDEN
    rows: Tensor = branch(one.hidden.float(), bias)[one.centre]
    return rows


def judged(branch: Meaning, one: Conflict, rows: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Scores of kinds and stances, and vectors, of the statements of a conflict."""
    return branch.judge(one.asker @ rows, one.whole @ rows)


def losses(branch: Meaning, one: Conflict, nearness: float) -> dict[str, Tensor]:
    """Cross-entropy of kinds (each on its own, added up) and of stances; minus the log share, among the statements of
    the conflict, of those on the same question; and, where names are marked, the losses of ``tie_losses``.
    """
    rows = rows_of(branch, one)
    kinds, stances, vectors = judged(branch, one, rows)
    nothing = kinds.sum() * 0.0
    known, marked, some = one.kinds_known, one.stance != UNMARKED, one.together.any(1)
    near = (vectors @ vectors.T / nearness).masked_fill(~one.compared, FORBIDDEN)
    share = torch.logsumexp(near, 1) - torch.logsumexp(near.masked_fill(~one.together, FORBIDDEN), 1)
    kind = F.binary_cross_entropy_with_logits(kinds[known], one.kinds[known]) * len(CLAIM_KINDS)
    return {
        "kind": kind if known.any() else nothing,
        "stance": F.cross_entropy(stances[marked], one.stance[marked]) if marked.any() else nothing,
        "question": share[some].mean() if some.any() else nothing,
    } | (tie_losses(branch, rows, one.ties) if one.ties else {})


def measure(branch: Meaning, held: Iterable[Conflict]) -> str:
    """What is held out, in one line."""
    right: dict[str, list[bool]] = defaultdict(list)
    pairs: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one in held:
        with torch.no_grad():
            rows = rows_of(branch, one)
            kinds, stances, vectors = judged(branch, one, rows)
            for ties in one.ties:
                right["ties"] += ties_right(branch, rows, ties)
        some = one.kinds_known & one.kinds.any(1)
        right["kinds"] += (one.kinds[some].gather(1, kinds[some].argmax(1, keepdim=True)) > 0).flatten().tolist()
        marked = one.stance != UNMARKED
        right["stance"] += (stances[marked].argmax(1) == one.stance[marked]).tolist()
        answers = one.together.any(1)
        alike = vectors @ vectors.T
        for i, j in (one.compared & answers[None, :]).nonzero().tolist():
            where = "one report" if one.report[i] == one.report[j] else "two reports"
            pairs[where].append((float(alike[i, j]), bool(one.together[i, j])))
    shares = [f"{name} {sum(each) / max(1, len(each)):.3f} of {len(each)}" for name, each in right.items()]
    return ", ".join([*shares, *(f"{name} {area(each):.3f} of {len(each)}" for name, each in sorted(pairs.items()))])


def area(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a pair on one question is nearer than one on two."""
    ranked = [together for _, together in sorted(pairs)]
    nearer = below = 0
    for together in ranked:
        nearer += below if together else 0
        below += not together
    return nearer / max(1, sum(ranked) * below)


@dataclass(slots=True)
class State:
    """How far the learning has come."""

    epoch: int
    steps: torch.optim.Optimizer


def begin(reader: Reader, settings: Mapping[str, Any]) -> State:
    """The branch of ``reader`` as the layers beside it, nothing learnt yet."""
    branch = reader.meaning
    for layer, beside in zip(branch.layers, reader.layers[TRUNK:], strict=True):
        layer.load_state_dict(beside.state_dict())
    heads = [value for name, value in branch.named_parameters() if not name.startswith("layers.")]
    groups: list[dict[str, Any]] = [{"params": list(branch.layers.parameters())}, {"params": heads}]
    return State(0, torch.optim.AdamW(groups, weight_decay=settings["decay"]))


def learn_epoch(
    reader: Reader, taught: Sequence[Conflict], settings: Mapping[str, Any], state: State
) -> dict[str, float]:
    """Learn from every conflict once more, in an order of chance; the mean of each loss."""
    branch, order, chance = reader.meaning, list(taught), random.Random(settings["seed"])
    for _ in range(state.epoch + 1):
        chance.shuffle(order)
    branch.train()
    rates = [settings["rate"]["layers"], settings["rate"]["heads"]]
    total, means = settings["epochs"] * len(order), defaultdict[str, float](float)
    for count, one in enumerate(order, state.epoch * len(order)):
        pace = min(1.0, count / settings["warm_up"]) * max(0.02, 1 - count / total)
        for group, rate in zip(state.steps.param_groups, rates, strict=True):
            group["lr"] = rate * pace
        found = losses(branch, one, settings["nearness"])
        state.steps.zero_grad()
        loss = torch.stack([settings["weight"][name] * value for name, value in found.items()]).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(branch.parameters(), settings["clip"])
        state.steps.step()
        for name, value in found.items():
            means[name] += float(value.detach()) / len(order)
    branch.eval()
    state.epoch += 1
    return means


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=SETTINGS)
    parser.add_argument("--resume", action="store_true", help="go on from --to, where it is there")
    parser.add_argument("--most", type=int, help="read N conflicts alone")
    chosen = parser.parse_args(arguments)
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf8"))
    torch.manual_seed(settings["seed"])
    reader, tokenizer = load_reader(chosen.weights).eval(), Tokenizer.from_file(str(TOKENIZER))
    marked = list(all_marked())
    held = [one for one in marked if one.held_out]
    taught = conflicts(reader, tokenizer, (one for one in marked if not one.held_out), chosen.most)
    clusters = conflicts(reader, tokenizer, (one for one in held if one.conflict in CLUSTERS_HELD_OUT), chosen.most)
    small = conflicts(reader, tokenizer, (one for one in held if is_held(one.conflict)), chosen.most)
    state = begin(reader, settings)
    if chosen.resume and chosen.to.exists():
        known = torch.load(chosen.to, map_location="cpu", weights_only=True)
        reader.load_state_dict(known["model"])
        state.steps.load_state_dict(known["steps"])
        state.epoch = known["epoch"]
    print(f"{len(taught)} conflicts to learn from", flush=True)
    while state.epoch < settings["epochs"]:
        means = learn_epoch(reader, taught, settings, state)
        torch.save({"model": reader.state_dict(), "steps": state.steps.state_dict(), "epoch": state.epoch}, chosen.to)
        print(f"{state.epoch}: " + ", ".join(f"{name} {value:.3f}" for name, value in means.items()))
        print(f"   small conflicts: {measure(reader.meaning, small)}")
        print(f"   clusters: {measure(reader.meaning, clusters)}", flush=True)


if __name__ == "__main__":
    main()
