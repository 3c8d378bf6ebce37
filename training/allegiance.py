"""Whose the names and the speakers of a report are: what the small conflicts mark of it, and a pointer that learns it.

From each name and each speaker of a report the pointer goes to the names of the same party in that report, else to
nothing. Beside it the kind of each name is learnt (``sayso.values.actors.KINDS``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reading.belonging import NEAR, is_open, likeness
from sayso.types import Span
from sayso.values.actor_signs import names_in
from sayso.values.actors import KINDS
from sayso.values.party_words import calm
from training.align import occurrences
from training.conflicts import FOLDER, aligned
from training.model import FAR, FORBIDDEN, Meaning
from training.windows import UNMARKED

ALSO = {"region": "state"}
TABLES = ("away", "alike", "may", "right")  # what is told of each pair


@dataclass(frozen=True, slots=True)
class Called:
    """A name or a speaker of a report.

    Args:
        span: where it stands, in characters.
        words: as the report has it.
        party: whose it is; "" for nobody's.
        kind: of ``KINDS``; "" for a speaker.
    """

    span: Span
    words: str
    party: str
    kind: str


def called(conflict: dict[str, Any], number: int) -> list[Called]:
    """The names and then the speakers of one report of a small conflict, each once, in order."""
    text = conflict["reports"][number]
    marks = {form: (e["party"], ALSO.get(e["kind"], e["kind"])) for e in conflict["names"] for form in e["forms"]}
    spans = {Span(start, end): name for name, start, end, _ in names_in(calm(text))}
    spans |= {Span(*place): form for form in marks for place in occurrences(text, form)}
    names = [Called(span, words, *marks.get(words, ("", "other"))) for span, words in sorted(spans.items())]
    speakers = {
        Span(row["source"][0][0], row["source"][-1][1]): row["party"]
        for row in aligned(conflict, number)
        if row["source"]
    }
    return names + [
        Called(span, text[span.start : span.end], party, "")
        for span, party in sorted(speakers.items())
        if span not in spans
    ]


@cache
def _conflict(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf8"))
    return read


def report_of(name: str) -> tuple[dict[str, Any], int]:
    """The conflict and the number of a report of this name, as ``training.marked`` gives it."""
    conflict, _, number = name.partition("/")
    return _conflict(conflict), int(number)


@dataclass(frozen=True, slots=True)
class Shares:
    """Means over some pieces: of each row of them its pieces and their shares."""

    row: Tensor
    piece: Tensor
    share: Tensor
    count: int  # of rows

    @classmethod
    def of(cls, places: Sequence[Sequence[int]]) -> Shares:
        """Equal shares of the pieces in ``places``."""
        each = [(n, piece, 1 / len(pieces)) for n, pieces in enumerate(places) for piece in pieces]
        row, piece, share = zip(*each, strict=True) if each else ((), (), ())
        return cls(torch.tensor(row).long(), torch.tensor(piece).long(), torch.tensor(share).float(), len(places))

    def mean(self, rows: Tensor) -> Tensor:
        """The means over the rows of the pieces."""
        out = rows.new_zeros(self.count, rows.shape[1])
        return out.index_add(0, self.row, rows[self.piece] * self.share[:, None])

    def moved(self, to: Tensor, pieces: int, count: int) -> Shares:
        """Row n as row ``to[n]`` of ``count``, pieces counted from ``pieces`` on."""
        return Shares(to[self.row], self.piece + pieces, self.share, count)

    def to(self, device: str) -> Shares:
        """The same on another device."""
        return Shares(self.row.to(device), self.piece.to(device), self.share.to(device), self.count)


def together(shares: Sequence[Shares]) -> Shares:
    """Shares of the same rows and pieces, as one."""
    parts = [torch.cat([getattr(each, name) for each in shares]) for name in ("row", "piece", "share")]
    return Shares(*parts, shares[0].count)


@dataclass(frozen=True, slots=True)
class Ties:
    """The names and then the speakers of some reports, ready to learn from."""

    shares: Shares  # of the pieces of each
    away: Tensor  # [called, names]: bucket of the distance
    alike: Tensor  # [called, names]: how alike the words are
    near: Tensor  # [near pairs, 2]: numbers of who points and of the name
    between: Tensor  # [near pairs, 2]: first piece between the two, and the one behind the last
    may: Tensor  # [called, names] bool: the pointer may go there
    right: Tensor  # [called, names] bool: of the same party
    kinds: Tensor  # [called]; UNMARKED for speakers

    @classmethod
    def of(cls, found: Sequence[tuple[Called, Sequence[int]]]) -> Ties:
        """From what is called in a report, with its pieces."""
        names = [(one, places) for one, places in found if one.kind]
        middle = torch.tensor([float(sum(places)) / len(places) for _, places in found])
        right, may, alike, near, between = [], [], [], [], []
        for i, (one, own) in enumerate(found):
            may.append([is_open(one.words, one.span, o.words, o.span) for o, _ in names])
            right.append([free and one.party == o.party != "" for free, (o, _) in zip(may[-1], names, strict=True)])
            alike.append([likeness(one.words, o.words) for o, _ in names])
            for j, (_, places) in enumerate(names):
                low, high = min(own[-1], places[-1]) + 1, max(own[0], places[0])
                if may[-1][j] and high - low < NEAR:
                    near.append((i, j))
                    between.append((low, max(low, high)))
        kinds = [KINDS.index(one.kind) if one.kind in KINDS else UNMARKED for one, _ in found]
        shape = len(found), len(names)
        return cls(
            Shares.of([places for _, places in found]),
            buckets(middle[:, None] - middle[None, : len(names)]),
            torch.tensor(alike, dtype=torch.long).reshape(shape),
            torch.tensor(near, dtype=torch.long).reshape(-1, 2),
            torch.tensor(between, dtype=torch.long).reshape(-1, 2),
            torch.tensor(may, dtype=torch.bool).reshape(shape),
            torch.tensor(right, dtype=torch.bool).reshape(shape),
            torch.tensor(kinds, dtype=torch.long),
        )

    def to(self, device: str) -> Ties:
        """The same on another device."""
        return Ties(*(getattr(self, field.name).to(device) for field in fields(self)))


def joined(reports: Sequence[Ties], before: Sequence[int]) -> Ties:
    """Some reports as one, in which no pointer goes from one to another; ``before``: the pieces before each."""
    names = [each.may.shape[1] for each in reports]
    total, count = sum(names), sum(each.shares.count for each in reports)
    tables = {name: torch.zeros(count, total, dtype=getattr(reports[0], name).dtype) for name in TABLES}
    kinds = torch.full((count,), UNMARKED)
    shares, near, between = [], [], []
    name, speaker = 0, total
    for each, own, pieces in zip(reports, names, before, strict=True):
        speakers = each.shares.count - own
        to = torch.cat([torch.arange(own) + name, torch.arange(speakers) + speaker])
        for table, values in tables.items():
            values[to, name : name + own] = getattr(each, table)
        kinds[to] = each.kinds
        shares.append(each.shares.moved(to, pieces, count))
        near.append(torch.stack([to[each.near[:, 0]], each.near[:, 1] + name], 1))
        between.append(each.between + pieces)
        name, speaker = name + own, speaker + speakers
    return Ties(
        together(shares), tables["away"], tables["alike"], torch.cat(near), torch.cat(between),
        tables["may"], tables["right"], kinds,
    )  # fmt: skip


def buckets(apart: Tensor) -> Tensor:
    """Pieces from a name to another -> how far: 0 to ``FAR`` - 1 behind it, then before it."""
    far = (apart.abs() + 1).log2().long().clamp(max=FAR - 1)
    return far + FAR * (apart < 0)


def pointed(branch: Meaning, rows: Tensor, ties: Ties) -> tuple[Tensor, Tensor]:
    """Log chances [called, names + 1], the last for nothing, and scores of kinds [called, kinds]."""
    means = ties.shares.mean(rows)
    asks, answers, nothing, kinds = branch.belongs(means)
    scores = asks @ answers[: ties.may.shape[1]].T + branch.away(ties.away).squeeze(-1)
    scores = scores + branch.alike(ties.alike).squeeze(-1)
    one, other = ties.near.T
    sums = F.pad(rows.cumsum(0), (0, 0, 1, 0))
    low, high = ties.between.T
    between = (sums[high] - sums[low]) / (high - low).clamp(min=1)[:, None]
    beside = branch.beside(means[one], means[other], between, ties.away[one, other], ties.alike[one, other])
    scores = scores.index_put((one, other), beside, accumulate=True)
    scores = scores.masked_fill(~ties.may, FORBIDDEN)
    return F.log_softmax(torch.cat([scores, nothing], 1), 1), kinds


def tie_losses(chances: Tensor, kinds: Tensor, ties: Ties) -> dict[str, Tensor]:
    """Minus the log chance of all names of the party (of nothing, where there is none), and cross-entropy of kinds."""
    right = torch.cat([ties.right, ~ties.right.any(1, keepdim=True)], 1)
    tie = -torch.logsumexp(chances.masked_fill(~right, FORBIDDEN), 1)
    return {"tie": tie.mean(), "called": F.cross_entropy(kinds, ties.kinds, ignore_index=UNMARKED)}


def ties_right(chances: Tensor, ties: Ties) -> list[bool]:
    """Of each name and speaker whose party another name of the report has: whether the likeliest pointer goes there."""
    some = ties.right.any(1)
    found: list[bool] = ties.right[some].gather(1, chances[some, :-1].argmax(1, keepdim=True)).flatten().tolist()
    return found
