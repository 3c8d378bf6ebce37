"""The three losses: CRF over roles with partly known labels, pointer with several right answers, names."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import FORBIDDEN, POINTER
from training.windows import UNMARKED, Batch


def log_partition(emissions: Tensor, start: Tensor, trans: Tensor, lengths: Tensor) -> Tensor:
    """The log of the summed scores of every path, per row; rows end after ``lengths`` steps."""
    score = start + emissions[:, 0]
    for i in range(1, emissions.shape[1]):
        after = torch.logsumexp(score.unsqueeze(2) + trans, dim=1) + emissions[:, i]
        score = torch.where((i < lengths).unsqueeze(1), after, score)
    return torch.logsumexp(score, dim=1)


def role_loss(role: Tensor, crf: tuple[Tensor, Tensor], batch: Batch) -> Tensor:
    """Minus the log share of the paths that the known labels allow, per known piece."""
    trans, start = crf
    emissions = role.float()[:, 1:]
    closed = torch.where(batch.allowed[:, 1:], emissions, emissions + FORBIDDEN)
    lengths = batch.inputs[1].sum(1) - 2
    both = log_partition(torch.cat([emissions, closed]), start, trans, torch.cat([lengths, lengths]))
    free, right = both.chunk(2)
    taught = batch.known.any(1)
    loss: Tensor = ((free - right) * taught).sum() / batch.known.sum().clamp(min=1)
    return loss


def pointer_loss(q: Tensor, k: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy against equal shares of the right cue starts, per pointing piece."""
    scores = q.float() @ k.float().transpose(1, 2) / POINTER**0.5
    scores = scores + (1.0 - batch.inputs[1][:, None, :].float()) * FORBIDDEN
    pointing = batch.pointers.sum(2) > 0
    loss = -(batch.pointers * scores.log_softmax(2)).sum(2)
    mean: Tensor = (loss * pointing).sum() / pointing.sum().clamp(min=1)
    return mean


def name_loss(name: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of the name labels."""
    marked = (batch.names != UNMARKED).sum().clamp(min=1)
    total = F.cross_entropy(name.float().flatten(0, 1), batch.names.flatten(), ignore_index=UNMARKED, reduction="sum")
    return total / marked
