"""The losses: CRFs over partly known labels, pointers with several right answers, trees, likeness."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.model import FORBIDDEN, POINTER, REFERENCE, Outputs, Syntax
from training.windows import UNMARKED, Batch, Words

TINY = 1e-30  # the share of a step that is closed


def log_partition(emissions: Tensor, start: Tensor, trans: Tensor, lengths: Tensor) -> Tensor:
    """The log of the summed scores of every path, per row; rows end after ``lengths`` steps."""
    steps = emissions.unbind(1)
    score, ways = start + steps[0], trans.exp()
    shortest = int(lengths.min())
    for i, step in enumerate(steps[1:], 1):
        top = score.detach().amax(1, keepdim=True)
        after = ((score - top).exp() @ ways).clamp(min=TINY).log() + top + step
        score = after if i < shortest else torch.where((i < lengths).unsqueeze(1), after, score)
    return torch.logsumexp(score, dim=1)


def log_partition_at_once(emissions: Tensor, start: Tensor, trans: Tensor, lengths: Tensor) -> Tensor:
    """The same as ``log_partition``, by halving: few large steps in place of many small ones, for graphics cards."""
    rows, count, labels = emissions.shape
    still = torch.full((labels, labels), FORBIDDEN, device=emissions.device).fill_diagonal_(0.0)
    inside = torch.arange(1, count, device=emissions.device) < lengths[:, None]
    ways = torch.where(inside[:, :, None, None], trans + emissions[:, 1:, None, :], still)
    while ways.shape[1] > 1:
        if ways.shape[1] % 2:
            ways = torch.cat([ways, still.expand(rows, 1, labels, labels)], 1)
        ways = torch.logsumexp(ways[:, 0::2, :, :, None] + ways[:, 1::2, None, :, :], 3)
    score = start + emissions[:, 0]
    if count > 1:
        score = torch.logsumexp(score[:, :, None] + ways[:, 0], 1)
    return torch.logsumexp(score, 1)


def crf_loss(scores: Tensor, crf: tuple[Tensor, Tensor], allowed: Tensor, known: Tensor, attention: Tensor) -> Tensor:
    """Minus the log share of the paths that the known labels allow, per known piece."""
    taught = known.any(1)
    if not taught.any():
        return scores.sum() * 0.0
    trans, start = crf
    emissions = scores.float()[taught, 1:]
    closed = torch.where(allowed[taught, 1:], emissions, emissions + FORBIDDEN)
    lengths = attention[taught].sum(1) - 2
    summed = log_partition_at_once if emissions.is_cuda else log_partition
    both = summed(torch.cat([emissions, closed]), start, trans, torch.cat([lengths, lengths]))
    free, right = both.chunk(2)
    loss: Tensor = (free - right).sum() / known.sum()
    return loss


def pointer_loss(q: Tensor, k: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy against equal shares of the right cue starts, per pointing piece."""
    pointing = batch.pointers.sum(2) > 0
    rows, pieces = pointing.nonzero(as_tuple=True)
    if not len(rows):
        return q.sum() * 0.0
    scores = (q.float() @ k.float().transpose(1, 2))[pointing] / POINTER**0.5
    scores = scores + (1.0 - batch.inputs[1][rows].float()) * FORBIDDEN
    mean: Tensor = -(batch.pointers[rows, pieces] * scores.log_softmax(1)).sum(1).mean()
    return mean


def reference_loss(query: Tensor, key: Tensor, batch: Batch) -> Tensor:
    """Minus the log of the summed shares of the pieces that are right, per word that refers."""
    rows, pieces, right = batch.links
    if not len(rows):
        return query.sum() * 0.0
    scores = (query.float() @ key.float().transpose(1, 2))[rows, pieces] / REFERENCE**0.5
    closed = batch.inputs[1][rows] == 0
    closed[torch.arange(len(rows), device=rows.device), pieces] = True  # nothing refers to itself
    free = scores.masked_fill(closed, FORBIDDEN)
    loss: Tensor = torch.logsumexp(free, 1) - torch.logsumexp(free.masked_fill(~right, FORBIDDEN), 1)
    return loss.mean()


def gathered(values: Tensor, words: Words) -> Tensor:
    """The rows of the words' pieces: [sentences, words, *]."""
    places = words.row[:, None] * values.shape[1] + words.at
    return values.flatten(0, 1).index_select(0, places.flatten()).view(*places.shape, -1)


def syntax_losses(out: Outputs, syntax: Syntax, words: Words) -> tuple[Tensor, Tensor, Tensor]:
    """Cross-entropy of tags, heads and relations."""
    tags = F.cross_entropy(gathered(out.upos, words).flatten(0, 1), words.upos.flatten(), ignore_index=UNMARKED)
    arcs = gathered(out.arc_query, words) @ gathered(out.arc_key, words).transpose(1, 2)
    none = words.head == UNMARKED
    arcs = arcs.masked_fill(none[:, None, :], FORBIDDEN)
    heads = F.cross_entropy(arcs.flatten(0, 1), words.head.flatten(), ignore_index=UNMARKED)
    right = words.head.clamp(min=0)
    head_side = gathered(out.relation_head, words)
    head_side = head_side.gather(1, right[:, :, None].expand(-1, -1, head_side.shape[2]))
    scores = syntax.relations(gathered(out.relation_word, words)[~none], head_side[~none])
    return tags, heads, F.cross_entropy(scores, words.relation[~none])


def likeness_loss(likeness: Tensor, words: Words, wanted: dict[str, Tensor]) -> Tensor:
    """How far the mean vector of each sentence points from the wanted one."""
    known = [i for i, key in enumerate(words.keys) if key in wanted]
    if not known:
        return likeness.sum() * 0.0
    rows, length, _ = likeness.shape
    at, before = torch.arange(rows * length, device=likeness.device), words.row[known, None] * length
    inside = ((at >= before + words.low[known, None]) & (at < before + words.high[known, None])).float()
    means = inside @ likeness.flatten(0, 1)
    loss: Tensor = 1 - F.cosine_similarity(means, torch.stack([wanted[words.keys[i]] for i in known]))
    return loss.mean()
