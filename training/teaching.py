"""What a larger network teaches a smaller one that reads the same texts: the losses between what the two say.

Labels of a CRF are taught as scores, less their mean over the labels; whatever is chosen among several, by its
distribution. Nothing is taught where nothing is to be learnt: syntax only of the words of trees, pointers only of what
the teacher takes for sources and contents.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.labels import CLAIM_KINDS, ROLES
from training.losses import gathered
from training.meanings import Conflict, Judged
from training.model import FORBIDDEN, POINTER, REFERENCE, Outputs, Reader
from training.windows import UNMARKED, Batch

POINTING = [label.endswith(("source", "content")) for label in ROLES]


def centred(scores: Tensor) -> Tensor:
    """Scores less their mean over the labels."""
    return scores - scores.mean(-1, keepdim=True)


def apart(scores: Tensor, told: Tensor) -> Tensor:
    """Cross-entropy of the distributions of the last dimension, less what it is at least; the mean over the rows."""
    if not len(scores):
        return scores.sum() * 0.0
    return F.kl_div(scores.log_softmax(-1), told.log_softmax(-1), reduction="batchmean", log_target=True)


def pairs(query: Tensor, key: Tensor, size: int, batch: Batch) -> Tensor:
    """Scores of every piece for every piece, padding closed."""
    closed = (1.0 - batch.inputs[1].float())[:, None, :] * FORBIDDEN
    return query @ key.transpose(1, 2) / size**0.5 + closed


def taught(out: Outputs, told: Outputs, reader: Reader, teacher: Reader, batch: Batch) -> dict[str, Tensor]:
    """How far the heads for roles, names, syntax and reference are from those of the teacher."""
    real = batch.inputs[1] > 0
    pointing = torch.tensor(POINTING, device=real.device)[told.role.argmax(-1)] & real
    parts = {
        "role": F.mse_loss(centred(out.role)[real], centred(told.role)[real]),
        "name": F.mse_loss(centred(out.name)[real], centred(told.name)[real]),
        "pointer": apart(
            pairs(out.q, out.k, POINTER, batch)[pointing], pairs(told.q, told.k, POINTER, batch)[pointing]
        ),
    }
    rows, pieces, _ = batch.links
    if len(rows):
        sides = (pairs(o.reference_query, o.reference_key, REFERENCE, batch)[rows, pieces] for o in (out, told))
        parts["reference"] = apart(*sides)
    if batch.words:
        parts |= taught_trees(out, told, reader, teacher, batch)
    return parts


def taught_trees(out: Outputs, told: Outputs, reader: Reader, teacher: Reader, batch: Batch) -> dict[str, Tensor]:
    """The same of tags, heads and the relations to the right heads."""
    words = batch.words
    assert words is not None
    some = words.head != UNMARKED
    right = words.head.clamp(min=0)[:, :, None]
    sides = []
    for o, network in ((out, reader), (told, teacher)):
        arcs = gathered(o.arc_query, words) @ gathered(o.arc_key, words).transpose(1, 2)
        head = gathered(o.relation_head, words)
        head = head.gather(1, right.expand(-1, -1, head.shape[2]))
        relations = network.syntax.relations(gathered(o.relation_word, words)[some], head[some])
        sides.append((gathered(o.upos, words)[some], arcs.masked_fill(~some[:, None, :], FORBIDDEN)[some], relations))
    return {name: apart(one, other) for name, one, other in zip(("upos", "arc", "relation"), *sides, strict=True)}


def taught_meaning(said: Judged, told: Judged, one: Conflict) -> dict[str, Tensor]:
    """How far the head for meaning is from that of the teacher."""
    some = one.compared.any(1)
    kinds = F.binary_cross_entropy_with_logits(said.kinds, told.kinds.sigmoid()) * len(CLAIM_KINDS)
    parts = {
        "kind": kinds,
        "stance": apart(said.stances, told.stances),
        "question": apart(said.near[some], told.near[some]),
    }
    if said.chances is not None and told.chances is not None and said.called is not None and told.called is not None:
        parts |= {"tie": apart(said.chances, told.chances), "called": apart(said.called, told.called)}
    return parts


def taught_rows(turned: Tensor, told: Tensor, attention: Tensor) -> Tensor:
    """How far the rows of the last layer, turned to the teacher's width, point from the teacher's."""
    real = attention > 0
    away: Tensor = (1 - F.cosine_similarity(turned, told, dim=-1)) * real
    return away.sum() / real.sum()
