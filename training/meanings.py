"""What statements mean, as it is learnt: the marked statements of a conflict over all its reports.

Learnt together: the kinds of claim of each statement, its stance, vectors that are alike where
two statements of a conflict answer the same question, and a pointer from names and speakers to names of one party
(``training/allegiance.py``). ``measure`` gives of what is held out: ``kinds`` the share of statements of which the
likeliest kind is right, ``stance`` the share right, ``ties`` how often the likeliest pointer goes to a name of the
party, ``one report`` and ``two reports`` how often two statements on one question are nearer than two on different
ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from sayso.reading.decoding import window_bounds
from training.allegiance import Shares, Ties, called, joined, pointed, report_of, tie_losses, ties_right, together
from training.conflicts import is_small
from training.decode import Array, batch_inputs, read_pieces
from training.evaluate import CENTRE, CONTEXT
from training.labels import CLAIM_KINDS, STANCES
from training.marked import Marked
from training.model import FORBIDDEN, Reader
from training.windows import UNMARKED, PieceFinder

NEARNESS = 0.1  # by which the cosines of statements are divided


@dataclass(frozen=True, slots=True)
class Conflict:
    """The marked statements of some conflicts, with the windows of their reports."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    centre: Tensor  # [windows, length] bool: the pieces whose rows are kept, each piece of the reports once
    asker: Shares  # of each statement the pieces of its speaker
    whole: Shares  # of each statement all its pieces
    report: Tensor  # [statements]: which report each stands in
    kinds: Tensor  # [statements, kinds] float
    kinds_known: Tensor  # [statements] bool
    stance: Tensor  # [statements]; UNMARKED where it was not marked
    compared: Tensor  # [statements, statements] bool: both are of one conflict and the first is on a question
    alike: Tensor  # [statements, statements] bool: they are on one question
    ties: Ties | None  # of the reports where names are marked

    @classmethod
    def of(cls, tokenizer: Tokenizer, marked: Sequence[Marked]) -> Conflict:
        """One conflict from all its statements, those of one report beside each other."""
        inputs: list[tuple[Array, ...]] = []
        centres, told, speakers, wholes, ties, starts = [], [], [], [], [], []
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
                    speakers.append(speaker)
                    wholes.append(every)
            if is_small(statements[0].conflict):
                named = called(*report_of(statements[0].report))
                found = [(each, sorted(find((each.span.start, each.span.end)))) for each in named]
                if found := [each for each in found if each[1]]:
                    ties.append(Ties.of(found))
                    starts.append(before)
            before += len(pieces)
        kept = [one for _, one in told]
        on = torch.tensor([bool(one.questions) for one in kept])
        same = torch.tensor([[bool(a.questions & b.questions) for b in kept] for a in kept])
        other = ~torch.eye(len(kept), dtype=torch.bool)
        return cls(
            *_padded(inputs, centres),
            asker=Shares.of(speakers),
            whole=Shares.of(wholes),
            report=torch.tensor([number for number, _ in told]),
            kinds=torch.tensor([[float(_label(k) in (one.kinds or ())) for k in CLAIM_KINDS] for one in kept]),
            kinds_known=torch.tensor([one.kinds is not None for one in kept]),
            stance=torch.tensor([STANCES.index(s.stance) if s.stance in STANCES else UNMARKED for s in kept]),
            compared=on[:, None] & other,
            alike=same & other,
            ties=joined(ties, starts) if ties else None,
        )

    def to(self, device: str) -> Conflict:
        """The same on another device."""
        moved = (getattr(self, name).to(device) for name in self.__slots__[1:-1])
        return Conflict(
            tuple(tensor.to(device) for tensor in self.inputs),  # type: ignore[arg-type]
            *moved,
            ties=self.ties and self.ties.to(device),
        )


def _parts(one: Marked) -> tuple[Iterable[Any], Iterable[Any]]:
    """The spans of the speaker, else of the cue, and all spans."""
    return one.source or one.cue, one.spans


def _padded(
    inputs: Sequence[tuple[Array, ...]], centres: Sequence[tuple[int, int]]
) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], Tensor]:
    """Windows as one batch, and where their middles are."""
    width = max(each[0].shape[1] for each in inputs)
    padded = tuple(
        torch.from_numpy(np.concatenate([np.pad(x[k], ((0, 0), (0, width - x[k].shape[1]))) for x in inputs]))
        for k in range(4)
    )
    centre = torch.zeros(len(inputs), width, dtype=torch.bool)
    for row, (start, end) in enumerate(centres):
        centre[row, start:end] = True
    return padded, centre  # type: ignore[return-value]


def _label(kind: str) -> str:
    return kind.replace("_", " ")


def conflicts(tokenizer: Tokenizer, marked: Iterable[Marked]) -> list[Conflict]:
    """The statements by their conflicts, ready to learn from. Reports of none stand alone."""
    groups: dict[str, list[Marked]] = defaultdict(list)
    for one in marked:
        groups[one.report if one.report.startswith("own/") else one.conflict].append(one)
    return [Conflict.of(tokenizer, group) for group in groups.values()]


def merged(several: Sequence[Conflict]) -> Conflict:
    """Some conflicts as one, in which nothing of one is compared with anything of another."""
    width = max(each.centre.shape[1] for each in several)
    wide = [width - each.centre.shape[1] for each in several]
    pieces = np.cumsum([0, *(int(each.centre.sum()) for each in several)]).tolist()
    counts = np.cumsum([0, *(len(each.stance) for each in several)]).tolist()

    def shares(name: str) -> Shares:
        moved = (
            getattr(each, name).moved(torch.arange(len(each.stance)) + row, piece, counts[-1])
            for each, row, piece in zip(several, counts[:-1], pieces[:-1], strict=True)
        )
        return together(list(moved))

    tied = [(each.ties, piece) for each, piece in zip(several, pieces[:-1], strict=True) if each.ties]
    inputs = (
        torch.cat([F.pad(c.inputs[k], (0, more)) for c, more in zip(several, wide, strict=True)]) for k in range(4)
    )
    return Conflict(
        tuple(inputs),  # type: ignore[arg-type]
        torch.cat([F.pad(each.centre, (0, more)) for each, more in zip(several, wide, strict=True)]),
        shares("asker"),
        shares("whole"),
        *(torch.cat([getattr(c, name) for c in several]) for name in ("report", "kinds", "kinds_known", "stance")),
        *(torch.block_diag(*(getattr(c, name) for c in several)).bool() for name in ("compared", "alike")),
        ties=joined([ties for ties, _ in tied], [piece for _, piece in tied]) if tied else None,
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """What the head for meaning says of some conflicts."""

    kinds: Tensor  # [statements, kinds]: scores
    stances: Tensor  # [statements, stances]: scores
    near: Tensor  # [statements, statements]: scores of being on one question; FORBIDDEN where not compared
    chances: Tensor | None  # log chances of ``pointed``
    called: Tensor | None  # scores of the kinds of names


def judge(reader: Reader, one: Conflict, hidden: Tensor) -> Judged:
    """From the last hidden layer."""
    branch = reader.meaning
    rows = branch(hidden)[one.centre].float()
    kinds, stances, vectors = branch.judge(one.asker.mean(rows), one.whole.mean(rows))
    near = (vectors @ vectors.T / NEARNESS).masked_fill(~one.compared, FORBIDDEN)
    return Judged(kinds, stances, near, *(pointed(branch, rows, one.ties) if one.ties else (None, None)))


def losses(said: Judged, one: Conflict) -> dict[str, Tensor]:
    """Cross-entropy of kinds (each on its own, added up) and of stances; minus the log share, among the statements of
    the conflict, of those on the same question; and, where names are marked, the losses of ``tie_losses``.
    """
    known, marked, some = one.kinds_known, one.stance != UNMARKED, one.alike.any(1)
    share = torch.logsumexp(said.near, 1) - torch.logsumexp(said.near.masked_fill(~one.alike, FORBIDDEN), 1)
    out = {}
    if known.any():
        out["kind"] = F.binary_cross_entropy_with_logits(said.kinds[known], one.kinds[known]) * len(CLAIM_KINDS)
    if marked.any():
        out["stance"] = F.cross_entropy(said.stances[marked], one.stance[marked])
    if some.any():
        out["question"] = share[some].mean()
    if one.ties and said.chances is not None and said.called is not None:
        out |= tie_losses(said.chances, said.called, one.ties)
    return out


def measure(reader: Reader, held: Iterable[Conflict], device: str = "cpu") -> str:
    """What is held out, in one line."""
    right: dict[str, list[bool]] = defaultdict(list)
    pairs: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for each in held:
        one = each.to(device)
        with torch.no_grad():
            said = judge(reader, one, reader.encode(*one.inputs))
        if one.ties and said.chances is not None:
            right["ties"] += ties_right(said.chances, one.ties)
        some = one.kinds_known & one.kinds.any(1)
        right["kinds"] += (one.kinds[some].gather(1, said.kinds[some].argmax(1, keepdim=True)) > 0).flatten().tolist()
        marked = one.stance != UNMARKED
        right["stance"] += (said.stances[marked].argmax(1) == one.stance[marked]).tolist()
        answers, near, alike = one.alike.any(1), said.near.tolist(), one.alike.tolist()
        for i, j in (one.compared & answers[None, :]).nonzero().tolist():
            where = "one report" if each.report[i] == each.report[j] else "two reports"
            pairs[where].append((near[i][j], alike[i][j]))
    shares = [f"{name} {sum(each) / max(1, len(each)):.3f} of {len(each)}" for name, each in right.items()]
    return ", ".join([*shares, *(f"{name} {area(each):.3f} of {len(each)}" for name, each in sorted(pairs.items()))])


def area(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a pair on one question is nearer than one on two."""
    ranked = [alike for _, alike in sorted(pairs)]
    nearer = below = 0
    for alike in ranked:
        nearer += below if alike else 0
        below += not alike
    return nearer / max(1, sum(ranked) * below)
