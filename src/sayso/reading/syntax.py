"""Trees over the words of a sentence: from the scores of the model to one head and one relation for each word. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.types import Span

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
ROOTS = 3  # how many words are tried as the root of a sentence whose best heads make no tree


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence, tagged as Universal Dependencies do.

    Args:
        span: where it stands in the text.
        upos: its part of speech: NOUN, VERB, PROPN, ...
        head: the place in the sentence of the word that it hangs on; its own place where it is the root.
        relation: how it hangs on it: nsubj, obj, obl, ...; root for the root.
    """

    span: Span
    upos: str
    head: int
    relation: str


Sentence = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says about the words of one sentence, one row per word."""

    upos: Floats
    arc_query: Floats
    arc_key: Floats
    relation_word: Floats
    relation_head: Floats


@dataclass(frozen=True, slots=True)
class Labels:
    """The tags and relations in the order of the model, and the weights that score relations."""

    upos: tuple[str, ...]
    relations: tuple[str, ...]
    weight: Floats  # [relations, 3 x width]
    bias: Floats


def tree(spans: Sequence[Span], scores: Scores, labels: Labels) -> Sentence:
    """One sentence as a tree with a single root."""
    heads = best_heads(scores.arc_query @ scores.arc_key.T)
    side = scores.relation_head[heads]
    pairs = np.concatenate([scores.relation_word * side, scores.relation_word, side], axis=1)
    kinds = pairs @ labels.weight.T + labels.bias
    root = labels.relations.index("root")
    kinds[:, root] = -np.inf
    relations, tags = kinds.argmax(axis=1), scores.upos.argmax(axis=1)
    return tuple(
        Token(span, labels.upos[tags[i]], int(heads[i]), "root" if heads[i] == i else labels.relations[relations[i]])
        for i, span in enumerate(spans)
    )


def best_heads(scores: Floats) -> Places:
    """The head of each word in the tree with the highest score; the root is its own head.

    ``scores[i, j]`` says how likely j is the head of i; the diagonal, how likely each word is the root.
    """
    count = len(scores)
    own = np.arange(count)
    heads: Places = scores.argmax(axis=1)
    if (heads == own).sum() == 1 and not cycle_of(heads):
        return heads
    inner = scores.astype(np.float64)
    np.fill_diagonal(inner, -np.inf)
    gain = np.diag(scores) - (inner.max(axis=1) if count > 1 else 0)
    found = [arborescence(inner, int(root)) for root in np.argsort(-gain, kind="stable")[:ROOTS]]
    return max(found, key=lambda each: float(scores[own, each].sum()))


def cycle_of(heads: Places) -> list[int]:
    """The words of one cycle, [] where there is none. A word that is its own head is no cycle."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(len(heads)):
        at = start
        while not seen[at]:
            seen[at] = start + 1
            at = int(heads[at])
        if seen[at] == start + 1 and heads[at] != at:
            cycle = [at]
            while heads[cycle[-1]] != at:
                cycle.append(int(heads[cycle[-1]]))
            return cycle
    return []


def arborescence(scores: NDArray[np.float64], root: int) -> Places:
    """The best tree with a given root, by Chu, Liu and Edmonds: cycles are drawn together into one word."""
    heads: Places = scores.argmax(axis=1)
    heads[root] = root
    cycle = cycle_of(heads)
    if not cycle:
        return heads
    rest = [i for i in range(len(scores)) if i not in set(cycle)]
    broken = scores[cycle] - scores[cycle, heads[cycle]][:, None]  # what it costs to give each another head
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[:-1, -1] = scores[np.ix_(rest, cycle)].max(axis=1)
    small[-1, :-1] = broken[:, rest].max(axis=0)
    inner = arborescence(small, rest.index(root))
    for place, i in enumerate(rest):
        head = inner[place]
        heads[i] = cycle[int(scores[i, cycle].argmax())] if head == len(rest) else rest[head]
    heads[root] = root
    outer = rest[inner[-1]]
    heads[cycle[int(broken[:, outer].argmax())]] = outer
    return heads
